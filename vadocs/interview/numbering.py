"""The next number of a workspace's series: from its specs, and from the manifests of what was rendered."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, ScalarNode
from vadocs.readers.source import read_bytes
from vadocs.readers.specfiles import specs_in
from vadocs.readers.yaml import read_yaml

_SERIES = re.compile(r"(?P<before>.*?)(?P<count>[0-9]+)")
_WIDTH = 3


def next_number(numbers: Iterable[str], today: date) -> str:
    """The number after the highest of the year's series: `2026-032` after `2026-031`.

    Numbers of a series without the year are counted on where none has it; the first of all is `2026-001`.
    """
    found = [match for number in numbers if (match := _SERIES.fullmatch(number.strip()))]
    year = str(today.year)
    own = [match for match in found if year in match["before"]]
    earlier = [match for match in found if re.search(r"(?:19|20)[0-9]{2}", match["before"])]
    series = own or (found if not earlier else [])
    if not series:
        last = max(earlier, key=lambda match: match["before"], default=None)
        before = re.sub(r"(?:19|20)[0-9]{2}", year, last["before"]) if last else f"{year}-"
        return f"{before}{1:0{len(last['count']) if last else _WIDTH}}"
    highest = max(series, key=lambda match: int(match["count"]))
    return f"{highest['before']}{int(highest['count']) + 1:0{len(highest['count'])}}"


def numbers_of(workspace: Path, outputs: Path) -> Iterator[str]:
    """The numbers of the specs in a workspace, and of what is on record in the folders of `outputs`."""
    for spec in specs_in(workspace):
        yield from _number_of(spec)
    for manifest in sorted(outputs.glob("*/manifest.json")):
        with suppress(OSError, ValueError, AttributeError):
            yield str(json.loads(manifest.read_bytes()).get("number", ""))


def _number_of(spec: Path) -> Iterator[str]:
    """The number of a spec; nothing for one that cannot be read, or that tells none."""
    faults = Faults()
    data = read_bytes(spec, faults)
    root = read_yaml(data, str(spec), faults) if data is not None else None
    number = root.child("number") if isinstance(root, MappingNode) else None
    if isinstance(number, ScalarNode):
        yield number.text
