"""`check --sarif FILE`: every finding as SARIF 2.1.0, by the structure that the standard (OASIS) lays down."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.typing_in import typed
from tests.rules.cases import Case, spec_of

CHANGE: dict[str, Any] = {
    "exclusions": "~",
    "payment": {"days": "61"},
    "fees": {"in_advance": "false"},
    "internal": {"rate_floor": "40"},
    "accept": {"W814": "lo hablamos", "W8133": "de más"},
}


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The log of a spec with an error that has an edit, an accepted warning and an internal one."""
    monkeypatch.chdir(tmp_path)
    spec = spec_of(Case("", True, 1, change=CHANGE), tmp_path)
    file = tmp_path / "hallazgos.sarif"
    typed("check", spec, "--sarif", file)
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def test_the_log_names_its_version_and_tool(log: dict[str, Any]) -> None:
    """Version 2.1.0, one run of `vadocs`, columns counted in characters (§3.13, §3.14, §3.19)."""
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "vadocs" and run["columnKind"] == "unicodeCodePoints"


def test_every_result_points_at_its_rule(log: dict[str, Any]) -> None:
    """`ruleIndex` is where the rule with that id stands; each rule once, told in words, with help (§3.27, §3.49)."""
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(set(ids)) == len(ids) and {"E820", "E801", "W814", "W870"} <= set(ids)
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["help"]["text"] and "{" not in rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert {rule["id"] for rule in rules if rule["properties"]["internal"]} == {"W870"}


def test_places_are_regions_of_relative_files(log: dict[str, Any]) -> None:
    """Lines and columns from 1, a relative reference to the spec (§3.4, §3.30)."""
    assert log["runs"][0]["results"]
    for result in log["runs"][0]["results"]:
        (place,) = result["locations"]
        location = place["physicalLocation"]
        assert location["artifactLocation"] == {"uri": "spec.vadocs.yaml"}
        region = location["region"]
        assert min(region.values()) >= 1 and sorted(region) == ["endColumn", "endLine", "startColumn", "startLine"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def test_edits_are_fixes(log: dict[str, Any]) -> None:
    """What an edit replaces and what by (§3.55–§3.57)."""
    (result,) = [one for one in log["runs"][0]["results"] if one["ruleId"] == "E820"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "60"} and fix["description"]["text"]
    assert replacement["deletedRegion"] == result["locations"][0]["physicalLocation"]["region"]


def test_accepted_findings_are_suppressed_with_their_reason(log: dict[str, Any]) -> None:
    """As the standard has it for what the source itself lets pass (§3.35); the others are not."""
    results = log["runs"][0]["results"]
    told = {one["ruleId"]: one.get("suppressions") for one in results}
    assert told.pop("W814") == [{"kind": "inSource", "justification": "lo hablamos"}]
    assert set(map(str, told.values())) == {"None"}


@pytest.mark.parametrize("name", ["spec.vadocs.yaml", "hallazgos.json", "sarif"])
def test_no_other_file_is_overwritten_by_a_slip(name: str, tmp_path: Path) -> None:
    """The file's name ends in `.sarif`, or nothing is checked."""
    spec = spec_of(Case("", True, 1), tmp_path)
    before = spec.read_bytes()
    answer = typed("check", spec, "--sarif", tmp_path / name)
    assert answer.code == 2 and "E803" in answer.err and spec.read_bytes() == before


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The folder is missing: the environment is at fault."""
    answer = typed("check", spec_of(Case("", True, 1), tmp_path), "--sarif", tmp_path / "nada" / "x.sarif")
    assert answer.code == 4 and "E603" in answer.err


def test_the_help_says_for_whom_it_is() -> None:
    """SARIF and JSON hold internal findings: both options say so."""
    answer = typed("check", "--help")
    assert "".join(answer.out.split()).count("incluyelosavisosinternos") == 2
