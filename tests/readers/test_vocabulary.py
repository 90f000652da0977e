"""The vocabulary told from the schema."""

import pytest

from tests.readers.parameters import PARAMETERS
from vadocs.language import UNITS
from vadocs.language import language as language_of
from vadocs.model.vocabulary import Vocabulary
from vadocs.readers.schema.codes import CODES, REGIMES
from vadocs.readers.schema.leaf import TEXT_LANGUAGES
from vadocs.readers.schema.provider import SALES
from vadocs.readers.taxids import KINDS
from vadocs.readers.vocabulary import COMPUTED, vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    """The vocabulary with two clauses' parameters."""
    return vocabulary(PARAMETERS)


def test_every_field_is_described_and_of_one_kind(words: Vocabulary) -> None:
    """Each name has a kind, a description in Spanish and in English, and its own path."""
    assert len(words.fields) > 400
    for path, field in words.fields.items():
        assert field.path == path
        assert field.kind in ("printed", "computes", "internal")
        assert set(field.description) == {"es", "en"}, path
        assert all(field.description.values()), path


def test_what_is_printed_says_where(words: Vocabulary) -> None:
    """A printed leaf names the documents that print it; the others name none."""
    for path, field in words.fields.items():
        assert bool(field.documents) == (field.kind == "printed"), path
        assert set(field.documents) <= set(CODES["document"]), path


def test_the_names_of_internal_leaves(words: Vocabulary) -> None:
    """Only the owner's notes, accepted findings, what was confirmed and a client's answers are internal."""
    internal = [path for path, field in words.fields.items() if field.kind == "internal" and "intake." not in path]
    assert internal == ["agreements.subcontract.confirmed", "accept", "confirmed", "intake", "internal"]


@pytest.mark.parametrize(
    ("path", "type", "unit", "optional", "open_point"),
    [
        ("provider.legal_name", "text", "", False, False),
        ("client.members[].legal_name", "text", "", False, False),
        ("fees.amount", "money", "", True, False),
        ("fees.rate", "money", "", True, False),
        ("fees.milestones[].percent", "quantity", "percent", False, False),
        ("fees.rollover.cap_hours", "quantity", "hour", True, False),
        ("fees.extra_hour", "money", "", True, False),
        ("payment.days", "quantity", "calendar_day", False, False),
        ("acceptance.review_days", "quantity", "business_day", False, False),
        ("signing.place", "text", "", True, True),
        ("governing_law", "country", "", True, True),
        ("personal_data.handled", "boolean", "", True, True),
        ("independence.own_means", "boolean", "", False, False),
        ("working_time.windows[].from", "time", "", False, False),
        ("deposit.total", "money", "", False, False),
        ("confidentiality.years_after", "quantity", "year", False, False),
        ("insurance.cover", "text", "", True, True),
        ("insurance.limit", "money", "", True, False),
        ("termination.cure_days", "quantity", "calendar_day", False, False),
        ("exclusions[]", "text", "", False, False),
    ],
)
def test_a_field(words: Vocabulary, path: str, type: str, unit: str, optional: bool, open_point: bool) -> None:
    """A name has the type and unit of its leaf; a clause's default makes it certain, `required` an open point."""
    field = words.lookup(path)
    assert field is not None
    assert (field.type, field.unit, field.optional, field.open_point) == (type, unit, optional, open_point)


def test_what_matters_and_may_be_missing_is_an_open_point(words: Vocabulary) -> None:
    """The law, the tax treatment, personal data and the place of signing are asked for, never assumed."""
    law, data, place = "governing_law", "personal_data.handled", "signing.place"
    for path in (law, "provider.tax.regime", "client.tax.withholds", data, place):
        field = words.lookup(path)
        assert field is not None and field.open_point, path


def test_computed_names_are_not_in_the_spec(words: Vocabulary) -> None:
    """What is computed says so, and no key of the spec has its name."""
    spec = {path for path, field in words.fields.items() if not field.computed}
    assert all(words.fields[field.path].computed for field in COMPUTED)
    assert not spec & {field.path for field in COMPUTED}


def test_an_unknown_name_is_none(words: Vocabulary) -> None:
    """A name that is not there is None."""
    assert words.lookup("fees.colour") is None


def test_lists_agree_with_the_language_and_the_checks() -> None:
    """Units, text languages, regimes and kinds of tax identifier are those that other parts know."""
    assert CODES["unit"] == UNITS
    assert all(language_of(tag).code == tag for tag in TEXT_LANGUAGES)
    assert all(code.startswith(country.lower()) for country, codes in REGIMES.items() for code in codes)
    assert {kind for kinds in KINDS.values() for kind in kinds} <= set(CODES["tax_id_kind"])
    assert set(SALES) <= set(CODES["document"])


def test_a_unit_of_a_quantity_has_a_name(words: Vocabulary) -> None:
    """Every unit that the schema gives a quantity can be printed."""
    units = {field.unit for field in words.fields.values() if field.unit}
    assert len(units) > 5
    assert units <= set(UNITS)


def test_what_a_variant_demands_is_there_with_its_code() -> None:
    """A name that only some variants of a union demand is optional, but certain under their codes."""
    fields = vocabulary(PARAMETERS).fields
    assert fields["fees.rate"].present_when == (("fees.model", ("hourly",)),)
    assert fields["fees.rollover.cap_hours"].present_when == (("fees.rollover.policy", ("cap",)),)
    assert fields["fees.milestones[].name"].present_when == ()
