"""Which part of a country a text names: its public holidays may differ from the country's."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from vadocs.law.holidays import parts_of

_MARKS = re.compile(r"[^a-z0-9]+")
# fmt: off
_FILLING = frozenset(
    (
        "a", "autonoma", "comunidad", "comunidade", "comunitat", "county", "de", "del", "departamento", "department",
        "do", "el", "estado", "foral", "i", "illes", "isla", "islands", "islas", "la", "las", "los", "of",
        "principado", "province", "provincia", "region", "state", "the", "y",
    )
)
# fmt: on
"""Words that a name may have or lack. `ciudad` is none of them: that of Buenos Aires is no part of its province."""

_PROVINCES: Mapping[str, str] = {
    "AN": "Almería, Cádiz, Córdoba, Granada, Huelva, Jaén, Málaga, Sevilla",
    "AR": "Huesca, Teruel, Zaragoza",
    "AS": "Oviedo",
    "CN": "Las Palmas, Santa Cruz de Tenerife, Tenerife, Gran Canaria, Canarias",
    "CB": "Santander",
    "CM": "Albacete, Ciudad Real, Cuenca, Guadalajara, Toledo",
    "CL": "Ávila, Burgos, León, Palencia, Salamanca, Segovia, Soria, Valladolid, Zamora",
    "CT": "Barcelona, Girona, Gerona, Lleida, Lérida, Tarragona",
    "EX": "Badajoz, Cáceres",
    "GA": "A Coruña, La Coruña, Lugo, Ourense, Orense, Pontevedra",
    "IB": "Baleares, Balears, Mallorca, Menorca, Ibiza",
    "NC": "Pamplona, Nafarroa",
    "PV": "Euskadi, Araba, Álava, Bizkaia, Vizcaya, Gipuzkoa, Guipúzcoa",
    "RI": "Logroño",
    "VC": "Valencia, València, Alicante, Alacant, Castellón, Castelló, País Valenciano, País Valencià",
}
"""Spain: the provinces of each autonomous community (ISO 3166-2:ES), under the names in use, and a few more names."""

_MORE: Mapping[str, Mapping[str, str]] = {
    "AR": {"C": "CABA, Capital Federal, Ciudad de Buenos Aires"},
    "AU": {"NSW": "NSW"},
    "CL": {
        "AI": "Aysén, Aisén",
        "AR": "Araucanía",
        "BI": "Bío Bío",
        "LI": "O'Higgins",
        "MA": "Magallanes y de la Antártica Chilena",
        "RM": "Metropolitana, Metropolitana de Santiago",
    },
    "ES": _PROVINCES,
    "US": {"DC": "Washington D. C., Washington DC, D. C.", "VI": "US Virgin Islands"},
}
"""Names in use beside those of the calendars, by country and part."""


def folded(name: str) -> str:
    """A name without accents, capitals and marks: `la comunitat valenciana`."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return _MARKS.sub(" ", "".join(char for char in plain if not unicodedata.combining(char))).strip()


def _bare(name: str) -> str:
    """A folded name without the words that it may lack; as it is where nothing else is left."""
    kept = " ".join(word for word in name.split() if word not in _FILLING)
    return kept or name


@lru_cache(maxsize=64)
def _names(country: str) -> Mapping[str, str]:
    """The part's code by every name that stands for one part alone."""
    exact = {folded(name): code for name, code in parts_of(country).items()}
    for code, names in _MORE.get(country, {}).items():
        # Where a province and a town have one name, the province is meant: its days hold in the town too.
        exact |= {folded(name): code for name in names.split(", ")}
    found: dict[str, set[str]] = {}
    for name, code in exact.items():
        found.setdefault(_bare(name), set()).add(code)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1} | exact


def part_of(country: str, region: str) -> str | None:
    """The code of the part of `country` (ISO 3166) that a text names: ("ES", "la Comunitat Valenciana") is "VC".

    None where it names none, a town for instance, or where the calendars of the country have no parts.
    """
    names = _names(country)
    name = folded(region).removeprefix(f"{country.casefold()} ")
    return names.get(name) or names.get(_bare(name))
