"""What each command prints and writes, for people and as JSON."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.typing_in import LEVANTE, ROOT, spec, typed
from vadocs.diagnostics import Exit

NAME = "Contrato_Ceramicas-Levante_2026-031_v1"
FOLDER = "2026-031-ceramicas-levante"


# --- check -----------------------------------------------------------------------------------------


def test_check_judges_every_spec(here: Path) -> None:
    """A clean spec is named, one with errors shows them, and the exit code is the worst."""
    answer = typed("check", LEVANTE, spec(here, ("kind: company", "kind: compny")))
    assert answer.code is Exit.INPUT
    assert "examples/levante.vadocs.yaml: sin hallazgos" in answer.out
    assert "error[E081]" in answer.err


def test_check_tells_what_is_missing(here: Path) -> None:
    """A draft that lacks data is no error: what is missing is told all the same."""
    path = spec(here, ("signing: {place: Valencia, level: advanced}\n", ""))
    answer = typed("check", path)
    assert answer.code is Exit.DONE
    assert "faltan 2 datos:\n" in answer.err
    assert "\n  lugar de la firma (`signing.place`)\n" in answer.err
    assert "sin hallazgos" not in answer.out
    assert len(typed("check", path, "--json").objects[-1]["open_points"]) == 2


def test_what_is_missing_tells_whose_it_is(here: Path) -> None:
    """A datum that both parties lack counts twice, and each line says whose, and by which key."""
    ids = ("  tax_id: B12345674\n", ""), ("  tax_id: 12345678Z\n", "")
    path = spec(here, *ids)
    answer = typed("check", path)
    told = [line.strip() for line in answer.err.splitlines() if "identificador fiscal" in line]
    assert told == [
        "Cliente: identificador fiscal (`client.tax_id`)",
        "Parte Prestadora: identificador fiscal (`provider.tax_id`)",
    ]
    assert "faltan 2 datos:" in answer.err


def test_check_writes_nothing(here: Path) -> None:
    """The folder is as empty after as before."""
    typed("check", LEVANTE)
    assert not list(here.iterdir())


def test_two_specs_of_one_number_clash(here: Path) -> None:
    """Two specs with the same number are an error; the same spec typed twice, by whatever path, counts once."""
    first, second = spec(here, name="a.vadocs.yaml"), spec(here, name="b.vadocs.yaml")
    assert typed("check", first, second).code is Exit.INPUT
    assert len(typed("check", first, "a.vadocs.yaml", "./a.vadocs.yaml", "--json").objects) == 1


def test_a_folder_stands_for_its_specs(here: Path) -> None:
    """`check FOLDER` judges the folder's specs, by name, and no other YAML file."""
    (here / "data").mkdir()
    spec(here / "data", name="b.vadocs.yaml")
    spec(here / "data", ("number: 2026-031", "number: X-1"), ("id: 2026-031", "id: x-1"), name="a.vadocs.yaml")
    (here / "data" / "other.yaml").write_text("not a spec")
    files = [o["file"] for o in typed("check", "data", "--json").objects]
    assert files == ["data/a.vadocs.yaml", "data/b.vadocs.yaml"]
    assert typed("plan", ROOT / "examples").code is Exit.USAGE
    (here / "data" / "a.vadocs.yaml").unlink()
    assert typed("plan", "data").code is Exit.DONE


# --- render ----------------------------------------------------------------------------------------


def test_render_prints_the_paths_it_wrote(here: Path) -> None:
    """One line a file with its pages; the note that it is a draft goes to standard error."""
    answer = typed("render", LEVANTE)
    assert answer.code is Exit.DONE
    paths = [line.split("  (")[0] for line in answer.out.splitlines()]
    assert paths == [f"out/{FOLDER}/{NAME}.docx", f"out/{FOLDER}/{NAME}.pdf"]
    assert all((here / path).stat().st_size > 10_000 for path in paths)
    assert all(line.endswith(" páginas)") for line in answer.out.splitlines())
    assert "Es un borrador" in answer.err
    assert sorted(p.name for p in (here / "out" / FOLDER).iterdir()) == [f"{NAME}.docx", f"{NAME}.pdf", "manifest.json"]


def test_render_as_json(here: Path) -> None:
    """A line a file, then one for the spec; nothing on standard error."""
    answer = typed("render", LEVANTE, "--formats", "native", "--out", "elsewhere", "--json")
    file, summary = answer.objects
    assert file["kind"] == "file"
    assert file["file"] == f"elsewhere/{FOLDER}/{NAME}.native"
    assert (file["document"], file["format"]) == ("contract", "native")
    assert file["pages"] > 5
    counts = {"errors": 0, "warnings": 0, "accepted": 0, "open_points": [], "to_confirm": []}
    assert summary == {"kind": "spec", "file": str(LEVANTE), **counts}
    assert not answer.err


def test_formats_and_documents_are_lists(here: Path) -> None:
    """Spaces, capitals and repetitions in a list do no harm."""
    answer = typed("render", LEVANTE, "--formats", " Native,native, ", "--documents", "CONTRACT")
    assert answer.code is Exit.DONE
    assert len(answer.out.splitlines()) == 1


def test_a_file_changed_by_hand_is_kept_unless_told(here: Path) -> None:
    """The second run leaves what was edited alone, says so, and writes nothing; `--replace` overwrites."""
    typed("render", LEVANTE, "--formats", "native")
    file = here / "out" / FOLDER / f"{NAME}.native"
    file.write_text("mine")
    answer = typed("render", LEVANTE, "--formats", "native")
    assert answer.code is Exit.INPUT
    assert "error[E600]" in answer.err
    assert "levante.vadocs.yaml: no se ha escrito nada" in answer.err
    assert "borrador" not in answer.err
    assert file.read_text() == "mine"
    assert typed("render", LEVANTE, "--formats", "native", "--replace").code is Exit.DONE
    assert file.read_text() != "mine"


def test_one_format_after_the_other(here: Path) -> None:
    """A format written earlier is still ours to renew after a run for another one."""
    for name in ("native", "docx", "native"):
        assert typed("render", LEVANTE, "--formats", name).code is Exit.DONE
    manifest = json.loads((here / "out" / FOLDER / "manifest.json").read_text())
    assert [entry["format"] for entry in manifest["files"]] == ["native", "docx"]


def test_a_spec_with_errors_keeps_only_its_own_from_being_written(here: Path) -> None:
    """Of two specs, the sound one is written, and the exit code tells of the other."""
    answer = typed("render", spec(here, ("kind: company", "kind: compny")), LEVANTE, "--formats", "native")
    assert answer.code is Exit.INPUT
    assert len(answer.out.splitlines()) == 1
    assert "no se ha escrito nada" in answer.err


def test_an_unknown_look_is_told_with_those_there_are() -> None:
    """A look that does not exist is an error that names the looks."""
    answer = typed("render", LEVANTE, "--look", "nada")
    assert answer.code is Exit.INPUT
    assert "error[E707]: no existe el aspecto `nada`" in answer.err
    assert "puede ser: `calido`, `compacto`, `sobrio`" in answer.err


# --- plan ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [80, 60])
def test_plan_fits_a_terminal(columns: int) -> None:
    """No line is wider than the terminal, and no file's path is broken in two."""
    answer = typed("plan", LEVANTE, columns=columns)
    lines = [line for line in answer.out.splitlines() if not line.startswith("\x1b[1m")]
    assert max(map(cell_len, lines)) <= columns
    assert not any(line != line.rstrip() for line in lines)
    assert any(line.startswith("línea 17") for line in lines)


def test_plan_into_a_pipe_is_a_line_for_each() -> None:
    """A clause or a value is one line, whatever its length, so that grep finds it whole."""
    lines = typed("plan", LEVANTE).out.splitlines()
    assert any(line.startswith("fees-retainer  ") and line.endswith("`retainer`") for line in lines)
    assert any(line.endswith("  client.legal_name: Cerámicas Levante, S.L.") for line in lines)
    assert any(line.startswith("insurance  ") and "`insurance given`" in line for line in lines)


def test_plan_as_json() -> None:
    """Clauses, omissions and values, each an object that says what it is and where it comes from."""
    objects = typed("plan", LEVANTE, "--json").objects
    kinds = {kind: [o for o in objects if o["kind"] == kind] for kind in ("clause", "omitted", "value")}
    assert sum(map(len, kinds.values())) == len(objects)
    assert kinds["clause"][0].keys() == {"kind", "document", "clause", "edition", "text", "layer", "reason"}
    assert {"kind", "document", "clause", "reason"} == kinds["omitted"][0].keys()
    (number,) = [o for o in kinds["value"] if o["key"] == "number"]
    assert number == {
        "kind": "value", "key": "number", "value": "2026-031", "origin": "spec", "file": str(LEVANTE), "line": 5,
    }  # fmt: skip


# --- schema, clauses, template ---------------------------------------------------------------------


@pytest.mark.parametrize("what", ["engagement", "practice", "clause", "niche"])
def test_schema_prints_the_schema(what: str) -> None:
    """The output is JSON and a draft-07 schema; the engagement's is the one committed."""
    text = typed("schema", what).out
    assert json.loads(text)["$schema"] == "http://json-schema.org/draft-07/schema#"
    committed = ROOT / "schema" / f"{what}.schema.json"
    assert json.loads(text) == json.loads(committed.read_text(encoding="utf-8"))


def test_clauses_list() -> None:
    """Every bundled clause by id, with its title in the screen's language."""
    answer = typed("clauses", "list")
    folders = {path.parent.name for path in (ROOT / "clauses").glob("*/clause.yaml")}
    assert {line.split("  ")[0] for line in answer.out.splitlines()[1:]} == folders
    assert "Confidencialidad" in answer.out
    assert "Confidentiality" in typed("clauses", "list", language="en").out
    objects = typed("clauses", "list", "--json").objects
    assert {o["id"] for o in objects} == folders
    assert objects[0].keys() == {"kind", "id", "edition", "title", "placement", "bundled", "texts"}


def test_clauses_show() -> None:
    """A clause with its summary, parameters, sources, its state of review, and its text in the screen's language."""
    answer = typed("clauses", "show", "confidentiality")
    assert answer.code is Exit.DONE
    text = (ROOT / "clauses" / "confidentiality" / "es.md").read_text(encoding="utf-8").strip()
    assert text in answer.out
    assert "Sin revisión de la abogacía." in answer.out
    assert "confidentiality.years_after" in answer.out
    assert "# Confidentiality" in typed("clauses", "show", "confidentiality", language="en").out
    (shown,) = typed("clauses", "show", "confidentiality", "--json").objects
    assert shown["parameters"] == ["confidentiality.years_after"]
    assert shown["texts"]["es"].endswith("clauses/confidentiality/es.md")


def test_clauses_show_keys_that_a_spec_may_have() -> None:
    """A parameter that belongs to another section has that section's key, and what the vocabulary says of it."""
    answer = typed("clauses", "show", "ending")
    assert "ending.term" not in answer.out
    (row,) = (line for line in answer.out.splitlines() if line.startswith("term.notice_days"))
    assert row.split(maxsplit=2)[1] == "30" and len(row.split()) > 3
    (shown,) = typed("clauses", "show", "ending", "--json").objects
    assert "term.notice_days" in shown["parameters"]


def test_clauses_show_sources() -> None:
    """Each source in the screen's language with its address; one that nobody opened says so. JSON has them too."""
    asked = ("clauses", "show", "substitution-subcontracting")
    spanish, english = (typed(*asked, language=code).out for code in ("es", "en"))
    assert "  España, Ley 20/2007, art. 11: condiciones del TRADE  https://cudosconsultors.com/es/trade/\n" in spanish
    assert "  Peru, Civil Code, art. 1766: helpers  https://spij.minjus.gob.pe  (not opened)\n" in english
    assert "  Text on the trade: the virtual executive assistant\n" in english
    (shown,) = typed(*asked, "--json").objects
    assert [one["source_read"] for one in shown["sources"]] == [True, True, False, True, True]
    assert shown["sources"][2]["url"] == "https://spij.minjus.gob.pe" and shown["sources"][3]["url"] is None


def test_every_clause_can_be_shown_in_both_languages() -> None:
    """No clause lacks what `show` prints."""
    for id in sorted(path.parent.name for path in (ROOT / "clauses").glob("*/clause.yaml")):
        for language in ("es", "en"):
            answer = typed("clauses", "show", id, language=language)
            assert answer.code is Exit.DONE
            assert f"({id}, " in answer.out


def test_template_list_and_check() -> None:
    """The bundled looks are listed and without findings; a file that is no template has them."""
    assert typed("template", "list").out == "calido  (del paquete)\ncompacto  (del paquete)\nsobrio  (del paquete)\n"
    looks = typed("template", "list", "--json").objects
    assert [look["name"] for look in looks] == ["calido", "compacto", "sobrio"]
    for look in looks:
        assert look["bundled"] is True
        assert typed("template", "check", look["file"]).code is Exit.DONE
    answer = typed("template", "check", LEVANTE)
    assert answer.code is Exit.INPUT
    assert answer.err.startswith("error[E5")


def test_check_finds_what_no_page_can_show(here: Path) -> None:
    """A character that the look's faces lack is told by `check`, before anything is rendered."""
    answer = typed("check", spec(here, ("Marta Ruiz Pardo", "Marta 日本 Pardo")), "--json")
    assert answer.code is Exit.INPUT
    assert "E550" in answer.codes
