"""Which ids of the catalogue the modules name, whole or put together."""

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "vadocs"
CODE = re.compile(r"[EWN]\d{3}")


@cache
def named() -> tuple[frozenset[str], frozenset[str]]:
    """Every text of the modules outside the catalogue, and every f-string as a pattern."""
    whole: set[str] = set()
    made: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "catalogue":
            continue
        parts: set[int] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts |= {id(part) for part in node.values}
                made.add("".join(_pattern(part) for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                whole.add(node.value)
    return frozenset(whole), frozenset(made)


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"


def unused(entries: Mapping[str, object]) -> list[str]:
    """The ids that no module names.

    An id put together by an f-string begins as the f-string does (`cli.kind.…`); one of one thing (`ID.one`) is used
    with that of many; the usual hint of a code (`H021`) with its code.
    """
    whole, made = named()
    patterns = [re.compile(text) for text in made if re.match(r"(?:[a-z]+\\\.|[HEWN]\d{3})", text)]
    left = {id for id in entries if id not in whole and not any(_made(id, one, whole) for one in patterns)}
    begun = tuple(text for text in whole if re.fullmatch(r"[HEWN]\d{3}\.", text))
    return sorted(id for id in left if not _of_another(id, left, entries) and not (begun and id.startswith(begun)))


def _made(id: str, pattern: re.Pattern[str], whole: frozenset[str]) -> bool:
    """Whether an f-string makes `id`; after a bare `cli.` come names of commands or columns, which stand elsewhere."""
    found = pattern.fullmatch(id)
    if found is None or not pattern.pattern.startswith("cli\\.(.+)"):
        return found is not None
    return all(part in whole for part in id.removeprefix("cli.").split("."))


def _of_another(id: str, left: set[str], entries: Mapping[str, object]) -> bool:
    if id.endswith((".one", ".many")):
        return id.rpartition(".")[0] in entries.keys() - left
    return bool(re.fullmatch(r"H\d{3}", id)) and any(letter + id[1:] in entries.keys() - left for letter in "EWN")
