"""`vadocs preview`: pictures of the pages, of ours alone, and none where the documents are at fault."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.typing_in import spec, typed
from vadocs.cli import extras
from vadocs.diagnostics import Exit
from vadocs.outputs.previews import is_sealed, sealed

ID = "2026-031-ceramicas-levante"


def pictures() -> list[str]:
    """The endings of the names of the pictures in the output folder, in order."""
    return sorted(path.stem.rpartition("_")[2] for path in (Path("out") / ID).glob("*.png"))


def test_a_page_is_a_picture_and_a_sheet_shows_all(here: Path) -> None:
    """Each page is a PNG of its size at the resolution asked for, a sheet holds them all, and no document is written.

    A second preview of fewer pages leaves none of the first behind; `forget` takes them all.
    """
    spec(here)
    answer = typed("preview", "levante.vadocs.yaml", "--dpi", "40")
    assert answer.code is Exit.DONE
    assert pictures() == [f"p{number:02d}" for number in range(21)]
    assert len(answer.out.splitlines()) == 21
    folder = Path("out") / ID
    assert {path.suffix for path in folder.iterdir()} == {".png"}
    with Image.open(next(folder.glob("*_p01.png"))) as page:
        assert page.size == pytest.approx((8.27 * 40, 11.69 * 40), abs=1)
        colours = page.convert("L").getextrema()
    assert colours[0] < 100 and colours[1] == 255  # type: ignore[operator]
    told = typed("preview", "levante.vadocs.yaml", "--pages", "2-3,40", "--dpi", "30", "--json").objects
    assert [one["kind"] for one in told if "kind" in one and one["kind"] != "spec"] == ["sheet", "page", "page"]
    assert pictures() == ["p00", "p02", "p03"]
    assert typed("forget", ID, "--yes").code is Exit.DONE
    assert not folder.exists()


def test_a_picture_that_is_not_ours_stays(here: Path) -> None:
    """A picture that was drawn upon, or that another wrote, is told and left as it is."""
    spec(here)
    typed("preview", "levante.vadocs.yaml", "--pages", "1", "--dpi", "20")
    (page,) = (Path("out") / ID).glob("*_p01.png")
    with Image.open(page) as picture:
        picture.load()
        picture.putpixel((3, 3), (255, 0, 0))
        picture.save(page)
    drawn = page.read_bytes()
    answer = typed("preview", "levante.vadocs.yaml", "--pages", "1", "--dpi", "20")
    assert answer.code is Exit.INPUT and "E602" in answer.err
    assert page.read_bytes() == drawn


def test_a_spec_at_fault_has_no_pictures(here: Path) -> None:
    """Its errors are told, and nothing is written."""
    path = spec(here, ("legal_name: Cerámicas", "lgal_name: Cerámicas"))
    answer = typed("preview", path)
    assert answer.code is Exit.INPUT and "E055" in answer.err
    assert not Path("out").exists()


@pytest.mark.parametrize("given", ["5-3", "0", "x", "", "1-"])
def test_pages_are_numbers(here: Path, given: str) -> None:
    """What is no list of pages is told with how one is written."""
    answer = typed("preview", spec(here), "--pages", given)
    assert answer.code is Exit.USAGE and "E675" in answer.err and "1-3,5" in answer.err


def test_a_page_that_no_document_has_is_told(here: Path) -> None:
    """With how many there are."""
    answer = typed("preview", spec(here), "--pages", "60")
    assert answer.code is Exit.INPUT and "E676" in answer.err and "20" in answer.err


def test_without_the_extra_the_command_that_adds_it_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly as it is to be typed."""
    monkeypatch.setitem(extras.EXTRAS, "preview", "no_such_module")
    answer = typed("preview", spec(here))
    assert answer.code is Exit.ENVIRONMENT
    assert f'`{extras.adding("preview")}`' in answer.err and '-m pip install "vadocs[preview]"' in answer.err


def test_the_seal_tells_every_change() -> None:
    """A sealed picture is still one that opens; any byte changed breaks the seal."""
    file = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(file, "PNG")
    data = sealed(file.getvalue())
    Image.open(io.BytesIO(data)).verify()
    assert is_sealed(data) and not is_sealed(file.getvalue())
    changed = (data[:index] + bytes([data[index] ^ 1]) + data[index + 1 :] for index in range(len(data)))
    assert not any(map(is_sealed, changed))
