"""The content that every contestant prints: `content.yaml` as a document, in as many variants as there are rounds.

A variant is another client's contract: another name, number and amounts in the same clauses, as in a batch. So
nobody gains by remembering a whole document; what is kept for a clause's text alone stays allowed. A `mixed` variant
has its words in another order in each paragraph: there is nothing to remember but words.
"""

import dataclasses
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from vadocs.model import document as nodes
from vadocs.model.document import Document

CONTENT = Path(__file__).resolve().parent.parent / "content.yaml"
PARTS = ("front", "provisions", "execution")
"""What of a document the content holds, besides its meta."""

_FIRST = ("Cerámicas", "Talleres", "Editorial", "Clínica", "Bodegas", "Academia", "Librería", "Imprenta")
_SECOND = ("Levante", "Albufera", "Turia", "Mirador", "Poniente", "Almazora", "Bellreguard", "Calderón", "Ribera")


# --- values to plain data and back -----------------------------------------------------------------


def plain(value: Any) -> Any:
    """A node as data for YAML: text as it is, any other node as {class: fields that differ from the default}."""
    if isinstance(value, nodes.Text):
        return value.text
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if not dataclasses.is_dataclass(value):
        return dict(value) if isinstance(value, Mapping) else value
    return {type(value).__name__: dict(_fields(value))}


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(value):
        found = getattr(value, field.name)
        if field.name != "span" and found != field.default:
            yield field.name, plain(found)


def built(data: Any) -> Any:
    """The node that `plain` gave as `data`; in a list, a bare text is a `Text` node."""
    if isinstance(data, list):
        return tuple(nodes.Text(item) if isinstance(item, str) else built(item) for item in data)
    if isinstance(data, Mapping):
        ((name, fields),) = data.items()
        return getattr(nodes, name)(**{key: _field(key, item) for key, item in fields.items()})
    return data


def _field(key: str, item: Any) -> Any:
    if key in ("targets", "optional_targets"):
        return tuple(item)
    return item if isinstance(item, Mapping) and key == "running" else built(item)


# --- documents -------------------------------------------------------------------------------------


def client(number: int) -> str:
    """The name of the client of variant `number`, without its legal form; variant 0 is the example's own."""
    return f"{_FIRST[number % len(_FIRST)]} {_SECOND[number // len(_FIRST) % len(_SECOND)]}"


def load() -> Mapping[str, Any]:
    """The stored content, as plain data."""
    with CONTENT.open("rb") as stream:
        data: Mapping[str, Any] = yaml.load(stream, yaml.CSafeLoader)
    return data


def changes(number: int) -> Mapping[str, str]:
    """What variant `number` says where the example says the key; in a spec the amount has a point."""
    euros = 560 + 7 * (number % 60)
    return {
        "Cerámicas Levante": client(number),
        "2026-031": f"2026-{31 + number:03d}",
        "560,00": f"{euros},00",
        "560.00": f"{euros}.00",
        "28014": f"28{(14 + number) % 1000:03d}",
    }


def replaced(text: str, given: Mapping[str, str]) -> str:
    """`text` with each key of `given` replaced."""
    for old, new in given.items():
        text = text.replace(old, new)
    return text


def variant(data: Mapping[str, Any], number: int, mixed: bool = False) -> Document:
    """The document of one client: the stored content with the client's name, the numbers and the amounts changed."""
    given = changes(number)
    data = _mapped(data, lambda text: replaced(text, given))
    if mixed:
        data = {**data, **{part: _mixed(data[part], random.Random(number)) for part in PARTS}}
    meta = built({"Meta": {**data["Meta"], "clauses": [], "open_points": []}})
    when = date.fromisoformat(str(data["Meta"]["date"]))
    return Document(dataclasses.replace(meta, date=when), **{part: built(data[part]) for part in PARTS})


def _mixed(data: Any, order: random.Random) -> Any:
    """The data with the words of each literal text in another order."""
    if isinstance(data, list):
        return [_shuffled(item, order) if isinstance(item, str) else _mixed(item, order) for item in data]
    if isinstance(data, Mapping):
        return {key: item if key == "targets" else _mixed(item, order) for key, item in data.items()}
    return data


def _shuffled(text: str, order: random.Random) -> str:
    words = text.split(" ")
    order.shuffle(words)
    return " ".join(words)


def _mapped(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, list):
        return [_mapped(item, change) for item in data]
    return {key: _mapped(item, change) for key, item in data.items()} if isinstance(data, Mapping) else data
