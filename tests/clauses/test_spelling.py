"""Spelling: what is asked of the dictionaries, and where what they do not know is told."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.clauses.words import made
from vadocs.cli import hunspell
from vadocs.diagnostics import Diagnostic, Report
from vadocs.lint.spelling import check_spelling
from vadocs.model.clause import Clause
from vadocs.model.library import Library
from vadocs.readers.library import read_words

asked: list[tuple[str, str, tuple[str, ...]]] = []


def speller(language: str, law: str, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Knows all words but three."""
    asked.append((language, law, tuple(words)))
    wrong: dict[str, tuple[str, ...]] = {"pagop": ("pago",), "Bizum": (), "vá": ("va", "ya")}
    return {word: wrong[word] for word in words if word in wrong}


def found(clause: Clause, source: str, known: Sequence[str] = ()) -> list[Diagnostic]:
    """What is told of a clause of one text."""
    asked.clear()
    report = Report()
    (text,) = clause.texts.values()
    library = Library({"x": clause}, {}, {}, {}, {})
    check_spelling(library, {text.file: source}, known, speller, report)
    return list(report)


def test_a_word_that_no_dictionary_knows_is_told_at_its_place() -> None:
    """Line and column, what was perhaps meant, an edit where it is one word; each word once a text."""
    written = "El pagop, por Bizum,\nvá. El pagop."
    told = found(made("es", written), f"# T\n\n{written}")
    places = [(d.code, dict(d.args)["word"], d.span and (d.span.line, d.span.column)) for d in told]
    assert places == [("W955", "pagop", (3, 4)), ("W955", "Bizum", (3, 15)), ("W955", "vá", (4, 1))]
    assert [h.id for h in told[0].hints] == ["H955", "H955.own"]
    assert told[0].hints[0].edit is not None and told[0].hints[0].edit.replacement == "pago"
    assert [h.id for h in told[1].hints] == ["H955.own"]
    assert told[2].hints[0].edit is None and dict(told[2].hints[0].args)["list"] == "va, ya"


def test_own_words_are_known_letter_for_letter() -> None:
    """A word of the library's list is not asked for; in other letter case it is."""
    assert [dict(d.args)["word"] for d in found(made("es", "Bizum"), "# T\n\nBizum", ["Bizum", "T"])] == []
    assert len(found(made("es", "Bizum"), "# T\n\nBizum", ["bizum"])) == 1


def test_only_words_are_asked_for() -> None:
    """No names of values, anchors, directives or single letters; curly apostrophes are straight; the law is told."""
    written = "La {{ pagop.pagop }} the client’s 3 a e-mail IVA 21. {#pagop}"
    found(made("es", written, "es@PE"), f"# T\n\n{written}")
    assert asked == [("es", "PE", ("IVA", "La", "client's", "mail", "the"))]


def test_titles_and_summaries_are_asked_for_too() -> None:
    """Each in its language, told at the clause."""
    clause = made("es", "Va.", title={"es": "El pagop", "en": "The payment"})
    told = found(clause, "# T\n\nVa.")
    assert [d.span for d in told] == [clause.span]
    assert [(language, words) for language, _, words in asked] == [
        ("es", ("El", "Va", "pagop")),
        ("en", ("The", "payment")),
    ]


def test_the_list_of_own_words(tmp_path: Path) -> None:
    """Comments and empty lines are none; every folder's list counts; a folder without one adds nothing."""
    (tmp_path / "words.txt").write_text("# comentario\nBizum\n\n Trello \n", encoding="utf-8")
    assert read_words([tmp_path, tmp_path / "none"]) == {"Bizum", "Trello"}


def test_hunspell_is_asked_once_for_all_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pipe's answer is read: known words, suggestions, none; a country's dictionary may know what Spain's lacks."""
    calls: list[Any] = []

    def run(command: list[str], **more: Any) -> subprocess.CompletedProcess[bytes]:
        calls.append((command[command.index("-d") + 1], more["input"].decode().split()))
        answers = {
            "es_ES": "@(#) x\n*\n\n& pagop 2 1: pago, pagos\n\n# locación 1\n\n",
            "es_PE": "@(#) x\n& pagop 1 1: pago\n\n*\n\n",
        }
        name = calls[-1][0]
        return subprocess.CompletedProcess(command, 0 if name in answers else 1, answers.get(name, "").encode(), b"")

    monkeypatch.setattr(subprocess, "run", run)
    hunspell._general.cache_clear()
    words = ["casa", "pagop", "locación"]
    assert hunspell.unknown("es", "", words) == {"pagop": ("pago", "pagos"), "locación": ()}
    assert calls[-1] == ("es_ES", ["^casa", "^pagop", "^locación"])
    assert hunspell.unknown("es", "PE", words) == {"pagop": ("pago", "pagos")}
    assert calls[-1] == ("es_PE", ["^pagop", "^locación"])
    assert hunspell.unknown("es", "XX", words).keys() == {"pagop", "locación"}
    hunspell._general.cache_clear()


def test_what_is_missing_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program, or without a dictionary, spelling is not checked, and a note says so."""
    report = Report()
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert not hunspell.found(report)
    assert [d.code for d in report] == ["N955"]
    monkeypatch.setattr("shutil.which", lambda name: "/bin/" + name)
    monkeypatch.setattr(hunspell, "_general", lambda language: None if language == "en" else "es_ES")
    report = Report()
    assert not hunspell.found(report)
    assert [(d.code, dict(d.args)) for d in report] == [("N956", {"name": "en_US"})]


def test_hunspell_itself_answers_so(hunspell: Any) -> None:
    """The real program, where it is installed: a misspelt word with suggestions, none for right ones."""
    from vadocs.cli import hunspell as ours

    assert ours.found(Report())
    assert ours.unknown("es", "", ["casa", "contrto"])["contrto"]
    assert ours.unknown("es", "PE", ["casa", "día"]) == {}
    assert "agrement" in ours.unknown("en", "CO", ["agrement", "agreement", "client's"])
