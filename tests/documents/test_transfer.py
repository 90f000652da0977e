"""The first payment as a code of the European Payments Council: read back by another program, from both files."""

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from tests.documents.drawn import LEVANTE, RETAINER, blocks_of, made
from tests.laid import GONE, laid
from vadocs.compose.charts.transfer import code
from vadocs.model.document import Figure, Table
from vadocs.model.drawing import Grid
from vadocs.model.money import Money
from vadocs.model.walk import text_of

IBAN = "ES9121000418450200051332"
CENT, MOST = "0.01", "999999999.99"


def read(picture: Image.Image) -> list[str]:
    """The lines of the one code in a picture."""
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.ec_level == "M"
    return str(found.text).split("\n")


def painted(rows: tuple[str, ...]) -> Image.Image:
    """A code with its blank border, four dots a module."""
    side = len(rows) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if dark == "1" else 255)
    return picture.resize((side * 4, side * 4), Image.Resampling.NEAREST)


def only(over: dict[str, Any]) -> Any:
    """The one block of the chart."""
    (block,) = blocks_of("levante", over, "transfer")
    return block


@pytest.mark.parametrize(
    ("name", "amount", "text", "bic"),
    [
        ("Marta Ruiz Pardo", "638.40", "Anticipo, 2026-031", ""),
        ("Íñigo Muñoz & Çelik, «S.L.»", CENT, "Año 2026: diseño", "EXAMESMMXXX"),
        ("N" * 70, MOST, "t" * 140, "EXAMESMM"),
    ],
)
def test_what_was_put_in_is_read(name: str, amount: str, text: str, bic: str) -> None:
    """By the lines of the standard: service, version, UTF-8, transfer, BIC, name, IBAN, amount, text; correction M."""
    rows = code(name, IBAN, Money(Decimal(amount), "EUR"), text, bic)
    assert rows is not None
    lines = read(painted(rows))
    assert lines[:7] == ["BCD", "002", "1", "SCT", bic, name, IBAN]
    assert lines[7].startswith("EUR") and Decimal(lines[7][3:]) == Decimal(amount)
    assert lines[8:11] == ["", "", text]
    assert len(rows) <= 69  # version 13, the largest that the standard allows


@pytest.mark.parametrize(
    ("name", "amount", "text"),
    [("Marta", "0.00", "a"), ("Marta", "1000000000.00", "a"), ("M" * 71, "1.00", "a"), ("Ñ" * 70, "1.00", "ñ" * 140)],
    ids=["nothing", "too much", "a long name", "too many bytes"],
)
def test_what_has_no_room_has_no_code(name: str, amount: str, text: str) -> None:
    """Beyond the bounds of the standard there is none, rather than one that a bank would not read."""
    assert code(name, IBAN, Money(Decimal(amount), "EUR"), text) is None


def test_both_files_bear_it(tmp_path: Any, poppler: Any) -> None:
    """The page of the PDF as drawn by another program, and the picture in the Word file, which is black or white."""
    drawn = made("levante", LEVANTE, ("transfer",))
    found = [zxingcpp.read_barcodes(Image.open(page)) for page in poppler.pictures(drawn.pdf, tmp_path)]
    lines = next(one[0].text for one in found if one).split("\n")
    figure = drawn.figures["transfer"]
    assert figure.twin is not None and figure.drawing is not None
    told = {text_of(row.cells[0].content): text_of(row.cells[1].content) for row in figure.twin.rows}
    amount = Decimal(lines[7][3:])
    assert (told["Titular"], told["IBAN"].replace(" ", ""), told["Concepto"]) == (lines[5], lines[6], lines[10])
    assert told["IBAN"] == "ES91 2100 0418 4502 0005 1332"
    assert Decimal(told["Importe"].split("\xa0")[0].replace(".", "").replace(",", ".")) == amount
    assert told["Importe"] in figure.alternative and "Esto no es una factura" in figure.drawing.texts
    with zipfile.ZipFile(drawn.docx) as word:
        (name,) = [name for name in word.namelist() if name.endswith(".png")]
        picture = Image.open(BytesIO(word.read(name)))
    assert read(picture) == lines
    (grid,) = [shape for shape in figure.drawing.shapes if isinstance(shape, Grid)]
    dots = round(len(grid.rows) * grid.side * 220 / 72)
    edge = round(grid.x * 220 / 72)
    colours = picture.crop((edge, edge, edge + dots, edge + dots)).getcolors() or []
    assert len(colours) == 2


def test_a_guarantee_is_what_is_paid_first() -> None:
    """Without taxes, under its own name."""
    figure = only({**LEVANTE, "deposit": {"amount": "100.00", "kind": "guarantee", "refund_days": "15"}})
    assert isinstance(figure, Figure) and "100,00\xa0€" in figure.alternative and "Garantía" in figure.alternative


@pytest.mark.parametrize(
    "over",
    [
        {"provider": {"bank": {"account": "000-123456-78", "bank": "Banco Ejemplo", "iban": GONE}}},
        {"provider": {"bank": {"currency": "USD"}}},
        {"provider": {"bank": {"iban": "CR05015202001026284066"}}},
        {"provider": {"legal_name": "Marta " + "R" * 70}},
        {"fees": {**RETAINER, "currency": "USD"}},
    ],
    ids=["no IBAN", "an account in dollars", "an IBAN outside SEPA", "a long name", "dollars"],
)
def test_elsewhere_the_account_is_told_alone(over: dict[str, Any]) -> None:
    """A table of what the spec tells of the account, and no code that would not be read."""
    given = yaml_of()
    block = only({**LEVANTE, **{key: laid(given.get(key, {}), value) for key, value in over.items()}})
    assert isinstance(block, Table)
    names = [text_of(row.cells[0].content) for row in block.rows]
    assert names[0] == "Titular" and names[-1] == "Concepto" and len(names) >= 3


def test_without_an_account_nothing_is_told() -> None:
    """No heading, no empty table."""
    bare = laid(yaml_of()["provider"], {"bank": GONE})
    assert blocks_of("levante", {**LEVANTE, "provider": bare}, "transfer") == ()


def yaml_of() -> dict[str, Any]:
    """The example as it is written."""
    import yaml

    from tests.examples import spec_of

    found: dict[str, Any] = yaml.load(spec_of("levante").read_text(encoding="utf-8"), yaml.BaseLoader)
    return found
