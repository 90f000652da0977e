"""Folders and CSV tables as sources of a batch: what they give, and what is an error before anything is made."""

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.batches.tables import BASE, HEAD, codes, csv_file, engagement, hints, jobs, sourced, xlsx_file
from vadocs.cli.findings import as_text
from vadocs.diagnostics import Span
from vadocs.model.engagement import Items, Leaf
from vadocs.readers.excerpts import prepare

HEADING = ",".join(HEAD)


def value(found: Any, key: str) -> Any:
    """The value at a key of an engagement."""
    leaf = found.get(key)
    assert isinstance(leaf, Leaf)
    return leaf.value


# --- folders -----------------------------------------------------------------------------------------


def folder(tmp_path: Path, **specs: str) -> Path:
    """A folder with specs by name."""
    for name, text in specs.items():
        (tmp_path / f"{name}.vadocs.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_each_spec_of_a_folder_is_a_job(tmp_path: Path) -> None:
    """The jobs stand in the order of the files' names, each with its id and number; one that is no YAML is one too."""
    specs = {"b": "id: be\nnumber: 2\n", "a": "id: a-1\nnumber: '1'\n", "Óscar": "id: [\n", "c": "id: Ce\nnumber: 4"}
    place = folder(tmp_path, **specs)
    found, told = sourced(place, base=None)
    assert found is not None
    assert not told
    assert [(job.id, job.number) for job in found.jobs] == [("a-1", "1"), ("be", "2"), ("c", "4"), ("oscar", "")]
    assert (found.stated.kind, found.stated.rows, found.stated.chosen) == ("folder", 4, 4)


def test_a_broken_spec_takes_no_others_name(tmp_path: Path) -> None:
    """The id of a spec that has none is made of its file's name, and is no other spec's."""
    place = folder(tmp_path, a="id: b\nnumber: 1\n", b="id: [\n")
    assert [job.id for job in jobs(place, base=None)] == ["b", "b-2"]


@pytest.mark.parametrize(
    ("other", "code"),
    [("id: uno\nnumber: 2", "E723"), ("id: dos\nnumber: 2026-1", "E724"), ("id: UNO\nnumber: 2", "E725"),
     ("id: ｕｎｏ\nnumber: 2", "E725"), ("id: dos\nnumber: 2026-1 ", "E724")],
)  # fmt: skip
def test_what_two_specs_share_is_an_error(other: str, code: str, tmp_path: Path) -> None:
    """Two specs of one id or number, or alike but for case or Unicode, are an error that names both places."""
    found, told = sourced(folder(tmp_path, a="id: uno\nnumber: 2026-1\n", b=other), base=None)
    assert found is None
    assert codes(told) == [code]
    assert told[0].span is not None
    assert Path(told[0].span.file).name == "b.vadocs.yaml"
    assert Path(told[0].related[0].span.file).name == "a.vadocs.yaml"


def test_specs_of_a_folder_are_chosen_by_what_they_say(tmp_path: Path) -> None:
    """`--where` looks at a spec's leaves; an empty folder, and one where none is chosen, are errors."""
    shutil.copy(BASE, tmp_path)
    folder(tmp_path, otra="id: otra\nnumber: 7\nfees: {model: hourly}\n")
    assert [job.id for job in jobs(tmp_path, base=None, where=["fees.model=hourly,unit"])] == ["otra"]
    assert [job.id for job in jobs(tmp_path, base=None, where=["fees.model!=hourly"])] == ["2026-031-ceramicas-levante"]
    assert codes(sourced(tmp_path, base=None, where=["fees.model=project"])[1]) == ["E746"]
    (tmp_path / "nada").mkdir()
    assert codes(sourced(tmp_path / "nada", base=None)[1]) == ["E712"]


# --- CSV ---------------------------------------------------------------------------------------------


def test_a_row_is_laid_over_the_base(tmp_path: Path) -> None:
    """Cells are leaves of the engagement, empty ones leave what the base says, notes and blank rows stay out."""
    path = csv_file(
        tmp_path,
        'id;number;client.legal_name; fees.amount ;services[0].task;# notas;exclusions[3]',
        'uno;2026-101;"Pérez ""hijos"", S.L.";700.00;Facturas;llamar;Viajes',
        ";;;;;;",
        "dos;2026-102;Bar {{ x }} & <b>;;;;",
    )
    found, told = sourced(path)
    assert found is not None and not told
    assert (found.stated.encoding, found.stated.delimiter, found.stated.blank) == ("UTF-8", ";", 1)
    assert [(job.id, job.number) for job in found.jobs] == [("uno", "2026-101"), ("dos", "2026-102")]
    first, faults = engagement(found.jobs[0])
    assert not [one for one in faults if one.code.startswith("E")]
    assert value(first, "id") == "uno"
    assert value(first, "client.legal_name") == 'Pérez "hijos", S.L.'
    assert value(first, "fees.amount").amount == Decimal("700.00")
    exclusions = first.get("exclusions") if first is not None else None
    assert isinstance(exclusions, Items)
    assert [str(getattr(item, "value", "")) for item in exclusions.items][-1] == "Viajes"
    second, _ = engagement(found.jobs[1])
    assert value(second, "client.legal_name") == "Bar {{ x }} & <b>"
    assert value(second, "fees.amount").amount == Decimal("560.00")


def test_members_of_a_list_stand_in_their_order(tmp_path: Path) -> None:
    """Whatever the order of the columns: the first member stays the first, and none is lost."""
    columns = "services[4].frequency,services[5].task,services[4].task,services[5].frequency"
    (job,) = jobs(csv_file(tmp_path, f"id,number,{columns}", "uno,1,weekly,sexta,quinta,monthly"))
    found, _ = engagement(job)
    assert found is not None
    services = found.get("services")
    assert isinstance(services, Items)
    told = [(value(item, "task"), value(item, "frequency").code) for item in services.items]
    assert told[4:] == [("quinta", "weekly"), ("sexta", "monthly")]


@pytest.mark.parametrize(
    ("text", "code"), [("services[1].task=x", "E744"), ("services[0].task.es=x", "E745"), ("fees.amount=9", "")]
)
def test_what_is_set_over_a_folder_must_fit_each_spec(text: str, code: str, tmp_path: Path) -> None:
    """A member after a gap, and a key that would part a value, are errors of the spec that they do not fit."""
    services = "" if code == "E744" else "services: [{task: t}]\n"
    place = folder(tmp_path, a=f"schema: 1\nid: a\nnumber: 1\n{services}", b=BASE.read_text("utf-8"))
    told = [codes(engagement(job)[1]) for job in jobs(place, base=None, given=[text])]
    misfits = [one for one in told[0] if one in ("E744", "E745")]
    assert misfits == ([code] if code else [])
    assert "E744" not in told[1]


def test_places_are_those_of_the_file(tmp_path: Path) -> None:
    """A cell's place is the line and column of its first character, also after quotes and line breaks in cells."""
    path = csv_file(
        tmp_path, f"{HEADING},client.email", 'uno,"2026-1","Ana ""la""\r\nde Ñ",mal', 'dos,2026-2,"Eva",b@example.com'
    )
    first, second = jobs(path)
    by_key = {one.key: one for one in first.given}
    assert by_key["client.legal_name"].text == 'Ana "la"\nde Ñ'
    assert by_key["client.legal_name"].span == Span(str(path), 2, 14, 3, 6)
    assert by_key["client.email"].span == Span(str(path), 3, 7, 3, 10)
    assert second.place == Span(str(path), 4, 1, 4, 4)
    assert [one.cell for one in second.given] == ["A3", "B3", "C3", "D3"]
    _, faults = engagement(first)
    mail = next(one for one in faults if one.code == "E066")
    assert mail.span == by_key["client.email"].span
    assert mail.related[0].text("es") == "fila 2, columna `client.email` (celda D2)"


@pytest.mark.parametrize(
    ("encoding", "delimiter", "told"),
    [("utf-8-sig", ",", "UTF-8"), ("utf-16", "\t", "UTF-16"), ("cp1252", ";", "Windows-1252"), ("utf-8", "|", "UTF-8")],
)
def test_encoding_and_delimiter_are_told(encoding: str, delimiter: str, told: str, tmp_path: Path) -> None:
    """What spreadsheets save as CSV is read with its accents, and it is said how."""
    lines = (delimiter.join(HEAD), delimiter.join(("uno", "2026-1", "Muñoz, Peña; €")).replace(delimiter, delimiter))
    if delimiter in ",;":
        lines = (lines[0], delimiter.join(("uno", "2026-1", '"Muñoz, Peña; €"')))
    found, _ = sourced(csv_file(tmp_path, *lines, encoding=encoding))
    assert found is not None
    assert (found.stated.encoding, found.stated.delimiter) == (told, delimiter)
    assert [one.text for one in found.jobs[0].given][-1] == "Muñoz, Peña; €"


def test_a_first_line_may_name_the_delimiter(tmp_path: Path) -> None:
    """Excel's `sep=` line is no row of the table."""
    (job,) = jobs(csv_file(tmp_path, "sep=|", "id|number|# a;b", "uno|1|x"))
    assert [one.cell for one in job.given] == ["A2", "B2"]


FAULTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("E733", ("uno,2026-1,Bar", "dos,2026-2,Café")),
    ("E733", (HEADING,)),
    ("E733", ("", "")),
    ("E735", ("number,client.legal_name", "1,x")),
    ("E735", ("id,client.legal_name", "a,x", "b,y")),
    ("E736", (HEADING, "uno,,x")),
    ("E737", (HEADING, "../uno,1,x")),
    ("E723", (HEADING, "uno,1,x", "uno,2,x")),
    ("E724", (HEADING, "uno,1,x", "dos,1,x")),
    ("E738", (HEADING, "uno,1")),
    ("E738", (HEADING, "uno,1,x,y")),
    ("E741", (HEADING, 'uno,1,"x', "dos,2,y")),
    ("E741", (HEADING, 'uno,1,"x"y')),
    ("E743", (HEADING, "uno,1,x\x07y")),
    ("E739", (HEADING, "uno,1,\0")),
    ("E740", ("id,number;client.legal_name", "uno,1;x")),
    ("E730", ("id,number,id", "uno,1,dos")),
    ("E731", ("id,number,client.tax_id,client.tax_id.value", "uno,1,,")),
    ("E732", ("id,number,", "uno,1,x")),
    ("E726", ("id,number,client.legalname", "uno,1,x")),
    ("E727", ("id,number,client", "uno,1,x")),
    ("E728", ("id,number,services.task", "uno,1,x")),
    ("E728", ("id,number,exclusions", "uno,1,x")),
    ("E744", ("id,number,services[5].task", "uno,1,x")),
    ("E745", ("id,number,client.legal_name.es", "uno,1,x")),
    ("E745", ("id,number,client.tax_id.value", "uno,1,x")),
    ("E742", (HEADING, "uno,1," + "x" * 20_001)),
    ("E742", (",".join(f"#{n}" for n in range(501)), "x" + "," * 500)),
)


@pytest.mark.parametrize(("code", "lines"), FAULTS)
def test_what_is_wrong_with_a_table_is_told_before_anything_is_made(
    code: str, lines: tuple[str, ...], tmp_path: Path
) -> None:
    """A table at fault gives no jobs, and a finding in both languages with its place in the file."""
    found, told = sourced(csv_file(tmp_path, *lines))
    assert found is None
    assert code in codes(told)
    for one in told:
        assert one.span is not None and one.span.line <= len(lines) + 1
        assert all(each.text(language) for language in ("es", "en") for each in (*one.hints, *one.related))
        assert one.message("es") != one.message("en")


def test_an_unknown_heading_names_the_one_that_was_meant(tmp_path: Path) -> None:
    """Slips, words of everyday and keys without their first step are told what they probably are."""
    path = csv_file(tmp_path, "id,number,client.legalname,honorarios.amount,email,fees.ammount,x y", "uno,1,a,b,c,d,e")
    _, told = sourced(path)
    meant = [dict(one.hints[0].args).get("keys", "").split(", ")[0] for one in told]
    assert meant == ["`client.legal_name`", "`fees.amount`", "`client.email`", "`fees.amount`", ""]
    assert told[0].span == Span(str(path), 1, 11, 1, 27)


def test_text_of_mixed_encodings_is_no_text(tmp_path: Path) -> None:
    """A UTF-8 file with a line of another encoding is an error: read as the other, all accents would change."""
    path = tmp_path / "m.csv"
    path.write_bytes(f"{HEADING}\nuno,1,Peña\n".encode() + "dos,2,Muñoz\n".encode("cp1252"))
    _, told = sourced(path)
    assert codes(told) == ["E739"]
    assert hints(told[0]) == ["H739.mixed"]
    assert told[0].span is not None and told[0].span.line == 3


def test_many_faults_of_rows_are_counted(tmp_path: Path) -> None:
    """Of a long table's faults a hundred are told, then how many more there are."""
    _, told = sourced(csv_file(tmp_path, HEADING, *(f"uno-{n},,x" for n in range(130))))
    assert codes(told) == ["E736"] * 100 + ["E734"]
    assert dict(told[-1].args)["count"] == "30"


def test_rows_are_chosen_and_values_set(tmp_path: Path) -> None:
    """`--where` looks at notes, cells and the base; all must hold; `--set` lies over every row."""
    path = csv_file(
        tmp_path, f"{HEADING},# estado,fees.model", 'a,1,"Pérez, S.L.",Activo,', "b,2,Bar,activo,hourly", "c,3,Bar,,"
    )

    def chosen(*where: str, **options: Any) -> list[str]:
        return [job.id for job in jobs(path, where=where, **options)]

    assert chosen("# estado=ACTIVO") == ["a", "b"]
    assert chosen("# estado=activo", "fees.model=retainer") == ["a"]
    assert chosen('client.legal_name="Pérez, S.L.",Otra') == ["a"]
    assert chosen("client.legal_name~bar", "# estado=") == ["c"]
    assert chosen("fees.model!=hourly") == ["a", "c"]
    assert chosen("fees.currency=GBP", given=["fees.currency=GBP"]) == ["a", "b", "c"]
    one = jobs(path, given=["client.legal_name=Todas = una"])[2]
    assert [given.text for given in one.given if given.key == "client.legal_name"] == ["Bar", "Todas = una"]
    assert value(engagement(one)[0], "client.legal_name") == "Todas = una"


@pytest.mark.parametrize(
    ("option", "text", "code"),
    [("where", "id", "E747"), ("where", 'id="a', "E747"), ("where", "clientt.legal_name=x", "E726"),
     ("where", "# nota=x", "E726"), ("where", "id=zzz", "E746"), ("given", "fees.amount", "E747"),
     ("given", "fees.amount= ", "E747"), ("given", "number=3", "E747"), ("given", "fees.curency=EUR", "E726"),
     ("given", "services[9].task=x", "E744"), ("given", "client=x", "E727"), ("convention", "es", "E703")],
)  # fmt: skip
def test_what_is_wrong_with_the_command_line_is_told(option: str, text: str, code: str, tmp_path: Path) -> None:
    """A condition or a value without its form, with an unknown key, and an unknown tag are errors."""
    path = csv_file(tmp_path, f"{HEADING},# notas", "uno,1,x,y")
    found, told = sourced(path, **{option: text if option == "convention" else [text]})
    assert found is None
    assert codes(told) == [code]
    assert told[0].message("es") and told[0].hints[0].text("es")


def test_a_table_needs_a_base_and_a_folder_has_none(tmp_path: Path) -> None:
    """What does not go together, what is no table, and what is not there are told."""
    path = csv_file(tmp_path, HEADING, "uno,1,x")
    assert codes(sourced(path, base=None)[1]) == ["E752"]
    assert codes(sourced(tmp_path, base=BASE)[1]) == ["E752"]
    assert codes(sourced(path, sheet="x")[1]) == ["E752"]
    assert codes(sourced(tmp_path / "no.csv")[1]) == ["E705"]
    assert codes(sourced(csv_file(tmp_path, "x", name="a.ods"))[1]) == ["E750"]
    assert codes(sourced(csv_file(tmp_path, "x", name="a.yaml"))[1]) == ["E750"]


# --- numbers and dates -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("convention", "key", "text", "read"),
    [
        ("es-ES", "fees.amount", "1.200", "1200"),
        ("es-ES", "fees.amount", "1.560,00 €", "1560.00"),
        ("es-ES", "fees.amount", "EUR 1 560,5", "1560.5"),
        ("es-ES", "fees.amount", "1.234.567,89", "1234567.89"),
        ("es-ES", "fees.amount", "1200.50", "E749"),
        ("es-ES", "fees.amount", "1,200", "E071"),
        ("es-ES", "fees.amount", "12.34.567", "E749"),
        ("es-ES", "fees.amount", "$5", "E749"),
        ("es-ES", "fees.amount", "-5,00", "E086"),
        ("es-ES", "fees.amount", "٣,٥", "E749"),
        ("es-MX", "fees.amount", "1,560.00", "1560.00"),
        ("es-MX", "fees.amount", "1.560,00", "E749"),
        ("en-US", "fees.amount", "1.560", "E071"),
        ("en-US", "date", "23/11/2026", "E079"),
        ("", "fees.amount", "1.200", "E072"),
        ("", "fees.amount", "1200.50", "1200.50"),
        ("es-ES", "fees.hours", "20,0", "20"),
        ("es-ES", "late_payment.suspend_after_days", "15,00", "15"),
        ("es-ES", "late_payment.suspend_after_days", "15,5", "E073"),
        ("es-ES", "date", "23/11/2026", "2026-11-23"),
        ("es-ES", "date", "3.9.2026", "2026-09-03"),
        ("en-US", "date", "11/23/2026", "2026-11-23"),
        ("en-US", "date", "2026-11-23", "2026-11-23"),
        ("es-ES", "date", "31/02/2026", "E079"),
        ("es-ES", "date", "23/11/26", "E749"),
        ("", "date", "23/11/2026", "E078"),
        ("es-ES", "client.legal_name", "1.200", "1.200"),
        ("es-ES", "client.address.postal_code", "08001", "08001"),
    ],
)
def test_numbers_and_dates_are_read_by_the_declared_convention(
    convention: str, key: str, text: str, read: str, tmp_path: Path
) -> None:
    """Only numbers, amounts and dates are; what another convention would write is refused."""
    (job,) = jobs(csv_file(tmp_path, f'id;number;{key}', f'uno;1;{text}'), convention=convention)
    found, faults = engagement(job)
    if read.startswith("E"):
        assert read in codes(faults)
        place = next(one for one in faults if one.code == read)
        assert place.related[0].text("en") == f"row 2, column `{key}` (cell C2)"
        assert ("H749.locale" in hints(place)) == (not convention)
        assert all(one.edit is None for one in place.hints)
        return
    leaf = value(found, key)
    assert str(getattr(leaf, "amount", leaf)) in (read, f"{read}.0")


def test_true_and_false_may_stand_as_spreadsheets_write_them(tmp_path: Path) -> None:
    """A spreadsheet makes VERDADERO of what is typed as true: where a boolean belongs it is one, a text it stays."""
    heading = "id,number,client.tax.withholds,client.legal_name"
    path = csv_file(tmp_path, heading, "a,1,FALSO,FALSO", "b,2,TRUE,x", "c,3,sí,x")
    first, second, third = jobs(path)
    told = engagement(first)[0]
    assert (value(told, "client.tax.withholds"), value(told, "client.legal_name")) == (False, "FALSO")
    assert value(engagement(second)[0], "client.tax.withholds") is True
    assert "E077" in codes(engagement(third)[1])


def test_a_finding_shows_the_cell_and_not_its_row(tmp_path: Path) -> None:
    """A row holds all that is known of a client: what is shown is the cell at fault, with row, key and cell told."""
    (job,) = jobs(csv_file(tmp_path, f"{HEADING},client.email,internal.notes", "uno,1,Ana,mal,a deber"))
    _, faults = engagement(job)
    (found,) = [one for one in prepare(faults) if one.diagnostic.code == "E066"]
    lines = as_text(found, "en", 100).plain.splitlines()
    assert lines[1].endswith("clientes.csv:2:11")
    assert lines[3:6] == ["2 |           mal", "  |           ^^^", "  = row 2, column `client.email` (cell D2)"]
    _, told = sourced(csv_file(tmp_path, f"{HEADING},internal.notes", "uno,1,Ana", "dos,,Eva,a deber"))
    assert not any("deber" in as_text(one, "es", 100).plain for one in prepare(told))


def test_a_place_in_a_workbook_is_a_cell(tmp_path: Path) -> None:
    """As spreadsheets name it."""
    _, told = sourced(xlsx_file(tmp_path, [HEAD, ("uno", "=A1", "x")]))
    (found,) = prepare(told)
    assert as_text(found, "es", 100).plain.splitlines()[1].endswith("clientes.xlsx:B2")


def test_a_secret_in_a_cell_is_found_and_not_shown(tmp_path: Path) -> None:
    """A cell is judged as a spec's leaf is; the finding has its place and not what it holds."""
    (job,) = jobs(csv_file(tmp_path, f"{HEADING},internal.notes", "uno,1,x,contraseña: hunter22"))
    _, faults = engagement(job)
    (found,) = [one for one in faults if one.code == "E128"]
    assert found.span is not None and (found.span.line, found.span.column) == (2, 9)
    assert "hunter" not in found.message("es") + str(found)
