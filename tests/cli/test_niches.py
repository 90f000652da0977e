"""`vadocs niches`: the list, one niche with its risks and what to paste, for people and as JSON."""

from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, ROOT, spec, typed
from vadocs.diagnostics import Exit

IDS = sorted(path.stem for path in (ROOT / "clauses" / "niches").glob("*.yaml"))


def test_list() -> None:
    """Every niche by id, with title and family in the screen's language, and the clauses that it touches."""
    answer = typed("niches", "list")
    assert answer.code is Exit.DONE
    lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == IDS
    (social,) = [line for line in lines if line.startswith("social-media ")]
    assert "Redes sociales" in social and "creativa" in social and "content-publication" in social
    assert "Social media" in typed("niches", "list", language="en").out
    objects = typed("niches", "list", "--json").objects
    assert [o["id"] for o in objects] == IDS
    assert {"kind", "id", "title", "family", "regulated", "add", "replace", "remove", "parameters"} == objects[0].keys()


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("id", IDS)
def test_every_niche_can_be_shown(id: str, language: str) -> None:
    """Changes, risks, and YAML that begins with the services, each naming its niche."""
    answer = typed("niches", "show", id, language=language)
    assert answer.code is Exit.DONE
    assert not answer.err
    assert f"({id})" in answer.out.splitlines()[0]
    assert "\nservices:\n  - task: " in answer.out
    assert f"\n    niche: {id}\n" in answer.out
    assert "\n  ! " in answer.out


def test_show_tells_changes_and_risks_before_what_is_pasted() -> None:
    """Risks are said to be for the reader alone and are no part of the YAML."""
    out = typed("niches", "show", "bookkeeping").out
    assert "+ regulated-acts" in out
    assert "~ regulated-acts: fields = tax" in out
    assert "Se acerca a actos" in out
    pasted = out.split("Para pegar", 1)
    assert "no salen en ningún documento" in pasted[0]
    assert "claves de pago" in pasted[0] and "claves de pago" not in pasted[1]


def test_show_as_json() -> None:
    """One object with everything in both languages, and the YAML of the screen's language."""
    (shown,) = typed("niches", "show", "transcription", "--json", language="en").objects
    assert (shown["kind"], shown["id"], shown["regulated"]) == ("niche", "transcription", None)
    assert shown["scope"][0]["volume"] == {"quantity": "120", "unit": "minute-of-audio"}
    assert set(shown["risks"][0]["text"]) == {"es", "en"}
    assert shown["snippet"].startswith('services:\n  - task: "Transcription of audio or video"')


def test_what_is_shown_can_be_pasted_whole(here: Path) -> None:
    """The YAML put in the place of a spec's own services and exclusions leaves `check` without findings."""
    (shown,) = typed("niches", "show", "inbox", "--json").objects
    text = LEVANTE.read_text(encoding="utf-8")
    start, end = text.index("services:\n"), text.index("\nworking_time:")
    path = here / "inbox.vadocs.yaml"
    path.write_text(text[:start] + shown["snippet"] + text[end:], encoding="utf-8")
    answer = typed("check", path)
    assert answer.code is Exit.DONE
    assert "sin hallazgos" in answer.out


def test_an_unknown_niche_is_told_with_the_one_that_was_meant() -> None:
    """A slip in the name is a fault of usage."""
    answer = typed("niches", "show", "social-medi")
    assert answer.code is Exit.USAGE
    assert "error[E905]: no existe el nicho `social-medi`" in answer.err
    assert "¿quizá `social-media`?" in answer.err


@pytest.mark.parametrize("group", ["niches", "clauses"])
def test_a_name_like_none_is_answered_with_the_list(group: str) -> None:
    """Where no name is near, the command that lists them is told."""
    assert f"lo que hay lo enseña `vadocs {group} list`" in typed(group, "show", "zzz").err
    assert f"`vadocs {group} list` shows those there are" in typed(group, "show", "zzz", language="en").err


def test_a_workspace_brings_its_own(here: Path) -> None:
    """A niche of the workspace stands in the list, and one of the same id in the place of the bundled one."""
    (here / "practice.yaml").write_text("")
    folder = here / "clauses" / "niches"
    folder.mkdir(parents=True)
    (folder / "inbox.yaml").write_text("id: inbox\ntitle: {es: Mi buzón, en: My inbox}\nadd: [insurance]\n")
    spec(here)
    objects = {o["id"]: o for o in typed("niches", "list", "--json").objects}
    assert sorted(objects) == IDS
    assert objects["inbox"]["title"]["es"] == "Mi buzón"
    assert typed("niches", "show", "inbox").code is Exit.DONE
