"""Living with a library: clauses of one's own, editions kept and pinned, compared, and found in what was issued."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.typing_in import ROOT, spec, typed
from vadocs.build import compose_spec, sources
from vadocs.build.overriding import tell_behind, tell_shadows
from vadocs.build.workspace import check_kept
from vadocs.diagnostics import Exit, Report
from vadocs.outputs.editions import editions
from vadocs.outputs.manifest import Edition, Manifest, Record, manifest_bytes, read_bytes
from vadocs.readers.library import load_library
from vadocs.writers.native import write_native

OLD, NEW = "las fechas se desplazan otro tanto", "las fechas se mueven igual"


@pytest.fixture
def own(here: Path) -> Path:
    """A workspace with today's `deposit` kept, and a second edition of it, with another word, as its own."""
    (here / "practice.yaml").write_text("", encoding="utf-8")
    assert typed("clauses", "keep", "deposit").code is Exit.DONE
    folder = here / "clauses" / "deposit"
    shutil.copytree(ROOT / "clauses" / "deposit", folder)
    changed(folder / "clause.yaml", "edition: 1", "edition: 2")
    changed(folder / "es.md", OLD, NEW)
    return here


def changed(file: Path, old: str, new: str) -> None:
    """Change a text in a file; fails where it is not there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def contract(path: Path) -> str:
    """The text of a spec's contract."""
    report = Report()
    composed = compose_spec(path, report)
    assert not report.failed and composed, [one.message("es") for one in report]
    return write_native(composed[0].document)


def test_a_pin_holds(own: Path) -> None:
    """The kept edition is what the contract says where it is pinned; the workspace's own where it is not."""
    assert NEW in contract(spec(own))
    text = contract(spec(own, ("clauses: {with", "clauses: {pin: {deposit: 1}, with")))
    assert OLD in text and NEW not in text


def test_a_pin_that_cannot_hold_says_where_the_edition_can_be_had(own: Path) -> None:
    """Without the kept copy the bundled edition under the own one serves; one that is nowhere is an error."""
    shutil.rmtree(own / "clauses" / "editions")
    pinned = spec(own, ("clauses: {with", "clauses: {pin: {deposit: 1}, with"))
    assert OLD in contract(pinned)
    changed(own / "clauses" / "deposit" / "clause.yaml", "edition: 2", "edition: 4")
    changed(pinned, "deposit: 1}", "deposit: 3}")
    answer = typed("check", pinned)
    assert answer.code is Exit.INPUT
    assert "la ficha fija la edición 3 de la cláusula `deposit`, y la biblioteca tiene la 4" in answer.err
    assert "`vadocs clauses keep deposit` guarda una copia en `clauses/editions/deposit/3`" in answer.err


def test_a_clause_that_the_library_lost_is_had_by_its_pin(own: Path) -> None:
    """A kept clause of an id that the library has no more can be added and pinned, with its own parameters."""
    kept = own / "clauses" / "editions" / "vieja" / "1"
    kept.mkdir(parents=True)
    facts = ("id: vieja", "title: {es: Vieja, en: Old}", "summary: {es: Algo., en: Something.}", "parameters:",
             "  place: {type: text, description: {es: lugar, en: place}}")  # fmt: skip
    (kept / "clause.yaml").write_text("\n".join(facts) + "\n", encoding="utf-8")
    (kept / "es.md").write_text("# Vieja\n\nSe trabaja en {{ vieja.place }}.\n", encoding="utf-8")
    (kept / "en.md").write_text("# Old\n\nThe work is done in {{ vieja.place }}.\n", encoding="utf-8")
    change = "clauses: {add: [vieja], pin: {vieja: 1}, with: {vieja: {place: Soria}, "
    assert "Se trabaja en Soria." in contract(spec(own, ("clauses: {with: {", change)))


def test_one_text_of_a_bundled_clause_can_be_ones_own(here: Path) -> None:
    """A folder with a law's text alone changes that text; the clause keeps its facts and its other texts."""
    (here / "practice.yaml").write_text("", encoding="utf-8")
    folder = here / "clauses" / "deposit"
    folder.mkdir(parents=True)
    (folder / "es@ES.md").write_text("# Anticipo\n\nSe paga antes de empezar. {#amount}\n", encoding="utf-8")
    assert "Se paga antes de empezar." in contract(spec(here))
    (found,) = [one for one in typed("clauses", "list", "--json").objects if one["id"] == "deposit"]
    assert {"en", "es", "es@ES"} <= set(found["texts"]) and not found["bundled"]
    assert "menos lo que has cambiado tú: clauses/deposit/es@ES.md" in typed("clauses", "show", "deposit").out


def test_a_clause_yaml_alone_leaves_the_texts(own: Path) -> None:
    """An own `clause.yaml` without texts has the bundled ones."""
    for path in (own / "clauses" / "deposit").glob("*.md"):
        path.unlink()
    assert OLD in contract(spec(own))


def test_a_set_a_niche_and_law_data_of_ones_own(here: Path) -> None:
    """A workspace's set, niche and country of law data are used beside those that come with vadocs."""
    (here / "practice.yaml").write_text("", encoding="utf-8")
    for name in ("sets", "niches"):
        (here / "clauses" / name).mkdir(parents=True)
    files = {
        "sets/mio.yaml": "id: mio\ntitle: {es: Mío, en: Mine}\nextends: retainer\nclauses: [ethics]\n",
        "niches/azulejos.yaml": "id: azulejos\ntitle: {es: Azulejos, en: Tiles}\nadd: [portfolio-publicity]\n",
    }
    for name, text in files.items():
        (here / "clauses" / name).write_text(text, encoding="utf-8")
    path = spec(here, ("clause_set: retainer", "clause_set: mio"), ("niches: [bookkeeping]", "niches: [azulejos]"))
    found = {one["clause"] for one in typed("plan", path, "--json").objects if one["kind"] == "clause"}
    assert {"ethics", "portfolio-publicity"} <= found


def test_what_a_workspace_misses_is_told(own: Path) -> None:
    """An own clause that was made from an older edition is warned of, until its owner says that she has looked."""
    facts = own / "clauses" / "deposit" / "clause.yaml"
    changed(facts, "edition: 2", "edition: 2\nbased_on: 1")
    assert "W459" not in typed("clauses", "list", "--json").codes
    under = own / "under"
    shutil.copytree(ROOT / "clauses" / "deposit", under / "deposit")
    changed(under / "deposit" / "clause.yaml", "edition: 1", "edition: 3")
    report, bundled = Report(), load_library([under], Report())
    library = load_library([under, own / "clauses"], Report(), bundled)
    tell_behind(library, own / "clauses", report)
    (found,) = report
    assert (found.code, dict(found.args)["edition"], dict(found.args)["bundled"]) == ("W459", "1", "3")
    changed(facts, "based_on: 1", "based_on: 3")
    silent = Report()
    tell_behind(load_library([under, own / "clauses"], Report(), bundled), own / "clauses", silent)
    assert not len(silent)


def test_lint_tells_what_changes_nothing_and_what_stands_in_the_way(here: Path) -> None:
    """A copy that says the same, a set and a niche of a bundled name, a kept edition of another number."""
    (here / "practice.yaml").write_text("", encoding="utf-8")
    for name in ("sets/retainer.yaml", "niches/bookkeeping.yaml"):
        (here / "clauses" / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / "clauses" / name, here / "clauses" / name)
    shutil.copytree(ROOT / "clauses" / "notices", here / "clauses" / "notices")
    shutil.copytree(ROOT / "clauses" / "notices", here / "clauses" / "editions" / "notices" / "9")
    report, found = Report(), sources(here, Report())
    tell_shadows(found.library, sources(ROOT, Report()).library, report)
    check_kept(found, report)
    assert sorted(one.code for one in report) == ["E457", "N460", "N461", "N461"]
    assert typed("check", spec(here), "--json").code is Exit.DONE  # what no spec pins keeps nobody from working


def test_a_difference_is_told_word_by_word(own: Path) -> None:
    """`diff` marks words without colour; as JSON both texts can be put together again; `--against` chooses."""
    out = typed("clauses", "diff", "deposit").out
    assert "deposit: de la de vadocs (edición 1) a la tuya (edición 2)" in out
    assert "las fechas se [-desplazan otro tanto-]{+mueven igual+}." in out
    assert "edition: [-1-]{+2+}" in out and "en.md" not in out
    fact, text = typed("clauses", "diff", "deposit", "--against", "1", "--json").objects
    assert (fact["name"], fact["old"], fact["new"]) == ("edition", "1", "2")
    assert text["old"] in (ROOT / "clauses" / "deposit" / "es.md").read_text(encoding="utf-8")
    assert text["new"] in (own / "clauses" / "deposit" / "es.md").read_text(encoding="utf-8")
    assert "Dicen lo mismo." in typed("clauses", "diff", "deposit", "--of", "1", "--against", "bundled").out
    assert "no hay otra con que compararla" in typed("clauses", "diff", "scope").out
    answer = typed("clauses", "diff", "deposit", "--against", "7")
    assert answer.code is Exit.USAGE and "hay: `bundled`, `1`" in answer.err


def test_what_is_kept_is_not_lost(own: Path) -> None:
    """`keep` says where there is nothing to do, and leaves alone what is kept as the same edition."""
    assert "guardada: deposit, edición 2" in typed("clauses", "keep", "deposit").out
    assert "ya estaba guardada" in typed("clauses", "keep", "deposit").out
    kept = own / "clauses" / "editions" / "deposit" / "2" / "es.md"
    changed(own / "clauses" / "deposit" / "es.md", NEW, "todo espera")
    answer = typed("clauses", "keep", "deposit")
    assert answer.code is Exit.INPUT and "guarda ya otra cosa como edición 2" in answer.err
    assert NEW in kept.read_text(encoding="utf-8")
    (own / "practice.yaml").unlink()
    assert "no hay ninguna carpeta de trabajo" in typed("clauses", "keep", "deposit").err


def placed(edition: int, **more: object) -> dict[str, object]:
    """A clause as a manifest tells of it."""
    return {"id": "deposit", "edition": edition, "variant": "es", "reason": "reason.set", **more}


def put(out: Path, id: str, status: str, *clauses: dict[str, object]) -> Path:
    """A manifest of an engagement, without its files."""
    folder = out / id
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_bytes(manifest_bytes(Manifest(Edition(id, f"N-{id}", 1, status, clauses))))
    return folder / "manifest.json"


def test_documents_of_older_editions_are_found(own: Path) -> None:
    """Who has an older edition is listed, and what changed is told once, proved by the hash on record; a damaged
    manifest costs itself alone."""
    path = spec(own, ("clauses: {with", "clauses: {pin: {deposit: 1}, with"))
    assert typed("render", path, "--formats", "native").code is Exit.DONE
    (written,) = (own / "out").glob("*/manifest.json")
    (used,) = [one for one in read_bytes(written.read_bytes()).edition.clauses if one["id"] == "deposit"]
    assert used["pinned"] is True and used["documents"] == ["contract"]
    hash = used["sha256"]
    put(own / "out", "b", "final", placed(1, sha256=hash))
    put(own / "out", "c", "draft", placed(1, sha256="0" * 64))
    put(own / "out", "d", "draft", placed(2), {**placed(1), "id": "gone"}, {**placed(7), "id": "scope"})
    put(own / "out", "e", "draft").write_text("{}", encoding="utf-8")
    answer = typed("clauses", "outdated", "--json")
    assert answer.code is Exit.DONE and answer.codes == ["W466"]
    editions = {(o["id"], o["how"]): o for o in answer.objects if o["kind"] == "edition"}
    assert {key: o["count"] for key, o in editions.items()} == {
        ("deposit", "older"): 3, ("gone", "gone"): 1, ("scope", "newer"): 1,
    }  # fmt: skip
    assert editions["deposit", "older"]["known"] is None  # one of the three was made with a text that is not kept
    assert answer.objects[-1] == {"kind": "summary", "looked_at": 4, "outdated": 4}
    shutil.rmtree(own / "out" / "c")
    out = typed("clauses", "outdated").out
    assert "deposit: de la edición 1 a la 2  (en 2 de ellos)" in out
    assert "[-desplazan otro tanto-]{+mueven igual+}" in out
    assert "deposit 1 → 2 (fijada)" in out and "gone 1 → –" in out


def test_a_batch_s_record_tells_where_a_folder_does_not(own: Path) -> None:
    """An engagement of which only the batch's line is left is looked at too; its texts are compared by number alone."""
    (own / "out").mkdir()
    line = {"engagement": "z", "number": "Z-1", "version": 1, "status": "final", "clauses": {"deposit": "1"}}
    (own / "out" / "manifest.jsonl").write_text(json.dumps({**line, "ended": "written"}) + "\n", encoding="utf-8")
    out = typed("clauses", "outdated", "out").out
    assert "no consta que sea, letra a letra, la que se usó" in out and "solo por el registro del lote" in out


def test_a_manifest_tells_the_clauses_of_every_document_on_record() -> None:
    """Runs that make other documents or versions leave the clauses of the earlier ones on record."""
    first = Edition("a", "1", 1, "final", (placed(1, documents=["contract"]),))
    records = [Record(code, "pdf", f"{code}.pdf", 1, "", "", "1", 1, "final") for code in ("contract", "nda")]
    second = Edition("a", "1", 1, "final", (placed(2, documents=["nda"]),))
    both, others = editions(Manifest(first, tuple(records)), second, records[1:], records)
    assert [(one["edition"], one["documents"]) for one in both.clauses] == [(2, ["nda"]), (1, ["contract"])]
    assert others == ()
    later = Edition("a", "1", 2, "draft", (placed(3, documents=["contract"]),))
    fresh = Record("contract", "pdf", "v2.pdf", 1, "", "", "1", 2, "draft")
    whole, kept = editions(Manifest(both, tuple(records)), later, [fresh], [fresh, *records])
    assert whole == later and kept == (both,)
    assert read_bytes(manifest_bytes(Manifest(whole, (fresh, *records), (), kept))).earlier == (both,)
