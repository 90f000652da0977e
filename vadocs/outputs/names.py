"""How the files of an engagement are called."""

import re
import unicodedata

MANIFEST = "manifest.json"

_LEGAL_FORMS = re.compile(
    r"[\s,]+((s\.?\s?a\.?\s?(p\.?\s?i\.?\s?)?|s\.?\s?de\s?r\.?\s?l\.?\s?)de\s?c\.?\s?v\.?|s\.?\s?l\.?\s?(u|l|p|n\.?\s?e)?\.?|s\.?\s?a\.?\s?(u|s|c)?\.?"
    r"|s\.?\s?c\.?\s?p?\.?|e\.?\s?i\.?\s?r\.?\s?l\.?|s\.?\s?r\.?\s?l\.?|ltda\.?|l\.?l\.?c\.?|l\.?l\.?p\.?|inc\.?|corp\.?|ltd\.?|limited)$",
    re.IGNORECASE,
)


def file_name(word: str, client: str, number: str, version: int, suffix: str, copy: str = "") -> str:
    """A name for people that no other engagement has: `Contrato_Ceramicas-Levante_2026-031_v1.pdf`.

    `word` is the document's word in its language. The client loses its legal form; only ASCII
    letters, digits and hyphens stay, so that the name survives any file system and mail. `copy` follows the version of
    what is no document but a copy of one: `…_v1_copia-de-lectura_es.pdf`, as no document's name ends.
    """
    name = without_legal_form(client)
    parts = [_ascii(part) for part in (word, name[:60], number)]
    return "_".join([*(part for part in parts if part), f"v{version}", *([copy] if copy else [])]) + f".{suffix}"


def without_legal_form(name: str) -> str:
    """The name of a company as people say it: "Cerámicas Levante" of "Cerámicas Levante, S.L."."""
    return _LEGAL_FORMS.sub("", name.strip())


def _ascii(text: str) -> str:
    """`text` in ASCII: Latin letters without marks, Greek and Cyrillic in Latin letters, all else made a hyphen."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LATIN)) if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9]+", "-", bare.translate(_LATIN)).strip("-")


def _latin() -> dict[int, str]:
    """By code point, what letters become that have no decomposition; capitals like the small ones of the table."""
    letters = (
        "ß ss ẞ SS æ ae œ oe ø o đ d ð d ł l ı i þ th ħ h ŧ t ŋ n ə e ĸ k ŀ l ' - ’ - "
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o "
        "а a б b в v г g ґ g д d ђ dj е e є ie ж zh з z и i і i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t "
        "ћ c у u ф f х kh ц ts ч ch џ dz ш sh щ shch ы y э e ю yu я ya ә a ғ g қ k ң n ө o ұ u ү u һ h"
    )
    pairs = dict(re.findall(r"(\S+) (\S+)", letters))
    capitals = {small.upper(): latin.capitalize() for small, latin in pairs.items() if len(small.upper()) == 1}
    return {ord(letter): latin for letter, latin in (capitals | pairs | dict.fromkeys("ьъЬЪʼʻ·", "")).items()}


_LATIN = _latin()
