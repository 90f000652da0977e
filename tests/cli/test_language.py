"""Which language the screen speaks, and that the catalogue holds all it says."""

import re
from pathlib import Path

import pytest

from vadocs.catalogue import LANGUAGES, messages, say
from vadocs.catalogue.cli import MESSAGES
from vadocs.cli.screen import screen_language

CLI = Path(__file__).parents[2] / "vadocs" / "cli"


@pytest.mark.parametrize(
    ("option", "environment", "language"),
    [
        ("en", {"VADOCS_LANG": "es", "LANG": "es_ES.UTF-8"}, "en"),
        ("EN", {}, "en"),
        (None, {"VADOCS_LANG": "en", "LC_ALL": "es_ES.UTF-8"}, "en"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "es_ES.UTF-8"}, "en"),
        (None, {"LC_MESSAGES": "es_PE", "LANG": "en_US"}, "es"),
        (None, {"LANG": "en-US"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "es"),
        (None, {"LANG": "est_EE.UTF-8"}, "es"),
        (None, {"LC_ALL": "enm"}, "es"),
        (None, {"VADOCS_LANG": "xx", "LANG": "fr_FR.UTF-8"}, "es"),
        (None, {}, "es"),
        ("xx", {"LANG": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_language_of_the_screen(option: str | None, environment: dict[str, str], language: str) -> None:
    """`--lang`, then VADOCS_LANG, then the locale, then Spanish; what names neither language is passed over."""
    assert screen_language(option, environment) == language


def test_the_catalogue_and_the_command_line_agree() -> None:
    """Every id that the command line names has its texts, and no text stands there that nothing names."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CLI.rglob("*.py")))
    text += "\n".join(path.read_text(encoding="utf-8") for path in sorted((CLI.parent / "build").glob("*.py")))
    named = set(re.findall(r"""["']((?:cli|origin)\.[a-z_.]+|[EH]7\d\d)["']""", text))
    assert len(named) > 60
    assert named - {"cli."} <= messages().keys() | {f"{id}.one" for id in messages()}
    # Ids that are put together: heads of tables, severities, origins, help of commands, the system's errors.
    heads = {f"cli.{name}" for name in re.findall(r'"([a-z_]+)"', text)}
    built = r"os\.E.*|origin\..*|cli\.(clauses|completion|doctor|kind|layer|template)\..*|cli\.(error|warning|note)"
    built += r"|.*reviewed_by_a_lawyer|.*\.one"
    ours = MESSAGES.keys() | {id for id in messages() if id.startswith("cli.")}
    assert not {id for id in ours if id not in named | heads and not re.fullmatch(built, id)}


def test_both_languages_take_the_same_arguments() -> None:
    """A text has its placeholders in Spanish and in English, and neither text is empty."""
    for id, texts in MESSAGES.items():
        assert len(texts) == len(LANGUAGES) and all(texts), id
        spanish, english = ({*re.findall(r"\{\w+\}", text)} for text in texts)
        assert spanish == english, id


def test_values_are_not_searched_for_placeholders() -> None:
    """A stranger's text with another placeholder's name in it is said as it stands."""
    said = say("E680", "en", {"file": "a.pdf", "key": "notes", "wanted": "{found}", "found": "{file}"})
    assert "{found}" in said and "{file}" in said and "a.pdf" in said
