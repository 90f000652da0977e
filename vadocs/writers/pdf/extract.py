"""The machine-readable extract, attached as `engagement.json` (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8)."""

import json

from vadocs.model.document import Document, Value
from vadocs.model.walk import document_inlines
from vadocs.writers.pdf.objects import File, Reference, date_string, dictionary, name, text

FILE_NAME = "engagement.json"


def extract(document: Document) -> bytes:
    """What this document prints of the engagement, by dotted path; a leaf printed in several forms keeps all.

    Values are taken from the text as printed, so nothing stands here that cannot be read on a page. A leaf a
    line: what Python's json would indent, it would write some ten times slower.
    """
    printed: dict[str, dict[str, None]] = {}
    for inline in document_inlines(document):
        if isinstance(inline, Value):
            printed.setdefault(inline.key, {})[inline.text] = None
    meta = document.meta
    head = {"document": meta.document, "title": meta.title, "language": meta.language}
    lines = [f"  {_json(key)}: {_json(value)},\n" for key, value in head.items()]
    leaves = ",\n".join([f"    {_json(key)}: {_json(list(forms))}" for key, forms in printed.items()])
    return f'{{\n{"".join(lines)}  "printed": {{\n{leaves}\n  }}\n}}\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def attach(file: File, document: Document) -> Reference:
    """The extract as an embedded file; the answer is its file specification."""
    meta = document.meta
    data = extract(document)
    day = date_string(meta.date) if meta.date else None
    embedded = file.add_stream(data, {
        "Type": name("EmbeddedFile"), "Subtype": name("application/json"),
        "Params": dictionary({"Size": len(data), "ModDate": day}),
    })
    return file.add(dictionary({
        "Type": name("Filespec"), "F": text(FILE_NAME), "UF": text(FILE_NAME), "AFRelationship": name("Data"),
        "Desc": text(meta.title), "EF": dictionary({"F": embedded, "UF": embedded}),
    }))
