"""Clause texts that no person writes: too much, too deep, or not text at all. Each with what must be found, by code."""

from collections.abc import Mapping
from dataclasses import dataclass

CLAUSE = "clauses/prueba/clause.yaml"
SPANISH, ENGLISH = "clauses/prueba/es.md", "clauses/prueba/en.md"


@dataclass(frozen=True, slots=True)
class Bomb:
    """A file of the library by its path, and how many findings of each code it gives; none: it is sound."""

    data: bytes
    found: Mapping[str, int]
    path: str = SPANISH


def _text(body: str, **found: int) -> Bomb:
    return Bomb(f"# Prueba\n\n{body}\n".encode(), found)


def _paragraphs(text: str, count: int, times: int = 6) -> str:
    """`times` paragraphs of `count` times the text: as much as a text may hold."""
    return "\n\n".join([text * count] * times)


BOMBS: Mapping[str, Bomb] = {
    "ten-thousand-holes": _text("\n\n".join(["{{id}}" * 100] * 95), E330=1, E332=1, E944=1),
    "ten-thousand-misspelt-names": _text(_paragraphs("{{fees.amot}}", 700), E270=100, E279=1, E330=1, E332=1, E944=1),
    "thousands-of-unknown-nouns": _text("\n\n".join(f"@clent{n}" for n in range(4000)), E300=100, W332=100, E279=1),
    "thousands-of-unknown-clauses": _text(
        "\n\n".join(f"[[nada{n}]]" for n in range(3500)), E267=100, E279=1, E330=1, E333=1
    ),
    "unclosed-quotes": _text(_paragraphs("{{ ' ", 1900), E215=100, E279=1),
    "braces": _text(_paragraphs("{", 9900), E215=100, E279=1),
    "brackets": _text(_paragraphs("[[a ", 2400), E215=100, E279=1),
    "stars": _text(_paragraphs("*a **b ", 1400), E246=100, E279=1),
    "underscores": _text(_paragraphs("_a", 4900), E219=100, E279=1),
    "html": _text(_paragraphs("<a ", 3200), E221=100, E279=1),
    "parentheses": _text("{{ " + "(" * 5000 + "id" + ")" * 4900 + " }}", E209=1),
    "negations": _text("Se paga{% if " + "not " * 2000 + "fees.in_advance %} antes{% end %}.", E209=1),
    "alternatives": _text("Son {{ " + "'a' if fees.in_advance else " * 300 + "'b' }}.", E209=1),
    "long-condition": _text(
        "Se paga{% if " + " or ".join(["personal_data.handled"] * 380) + " %} antes{% end %}.", E331=1
    ),
    "directives": _text("::: if personal_data.handled\n" * 1500 + "x\n" + ":::\n" * 1500, E209=1),
    "quotations": _text(">" * 9000 + " x", E240=1),
    "nested-lists": _text("\n".join(" " * (2 * level) + "- a" for level in range(150)), E241=1, E244=1),
    "wide-table": _text("|" + " a |" * 2000 + "\n|" + "---|" * 2000 + "\n|" + " b |" * 2000, E330=1),
    "long-table": _text("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2000, E330=1, E940=2),
    "branches": _text(
        "::: if fees.in_advance\nx\n" + "::: elif fees.in_advance\ny\n" * 1700 + ":::", E330=1, E950=100, E279=1
    ),
    "anchors": _text("\n\n".join(["Así. {#a}"] * 5000), E255=100, E279=1),
    "long-line": _text("a" * 20_000, E257=1),
    "long-text": _text("a b " * 20_000, E257=1),
    "longer-than-is-read": _text("a b " * 600_000, E257=1),
    "combining-accents": _text("a" + "\u0301" * 9000),
    "private-use-characters": _text("Uno \ue000 dos \U000f0000 tres \U00100000 cuatro.", E223=3),
    "stand-in-of-a-condition": _text("Uno \ufffc dos.", E223=1),
    "zero-width-space": _text("Se\u200bpresta.", E223=1),
    "right-to-left-override": _text("Se \u202epresta.", E223=1),
    "tab": _text("Se presta\tcon cuidado.", E256=1),
    "nothing": Bomb(b"", {"E248": 1}),
    "windows-1252": Bomb("# Prueba\n\nUn año.\n".encode("cp1252"), {"E289": 1}),
    "utf-16": Bomb("# Prueba\n\nUn año.\n".encode("utf-16"), {"E289": 1}),
    "zeros": Bomb(bytes(1000), {"E223": 99, "E248": 1, "E279": 1}),
    "empty-clause": Bomb(b"", {"E299": 1}, CLAUSE),
    "clause-in-utf-16": Bomb("id: prueba\n".encode("utf-16"), {"E004": 1}, CLAUSE),
    "clause-of-two-megabytes": Bomb(b"id: prueba\n" + b"# a\n" * 500_000, {"E003": 1}, CLAUSE),
    "brackets-in-a-clause": Bomb(b"id: prueba\nrequires: " + b"[" * 40_000, {"E007": 1}, CLAUSE),
}
"""By name."""
