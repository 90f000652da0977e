"""Makes the pictures of the README and of the tutorial: `make pictures`, or `python docs/pictures.py [DIR]`.

Needs poppler (`pdftoppm`) and, for the tutorial, whose commands are typed as it tells them, a pseudo-terminal.
Each picture shows two pages side by side; pages are found by their headings in the PDF's
outline, so that they are the same ones after a text has changed. A palette keeps the files small.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))
from docs.site.staging import DOCS
from tests.site.terminal import Terminal
from tests.site.tutorial import NOT_RUN, carry_out, steps

ROOT = Path(__file__).parents[1]
PICTURES = {
    "contrato": (["render", "levante.vadocs.yaml", "--documents", "contract"], (1, 2)),
    "propuesta": (["render", "propuestas/opciones.vadocs.yaml", "--documents", "proposal"], (1, "Opciones")),
    "bienvenida": (
        ["render", "bienvenidas/levante.vadocs.yaml", "--documents", "welcome-kit"],
        ("Resumen en una página", "Los primeros treinta días"),
    ),
    "paquete": (["packet", "propuestas/levante.vadocs.yaml", "--documents", "proposal,contract"], (1, 2)),
}
"""Picture: the command without `vadocs`, and its pages, by number or by heading."""
TUTORIALS = {"primera-hora": "es", "first-hour": "en"}
"""Picture of what a tutorial makes: its page, by name, and the language."""
WIDTH, GAP, COLOURS = 600, 6, 48
"""Pixels of a page and of the space round it; colours of a picture."""


def picture(name: str, out: Path, work: Path) -> Path:
    """The picture called `name`, written to `out`; `work` takes what it is made from."""
    (order, spec, *rest), wanted = PICTURES[name]
    folder = work / name
    command = [sys.executable, "-m", "vadocs", order, str(ROOT / "examples" / spec), *rest, "--out", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    file = max(folder.rglob("*.pdf"), key=lambda made: made.stat().st_size)
    return sheet(name, file, wanted, out, work)


def tutorial(name: str, out: Path, work: Path) -> Path:
    """The picture of the contract that the tutorial called `name` leads to."""
    language, folder = TUTORIALS[name], work / name
    folder.mkdir()
    terminal = Terminal(folder, folder)
    for step in steps(DOCS / language / f"{name}.md", NOT_RUN[language]):
        carry_out(step, terminal)
    terminal.close()
    (file,) = [each for each in folder.rglob("*2026-001*.pdf") if not each.name.startswith("Pa")]
    return sheet(name, file, (1, 2), out, work)


def sheet(name: str, file: Path, wanted: tuple[int | str, ...], out: Path, work: Path) -> Path:
    """Two pages of `file` side by side, as the picture called `name`."""
    pages = [page(file, number(file, one), work) for one in wanted]
    height = max(each.height for each in pages)
    made = Image.new("RGB", (len(pages) * (WIDTH + GAP) + GAP, height + 2 * GAP), "#C8C8C8")
    for n, each in enumerate(pages):
        made.paste(each, (GAP + n * (WIDTH + GAP), GAP))
    path = out / f"{name}.png"
    made.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


def number(file: Path, wanted: int | str) -> int:
    """The page that is wanted, from 1: itself, or the one with that heading."""
    if isinstance(wanted, int):
        return wanted
    reader = PdfReader(file)
    found = [one for one in flat(reader.outline) if one.title == wanted]
    return (reader.get_destination_page_number(found[-1]) or 0) + 1


def flat(entries: list[Any]) -> list[Any]:
    """The entries of an outline of any depth, in order."""
    return [one for entry in entries for one in (flat(entry) if isinstance(entry, list) else [entry])]


def page(file: Path, index: int, work: Path) -> Image.Image:
    """A page as a picture, `WIDTH` pixels wide."""
    made = work / f"page-{index}"
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    command = ["pdftoppm", "-f", str(index), "-l", str(index), "-singlefile", *size, "-png", str(file), str(made)]
    subprocess.run(command, check=True)
    return Image.open(made.with_suffix(".png")).convert("RGB")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    with TemporaryDirectory(prefix="vadocs-pictures-") as scratch:
        for picked in PICTURES:
            print(picture(picked, target, Path(scratch)))
        for picked in TUTORIALS:
            print(tutorial(picked, target, Path(scratch)))
