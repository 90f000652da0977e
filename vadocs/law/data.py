"""The data of one law with what it shares with others, as valid on a day, and those that a document may cite."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vadocs.model.engagement import Leaf, Localised, Record
from vadocs.model.jurisdiction import lineage
from vadocs.model.library import LawDatum


def valid_on(data: Iterable[LawDatum], day: date) -> Mapping[str, LawDatum]:
    """The data by name that hold on `day`, both ends included; of two the one that began later.

    Data of low confidence are left out: nothing may be computed with them.
    """
    found: dict[str, LawDatum] = {}
    for datum in data:
        begun = datum.valid_from is None or datum.valid_from <= day
        ended = datum.valid_to is not None and datum.valid_to < day
        if not begun or ended or datum.confidence == "low":
            continue
        other = found.get(datum.name)
        if other is None or (datum.valid_from or date.min) > (other.valid_from or date.min):
            found[datum.name] = datum
    return found


def data_of(law: str, data: Mapping[str, Sequence[LawDatum]]) -> tuple[LawDatum, ...]:
    """The data of a law ("US", "US-NY", "DE") out of those by law: a part's over its country's, and a country's over
    those that it shares with others.

    What the more particular says of a name stands for all that the others say of it. () where none has any.
    """
    found: tuple[LawDatum, ...] = ()
    for each in lineage(law):
        names = {datum.name for datum in found}
        found = (*(datum for datum in data.get(each, ()) if datum.name not in names), *found)
    return found


def citable(datum: LawDatum) -> bool:
    """Whether a document may name it: of high confidence, and its source was read."""
    return datum.confidence == "high" and datum.source_read


def law_names(data: Iterable[LawDatum], day: date) -> Record:
    """The names under `law.`: the data that hold on `day` and may be cited. A text by language is one leaf."""
    return Record({name: leaf_of(datum) for name, datum in valid_on(data, day).items() if citable(datum)})


def leaf_of(datum: LawDatum) -> Leaf:
    """The value of a datum as a leaf that knows its place."""
    value = Localised(datum.value) if isinstance(datum.value, Mapping) else datum.value
    return Leaf(value, datum.span, "law")
