"""Erasing a client: all that is theirs goes and nothing else, wherever a run ends; what is beyond reach is told."""

import errno
import io
import json
import os
import shutil
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.typing_in import Answer, typed
from tests.life import failing
from tests.life.failing import Calls, raising
from tests.life.folder import file, saved
from vadocs.batches import holding, journal
from vadocs.batches.forgetting import Asked, Plan, erase, planned
from vadocs.batches.jobs import Entry
from vadocs.diagnostics import Exit, Failure, Report
from vadocs.outputs import disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="counts the calls of a POSIX system")

SPEC = """\
id: {id}
number: "{number}"
client:
  legal_name: {name}
  tax_id: {tax}
  email: {mail}
"""
OTHER = SPEC + """\
amends: {{number: ACM-77}}
# conoce a cerameca y a la
# CERÁMICA  ÁCME desde 2020
services:
  - task: facturas de B-1234567.4
"""
LEFTOVER = ".vadocs-0123456789abcdef.tmp"


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace with two clients, `acme` and `acme-2`, in memory where there is some; the current folder."""
    monkeypatch.delenv("VADOCS_LANG", raising=False)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="vadocs-", dir=memory) as name:
        place = Path(name) / "work"
        (place / "engagements").mkdir(parents=True)
        (place / "practice.yaml").write_text("language: es-ES\n")
        first = SPEC.format(id="acme", number="ACM-77", name="Cerámica Acme, S.L.", tax="B12345674", mail="a@acme.es")
        (place / "engagements" / "ceramica.vadocs.yaml").write_text(first, encoding="utf-8")
        other = OTHER.format(id="acme-2", number="ACM-78", name="Otra", tax="B00000000", mail="o@otra.es")
        (place / "engagements" / "otra.vadocs.yaml").write_text(other, encoding="utf-8")
        for id, number in (("acme", "ACM-77"), ("acme-2", "ACM-78")):
            saved(place / "out" / id, "final", status="final", engagement=id, number=number)
            saved(place / "out" / id, "draft", version=2, engagement=id, number=number)
        (place / "out" / "acme" / LEFTOVER).write_text("half")
        (place / "out" / "report.html").write_text("<html>")
        with journal.opened(place / "out") as lines:
            for id in ("acme", "acme-2"):
                lines.append(Entry(id, "written", "engagements/x.vadocs.yaml"))
        monkeypatch.chdir(place)
        yield place


def everything(folder: Path) -> dict[str, bytes | str]:
    """Every file and link below a folder with what it holds."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = os.readlink(path)
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


GONE = {
    "engagements/ceramica.vadocs.yaml", "out/report.html", "out/acme/manifest.json", f"out/acme/{LEFTOVER}",
    *(f"out/acme/{file(suffix, version)}" for suffix in ("docx", "pdf") for version in (1, 2)),
}  # fmt: skip


def plan_of(*ids: str, everything: bool = False) -> Plan:
    """What erasing those takes; fails on a finding."""
    report = Report()
    plan = planned(Asked(ids, Path("out"), everything=everything), report)
    assert plan is not None, [(d.code, d.args) for d in report]
    return plan


def assert_erased(there: Path, before: dict[str, bytes | str]) -> None:
    """All of `acme` is gone, and all else is as it was."""
    after = everything(there)
    assert before.keys() - after.keys() == GONE
    assert {n: d for n, d in after.items() if n != "out/manifest.jsonl"} == {
        n: before[n] for n in before.keys() - GONE - {"out/manifest.jsonl"}
    }
    assert not (there / "out" / "acme").exists()
    assert list(journal.read_journal(there / "out")) == ["acme-2"]


# --- what goes -------------------------------------------------------------------------------------


def test_a_plan_touches_nothing(there: Path) -> None:
    """`--dry-run` names every file, and changes none."""
    before = everything(there)
    answer = typed("forget", "acme", "--dry-run")
    assert answer.code is Exit.DONE
    assert {line.strip() for line in answer.out.split("\n\n")[0].splitlines()[1:-1]} == GONE
    assert everything(there) == before


def test_all_of_a_client_goes_and_nothing_else(there: Path) -> None:
    """Its folder with every version, finals too, its spec, its lines, the page of the batch: no other file changes."""
    before = everything(there)
    answer = typed("forget", "acme", "--yes")
    assert answer.code is Exit.DONE, answer.err
    assert_erased(there, before)
    again = typed("forget", "acme", "--yes", "--json")
    assert again.code is Exit.INPUT and again.codes == ["E771"]


def test_what_is_not_ours_is_left_unless_asked_for(there: Path) -> None:
    """Files changed by hand and of others stay and are told; with `--all-files` they go. No link is followed."""
    outside = there.parent / "outside"
    outside.mkdir()
    (outside / "keep.txt").write_text("keep")
    folder = there / "out" / "acme"
    (folder / file("pdf")).write_bytes(b"mine")
    (folder / "notes" / "deep").mkdir(parents=True)
    (folder / "notes" / "deep" / "a.txt").write_text("mine")
    (folder / "notes" / "way").symlink_to(outside)
    (folder / "link.pdf").symlink_to(outside / "keep.txt")
    answer = typed("forget", "acme", "--yes", "--json")
    assert answer.code is Exit.DONE and answer.codes == ["W776"]
    left = {(o["file"], o["why"]) for o in answer.objects if o["kind"] == "left"}
    names = {(file("pdf"), "changed"), ("link.pdf", "link"), ("notes", "folder"), ("notes/deep", "folder"),
             ("notes/deep/a.txt", "other"), ("notes/way", "link")}  # fmt: skip
    assert left == {(f"out/acme/{name}", why) for name, why in names}
    assert everything(folder).keys() == {file("pdf"), "link.pdf", "notes/deep/a.txt", "notes/way"}
    assert typed("forget", "acme", "--yes", "--all-files").code is Exit.DONE
    assert not folder.exists()
    assert everything(outside) == {"keep.txt": b"keep"}


def test_folders_that_are_not_the_clients(there: Path) -> None:
    """A link, and the folder of another engagement under this name, are never touched: E773, and nothing goes."""
    os.rename("out/acme", there.parent / "elsewhere")
    Path("out/acme").symlink_to(there.parent / "elsewhere")
    before = everything(there.parent)
    assert typed("forget", "acme", "--yes", "--json").codes == ["E773"]
    Path("out/acme").unlink()
    shutil.copytree("out/acme-2", "out/acme")
    assert typed("forget", "acme", "--yes", "--all-files", "--json").codes == ["E773"]
    shutil.rmtree("out/acme")
    Path("out/acme").symlink_to(there.parent / "elsewhere")
    assert everything(there.parent) == before


@pytest.mark.parametrize(
    ("id", "code", "near"),
    [("../acme", "E770", ""), ("/acme", "E770", ""), ("", "E770", ""), (".", "E770", ""), ("ACME", "E770", "`acme`"),
     ("acmee", "E771", "`acme`"), ("nothing-like-it", "E771", "`acme`, `acme-2`")],
)  # fmt: skip
def test_an_id_that_is_none_or_is_not_known(there: Path, id: str, code: str, near: str) -> None:
    """It is told with the id that was meant; nothing goes, not even of another id that is right."""
    before = everything(there.parent)
    answer = typed("forget", id, "acme-2", "--yes")
    assert answer.code is Exit.INPUT
    assert f"error[{code}]" in answer.err and near in answer.err
    assert everything(there.parent) == before
    assert typed("forget", "acme", "--yes", "--out", "s3://bucket/x", "--json").codes == ["E777"]


def test_a_folder_without_manifest_or_batch(there: Path) -> None:
    """Without a manifest, or with a damaged one, no file is known for ours; a spec that was never made goes alone."""
    Path("out/acme/manifest.json").write_text("{}")
    damaged = typed("forget", "acme", "--dry-run", "--json")
    assert {o["why"] for o in damaged.objects if o["kind"] == "left"} == {"unsure"}
    os.unlink("out/acme/manifest.json")
    os.unlink("out/manifest.jsonl")
    answer = typed("forget", "acme", "--yes", "--json")
    assert answer.codes == ["W776"] and {o["why"] for o in answer.objects if o["kind"] == "left"} == {"unsure"}
    assert len(os.listdir("out/acme")) == 4 and not Path("engagements/ceramica.vadocs.yaml").exists()
    shutil.rmtree("out")
    assert typed("forget", "acme-2", "--yes").code is Exit.DONE
    assert os.listdir("engagements") == [] and not Path("out").exists()


# --- asking ----------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A keyboard at which something is typed."""

    def isatty(self) -> bool:
        """As a terminal answers."""
        return True


@pytest.mark.parametrize(("word", "gone"), [("borrar\n", True), ("sí\n", False), ("", False)])
def test_it_asks_before_it_deletes(there: Path, monkeypatch: pytest.MonkeyPatch, word: str, gone: bool) -> None:
    """On a terminal the list is shown and the word has to be typed; anything else deletes nothing."""
    monkeypatch.setattr(sys, "stdin", Terminal(word))
    answer = typed("forget", "acme")
    assert answer.code is Exit.DONE
    assert "Escribe «borrar»" in answer.err and "Se borra:" in answer.out
    assert Path("out/acme").exists() is not gone


def test_where_no_question_can_be_asked(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal, or with `--json`, `--yes` is needed: a fault of usage, and nothing goes."""
    before = everything(there)
    monkeypatch.setattr(sys, "stdin", io.StringIO("borrar\n"))
    assert typed("forget", "acme").code is Exit.USAGE
    monkeypatch.setattr(sys, "stdin", Terminal("borrar\n"))
    assert typed("forget", "acme", "--json").codes == ["E772"]
    assert everything(there) == before


# --- what is beyond reach --------------------------------------------------------------------------


def of_kind(answer: Answer, kind: str) -> list[tuple[object, ...]]:
    """The JSON objects of a kind, by what stands beside the file's name."""
    return [tuple(v for k, v in o.items() if k not in ("kind", "id")) for o in answer.objects if o["kind"] == kind]


def test_where_else_the_client_stands_is_told(there: Path) -> None:
    """Lines of other files, files that the spec names or that look like its own, git: places, and never a value."""
    spec = there / "engagements" / "ceramica.vadocs.yaml"
    with spec.open("a", encoding="utf-8") as more:
        more.write("attachments:\n  - {file: tarifa.pdf}\n  - {file: contrato.pdf}\n")
        more.write("provider: {photo: {file: yo.png}}\n")
    for name in ("tarifa.pdf", "contrato.pdf", "yo.png", "ceramica.ics", "~ceramica.vadocs.yaml", "nada.txt"):
        (there / "engagements" / name).write_text("x")
    with (there / "engagements" / "otra.vadocs.yaml").open("a") as more:
        more.write("attachments: [{file: tarifa.pdf}]\n")
    (there / "out" / "acme.zip").write_text("x")
    (there / ".git").mkdir()
    answer = typed("forget", "acme", "--dry-run", "--json")
    other = "engagements/otra.vadocs.yaml"
    assert of_kind(answer, "place") == [(other, 7), (other, 9), (other, 11)]
    assert of_kind(answer, "named") == [("engagements/tarifa.pdf", True), ("engagements/contrato.pdf", False)]
    beside = {"engagements/ceramica.ics", "engagements/~ceramica.vadocs.yaml", "out/acme.zip"}
    assert {name for (name,) in of_kind(answer, "beside")} == beside
    assert [Path(str(name)) for (name,) in of_kind(answer, "repository")] == [there.resolve()]
    told = {o["about"] for o in answer.objects if o["kind"] == "beyond"}
    assert told == {"sent", "copies", "accounts", "disk", "law"}
    for language in ("es", "en"):
        shown = typed("forget", "acme", "--dry-run", language=language)
        plain = (shown.out + shown.err).casefold()
        assert not [word for word in ("cerámica acme", "12345674", "a@acme", "acm-77") if word in plain]
        assert "otra.vadocs.yaml:9" in plain
        assert ("asesoría" if language == "es" else "adviser") in plain


def test_the_row_of_a_table_is_for_the_user(there: Path) -> None:
    """The row is named by its number, found anew though rows have moved; table and base spec stay as they are."""
    table = there / "clientes.csv"
    table.write_text(
        'id,number,client.legal_name\nacme-2,ACM-78,Otra\nnuevo,N-1,"Nuevo\nS.L."\n'
        "acme,ACM-77,Cerámica Acme\nz,ACM-77,Z\n",
        encoding="utf-8",
    )
    with journal.opened(there / "out") as lines:
        lines.append(Entry("acme", "written", "clientes.csv", 2))
    os.unlink("engagements/ceramica.vadocs.yaml")
    before = table.read_bytes()
    elsewhere = typed("forget", "acme", "--specs", "engagements", "--dry-run", "--json")
    assert of_kind(elsewhere, "row") == [("clientes.csv", 4)]
    answer = typed("forget", "acme", "--yes", "--json")
    assert answer.code is Exit.DONE
    assert of_kind(answer, "row") == [("clientes.csv", 4)]
    assert ("clientes.csv", 6) in of_kind(answer, "place") and ("clientes.csv", 5) not in of_kind(answer, "place")
    assert table.read_bytes() == before and Path("engagements/otra.vadocs.yaml").exists()
    table.write_text("id,id\n")
    shown = typed("forget", "acme", "--specs", table, "--dry-run")
    assert shown.code is Exit.DONE or "E771" in shown.err


def draft(name: str, **typed: str) -> Path:
    """A draft of an interview that was left, with those answers."""
    path = Path("engagements") / name
    path.write_text(json.dumps({"typed": typed, "past": list(typed)}, ensure_ascii=False), encoding="utf-8")
    return path


def test_drafts_of_interviews_go(there: Path) -> None:
    """A draft whose answers name the client goes, as does what a killed run left of one; another client's stays."""
    own = [
        draft(".new.draft.json", client="Ceramica ACME"), draft(".x.draft.json", **{"client-tax-id": "B-12345674"}),
        draft(".y.draft.json", **{"client-email": "a@acme.es"}), draft(".vadocs-0123456789abcdef.tmp", client="Acme"),
        draft(".acme.draft.json", niche="bookkeeping"),
    ]  # fmt: skip
    Path(own[3]).write_text('{"typed": {"client": "Cerámica Acme, S.L.', encoding="utf-8")
    others = [draft(".otra.draft.json", client="Otra", tasks="avisar a Cerámica Acme"), draft(".z.draft.json")]
    before = everything(there)
    shown = typed("forget", "acme", "--dry-run")
    assert everything(there) == before
    assert all(f"  {path}\n" in shown.out for path in own)
    assert "engagements/.otra.draft.json:1: nombra al cliente" in shown.out
    assert typed("forget", "acme", "--yes").code is Exit.DONE
    assert not [path for path in own if path.exists()]
    assert all(path.exists() for path in others)


def test_a_client_of_whom_there_is_a_draft_alone(there: Path) -> None:
    """An interview that was left is found by the client's name, or by its own; a name near it is advised."""
    left = draft(".new.draft.json", client="Café del Puerto, S.L.", **{"client-email": "hola@puerto.es"})
    Path("notas.txt").write_text("llamar a hola@puerto.es\n")
    near = typed("forget", "cafe-del-puertto", "--yes")
    assert "cafe-del-puerto" in near.err
    answer = typed("forget", "cafe-del-puerto", "--yes", "--json")
    assert answer.code is Exit.DONE, answer.err
    assert (Path("notas.txt").as_posix(), 1) in of_kind(answer, "place")
    assert not of_kind(answer, "no_spec")
    assert not left.exists()
    other = draft(".Taller.draft.json", client="Otro taller")
    assert typed("forget", "taller", "--yes").code is Exit.DONE
    assert not other.exists()


def test_a_draft_that_went_on_is_not_deleted(there: Path) -> None:
    """An answer given since the plan was shown stops the run: E774."""
    left = draft(".new.draft.json", client="Cerámica Acme")
    plan = plan_of("acme")
    draft(".new.draft.json", client="Otra")
    with pytest.raises(Failure, match="E774"):
        erase(plan)
    assert left.exists()


def test_a_spec_that_was_not_found_is_told(there: Path) -> None:
    """Where the folder goes but no spec is found, it says where it looked; `--specs` names another folder."""
    (there / "old").mkdir()
    os.rename("engagements/ceramica.vadocs.yaml", "old/broken.yaml")
    Path("old/broken.yaml").write_text(Path("old/broken.yaml").read_text() + "x: [\n")
    Path("engagements/way.yaml").symlink_to("../old/broken.yaml")
    answer = typed("forget", "acme", "--dry-run")
    assert "la ficha de `acme` no está en" in answer.out and "engagements/way.yaml: " in answer.out
    assert typed("forget", "acme", "--specs", "nowhere", "--yes").code is Exit.USAGE
    assert typed("forget", "acme", "--specs", "old", "--yes").code is Exit.DONE
    assert not Path("old/broken.yaml").exists() and not Path("out/acme").exists()


# --- wherever a run ends ---------------------------------------------------------------------------


def copies(there: Path) -> Iterator[tuple[int, str, Path]]:
    """For every call that erasing makes: its turn, its name, and a copy of the workspace to stand in."""
    model = there.parent / "model"
    shutil.copytree(there, model)
    calls = Calls()
    with pytest.MonkeyPatch.context() as patch:
        plan = plan_of("acme")
        failing.install(patch, calls)
        erase(plan)
    assert {"unlink", "rmdir", "fsync", "flock", "replace"} <= set(calls.made)
    for nth, name in enumerate(calls.made, start=1):
        place = there.parent / str(nth)
        shutil.copytree(model, place)
        os.chdir(place)
        yield nth, name, place
        os.chdir(there)
        shutil.rmtree(place)


def assert_completed(place: Path, before: dict[str, bytes | str]) -> None:
    """What is there is as it was, and the next run erases the rest."""
    for name, data in everything(place).items():
        temporary = name.startswith("out/.vadocs-")
        assert temporary or name == "out/manifest.jsonl" or data == before[name], name
    assert set(before) - set(everything(place)) <= GONE
    if "acme" in journal.read_journal(place / "out") or not before.keys() - GONE >= everything(place).keys():
        erase(plan_of("acme"))
    assert_erased(place, before)


def test_a_failure_at_any_call(there: Path) -> None:
    """The run that fails says so and removes nothing else; the second completes it."""
    before = everything(there)
    told = 0
    for nth, name, place in copies(there):
        plan = plan_of("acme")
        with pytest.MonkeyPatch.context() as patch:
            failing.install(patch, Calls(nth, raising(OSError(errno.EIO, "Input/output error"))))
            try:
                erase(plan)
            except Failure as failure:
                told += 1
                assert failure.diagnostic.code in ("E775", "E603"), (name, failure)
        assert_completed(place, before)
    assert told > 30


def test_killed_at_any_call(there: Path) -> None:
    """A run that is killed before any call has removed nothing else; the second completes it."""
    before = everything(there)
    killed = 0
    for nth, _, place in copies(there):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            plan = plan_of("acme")
            with pytest.MonkeyPatch.context() as patch:
                failing.install(patch, Calls(nth, failing.die))
                erase(plan)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        assert_completed(place, before)
    assert killed > 30


def test_what_changed_since_it_was_shown_is_not_deleted(there: Path) -> None:
    """A file that appeared in the folder, or a spec that was changed meanwhile, stops the run: E774."""
    plan = plan_of("acme")
    Path("out/acme/new.txt").write_text("new")
    before = everything(there)
    with pytest.raises(Failure, match="E774"):
        erase(plan)
    assert everything(there) == before
    plan = plan_of("acme", everything=True)
    spec = Path("engagements/ceramica.vadocs.yaml")
    spec.write_text(spec.read_text().replace("id: acme", "id: otro"))
    with pytest.raises(Failure, match="E774"):
        erase(plan)
    assert spec.exists() and "acme" in journal.read_journal(there / "out")


def test_another_run_is_not_disturbed(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a batch holds the output folder, or a run that of the client, nothing goes: E755, E611."""
    monkeypatch.setattr(disk, "_WAIT", 0)
    before = everything(there)
    with holding.held(Path("out")), pytest.raises(Failure, match="E755"):
        erase(plan_of("acme"))
    with disk.opened(Path("out/acme")), pytest.raises(Failure, match="E611"):
        erase(plan_of("acme"))
    assert everything(there) == before
