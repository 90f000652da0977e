"""Lays the pages of one language side by side, as the site shows them.

The pages stand in `docs/` and in `docs/es/` and `docs/en/`, where their links work for who reads them in the
repository; the navigation of a language (`es.toml`, `en.toml`) names those that it shows.
"""

import re
import shutil
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any

from docs.site.reference import pages

HERE = Path(__file__).parent
DOCS = HERE.parent
ROOT = DOCS.parent
LANGUAGES = ("es", "en")
_LINK = re.compile(r"(\]\()([^)\s#:]+)((?:#[^)\s]*)?\))")
_OTHER_LANGUAGE = re.compile(r"^\*?\(?(?:English|En español|En inglés|Spanish): .*\n+", re.MULTILINE)
"""The line of a page that leads to its twin: the site has a switch for that."""


def navigation(language: str) -> dict[str, str]:
    """The pages that the site of a language shows: file in the site, and the title it has there."""
    return dict(_flat(tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))["project"]["nav"]))


def _flat(entries: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """File and title of each page of a navigation of any depth, in order."""
    found = []
    for entry in entries:
        for title, below in entry.items():
            found += [(below, title)] if isinstance(below, str) else _flat(below)
    return found


def source(language: str, name: str) -> Path:
    """Where the page called `name` in the site stands in the repository: with its language's, or in `docs/`."""
    own = DOCS / language / name
    return own if own.is_file() else DOCS / name


def twins(language: str) -> dict[str, str]:
    """Where each page of a language leads in the other: the path from the top of its site to the page of that place."""
    other = next(one for one in LANGUAGES if one != language)
    below = PurePosixPath(".." if other == LANGUAGES[0] else other)
    names = zip(navigation(language), navigation(other), strict=True)
    return {own: str((below / twin).with_suffix(".html")) for own, twin in names}


def stage(language: str, target: Path) -> None:
    """Write the pages of a language, those told from the code, and what they link to or show, into `target`."""
    made, led = pages(language), twins(language)
    for name, text in made.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(_headed(text, led[name]), encoding="utf-8")
    for name in navigation(language).keys() - made.keys():
        page = source(language, name)
        text = _OTHER_LANGUAGE.sub("", page.read_text(encoding="utf-8"))
        text = _LINK.sub(lambda found, page=page: found[1] + _staged(page, found[2], target) + found[3], text)  # type: ignore[misc]
        (target / name).write_text(_headed(text, led[name]), encoding="utf-8")


def _headed(text: str, twin: str) -> str:
    """A page with what the theme asks of it: where the switch of languages leads."""
    return f"---\ntwin: {twin}\n---\n\n{text}"


def _staged(page: Path, link: str, target: Path) -> str:
    """What a link of `page` is in the site; a file that it leads to is copied there.

    What is no page of ours keeps its path below the repository; a folder is shown by a list of its files.
    """
    led = (page.parent / link).resolve()
    if (led.suffix == ".md" and led.is_relative_to(DOCS)) or not led.exists():
        return str(PurePosixPath(*[part for part in Path(link).parts if part not in ("..", *LANGUAGES)]))
    below = led.relative_to(DOCS if led.is_relative_to(DOCS) else ROOT)
    if led.is_file():
        copy = target / below
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(led, copy)
    return below.as_posix()
