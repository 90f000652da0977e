"""An engagement that comes of an interview: what it begins with, and the file that it ends as."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from vadocs.batches.sources.clashes import mended_id
from vadocs.build.reading import DOCUMENTS
from vadocs.build.workspace import Sources, parameters_of, sources
from vadocs.catalogue import messages, say
from vadocs.diagnostics import Diagnostic, Failure, Report, Severity, hint
from vadocs.interview.asking import INCOMPLETE, Interview
from vadocs.interview.newtable import QUESTIONS
from vadocs.interview.numbering import next_number, numbers_of
from vadocs.interview.question import Question
from vadocs.interview.text import lines_of
from vadocs.interview.tree import Plain, Tree, at, laid, tree_of, with_value, without
from vadocs.readers.around import PRACTICE, workspace_of
from vadocs.readers.engagement import read_what_holds
from vadocs.readers.faults import Faults
from vadocs.readers.practice import read_practice
from vadocs.readers.schema.top import Specification
from vadocs.readers.specfiles import SUFFIX

FOLDER = "engagements"
"""Where the specs of a workspace lie."""
SCHEMA = Path("schema") / "engagement.schema.json"
"""Where a workspace keeps the schema of its specs, for editors."""
_CONCLUDED = {"client.kind": "client-kind", "client.tax.territory": "client-territory"}
"""What is concluded from other answers unless its own flag tells it, so that the file says from what."""
_FIRST = ("schema", "id", "number", "version", "status", "date")


def workspace_around(folder: Path) -> Path:
    """The workspace that `folder` lies in; `Failure` E621 where it lies in none."""
    found = workspace_of(folder)
    if found is None:
        raise Failure(Diagnostic("E621", None, (("file", PRACTICE),), (hint("H621"),)))
    return found


def begun(workspace: Path, language: str, today: date, base: Tree | None = None) -> Interview:
    """An interview about a new engagement of a workspace. `base`: what its spec holds from the first."""
    report = Report()
    found = sources(workspace, report)
    practice, base = _practice(workspace / PRACTICE), laid({}, base or {})
    country = at(base, "client.country")
    if country is not None and at(base, "client.address") is None:  # where the address is asked for with it
        without(base, "client.country")
        with_value(base, "client.address.country", country)
    place = workspace / FOLDER / f"new{SUFFIX}"
    return Interview(
        QUESTIONS, found.library, language, today, lambda data: judged(place, found, data), practice, base
    )


def judged(place: Path, found: Sources, data: bytes) -> Sequence[Diagnostic]:
    """What the readers of specs find in a file at `place` that holds `data`."""
    return [one for one in _read(place, found, data) if one.span is not None and one.span.file == str(place)]


def faults_of_practice(workspace: Path) -> Report:
    """The errors in the practice of a workspace, under a spec that says nothing; keys that are missing are none."""
    found, report = sources(workspace, Report()), Report()
    read = _read(workspace / FOLDER / f"new{SUFFIX}", found, b"schema: 1\n")
    practice = str(workspace / PRACTICE)
    own = [one for one in read if one.span is not None and one.span.file == practice]
    report.extend([one for one in own if one.severity is Severity.ERROR and one.code not in INCOMPLETE])
    return report


def _read(place: Path, found: Sources, data: bytes) -> Report:
    """What reading a file at `place` that holds `data` finds, in it and in the practice under it."""
    report = Report()
    kept = (clause for editions in found.library.editions.values() for clause in editions.values())
    namespaces = {clause.id: clause.namespace for clause in (*kept, *found.library.clauses.values())}
    read_what_holds(place, parameters_of(found.library), report, True, DOCUMENTS, namespaces, data)
    return report


def _practice(path: Path) -> Tree:
    """The values of a practice; empty where it cannot be read."""
    root = read_practice(path, Faults())
    found = tree_of(root) if root is not None else {}
    return found if isinstance(found, dict) else {}


# --- the file --------------------------------------------------------------------------------------


def completed(interview: Interview, workspace: Path, out: Path) -> Tree:
    """The spec with what no question asks: its number and id, the day, the clause set of its fees.

    `out`: the folder in which documents are looked for, whose numbers are taken.
    """
    tree = interview.spec()
    known = laid(interview.practice, tree)
    number = at(tree, "number") or next_number(numbers_of(workspace, workspace / out), interview.today)
    name = mended_id(f"{number}-{str(at(tree, 'client.legal_name') or '').partition(',')[0]}")
    own: Tree = {
        "schema": Plain("1"), "id": Plain(name), "number": str(number), "status": Plain("draft"),
        "date": Plain(interview.today.isoformat()),
    }  # fmt: skip
    model = at(known, "fees.model")
    if at(known, "clause_set") is None and isinstance(model, str):
        own["clause_set"] = Plain(model)
    return _ordered(laid(own, tree))


def _ordered(tree: Tree) -> Tree:
    """The keys in the order of the vocabulary, those of clauses behind them."""
    order = (*_FIRST, *Specification.declared())
    known = [key for key in dict.fromkeys(order) if key in tree]
    return {key: tree[key] for key in (*known, *(key for key in tree if key not in known))}


def file_of(interview: Interview, tree: Tree, modeline: str = "", *, invented: bool = False) -> bytes:
    """The spec as a file with comments, in the language of the screen; what was left open stands at its head.

    `modeline`: the path of the schema from the file; "" for none. `invented`: an example, which says so.
    """
    language = interview.language
    head = [f"# yaml-language-server: $schema={modeline}"] if modeline else []
    head += [f"# {line}" for line in say("spec.head", language, {}).split("\n")]
    if invented:
        head.append(f"# {say('init.invented', language, {})}")
    head += unanswered(interview.left_open(), language)
    comments = {key: [text] for key in tree if (text := comment(f"spec.{key}", language))}
    for key, flag in _CONCLUDED.items():
        if flag not in interview.typed and at(interview.base, key) is None:
            comments[key] = [say(f"spec.{key}", language, {})]
    body: list[str] = []
    for path, line in lines_of(tree, comments):
        begins = path in comments and line.startswith("#") and path not in _FIRST
        body += ["", line] if begins and body else [line]
    return ("\n".join([*head, *body]) + "\n").encode()


def unanswered(left: Sequence[Question], language: str) -> list[str]:
    """The comments that tell what was left without an answer, a key a line; none where nothing was."""
    asked = [f"#   {question.keys[0]}: {say(f'ask.{question.name}', language, {})}" for question in left]
    return [f"# {say('spec.left_open', language, {})}", *asked] if asked else []


def comment(id: str, language: str) -> str:
    """What is said above a key; "" where the catalogue says nothing."""
    return say(id, language, {}) if id in messages() else ""

