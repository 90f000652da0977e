"""Passwords, keys, card numbers and social security numbers that were typed into a spec by mistake.

They are told by their shape; what they hold is never repeated in a message.
"""

import re

from vadocs.diagnostics import hint
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode

CODES = ("E128", "E094")
"""Findings whose source line must not be shown."""

_NAMES = re.compile(
    r"(?:^|[_\-. ])(?:password|passwd|passphrase|pwd|contrasen[aã]|contraseña|clave(?:_de)?_acceso|secret|secreto|"
    r"api[_\- ]?key|token|private[_\- ]?key|cvv|cvc|pin)(?:$|[_\-. ])",
    re.IGNORECASE,
)
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("private_key", re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY")),
    (
        "api_key",
        re.compile(
            r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{40,}|\bglpat-[\w-]{20,}|"
            r"\bxox[abeoprs]-[\w-]{10,}|\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|\bAIza[\w-]{35}|\bsk-[\w-]{20,}|"
            r"\bSG\.[\w-]{16,99}\.[\w-]{16,}|\beyJ[\w-]{10,999}\.eyJ[\w-]{10,999}\.[\w-]|\bya29\.[\w-]{20,}|\bnpm_[A-Za-z0-9]{36}"
        ),
    ),
    (
        "password",
        re.compile(
            r"\b(?:contraseña|contrasena|password|passwd|passphrase|pwd|clave de acceso|PIN)"
            r"\s{0,9}(?:es|is)?\s{0,9}[:=]\s{0,9}[^\s{\[]",
            re.IGNORECASE,
        ),
    ),
    (
        # In a sentence: "la contraseña es Levante2026". A word without a digit is none ("is kept in the vault").
        "password",
        re.compile(
            r"\b(?:contraseña|contrasena|password|passwd|passphrase|pwd|clave de acceso)\s{1,9}(?:es|is)\s{1,9}"
            r"[\"'«“]?(?=\S{0,60}\d)(?=\S{0,60}[a-z])\S{6,60}",
            re.IGNORECASE,
        ),
    ),
    ("password", re.compile(r"\b[a-z][a-z0-9+.-]{0,30}://[^\s/:@]{1,200}:[^\s/@]{1,200}@")),
    ("ssn", re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")),
)
_CARD = re.compile(
    r"(?<![\d+])(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6(?:011|5\d{2}))(?:[ -]?\d{4}){3}(?![\d])|"
    r"(?<![\d+])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?!\d)"
)


_VALUE = re.compile(r"[\"']?\s{0,9}:\s+[^\s#{\[][^\s#]{2,}")
"""A value after its colon; not one that only holds other keys or a list."""
_KEY = re.compile(r"[\w\-. ]+$")


def shows_secret(line: str) -> bool:
    """Whether a line of a file, perhaps one that is no YAML, shows something that looks like a secret."""
    for value in _VALUE.finditer(line):
        key = _KEY.search(line, max(0, value.start() - 60), value.start())
        if key and _NAMES.search(key.group().strip()):
            return True
    return any(shape.search(line) for _, shape in _SHAPES)


def find_secrets(node: Node, faults: Faults) -> None:
    """Report each value that looks like a secret, under its key."""
    if isinstance(node, MappingNode):
        for entry in node.entries.values():
            named = _NAMES.search(entry.key.text) is not None
            if (
                named
                and isinstance(entry.value, ScalarNode)
                and not entry.value.empty
                and len(entry.value.text) > 2
            ):
                _tell(entry.value, "password", faults)
            find_secrets(entry.value, faults)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            find_secrets(item, faults)
    elif len(node.text) > 7:
        kind = _kind(node)
        if kind:
            _tell(node, kind, faults)


def _kind(node: ScalarNode) -> str | None:
    for kind, shape in _SHAPES:
        if shape.search(node.text) and not (kind == "ssn" and ".tax_id" in node.path):
            return kind
    if ".bank." in node.path:
        return None  # accounts are long numbers too, and have check digits of their own
    card = _CARD.search(node.text)
    return "card" if card and _luhn(re.sub(r"\D", "", card.group())) else None


def _luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    doubled = (sum(divmod(int(d) * 2, 10)) for d in digits[-2::-2])
    return (sum(int(d) for d in digits[::-2]) + sum(doubled)) % 10 == 0


def _tell(node: ScalarNode, kind: str, faults: Faults) -> None:
    faults.add("E128", node.span, key=node.path, hints=(hint(f"secret.{kind}"), hint("H128")))
