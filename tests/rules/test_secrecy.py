"""No finding leaves the house: what the rules tell stands in no file that is delivered."""

from pathlib import Path

import pytest

from tests.leaves.test_internal import unpacked
from tests.rules.cases import TODAY, Case, spec_of
from vadocs.build import Request, render_specs
from vadocs.lint.rules.table import BY_CODE

CHANGE = {
    "working_time": {
        "mode": "window",
        "windows": [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "9:00", "to": "17:00"}],
    },
    "independence": {"other_clients": "false"},
    "internal": {"rate_floor": "4321.09", "income_share_percent": "83.17"},
    "exclusions": "~",
    "accept": {"W814": "Zqwvxkjyrazon"},
}


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_finding_is_in_a_file(language: str, tmp_path: Path) -> None:
    """Neither code, message, figure nor reason of an internal or accepted finding, in any file, packed or not."""
    spec = spec_of(Case("", True, 1, change=CHANGE), tmp_path)
    (rendered,) = render_specs([spec], Request(tmp_path / "out", formats=("native", "docx", "pdf")), TODAY)
    internal = [d for d in rendered.report if d.code in BY_CODE and BY_CODE[d.code].internal]
    assert {d.code for d in internal} == {"W843", "W844", "W845", "W870"} and len(rendered.accepted) == 1
    told = [*internal, *(one.diagnostic for one in rendered.accepted)]
    texts = ["Zqwvxkjyrazon", "4321.09", "83.17"]
    for one in told:
        texts += [one.code, one.message(language), *(hint.text(language) for hint in one.hints)]
        texts += [other.text(language) for other in one.related]
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) == 4
    wanted = [form for text in texts for form in (text.encode(), text.encode("utf-16-be"))]
    for path in files:
        for stretch in unpacked(path.read_bytes()):
            assert not [form for form in wanted if form in stretch], path.name
