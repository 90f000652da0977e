"""What the pages show works: every block of code of every page is carried out, in order, in a folder of its own."""

import contextlib
import io
import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from docs.site.staging import DOCS, ROOT, navigation
from tests.cli.typing_in import typed
from tests.site.tutorial import NOT_RUN
from vadocs.build import json_schema
from vadocs.diagnostics import Exit

KINDS = {"sh", "yaml", "python", "markdown", ""}
"""A block without a language is what a screen shows."""
ON_A_TERMINAL = {"primera-hora", "first-hour"}
"""Pages that tests/site/test_tutorial.py carries out, since they are asked things."""
FROM_PYTHON = {"lotes", "batches"}
"""Pages whose Python, and what erases what it made, tests/api/test_docs.py carries out."""
MOST_NOT_RUN = 10
_BLOCK = re.compile(
    r"(?P<above>(?:^[^\n`]*[^\n]*\n\n?)?)^```(?P<kind>\w*)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL
)
_SAVED = re.compile(r"(?:como|as) `([^`]+)`[^`]*:\s*\Z")
_SKIPPED = re.compile(rf"<!-- (?:{'|'.join(NOT_RUN.values())}): \S.+-->\s*\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, where it is saved ("" nowhere), whether it is marked as not run."""

    kind: str
    text: str
    saved: str
    skipped: bool


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in order."""
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        saved, skipped = _SAVED.search(found["above"]), _SKIPPED.search(found["above"])
        yield Block(found["kind"], found["text"], saved[1] if saved else "", skipped is not None)


PAGES = sorted(DOCS.rglob("*.md"))
SHOWN = {str(page.relative_to(DOCS).with_suffix("")): list(blocks(page)) for page in PAGES}


def carried_out(name: str) -> tuple[Block, ...]:
    """The blocks of a page that are carried out here."""
    if Path(name).name in ON_A_TERMINAL:
        return ()
    elsewhere = name in FROM_PYTHON
    return tuple(
        block
        for block in SHOWN[name]
        if not block.skipped and not (elsewhere and (block.kind == "python" or "vadocs forget" in block.text))
    )


TRIED = {blocks: name for name in reversed(SHOWN) if (blocks := carried_out(name))}
"""Each page by its blocks: two languages whose blocks are the same, letter by letter, are carried out once."""


def test_every_fence_is_understood() -> None:
    """No block escapes: there are as many as fences, each of a kind that is carried out here."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        found = SHOWN[str(page.relative_to(DOCS).with_suffix(""))]
        assert len(re.findall(r"^```", text, re.MULTILINE)) == 2 * len(found), page.name
        assert {block.kind for block in found} <= KINDS, page.name
        assert not [block.text for block in found if not block.kind and block.text.startswith("vadocs ")], page.name
    assert sum(len(found) for found in SHOWN.values()) > 80


def test_few_blocks_are_not_run() -> None:
    """Those that are marked, each with its reason, are few."""
    assert sum(block.skipped for found in SHOWN.values() for block in found) <= MOST_NOT_RUN


@pytest.mark.parametrize("name", sorted(TRIED.values()))
def test_what_a_page_shows_works(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each block of a page does what it should, where a reader would do it, after the ones above it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    language = "es" if f"{Path(name).name}.md" in navigation("es") else "en"
    monkeypatch.chdir(tmp_path)
    for block in carried_out(name):
        if block.saved:
            place = tmp_path / block.saved
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8")
        elif block.kind == "yaml":
            understood(block.text)
        elif block.kind == "python":
            with contextlib.redirect_stdout(io.StringIO()) as told:
                exec(compile(block.text, name, "exec"), {"__name__": "__main__"})
            assert told.getvalue()
        elif block.kind == "sh":
            shell(block.text, language, monkeypatch)


def shell(text: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what is typed, line by line: `vadocs` in this process, `cd` too, anything else in a shell."""
    for line in text.splitlines():
        for part in re.split(r"\s&&\s", line):
            words = shlex.split(part, comments=True)
            if words[:1] == ["vadocs"]:
                answer = typed(*words[1:], language=language)
                assert answer.code is Exit.DONE, f"{part}\n{answer.out}\n{answer.err}"
            elif words[:1] == ["cd"]:
                monkeypatch.chdir(words[1])
            elif words:
                subprocess.run(["bash", "-euc", part], check=True)


class _Plain(yaml.SafeLoader):
    """YAML whose dates stay texts, as the schema has them."""


_Plain.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in those if tag != "tag:yaml.org,2002:timestamp"]
    for letter, those in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def understood(text: str) -> None:
    """A part of a spec or of a practice: the schema takes each key and value."""
    told: Any = yaml.load(text, Loader=_Plain)
    schema = {**json_schema("engagement"), "required": []}
    jsonschema.Draft7Validator(json.loads(json.dumps(schema))).validate(told)
