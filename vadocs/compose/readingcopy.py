"""A reading copy: a document in a language that its reader knows, marked on every page as not binding, with nothing to
sign or to fill in. The law, the clauses and the figures are those of the document that binds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vadocs.compose.rewrite import rewritten
from vadocs.language import Language, language
from vadocs.model.document import (
    Blank,
    Block,
    Callout,
    Document,
    Field,
    Inline,
    LineBreak,
    Paragraph,
    SignatureBlock,
    Strong,
    Text,
    Value,
)
from vadocs.model.engagement import Engagement, Item, Items, Leaf, Localised, Record, leaves
from vadocs.model.lexicon import Lexicon

_COPY = ".reading-"
_BY_HAND = "____________"
"""What stands where the document that binds has something to fill in by hand."""
_LANGUAGES = ("language", "other_language", "prevailing_language")


def code_of(document: str, tag: str) -> str:
    """What the manifest calls the reading copy in the language `tag` of a document: no document's own code."""
    return f"{document}{_COPY}{tag}"


def copied_of(code: str) -> tuple[str, str]:
    """The document and the language that `code_of` made a code of; "" for the language of any other code."""
    document, _, tag = code.partition(_COPY)
    return document, tag


def as_read(engagement: Engagement, tag: str) -> tuple[Engagement, frozenset[str]]:
    """The engagement in the language `tag` alone, and the keys of the texts that it does not have in that language.

    Those stand there in the language that they were given in: nothing is translated.
    """
    wanted = language(tag).code
    original = language(engagement.text("language", "es")).code
    missing = frozenset(
        path
        for path, leaf in leaves(engagement.root)
        if isinstance(leaf.value, Localised) and wanted not in leaf.value.texts and original in leaf.value.texts
    )
    fields = {name: _told(item, wanted, original) for name, item in engagement.root.fields.items()}
    fields = {name: item for name, item in fields.items() if name not in _LANGUAGES}
    fields["language"] = Leaf(tag)
    return replace(engagement, root=replace(engagement.root, fields=fields)), missing


def _told(item: Item, wanted: str, original: str) -> Item:
    """The item with the original's text wherever the wanted language lacks one."""
    match item:
        case Leaf(value=Localised(texts) as value) if wanted not in texts and original in texts:
            return replace(item, value=replace(value, texts={**texts, wanted: texts[original]}))
        case Leaf():
            return item
        case Items():
            return replace(item, items=tuple(_told(one, wanted, original) for one in item.items))
        case Record():
            return replace(item, fields={name: _told(one, wanted, original) for name, one in item.fields.items()})


def reading_copy(document: Document, binding: str, untold: frozenset[str], lexicon: Lexicon) -> Document:
    """The document, composed in the reader's language, as a copy of the one in the language `binding`.

    `untold`: the keys of the texts that stand as in the original; each is tagged in its language and marked.
    """
    words = language(document.meta.language)
    bound = words.language_name(binding)
    frame = {name: text.replace("{language}", bound) for name, text in lexicon.frame.items() if "reading" in name}
    mark = frame["reading.untold"]

    def marked(row: tuple[Inline, ...], _clause: str) -> tuple[Inline, ...]:
        return tuple(_inlines(row, untold, language(binding).tag, mark))

    unsigned = replace(document, execution=tuple(_unsigned(document.execution, frame)))
    unsigned = replace(unsigned, front=tuple(_unsigned(_noticed(unsigned.front, frame, words), frame)))
    return _named(rewritten(unsigned, marked), frame, words)


def _named(document: Document, frame: Mapping[str, str], words: Language) -> Document:
    """Its own code, title, file name and notice on every page; a draft says that it is one as well. No form comes back
    from it."""
    meta = document.meta
    running = dict(meta.running)
    notice = [frame["notice.reading"], running["draft_notice"]] if meta.status == "draft" else [frame["notice.reading"]]
    running["draft_notice"] = " · ".join(text for text in notice if text)
    running["copy_word"] = frame["file.reading"].replace("{tag}", words.tag)
    title = f"{meta.title} ({frame['title.reading']})"
    return replace(
        document, meta=replace(meta, document=code_of(meta.document, words.tag), title=title, running=running, mark="")
    )


def _noticed(front: tuple[Block, ...], frame: Mapping[str, str], words: Language) -> tuple[Block, ...]:
    """What the copy is, in a box under the title and what belongs to it; before all else where there is no title."""
    lines = (frame["reading.title"], *(frame[f"reading.{n}"] for n in (1, 2, 3)))
    box = Callout("reading-copy", tuple(Paragraph((Text(text),)) for text in lines))
    heads = [n for n, block in enumerate(front) if isinstance(block, Paragraph) and block.role in ("title", "subtitle")]
    after = heads[-1] + 1 if heads else 0
    return (*front[:after], box, *front[after:])


def _unsigned(blocks: tuple[Block, ...], frame: Mapping[str, str]) -> Iterator[Block]:
    """Each signature block as a paragraph of who signs the text that binds; no field, no line to sign on."""
    for block in blocks:
        if not isinstance(block, SignatureBlock):
            yield block
            continue
        told: list[Inline] = [Strong((*block.heading, Text(f" – {frame['reading.unsigned']}")))]
        for line in block.lines:
            if not any(isinstance(one, Field | Blank) for one in line.content):
                told += [LineBreak(), Text(f"{line.label}: "), *line.content]
        yield Paragraph(tuple(told))


def _inlines(row: tuple[Inline, ...], untold: frozenset[str], tag: str, mark: str) -> Iterator[Inline]:
    """The inlines without anything to fill in, and with what is not in the reader's language marked after its end."""
    for place, one in enumerate(row):
        match one:
            case Field() | Blank():
                yield Text(_BY_HAND)
            case Value(_, key) if key in untold:
                yield replace(one, language=tag)
                rest = row[place + 1 :]
                if not any(isinstance(later, Value) and later.key == key for later in rest):
                    yield Text(mark)
            case _:
                yield one
