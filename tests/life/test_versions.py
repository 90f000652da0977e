"""Versions, drafts and finals, one format after the other, other names."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.life.folder import FORMATS, edition, file, held, manifest, outputs, saved
from vadocs.diagnostics import Report
from vadocs.outputs import save


@pytest.fixture
def final(tmp_path: Path) -> Path:
    """A folder with a final version 1 of the content "one"."""
    assert saved(tmp_path, "one", status="final") == []
    return tmp_path


def test_a_final_again_is_byte_equal(final: Path) -> None:
    """The same content of a final version may be written again, in one format or both, also where it is gone."""
    before = held(final)
    assert saved(final, "one", status="final") == []
    (final / file("pdf")).unlink()
    assert saved(final, "one", status="final", formats=("pdf",)) == []
    assert held(final) == before


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("formats", [FORMATS, ("docx",), ("pdf",), ("native",)])
@pytest.mark.parametrize("status", ["final", "draft"])
def test_a_final_does_not_change(final: Path, status: str, formats: tuple[str, ...], replace: bool) -> None:
    """No other content, in whatever format, not as a draft, not when asked to replace."""
    before = held(final)
    assert saved(final, "two", status=status, formats=formats, replace=replace) == ["E601"]
    assert held(final) == before


@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("first", FORMATS)
def test_a_final_in_one_format_fixes_the_others(tmp_path: Path, first: str, gone: bool) -> None:
    """A final written as PDF alone is not written as Word with another content; with the same it is."""
    saved(tmp_path, "one", status="final", formats=(first,))
    if gone:
        (tmp_path / file(first)).unlink()
    (second,) = set(FORMATS) - {first}
    assert saved(tmp_path, "two", status="final", formats=(second,)) == ["E601"]
    assert saved(tmp_path, "one", status="final", formats=(second,)) == []


def test_a_final_of_the_same_content_is_no_draft(final: Path) -> None:
    """Going back to draft under the same version is refused even where the text is the same: a draft says so."""
    assert saved(final, "one", status="draft") == ["E601"]


def test_a_final_does_not_change_its_look(final: Path) -> None:
    """Other bytes of the same text in the same format are another document."""
    report = Report()
    (pdf,) = outputs("one", formats=("pdf",))
    other = type(pdf)(pdf.document, pdf.format, pdf.file, b"restyled", pdf.pages, pdf.text_sha256)
    assert not save(final, [other], edition(status="final"), replace=True, report=report)
    assert [d.code for d in report] == ["E601"]


def test_a_final_does_not_change_under_another_name(final: Path) -> None:
    """Another client's name or number gives other file names; the version stays final."""
    assert saved(final, "two", status="final", client="B") == ["E601"]
    assert saved(final, "two", status="draft", number="2") == ["E601"]


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_message_says_what_to_do(final: Path, language: str) -> None:
    """The advice names `version` and the first number that is free."""
    saved(final, "two", version=2, status="final")
    saved(final, "three", version=3)
    report = Report()
    save(final, outputs("four", version=2), edition(2, "final"), replace=False, report=report)
    (found,) = report
    assert found.message(language)
    assert "`version`" in found.hints[0].text(language)
    assert "4" in found.hints[0].text(language)


def test_a_raised_version_leaves_the_earlier_one_alone(final: Path) -> None:
    """The files of version 1 stay as they are and on record, and final, whatever comes after."""
    first = held(final)
    for content in ("two", "three"):
        assert saved(final, content, version=2) == []
    assert {name: held(final)[name] for name in first} == first
    known = manifest(final)
    assert known.edition.version == 2
    assert {(r.version, r.status) for r in known.records} == {(1, "final"), (2, "draft")}
    assert saved(final, "changed", version=1, replace=True) == ["E601"]
    assert saved(final, "one", version=1, status="final") == []
    assert {(r.version, r.status) for r in manifest(final).records} == {(1, "final"), (2, "draft")}


def test_a_draft_becomes_final(tmp_path: Path) -> None:
    """A draft gives way to the final of its version; a format left as a draft is named."""
    saved(tmp_path, "one")
    assert saved(tmp_path, "one!", status="final", formats=("pdf",)) == ["N600"]
    assert {(r.format, r.status) for r in manifest(tmp_path).records} == {("pdf", "final"), ("docx", "draft")}
    assert saved(tmp_path, "one!", status="final") == []
    assert {r.status for r in manifest(tmp_path).records} == {"final"}


def test_a_run_for_one_format_forgets_no_other(tmp_path: Path) -> None:
    """Files of an earlier run stay on record, so that the next run may renew them; one that is older is named."""
    for format in ("docx", "pdf", "docx"):
        assert saved(tmp_path, "one", formats=(format,)) == []
    assert [r.format for r in manifest(tmp_path).records] == ["docx", "pdf"]
    assert saved(tmp_path, "two", formats=("docx",)) == ["N600"]
    assert saved(tmp_path, "two") == []


def test_a_draft_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    """The record of a deleted draft goes with the next run; a file that someone puts there is then theirs."""
    saved(tmp_path, "one")
    (tmp_path / file("docx")).unlink()
    assert saved(tmp_path, "two", formats=("pdf",)) == []
    assert [r.format for r in manifest(tmp_path).records] == ["pdf"]


@pytest.mark.parametrize("change", [{"client": "B"}, {"client": "B", "number": "2"}])
def test_files_of_an_earlier_name_are_named_and_kept(tmp_path: Path, change: dict[str, str]) -> None:
    """Another client's name or number: the old files stay, each is named in a note, until they are deleted."""
    saved(tmp_path, "one")
    old = held(tmp_path)
    for content in ("two", "three"):
        report = Report()
        client, number = change["client"], change.get("number", "1")
        assert save(tmp_path, outputs(content, client=client), edition(number=number), replace=False, report=report)
        assert [dict(d.args)["file"] for d in report] == [str(tmp_path / name) for name in sorted(old)]
        assert {d.code for d in report} == {"N600"}
    assert {name: held(tmp_path)[name] for name in old} == old
    for name in old:
        (tmp_path / name).unlink()
    assert saved(tmp_path, "three", **change) == []  # type: ignore[arg-type]
    assert {r.file for r in manifest(tmp_path).records} == set(held(tmp_path))


def test_a_name_taken_back_is_still_ours(tmp_path: Path) -> None:
    """Who changes the client's name and back again may renew the first files."""
    saved(tmp_path, "one")
    saved(tmp_path, "two", client="B")
    assert saved(tmp_path, "three") == ["N600", "N600"]


def test_a_final_packet_leaves_one_of_other_documents_alone(tmp_path: Path) -> None:
    """It is written beside it, under its own name; in its place, or of the same documents otherwise, it is not."""

    def codes(name: str, text: str, *parts: str) -> list[str]:
        report = Report()
        (given,) = outputs(text, formats=("pdf",))
        save(tmp_path, [replace(given, document="packet", file=name, parts=parts)], edition(status="final"),
             replace=True, report=report)  # fmt: skip
        return [one.code for one in report]

    assert codes("a.pdf", "one", "contract", "proposal") == []
    assert codes("b.pdf", "two", "contract") == []
    assert codes("a.pdf", "three", "contract") == ["E601"]
    assert codes("c.pdf", "three", "contract") == ["E601"]
    assert (tmp_path / "a.pdf").is_file() and (tmp_path / "b.pdf").is_file() and not (tmp_path / "c.pdf").exists()
