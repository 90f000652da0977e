"""Where a sentence starts, and its capital."""

import re

from vadocs.language.forms import word_table

OPENING = "«“‘\"'([{¿¡—–"
CLOSING = "»”’\"')]}"
_SPACES = " \t\n\r\u00a0\u202f"

_SHARED = word_table("cf co corp ed inc llc ltd pp vol vs")
_SPANISH = word_table(
    "ap apdo art arts av avd avda cap cl cra cta cte ctra cuad cía dcha dept depto doc dpto dr dra dres "
    "dña ee ej exp fdo fig gral ing izda izq jr km lic ltda m/cte mtro máx mín nro ntra núm núms ob pje "
    "pl prof profa prov pza pzo pág págs párr ref reg rep rte sr sra sres sta sto tel telf tfno ud uds "
    "urb uu vda"
)
_ENGLISH = word_table(
    "No Nos approx apt ave cl dept dr est messrs mr mrs ms para paras reg rev sec st tel viz"
)
ABBREVIATIONS = {"es": frozenset(_SHARED + _SPANISH), "en": frozenset(_SHARED + _ENGLISH)}
"""Words that a full stop shortens, by language. Left out: `etc.`, which within a sentence takes a comma,
and words that also stand whole (`no`, English `art`). `No` counts only with its capital (`No. 5`)."""

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]{1,2}", re.UNICODE)
_LABELLED = re.compile(
    r"\b(?:anexos?|apéndices?|letras?|opci(?:ón|ones)|parte|plan|tipo|clase|grupo|lote|fase|nivel|incisos?"
    r"|schedules?|annex|exhibits?|appendix|option|part|type|class|group|phase|level)\s+"
    r"(?:[^\W\d_]{1,4}(?:,| y| o| e| u| and| or)\s+)*[^\W\d_]$",
    re.IGNORECASE,
)


def sentence_start(before: str, code: str) -> bool:
    """Whether a word printed right after `before`, all of its paragraph so far, begins a sentence.

    True at the paragraph's start and after `.`, `?`, `!` with a space, whatever brackets or quotation marks
    stand between. False after a colon, an ellipsis, and a stop that only shortens: a known word (art.,
    núm., Sr.), an initial or a row of them (S.L., D. C., p. m.), `1.º`, `D.ª`.
    """
    text = before.rstrip(OPENING + _SPACES)
    if not text:
        return True
    if text == before or not any(mark in _SPACES for mark in before[len(text) :]):
        return False
    text = text.rstrip(CLOSING)
    if text.endswith(("?", "!")):
        return True
    if not text.endswith(".") or text.endswith(".."):
        return False
    return not _shortened(text[:-1], code)


def _shortened(text: str, code: str) -> bool:
    """Whether the full stop after `text` belongs to an abbreviation."""
    words = text.split()
    word = words[-1].lstrip(OPENING) if words else ""
    if word in ABBREVIATIONS[code] or word.lower() in ABBREVIATIONS[code]:
        return True
    if not _INITIALS.fullmatch(word):
        return False
    # "conforme al Anexo I." ends a sentence, "firma I." does not; two letters without a dot are a word.
    return "." in word or (len(word) == 1 and not _LABELLED.search(text))


def capitalise(text: str) -> str:
    """`text` with its first letter a capital; marks before it are passed over, not digits."""
    for place, mark in enumerate(text):
        if mark.isalpha():
            return text[:place] + mark.upper() + text[place + 1 :]
        if mark.isdigit():
            break
    return text
