"""The properties of a DOCX: what the file says of itself. No internal leaf of the spec reaches it."""

from vadocs.model.document import Meta
from vadocs.writers.ooxml import escape, quote

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set of custom properties (ECMA-376 part 1, 22.3.2.2)."""


def core_properties(meta: Meta) -> bytes:
    """`docProps/core.xml` (ECMA-376 part 2, 11): title, author, language; dates are the document's, if it has one."""
    texts = {
        "dc:title": meta.title, "dc:creator": meta.author, "cp:lastModifiedBy": meta.author,
        "dc:identifier": meta.number, "dc:language": meta.language,
        "cp:version": str(meta.version), "cp:contentStatus": meta.status,
    }  # fmt: skip
    rows = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items() if text)
    if meta.date is not None:
        for name in ("dcterms:created", "dcterms:modified"):
            rows += f'<{name} xsi:type="dcterms:W3CDTF">{meta.date.isoformat()}T00:00:00Z</{name}>'
    return f"{_HEAD}<cp:coreProperties {_CORE}>{rows}</cp:coreProperties>".encode()


def custom_properties(meta: Meta) -> bytes:
    """`docProps/custom.xml`: the engagement's number, the version, and the edition of each clause placed."""
    values = [("vadocs number", _text(meta.number)), ("vadocs version", _whole(meta.version))]
    values += [("vadocs form", _text(meta.mark))] if meta.mark else []
    values += [(f"vadocs clause {id}", _whole(edition)) for id, edition in meta.clauses]
    rows = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name={quote(name)}>{value}</property>'
        for pid, (name, value) in enumerate(values, 2)
    )
    return f"{_HEAD}<Properties {_CUSTOM}>{rows}</Properties>".encode()


def _text(text: str) -> str:
    return f"<vt:lpwstr>{escape(text)}</vt:lpwstr>"


def _whole(number: int) -> str:
    return f"<vt:i4>{number}</vt:i4>"
