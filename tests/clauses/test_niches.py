"""Niches are read strictly, and `clauses lint` holds what they set; several on one engagement come together."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.content.contracts import library, names
from vadocs.compose.overlays import joined, joined_defaults, tell_contradictions
from vadocs.diagnostics import Report
from vadocs.lint.niches import check_niches
from vadocs.model.clause import Overlay
from vadocs.model.engagement import Engagement, Leaf, Record
from vadocs.model.niche import Risk, TaskTemplate
from vadocs.readers.compiled import read_compiled, write_compiled
from vadocs.readers.library import load_library
from vadocs.readers.niche import read_niche

WHOLE = """id: uno
title: {es: Uno, en: One}
family: creative
regulated: tax
add: [regulated-acts]
parameters:
  regulated-acts: {fields: tax}
scope:
  - task: {es: Tarea, en: Task}
    frequency: weekly
    volume: {quantity: 3, unit: invoice}
    deliverable: {es: hoja, en: sheet}
exclusions:
  - {es: Fuera, en: Out}
kpis:
  - name: {es: Plazo, en: Time}
    target: {es: un día, en: one day}
access:
  - system: {es: Banco, en: Bank}
    role: {es: consulta, en: view}
    method: named-user
risks:
  - id: custody
    text: {es: Cuidado, en: Beware}
"""


def read(folder: Path, text: str) -> tuple[Overlay | None, list[str]]:
    """The niche of a file, and the codes of what is found."""
    path = folder / "uno.yaml"
    path.write_text(text, encoding="utf-8")
    report = Report()
    return read_niche(path, report), [d.code for d in report]


def test_a_whole_niche_is_read(tmp_path: Path) -> None:
    """Every key comes out as its value."""
    niche, found = read(tmp_path, WHOLE)
    assert not found
    assert niche is not None
    assert (niche.family, niche.regulated, niche.exclusions) == ("creative", "tax", ({"es": "Fuera", "en": "Out"},))
    (task,) = niche.scope
    assert task == TaskTemplate(
        {"es": "Tarea", "en": "Task"}, "weekly", "3", "invoice", {"es": "hoja", "en": "sheet"}
    )
    assert niche.access[0].method == "named-user"
    assert niche.kpis[0].target["en"] == "one day"
    assert niche.risks == (Risk("custody", {"es": "Cuidado", "en": "Beware"}),)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("family: creative", "family: creativ", "E284"),
        ("family: creative", "famly: creative", "E280"),
        ("method: named-user", "method: named-user\n    password: abc", "E280"),
        ("method: named-user", "method: by-mail", "E284"),
        ("    method: named-user\n", "", "E281"),
        ("frequency: weekly", "frequency: often", "E284"),
        ("unit: invoice", "unit: thing", "E284"),
        ("quantity: 3", "quantity: some", "E298"),
        ("{es: Fuera, en: Out}", "{es: Fuera}", "E281"),
        ("{es: Tarea, en: Task}", "{es: Tarea}", "E285"),
        ("{es: un día, en: one day}", "{en: one day}", "E285"),
        ("  - id: custody\n", "  - id: Custody!\n", "E283"),
        ("exclusions:\n  - {es: Fuera, en: Out}", "exclusions: nothing", "E282"),
        ("id: uno", "id: dos", "E286"),
    ],
)
def test_each_fault_has_its_finding(old: str, new: str, code: str, tmp_path: Path) -> None:
    """A key, code or language that is not right is told once, and nothing else is."""
    assert WHOLE.count(old) == 1
    assert read(tmp_path, WHOLE.replace(old, new))[1] == [code]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{fields: tax}", "{fields: tax, filed: law}", "E900"),
        ("{fields: tax}", '{fields: "tax, medicine"}', "E901"),
        ("{fields: tax}", "{fields: tax}\n  audio-handling: {deletion_days: soon}", "E901"),
        ("{fields: tax}", "{fields: law}", "E902"),
        ("add: [regulated-acts]\n", "add: [regulated-acts, insurance]\nremove: [insurance]\n", "E903"),
        ("  - {es: Fuera, en: Out}", "  - {es: Fuera, en: Out}\n  - {es: fuera, en: Outside}", "E904"),
    ],
)
def test_lint_of_niches(old: str, new: str, code: str, tmp_path: Path) -> None:
    """What a niche sets is a parameter of its clause and a value of it; it does not contradict or repeat itself."""
    assert [d.code for d in linted(tmp_path, WHOLE)] == []
    found = linted(tmp_path, WHOLE.replace(old, new))
    assert [d.code for d in found] == [code]
    assert all(d.hints and d.message("es") and d.message("en") for d in found)


def test_a_niche_that_changes_nothing_is_a_warning(tmp_path: Path) -> None:
    """An offer alone is no overlay."""
    assert [d.code for d in linted(tmp_path, "id: uno\ntitle: {es: Uno, en: One}\n")] == ["W900"]


def linted(folder: Path, text: str) -> Report:
    """What lint tells of one niche over the bundled library."""
    niche, found = read(folder, text)
    assert niche is not None and not found
    report = Report()
    check_niches(replace(library(), niches={"uno": niche}), names(), report)
    return report


def test_the_bundled_niches_lint_clean() -> None:
    """Each sets what its clauses have; the rules are alive, as the tests above show."""
    report = Report()
    check_niches(library(), names(), report)
    assert len(library().niches) == 25
    assert not list(report)


def test_niches_survive_being_compiled(tmp_path: Path) -> None:
    """What a wheel carries is what was read, texts of both languages included."""
    (tmp_path / "niches").mkdir()
    (tmp_path / "niches" / "uno.yaml").write_text(WHOLE.replace("add: [regulated-acts]\n", ""), encoding="utf-8")
    report = Report()
    read_in = load_library([tmp_path], report)
    again = read_compiled(write_compiled(read_in, tmp_path), tmp_path)
    assert again is not None
    assert dict(again.niches) == dict(read_in.niches)
    assert again.niches["uno"].risks[0].id == "custody"


# --- several niches --------------------------------------------------------------------------------


def niche(id: str, **given: object) -> Overlay:
    """A niche with some of its changes."""
    return replace(Overlay(id, {}), **given)  # type: ignore[arg-type]


def together(*niches: Overlay, spec: Record | None = None) -> tuple[dict[str, dict[str, str]], list[str]]:
    """The defaults that the niches set together, and the codes of the notes."""
    report = Report()
    engagement = Engagement(spec or Record({}), ())
    found = joined_defaults([(one, None) for one in niches], engagement, library(), report)
    return found, [d.code for d in report]


def test_members_of_lists_come_together() -> None:
    """Each member once, in the order of the niches."""
    assert joined("tax, law", "law,brokerage") == "tax, law, brokerage"
    one = niche("one", parameters={"regulated-acts": {"fields": "tax"}})
    two = niche("two", parameters={"regulated-acts": {"fields": "brokerage"}})
    assert together(one, two) == ({"regulated-acts": {"fields": "tax, brokerage"}}, [])
    assert together(two, one, two)[0] == {"regulated-acts": {"fields": "brokerage, tax"}}


def test_the_later_of_two_values_holds_and_is_told() -> None:
    """The order is the spec's; the same value twice is no contradiction."""
    five = niche("five", parameters={"content-publication": {"approval_days": "5"}})
    two = niche("two", parameters={"content-publication": {"approval_days": "2"}})
    assert together(five, two) == ({"content-publication": {"approval_days": "2"}}, ["N900"])
    assert together(two, five)[0] == {"content-publication": {"approval_days": "5"}}
    assert together(two, two)[1] == []


def test_what_the_spec_settles_needs_no_note() -> None:
    """A value of the spec's own takes the place of both."""
    five = niche("five", parameters={"content-publication": {"approval_days": "5"}})
    two = niche("two", parameters={"content-publication": {"approval_days": "2"}})
    spec = Record({"content_publication": Record({"approval_days": Leaf("7", None)})})
    assert together(five, two, spec=spec)[1] == []


def test_a_clause_that_one_puts_in_and_another_takes_out() -> None:
    """Told for each turn, unless the spec itself says what holds; replacing counts as both."""
    adds, removes = niche("adds", add=("insurance",)), niche("removes", remove=("insurance",))
    replaces = niche("replaces", replace={"insurance": "ethics"})

    def notes(*niches: Overlay, settled: frozenset[str] = frozenset()) -> list[str]:
        report = Report()
        tell_contradictions([(one, None) for one in niches], settled, report)
        return [f"{d.code} {dict(d.args)['clause']}" for d in report]

    assert notes(adds, removes) == ["N901 insurance"]
    assert notes(adds, removes, adds) == ["N901 insurance", "N901 insurance"]
    assert notes(adds, replaces) == ["N901 insurance"]
    assert notes(removes, replaces) == []
    assert notes(adds, removes, settled=frozenset({"insurance"})) == []
