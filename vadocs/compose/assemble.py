"""From the plan to a document: every clause text evaluated and put in its place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from vadocs.compose.blocks import Body
from vadocs.compose.confirmations import facts_of, marked, shown
from vadocs.compose.evaluate import NO_VOCABULARY
from vadocs.compose.front import contents, division, headed, opening, running_texts, subtitle_of, title_of
from vadocs.compose.inlines import compose_inlines
from vadocs.compose.records import form_mark
from vadocs.compose.respell import respelled
from vadocs.compose.scalars import print_leaf
from vadocs.compose.setting import Setting
from vadocs.compose.terms import terms_of
from vadocs.diagnostics import Report, Span
from vadocs.language import Language
from vadocs.model.clause import Placement as Place
from vadocs.model.document import Block, Document, Heading, Meta, Paragraph, Provision, Scheme
from vadocs.model.engagement import OTHER_LANGUAGE, Choice, Items, Leaf, Record
from vadocs.model.lexicon import Lexicon
from vadocs.model.library import Library
from vadocs.model.plan import Placement, Plan
from vadocs.model.vocabulary import Vocabulary


def assemble(
    plan: Plan,
    values: Record,
    library: Library,
    language: Language,
    report: Report,
    vocabulary: Vocabulary = NO_VOCABULARY,
    confirmed: Collection[str] = (),
    asked: Collection[str] = (),
) -> Document:
    """The document that the plan describes, not yet numbered, its references not yet resolved.

    `values` is the namespace of `compose.values`. `vocabulary` tells which booleans are false when
    not given, and what to ask for what is missing; without it a key stands for itself. `confirmed` are the
    names of facts that were confirmed: no others are highlighted in a draft, and none in a final version. Findings
    of the texts (E360–E369, W350, W351) go to `report`. `asked`: keys that the same document lacks in its other
    language, so that both tell of the same open points.
    """
    setting = _setting(plan, values, library, language, report, vocabulary)
    title, subtitle = title_of(plan.document, setting), subtitle_of(plan.document, setting)
    above = _above(plan, setting)
    front = _placed(plan, "front", setting) + _placed(plan, "recitals", setting)
    provisions = tuple(_provision(p, setting) for p in _of(plan, "body"))
    execution = _execution(plan, setting)
    schedules = tuple(_provision(p, setting) for p in _of(plan, "schedule"))
    _ask_for_what_decides(plan, setting)
    for key in asked:
        setting.ask(key)
    facts = [fact for fact in facts_of(plan, values, library.law, vocabulary) if fact.name not in confirmed]
    setting.to_confirm = shown(facts, setting)
    meta = _meta(plan, title, setting)
    head = opening(*headed(plan.document, title, subtitle, setting), meta.status, setting)
    if plan.numbered:
        head, front = (*head, contents(setting)) if plan.contents else head, (*front, division(setting))
    document = Document(meta, (*above, *head, *front), provisions, execution, schedules)
    document = respelled(document, _spelling(library, language))
    return marked(document, meta.to_confirm) if meta.status == "draft" else document


def _setting(
    plan: Plan,
    values: Record,
    library: Library,
    language: Language,
    report: Report,
    vocabulary: Vocabulary,
) -> Setting:
    """The country's words and the library's terms; of two terms with one form that of a placed clause counts."""
    lexicon = library.lexicon(language.code, plan.law)
    if lexicon is None:
        report.add("E369", language=language.code, law=plan.law)
        lexicon = Lexicon(language.code, plan.law, {}, {}, {})
    clauses = [p.clause for p in plan.placements]
    placed = {clause.id for clause in clauses}
    others = [c for c in library.clauses.values() if c.id not in placed]
    parameters = {f"{c.namespace}.{name}": p for c in clauses for name, p in c.parameters.items()}
    terms = terms_of([*clauses, *others], language.code)
    defined = frozenset(key for clause in clauses for key in clause.defines)
    return Setting(values, language, lexicon, terms, report, defined, vocabulary, parameters)


def _spelling(library: Library, language: Language) -> Mapping[str, str]:
    """How the country of the document's language spells the words of general texts, whatever law governs."""
    words = library.lexicons.get(language.tag)
    return words.spelling if words is not None else {}


def _of(plan: Plan, place: Place) -> list[Placement]:
    return [p for p in plan.placements if p.clause.placement == place]


def _placed(plan: Plan, place: Place, setting: Setting) -> tuple[Block, ...]:
    """What stands before the provisions: a clause is a division of the document, its heading centred.

    The heading of a section, of a cover say, is not printed.
    """
    found: list[Block] = []
    for p in _of(plan, place):
        if plan.numbered:
            heading = compose_inlines(p.text.heading, setting.scope, setting, uses=False)
            found.append(Heading(1, heading, anchor=p.clause.id, centred=True))
        found += _unnumbered(Body(p.clause.id, setting).blocks(p.text.body, setting.scope))
    return tuple(found)


def _above(plan: Plan, setting: Setting) -> tuple[Block, ...]:
    """What stands above the title of a letter; its last line, of place and day, is set as a subtitle is."""
    found = _placed(plan, "letterhead", setting)
    last = found[-1:]
    return (*found[:-1], *(replace(one, role="subtitle") if isinstance(one, Paragraph) else one for one in last))


def _execution(plan: Plan, setting: Setting) -> tuple[Block, ...]:
    """The closing formula and the signature blocks; the clause's heading is not printed, a section's is."""
    found: list[Block] = []
    for p in _of(plan, "execution"):
        if not plan.numbered:
            heading = compose_inlines(p.text.heading, setting.scope, setting, uses=False)
            found.append(Heading(1, heading, p.clause.id))
        blocks = _unnumbered(Body(p.clause.id, setting).blocks(p.text.body, setting.scope))
        found += [replace(b, role="closing") if isinstance(b, Paragraph) else b for b in blocks]
    return tuple(found)


def _unnumbered(blocks: Sequence[Block]) -> list[Block]:
    """Outside the provisions no paragraph has a number."""
    return [replace(b, numbered=False) if isinstance(b, Paragraph) and b.numbered else b for b in blocks]


def _provision(placement: Placement, setting: Setting) -> Provision:
    text, clause = placement.text, placement.clause
    return Provision(
        clause.id,
        compose_inlines(text.heading, setting.scope, setting, uses=False),
        Body(clause.id, setting).blocks(text.body, setting.scope),
        span=Span(text.file, 1, 1, 1, 2) if text.file else clause.span,
    )


def _ask_for_what_decides(plan: Plan, setting: Setting) -> None:
    """Open points that no text prints: what decides about a clause, and facts that the taxes depend on."""
    for key in plan.open_points:
        setting.ask(key)
    missing = setting.root.get("taxes.missing")
    if isinstance(missing, Items) and any(p.clause.id == "taxes" for p in plan.placements):
        for item in missing.items:
            if isinstance(item, Leaf) and isinstance(item.value, str):
                setting.ask(item.value)


def _meta(plan: Plan, title: str, setting: Setting) -> Meta:
    root = setting.root
    status = root.value("status")
    final = (status.code if isinstance(status, Choice) else status) == "final"
    version, day = root.value("version"), root.value("date")
    author = root.get("provider.legal_name")
    word: str = "final" if final else "draft"
    return Meta(
        document=plan.document,
        title=title,
        language=setting.language.tag,
        engagement=_text(root, "id"),
        number=_text(root, "number"),
        version=version if isinstance(version, int) else 1,
        date=day if isinstance(day, date) else None,
        status="final" if final else "draft",
        author=print_leaf(author, setting.language, setting.lexicon) if isinstance(author, Leaf) else "",
        scheme=_scheme(setting) if plan.numbered else "plain",
        paper=setting.lexicon.paper,
        running=running_texts(plan.document, title, word, setting),
        clauses=tuple((p.clause.id, p.clause.edition) for p in plan.placements),
        open_points=tuple(setting.open_points.values()),
        to_confirm=setting.to_confirm,
        mark=form_mark(root) if setting.fields else "",
    )


def _scheme(setting: Setting) -> Scheme:
    """How the country numbers; of two languages side by side both have the numbers that both know, 7.2."""
    return "decimal" if setting.root.get(OTHER_LANGUAGE) else setting.lexicon.scheme


def _text(root: Record, path: str) -> str:
    value = root.value(path)
    return value if isinstance(value, str) else ""
