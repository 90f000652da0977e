"""What a job's files depend on is told by hashes, exactly; and what has to be made again follows from them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.batches import opened
from tests.batches.test_journal import entry
from tests.life.folder import saved
from vadocs.batches import hashes
from vadocs.batches.changes import left_alone, standing, told
from vadocs.batches.fingerprints import FILES, FIXED, Now, Watch
from vadocs.batches.hashes import ABSENT, BUILT_ON, UNSURE, digest
from vadocs.batches.jobs import Ended, Entry, File, Job, Options
from vadocs.build.rendering import Request, make_documents, prepare
from vadocs.diagnostics import Span
from vadocs.outputs import MANIFEST, sha256
from vadocs.readers.bundled import bundled_clauses, bundled_templates
from vadocs.readers.overlay import Given
from vadocs.readers.parameters import specification
from vadocs.readers.schema import text

EXAMPLES = Path(__file__).parents[2] / "examples"
OPTIONS = Options(documents=("contract",), formats=("native",))
KEYS = (*FIXED, "look:own", "look:sobrio", "clause:confidentiality", "clause:own", "file:logo.png")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a spec, two clauses, a look, a font and a logo of its own."""
    for name, content in {
        "practice.yaml": "schema: 1\n", "engagements/a.vadocs.yaml": "schema: 1\n", "logo.png": "logo",
        "clauses/confidentiality/clause.yaml": "id: confidentiality\n", "clauses/confidentiality/es.md": "a",
        "clauses/own/clause.yaml": "id: own\n", "clauses/own/es.md": "b", "clauses/sets/mine.yaml": "id: mine\n",
        "templates/own.docx": "look", "fonts/deep/face.ttf": "font",
    }.items():  # fmt: skip
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return tmp_path


def job(folder: Path, *given: Given) -> Job:
    """The job of the workspace's spec."""
    return Job("a", "1", folder / "engagements" / "a.vadocs.yaml", given)


def put(name: str, content: str = "other") -> Callable[[Path], object]:
    """Writes a file below the workspace."""

    def act(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")

    return act


CHANGES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "nothing": (lambda _: None, set()),
    "the same again": (put("logo.png", "logo"), set()),
    "the spec": (put("engagements/a.vadocs.yaml"), {"spec"}),
    "the practice": (put("practice.yaml"), {"practice"}),
    "a nearer workspace": (
        put("engagements/practice.yaml", "schema: 1\n"),
        {"library", "fonts", "look:own", "clause:confidentiality", "clause:own", "file:logo.png"},
    ),
    "a clause's text": (put("clauses/own/es.md"), {"clause:own"}),
    "a clause's new text": (put("clauses/own/es@PE.md"), {"clause:own", "library"}),
    "a clause's rules": (put("clauses/own/clause.yaml"), {"library"}),
    "a new clause": (put("clauses/more/clause.yaml"), {"library"}),
    "a set": (put("clauses/sets/mine.yaml"), {"library"}),
    "an editor's file": (put("clauses/own/.es.md.swp"), set()),
    "a note": (put("clauses/notes.txt"), set()),
    "the look": (put("templates/own.docx"), {"look:own"}),
    "a look over a bundled one": (put("templates/sobrio.docx"), {"look:sobrio"}),
    "another look": (put("templates/more.docx"), set()),
    "a font": (put("fonts/deep/face.ttf"), {"fonts"}),
    "a new font": (put("fonts/more.OTF"), {"fonts"}),
    "the logo": (put("logo.png"), {"file:logo.png"}),
    "a logo beside the spec": (put("engagements/logo.png"), {"file:logo.png"}),
    "no logo": (lambda folder: (folder / "logo.png").unlink(), {"file:logo.png"}),
    "a folder as logo": (lambda f: ((f / "logo.png").unlink(), (f / "logo.png").mkdir()), {"file:logo.png"}),
    "no clause": (lambda folder: shutil.rmtree(folder / "clauses" / "own"), {"library", "clause:own"}),
    "no clauses": (
        lambda folder: shutil.rmtree(folder / "clauses"), {"library", "clause:own", "clause:confidentiality"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_changes_its_own_hashes_alone(workspace: Path, name: str) -> None:
    """Whatever changes in a workspace, the hashes change of what depends on it, and no others."""
    act, expected = CHANGES[name]
    before = Now(OPTIONS).of(job(workspace), KEYS)
    assert UNSURE not in before.values()
    act(workspace)
    after = Now(OPTIONS).of(job(workspace), KEYS)
    assert {key for key in KEYS if before[key] != after[key]} == expected


def test_a_workspace_that_is_moved_is_the_same(workspace: Path) -> None:
    """No hash depends on where the folder lies, nor on files' times."""
    before = Now(OPTIONS).of(job(workspace), KEYS)
    shutil.copytree(workspace, workspace.parent / "moved")
    shutil.rmtree(workspace)
    assert Now(OPTIONS).of(job(workspace.parent / "moved"), KEYS) == before


def test_what_is_given_and_asked_counts(workspace: Path) -> None:
    """Other cells, another convention, another order of them and each option give other hashes; a place does not."""
    nowhere = Span("t.csv", 2, 1, 2, 1)
    one, two = Given("fees.amount", "1.500", nowhere, "es-ES"), Given("fees.amount", "1.500", nowhere)
    rows = ((), (one,), (two,), (one, two), (two, one))
    found = {Now(OPTIONS).of(job(workspace, *row), ["given"])["given"] for row in rows}
    assert len(found) == 5
    elsewhere = Given("fees.amount", "1.500", Span("u.csv", 9, 9, 9, 9), "es-ES")
    assert Now(OPTIONS).of(job(workspace, elsewhere), ["given"]) == Now(OPTIONS).of(job(workspace, one), ["given"])
    asked = [Options(look="x"), Options(packet=True), Options(strict=True), Options(formats=("pdf",))]
    asked += [OPTIONS, Options(reading="es"), Options()]
    assert len({Now(each).of(job(workspace))["options"] for each in asked}) == len(asked)


def test_what_cannot_be_told_equals_nothing(workspace: Path) -> None:
    """A pipe, a loop of links, a name that none can have, a key that no one knows: no hash, and nobody waits."""
    os.mkfifo(workspace / "pipe")
    (workspace / "loop").symlink_to("loop")
    assert {digest(workspace / name) for name in ("pipe", "loop", "nul\0", ".")} == {UNSURE}
    assert digest(workspace / "none") == digest(workspace / "logo.png" / "none") == ABSENT
    assert Now(OPTIONS).of(job(workspace), ["unknown", "unknown:x"]) == {"unknown": UNSURE, "unknown:x": UNSURE}


@given(st.lists(st.sampled_from([b"a", b"b", b"cc"]), min_size=2, max_size=6), st.booleans())
@settings(max_examples=30, deadline=None)
def test_a_hash_that_is_kept_is_that_of_the_file(tmp_path_factory: Any, contents: list[bytes], settled: bool) -> None:
    """However fast a file changes, and whatever time is put on it, its hash is that of its bytes."""
    file = tmp_path_factory.mktemp("kept") / "file"
    waited = hashes._SETTLED
    try:
        # As if each change were long ago: then only the file's own times tell.
        hashes._SETTLED = -(10**9) if settled else waited
        for content in contents:
            made = file.with_name("new") if settled else file
            made.write_bytes(content)
            made.replace(file)
            os.utime(file, (1, 1))
            assert digest(file) == sha256(content) == digest(file)
    finally:
        hashes._SETTLED = waited


def test_files_are_all_that_a_spec_can_name() -> None:
    """The keys whose files are hashed are those that the vocabulary has for a file."""
    keys = dict(_keys(specification({})))
    assert sum(keys.values()) >= 4 and len(keys) > 200
    assert {key for key in keys if FILES.fullmatch(key)} == {key for key, is_file in keys.items() if is_file}


def _keys(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, bool]]:
    """Every key of the vocabulary, as `a[0].b`, and whether it names a file."""
    (kind,) = text.File.__metadata__
    for name, info in model.model_fields.items():
        key = f"{path}.{info.alias or name}" if path else (info.alias or name)
        yield key, kind in info.metadata
        for inner, many in _sections(info.annotation):
            yield from _keys(inner, f"{key}[0]" if many else key)


def _sections(annotation: Any, many: bool = False) -> Iterator[tuple[type[BaseModel], bool]]:
    """The sections that an annotation is made of, and whether it is a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, many
    listed = many or getattr(annotation, "__origin__", None) in (list, tuple)
    for each in getattr(annotation, "__args__", ()):
        yield from _sections(each, listed)


def test_planning_imports_nothing_heavy() -> None:
    """What tells whether a job has changed loads no library that reads or makes documents."""
    program = "import sys, vadocs.batches.changes, vadocs.batches.journal, vadocs.batches.holding\n"
    program += "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = set(subprocess.check_output([sys.executable, "-c", program], text=True).split())
    assert "vadocs" in loaded
    heavy = {"yaml", "lxml", "pydantic", "babel", "reportlab", "fontTools", "docxtpl", "docx", "jinja2", "PIL", "pypdf"}
    assert not loaded & heavy


def test_the_program_is_what_it_is_built_on() -> None:
    """Each package that has a part in the files is found with its version."""
    assert dict(each.split(" ") for each in hashes._versions()) == {name: version(name) for name in BUILT_ON}


# --- what is made again ----------------------------------------------------------------------------

FILE = "Contrato_A_1_v1.pdf"


@pytest.fixture
def done(workspace: Path) -> tuple[Path, Entry]:
    """The folder of a job that was written, and its line."""
    folder = workspace / "out" / "a"
    assert saved(folder, "one") == []
    files = tuple(
        File("contract", path.suffix, path.name, 3, sha256(path.read_bytes())) for path in sorted(folder.glob("Con*"))
    )
    return folder, Entry("a", "written", inputs=Now(OPTIONS).of(job(workspace), KEYS), files=files)


def _elsewhere(folder: Path) -> None:
    saved(folder, "two")


HANDS: dict[str, tuple[Callable[[Path], object], tuple[str, ...], tuple[str, ...]]] = {
    "nothing": (lambda _: None, (), ()),
    "a file gone": (lambda folder: (folder / FILE).unlink(), (f"missing:{FILE}",), ()),
    "the manifest gone": (lambda folder: (folder / MANIFEST).unlink(), (f"missing:{MANIFEST}",), ()),
    "a file edited": (put(FILE), (), (FILE,)),
    "a link in its place": (
        lambda folder: ((folder / FILE).rename(folder / "x"), (folder / FILE).symlink_to("x")), (), (FILE,)
    ),
    "written by another command": (_elsewhere, (f"other:{FILE[:-3]}docx", f"other:{FILE}"), ()),
    "the manifest edited, and a file": (
        lambda folder: (put(MANIFEST)(folder), put(FILE)(folder)), (), (FILE,)
    ),
    "one edited, one gone": (
        lambda folder: (put(FILE)(folder), (folder / f"{FILE[:-3]}docx").unlink()), (f"missing:{FILE[:-3]}docx",), ()
    ),
    "all gone": (shutil.rmtree, (f"missing:{FILE[:-3]}docx", f"missing:{FILE}"), ()),
}  # fmt: skip


@pytest.mark.parametrize("name", HANDS)
def test_what_hands_did_to_the_files(workspace: Path, done: tuple[Path, Entry], name: str) -> None:
    """What is gone is made again, what another command wrote too; what was edited by hand stays, unless told."""
    folder, known = done
    act, why, edited = HANDS[name]
    act(folder)
    found = standing(job(workspace), known, Now(OPTIONS), folder)
    assert (found.why, found.edited) == (why, edited)
    assert all(name in left_alone(folder, name).message("es") for name in edited)
    replaced = standing(job(workspace), known, Now(OPTIONS), folder, replace=True)
    assert set(replaced.why) >= {*why, *(f"edited:{file}" for file in edited)} and not replaced.edited


@pytest.mark.parametrize(
    ("ended", "why"),
    [("started", "interrupted"), ("left", "interrupted"), ("rejected", "rejected"), ("crashed", "failed"),
     ("hung", "failed"), ("memory", "failed")],
)  # fmt: skip
def test_what_did_not_end_well_is_made_again(workspace: Path, done: tuple[Path, Entry], ended: Ended, why: str) -> None:
    """A job whose last line does not say that its files were written is made, whatever stands there."""
    folder, known = done
    again = Entry("a", ended, inputs=known.inputs, files=known.files)
    assert standing(job(workspace), again, Now(OPTIONS), folder).why == (why,)
    assert standing(job(workspace), None, Now(OPTIONS), folder).why == ("new",)
    assert standing(job(workspace), Entry("a", "written", inputs=known.inputs), Now(OPTIONS), folder).why == ("failed",)


def test_reasons_have_an_order_and_words(workspace: Path, done: tuple[Path, Entry]) -> None:
    """All that changed is told, in one order; each reason has a text in both languages that names what it is about."""
    folder, known = done
    (folder / FILE).unlink()
    for name in ("the logo", "a clause's new text", "the look", "a font", "the practice", "the spec"):
        CHANGES[name][0](workspace)
    other = Now(Options())
    other_job = job(workspace, Given("a", "b", Span("t", 1, 1, 1, 1)))
    kept = {key: value for key, value in known.inputs.items() if key != "program"}
    known = Entry("a", "written", inputs={**kept, "of later": "0"}, files=known.files)
    found = standing(other_job, known, other, folder)
    assert found.why == (
        "program", "options", "spec", "given", "practice", "library", "fonts", "look:own", "clause:own",
        "file:logo.png", "of later", f"missing:{FILE}",
    )  # fmt: skip
    for reason in (*found.why, "new", "interrupted", "rejected", "failed", "other:x", "edited:x"):
        for language in ("es", "en"):
            said = told(reason, language)
            assert said and "{" not in said and reason.partition(":")[2] in said


# --- around the work of a worker -------------------------------------------------------------------

USED, UNUSED = "confidentiality", "insurance"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a spec of the examples, a logo, and two own clauses: one is in its contract, one is not."""
    folder = tmp_path_factory.mktemp("real")
    spec = EXAMPLES / "levante.vadocs.yaml"
    shutil.copy(spec, folder / "a.vadocs.yaml")
    (folder / "practice.yaml").write_text("schema: 1\nprovider: {brand: {logo: logo.png}}\n", encoding="utf-8")
    shutil.copy(spec.parent / "propuestas" / "logo.png", folder / "logo.png")
    for id in (USED, UNUSED):
        shutil.copytree(bundled_clauses() / id, folder / "clauses" / id)
    return folder


def made(folder: Path, meanwhile: Callable[[], object] = lambda: None) -> tuple[str, dict[str, str]]:
    """The contract's text and the hashes of what it was made of; `meanwhile` is done once it was composed."""
    one = Job("a", "1", folder / "a.vadocs.yaml")
    watch = Watch(one, OPTIONS)
    request = Request(folder / "out", OPTIONS.documents, OPTIONS.formats)

    def make(*given: Any) -> Any:
        found = make_documents(request, *given)
        meanwhile()
        return found

    prepared = prepare(one.spec, request, watch.making(make), date(2026, 11, 2), one.given)
    assert prepared.outputs, [(each.code, each.args) for each in prepared.report]
    return prepared.outputs[0].data.decode(), watch.inputs()


def now(folder: Path, keys: dict[str, str]) -> dict[str, str]:
    """The hashes as a later run takes them."""
    return Now(OPTIONS).of(Job("a", "1", folder / "a.vadocs.yaml"), tuple(keys))


def _add(file: Path, more: str) -> Callable[[], object]:
    """Adds to a file."""
    return lambda: file.write_bytes(file.read_bytes() + more.encode())


@pytest.mark.xdist_group("fingerprints")
def test_a_worker_tells_what_it_used(real: Path) -> None:
    """What documents are made of, and no more: an own clause that they do not hold may change, one that they hold not;
    and a clause that changes between two jobs of one worker is in the second one's text and hash."""
    _, inputs = made(real)
    assert inputs == now(real, inputs) and UNSURE not in inputs.values()
    assert inputs.keys() == {*FIXED, "look:sobrio", f"clause:{USED}", "file:logo.png"}
    _add(real / "clauses" / UNUSED / "es.md", "\nOtra frase más.\n")()
    assert inputs == now(real, inputs)
    _add(real / "clauses" / USED / "es.md", "\nEsta frase es nueva.\n")()
    changed = now(real, inputs)
    assert {key for key in inputs if inputs[key] != changed[key]} == {f"clause:{USED}"}
    text, again = made(real)
    assert "Esta frase es nueva." in text and again == changed


@pytest.mark.xdist_group("fingerprints")
def test_what_changes_meanwhile_equals_nothing(real: Path) -> None:
    """A file that is another once all is made was perhaps not the one read: the next run makes the job again."""
    changes = {
        "spec": _add(real / "a.vadocs.yaml", "# later\n"),
        "practice": _add(real / "practice.yaml", "# later\n"),
        f"clause:{USED}": _add(real / "clauses" / USED / "es.md", "\nMás tarde.\n"),
        "library": _add(real / "clauses" / UNUSED / "clause.yaml", "# later\n"),
        "file:logo.png": _add(real / "logo.png", "later"),
    }
    _, inputs = made(real, lambda: [change() for change in changes.values()])
    assert {key for key, value in inputs.items() if value == UNSURE} == changes.keys()
    known = entry("a", inputs=inputs)
    found = standing(Job("a", "1", real / "a.vadocs.yaml"), known, Now(OPTIONS), real / "none")
    assert set(found.why) >= changes.keys()


def _everything(folder: Path) -> None:
    """A workspace with a file of each kind that a job may read, and a spec that names them."""
    for part in ("engagements/files", "templates", "clauses"):
        (folder / part).mkdir(parents=True)
    spec = EXAMPLES / "propuestas" / "levante.vadocs.yaml"
    role = "      role: gerente de Muebles Turia, S.L.\n"
    content = spec.read_text(encoding="utf-8")
    assert role in content
    content = content.replace(role, f"{role}      photo: {{file: files/she.png, alternative: Inés}}\n")
    content += "attachments: [{file: files/one.png, title: Tarifas}]\n"
    (folder / opened.SPEC).write_text(content, encoding="utf-8")
    practice = "schema: 1\nprovider:\n  brand: {logo: logo.png, look: mine}\n  photo: {file: me.png, alternative: Yo}\n"
    (folder / "practice.yaml").write_text(practice, encoding="utf-8")
    for name in ("logo.png", "me.png", "engagements/files/she.png", "engagements/files/one.png"):
        shutil.copy(spec.parent / "logo.png", folder / name)
    shutil.copy(bundled_templates() / "looks" / "sobrio.docx", folder / "templates" / "mine.docx")
    shutil.copytree(bundled_templates() / "fonts" / "caladea", folder / "fonts" / "caladea")
    shutil.copytree(bundled_clauses() / USED, folder / "clauses" / USED)
    for name in ("lexicon/es-ES.yaml", "law/es.yaml", "niches/bookkeeping.yaml", "sets/retainer.yaml"):
        (folder / "clauses" / name).parent.mkdir(exist_ok=True)
        shutil.copy(bundled_clauses() / name, folder / "clauses" / name)


@pytest.mark.xdist_group("fingerprints")
def test_every_file_that_is_opened_counts(tmp_path: Path) -> None:
    """Whatever a worker opens in a workspace, another content of it changes a hash of the job."""
    _everything(tmp_path)
    told = subprocess.check_output([sys.executable, opened.__file__, str(tmp_path)])
    found = json.loads(told)
    inputs, one = found["inputs"], Job("a", "1", tmp_path / opened.SPEC)
    assert found["outputs"] and inputs == Now(opened.OPTIONS).of(one, tuple(inputs))
    files = [Path(name) for name in found["opened"] if Path(name).is_relative_to(tmp_path)]
    kinds = {path.relative_to(tmp_path).parts[0] for path in files}
    assert kinds == {"practice.yaml", "engagements", "clauses", "templates", "fonts", "logo.png", "me.png"}
    for file in files:
        before = file.read_bytes()
        file.write_bytes(before + b"#")
        assert inputs != Now(opened.OPTIONS).of(one, tuple(inputs)), file
        file.write_bytes(before)


def test_what_is_kept_has_a_bound(tmp_path: Path) -> None:
    """However many folders and files jobs have, hashes are those of the files, and few are kept."""
    now, jobs = Now(OPTIONS), []
    for n in range(600):
        folder = tmp_path / str(n)
        folder.mkdir()
        (folder / "practice.yaml").write_text(str(n), encoding="utf-8")
        jobs.append(Job(str(n), "", folder / "a.vadocs.yaml"))
    keys = ("practice", *(f"file:{n}" for n in range(3)))
    for one in (*jobs, *jobs):
        assert now.of(one, keys)["practice"] == sha256(one.id.encode())
    assert max(len(kept) for kept in (now._told, now._looks, now._libraries, hashes._kept)) <= 1024
