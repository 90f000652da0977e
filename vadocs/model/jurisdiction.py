"""Which countries share a law, and which laws hold under that of a country or of a part of one."""

UNION = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
))  # fmt: skip
"""The members of the European Union, which share its transparency of AI, its signatures, and a system of VAT."""

ECONOMIC_AREA = UNION | {"IS", "LI", "NO"}
"""The European Economic Area: the Union with Iceland, Liechtenstein and Norway. They share the law of data."""

COMMON = {"EU": UNION, "EEA": ECONOMIC_AREA}
"""The laws common to several countries, the narrower first: the code under which their texts and data stand, and
the countries that have them."""


def lineage(law: str) -> tuple[str, ...]:
    """The laws that hold under `law` ("US-NY", "DE"), the most particular first: ("US-NY", "US"), ("DE", "EU", "EEA").

    A common law has itself alone; "" has ("",), under which nothing stands.
    """
    country = law.split("-")[0]
    own = (law,) if law == country else (law, country)
    return (*own, *(code for code, members in COMMON.items() if country in members))
