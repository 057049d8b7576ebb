"""Подготовка текста: очистка и перевод в номера символов."""
import re

from text.symbols import symbols

_symbol_to_id = {symbol: number for number, symbol in enumerate(symbols)}

# как читать латиницу, если она попалась в русском тексте
_latin = dict(zip('abcdefghijklmnopqrstuvwxyz', [
    'а', 'б', 'к', 'д', 'е', 'ф', 'г', 'х', 'и', 'дж', 'к', 'л', 'м',
    'н', 'о', 'п', 'к', 'р', 'с', 'т', 'у', 'в', 'в', 'кс', 'й', 'з',
]))


def basic_cleaners(text):
    return re.sub(r'\s+', ' ', text.lower()).strip()


def transliteration_cleaners_with_stress(text):
    """Латиница по-русски, знаки ударения остаются на месте."""
    return ''.join(_latin.get(char, char) for char in basic_cleaners(text))


_cleaners = {
    'basic_cleaners': basic_cleaners,
    'transliteration_cleaners_with_stress': transliteration_cleaners_with_stress,
}


def text_to_sequence(text, cleaner_names):
    """Текст -> номера символов; в конце всегда знак конца фразы."""
    for name in cleaner_names:
        text = _cleaners[name](text)
    sequence = [_symbol_to_id[char] for char in text if char in _symbol_to_id]
    return sequence + [_symbol_to_id['~']]
