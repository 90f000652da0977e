"""Makes the pictures of `aspecto.md` and `look.md`: pages of a contract, each paragraph labelled with its Word style.

`make pictures`, or `python docs/styles.py [DIR]`. Needs poppler. The paragraphs and their styles are read from the Word
file, their places from the PDF of the same contract: both have the same words in the same order.
"""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from PIL import Image, ImageDraw, ImageFont

from vadocs.readers.look.whereabouts import shown_in_english, shown_in_spanish

ROOT = Path(__file__).parents[1]
PICTURES = {
    "estilos": ("levante.vadocs.yaml", shown_in_spanish),
    "styles": ("asistencia-austin.vadocs.yaml", shown_in_english),
}
"""Picture: the example it shows, and how a style is called."""
PAGES, WIDTH, LABELS, GAP, COLOURS = 4, 560, 250, 10, 48
"""Pages of a picture, two in a row; pixels of a page, of the room for its labels and of the space round it."""
INK, EDGE = "#9A3B1E", "#C8C8C8"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Word = tuple[str, int, float, float]
"""A word of the PDF, its page from 1, and where its line begins and ends, in parts of the page's height."""


def picture(name: str, out: Path, work: Path) -> Path:
    """The picture called `name`, written to `out`; `work` takes what it is made from."""
    spec, called = PICTURES[name]
    folder = work / name
    command = [sys.executable, "-m", "vadocs", "render", str(ROOT / "examples" / spec), "--documents", "contract"]
    subprocess.run([*command, "--out", str(folder)], check=True, capture_output=True)
    docx, pdf = (next(folder.rglob(f"*.{suffix}")) for suffix in ("docx", "pdf"))
    found = places(list(paragraphs(docx)), list(words(pdf)))
    chosen = richest(dict(found))
    sheets = [labelled(pdf, page, found[page], called, work) for page in chosen]
    width, height = sheets[0].size
    rows = -(-len(sheets) // 2)
    whole = Image.new("RGB", (2 * (width + GAP) + GAP, rows * (height + GAP) + GAP), EDGE)
    for n, sheet in enumerate(sheets):
        whole.paste(sheet, (GAP + n % 2 * (width + GAP), GAP + n // 2 * (height + GAP)))
    made = out / f"{name}.png"
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(made, optimize=True)
    return made


def paragraphs(docx: Path) -> Iterator[tuple[str, list[str]]]:
    """Each paragraph of the body: its style's name and its words."""
    with zipfile.ZipFile(docx) as archive:
        styles, body = (etree.fromstring(archive.read(f"word/{part}.xml")) for part in ("styles", "document"))
    names = {one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val") for one in styles.iter(f"{W}style")}
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(one.text or "" if one.tag == f"{W}t" else " " for one in paragraph.iter(f"{W}t", f"{W}tab"))
        if style is not None and text.split():
            yield names[style.get(f"{W}val")], text.split()


def words(pdf: Path) -> Iterator[Word]:
    """Each word of the PDF in the order of reading."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True)
    page, height = 0, 1.0
    for line in done.stdout.splitlines():
        if found := re.search(r'<page width="[\d.]+" height="([\d.]+)"', line):
            page, height = page + 1, float(found[1])
        elif found := re.search(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>', line):
            yield found[3], page, float(found[1]) / height, float(found[2]) / height


def places(styled: list[tuple[str, list[str]]], read: list[Word]) -> dict[int, list[tuple[str, float]]]:
    """By page, the styles that are seen there with the height of their first paragraph, from the top."""
    found: dict[int, dict[str, float]] = {}
    at = 0
    for style, text in styled:
        start = text[: min(3, len(text))]
        for index in range(at, min(at + 400, len(read) - len(start))):
            if [one[0] for one in read[index : index + len(start)]] == start:
                _, page, top, bottom = read[index]
                found.setdefault(page, {}).setdefault(style, (top + bottom) / 2)
                at = index + len(start)
                break
    return {page: sorted(seen.items(), key=lambda one: one[1]) for page, seen in found.items()}


def richest(found: dict[int, list[tuple[str, float]]]) -> list[int]:
    """The pages on which most styles are seen that no page before them showed, in order."""
    chosen: list[int] = []
    seen: set[str] = set()
    while len(chosen) < PAGES:
        best = max(found, key=lambda page: (len({style for style, _ in found[page]} - seen), -page))
        chosen.append(best)
        seen |= {style for style, _ in found.pop(best)}
    return sorted(chosen)


def labelled(
    pdf: Path, page: int, seen: list[tuple[str, float]], called: Callable[[str], str], work: Path
) -> Image.Image:
    """A page with the name of each style beside its first paragraph."""
    made = work / f"styles-{page}"
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    command = ["pdftoppm", "-f", str(page), "-l", str(page), "-singlefile", *size, "-png", str(pdf), str(made)]
    subprocess.run(command, check=True)
    shown = Image.open(made.with_suffix(".png")).convert("RGB")
    sheet = Image.new("RGB", (WIDTH + LABELS, shown.height), "white")
    sheet.paste(shown, (0, 0))
    draw = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(str(ROOT / "templates" / "fonts" / "carlito" / "Carlito-Bold.ttf"), 17)
    draw.line((WIDTH, 0, WIDTH, shown.height), fill=EDGE)
    below = 0.0
    for style, height in seen:
        line = height * shown.height
        y = max(line, below)
        below = y + 21
        draw.line((WIDTH - 70, line, WIDTH - 8, line, WIDTH + 8, y), fill=INK, width=1)
        draw.text((WIDTH + 12, y), called(style), fill=INK, font=face, anchor="lm")
    return sheet


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    with TemporaryDirectory(prefix="vadocs-styles-") as scratch:
        for picked in PICTURES:
            print(picture(picked, target, Path(scratch)))
