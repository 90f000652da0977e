"""Letters written apart are drawn as one and come out of the PDF as they were typed."""

import unicodedata

import pytest

from tests.hostile.leaves import members
from tests.hostile.rendering import lost, render
from tests.laid import laid
from vadocs.model.spelling import FIRST, drawn, is_stand_in, spelling, with_stand_ins

LETTERS = [
    letter for letter in map(chr, (*range(0xC0, 0x588), *range(0x1E00, 0x2000)))
    if len(unicodedata.normalize("NFD", letter)) > 1
    and unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter)) == letter
]  # fmt: skip


def test_each_letter_has_a_stand_in_for_its_decomposition() -> None:
    """One character, which tells the letter to draw and the sequence typed; no two letters share one."""
    apart = [unicodedata.normalize("NFD", letter) for letter in LETTERS]
    stand_ins = [with_stand_ins(sequence) for sequence in apart]
    assert len(LETTERS) > 700 and len(set(stand_ins)) == len(LETTERS)
    assert all(len(each) == 1 and is_stand_in(each) and each >= FIRST for each in stand_ins)
    assert [drawn(each) for each in stand_ins] == LETTERS
    assert [spelling(each) for each in stand_ins] == apart


@pytest.mark.parametrize("text", ["José", "plain", "x\u0302", "\u0301a", "日本", "a\u0301\u0301", "\ue000"])
def test_what_is_no_letter_apart_stays(text: str) -> None:
    """A text of whole letters, and marks that no letter has, are as they were but for the letters that have one."""
    assert "".join(map(spelling, with_stand_ins(text))) == text
    assert not any(map(is_stand_in, with_stand_ins(text)))


@pytest.mark.parametrize("text", ["e\u0302\u0323", "\u00ea\u0323", "\u1eb9\u0302", "e\u0323\u0302"])
def test_every_order_of_marks_is_kept(text: str, poppler: object) -> None:
    """Four ways to type `ệ` are four texts, in Word and in the PDF."""
    name = f"Vi{text}t Ha\u0300"
    result = render(laid(members()["project"], {"client": {"legal_name": name}}))
    assert not result.errors and not lost(name, result)
    others = {"e\u0302\u0323", "\u00ea\u0323", "\u1eb9\u0302", "e\u0323\u0302", "\u1ec7"} - {text}
    assert not any(f"Vi{other}t" in result.drawn for other in others)


def test_a_letter_of_another_face_is_told() -> None:
    """What Cambria's twin lacks is printed with its supplement: a note names field, characters and face."""
    result = render(laid(members()["project"], {"client": {"legal_name": "Nguyễn Văn An"}}))
    notes = [each for each in result.rendered.report if each.code == "N561"]
    (note,) = notes
    assert dict(note.args)["where"] == "client.legal_name" and "U+1EC5" in note.message("es")
    assert "LiberationSerif" in note.message("en") and note.span is not None
