"""The questions of `vadocs new`, in their order: a client, the work, what it costs, from when."""

import re
from collections.abc import Mapping, Sequence

from vadocs.catalogue import messages, say
from vadocs.interview import facts, parsing, terms
from vadocs.interview.parties import NOBODY, options_of, party
from vadocs.interview.question import Known, Option, Question, Wrong
from vadocs.interview.tree import Plain, Tree, Value
from vadocs.law.inquiry import DECLARATIONS
from vadocs.model.clause import Overlay
from vadocs.model.niche import TaskTemplate, Words
from vadocs.readers.schema.codes import CODES

ALL = ("all", "todas", "todo")
"""What is typed for everything that is proposed."""
_OWN = re.compile(r"(.+?)\s*\(([^()]+)\)")
_CLIENT = party("client", "client-")


# --- the work --------------------------------------------------------------------------------------


def _niche_options(known: Known) -> Sequence[Option]:
    titles = {id: niche.title.get(known.language, id) for id, niche in known.library.niches.items()}
    return [Option(id, f"{title} ({id})") for id, title in sorted(titles.items(), key=lambda one: one[1].casefold())]


def _niches(typed: str, known: Known) -> Mapping[str, Value]:
    named = parsing.split(typed)
    return {"niches": [parsing.known_code(one, tuple(known.library.niches)) for one in named]}


def _of_niches(known: Known) -> list[Overlay]:
    """The niches that are told and known."""
    told = known.get("niches")
    ids = told if isinstance(told, list) else [told] if told is not None else []
    return [known.library.niches[str(id)] for id in ids if str(id) in known.library.niches]


def words(given: Words, known: Known) -> Value:
    """A text of the library in the language of the documents; in both where they have two."""
    told = known.get("language")
    if isinstance(told, list) and len(told) > 1:
        return {str(tag)[:2]: given[str(tag)[:2]] for tag in told}
    return given[known.document_language]


def _offer(known: Known) -> list[tuple[Option, TaskTemplate | Words, Overlay]]:
    """What the niches offer, with how it reads on screen: tasks, further ideas, what is left out."""
    found: list[tuple[Option, TaskTemplate | Words, Overlay]] = []
    language = known.language
    for niche in _of_niches(known):
        for task in niche.scope:
            often = say(f"ask.frequency.{task.frequency}", language, {})
            found.append((Option("", f"{task.task[language]} ({often})", True), task, niche))
        found += [(Option("", idea[language]), TaskTemplate(idea, "on-request"), niche) for idea in niche.ideas]
    for niche in _of_niches(known):
        for out in niche.exclusions:
            label = say("ask.tasks.left_out", language, {"text": out[language]})
            found.append((Option("", label, True), out, niche))
    return [(Option(str(n), o.label, o.marked), what, niche) for n, (o, what, niche) in enumerate(found, 1)]


def _tasks(typed: str, known: Known) -> Mapping[str, Value]:
    """The tasks and exclusions chosen of the offer, and tasks of one's own, `Task (weekly)`."""
    offer = _offer(known)
    marked = [n for n, (option, _, _) in enumerate(offer) if option.marked]
    everything = typed.strip().casefold() in ALL and bool(marked)
    numbers, own = (marked, []) if everything else parsing.chosen(typed, [o.code for o, _, _ in offer])
    services: list[Value] = []
    exclusions: list[Value] = []
    for number in numbers:
        _, what, niche = offer[number]
        if isinstance(what, TaskTemplate):
            services.append(_service(what, niche, known))
        else:
            exclusions.append(words(what, known))
    services += [_own_task(one) for one in own]
    if not services:
        raise Wrong.of("E628")
    return {"services": services, **({"exclusions": exclusions} if exclusions else {})}


def _service(task: TaskTemplate, niche: Overlay, known: Known) -> Tree:
    """A task of a niche; its volume is an example, and no one's promise."""
    found: Tree = {"task": words(task.task, known), "niche": Plain(niche.id), "frequency": Plain(task.frequency)}
    for name, given in (("deliverable", task.deliverable), ("criterion", task.criterion)):
        if given:
            found[name] = words(given, known)
    return found


def _own_task(typed: str) -> Tree:
    """A task as typed, with how often in brackets behind it; without, it is done on request."""
    found = _OWN.fullmatch(typed)
    often = found[2].strip().casefold() if found else ""
    for code in CODES["frequency"]:
        if often and often in (code, *(text.casefold() for text in messages()[f"ask.frequency.{code}"])):
            assert found is not None
            return {"task": found[1], "frequency": Plain(code)}
    return {"task": typed, "frequency": Plain("on-request")}


# --- the client ------------------------------------------------------------------------------------


def _signatory(typed: str, known: Known) -> Mapping[str, Value]:
    """Who signs, and so that the client is a company where its tax identifier does not tell; `=` a person."""
    if typed.strip() == NOBODY:
        return {"client.kind": Plain("person")}
    signatory = parsing.person(typed)
    kind = {} if known.text("client.kind") else {"client.kind": Plain("company")}
    return {**{f"client.signatory.{key}": value for key, value in signatory.items()}, **kind}


def _facts() -> list[Question]:
    """A flag for each fact of the client that taxes may ask about; all are asked in one question."""

    def of(key: str, flag: str) -> Question:
        metavar = "ES,…" if key == "used_in" else "YESNO" if facts.is_truth(key) else "|".join(facts.codes(key))
        return Question(flag, (key,), lambda t, known: facts.take_fact(key, t, known), silent=True, metavar=metavar)

    notices = Question(
        facts.NOTICES, (DECLARATIONS,), facts.take_notices, silent=True, metavar="irpf-7,…"
    )
    return [*(of(key, flag) for key, flag in facts.FLAGS.items()), notices]


# --- the table -------------------------------------------------------------------------------------


def _personal(typed: str, known: Known) -> Mapping[str, Value]:
    return {"personal_data.handled": parsing.truth_of(typed)}


def _texts(key: str) -> parsing.Take:
    return lambda typed, known: {key: list(parsing.split(typed, ";"))}


def _handled(known: Known) -> bool:
    return known.get("personal_data.handled") is True


def _of_data(name: str, key: str, take: parsing.Take) -> Question:
    return Question(name, (f"personal_data.{key}",), take, when=_handled, extra=True)


def _choice_of_data(name: str, key: str, list_name: str) -> Question:
    return Question(
        name, (f"personal_data.{key}",), parsing.code(f"personal_data.{key}"), "choice", when=_handled, extra=True,
        options=lambda known: options_of(name, CODES[list_name], known), metavar="|".join(CODES[list_name]),
    )  # fmt: skip


def _language(known: Known) -> str:
    country = known.text("provider.address.country")
    return f"{known.language}-{country}" if country else known.language


def _languages(known: Known) -> Sequence[Option]:
    told = known.get("language")
    return [Option(str(tag), str(tag)) for tag in told] if isinstance(told, list) else ()


def _two_languages(known: Known) -> bool:
    return len(_languages(known)) > 1


def _law(known: Known) -> str:
    """The provider's country, unless it has a law for each of its parts."""
    country = known.text("provider.address.country")
    return "" if country in ("GB", "US") else country


def _number(typed: str, known: Known) -> Mapping[str, Value]:
    return {"number": typed.strip()}


def _courts(typed: str, known: Known) -> Mapping[str, Value]:
    """A city of the provider's country."""
    return {"courts.city": typed.strip(), "courts.country": Plain(known.text("provider.address.country"))}


def _city(known: Known) -> str:
    return known.text("provider.address.city")


def _documents(known: Known) -> Sequence[Option]:
    found = options_of("documents", ("contract", "proposal", "welcome-kit"), known)
    return [Option(one.code, one.label, one.code == "contract") for one in found]


FRAME = (
    Question(
        "language", ("language",), parsing.one_or_more("language"), required=True, propose=_language, metavar="es-ES"
    ),
    Question(
        "prevailing", ("prevailing_language",), parsing.code("prevailing_language"), "choice", when=_two_languages,
        required=True, options=_languages, metavar="es-ES",
    ),
    Question(
        "law", ("governing_law",), parsing.law("governing_law"), metavar="ES", propose=_law,
    ),
    Question("courts", ("courts", "arbitration"), _courts, propose=_city),
    Question("signing-place", ("signing.place",), parsing.text("signing.place"), propose=_city),
    Question(
        "signing-level", ("signing.level",), parsing.code("signing.level"), "choice",
        options=lambda known: options_of("signing-level", CODES["signing_level"], known),
        metavar="|".join(CODES["signing_level"]),
    ),
    Question(
        "performed-in", ("performed_in",), parsing.countries("performed_in"), metavar="ES",
        propose=lambda known: known.text("provider.address.country"),
    ),
)  # fmt: skip
"""What a practice usually says for all its engagements."""

DOCUMENTS = Question(
    "documents", ("documents",), parsing.codes("documents"), "several", required=True, options=_documents,
    metavar="contract,…",
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (
    Question("niche", ("niches",), _niches, "choice", options=_niche_options, metavar="ID"),
    Question("client", ("client.legal_name",), parsing.text("client.legal_name"), required=True),
    _CLIENT["country"],
    _CLIENT["tax_id"],
    _CLIENT["address"],
    _CLIENT["email"],
    _CLIENT["phone"],
    Question(
        "signatory", ("client.signatory",), _signatory, when=lambda known: known.text("client.kind") != "person"
    ),
    _CLIENT["kind"],
    *_facts(),
    Question(
        "client-tax", (), facts.take_statements, "several", when=lambda known: bool(facts.statements(known)),
        options=facts.statements, metavar="withholds=yes,…",
    ),
    *FRAME,
    Question(
        "tasks", ("services",), _tasks, "several", required=True, own=True,
        options=lambda known: [option for option, _, _ in _offer(known)], metavar="all|1,3|…",
    ),
    Question("exclusions", ("exclusions",), _texts("exclusions"), extra=True),
    terms.FEES,
    terms.CURRENCY,
    terms.HOURS,
    terms.MILESTONES,
    terms.AMOUNT,
    *terms.BY_MODEL,
    *terms.PAYMENT,
    Question("start", ("term.start",), parsing.day("term.start"), required=True, metavar="DATE"),
    Question("end", ("term.end",), parsing.day("term.end"), extra=True, metavar="DATE"),
    Question("personal-data", ("personal_data.handled",), _personal, "truth", metavar="YESNO"),
    _of_data("data-purpose", "purpose", parsing.text("personal_data.purpose")),
    _of_data("data-nature", "nature", parsing.text("personal_data.nature")),
    _of_data("data-types", "types", _texts("personal_data.types")),
    _of_data("data-subjects", "subjects", _texts("personal_data.subjects")),
    _of_data("data-measures", "measures", _texts("personal_data.measures")),
    _choice_of_data("data-authorisation", "authorisation", "processing_authorisation"),
    Question(
        "data-breach-hours", ("personal_data.breach_hours",), parsing.number("personal_data.breach_hours"),
        when=_handled, extra=True, metavar="N",
    ),
    _choice_of_data("data-end", "end_action", "data_end_action"),
    DOCUMENTS,
    Question("number", ("number",), _number, silent=True),
    Question("date", ("date",), parsing.day("date"), silent=True, metavar="DATE"),
)  # fmt: skip
"""Everything that an engagement may be asked; what the practice answers is not."""

