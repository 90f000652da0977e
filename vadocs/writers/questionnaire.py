"""The questions of a form as plain text: to be copied into an e-mail or a chat, and answered from a phone."""

from collections.abc import Iterator, Mapping

from vadocs.model.document import Document, Field, Provision, Table
from vadocs.model.walk import blocks, provisions, rows_of_inlines, text_of

SECTION = "kit-intake"
"""The section whose fields are asked for in plain text too."""
_YES_OR_NO = {"es": "(sí o no)", "en": "(yes or no)"}


def fields_of(provision: Provision) -> Iterator[Field]:
    """The fields of a section in reading order."""
    for block in blocks(provision.body):
        for row in rows_of_inlines(block) if isinstance(block, Table) else ():
            yield from (one for one in row if isinstance(one, Field))


def asked(field: Field, language: str) -> str:
    """What the plain form asks: the question, with the answers that there are to choose from."""
    if field.kind == "check":
        return f"{field.prompt} {_YES_OR_NO.get(language, '')}".rstrip()
    return f"{field.prompt} ({' / '.join(field.options)})" if field.options else field.prompt


def questionnaire(document: Document, frame: Mapping[str, str]) -> bytes | None:
    """The questionnaire of a document, each question behind its mark, room below it; None where it has none.

    `frame` are the texts of the document's language: `questionnaire.intro` is said before the questions.
    """
    section = next((one for one in provisions(document) if one.id == SECTION), None)
    fields = list(fields_of(section)) if section is not None else []
    if section is None or not fields:
        return None
    meta = document.meta
    head = " · ".join([text_of(section.heading), meta.running.get("parties", ""), meta.number])
    lines = [head, f"[#form {meta.mark}]", "", frame.get("questionnaire.intro", ""), ""]
    for number, field in enumerate(fields, start=1):
        lines += [f"[#{field.name}] {number}. {asked(field, meta.language[:2])}", "", "", ""]
    return "\n".join([*lines, "[#end]", ""]).encode()
