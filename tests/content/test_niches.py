"""The 25 niches: whole, in two languages, clean over the set that fits; what is pasted is printed, risks never are."""

from pathlib import Path

import pytest
import yaml

from tests.content.contracts import MARTA, Spec, contract, example, library, text
from vadocs.cli.snippet import snippet
from vadocs.model.clause import Overlay
from vadocs.writers.native import write_native
from vadocs.writers.pdf.extract import extract

IDS = [
    "bookkeeping", "admin-management", "database", "proofreading", "events", "executive-assistance", "graphic-design",
    "hr-support", "ecommerce", "translation", "legal-paralegal", "reception", "inbox", "marketing-ads",
    "multimedia-decks", "nonprofit", "operations", "project-management", "real-estate", "research", "social-media",
    "speaker-support", "tech-support", "transcription", "web-design",
]  # fmt: skip
BY_PROJECT = {
    "proofreading", "events", "graphic-design", "translation", "multimedia-decks", "project-management", "web-design",
}  # fmt: skip
BY_HOURS = {"research", "transcription", "tech-support", "speaker-support"}
PROJECT: Spec = {
    "clause_set": "project",
    "fees": {"model": "project", "amount": "1500.00", "currency": "EUR", "milestones": [
        {"name": "Primera entrega", "deliverable": "borrador", "due": "2027-01-15", "percent": "50"},
        {"name": "Entrega final", "deliverable": "versión final", "due": "2027-02-15", "percent": "50"},
    ]},
    "acceptance": {"review_days": "5", "revisions": "2", "tacit": "true"},
    "deposit": {"percent": "30", "kind": "advance", "applied_to": "first-invoice", "refund_days": "15"},
}  # fmt: skip
HOURS: Spec = {
    "clause_set": "hours-package",
    "fees": {
        "model": "hours-package", "amount": "500.00", "currency": "EUR", "hours": "20", "validity_days": "90",
        "refund_unused": "false",
    },
}  # fmt: skip
OFFERS = ("services", "exclusions", "kpis", "access")


def niche(id: str) -> Overlay:
    """A niche of the bundled library."""
    return library().niches[id]


def bare(id: str, language: str = "es-ES") -> Spec:
    """Marta's engagement on the set that fits the niche, without any niche."""
    spec = {**example(MARTA), "language": language}
    for key in ("niches", "deposit") if id in BY_PROJECT | BY_HOURS else ("niches",):
        del spec[key]
    return {**spec, **(PROJECT if id in BY_PROJECT else HOURS if id in BY_HOURS else {})}


def pasted(id: str, language: str = "es-ES") -> Spec:
    """The same with what `niches show` offers pasted into it."""
    offered = yaml.load(snippet(niche(id), language[:2]), yaml.CBaseLoader)
    return {**bare(id, language), **offered}


def test_every_service_has_its_niche() -> None:
    """The niches are the 25 services, each in its file, none left empty."""
    assert sorted(library().niches) == sorted(IDS)
    assert {one.family for one in library().niches.values()} == {"administrative", "creative", "technical"}


@pytest.mark.parametrize("id", IDS)
def test_a_niche_offers_enough(id: str) -> None:
    """Tasks, exclusions, measures, access and risks, in both languages, which differ."""
    one = niche(id)
    counts = (len(one.scope), len(one.exclusions), len(one.kpis), len(one.access), len(one.risks))
    assert all(count >= least for count, least in zip(counts, (4, 3, 3, 2, 3), strict=True)), counts
    told = [task.task for task in one.scope] + list(one.exclusions) + [risk.text for risk in one.risks]
    told += [measure.name for measure in one.kpis] + [access.system for access in one.access]
    assert all(set(words) == {"es", "en"} and words["es"] != words["en"] for words in told)


def test_regulated_fields() -> None:
    """The niches near reserved acts are these, and each puts the exclusion into the contract."""
    near = {one.id: one.regulated for one in library().niches.values() if one.regulated}
    assert near == {
        "bookkeeping": "tax", "hr-support": "employment", "legal-paralegal": "law", "real-estate": "brokerage",
        "translation": "translation",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["es-ES", "en-GB"])
@pytest.mark.parametrize("id", IDS)
def test_what_is_pasted_makes_a_clean_contract(id: str, language: str, tmp_path: Path) -> None:
    """Everything that `niches show` offers, pasted whole, is printed; no finding, no open point, no risk."""
    spec = pasted(id, language)
    _, document = contract(spec, tmp_path)
    printed = text(document)
    assert not document.meta.open_points
    wanted = [service["task"] for service in spec["services"]] + list(spec["exclusions"])
    wanted += [one[key] for one in spec["kpis"] for key in ("name", "target")]
    wanted += [one[key] for one in spec["access"] for key in ("system", "role")]
    assert [one for one in wanted if one not in printed] == []
    attached = extract(document).decode() + write_native(document)
    for risk in niche(id).risks:
        assert not [words for words in risk.text.values() if words in attached]


@pytest.mark.parametrize("id", IDS)
def test_each_niche_changes_the_contract(id: str, tmp_path: Path) -> None:
    """A niche adds a clause or changes a text: the contract differs from the one without it."""
    without, plain = contract(bare(id), tmp_path)
    plan, document = contract({**bare(id), "niches": [id]}, tmp_path)
    assert text(document) != text(plain)
    gone = {p.clause.id for p in without.placements} - {p.clause.id for p in plan.placements}
    assert not gone


@pytest.mark.parametrize("id", IDS)
def test_a_niche_prints_nothing_of_its_offer_by_itself(id: str, tmp_path: Path) -> None:
    """Named but not pasted, a niche brings clauses and defaults, and no task, exclusion or measure of its own."""
    _, document = contract({**bare(id), "niches": [id]}, tmp_path)
    printed = text(document)
    one = niche(id)
    offered = [task.task["es"] for task in one.scope] + [words["es"] for words in one.exclusions]
    offered += [measure.name["es"] for measure in one.kpis]
    given = [service["task"] for service in bare(id)["services"]] + list(bare(id)["exclusions"])
    assert not [words for words in offered if words in printed and not any(words in own for own in given)]


def test_a_task_names_its_niche(tmp_path: Path) -> None:
    """A niche named by one service counts like one of the engagement, and two come together in one contract."""
    spec = bare("bookkeeping")
    own = [*pasted("bookkeeping")["services"], *pasted("real-estate")["services"]]
    plan, document = contract({**spec, "services": own}, tmp_path)
    printed = text(document)
    assert {"regulated-acts", "property-support"} <= {p.clause.id for p in plan.placements}
    assert "el asesoramiento fiscal, la auditoría" in printed
    assert "la intermediación inmobiliaria" in printed
    assert "no recibe ni custodia fondos" in printed
