"""The site: it is built without a warning, holds every page, and asks nothing of the network."""

import re
import subprocess
from pathlib import Path

import pytest

from docs.site import building, staging
from docs.site.reference import pages
from docs.site.staging import DOCS, LANGUAGES, ROOT, navigation, source
from docs.site.words import WORDS
from vadocs.diagnostics import Exit
from vadocs.lint.rules.table import RULES

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` does, where a warning is an error."""
    folder = tmp_path_factory.mktemp("site") / "site"
    building.build(folder)
    return folder


def test_every_page_of_the_navigation_is_built(site: Path) -> None:
    """Both languages have their pages, each with its own heading, in its own language."""
    for language, folder in (("es", site), ("en", site / "en")):
        names = navigation(language)
        assert len(names) > 25
        for name in names:
            html = (folder / name).with_suffix(".html").read_text(encoding="utf-8")
            assert f'<html lang="{language}"' in html and "<h1" in html, name


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No page takes a script, a style, a font or a picture from another machine."""
    taken = r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//|<link[^>]+(?:stylesheet|preconnect)[^>]+(?:https?:)?//'
    found = [page.name for page in site.rglob("*.html") if re.search(taken, page.read_text(encoding="utf-8"))]
    assert found == []


def test_the_switch_of_languages_leads_to_the_same_page(site: Path) -> None:
    """Each page leads to its twin in the other language, which leads back to it."""

    def twin(page: Path, language: str) -> Path:
        link = re.search(rf'<a href="([^"]+)" hreflang="{language}"', page.read_text(encoding="utf-8"))
        assert link is not None, page
        return (page.parent / link[1]).resolve()

    for name, other in zip(navigation("es"), navigation("en"), strict=True):
        spanish, english = ((site / name).with_suffix(".html"), (site / "en" / other).with_suffix(".html"))
        assert (twin(spanish, "en"), twin(english, "es")) == (english.resolve(), spanish.resolve())


def test_steps_are_counted_on_behind_a_command(site: Path) -> None:
    """Steps with commands between them have the numbers that they have in the Markdown."""
    lists = re.findall(r'<ol(?: start="(\d+)")?>', (site / "aspecto.html").read_text(encoding="utf-8"))
    assert lists == ["", "2", "4"]


def test_a_page_that_is_not_there_says_so_in_its_language(site: Path) -> None:
    """Each language has a page of its own for what is not found, whose links lead somewhere from any address."""
    assert "Esta página no existe" in (site / "404.html").read_text(encoding="utf-8")
    assert "There is no such page" in (site / "en" / "404.html").read_text(encoding="utf-8")
    for folder in ("", "en/"):
        text = (site / folder / "404.html").read_text(encoding="utf-8")
        led = re.findall(r'(?:href|src)="/([^"#]*)"', text)
        missing = [link for link in led if not (site / link).exists()]
        assert len(led) > 25 and missing == [], folder or "/"
        home = re.search(r'<a href="/([^"]*)" hreflang="en"', text)
        assert home is not None and home[1].rstrip("/") == "en", folder or "/"


def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the build lets pass is sound: the same pages with one broken link are refused."""

    def stage(language: str, target: Path) -> None:
        staging.stage(language, target)
        with (target / "index.md").open("a", encoding="utf-8") as page:
            page.write("\n[nowhere](nowhere.md)\n")

    monkeypatch.setattr(building, "stage", stage)
    with pytest.raises(subprocess.CalledProcessError):
        building.build(tmp_path / "site")


def test_every_page_has_its_place() -> None:
    """Each page of `docs/` is in the navigation of its language; those written in one language alone are in both."""
    shown = {source(language, name) for language in LANGUAGES for name in navigation(language)}
    assert {page for page in DOCS.rglob("*.md")} - shown == set()
    assert len(navigation("es")) == len(navigation("en"))


def test_links_work_in_the_repository_too() -> None:
    """A link of a page leads to a file of the repository, or to a page that is told from the code."""
    told = {DOCS / language / name for language in LANGUAGES for name in pages(language)}
    for page in DOCS.rglob("*.md"):
        for link in re.findall(r"\]\(([^)\s#:]+)(?:#[^)\s]*)?\)", page.read_text(encoding="utf-8")):
            led = (page.parent / link).resolve()
            assert led.exists() or led in told, f"{page.relative_to(ROOT)}: {link}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_tells_what_the_code_has(language: str) -> None:
    """Rules, exit codes and keys have their rows, explained in words of its language; same code, same pages."""
    told, names, folder = pages(language), WORDS["names"][language], WORDS["folder"][language]
    rules = told[f"{folder}/{names['rules']}.md"]
    assert [rule.code for rule in RULES if f"| `{rule.code}` |" not in rules] == []
    exits = told[f"{folder}/{names['exits']}.md"]
    assert [code for code in Exit if f"| {int(code)} |" not in exits] == []
    clauses = told[f"{folder}/{names['clauses']}.md"]
    assert "|  |\n" not in clauses, "a parameter is not explained"
    assert "| `term.notice_days` | `30` |" in clauses, "a key of the spec is told as it is typed"
    for key in ("`client.tax.withholds`", "`fees.amount`", "`personal_data.purpose`"):
        assert f"| {key} |" in told[f"{folder}/{names['engagement']}.md"]
    assert "{" not in re.sub(r"`[^`]*`", "", rules)
    assert told == pages(language)
