"""Frozen values to JSON and back, by the types of their fields.

A value is a list: the number of its class in the table, then its fields. Tuples are lists, mappings are
objects, spans five numbers of which the first is a file's. What fields hold is known from their types, so
decoding looks at no names and a file holds no code: it can be read from anywhere.
"""

import hashlib
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from vadocs.diagnostics import Span

Step = Callable[[Any], Any]

_PLAIN = (str, int, bool, type(None))


class Waiting(Mapping[str, Any]):
    """A mapping whose values are decoded when they are first asked for, each once."""

    __slots__ = ("_decode", "_ready", "_rows")

    def __init__(self, rows: Mapping[str, Any], decode: Step) -> None:
        self._rows = rows
        self._decode = decode
        self._ready: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        found = self._ready.get(key)
        if found is None:
            found = self._ready[key] = self._decode(self._rows[key])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type, tuple[dict[str, Any]]]:
        # Another process gets plain values: how to decode does not travel.
        return dict, (dict(self),)


class Codec:
    """Encodes and decodes values of `classes`, whose order is part of the format.

    Mappings to values of one of the `waiting` classes are decoded value by value, on demand.
    """

    def __init__(self, classes: Sequence[type], files: list[str], waiting: Collection[type] = ()) -> None:
        self._waiting = frozenset(waiting)
        self._numbers = {cls: number for number, cls in enumerate(classes)}
        self._files = files
        self._file_numbers = {file: number for number, file in enumerate(files)}
        self._encoders: dict[type, list[tuple[str, Step]]] = {}
        self._decoders: list[tuple[type, list[Step]]] = [(cls, []) for cls in classes]
        for number, cls in enumerate(classes):
            hints = get_type_hints(cls)
            steps = [(f.name, *self._steps(hints[f.name], f.name)) for f in fields(cls)]
            self._encoders[cls] = [(name, encode) for name, encode, _ in steps]
            self._decoders[number][1].extend(decode for _, _, decode in steps)

    def encode(self, value: Any) -> list[Any]:
        """A value of one of the classes as a list."""
        cls = type(value)
        return [self._numbers[cls], *(step(getattr(value, name)) for name, step in self._encoders[cls])]

    def decode(self, row: list[Any]) -> Any:
        """The value that `encode` made a list of."""
        cls, steps = self._decoders[row[0]]
        return cls(*[step(value) for step, value in zip(steps, row[1:], strict=True)])

    def _steps(self, hint: Any, name: str) -> tuple[Step, Step]:
        """How a field of this type is encoded and decoded. `name` "file" is a file's."""
        if name == "file":
            return self._encode_file, self._decode_file
        origin, args = get_origin(hint), get_args(hint)
        if hint in _PLAIN or origin is Literal:
            return _same, _same
        if origin in (Union, types.UnionType):
            return self._union(args)
        if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
            encode, decode = self._steps(args[0], "")
            if encode is _same:
                return list, tuple
            return lambda value: [encode(v) for v in value], lambda row: tuple([decode(v) for v in row])
        if origin is tuple:
            return self._fixed(args)
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(args[1])
        if hint is Span:
            return self._encode_span, self._decode_span
        if hint in (Decimal, date):
            return _encode_scalar, _decode_scalar
        return self.encode, self.decode

    def _mapping(self, hint: Any) -> tuple[Step, Step]:
        """A mapping from text to values of one type."""
        encode, decode = self._steps(hint, "")
        if hint in self._waiting:
            return (lambda value: {k: encode(v) for k, v in value.items()}), (lambda row: Waiting(row, decode))
        return (
            lambda value: {k: encode(v) for k, v in value.items()},
            lambda row: {k: decode(v) for k, v in row.items()},
        )

    def _union(self, args: tuple[Any, ...]) -> tuple[Step, Step]:
        """A union: None beside one type, or scalars, or several classes, which their numbers tell apart."""
        others = tuple(arg for arg in args if arg is not type(None))
        if all(arg in _PLAIN or get_origin(arg) is Literal for arg in others):
            return _same, _same
        if len(others) == 1 or all(arg not in (*_PLAIN, Decimal, date) and not get_origin(arg) for arg in others):
            encode, decode = self._steps(others[0], "")
            return (
                lambda value: None if value is None else encode(value),
                lambda row: None if row is None else decode(row),
            )
        return self._encode_mixed, self._decode_mixed

    def _fixed(self, args: tuple[Any, ...]) -> tuple[Step, Step]:
        """A tuple with one type for each place."""
        steps = [self._steps(arg, "") for arg in args]
        return (
            lambda value: [encode(v) for (encode, _), v in zip(steps, value, strict=True)],
            lambda row: tuple([decode(v) for (_, decode), v in zip(steps, row, strict=True)]),
        )

    def _encode_mixed(self, value: Any) -> Any:
        """A scalar, a mapping of texts, or a value of the classes."""
        if is_dataclass(value):
            return self.encode(value)
        return dict(value) if isinstance(value, Mapping) else _encode_scalar(value)

    def _decode_mixed(self, row: Any) -> Any:
        if isinstance(row, list) and isinstance(row[0], int):
            return self.decode(row)
        return _decode_scalar(row)

    def _encode_file(self, file: str) -> int:
        number = self._file_numbers.setdefault(file, len(self._files))
        if number == len(self._files):
            self._files.append(file)
        return number

    def _decode_file(self, number: int) -> str:
        return self._files[number]

    def _encode_span(self, span: Span) -> list[int]:
        return [self._encode_file(span.file), span.line, span.column, span.end_line, span.end_column]

    def _decode_span(self, row: list[int]) -> Span:
        return Span(self._files[row[0]], row[1], row[2], row[3], row[4])


def shape(classes: Sequence[type]) -> str:
    """A digest of the classes and their fields: what another version wrote has another shape."""
    told = [f"{cls.__name__}({', '.join(f'{f.name}: {f.type}' for f in fields(cls))})" for cls in classes]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _same(value: Any) -> Any:
    return value


def _encode_scalar(value: Any) -> Any:
    """Text, number, yes or no as they are; a decimal or date as a pair of its kind and its text."""
    if isinstance(value, Decimal):
        return ["decimal", str(value)]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    return value


def _decode_scalar(row: Any) -> Any:
    if not isinstance(row, list):
        return row
    return Decimal(row[1]) if row[0] == "decimal" else date.fromisoformat(row[1])
