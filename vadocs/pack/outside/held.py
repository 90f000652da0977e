"""What a PDF's objects hold, wherever it stands: any value may be an object of its own (ISO 32000-1, 7.3.10)."""

from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject


def at(held: Any, key: str, otherwise: Any = None) -> Any:
    """The value of a key of a dictionary or stream, itself and no reference to it; `otherwise` where there is none."""
    found = held.get(key)
    found = found.get_object() if isinstance(found, IndirectObject) else found
    return otherwise if found is None or isinstance(found, NullObject) else found


def dictionary(value: Any) -> DictionaryObject:
    """The dictionary that a value is or leads to; an empty one where it is none."""
    held = value.get_object() if value is not None else None
    return held if isinstance(held, DictionaryObject) else DictionaryObject()


def items(value: Any) -> list[Any]:
    """The members of the array that a value is or leads to, references as they are; none where it is none."""
    held = value.get_object() if value is not None else None
    return list(held) if isinstance(held, ArrayObject) else []
