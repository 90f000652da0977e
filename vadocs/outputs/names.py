"""How the files of an engagement are called."""

import re
import unicodedata

MANIFEST = "manifest.json"

_LEGAL_FORMS = re.compile(
    r"[\s,]+(s\.?\s?l\.?\s?u?\.?|s\.?\s?a\.?\s?(u|s|c)?\.?|s\.?\s?c\.?\s?p?\.?|e\.?\s?i\.?\s?r\.?\s?l\.?"
    r"|s\.?\s?r\.?\s?l\.?|ltda\.?|l\.?l\.?c\.?|l\.?l\.?p\.?|inc\.?|corp\.?|ltd\.?|limited)$",
    re.IGNORECASE,
)


def file_name(word: str, client: str, number: str, version: int, suffix: str) -> str:
    """A name for people that no other engagement has: `Contrato_Ceramicas-Levante_2026-031_v1.pdf`.

    `word` is the document's word in its language. The client loses its legal form; only ASCII
    letters, digits and hyphens stay, so that the name survives any file system and mail.
    """
    name = _LEGAL_FORMS.sub("", client.strip())
    parts = [_ascii(part) for part in (word, name[:60], number)]
    return "_".join(part for part in parts if part) + f"_v{version}.{suffix}"


def _ascii(text: str) -> str:
    """`text` in ASCII: marks dropped, everything but letters and digits made a hyphen."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9]+", "-", plain.replace("ß", "ss")).strip("-")
