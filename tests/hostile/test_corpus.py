"""Names and addresses of twenty countries: at most one in a hundred is refused, all others stand letter for letter."""

import re
import unicodedata
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest

from tests.examples import example
from tests.hostile.corpus import Entry, entries
from tests.hostile.leaves import members
from tests.hostile.rendering import Result, bare, body, render, unbroken
from tests.laid import laid
from vadocs.outputs import file_name
from vadocs.writers.docx.properties import core_properties
from vadocs.writers.pdf.metadata import information, xmp
from vadocs.writers.pdf.objects import File

MOST_REFUSED = 5


def test_the_corpus_is_what_it_should_be() -> None:
    """Five hundred entries of twenty countries; 150 beyond ASCII, 30 with apostrophes of both kinds, many signs."""
    names = [f"{entry.name}\n{entry.street}\n{entry.city}" for entry in entries()]
    assert (len(names), len({entry.country for entry in entries()})) == (500, 20)
    assert len({(entry.name, entry.street, entry.city) for entry in entries()}) > 480
    assert sum(not entry.name.isascii() for entry in entries()) >= 150
    assert sum("'" in name for name in names) >= 15 and sum("’" in name for name in names) >= 15
    assert sum("'" in entry.name or "’" in entry.name for entry in entries()) >= 30
    for sign in "-./ºª,&#0123456789·ʻ":
        assert any(sign in name for name in names), sign


def entry_text(number: int, entry: Entry) -> str:
    """An entry as one item of a list, told from its neighbours."""
    return f"({number}) {entry.name} · {entry.street}, {entry.city}"


@cache
def listed() -> tuple[Result, tuple[Entry, ...], tuple[str, ...]]:
    """A contract that lists all entries, those that are printed, and the messages about the others."""
    texts = [entry_text(n, entry) for n, entry in enumerate(entries())]
    first = render(laid(members()["project"], {"exclusions": texts}))
    keys = {dict(error.args)["where"] for error in first.errors}
    kept = tuple(entry for n, entry in enumerate(entries()) if f"exclusions[{n}]" not in keys)
    assert len(kept) + len(keys) == 500
    told = tuple(error.message("en") for error in first.errors)
    if not keys:
        return first, kept, told
    texts = [text for n, text in enumerate(texts) if f"exclusions[{n}]" not in keys]
    return render(laid(members()["project"], {"exclusions": texts})), kept, told


def test_at_most_one_in_a_hundred_is_refused() -> None:
    """What is refused is told by field and character."""
    result, kept, told = listed()
    assert not result.errors
    assert 500 - len(kept) <= MOST_REFUSED, told


def test_all_others_stand_letter_for_letter(poppler: object) -> None:
    """In the Word file to the space; in the PDF for two readers, who guess spaces from positions."""
    result, kept, _ = listed()
    words = "\n".join(map(unbroken, result.paragraphs))
    drawn, pages = body(result.drawn), body(result.pages)
    for number, entry in enumerate(entries()):
        if entry in kept:
            text = entry_text(number, entry)
            assert text in words
            for part in (entry.name, entry.street, entry.city):
                assert bare(part) in pages and bare(part) in drawn


@pytest.mark.parametrize("country", sorted({entry.country for entry in entries()}))
def test_a_client_of_each_country(country: str, poppler: object) -> None:
    """As client, with its address: in text, header and signature block, in both formats."""
    entry = next(each for each in entries() if each.country == country and not each.name.isascii())
    over = {"legal_name": entry.name, "address": {"street": entry.street, "city": entry.city}}
    result = render(laid(members()["retainer"], {"client": over, "provider": {"legal_name": f"{entry.name} II"}}))
    assert not result.errors, [error.message("en") for error in result.errors]
    text = "\n".join(map(unbroken, result.paragraphs))
    for part in (entry.name, entry.street, entry.city):
        assert part in text and bare(part) in bare(result.pages) and bare(part) in bare(result.drawn)
    (author,) = re.findall("<dc:creator>(.*)</dc:creator>", result.docx["docProps/core.xml"].decode())
    assert author.replace("&amp;", "&") == f"{entry.name} II"


@pytest.mark.parametrize("country", sorted({entry.country for entry in entries()}))
def test_names_of_files_are_safe_and_tell_clients_apart(country: str) -> None:
    """ASCII letters, digits, hyphens; never two clients of other names under one, never none of the name left."""
    names = {entry.name for entry in entries() if entry.country == country}
    files = {name: file_name("Contrato", name, "2026-031", 1, "pdf") for name in names}
    for name, file in files.items():
        assert re.fullmatch(r"Contrato_[A-Za-z0-9]+(-[A-Za-z0-9]+)*_2026-031_v1\.pdf", file), (name, file)
        letters = sum(unicodedata.category(each)[0] == "L" for each in name)
        assert sum(map(str.isalpha, file)) - len("Contratovpdf") >= letters // 2, (name, file)


def test_every_name_stands_in_the_metadata() -> None:
    """As author: in the Word file's properties, in the PDF's XMP and in its information dictionary."""
    meta = example("levante").document.meta
    for entry in entries():
        named = replace(meta, author=entry.name)
        core = ElementTree.fromstring(core_properties(named))
        assert core.findtext("{http://purl.org/dc/elements/1.1/}creator") == entry.name
        file = File()
        xmp(file, named)
        reference = information(file, named)
        data = file.write(reference, reference)
        packet = data[data.index(b"<x:xmpmeta") : data.index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")]
        assert entry.name in {each.text for each in ElementTree.fromstring(packet).iter()}
        assert entry.name == _author(data)


def _author(data: bytes) -> str:
    """The author of an information dictionary: a literal or hexadecimal string (ISO 32000-1, 7.3.4)."""
    found = re.search(rb"/Author (?:<FEFF([0-9A-F]*)>|\(((?:[^()\\]|\\.)*)\))", data)
    assert found is not None
    if found[1] is not None:
        return bytes.fromhex(found[1].decode()).decode("utf-16-be")
    return re.sub(r"\\(.)", r"\1", found[2].decode("ascii"))
