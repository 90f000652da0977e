"""Document + Pages -> PDF: draws the pages that `layout` placed, tagged, archival, with what it prints attached.

pages -> content streams (`content`, `text`, `pictures`) and annotations, each booked in the structure tree
(`structure`); then fonts, navigation, metadata and the extract; `objects` puts the file together.
"""

from collections.abc import Sequence

from vadocs.diagnostics import Report
from vadocs.model.document import Document
from vadocs.model.look import Look
from vadocs.model.pages import Pages, Sheet
from vadocs.writers.pdf.annotations import Annotations
from vadocs.writers.pdf.content import PageContent
from vadocs.writers.pdf.extract import FILE_NAME, attach
from vadocs.writers.pdf.fonts import Fonts
from vadocs.writers.pdf.metadata import information, output_intents, xmp
from vadocs.writers.pdf.navigation import Navigation
from vadocs.writers.pdf.objects import Entries, File, Reference, array, dictionary, name, text
from vadocs.writers.pdf.pictures import Pictures
from vadocs.writers.pdf.sheets import Sheets
from vadocs.writers.pdf.structure import Structure
from vadocs.writers.pdf.text import Setter

__all__ = ["write_pdf"]


def write_pdf(document: Document, look: Look, pages: Pages, report: Report) -> bytes:
    """The pages as the bytes of a tagged PDF (intent PDF/A-3 and PDF/UA-1): same input, same bytes.

    `look` is not needed here, as the pages hold all of it: the signature is that of every writer. What
    cannot be shown is an error in `report`, and the bytes lack it. A font file that cannot be read raises
    reportlab's TTFError.
    """
    meta = document.meta
    file = File()
    references = [file.reserve() for _ in pages.pages]
    structure = Structure(file, pages.elements, meta.language, references)
    annotations = Annotations(file, structure, pages, references, report)
    navigation = Navigation(file, pages, references)
    tree = _pages(file, pages, references, structure, annotations, report)
    attached = attach(file, document)
    embedded = dictionary({"Names": array([text(FILE_NAME), attached])})
    catalog = dictionary({
        "Type": name("Catalog"), "Pages": tree, "Lang": text(meta.language),
        "StructTreeRoot": structure.write(), "MarkInfo": dictionary({"Marked": "true"}),
        "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
        "Metadata": xmp(file, meta, archival=pages.archival, accessible=pages.accessible),
        "OutputIntents": output_intents(file),
        "PageLabels": navigation.page_labels(), "Outlines": navigation.outline(),
        "PageMode": name("UseOutlines" if pages.outline else "UseNone"),
        "Names": dictionary({"Dests": navigation.destinations(), "EmbeddedFiles": embedded}),
        "AF": array([attached]), "AcroForm": annotations.form(),
    })
    return file.write(file.add(catalog), information(file, meta))


def _pages(
    file: File, pages: Pages, references: Sequence[Reference], structure: Structure, annotations: Annotations,
    report: Report,
) -> Reference:
    """The page tree. A page's content comes before its annotations: an element's text before its link."""
    tree, resources = file.reserve(), file.reserve()
    fonts, pictures, sheets = Fonts(file), Pictures(file), Sheets(file, structure)
    setter = Setter(fonts, pages.pairs)
    for index, page in enumerate(pages.pages):
        content = PageContent(page, index, setter, pictures, sheets, structure, report).write()
        sheet = next((item for item in page.items if isinstance(item, Sheet) and item.outside.tags), None)
        drawn: Entries = (
            {"Resources": resources, "Contents": file.add_stream(content, {})}
            if sheet is None else sheets.page(sheet, index, page, content, resources)
        )
        entries = {
            "Type": name("Page"), "Parent": tree, "MediaBox": array([0, 0, page.width, page.height]), **drawn,
            "Annots": annotations.page(index), "StructParents": index, "Tabs": name("S"),
        }
        file.add(dictionary(entries), references[index])
    drawings = {**pictures.write(), **sheets.write()}
    named = {"Font": fonts.write(), "XObject": dictionary(drawings) if drawings else None}
    file.add(dictionary(named), resources)
    return file.add(dictionary({"Type": name("Pages"), "Kids": array(references), "Count": len(references)}), tree)
