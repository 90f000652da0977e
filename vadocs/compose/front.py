"""What a document opens with: title, number, what a draft lacks or leaves to confirm, contents; and running texts."""

import re
from collections.abc import Mapping

from vadocs.compose.records import parties_of
from vadocs.compose.scalars import generated, print_leaf, print_scalar
from vadocs.compose.setting import Setting
from vadocs.model.document import (
    Block,
    Callout,
    Contents,
    Heading,
    Inline,
    OpenPoint,
    Paragraph,
    Strong,
    Text,
    ToConfirm,
    Value,
)
from vadocs.model.engagement import Choice, Leaf


def title_of(document: str, setting: Setting) -> str:
    """The document's title in the country's words."""
    return setting.frame(_varied(f"title.{document}", setting))


def _varied(name: str, setting: Setting) -> str:
    """The text of the frame for the kind of letter that this is (`title.dunning-letters.firm`), or for the provider's
    regime (`title.contract.cl-fees`), else the usual."""
    for path in ("letter.kind", "provider.tax.regime"):
        kind = setting.root.value(path)
        own = f"{name}.{kind.code if isinstance(kind, Choice) else kind}"
        if own in setting.lexicon.frame:
            return own
    return name


def headed(
    document: str, title: str, subtitle: tuple[Inline, ...], setting: Setting
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Heading and subtitle: a name that the spec gives the document (`proposal.title`) stands over its title."""
    key = f"{document.replace('-', '_')}.title"
    own = setting.root.get(key)
    if not isinstance(own, Leaf):
        return (Text(title),), subtitle
    return print_scalar(own, key, setting.printer), (Text(f"{title} · "), *subtitle)


def opening(
    heading: tuple[Inline, ...], subtitle: tuple[Inline, ...], status: str, setting: Setting
) -> tuple[Block, ...]:
    """Heading, subtitle, the lists of what is missing and of what is to be confirmed (a draft that has such).

    The open points are those asked for so far, so this comes after all clauses.
    """
    blocks: list[Block] = [
        Paragraph(heading, role="title"),
        Paragraph(subtitle, role="subtitle"),
    ]
    if status == "draft" and setting.open_points:
        blocks.append(_missing(tuple(setting.open_points.values()), setting))
    if status == "draft" and setting.to_confirm:
        blocks.append(_unconfirmed(setting))
    return tuple(blocks)


def contents(setting: Setting) -> Contents:
    """The table of contents under the country's word for it."""
    return Contents((Text(setting.frame("contents")),))


def division(setting: Setting) -> Heading:
    """The heading that parts what comes before the clauses from the clauses."""
    return Heading(1, (Text(setting.frame("division.provisions")),), centred=True)


def subtitle_of(document: str, setting: Setting) -> tuple[Inline, ...]:
    """`subtitle.contract` of the frame with number, version and date as values."""
    found: list[Inline] = []
    rest = setting.frame(_varied(f"subtitle.{document}", setting))
    while "{" in rest:
        text, _, after = rest.partition("{")
        name, _, rest = after.partition("}")
        leaf = setting.root.get(name)
        found += [Text(text)] if text else []
        if isinstance(leaf, Leaf):
            found.append(Value(_printed(leaf, setting), name))
        else:
            found.append(setting.ask(name))
    return tuple([*found, Text(rest)] if rest else found)


def _printed(leaf: Leaf, setting: Setting) -> str:
    """A text letter for letter; a date or number as the language writes it."""
    return leaf.value if isinstance(leaf.value, str) else generated(leaf.value, setting.printer)


def _missing(points: tuple[OpenPoint, ...], setting: Setting) -> Callout:
    """The box on a draft's first page: what it is, and what is missing, a paragraph each."""
    texts = (
        setting.frame("open_points.title"),
        setting.frame("open_points.intro") + ":",
        *(point.prompt for point in points),
    )
    return Callout("open-points", tuple(Paragraph((Text(text),)) for text in texts))


def _unconfirmed(setting: Setting) -> Callout:
    """The box of what is to be confirmed: a paragraph each, with description, value and reason."""
    items = (
        Paragraph((Strong((Text(fact.prompt),)), *_after(fact), Text(f" – {fact.reason}")))
        for fact in setting.to_confirm
    )
    return Callout("to-confirm", (Paragraph((Text(setting.frame("to_confirm.title") + ":"),)), *items))


def _after(fact: ToConfirm) -> tuple[Inline, ...]:
    """The value of a fact that has a print, after a colon."""
    return (Text(": "), *fact.value) if fact.value else ()


def running_texts(document: str, title: str, status: str, setting: Setting) -> Mapping[str, str]:
    """What header and footer may show, printed in the document's language (`Meta.running`).

    `draft_notice` is empty in a final version, unless the document bears a notice of its own on every page. `file_word`
    is the document's word in a file's name.
    """
    return {
        "title": title,
        "number": _text("number", setting),
        "version": _text("version", setting) or "1",
        "parties": _parties(setting),
        "draft_notice": setting.lexicon.frame.get(f"notice.{document}") or _draft_notice(status, setting),
        "page_word": setting.frame("page"),
        "of_word": setting.frame("of"),
        "file_word": _file_word(document, setting) or title,
    }


def _file_word(document: str, setting: Setting) -> str:
    """`file.<document>` of the frame, with the values that stand in braces; "" where the frame has none."""
    text = setting.lexicon.frame.get(_varied(f"file.{document}", setting), "")
    return re.sub(r"\{([\w.]+)\}", lambda place: _text(place[1], setting), text)


def _parties(setting: Setting) -> str:
    """`running.parties` of the frame with the parties' names, which may hold anything, braces too."""

    def name(place: re.Match[str]) -> str:
        leaves = [party.get("legal_name") for party in parties_of(setting.root, place[1])]
        names = [print_leaf(leaf, setting.language, setting.lexicon) for leaf in leaves if isinstance(leaf, Leaf)]
        return setting.language.join(names) or "…"

    return re.sub(r"\{(client|provider)\}", name, setting.frame("running.parties"))


def _text(path: str, setting: Setting) -> str:
    leaf = setting.root.get(path)
    return _printed(leaf, setting) if isinstance(leaf, Leaf) else ""


def _draft_notice(status: str, setting: Setting) -> str:
    """ "BORRADOR – faltan 3 datos, 2 por confirmar" for a draft, with wordings for one and for none; "" if final."""
    if status == "final":
        return ""
    missing, unconfirmed = len(setting.open_points), len(setting.to_confirm)
    if unconfirmed and not missing:
        return _counted("draft_notice.confirm", unconfirmed, setting)
    notice = _counted("draft_notice", missing, setting) if missing else setting.frame("draft_notice.none")
    if not unconfirmed:
        return notice
    return _counted("draft_notice.also", unconfirmed, setting).replace("{notice}", notice)


def _counted(name: str, count: int, setting: Setting) -> str:
    """A text of the frame with its number, in its wording for one if it has such."""
    one = f"{name}.one"
    return setting.frame(one if count == 1 else name).replace("{n}", str(count))
