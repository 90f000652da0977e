"""Every leaf of the vocabulary is printed, computes, or is internal; and the marking is true."""

from collections.abc import Iterator
from functools import cache

import pytest

from tests.content.contracts import Spec
from tests.hostile.leaves import places, takes_any_text
from tests.laid import GONE, laid
from tests.leaves.change import Path as Place
from tests.leaves.change import at, candidates, changed, put
from tests.leaves.not_yet import NOT_YET
from tests.leaves.telling import Told, compose, field_of, fields, members, occurrences, shows
from vadocs.build import DOCUMENTS
from vadocs.readers.options import OVERLAID
from vadocs.readers.schema.codes import CODES

LOOSE = {
    "internal": "what is internal is in no file: test_internal.py",
    "confirmed": "what is internal is in no file: test_internal.py",
    "accept": "what is internal is in no file: test_internal.py",
    "agreements.subcontract.confirmed": "what is internal is in no file: tests/documents/test_agreements.py",
    "clauses.with": "the same as the parameters' own names: tested below",
    "clauses.pin": "refuses another edition than the library's: tested below",
}
"""Parts without leaves of their own names, and what is tested of them instead."""
ONE_VALUE = {
    "schema": "there is one version of the vocabulary: no other value is valid",
    "letters.hours[].month": "months follow one another from the start: tests/documents/test_letters.py",
    "letters.withholding.first_activity": "where it is not so there is no notice: tests/documents/test_letters.py",
    "proposal.options[].id": "what `proposal.chosen` names a package by: another one must change there too",
}
"""Computing leaves that cannot be changed, with the reason."""
PACKET = ("attachments[].file", "attachments[].in[]")
"""What a packet encloses, of which no other document tells: tests/pack/test_attachments.py."""
PACKAGES = tuple(f"proposal.options[].{key}" for key in OVERLAID)
"""What a package may give of the spec's own: tests/documents/test_options.py moves all that the family writes into one,
and the contract stays the same."""
TAKEN = (
    "agreements.change_order.add[].", "agreements.change_order.milestones[].",
    *(f"agreements.subcontract.{key}" for key in (
        "provider.", "services[].", "acceptance.", "independence.", "fees.", "payment.", "term.", "personal_data.",
        "confirmed",
    )),
)  # fmt: skip
"""What agreements take from other sections of the vocabulary: tests/documents/test_agreements.py has the subcontract
say what a contract says of the same, word for word."""
ELSEWHERE = (*PACKAGES, *TAKEN)
LOOKS = ("provider.brand.look", "provider.brand.accent")
"""Change no text: test_look.py and tests/look/test_brand.py."""
PICTURES = (
    "provider.brand.logo",
    *(f"provider.{owner}photo.{name}" for owner in ("", "references[].") for name in ("file", "alternative")),
)
"""Name files, which must lie beside the spec, and what they show: tests/documents/test_brand.py writes some."""
APART = {*NOT_YET, *LOOSE, *ONE_VALUE, *PACKET, *LOOKS, *PICTURES}
"""What computes in ways that other tests look at."""

PRINTED = sorted(
    (document, path)
    for path, leaf in fields().items()
    for document in DOCUMENTS
    if leaf.kind == "printed" and document in leaf.documents and path not in NOT_YET and not path.startswith(ELSEWHERE)
)
COMPUTING = sorted(
    path for path, leaf in fields().items()
    if leaf.kind == "computes" and path not in APART and not path.startswith(ELSEWHERE)
)  # fmt: skip


def test_every_leaf_is_marked() -> None:
    """Each leaf is printed in some document, computes, or is internal; there are hundreds."""
    assert len(fields()) > 300
    assert {leaf.kind for leaf in fields().values()} == {"printed", "computes", "internal"}
    assert all(bool(leaf.documents) == (leaf.kind == "printed") for leaf in fields().values())
    assert {path for path, leaf in fields().items() if leaf.kind == "internal"} <= {
        *LOOSE, "intake.answers[].field", "intake.answers[].question", "intake.answers[].answer"
    }


def test_the_family_writes_every_leaf() -> None:
    """Each leaf that is printed in a document there is, or computes, stands in some member of the family."""
    wanted = {path for _, path in PRINTED} | set(COMPUTING) | {*LOOKS, *PACKET} | set(ONE_VALUE)
    assert sorted(wanted - set(occurrences())) == []


def met(path: str) -> set[str]:
    """The values that the family writes at a leaf."""
    return {at(members()[name][0], place) for name, place in occurrences()[path]}


def keys(path: str) -> list[frozenset[str]]:
    """The keys of each mapping that the family writes at a path of keys."""
    found = []
    for spec, _ in members().values():
        held = spec
        for step in path.split("."):
            held = held.get(step, {}) if isinstance(held, dict) else {}
        found += [frozenset(held)] if held else []
    return found


def test_the_family_takes_every_branch() -> None:
    """Each variant of each union is in the family: told by a code, or by the keys that are there."""
    assert met("fees.model") == set(CODES["fee_model"])
    assert met("fees.rollover.policy") == set(CODES["rollover"])
    assert met("late_payment.interest") == set(CODES["interest"])
    assert met("client.liability") == set(CODES["client_liability"])
    deposits = {
        (spec["deposit"]["kind"], *({"percent", "amount", "months"} & set(spec["deposit"])))
        for spec, _ in members().values() if "deposit" in spec
    }  # fmt: skip
    assert deposits == {(kind, by) for kind in CODES["deposit_kind"] for by in ("percent", "amount", "months")}
    milestones = {key for spec, _ in members().values() for m in spec["fees"].get("milestones", ()) for key in m}
    assert {"percent", "amount"} <= milestones
    for path, branches in {
        "": ("courts", "arbitration"),
        "client": ("members", "legal_name"),
        "client.tax_id": ("value", "reason"),
        "provider.tax_id": ("value", "reason"),
    }.items():
        written = [frozenset(spec) for spec, _ in members().values()] if not path else keys(path)
        assert all(any(branch in held for held in written) for branch in branches), path
    assert any("override" in held for held in keys("taxes"))


def composed(spec: Spec, document: str | None) -> Told | None:
    """What the spec leads to, or one document of it; None where it is refused."""
    return compose(spec if document is None else {**spec, "documents": [document]})[0]


def changes(path: str, document: str | None = None) -> Iterator[tuple[Spec, str, Told, Told]]:
    """(spec, new value, before, after) for each valid change at each place where the family writes a leaf.

    `document`: only where a member makes that one, and that one alone; None: all documents of every member.
    """
    number = sorted(fields()).index(path)
    for name, place in occurrences()[path]:
        spec, before = members()[name]
        if document is not None and document not in before.texts:
            continue
        old = at(spec, place)
        for value in dict.fromkeys(candidates(place, old, fields()[path], number)):
            after = composed(changed(spec, place, value), document) if value != old else None
            if after is not None:
                yield changed(spec, place, value), value, before, after


def free(place: Place) -> str:
    """A text that nothing else holds, for a place of a leaf that takes any text: members of a list must differ."""
    leaf = field_of(place)
    assert leaf is not None
    member = "".join(f"n{step}" for step in place if isinstance(step, int))
    return f"Zqx{sorted(fields()).index(leaf.path)}{member} palabra"


@cache
def with_all_free(name: str, document: str) -> Told | None:
    """A document of a member whose leaves that take any text each hold one of their own; None where it is refused."""
    spec = members()[name][0]
    for place in places(name, document):
        spec = put(spec, place, free(place))
    return composed(spec, document)


def shows_beside_others(document: str, path: str) -> bool:
    """Whether a leaf that takes any text is printed where all such leaves of a member are changed at once."""
    if not takes_any_text(path):
        return False
    for name, place in occurrences()[path]:
        spec, before = members()[name]
        after = with_all_free(name, document) if document in before.texts else None
        texts = [told.texts.get(document) for told in (before, after) if told is not None]
        if len(texts) == 2 and texts[0] and texts[1] and shows(fields()[path], free(place), spec, texts[0], texts[1]):
            return True
    return False


@pytest.mark.parametrize(("document", "path"), PRINTED)
def test_a_printed_leaf_is_printed(document: str, path: str) -> None:
    """Another valid value is found in the document: itself if it is free, in other words if it is a code.

    Texts are changed all at once, each to its own; what does not show so is changed alone.
    """
    if shows_beside_others(document, path):
        return
    leaf = fields()[path]
    tried = []
    for spec, value, before, after in changes(path, document):
        tried.append(value)
        texts = [told.texts.get(document) for told in (before, after)]
        if texts[0] is not None and texts[1] is not None and shows(leaf, value, spec, texts[0], texts[1]):
            return
    pytest.fail(f"no value of `{path}` shows in the {document}: {tried}")


@pytest.mark.parametrize("path", COMPUTING)
def test_a_computing_leaf_computes(path: str) -> None:
    """Another valid value changes the text of a document or the files."""
    for _, _, before, after in changes(path, "contract"):  # quicker, and most show there
        if after.texts != {"contract": before.texts["contract"]}:
            return
    tried = []
    for _, value, before, after in changes(path):
        if after != before:
            return
        tried.append(value)
    pytest.fail(f"no value of `{path}` changes anything: {tried}")


@pytest.mark.parametrize("path", NOT_YET)
def test_what_waits_is_refused_or_changes_nothing(path: str) -> None:
    """A leaf of the table is one of the vocabulary, and an error for the user; or it changes nothing yet."""
    waits = NOT_YET[path]
    assert path in fields() and waits.what
    spec, before = members()[waits.member]
    after, report = compose(laid(spec, waits.over))
    if waits.refused is not None:
        assert waits.refused in [finding.code for finding in report]
        assert all(finding.message("es") and finding.message("en") for finding in report)
        assert after is None
    else:
        assert after == before


def test_parameters_stand_in_two_places() -> None:
    """What stands under `clauses.with` is what would stand under the parameters' own name."""
    spec, before = members()["retainer"]
    under = laid(spec, {"confidentiality": GONE, "clauses": {"with": {"confidentiality": {"years_after": "3"}}}})
    assert compose(under)[0] == before
    other, _ = compose(laid(under, {"clauses": {"with": {"confidentiality": {"years_after": "7"}}}}))
    assert other is not None and "siete (7) años" in other.texts["contract"].replace("\u00a0", " ")


def test_another_edition_is_refused() -> None:
    """A pinned edition that the library has not is an error."""
    spec, _ = members()["retainer"]
    after, report = compose(laid(spec, {"clauses": {"pin": {"term": "99"}}}))
    assert after is None and [finding.code for finding in report] == ["E354"]
