"""A few scalars of a YAML file's top level, without reading the rest of it."""

from collections.abc import Collection
from typing import Any

import yaml

from vadocs.diagnostics import Span
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import ScalarNode
from vadocs.readers.source import decode

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_EVENTS = 2_000
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def top_scalars(data: bytes, file: str, wanted: Collection[str]) -> dict[str, ScalarNode] | None:
    """The scalars at those keys, all of them, as `read_yaml` would have them; None where only that can tell.

    It ends where the last one is found, so that a folder of ten thousand specs is looked through in seconds.
    """
    faults = Faults()
    source = decode(data, file, faults)
    if source is None or faults.failed or source.forbidden:
        return None
    found: dict[str, ScalarNode] = {}
    depth, key = 0, None
    try:
        for count, event in enumerate(yaml.parse(source.text, Loader=_LOADER)):
            if count > _MOST_EVENTS or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return None
            if depth == 1 and isinstance(event, (yaml.ScalarEvent, *_OPENING)):
                if key is None:
                    key = event.value if isinstance(event, yaml.ScalarEvent) else ""
                else:
                    if key in wanted and isinstance(event, yaml.ScalarEvent):
                        found.setdefault(key, _node(event, file, key))
                    key = None
                    if len(found) == len(wanted):
                        return found
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
    except yaml.YAMLError:
        return None
    return None


def _node(event: Any, file: str, key: str) -> ScalarNode:
    start, end = event.start_mark, event.end_mark
    span = Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return ScalarNode(event.value, span, key, plain=not event.style)
