"""The vocabulary as JSON Schema, draft-07."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml

from tests.catalogue.test_catalogue import ENGLISH, SPANISH, without_typed
from tests.readers.parameters import PARAMETERS, bundled_parameters
from vadocs.build import json_schema
from vadocs.model.engagement import Leaf
from vadocs.readers.jsonschema import DRAFT, LONG, _Definitions, schema
from vadocs.readers.schema.code import choice
from vadocs.readers.schema.section import Section, printed

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parents[2]
SPECS = [*sorted((ROOT / "examples").glob("*.vadocs.yaml")), Path(__file__).parent / "specs" / "marta.vadocs.yaml"]


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema and its definitions."""
    if isinstance(node, dict):
        for name, value in node.get("properties", {}).items():
            if isinstance(value, dict) and "description" in value:
                yield name, value
        for value in node.values():
            yield from properties(value)


@pytest.mark.parametrize("what", ["engagement", "practice", "clause", "niche"])
def test_it_is_a_schema_of_draft_07(what: str) -> None:
    """Each schema holds against the meta-schema it names."""
    made = schema(what, PARAMETERS)
    assert made["$schema"] == DRAFT
    jsonschema.Draft7Validator.check_schema(made)


def test_another_name_is_refused() -> None:
    """There are four schemas."""
    with pytest.raises(KeyError):
        schema("invoice", {})


def section(name: str, **keys: Any) -> type[Section]:
    """A section of that name, with keys of the types given."""
    declared = {key: printed("Una clave.", "A key.") for key in keys}
    body = {"__doc__": "A part.", "__module__": __name__, "__annotations__": keys, **declared}
    return type(name, (Section,), body, es="Una parte.")


def test_two_sections_of_one_name_are_refused() -> None:
    """A definition is found by its class's name: of two of one name, the second would pass for the first."""
    deposit, other = section("Deposit"), section("Deposit")
    assert set(definitions(section("Root", one=deposit, two=deposit))) == {"Deposit"}
    with pytest.raises(ValueError, match="called Deposit"):
        definitions(section("Root", one=deposit, two=other))


def test_a_section_named_as_a_list_of_codes_is_refused() -> None:
    """Long lists of codes stand among the same definitions, by their names; one list may be that of two keys."""
    unit, same = Annotated[Leaf | None, choice(tuple(map(str, range(LONG + 1))), "unit")], section("unit")
    assert set(definitions(section("Root", one=unit, two=unit))) == {"unit"}
    with pytest.raises(ValueError, match="called unit"):
        definitions(section("Root", one=unit, two=same))


def definitions(root: type[Section]) -> dict[str, Any]:
    """The definitions of a schema that begins with `root`."""
    made = _Definitions()
    made.section(root)
    return made.found


def test_every_property_is_marked_and_described() -> None:
    """Each key of the spec says its kind, and what it is in Spanish and in English."""
    found = list(properties(schema("engagement", PARAMETERS)))
    assert len(found) > 250
    for name, value in found:
        assert value["x-kind"] in ("printed", "computes", "internal"), name
        spanish, english = value["description"].split("\n\n")
        assert spanish and english, name


def _described(node: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every description in a schema, with the place of what it describes."""
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            yield place, node["description"]
        for name, value in node.items():
            yield from _described(value, f"{place}/{name}")


@pytest.mark.parametrize("what", ["engagement", "practice", "clause", "niche"])
def test_every_description_is_in_both_languages(what: str) -> None:
    """A schema as a whole, each of its sections and each of its keys is described in Spanish, then in English."""
    committed = json.loads((ROOT / "schema" / f"{what}.schema.json").read_text(encoding="utf-8"))
    sections = {f"/definitions/{name}" for name, one in committed.get("definitions", {}).items() if "properties" in one}
    described = dict(_described(committed))
    assert described.keys() >= {"", *sections}
    for place, text in described.items():
        spanish, english = text.split("\n\n")
        assert spanish.strip() and english.strip(), place
        assert spanish != english or " " not in spanish, place
        assert not re.search(ENGLISH, without_typed(spanish), re.IGNORECASE), (place, spanish)
        assert not re.search(SPANISH, without_typed(english), re.IGNORECASE), (place, english)


def test_a_practice_says_that_it_is_one() -> None:
    """Its schema has the keys of an engagement's, and is described as what it is."""
    spanish, english = schema("practice", PARAMETERS)["description"].split("\n\n")
    assert "todas tus fichas" in spanish
    assert english.startswith("A practice:")
    assert schema("engagement", PARAMETERS)["description"] == "Un encargo.\n\nOne engagement."


def _as_an_editor_reads(path: Path) -> Any:
    """The file as editors load it: dates stay text."""
    return _plain(yaml.safe_load(path.read_text(encoding="utf-8")))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    # YAML 1.1 reads 8:00 as 480 (base sixty); editors follow YAML 1.2, where it is text.
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_the_examples_hold_against_it(path: Path) -> None:
    """Every example is valid with the parameters of the bundled clauses."""
    made = schema("engagement", bundled_parameters())
    spec = _as_an_editor_reads(path)
    for window in spec.get("working_time", {}).get("windows", []):
        window.update({"from": "8:00", "to": "12:00"})
    errors = [(list(e.absolute_path), e.message) for e in jsonschema.Draft7Validator(made).iter_errors(spec)]
    assert errors == []


NICHES = sorted((ROOT / "clauses" / "niches").glob("*.yaml"))


@pytest.mark.parametrize("path", NICHES, ids=lambda path: path.stem)
def test_the_niches_hold_against_theirs(path: Path) -> None:
    """Every bundled niche is valid for an editor too, and one with a password is not."""
    niche = yaml.safe_load(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema("niche", {}))
    assert [e.message for e in validator.iter_errors(niche)] == []
    niche["access"][0]["password"] = "abc"
    assert not validator.is_valid(niche)


@pytest.mark.parametrize("what", ["engagement", "practice", "clause", "niche"])
def test_the_committed_schema_is_the_generated_one(what: str) -> None:
    """What stands under `schema/` is what `vadocs schema` prints: write it again after a change."""
    committed = (ROOT / "schema" / f"{what}.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json_schema(what)


def test_a_section_of_a_clause_says_what_it_is_about() -> None:
    """No key of the bundled library is described by its own name: it has the titles of its clauses."""
    found = json_schema("engagement")["properties"]
    assert not [name for name, value in found.items() if value["description"].split("\n")[0] == name]
    assert found["absence_continuity"]["description"].startswith("Ausencias y continuidad: ")


@pytest.mark.parametrize(
    "change",
    [
        {"fees": {"model": "retaner"}},
        {"fees": {"model": "retainer", "rate": 5}},
        {"client": {"legal_name": "Ana", "colour": "red"}},
        {"date": "23/11/2026"},
        {"payment": {"days": "treinta"}},
        {"independence": {"own_means": "yes"}},
        {"documents": ["contrato"]},
        {"number": None},
        {"frobnicate": 1},
    ],
)
def test_faults_do_not_hold_against_it(change: dict[str, Any]) -> None:
    """A misspelt code or key, a wrong type and an empty value are seen by an editor too."""
    made = schema("engagement", {})
    spec = {"schema": 1, "id": "x", "number": "1", "client": {"legal_name": "Ana", "kind": "person"}}
    validator = jsonschema.Draft7Validator(made)
    assert validator.is_valid(spec)
    assert not validator.is_valid({**spec, **change})


def test_a_practice_needs_nothing_and_has_no_client() -> None:
    """Nothing is required of a practice; what belongs to one engagement is unknown there."""
    validator = jsonschema.Draft7Validator(schema("practice", {}))
    assert validator.is_valid({})
    assert not validator.is_valid({"client": {"legal_name": "Ana"}})


def test_a_letter_has_keys_of_its_own() -> None:
    """Two sections never share a name: a letter of collection is taken, and so are the steps of one."""
    letter = {"stage": "firm", "invoice": {"number": "1", "issued_on": "2027-01-01", "due_on": "2027-01-06"}}
    certificate = {"delivered_on": "2027-01-01"}
    validator = jsonschema.Draft7Validator({**schema("engagement", {}), "required": []})
    assert validator.is_valid({"letters": {"dunning": letter}})
    assert not validator.is_valid({"late_payment": {"dunning": [letter]}})
    assert not validator.is_valid({"acceptance": certificate})
