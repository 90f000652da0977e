"""Wording that names one sex where all are meant, or names both: the patterns, and what to write instead.

A document's parties agree through `@noun(…|…)`, which is no doubled form: only one is printed.
"""

from dataclasses import dataclass

from vadocs.lint.sought import Sought, sought


@dataclass(frozen=True, slots=True)
class Masculine:
    """A masculine word for persons, and what says it of everyone."""

    sought: Sought
    instead: str


_ARTICLE = r"(?:(?:el|la|los|las|un|una|unos|unas)\s+)?"

DOUBLED = {
    "es": (
        # el/la, los/as, obligado/a, trabajador/-a; "y/o" names no sex.
        sought(r"\b(?!y/o\b)\w+/-?(?:a|as|o|os|la|las|lo|los|una|unas|ra|ras|na|nas)\b", "/"),
        # obligado(a), señor(es/as)
        sought(r"\w+\((?:-?[aoe]s?|as/os|os/as|es/as)\)", "("),
        sought(r"\b(?:él\s+o\s+ella|ella\s+o\s+él|ell[oa]s\s+[oy]\s+ell[oa]s)\b", "ella", "ellos"),
        # trabajador o trabajadora, las empleadas y los empleados: whether "o" follows is soon answered, and asked first
        sought(rf"\b(?=\w+\s+[ouye]\s)(\w{{4,}}?)(?:o|os|e|es|)\s+(?:o|u|y|e)\s+{_ARTICLE}\1(?:a|as)\b"),
        sought(rf"\b(?=\w+\s+[ouye]\s)(\w{{4,}}?)(?:a|as)\s+(?:o|u|y|e)\s+{_ARTICLE}\1(?:o|os|e|es|)\b"),
        sought(
            r"\b(?:lxs|todxs|elles|todes|les\s+usuaries)\b|\w+@s?\b",
            "lxs", "todxs", "elles", "todes", "usuaries", "@",
        ),
    ),
    "en": (
        sought(r"\b(?:s/he|he/she|she/he|his/hers?|hers?/his|him/her|her/him|himself/herself)\b", "/"),
        sought(
            r"\b(?:he\s+or\s+she|she\s+or\s+he|his\s+or\s+hers?|hers?\s+or\s+his|him\s+or\s+her|himself\s+or\s+herself)\b",
            "she", "his", "him",
        ),
    ),
}  # fmt: skip

_DETERMINER = (
    r"(?:el|los|un|unos|del|al|cada|todo|todos|ningún|algún|algunos|otro|otros|su|sus|este|estos|ese|esos|dicho|dichos)"
)


def _person(stem: str, plural: str, instead: str) -> Masculine:
    """Of the singular only what a determiner makes a person ("el asesor", not "un equipo asesor")."""
    pattern = rf"\b(?:{_DETERMINER}\s+{stem}|(?:{_DETERMINER}\s+)?{plural})\b"
    return Masculine(sought(pattern, stem), instead)


MASCULINE = {
    "es": (
        _person("trabajador", "trabajadores", "la persona trabajadora, la plantilla"),
        _person("empleado", "empleados", "el personal, quien trabaja para …"),
        _person("empleador", "empleadores", "la empresa"),
        _person("usuario", "usuarios", "quien use …, las personas usuarias"),
        _person("consumidor", "consumidores", "la persona consumidora, quien consume"),
        _person("interesado", "interesados", "la persona interesada, la persona afectada"),
        _person("colaborador", "colaboradores", "el equipo, quien colabora"),
        _person("asesor", "asesores", "la asesoría, quien asesora"),
        _person("abogado", "abogados", "profesional de la abogacía"),
        _person("notario", "notarios", "la notaría"),
        _person("árbitro", "árbitros", "el tribunal arbitral, quien arbitra"),
        _person("mediador", "mediadores", "la persona mediadora"),
        _person("heredero", "herederos", "quien herede, la herencia"),
        _person("sucesor", "sucesores", "quien suceda"),
        _person("administrador", "administradores", "quien administra, la administración"),
        _person("director", "directores", "la dirección"),
        _person("jefe", "jefes", "la dirección, la persona responsable"),
        _person("candidato", "candidatos", "la candidatura, quien se presenta"),
        _person("alumno", "alumnos", "el alumnado, quien estudia"),
        _person("niño", "niños", "menores"),
        _person("ciudadano", "ciudadanos", "la ciudadanía, toda persona"),
        _person("autor", "autores", "la autoría, quien crea la obra"),
        _person("destinatario", "destinatarios", "quien recibe …"),
    ),
    "en": (
        Masculine(sought(r"\b(?:he|him|his|himself)\b"), "they, them, their"),
        Masculine(sought(r"\b(?:she|her|hers|herself)\b", "she", "her"), "they, them, their"),
        Masculine(sought(r"\bchairm[ae]n\b", "chairm"), "chair"),
        Masculine(sought(r"\bworkm[ae]n\b", "workm"), "worker"),
        Masculine(sought(r"\bmanpower\b", "manpower"), "staff"),
        Masculine(sought(r"\bman[-\s]hours?\b", "hour"), "working hour"),
    ),
}
