"""The practice that lies under a spec."""

from pathlib import Path

from vadocs.diagnostics import Report
from vadocs.model.engagement import Engagement, Items, Leaf
from vadocs.model.money import Money
from vadocs.readers.around import find_practice
from vadocs.readers.engagement import read_engagement

BASE = (Path(__file__).parents[1] / "errors" / "practice.yaml").read_text(encoding="utf-8")
OWN = "id: x\nnumber: 1\nclient: {legal_name: Ana, kind: person}\n"


def workspace(folder: Path, practice: str, own: str) -> Path:
    """A practice with a spec two folders below it."""
    (folder / "practice.yaml").write_text(practice, encoding="utf-8")
    below = folder / "engagements" / "2026"
    below.mkdir(parents=True)
    spec = below / "x.vadocs.yaml"
    spec.write_text(own, encoding="utf-8")
    return spec


def read(spec: Path, *, practice: bool = True) -> tuple[Engagement | None, list[tuple[str, str]]]:
    """The engagement, and the code and file name of each finding."""
    report = Report()
    engagement = read_engagement(spec, {}, report, practice=practice)
    return engagement, [(d.code, Path(d.span.file).name) for d in report if d.span]


def test_the_nearest_practice_above_the_spec_lies_under_it(tmp_path: Path) -> None:
    """One file, the nearest: a practice farther up is not looked at."""
    spec = workspace(tmp_path, BASE, OWN)
    assert find_practice(spec) == tmp_path / "practice.yaml"
    nearer = tmp_path / "engagements" / "practice.yaml"
    nearer.write_text("nothing: here\n", encoding="utf-8")
    assert find_practice(spec) == nearer


def test_mappings_merge_deeply_and_lists_are_replaced(tmp_path: Path) -> None:
    """The spec's leaf wins, the practice's stays where the spec says nothing, a list is the spec's whole."""
    own = OWN + "provider: {phone: '+34 600 000 000'}\npayment: {days: 15, methods: [card]}\nfees: {amount: 600}\n"
    engagement, found = read(workspace(tmp_path, BASE, own))
    assert found == []
    assert engagement is not None
    assert engagement.text("provider.legal_name") == "Marta Ruiz Pardo"
    assert engagement.text("provider.phone") == "+34 600 000 000"
    methods = engagement.get("payment.methods")
    assert isinstance(methods, Items)
    assert [getattr(leaf.value, "code", None) for leaf in methods.items if isinstance(leaf, Leaf)] == ["card"]
    amount = engagement.value("fees.amount")
    assert isinstance(amount, Money)
    assert (int(amount.amount), amount.currency) == (600, "EUR")


def test_each_leaf_says_which_file_it_came_from(tmp_path: Path) -> None:
    """A value of the practice has its span there and says so."""
    engagement, _ = read(workspace(tmp_path, BASE, OWN + "payment: {days: 15}\n"))
    assert engagement is not None
    days, start = engagement.get("payment.days"), engagement.get("term.start")
    assert isinstance(days, Leaf) and isinstance(start, Leaf) and start.span and days.span
    assert (days.origin, Path(days.span.file).name) == ("spec", "x.vadocs.yaml")
    assert (start.origin, Path(start.span.file).name) == ("practice", "practice.yaml")
    assert [Path(file).name for file in engagement.files] == ["x.vadocs.yaml", "practice.yaml"]


def test_a_fault_of_the_practice_is_told_there(tmp_path: Path) -> None:
    """A wrong value of the practice is a finding in its file, and what belongs to one engagement is refused."""
    practice = BASE.replace("days: 30", "days: treinta") + "number: 7\n"
    _, found = read(workspace(tmp_path, practice, OWN))
    assert found == [("E073", "practice.yaml"), ("E060", "practice.yaml")]


def test_a_spec_that_chooses_another_variant_is_free_of_the_practice_s(tmp_path: Path) -> None:
    """Another model of fees, another measure of the deposit, arbitration: the practice's own keys are left out."""
    practice = BASE + "deposit: {percent: 30, kind: advance, applied_to: first-invoice, refund_days: 15}\n"
    own = OWN + (
        "fees: {model: project, amount: 900, milestones: [{name: a, deliverable: b, percent: 100}]}\n"
        "deposit: {amount: 300}\n"
        "arbitration: {institution: CIMA, seat: Madrid, language: es}\n"
    )
    engagement, found = read(workspace(tmp_path, practice, own))
    assert found == []
    assert engagement is not None
    assert engagement.get("fees.billing_day") is None
    assert engagement.get("deposit.percent") is None
    assert engagement.get("courts") is None
    assert engagement.text("fees.currency") == "EUR"


def test_the_spec_can_be_read_alone(tmp_path: Path) -> None:
    """Without its practice the spec lacks what the practice gave."""
    _, found = read(workspace(tmp_path, BASE, OWN), practice=False)
    assert found == [("E054", "x.vadocs.yaml")]


def test_an_empty_practice_is_no_practice(tmp_path: Path) -> None:
    """A practice that only holds comments changes nothing."""
    engagement, found = read(workspace(tmp_path, "# nada\n", BASE + OWN))
    assert found == []
    assert engagement is not None
