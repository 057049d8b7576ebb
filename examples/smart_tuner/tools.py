"""Контейнер гиперпараметров и разбор строк вида `имя=значение,...`.

Контракт тот же, что у старого tf.contrib.training.HParams: имена и типы задаются один раз
в конструкторе, дальше меняются только значения.
"""
import json
import numbers
import re

_NAME = re.compile(r'[A-Za-z][A-Za-z0-9_.]*')
_INDEX = re.compile(r'\[\s*(\d+)\s*\]')
_EQUALS = re.compile(r'\s*=\s*')
_COMMA = re.compile(r',\s*')
_BOOLEANS = {'true': True, 'True': True, 'false': False, 'False': False}


def _read_clause(text, start):
    """Читает одно присваивание с позиции start.

    Возвращает (имя, индекс или None, значение или список строк, конец) либо None,
    если в этом месте не присваивание.
    """
    name = _NAME.match(text, start)
    if name is None:
        return None
    index = _INDEX.match(text, name.end())
    equals = _EQUALS.match(text, (index or name).end())
    if equals is None:
        return None

    pos = equals.end()
    if text.startswith('[', pos):
        close = text.find(']', pos)
        if close < 0:
            return None
        # внутри скобок элементы делят и запятые, и пробелы
        raw = text[pos + 1:close].replace(',', ' ').split(' ')
        raw = [item for item in raw if item]
        pos = close + 1
    else:
        end = pos
        while end < len(text) and text[end] not in ',[':
            end += 1
        raw = text[pos:end]
        pos = end

    if pos < len(text):
        comma = _COMMA.match(text, pos)
        if comma is None:
            return None
        pos = comma.end()
    return name.group(), int(index.group(1)) if index else None, raw, pos


def _from_string(kind, raw):
    """Превращает строку в значение типа kind; ValueError, если она не подходит."""
    if kind is bool:
        return _BOOLEANS[raw] if raw in _BOOLEANS else bool(int(raw))
    return kind(raw)


def parse_values(values, type_map):
    """Разбирает строку `a=1,b=[2,3],c[0]=4` в словарь.

    type_map: имя -> тип значения (для списка - тип элемента).
    Присваивание по индексу даёт словарь {индекс: значение}.
    """
    result = {}
    pos = 0
    while pos < len(values):
        clause = _read_clause(values, pos)
        if clause is None:
            raise ValueError(f'Malformed hyperparameter value: {values[pos:]}')
        name, index, raw, pos = clause
        if name not in type_map:
            raise ValueError(f'Unknown hyperparameter type for {name}')
        if index is not None and isinstance(raw, list):
            raise ValueError('Assignment of a list to a list index.')

        kind = type_map[name]
        try:
            if isinstance(raw, list):
                value = [_from_string(kind, item) for item in raw]
            else:
                value = _from_string(kind, raw)
        except ValueError:
            raise ValueError(f"Could not parse hparam '{name}' of type '{kind.__name__}' "
                             f"with value '{raw}' in {values}") from None

        if index is None:
            if name in result:
                raise ValueError(f"Multiple assignments to variable '{name}' in {values}")
            result[name] = value
            continue
        slots = result.setdefault(name, {})
        if not isinstance(slots, dict) or index in slots:
            raise ValueError(f"Multiple assignments to variable '{name}[{index}]' in {values}")
        slots[index] = value
    return result


def _cast(name, kind, value):
    """Приводит value к типу kind, если при этом ничего не теряется."""
    if kind is type(None):
        return value

    if issubclass(kind, (str, bytes)):
        allowed = isinstance(value, (str, bytes))
    elif issubclass(kind, bool) or isinstance(value, bool):
        allowed = issubclass(kind, bool) and isinstance(value, bool)
    elif issubclass(kind, numbers.Integral):
        allowed = isinstance(value, numbers.Integral)
    elif issubclass(kind, numbers.Number):
        allowed = isinstance(value, numbers.Number)
    else:
        allowed = True

    if not allowed:
        raise ValueError(f"Could not cast hparam '{name}' of type '{kind.__name__}' from value {value!r}")
    return kind(value)


class HParams:
    """Гиперпараметры как атрибуты; тип берётся из значения по умолчанию.

    У списка тип - это тип первого элемента. None означает «без типа».
    """

    def __init__(self, model_structure=None, **kwargs):
        self._hparam_types = {}
        self._model_structure = model_structure
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def add_hparam(self, name, value):
        """Объявляет гиперпараметр. Занятые имена (и повторы) не принимаются."""
        if getattr(self, name, None) is not None:
            raise ValueError(f'Hyperparameter name is reserved: {name}')
        if isinstance(value, (list, tuple)):
            if not value:
                raise ValueError(f'Multi-valued hyperparameters cannot be empty: {name}')
            self._hparam_types[name] = (type(value[0]), True)
        else:
            self._hparam_types[name] = (type(value), False)
        setattr(self, name, value)

    def set_hparam(self, name, value):
        """Меняет значение объявленного гиперпараметра; KeyError, если его нет."""
        kind, is_list = self._hparam_types[name]
        if isinstance(value, list):
            if not is_list:
                raise ValueError(f'Must not pass a list for single-valued parameter: {name}')
            setattr(self, name, [_cast(name, kind, item) for item in value])
        else:
            if is_list:
                raise ValueError(f'Must pass a list for multi-valued parameter: {name}.')
            setattr(self, name, _cast(name, kind, value))

    def del_hparam(self, name):
        """Убирает гиперпараметр; если его нет, ничего не делает."""
        if name in self._hparam_types:
            delattr(self, name)
            del self._hparam_types[name]

    def parse(self, values):
        """Применяет строку `имя=значение,...` и возвращает self."""
        type_map = {name: kind for name, (kind, _) in self._hparam_types.items()}
        return self.override_from_dict(parse_values(values, type_map))

    def override_from_dict(self, values_dict):
        """Применяет словарь значений; неизвестное имя - KeyError."""
        for name, value in values_dict.items():
            self.set_hparam(name, value)
        return self

    def parse_json(self, values_json):
        """То же, что override_from_dict, но из строки JSON."""
        return self.override_from_dict(json.loads(values_json))

    def to_json(self, indent=None, separators=None, sort_keys=False):
        return json.dumps(self.values(), indent=indent, separators=separators, sort_keys=sort_keys)

    def values(self):
        """Словарь имя -> значение в порядке объявления."""
        return {name: getattr(self, name) for name in self._hparam_types}

    def get(self, key, default=None):
        """Значение key, а если его нет - default. Тип default сверяется с объявленным."""
        if key not in self._hparam_types:
            return default
        if default is not None:
            kind, is_list = self._hparam_types[key]
            if isinstance(default, list) != is_list:
                raise ValueError(f"Hparam '{key}' is incompatible with default={default!r}")
            for item in default if is_list else [default]:
                _cast(key, kind, item)
        return getattr(self, key)

    def set_model_structure(self, model_structure):
        self._model_structure = model_structure

    def get_model_structure(self):
        return self._model_structure

    def __contains__(self, key):
        return key in self._hparam_types

    def __str__(self):
        return str(sorted(self.values().items()))

    def __repr__(self):
        return f'{type(self).__name__}({self})'
