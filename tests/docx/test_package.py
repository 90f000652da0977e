"""The file as a whole: its parts, its bytes, its text, and what it says of itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO

from lxml import etree

from tests.docx import golden, specimen
from tests.docx.reading import body_text, paragraphs, parts
from tests.docx.templates import ROOT, plain
from vadocs.diagnostics import Report
from vadocs.model.document import Paragraph, Value
from vadocs.model.pages import Pages
from vadocs.writers.docx import write_docx

PAGES = Pages((), (), (), {}, {})
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


def test_the_parts_are_the_golden_ones() -> None:
    """The same files, then the same canonical XML in each."""
    made = parts(golden.made())
    stored = {str(path.relative_to(golden.FOLDER)): path for path in golden.FOLDER.rglob("*") if path.is_file()}
    assert sorted(made) == sorted(stored)
    for name, path in stored.items():
        assert golden.readable(made[name]) == path.read_text(encoding="utf-8"), name


def test_the_types_come_first_and_every_entry_has_the_same_time() -> None:
    """Nothing of the machine is in the archive."""
    with zipfile.ZipFile(BytesIO(golden.made())) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    assert entries[0].filename == "[Content_Types].xml"
    assert {(each.date_time, each.create_system) for each in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert {each.compress_type for each in entries} == {zipfile.ZIP_DEFLATED}


def test_the_same_input_gives_the_same_bytes() -> None:
    """Twice here, and in another process with another hash seed, folder and time zone."""
    here = golden.made()
    assert golden.made() == here
    code = "import hashlib; from tests.docx import golden; print(hashlib.sha256(golden.made()).hexdigest())"
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    other = subprocess.run([sys.executable, "-c", code], cwd="/", env=environment, capture_output=True, check=True)
    assert other.stdout.decode().strip() == hashlib.sha256(here).hexdigest()


TEXT = """\
Contrato
N.º 2026-031
Faltan datos:
[lugar]
Índice
REUNIDOS
Ante mí
De una parte
Nota
Diseño|1.920,00|40 %|Entrega|2.880,00|60 %|Total|4.800,00|100 %
PRIMERA.– Objeto
Los «Servicios» son de la Parte Prestadora, según el Anexo_I, apartado_2; véase la cláusula segunda, y la cláusula \
primera, apartado_2, letra_(b).
Tarea: Bank reconciliation <A&B>
ejemplo
uno;
dos:
tres.
cuatro
Hito|Importe|Parte|Diseño|1.920,00|40 %|Entrega|2.880,00|60 %|Total|4.800,00|100 %
SEGUNDA.– Pago
Cinco días.
Firman.
Por el Cliente

Nombre: Vicent Ferrer
Fecha: [fecha]
Anexo_I. Encargo de tratamiento
Objeto del encargo.
Medidas de la cláusula primera."""


def test_the_text_in_order_is_that_of_the_document() -> None:
    """Every paragraph once, in order, with the results of its fields; native numbers are no text."""
    assert body_text(golden.made(), contents=False).replace("\u00a0", "_") == TEXT.replace("|", "\n")


def test_the_extractor_notices_a_changed_letter() -> None:
    """Another ampersand, dash, digit, accent or field result is another text."""
    sound = golden.made()
    changes = {
        "&amp;B": "B", ".– ": ".- ", "4.800,00": "4.801,00", "cláusula": "clausula", ">segunda<": ">tercera<",
    }  # fmt: skip
    for old, new in changes.items():
        changed = {name: data.replace(old.encode(), new.encode()) for name, data in parts(sound).items()}
        assert changed != parts(sound), old
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in changed.items():
                archive.writestr(name, data)
        assert body_text(out.getvalue()) != body_text(sound), old


def test_entries_of_contents_can_be_left_out() -> None:
    """With them the extractor gives labels, titles and pages, without them the heading alone."""
    whole, short = paragraphs(golden.made()), paragraphs(golden.made(), contents=False)
    assert [text for text in whole if text not in short] == [
        "PRIMERA.– Objeto\t2", "SEGUNDA.– Pago\t2", "Anexo I. Encargo de tratamiento\t3",
    ]  # fmt: skip
    assert "Índice" in short


def test_hostile_values_appear_letter_for_letter() -> None:
    """Markup of any kind in a value is text of the document."""
    hostile = 'A & B <w:p/> ]]> {{ title }} {% if x %} {_{ [[scope]] @client ::: *a* "b" \u2028 \u00a0 {#x}'
    document = specimen.document(Paragraph((Value(hostile, "services[0].task"),)), author=hostile, title=hostile,
                                 number=hostile, clauses=((hostile, 1),))
    made = write_docx(document, plain(), PAGES, Report())
    assert paragraphs(made) == [hostile]
    core = etree.fromstring(parts(made)["docProps/core.xml"])
    assert [each.text for each in core].count(hostile) == 4


def test_what_the_file_says_of_itself() -> None:
    """Title, author, number, language, dates of the document; number, version and editions as custom properties."""
    made = parts(golden.made())
    core = {str(each.tag).rpartition("}")[2]: each.text for each in etree.fromstring(made["docProps/core.xml"])}
    assert core == {
        "title": "Contrato de prestación de servicios", "creator": "Marta Ruiz", "lastModifiedBy": "Marta Ruiz",
        "identifier": "2026-031", "language": "es-ES", "version": "1", "contentStatus": "draft",
        "created": "2026-03-02T00:00:00Z", "modified": "2026-03-02T00:00:00Z",
    }  # fmt: skip
    custom = etree.fromstring(made["docProps/custom.xml"])
    assert {str(each.get("name")): each[0].text for each in custom} == {
        "vadocs number": "2026-031", "vadocs version": "1",
        "vadocs clause scope": "2", "vadocs clause payment-terms": "1",
    }  # fmt: skip


def test_a_document_without_a_date_bears_none() -> None:
    """No day is made up."""
    made = write_docx(replace(specimen.document(), meta=specimen.meta(date=None)), plain(), PAGES, Report())
    assert b"dcterms:" not in parts(made)["docProps/core.xml"].partition(b">")[2].partition(b">")[2]
