"""Putting documents together: one packet of several documents' pages, a stamp on each, a zip of editable files.

Pages of our own documents are joined before they are written, so that the PDF writer writes a packet as it writes
any document: once, tagged, with one outline.
"""

from vadocs.pack.bundle import zipped
from vadocs.pack.enclosing import Sized, enclosed
from vadocs.pack.joining import Labels, Part, anchor_in, joined, starts
from vadocs.pack.stamping import stamped

__all__ = ["Labels", "Part", "Sized", "anchor_in", "enclosed", "joined", "stamped", "starts", "zipped"]
