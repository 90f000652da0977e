"""What files of a folder say, as a reader finds it: the marks in their text, and in all else that they carry."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.batches.marked import marks_in

_PARAGRAPH = re.compile(r"</w:p>|<w:tab/>|<w:br/>")
_TAG = re.compile(r"<[^>]*>")
BODY = "word/document.xml"


def printed(file: Path) -> frozenset[str]:
    """The marks in the text of a Word file, a PDF, or a plain text."""
    match file.suffix:
        case ".docx":
            with zipfile.ZipFile(file) as archive:
                return marks_in(_words(archive.read(BODY).decode()))
        case ".pdf":
            told = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
            return marks_in(told.stdout.decode())
        case _:
            return marks_in(file.read_text(encoding="utf-8"))


def carried(file: Path) -> frozenset[str]:
    """The marks in everything that a file holds beside its text: name, properties, attachments, other parts."""
    return frozenset().union(marks_in(file.name), *map(marks_in, _beside(file)))


def attached(file: Path) -> frozenset[str]:
    """The marks in the extract that a PDF carries."""
    with pikepdf.open(file) as pdf:
        return marks_in(pdf.attachments["engagement.json"].get_file().read_bytes().decode())


def _beside(file: Path) -> Iterator[str]:
    data = file.read_bytes()
    if file.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                text = archive.read(name).decode("utf-8", "replace")
                yield from (text, _words(text)) if name != BODY else (text,)
    elif file.suffix == ".pdf":
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield from map(str, pdf.docinfo.values())
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream) and thing.get("/Type") in ("/Metadata", "/EmbeddedFile"):
                    yield thing.read_bytes().decode("utf-8", "replace")
                elif isinstance(thing, pikepdf.Dictionary):
                    yield from (str(value) for value in thing.values() if isinstance(value, pikepdf.String))
    else:
        yield data.decode("utf-8", "replace")


def _words(text: str) -> str:
    return _TAG.sub("", _PARAGRAPH.sub("\n", text))
