"""A workspace of small engagements, and all that lies around a run and must stay as it is."""

import hashlib
import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.content.contracts import Spec
from tests.laid import laid
from tests.leaves.family import example_spec, written

KEPT = (
    "schema", "status", "date", "signing", "language", "governing_law", "courts", "documents", "provider", "client",
    "services", "fees", "payment", "term", "performed_in",
)  # fmt: skip
"""What a small engagement has of Marta's."""
_SET = 'id: tiny\ntitle: {es: "Prueba", en: "Trial"}\ncontents: false\nclauses: [parties, note, signature-block]\n'
_CLAUSE = """id: note
edition: 1
title: {es: Nota, en: Note}
summary: {es: Una nota., en: A note.}
review_state: not_reviewed_by_a_lawyer
"""
NOTES = {
    "es": "# Nota\n\nEste texto es de la prueba y dice lo mismo en todos los contratos de la carpeta.\n",
    "en": "# Note\n\nThis text belongs to the test and says the same in all contracts of the folder.\n",
}


@dataclass(frozen=True, slots=True)
class Workspace:
    """Folders below `root`: `work` with the specs, `out`, and those that a process thinks to be its own."""

    root: Path
    ids: tuple[str, ...]

    @property
    def work(self) -> Path:
        """The workspace: practice.yaml, clauses, engagements."""
        return self.root / "work"

    @property
    def specs(self) -> Path:
        """The folder of specs."""
        return self.work / "engagements"

    @property
    def out(self) -> Path:
        """Where the batch writes."""
        return self.root / "out"

    def spec(self, id: str) -> Path:
        """The spec of an engagement."""
        return self.specs / f"{id}.vadocs.yaml"

    def around(self) -> dict[str, str]:
        """Everything below `root` but the output folder: names, kinds, permissions, hashes of files."""
        return state(self.root, but=self.out)


def state(folder: Path, but: Path | None = None) -> dict[str, str]:
    """What a folder holds, as text by path; `but`: left out with all that lies in it."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if but is not None and (path == but or but in path.parents):
            continue
        mode = path.lstat().st_mode
        told = f"{mode:o}"
        if stat.S_ISREG(mode):
            told += " " + hashlib.sha256(path.read_bytes()).hexdigest()
        elif stat.S_ISLNK(mode):
            told += f" {path.readlink()}"
        found[str(path.relative_to(folder))] = told
    return found


@cache
def small() -> Spec:
    """What the small engagements have in common."""
    return {
        **{name: value for name, value in example_spec("levante").items() if name in KEPT},
        "clause_set": "tiny", "exclusions": ["atender al público"], "personal_data": {"handled": "false"},
    }  # fmt: skip


def workspace(root: Path, count: int) -> Workspace:
    """A workspace with so many engagements; its output folder is not there yet."""
    ids = tuple(f"e{number:03}" for number in range(1, count + 1))
    made = Workspace(root, ids)
    for folder in (made.specs, made.work / "clauses" / "sets", made.work / "clauses" / "note"):
        folder.mkdir(parents=True)
    for name in ("home", "tmp", "cwd"):
        (root / name).mkdir()
    (made.work / "practice.yaml").write_text("{}\n", encoding="utf-8")
    (made.work / "clauses" / "sets" / "tiny.yaml").write_text(_SET, encoding="utf-8")
    (made.work / "clauses" / "note" / "clause.yaml").write_text(_CLAUSE, encoding="utf-8")
    for language, text in NOTES.items():
        (made.work / "clauses" / "note" / f"{language}.md").write_text(text, encoding="utf-8")
    for id in ids:
        write_spec(made, id)
    return made


def write_spec(made: Workspace, id: str, over: Spec | None = None) -> None:
    """Write the spec of an engagement, with something laid over what it would hold."""
    own: Spec = {"id": id, "number": f"n-{id}", "client": {"legal_name": f"Cliente {id}, S.L."}}
    made.spec(id).write_text(written(laid(laid(small(), own), over or {})), encoding="utf-8")
