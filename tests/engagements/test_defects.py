"""Defects planted into clean engagements: each is found by exactly the rule that should, and by no other."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.examples import spec_of
from tests.laid import laid
from tests.leaves.family import written
from vadocs.build import check_specs

FILE = Path(__file__).parent / "defects.yaml"
KINDS = ("wrong", "missing", "contradictory", "dangerous")


@dataclass(frozen=True, slots=True)
class Defect:
    """What is done to an engagement, what kind of defect that is, and the code that tells of it."""

    engagement: str
    number: int
    kind: str
    code: str
    change: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.engagement}-{self.number}-{self.code}"


def defects() -> Iterator[Defect]:
    """Every planted defect."""
    told = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CBaseLoader)
    for engagement, entries in told.items():
        for number, entry in enumerate(entries, 1):
            ((kind, (code, change)),) = entry.items()
            yield Defect(engagement, number, kind, code, change)


DEFECTS = tuple(defects())


@cache
def plain(name: str) -> dict[str, Any]:
    """The spec as plain data, every scalar a text."""
    found = yaml.load(spec_of(name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


@cache
def clean(name: str) -> Counter[str]:
    """What is found in an engagement as it is, on its day."""
    (checked,) = check_specs([spec_of(name)], date.fromisoformat(plain(name)["date"]))
    return Counter(found.code for found in checked.report)


@pytest.mark.parametrize("defect", DEFECTS, ids=str)
def test_a_defect_is_found_by_its_rule_alone(defect: Defect, tmp_path: Path) -> None:
    """The changed engagement has one finding more than its clean twin: that of the defect."""
    spec = plain(defect.engagement)
    file = tmp_path / "spec.vadocs.yaml"
    file.write_text(written(laid(spec, defect.change)), encoding="utf-8")
    (checked,) = check_specs([file], date.fromisoformat(spec["date"]))
    before, after = clean(defect.engagement), Counter(found.code for found in checked.report)
    assert after - before == Counter([defect.code]), [found.message("en") for found in checked.report]
    assert not before[defect.code]


def test_the_set_is_wide() -> None:
    """Sixty defects or more, of each kind, under every law that has data, and under none."""
    laws = {plain(defect.engagement)["governing_law"].split("-")[0] for defect in DEFECTS}
    assert len(DEFECTS) >= 60 and {defect.kind for defect in DEFECTS} == set(KINDS)
    assert laws >= {"ES", "MX", "CO", "PE", "AR", "CL", "GB", "US"} and len(laws) > 8
    assert all(defect.change for defect in DEFECTS)
