"""Languages as Word tags text with them: only those that a word processor has a dictionary for."""

_ENGLISH = frozenset(("AU", "GB", "IE", "NZ", "US", "ZA"))
_SPANISH = frozenset((
    *("AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV", "US"),
    *("UY", "VE"),
))
_KNOWN = {"en": (_ENGLISH, "en-US"), "es": (_SPANISH, "es-ES")}


def word_language(tag: str) -> str:
    """The tag for `w:lang` (17.3.2.20): `en-CO` is `en-US`, `es` is `es-ES`; other languages stay as they are.

    The choice among kinds of English is that of the layout's hyphenation: breaks must be the same.
    """
    code, _, region = tag.partition("-")
    regions, usual = _KNOWN.get(code, (frozenset((region,)), tag))
    return tag if region in regions else usual
