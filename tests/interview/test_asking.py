"""Which question comes next, how one goes back, and that nothing is made up."""

from pathlib import Path

import pytest

from tests.interview.people import FEES, PRICES, PROVIDERS, TODAY, answered, client_of, practice_of
from vadocs.build import check_specs, sources
from vadocs.catalogue import messages
from vadocs.diagnostics import Report, Severity
from vadocs.interview import founding, inittable, newtable, saving
from vadocs.interview.asking import OPEN
from vadocs.interview.drafting import begun, completed, file_of
from vadocs.interview.facts import notices
from vadocs.interview.tree import at, leaves

ROOT = Path(__file__).parents[2]
TOLD = {"niche": "bookkeeping", "tasks": "all", "start": "2026-12-01", "personal-data": "sí"}
LEGAL = ("governing_law", "client.tax", "used_in", "performed_in", "personal_data.handled", "signing.place", "courts")
"""What is never filled in by itself."""


def test_every_question_has_its_text_and_reason() -> None:
    """The catalogue has a text for each question, and a reason for each that is put."""
    for question in (*newtable.QUESTIONS, *inittable.QUESTIONS):
        assert f"ask.{question.name}" in messages()
        assert question.silent or f"ask.{question.name}.why" in messages()


def test_niche_and_client_come_first(tmp_path: Path) -> None:
    """The order is that of the work: what, for whom, what it costs, from when."""
    _, put = answered(practice_of(tmp_path, "ES", "retainer"), {**TOLD, **client_of("ES"), **PRICES["retainer"]})
    assert put == [
        "niche", "client", "client-country", "client-tax-id", "client-address", "client-email", "signatory",
        "client-tax", "tasks", "amount", "start", "personal-data",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at_home", "client", "model"),
    [
        ("ES", "ES", "retainer"), ("ES", "US", "hourly"), ("CO", "CO", "hours-package"), ("CO", "US", "retainer"),
        ("PE", "PE", "project"), ("MX", "US", "hourly"), ("AR", "AR", "unit"), ("CL", "CL", "retainer"),
        ("GB", "GB", "project"), ("US", "US", "hourly"),
    ],
)  # fmt: skip
def test_twelve_questions_make_a_contract(tmp_path: Path, at_home: str, client: str, model: str) -> None:
    """With a whole practice, a company takes twelve questions at most, at home or abroad; `check` finds no error."""
    folder = practice_of(tmp_path, at_home, model)
    niche = sorted(sources(folder, Report()).library.niches)[len(at_home + client + model)]
    interview, put = answered(folder, {**TOLD, **client_of(client), **PRICES[model], "niche": niche})
    assert len(put) <= 12
    spec = folder / "engagements" / "uno.vadocs.yaml"
    spec.parent.mkdir()
    spec.write_bytes(file_of(interview, completed(interview, folder, Path("out"))))
    (checked,) = check_specs([spec], TODAY)
    assert [found for found in checked.report if found.severity is Severity.ERROR] == []


def test_every_niche_and_model_comes_to_a_spec(tmp_path: Path) -> None:
    """Each niche's offer, taken whole, is read without a finding under one model of fees or another."""
    niches = sorted(sources(tmp_path, Report()).library.niches)
    assert len(niches) >= 25
    folders = {model: practice_of(tmp_path / model, "ES", model) for model in FEES}
    for count, niche in enumerate(niches):
        model = list(FEES)[count % len(FEES)]
        interview, _ = answered(folders[model], {**TOLD, **client_of("ES"), **PRICES[model], "niche": niche})
        found = interview.judge(file_of(interview, completed(interview, folders[model], Path("out"))))
        assert [one.code for one in found if one.severity is Severity.ERROR] == [], niche


def test_what_is_left_open_is_not_filled_in(tmp_path: Path) -> None:
    """Who answers only what is required gets no legal fact: none in the spec, none in the practice."""
    practice = "schema: 1\nprovider: {legal_name: Ana Gil, kind: person}\n"
    (tmp_path / "practice.yaml").write_text(practice, encoding="utf-8")
    interview = begun(tmp_path, "es", TODAY)
    told = {
        "client": "Otra, S.A.", "client-country": "ES", "client-kind": "company", "tasks": "Registro (cada mes)",
        "fees": "retainer", "currency": "EUR", "amount": "560", "billing-day": "1", "in-advance": "no",
        "language": "es", "payment-days": "15", "payment-from": "invoice", "methods": "transfer", "start": "2026-12-01",
        "documents": "contract",
    }  # fmt: skip
    while (question := interview.next()) is not None:
        assert not interview.give(question, told.get(question.name, OPEN)), question.name
    tree = completed(interview, tmp_path, Path("out"))
    assert not [path for path, _ in leaves(tree) if path.startswith(LEGAL)]
    head = file_of(interview, tree).decode()
    for key in ("governing_law", "personal_data.handled", "signing.place", "client.tax_id"):
        assert f"#   {key}: " in head


def test_one_goes_back(tmp_path: Path) -> None:
    """Back forgets the last answer and asks it again; another answer leads elsewhere; there is a beginning."""
    interview = begun(practice_of(tmp_path, "ES", "retainer"), "es", TODAY)
    told = {"niche": "bookkeeping", **client_of("ES"), "client-tax-id": "12345678Z"}
    for name in ("niche", "client", "client-country", "client-tax-id"):
        question = interview.next()
        assert question is not None
        assert question.name == name
        assert not interview.give(question, told[name])
    assert interview.known().text("client.kind") == "person"
    back = interview.back()
    assert back is not None
    assert back.name == "client-tax-id"
    assert interview.next() == back
    assert interview.known().text("client.kind") == ""
    for _ in range(3):
        assert interview.back() is not None
    assert interview.back() is None


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("client-tax-id", "B12345673", "E093"),
        ("amount", "1.200", "E072"),
        ("start", "2026-02-31", ""),
        ("start", "31/11/2026", "E079"),
        ("start", "12/31/2026", "E078"),
        ("rollover", "5", "E618"),
        ("tasks", "Poner un 🙂", "E552"),
        ("signatory", "Pilar Ortega", "E616"),
        ("personal-data", "quizá", "E614"),
        ("niche", "contabildad", "E619"),
        ("client-email", "sin arroba", ""),
        ("tasks", "99", "E619"),
        ("client-kind", "9", "E619"),
        ("client-kind", "consumer", "E619"),
    ],
)
def test_a_wrong_answer_is_not_taken(tmp_path: Path, name: str, typed: str, code: str) -> None:
    """What the readers of specs would refuse is refused at once, with their words, and the answer stays open."""
    interview = begun(practice_of(tmp_path, "ES", "retainer"), "es", TODAY)
    interview.typed = {"niche": "bookkeeping", "client": "Otra", "client-country": "ES", "fees": "retainer"}
    found = interview.give(interview.question(name), typed)
    assert found
    assert not code or found[0].code == code
    assert interview.typed.get(name, "bookkeeping") == "bookkeeping"


def test_an_interview_goes_on(tmp_path: Path) -> None:
    """What was answered is kept beside the specs and taken up again, question and order; the draft can be forgotten."""
    folder = practice_of(tmp_path, "ES", "retainer")
    first = begun(folder, "es", TODAY)
    for typed in ("bookkeeping", "Otra, S.A.", "ES"):
        question = first.next()
        assert question is not None
        first.give(question, typed)
    draft = saving.draft_of(folder / "engagements", "")
    saving.save(first, draft)
    again = begun(folder, "es", TODAY)
    assert saving.resume(again, draft)
    assert (again.typed, again.past, again.next()) == (first.typed, first.past, first.next())
    assert again.back() == first.question("client-country")
    draft.write_text("{", encoding="utf-8")
    assert not saving.resume(begun(folder, "es", TODAY), draft)
    saving.forget(draft)
    assert not saving.resume(begun(folder, "es", TODAY), draft)


def test_a_country_is_told_by_its_name(tmp_path: Path) -> None:
    """`Estados Unidos` is US; its kind follows from who signs, where its number does not tell."""
    interview = begun(practice_of(tmp_path, "CO", "hourly"), "es", TODAY)
    for name, typed in (("client-country", "Estados Unidos"), ("client-tax-id", "84-1234567"), ("signatory", "=")):
        assert not interview.give(interview.question(name), typed)
    assert interview.known().text("client.address.country") == "US"
    assert interview.known().text("client.kind") == "person"
    assert at(interview.spec(), "client.signatory") is None


ODD = [
    "\n", ";", ",", "/", "1/", "=", "\x00", "a\nb", "1.200", "-1", "½", "٣", "ñ" * 300, "{a: b}", "cc ", "; Madrid",
    "A, 1, ,",
]  # fmt: skip


def test_no_answer_ends_the_interview(tmp_path: Path) -> None:
    """Whatever is typed to whatever question is taken or told, and the next question still comes."""
    interview = begun(practice_of(tmp_path, "ES", "retainer"), "es", TODAY)
    start = {"niche": "bookkeeping", "client": "X", "client-country": "ES", "fees": "hours-package"}
    for question in interview.table:
        for text in ODD:
            interview.typed = dict(start)
            interview.give(question, text, asked=False)
            interview.next()
            interview.left_open()


@pytest.mark.parametrize(
    ("at_home", "client", "kinds"),
    [
        ("ES", "ES", {"irpf-7"}), ("ES", "US", {"w-8ben"}), ("ES", "FR", {"roi-vies"}), ("ES", "CO", set()),
        ("CO", "CO", {"co-no-workers", "co-with-workers"}), ("CO", "US", {"w-8ben"}), ("US", "US", {"w-9"}),
        ("GB", "US", {"w-8ben"}), ("GB", "GB", set()), ("PE", "PE", set()), ("CL", "CL", set()),
    ],
)  # fmt: skip
def test_the_notices_that_would_change_the_taxes(tmp_path: Path, at_home: str, client: str, kinds: set[str]) -> None:
    """One may say that a client has a notice only where that changes what is charged, withheld or asked."""
    interview = begun(practice_of(tmp_path, at_home, "retainer"), "es", TODAY)
    assert not interview.give(interview.question("client-country"), client)
    interview.give(interview.question("signatory"), "Pilar Ortega, gerente")
    assert set(notices(interview.known())) == kinds
    offered = {option.code for option in interview.question("client-tax").options(interview.known())}
    assert {code for code in offered if code.startswith("notices=")} == {f"notices={kind}" for kind in kinds}


def test_the_countries_are_those_with_rules() -> None:
    """The sample above is of every country whose taxes we know."""
    from vadocs.law.countries import RULES

    assert PROVIDERS.keys() == RULES.keys()


@pytest.mark.parametrize(
    ("country", "typed", "key"),
    [("MX", "002010077777777771", "clabe"), ("AR", "2850590940090418135201", "cbu"),
     ("ES", "2100 0418 4502 0005 1332", ""), ("ES", "ES91 2100 0418 4502 0005 1332", "iban"),
     ("CO", "Bancolombia, 12345678901", "bank")],
)  # fmt: skip
def test_an_account_is_one_of_its_country(tmp_path: Path, country: str, typed: str, key: str) -> None:
    """Twenty digits are a CCI in Peru alone: a Spanish account without its IBAN is asked for again."""
    interview = founding.began(tmp_path, sources(tmp_path, Report()), "es", TODAY)
    interview.give(interview.question("country"), country)
    found = interview.give(interview.question("account"), typed)
    assert [one.code for one in found] == ([] if key else ["E624"])
    assert not key or at(interview.spec(), f"provider.bank.{key}")


def test_a_country_without_an_address_is_kept(tmp_path: Path) -> None:
    """Without address and tax identifier the client's country stands in the spec; taken up, the address joins it."""
    folder = practice_of(tmp_path, "ES", "retainer")
    interview = begun(folder, "es", TODAY)
    interview.give(interview.question("client-country"), "FR")
    assert at(interview.spec(), "client") == {"country": "FR"}
    again = begun(folder, "es", TODAY, interview.spec())
    assert again.question("client-country") not in again._open_questions(silent=False)
    assert not again.give(again.question("client-tax-id"), "40303265045")
    assert again.known().text("client.tax_id.kind") == "vat"
    assert not again.give(again.question("client-address"), "1 rue A; 75001 Paris")
    spec = again.spec()
    assert (at(spec, "client.country"), at(spec, "client.address.country")) == (None, "FR")


def test_a_country_is_told_once(tmp_path: Path) -> None:
    """The address tells where a client is: another country beside it is an error, the same one is none."""
    for country, codes in (("FR", ["E135"]), ("ES", [])):
        spec = tmp_path / f"{country}.vadocs.yaml"
        text = (ROOT / "examples" / "levante.vadocs.yaml").read_text(encoding="utf-8")
        assert "\nclient:\n" in text
        spec.write_text(text.replace("\nclient:\n", f"\nclient:\n  country: {country}\n"), encoding="utf-8")
        (checked,) = check_specs([spec], TODAY)
        assert [one.code for one in checked.report if one.severity is Severity.ERROR] == codes
