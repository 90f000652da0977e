"""Files made to burst whoever reads them: too deep, too long, too many. Made here, since they are large."""

from collections.abc import Callable

HEAD = "id: bomb\nnumber: 1\nclient: {legal_name: Ana, kind: person}\n"


def _laughs() -> str:
    """A billion laughs: nine levels of nine aliases each."""
    rows = ["  a0: &a0 [ja, ja, ja, ja, ja, ja, ja, ja, ja]"]
    rows += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "internal:\n" + "\n".join(rows) + "\n"


def _merges() -> str:
    """Merge keys within merge keys: 459 bytes took PyYAML's own loader 7 s."""
    rows = ["  b0: &b0 {x: y}"]
    rows += [f"  b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}]}}" for n in range(1, 12)]
    return "internal:\n" + "\n".join(rows) + "\n"


def _keys(count: int, name: str) -> str:
    return "".join(f"{name}{number}: 1\n" for number in range(count))


BOMBS: dict[str, Callable[[], str | bytes]] = {
    "nested-flow": lambda: "internal: " + "[" * 40_000,
    "nested-flow-closed": lambda: "internal: " + "[" * 5_000 + "]" * 5_000 + "\n",
    "nested-braces": lambda: "internal: " + "{a: " * 5_000 + "1" + "}" * 5_000 + "\n",
    "nested-block": lambda: "internal:\n" + "".join(" " * n + "a:\n" for n in range(1, 1_000)),
    "nested-dashes": lambda: "internal:\n  " + "- " * 20_000 + "1\n",
    "laughs": _laughs,
    "merges": _merges,
    "anchors": lambda: "internal: [" + ", ".join(f"&a{n} x" for n in range(100)) + "]\n",
    "tags": lambda: "internal: !!python/object/apply:os.system [echo]\n",
    "long-scalar": lambda: "signing: {place: " + "x" * 900_000 + "}\n",
    "long-quoted": lambda: 'signing: {place: "' + "\\u0041" * 150_000 + '"}\n',
    "long-key": lambda: "x" * 900 + ": 1\n",
    "key-of-a-megabyte": lambda: "? " + "legal_name" * 90_000 + "\n: 1\n",
    "entries": lambda: "exclusions: [" + "x," * 100_000 + "x]\n",
    "unknown-keys": lambda: _keys(9_000, "cliemt"),
    "codes-by-the-thousand": lambda: "documents: [" + ", ".join(f"contrac{n}" for n in range(60)) + "]\n",
    "long-line": lambda: "exclusions: [" + ", ".join(f"servicio {n}" for n in range(9_000)) + "\n",
    "digits": lambda: "fees: {amount: " + "9" * 500_000 + ", hours: " + "1.111" * 50_000 + "}\n",
    "patterns": lambda: (
        f"provider: {{email: '{'a.' * 20_000}', phone: '{'1 ' * 20_000}', website: '{'a.' * 20_000}!'}}\n"
    ),
    "over-a-mebibyte": lambda: "internal:\n  notes: |\n" + "    nota\n" * 120_000,
    "documents": lambda: "---\nid: x\n" * 5_000,
    "null-bytes": lambda: b"\0" * 1_000_000,
    "control-characters": lambda: "internal: {notes: '" + "\a" * 40 + "'}\n",
    "quotes": lambda: "internal:\n" + "".join(f'  a{n}: "x" y\n' for n in range(3_000)),
    "tabs-by-the-thousand": lambda: "internal:\n" + "".join(f"\ta{n}: 1\n" for n in range(3_000)),
    "hashes": lambda: "exclusions:\n" + "".join(f"  - x{n} #{n}\n" for n in range(60)),
    "brackets-in-a-text": lambda: "signing: {place: x" + "]" * 10_000 + "\n",
}
"""What makes each bomb, by its name; a text stands behind `HEAD`. Findings: `bombs/NAME.txt`."""


def bomb(name: str) -> bytes:
    """The file called `name` in `BOMBS`."""
    made = BOMBS[name]()
    return made if isinstance(made, bytes) else (HEAD + made).encode()
