"""Any text in any leaf: printed letter for letter in both formats, or refused with field and character."""

import itertools
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.docx import reading
from tests.hostile.leaves import contracts, free_leaves, members, places
from tests.hostile.pieces import PRINTED, REFUSED
from tests.hostile.rendering import Result, dotted, filled, lost, render, unbroken, written_files
from tests.leaves.change import Path as Place
from tests.leaves.telling import field_of
from vadocs.diagnostics import Diagnostic


@cache
def plain(member: str, document: str = "contract") -> Result:
    """A document of a member whose free leaves hold one word each."""
    words = {place: word(n) for n, place in enumerate(places(member, document))}
    result = render(filled(members()[member], words), document=document)
    assert not result.errors, [(each.code, each.message("en")) for each in result.errors]
    return result


def word(number: int) -> str:
    """A text that stands nowhere else; with a comma, as lists of texts with commas are joined by semicolons."""
    return f"Zq{number}, Q"


def texts(result: Result) -> list[str]:
    """The paragraphs of the Word file but for entries of contents, whose pages may differ; then headers and footers."""
    body = reading.paragraphs(result.path("docx").read_bytes(), contents=False)
    return [unbroken(text) for text in [*body, *(each for each in result.paragraphs if each not in body)]]


def replaced(text: str, values: dict[str, str]) -> str:
    """A text of the plain document with each word exchanged for what stands there instead."""
    for plain_word, value in values.items():
        text = text.replace(plain_word, value)
    return joined(text)


def joined(text: str) -> str:
    """A text without what follows from its neighbours: "y" is "e" before a sound of i; no stop follows three dots."""
    return re.sub(r"\.{4}$", "...", re.sub(r"; e$", "; y", text))


def check(member: str, values: dict[Place, str], document: str = "contract") -> None:
    """The document with these values is the plain one with each word exchanged, and the PDF holds each."""
    before = plain(member, document)
    result = render(filled(members()[member], values), document=document)
    assert not result.errors, [(each.code, each.message("en")) for each in result.errors]
    exchange = {word(n): values[place] for n, place in enumerate(places(member, document)) if place in values}
    body = [text for text in before.paragraphs if "\t" not in text]
    found = [joined(text) for text in result.paragraphs if "\t" not in text]
    assert found == [replaced(text, exchange) for text in body]
    assert result.shape == before.shape
    assert not {(dotted(place), value): missing for place, value in values.items() if (missing := lost(value, result))}


def dressed(number: int, piece: str) -> str:
    """A piece at the beginning, in the middle or at the end of a text, or within a word."""
    forms = (f"{piece}, fin{number}", f"a{number}, {piece} z", f"principio{number}, {piece}", f"{number}, x{piece}y")
    return forms[number % 4]


@pytest.mark.parametrize("member", contracts())
def test_markup_and_signs_are_text(member: str, poppler: object) -> None:
    """With another piece of markup in each leaf the contract differs from the plain one in these texts alone."""
    start = contracts().index(member) * 37
    pieces = itertools.islice(itertools.cycle(PRINTED), start, None)
    tried = enumerate(zip(places(member), pieces, strict=False))
    check(member, {place: dressed(n, piece) for n, (place, piece) in tried})


@pytest.mark.parametrize(("document", "member"), [("proposal", "retainer"), ("welcome-kit", "retainer"),
                                                  ("proposal", "hourly"), ("change-order", "changed"),
                                                  ("dunning-letters", "collection")])
def test_markup_and_signs_are_text_in_other_documents(document: str, member: str, poppler: object) -> None:
    """What every leaf of a proposal, a welcome kit or a change order holds is printed there as it was written."""
    pieces = itertools.islice(itertools.cycle(PRINTED), 61, None)
    tried = enumerate(zip(places(member, document), pieces, strict=False))
    check(member, {place: dressed(n, piece) for n, (place, piece) in tried}, document)


def key_of(error: Diagnostic) -> str:
    """The key that an error about a text names."""
    args = dict(error.args)
    return str(args.get("key") or args["where"])


def told(result: Result, place: Place, characters: set[str]) -> None:
    """One error names the key, and one or all of the characters, at the value; nothing is written."""
    (error,) = (each for each in result.errors if key_of(each) == dotted(place))
    key = key_of(error)
    for language in ("es", "en"):
        message = error.message(language)
        assert f"`{key}`" in message and any(f"U+{ord(each):04X}" in message for each in characters), message
    assert error.span is not None and Path(error.span.file).name == "spec.vadocs.yaml"
    written = Path(error.span.file).read_text(encoding="utf-8").split("\n")[error.span.line - 1]
    begins = f'"{place[-1]}": "' if isinstance(place[-1], str) else '"'
    assert written.lstrip().startswith(begins) and error.span.column > len(written) - len(written.lstrip())
    assert not result.rendered.files and not written_files(result)


@pytest.mark.parametrize("kind", REFUSED)
def test_a_character_is_refused(kind: str) -> None:
    """What cannot be printed is one error with field, number and place, however often it stands there."""
    character, place = REFUSED[kind], ("client", "legal_name")
    result = render(filled(members()["project"], {place: f"Ana {character}Ruiz {character}, S.L."}))
    assert len(result.errors) == 1
    told(result, place, {character})


def singles() -> list[tuple[str, str, Place]]:
    """Each free leaf once: (leaf, member, place)."""
    found: dict[str, tuple[str, str, Place]] = {}
    for member in ("project", "instalments", "retainer", "hourly", *contracts()):
        for place in places(member):
            leaf = field_of(place)
            assert leaf is not None
            found.setdefault(leaf.path, (leaf.path, member, place))
    return sorted(found.values(), key=lambda single: single[0])


KINDS = ("emoji", "Hebrew", "Chinese", "private use", "zero-width space", "delete", "lone accent")


def by_kind() -> dict[tuple[str, str], list[Place]]:
    """The free leaves, each with one kind of character: those that a member writes of one kind, together."""
    found: dict[tuple[str, str], list[Place]] = {}
    for (_, member, place), kind in zip(singles(), itertools.cycle(KINDS), strict=False):
        found.setdefault((member, kind), []).append(place)
    return found


@pytest.mark.parametrize(("member", "kind"), by_kind())
def test_each_leaf_tells_what_it_cannot_print(member: str, kind: str) -> None:
    """In each leaf, a character that cannot be printed is one error that names the leaf, and there is no other."""
    tried, character = by_kind()[member, kind], REFUSED[kind]
    result = render(filled(members()[member], {place: f"Uno {n} {character} dos" for n, place in enumerate(tried)}))
    assert len(result.errors) == len(tried)
    for place in tried:
        told(result, place, {character})


@pytest.mark.parametrize("end", [" Ana", "Ana ", "\u00a0Ana", "Ana\u2009", "Ana \u3000"])
def test_white_space_at_the_ends_is_told(end: str) -> None:
    """It is neither printed nor dropped without a word, and the edit that is offered mends it."""
    place = ("client", "legal_name")
    result = render(filled(members()["project"], {place: end}))
    (error,) = result.errors
    space = end[-1] if end[0] == "A" else end[0]
    assert (error.code, dict(error.args)["key"]) == ("E040", "client.legal_name")
    assert f"U+{ord(space):04X}" in error.message("en")
    (hint,) = error.hints
    assert hint.edit is not None and hint.edit.replacement == '"Ana"' and hint.edit.span == error.span


# --- anything --------------------------------------------------------------------------------------

ANY = st.text(st.characters(), min_size=1, max_size=12)
LATIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F), min_size=1, max_size=20)
MARKED = st.lists(st.sampled_from(PRINTED) | LATIN, min_size=1, max_size=4).map("".join)
TRIED = tuple(place for place in places("project"))


@settings(derandomize=True, deadline=None, max_examples=5, database=None, phases=[Phase.generate],
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(ANY | LATIN | MARKED, min_size=len(TRIED), max_size=len(TRIED)))
def test_anything_is_printed_or_refused(values: list[str]) -> None:
    """Whatever stands in the leaves: an error names a field, each once, with a character of it; all else is printed."""
    wanted = {place: f"{n}, {value} z" for n, (place, value) in enumerate(zip(TRIED, values, strict=True))}
    for _ in range(3):  # what reading refuses hides what layout would
        result = render(filled(members()["project"], wanted))
        if not result.errors:
            break
        keys = [key_of(error) for error in result.errors]
        assert len(keys) == len(set(keys))
        assert not written_files(result)
        at_fault = {place: value for place, value in wanted.items() if dotted(place) in keys}
        assert len(at_fault) == len(keys), keys
        for error, key in zip(result.errors, keys, strict=True):
            (value,) = (value for place, value in at_fault.items() if dotted(place) == key)
            named = any(f"U+{ord(each):04X}" in error.message("en") for each in value)
            assert named or (error.code == "E063" and "\n" in value), (error.message("en"), value)
        wanted = {place: value for place, value in wanted.items() if place not in at_fault}
    check("project", wanted | {place: f"{n}, y" for n, place in enumerate(TRIED) if place not in wanted})


def test_every_leaf_is_tried() -> None:
    """The family writes each leaf that takes any text, and every piece comes up.

    A package's own leaves come into the contract by being chosen: tests/documents/test_options.py.
    """
    tried = {leaf.path for member in contracts() for place in places(member) if (leaf := field_of(place))}
    packages = {path for path in free_leaves() if path.startswith("proposal.options[]")}
    assert tried == free_leaves() - packages and len(tried) > 80
    assert sum(len(places(member)) for member in contracts()) > 3 * len(PRINTED)
