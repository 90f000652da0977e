"""Document -> DOCX: the look's template, rendered by Jinja, with a body of our own WordprocessingML.

The template is understood by docxtpl and compiled once (`template`); the body is written from the tree
(`body`, `inlines`, `lists`, `tables`, `pictures`, `contents`) in the look's styles; `package` zips it all, the same
bytes each time.
"""

from vadocs.diagnostics import Report
from vadocs.model.document import Document
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.writers.docx.body import write_body
from vadocs.writers.docx.cleaning import CORE, CUSTOM
from vadocs.writers.docx.languages import word_language
from vadocs.writers.docx.lists import LETTERS
from vadocs.writers.docx.namespaces import with_word_2010
from vadocs.writers.docx.package import pack
from vadocs.writers.docx.properties import core_properties, custom_properties
from vadocs.writers.docx.template import compiled, context, with_tabs

__all__ = ["write_docx"]


def write_docx(document: Document, look: Look, pages: Pages, report: Report) -> bytes:
    """The document as the bytes of a .docx: same input, same bytes.

    `pages` gives the contents their page numbers and the tables their columns. A node that Word cannot
    show yet is reported (E570), and then the bytes must not be delivered. Raises `Unprintable` for a text
    with a character that XML cannot hold; nothing for a look that `readers.look` has accepted.
    """
    template = compiled(look.source)
    sides = bool(document.meta.sides)
    first = template.next_instance + (len(template.beside) if sides else 0)
    body = write_body(document, look, pages, template.style_ids, first, report, template.beside)
    texts = context(document.meta.running, body.xml, look.paper)
    written = {
        **{name: with_word_2010(part.render(texts)) for name, part in template.tagged.items()},
        **dict((template.in_language(word_language(document.meta.language)),)),
    }
    end = look.paper.measure - look.widened
    return pack({
        **template.parts,
        **{name: with_tabs(part, end, look.widened) for name, part in written.items()},
        **dict((
            template.with_instances(body.instances, LETTERS, twins=sides),
            template.with_links(body.links, body.pictures),
        )),
        **template.with_pictures(body.pictures),
        CORE: core_properties(document.meta),
        CUSTOM: custom_properties(document.meta),
    })
