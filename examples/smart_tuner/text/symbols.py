"""Алфавит модели: символы, которые умеет кодировать text_to_sequence."""

_pad = '_'
_eos = '~'
_punctuation = ' !\'(),.:;?-'
_stress = '+'  # ставится перед ударной гласной
_letters = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'

symbols = [_pad, _eos, _stress] + list(_punctuation) + list(_letters)
