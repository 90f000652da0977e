"""Layout: a document and a look become pages.

fonts measures faces, shape turns inlines into runs, words into words, breaking into lines, paragraphs into
boxes; document goes through the tree, lists, tables, signatures and contents help it; flow places the boxes
on pages, and pages draws what was placed, with the running header and footer around it.
"""

from vadocs.layout.pages import lay_out

__all__ = ["lay_out"]
