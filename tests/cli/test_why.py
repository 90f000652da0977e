"""`vadocs plan --why`: the layers of a plan as a diff, in both languages, with and without colours, as JSON."""

from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, ROOT, spec, typed
from vadocs.diagnostics import Exit

DATA = Path(__file__).parent / "data"


SET = """id: mio
title: {es: Mío, en: Mine}
clauses: [parties, scope, confidentiality, credentials, ethics, insurance, severability, signature-block]
"""


def layered(folder: Path) -> Path:
    """Marta's spec on a small set of her own: niches that join and contradict, a clause added and one taken out."""
    (folder / "practice.yaml").write_text("")
    (folder / "clauses" / "sets").mkdir(parents=True)
    (folder / "clauses" / "sets" / "mio.yaml").write_text(SET, encoding="utf-8")
    return spec(
        folder,
        ("clause_set: retainer", "clause_set: mio"),
        ("niches: [bookkeeping]", "niches: [bookkeeping, nonprofit, real-estate, marketing-ads]"),
        ("clauses: {with: ", "clauses: {add: [system-changes], remove: [severability], with: "),
        ("years_after: 3", "years_after: 5"),
    )


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_layers_as_text(language: str, here: Path) -> None:
    """The whole diff: base, each niche over the one before, the spec, what is required, what stays out and why."""
    answer = typed("plan", "--why", layered(here), language=language)
    assert answer.code is Exit.DONE
    told = answer.out.replace(str(ROOT), "…")
    assert told == (DATA / f"why.{language}.txt").read_text(encoding="utf-8")


def test_colours_on_a_terminal_only(here: Path) -> None:
    """A terminal shows additions green and omissions red; the words are the same without."""
    path = layered(here)
    coloured = typed("plan", "--why", path, columns=120).out
    assert "\x1b[32m+ content-publication" in coloured
    assert "\x1b[31m- severability" in coloured
    assert "\x1b[33m~ regulated-acts" in coloured
    assert "\x1b" not in typed("plan", "--why", path).out


def test_the_layers_as_json(here: Path) -> None:
    """One object a change, with its layer, file, sign and values; together they are the plan."""
    path = layered(here)
    changes = [o for o in typed("plan", "--why", path, "--json").objects if o["kind"] == "change"]
    assert {o["layer"] for o in changes} == {"set", "niche", "spec", "requires", "left_out"}
    (fields,) = [o for o in changes if o["id"] == "real-estate" and o["parameter"]]
    assert fields == {
        "kind": "change", "document": "contract", "layer": "niche", "id": "real-estate",
        "file": str(ROOT / "clauses" / "niches" / "real-estate.yaml"), "sign": "~", "clause": "regulated-acts",
        "parameter": "fields", "old": "tax", "new": "tax, brokerage", "reason": None,
    }  # fmt: skip
    standing: set[str] = set()
    for change in changes:
        if change["sign"] in " +":
            standing.add(change["clause"])
        elif change["sign"] == "-":
            standing.remove(change["clause"])
    planned = [o["clause"] for o in typed("plan", path, "--json").objects if o["kind"] == "clause"]
    assert standing == set(planned)


def test_what_is_required_is_a_layer(here: Path) -> None:
    """A clause that only another one needs names it."""
    out = typed("plan", "--why", layered(here)).out
    assert "lo que otras cláusulas necesitan\n" in out
    assert "+ out-of-scope-change  (la necesita la cláusula `scope`)\n" in out


def test_a_set_on_a_set_is_two_layers(here: Path) -> None:
    """A set that extends another one adds to it in a layer of its own."""
    (here / "practice.yaml").write_text("")
    folder = here / "clauses" / "sets"
    folder.mkdir(parents=True)
    (folder / "mio.yaml").write_text(
        "id: mio\ntitle: {es: Mío, en: Mine}\nextends: retainer\nclauses: [data-quality]\n", encoding="utf-8"
    )
    out = typed("plan", "--why", spec(here, ("clause_set: retainer", "clause_set: mio"))).out
    assert "conjunto `mio`  clauses/sets/mio.yaml\n+ data-quality\n" in out
    assert out.index("conjunto `retainer`") < out.index("conjunto `mio`") < out.index("nicho `bookkeeping`")


def test_an_example_needs_no_layer_that_changes_nothing() -> None:
    """Layers without changes are left out."""
    out = typed("plan", "--why", LEVANTE).out
    assert "lo que otras cláusulas necesitan" not in out
    assert "nicho `bookkeeping`" in out
