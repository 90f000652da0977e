"""A new workspace: its practice, an example engagement, folders with a note each, and what keeps clients' data out."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from vadocs.build.workspace import Sources, json_schema, parameters_of
from vadocs.catalogue import say
from vadocs.diagnostics import Diagnostic, Report
from vadocs.interview import facts, inittable
from vadocs.interview.asking import OPEN, Interview
from vadocs.interview.drafting import FOLDER, SCHEMA, begun, comment, completed, file_of, unanswered
from vadocs.interview.question import Question
from vadocs.interview.text import lines_of
from vadocs.interview.tree import Plain, Tree
from vadocs.readers.around import PRACTICE
from vadocs.readers.engagement import read_what_holds
from vadocs.readers.schema.top import Specification
from vadocs.readers.specfiles import SUFFIX

FOLDERS = (FOLDER, "clauses", "templates", "fonts")
"""The folders of a workspace, each with a note that says what belongs there."""
EXAMPLE = {"es": "ejemplo", "en": "example"}
"""What the example engagement is called."""
NOTES = {"es": "LEEME.txt", "en": "README.txt"}
_CLIENTS: Mapping[str, tuple[str, str, str]] = {
    "AR": ("Librería del Parque S.A.", "30-71458963-2", "Av. Corrientes 1234; Buenos Aires"),
    "CL": ("Panadería Los Álamos SpA", "76.412.880-K", "Av. Providencia 1234; Santiago"),
    "CO": ("Café Alto S.A.S.", "900877512-8", "Cra. 7 # 12-34; Bogotá"),
    "ES": ("Cerámicas Levante, S.L.", "B12345674", "C/ Alcalá, 45; 28014 Madrid"),
    "GB": ("Harbour Books Ltd", "01234567", "12 High Street; Leeds LS1 4AP"),
    "MX": ("Editorial Ocotillo, S.A. de C.V.", "EOC180309RA1", "Av. Reforma 222; 06600 Ciudad de México"),
    "PE": ("Ferretería El Sol E.I.R.L.", "20131312955", "Av. Arequipa 1234; Lima"),
    "US": ("Lone Star Books LLC", "84-1234567", "500 Congress Ave; Austin, TX 78701"),
}
"""Invented clients, by the provider's country: name, tax identifier, address."""
_SAID = ("signatory", "data-purpose", "data-nature", "data-types", "data-subjects", "data-measures")
_TERMS = {
    "fees": "retainer", "amount": "560 / 20", "milestones": "Libros al día, libro de facturas, 560", "increment": "15",
    "billing-day": "1", "in-advance": "yes", "validity-days": "90", "refund-unused": "no", "unit": "invoice",
    "payment-days": "15", "payment-from": "invoice", "methods": "transfer", "documents": "contract",
}  # fmt: skip


def began(folder: Path, sources: Sources, language: str, today: date) -> Interview:
    """The interview about the practice of a workspace in `folder`."""
    place = folder / PRACTICE

    def judge(data: bytes) -> list[Diagnostic]:
        report = Report()
        read_what_holds(place, parameters_of(sources.library), report, False, data=data)
        return [one for one in report if one.span is not None]

    return Interview(inittable.QUESTIONS, sources.library, language, today, judge)


def example_practice(language: str) -> Tree:
    """The practice of `--defaults`: an invented one that says so wherever it is printed."""
    tag = "es-ES" if language == "es" else "en-ES"
    return {
        "language": [Plain(tag)],
        "governing_law": Plain("ES"),
        "courts": {"city": "Valencia", "country": Plain("ES")},
        "signing": {"place": "Valencia", "level": Plain("advanced")},
        "performed_in": [Plain("ES")],
        "documents": [Plain("contract")],
        "provider": {
            "legal_name": say("init.example.name", language, {}),
            "kind": Plain("person"),
            "tax_id": "12345678Z",
            "tax": {
                "regime": Plain("es-direct-estimation"), "activity": Plain("professional"),
                "territory": Plain("mainland"), "vat": Plain("registered"),
            },
            "address": {
                "street": "C/ Colón, 12, 3.º", "postal_code": "46004", "city": "Valencia", "country": Plain("ES"),
            },
            "email": "ejemplo@example.com",
            "bank": {"iban": "ES9121000418450200051332"},
            "brand": {"accent": "#12355B"},
        },
        "fees": {
            "model": Plain("retainer"), "currency": Plain("EUR"), "billing_day": Plain("1"), "in_advance": True,
            "rollover": {"policy": Plain("none")},
        },
        "payment": {"days": Plain("5"), "from": Plain("invoice"), "methods": [Plain("transfer")]},
    }  # fmt: skip


def practice_file(tree: Tree, language: str, *, invented: bool, left: Sequence[Question] = ()) -> bytes:
    """A practice as a file with comments; what it may say beside stands there commented out.

    `left`: the questions that were left without an answer, named at its head.
    """
    order = [key for key in Specification.declared() if key in tree]
    whole: Tree = {"schema": Plain("1"), **{key: tree[key] for key in order}}
    head = [f"# yaml-language-server: $schema={SCHEMA.parent.as_posix()}/practice.schema.json"]
    head += [f"# {line}" for line in say("init.practice", language, {}).split("\n")]
    if invented:
        head.append(f"# {say('init.invented', language, {})}")
    head += unanswered(left, language)
    comments = {key: [text] for key in whole if (text := comment(f"spec.{key}", language))}
    body: list[str] = []
    for path, line in lines_of(whole, comments):
        body += ["", line] if path in comments and line.startswith("#") and body else [line]
    told = say("init.practice.more", language, {}).split("\n")
    more = [line for line in told if line.partition(":")[0] not in whole]
    return ("\n".join([*head, *body, "", *(f"# {line}".rstrip() for line in more)]) + "\n").encode()


def example_of(workspace: Path, language: str, today: date) -> bytes:
    """The example engagement of a workspace, as its interview with an invented client would end."""
    interview = begun(workspace, language, today, _example_base(language))
    told = _example_told(interview, language)
    for question in interview.table:
        if question.name in told:
            interview.give(question, told[question.name], asked=False)
    while (asked := interview.next()) is not None:
        known = interview.known()
        answer = (_example_terms(asked.name, today) or asked.propose(known)) if asked.required else OPEN
        if asked.name == "client-tax":
            answer = ",".join(f"{facts.FLAGS[key]}=yes" for key in facts.needed(known) if facts.is_truth(key))
        if interview.give(asked, answer):
            interview.give(asked, OPEN)
    tree = completed(interview, workspace, Path("out"))
    return file_of(interview, tree, f"../{SCHEMA.as_posix()}", invented=True)


def _example_base(language: str) -> Tree:
    """What the example says that no question asks for."""
    name = EXAMPLE[language]
    return {
        "id": Plain(name), "number": name.upper(),
        "personal_data": {
            "authorisation": Plain("specific"), "breach_hours": Plain("24"), "end_action": Plain("return"),
        },
    }  # fmt: skip


def _example_told(interview: Interview, language: str) -> Mapping[str, str]:
    """An invented client of the provider's country, and the work for it."""
    country = interview.known().text("provider.address.country")
    name, number, address = _CLIENTS.get(country, ("Example Ltd", "", ""))
    told = {
        "niche": "bookkeeping", "client": name, "client-country": country or "ES", "client-tax-id": number,
        "client-address": address, "client-email": "cliente@example.com", "tasks": "all", "personal-data": "yes",
        **{name: say(f"init.example.{name}", language, {}) for name in _SAID},
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}


def _example_terms(name: str, today: date) -> str:
    """The terms of the example, where the practice has none."""
    start = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return {**_TERMS, "start": start.isoformat()}.get(name, "")


def schemas() -> Mapping[Path, bytes]:
    """The schemas of specs and practice, for editors, by their paths in a workspace."""
    names = ("engagement", "practice")
    return {SCHEMA.with_name(f"{name}.schema.json"): schema_bytes(json_schema(name)) for name in names}


def schema_bytes(schema: Mapping[str, Any]) -> bytes:
    """A JSON Schema as a file."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def notes(language: str) -> Mapping[Path, bytes]:
    """The notes of the folders and `.gitignore`, by their paths in a workspace."""
    found = {
        Path(folder) / NOTES[language]: (say(f"init.note.{folder}", language, {}) + "\n").encode() for folder in FOLDERS
    }
    ignored = say("init.gitignore", language, {}) + "\n"
    return {**found, Path(".gitignore"): ignored.encode()}


def example_path(language: str) -> Path:
    """Where the example engagement lies in a workspace."""
    return Path(FOLDER) / f"{EXAMPLE[language]}{SUFFIX}"

