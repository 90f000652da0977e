"""Pictures of a contract's pages in every look, the Word file at the left and the PDF at the right.

    python -m tests.look.side_by_side FOLDER [LOOK ...]

The Word file is drawn by LibreOffice. One PNG a page; looks are those of `variants`, and sobrio.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from tests.look.contracts import Written, example_on, long_contract, look_from, written
from tests.look.variants import VARIANTS, template
from tests.oracles import libreoffice

RESOLUTION = "60"
PAPERS = {"formal": "letter"}
"""The paper of looks that are made for another than A4."""


def contracts(name: str, folder: Path) -> Iterator[Written]:
    """An example and a long contract in the look."""
    paper, look = PAPERS.get(name, "a4"), look_from(template(name))
    yield written(example_on("levante", paper), look, folder, f"{name}-levante")
    yield written(long_contract(1, "en-US", "decimal", paper), look, folder, f"{name}-long")


def drawn(pdf: Path) -> list[Path]:
    """The pages of a PDF as pictures, beside it."""
    target = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", RESOLUTION, "-png", str(pdf), str(target)], check=True)
    return sorted(pdf.parent.glob(f"{target.name}-[0-9]*.png"))


def joined(left: Path | None, right: Path | None, target: Path) -> None:
    """Two pages beside one another; an absent one is grey."""
    pages = [Image.open(path) if path else None for path in (left, right)]
    width, height = next(page.size for page in pages if page)
    whole = Image.new("RGB", (2 * width + 8, height), "#808080")
    for page, x in zip(pages, (0, width + 8), strict=True):
        if page:
            whole.paste(page, (x, 0))
    whole.save(target)


def main(folder: Path, names: list[str]) -> None:
    """Make the pictures of these looks."""
    work = folder / "files"
    made = [each for name in names for each in contracts(name, work)]
    for each, word in zip(made, libreoffice.convert([each.docx for each in made], "pdf", work / "word"), strict=True):
        theirs, ours = drawn(word), drawn(each.pdf)
        for number in range(max(len(theirs), len(ours))):
            pair = [pages[number] if number < len(pages) else None for pages in (theirs, ours)]
            joined(*pair, folder / f"{each.docx.stem}-{number + 1:02}.png")
        print(each.docx.stem, len(theirs), len(ours))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["sobrio", *VARIANTS])
