"""Layout: a document and a look become pages.

fonts measures faces, shape turns inlines into runs, words into words, breaking into lines, paragraphs into
boxes; document goes through the tree, lists, tables, signatures and contents help it; flow places the boxes
on pages, and pages draws what was placed, with the running header and footer around it. stamps sets what
runs over the pages of several documents.
"""

from vadocs.layout.contents import entries
from vadocs.layout.pages import Galley, lay_out, set_galley
from vadocs.layout.stamps import Corner, set_stamps, stamp_band

__all__ = ["Corner", "Galley", "entries", "lay_out", "set_galley", "set_stamps", "stamp_band"]
