"""The whole document of Marta: its text, its front, its signatures, its drafts and finals."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.compose.workshop import (
    DATA,
    changed,
    code,
    codes,
    composed,
    items,
    leaf,
    library,
    marta,
    record,
    with_clauses,
    with_text,
)
from vadocs.diagnostics import Report
from vadocs.model.document import (
    Blank,
    Callout,
    Contents,
    Document,
    Heading,
    OpenPoint,
    Paragraph,
    SignatureBlock,
    Text,
    Value,
)
from vadocs.model.engagement import Leaf, Localised
from vadocs.model.walk import document_inlines, text_of, values_of
from vadocs.writers.native import write_native


def golden(name: str, text: str) -> None:
    """The text equals that of the file."""
    expected = (DATA / name).read_text(encoding="utf-8")
    assert text == expected, f"{name} differs: if the change is meant, write the new text into {Path(DATA / name)}"


def test_martas_contract() -> None:
    """Every line of the contract that the specimen's clauses make, in Spanish with ordinal headings."""
    golden("marta.txt", write_native(composed(marta())[1]))


def test_the_same_in_english() -> None:
    """The English texts, decimal numbers, English amounts and dates."""
    english = changed(
        marta(),
        language=code("en-GB", "language"),
        services=items(
            record(task=leaf("Recording invoices"), frequency=code("weekly", "frequency")),
            record(task=leaf("Bank reconciliation"), frequency=code("monthly", "frequency")),
        ),
        exclusions=items(leaf("Tax returns")),
        client__signatory__capacity=leaf("sole director"),
        personal_data__purpose=leaf("payroll"),
        personal_data__measures=items(leaf("encryption")),
    )
    golden("marta.en.txt", write_native(composed(english)[1]))


def test_the_front() -> None:
    """Title, subtitle with its values, contents, divisions; nothing there is numbered."""
    found = composed(marta())[1]
    title, subtitle, contents, heading, *_, division = found.front
    assert title == Paragraph((Text("Contrato de prestación de servicios"),), role="title")
    assert isinstance(subtitle, Paragraph) and subtitle.role == "subtitle"
    assert {v.key for v in subtitle.content if isinstance(v, Value)} == {"number", "version", "date"}
    assert contents == Contents((Text("Índice"),))
    assert isinstance(heading, Heading) and heading.centred and heading.anchor == "parties"
    assert division == Heading(1, (Text("Cláusulas"),), centred=True)
    assert not any(b.label for b in found.front if isinstance(b, Paragraph))


def test_what_a_document_says_about_itself() -> None:
    """Meta tells number, date, scheme, paper, clauses with editions, and the running texts."""
    meta = composed(marta())[1].meta
    assert (meta.document, meta.language, meta.engagement) == ("contract", "es-ES", "2026-031-ceramicas-levante")
    assert (meta.number, meta.version, meta.date, meta.status) == ("2026-031", 1, date(2026, 11, 23), "draft")
    assert (meta.author, meta.scheme, meta.paper) == ("Marta Ruiz Pardo", "ordinal", "a4")
    assert ("scope", 1) in meta.clauses and meta.open_points == ()
    assert meta.running == {
        "title": "Contrato de prestación de servicios", "number": "2026-031", "version": "1",
        "parties": "Cerámicas Levante, S.L. – Marta Ruiz Pardo", "draft_notice": "BORRADOR", "page_word": "Página",
        "of_word": "de", "file_word": "Contrato de prestación de servicios",
    }  # fmt: skip


def test_signature_blocks() -> None:
    """Who signs, for whom, as what; place as agreed, a blank for the date; a stable field for the signature."""
    client, provider = (b for b in composed(marta())[1].execution if isinstance(b, SignatureBlock))
    assert (client.party, client.field, text_of(client.heading)) == ("client", "signature_client", "Por el Cliente")
    assert [(line.label, text_of(line.content)) for line in client.lines] == [
        ("Nombre", "Pilar Ortega Sáez"), ("En calidad de", "administradora única"),
        ("En representación de", "Cerámicas Levante, S.L."), ("NIF", "B12345674"), ("Lugar", "Valencia"),
        ("Fecha", "[fecha]"),
    ]  # fmt: skip
    assert client.lines[-1].content == (Blank("date_client", "fecha"),)
    assert [line.label for line in provider.lines] == ["Nombre", "NIF", "Lugar", "Fecha"]


def test_a_date_of_signing_that_is_agreed_is_printed() -> None:
    """With a date there is no blank."""
    found = composed(changed(marta(), signing__date=leaf(date(2026, 11, 25))))[1]
    blocks = [b for b in found.execution if isinstance(b, SignatureBlock)]
    assert {text_of(b.lines[-1].content) for b in blocks} == {"25 de noviembre de 2026"}


def test_each_of_several_clients_signs() -> None:
    """Each member of a client has a block, a field and a date of its own, headed by its name."""
    members = items(*(record(legal_name=leaf(n), tax_id=record(kind=code("nif", "tax_id_kind"), value=leaf(t)))
                      for n, t in (("Ana", "1A"), ("Eva", "2B"))))  # fmt: skip
    report = Report()
    found = composed(changed(marta(), client=record(members=members)), report=report)[1]
    ana, eva, _ = (b for b in found.execution if isinstance(b, SignatureBlock))
    assert [text_of(block.heading) for block in (ana, eva)] == [f"Por la Parte Cliente: {n}" for n in ("Ana", "Eva")]
    assert [text_of(line.content) for line in ana.lines][:2] == ["Ana", "1A"]
    assert [text_of(line.content) for line in eva.lines][:2] == ["Eva", "2B"]
    assert [block.field for block in (ana, eva)] == ["signature_client_1", "signature_client_2"]
    assert eva.lines[-1].content == (Blank("date_client_2", "fecha"),)


def draft(status: str = "draft") -> Document:
    """Marta's contract without the days to pay and without the place of signing."""
    return composed(
        changed(marta(), status=code(status, "status"), payment__days=None, signing__place=None), report=Report()
    )[1]


def test_a_draft_lists_what_is_missing() -> None:
    """Each missing datum stands highlighted in its place, is listed first, and is counted on every page."""
    found = draft()
    assert [p.key for p in found.meta.open_points] == ["payment.days", "signing.place"]
    assert found.meta.running["draft_notice"] == "BORRADOR – faltan 2 datos"
    callout = next(b for b in found.front if isinstance(b, Callout))
    shown = [text_of(b.content) for b in callout.body if isinstance(b, Paragraph)]
    assert shown[:2] == ["Datos que faltan", "Antes de firmarlo hay que completar:"]
    assert shown[2:] == [p.prompt for p in found.meta.open_points]
    placed = [i for i in document_inlines(found) if isinstance(i, OpenPoint)]
    assert {p.key for p in placed} == {"payment.days", "signing.place"}
    assert all(p.prompt.startswith("falta: ") for p in placed)
    assert "cada factura en [falta: " in write_native(found)


def test_one_missing_datum_has_its_own_wording() -> None:
    """The notice counts one datum in the singular."""
    found = composed(changed(marta(), payment__days=None), report=Report())[1]
    assert found.meta.running["draft_notice"] == "BORRADOR – falta 1 dato"


def test_a_final_version_carries_no_notice_and_keeps_its_open_points() -> None:
    """No notice, no box; what is missing stays in `Meta`, where it keeps the file from being written."""
    found = draft("final")
    assert found.meta.status == "final" and found.meta.running["draft_notice"] == ""
    assert not any(isinstance(b, Callout) for b in found.front)
    assert [p.key for p in found.meta.open_points] == ["payment.days", "signing.place"]


def test_facts_that_taxes_or_clauses_wait_for_are_listed_too() -> None:
    """What decides about a clause or a tax is asked for though no text prints it."""
    taxes = with_text("taxes", "# Impuestos\n\nLos que correspondan.\n")
    wish = changed(marta(), personal_data=None, clauses=record(add=items(leaf("taxes"))))
    found = composed(wish, with_clauses(taxes), Report())[1]
    keys = [p.key for p in found.meta.open_points]
    assert "personal_data.handled" in keys and "law.vat_rate" in keys


def test_the_providers_label_and_gender() -> None:
    """How the parties are called is theirs to say, and the rest agrees."""
    engagement = changed(
        marta(),
        provider__gender=code("masculine", "gender"),
        client__label=leaf("Empresa"),
        client__gender=code("feminine", "gender"),
    )
    text = write_native(composed(engagement)[1])
    assert "El Prestador no está obligado a empezar" in text
    assert "La Empresa pagará al Prestador" in text and "de la Empresa" in text


def test_a_text_without_the_documents_language_is_an_open_point() -> None:
    """A Spanish text alone leaves a hole in the English document, never a Spanish sentence."""
    task = record(task=Leaf(Localised({"es": "Conciliación"})), frequency=code("weekly", "frequency"))
    wish = changed(marta(), language=code("en-GB", "language"), services=items(task))
    found = composed(wish, report=Report())[1]
    assert "services[0].task" in [p.key for p in found.meta.open_points]
    assert "Conciliación" not in write_native(found)


def test_without_words_for_a_language_every_text_of_the_frame_is_a_finding() -> None:
    """A lexicon that lacks a text is reported by name."""
    words = library().lexicons["es"]
    poorer = replace(words, frame={k: v for k, v in words.frame.items() if k != "signature.name"})
    report = Report()
    composed(marta(), replace(library(), lexicons={"es": poorer}), report)
    assert codes(report) == ["E367"]


def test_every_anchor_belongs_to_its_clause() -> None:
    """Anchors carry the clause's id, so that two clauses may use the same word."""
    found = composed(marta())[1]
    for one in (*found.provisions, *found.schedules):
        for block in one.body:
            if isinstance(block, Paragraph) and block.anchor:
                assert block.anchor.startswith(f"{one.id}.")


def test_every_value_knows_its_key() -> None:
    """Texts of the spec are values with a dotted path that leads back to them."""
    found = composed(marta())[1]
    keys = {value.key for value in values_of(found)}
    assert {"client.legal_name", "client.address.street", "services[0].task", "services[0].volume.quantity",
            "personal_data.measures[2]", "signing.place"} <= keys  # fmt: skip
