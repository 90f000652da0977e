"""Spanish names of public holidays that calendars of other countries have in English alone."""

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "All Saints' Day": "Todos los Santos",
    "ANZAC Day": "Día del ANZAC",
    "Anzac Day": "Día del ANZAC",
    "Armistice Day": "Día del Armisticio",
    "Ascension Day": "Ascensión",
    "Assumption Day": "Asunción de la Virgen",
    "Australia Day": "Día de Australia",
    "Boxing Day": "San Esteban",
    "Canada Day": "Día de Canadá",
    "Casimir Pulaski Day": "Día de Casimir Pulaski",
    "Cesar Chavez Day": "Día de César Chávez",
    "Chinese New Year": "Año Nuevo chino",
    "Christmas Day": "Navidad",
    "Christmas Eve": "Nochebuena",
    "Columbus Day": "Día de Colón",
    "Confederate Memorial Day": "Día de los caídos confederados",
    "Constitution Day": "Día de la Constitución",
    "Corpus Christi": "Corpus Christi",
    "Day After Christmas": "Día siguiente a Navidad",
    "Day after New Year's Day": "Día siguiente a Año Nuevo",
    "Day After Thanksgiving": "Día siguiente a Acción de Gracias",
    "Easter Monday": "Lunes de Pascua",
    "Easter Sunday": "Domingo de Pascua",
    "Eid al-Adha": "Fiesta del Sacrificio",
    "Eid al-Fitr": "Fin del Ramadán",
    "Election Day": "Día de las elecciones",
    "Emancipation Day In Texas": "Día de la Emancipación en Texas",
    "Emancipation Day": "Día de la Emancipación",
    "Epiphany": "Epifanía",
    "Friday After Thanksgiving": "Viernes siguiente a Acción de Gracias",
    "Good Friday": "Viernes Santo",
    "Immaculate Conception": "Inmaculada Concepción",
    "Independence Day": "Día de la Independencia",
    "International Women's Day": "Día Internacional de la Mujer",
    "Juneteenth National Independence Day": "Juneteenth, fin de la esclavitud",
    "King's Birthday": "Cumpleaños del Rey",
    "Labor Day": "Día del Trabajo",
    "Labour Day": "Día del Trabajo",
    "Liberation Day": "Día de la Liberación",
    "Lincoln's Birthday": "Natalicio de Lincoln",
    "Lyndon Baines Johnson Day": "Día de Lyndon Baines Johnson",
    "Martin Luther King Jr. Day": "Día de Martin Luther King",
    "May Day": "Fiesta de mayo",
    "Memorial Day": "Día de los Caídos",
    "National Day": "Fiesta Nacional",
    "New Year's Day": "Año Nuevo",
    "New Year's Eve": "Nochevieja",
    "Pentecost Monday": "Lunes de Pentecostés",
    "Pentecost": "Pentecostés",
    "Presidents' Day": "Día de los Presidentes",
    "Republic Day": "Día de la República",
    "Saint Patrick's Day": "San Patricio",
    "Saint Stephen's Day": "San Esteban",
    "San Jacinto Day": "Día de San Jacinto",
    "Second Day of Christmas": "Segundo día de Navidad",
    "Spring Bank Holiday": "Festivo bancario de primavera",
    "Susan B. Anthony Day": "Día de Susan B. Anthony",
    "Texas Independence Day": "Día de la Independencia de Texas",
    "Thanksgiving Day": "Día de Acción de Gracias",
    "Veterans Day": "Día de los Veteranos",
    "Victory Day": "Día de la Victoria",
    "Washington's Birthday": "Natalicio de Washington",
    "Whit Monday": "Lunes de Pentecostés",
}
_AFTER = {
    " (observed)": " (trasladado)",
    " (estimated)": " (fecha estimada)",
    " (observed, estimated)": " (trasladado, fecha estimada)",
}
_BETWEEN = "; "
"""What a calendar puts between the names of one day."""


def holiday_name(english: str) -> str:
    """The Spanish name of a holiday, or of several on one day; what has none stays in English."""
    return _BETWEEN.join(_one(name) for name in english.split(_BETWEEN))


def _one(english: str) -> str:
    bare, after = english, ""
    for mark, spanish in _AFTER.items():
        if english.endswith(mark):
            bare, after = english.removesuffix(mark), spanish
    return f"{_NAMES[bare]}{after}" if bare in _NAMES else english
