"""The vocabulary as JSON Schema, draft-07: what editors offer and check while a spec is typed.

Each property says its kind in `x-kind`, the documents that print it in `x-documents`, its unit in
`x-unit`. Every description is in Spanish, then in English.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vadocs.model.clause import Clause
from vadocs.readers.clauseschema import clause_schema
from vadocs.readers.nicheschema import niche_schema
from vadocs.readers.parameters import Parameters, specification
from vadocs.readers.practice import OWN
from vadocs.readers.schema.leaf import LeafType
from vadocs.readers.schema.section import Declaration, Section
from vadocs.readers.schema.shape import Shape, shapes

DRAFT = "http://json-schema.org/draft-07/schema#"
PRACTICE = (
    "Tus datos y tus condiciones de siempre, que valen para todas tus fichas.",
    "A practice: your data and your usual terms, which hold for all your specs.",
)
"""What a practice is, in Spanish and in English: it has the keys of a spec, and no section of its own."""
LONG = 12
"""Codes of a list that stands under `definitions` once instead of in each property."""
Schema = dict[str, Any]
Told = Mapping[str, Mapping[str, str]]
"""What a namespace of the library is about, by language."""


def schema(what: str, library_parameters: Parameters, told: Told | None = None) -> Schema:
    """The JSON Schema of "engagement", "practice", "clause" or "niche"; KeyError for anything else.

    `told` describes the library's namespaces; without it they are described by their names.
    """
    if what == "clause":
        return clause_schema(DRAFT)
    if what == "niche":
        return niche_schema(DRAFT)
    made = {"engagement": engagement_schema, "practice": practice_schema}[what](library_parameters)
    for namespace, texts in (told or {}).items():
        _describe(made, namespace, texts)
    return made


def _describe(made: Schema, namespace: str, texts: Mapping[str, str]) -> None:
    """Write what a namespace is about where only its name stands: at its key, and at its section."""
    for place in (made["properties"].get(namespace), made["definitions"].get(f"{namespace}_parameters")):
        if place is not None and place["description"].split("\n")[0] == namespace:
            place["description"] = "\n\n".join(texts[code] for code in ("es", "en") if code in texts)


def about_namespaces(clauses: Iterable[Clause]) -> Told:
    """What each namespace of parameters is about: the titles of its clauses, and the summary of a single one."""
    sharing: dict[str, list[Clause]] = {}
    for clause in clauses:
        sharing.setdefault(clause.namespace, []).append(clause)
    return {namespace: {code: _about(those, code) for code in ("es", "en")} for namespace, those in sharing.items()}


def _about(clauses: Sequence[Clause], code: str) -> str:
    titles = ", ".join(clause.title.get(code, clause.id) for clause in clauses)
    summary = clauses[0].summary.get(code, "") if len(clauses) == 1 else ""
    return f"{titles}: {summary}" if summary else titles


def engagement_schema(library_parameters: Parameters) -> Schema:
    """The schema of a spec, with the library's parameters.

    What a practice may give is not required here: the spec alone may lack it.
    """
    root = specification(library_parameters)
    made = _Definitions()
    body = made.section(root)
    body["required"] = ["schema", "id", "number", "client"]
    return _whole("engagement", body, made)


def practice_schema(library_parameters: Parameters) -> Schema:
    """The schema of a practice: nothing is required, and what belongs to one engagement is not there."""
    made = _Definitions()
    body = made.section(specification(library_parameters))
    body["description"] = "\n\n".join(PRACTICE)
    body["properties"] = {k: v for k, v in body["properties"].items() if k not in OWN}
    return _whole("practice", body, made)


def _whole(title: str, body: Schema, made: "_Definitions") -> Schema:
    return {
        "$schema": DRAFT,
        "title": f"vadocs {title}",
        **body,
        "definitions": dict(sorted(made.found.items())),
    }


class _Definitions:
    """Collects the schema of each section and of each long list of codes under its name."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}
        self._named: dict[str, object] = {}

    def _is_new(self, name: str, of: object) -> bool:
        """Whether a definition is not there yet. Raises `ValueError` where the name is that of something else."""
        if self._named.setdefault(name, of) != of:
            raise ValueError(f"two definitions of a schema are called {name}")
        return name not in self.found

    def section(self, section: type[Section]) -> Schema:
        """A mapping with its properties."""
        properties = {key: self.property(declaration, shape) for key, declaration, shape in shapes(section)}
        return {
            "type": "object",
            "description": "\n\n".join(section.described),
            "properties": properties,
            "additionalProperties": False,
        }

    def property(self, declaration: Declaration, shape: Shape) -> Schema:
        """One key: what it takes, with its kind and description."""
        made: Schema = {"description": f"{declaration.es}\n\n{declaration.en}", "x-kind": declaration.kind}
        if declaration.documents:
            made["x-documents"] = list(declaration.documents)
        if declaration.open_point:
            made["x-open-point"] = True
        if declaration.default is not None:
            made["x-default"] = declaration.default
        if shape.leaf is not None and shape.leaf.unit:
            made["x-unit"] = shape.leaf.unit
        taken = self.taken(shape)
        # Draft-07 ignores what stands beside `$ref`, so a reference goes inside `allOf`.
        return {**made, "allOf": [taken]} if "$ref" in taken else {**made, **taken}

    def taken(self, shape: Shape) -> Schema:
        """What a key takes."""
        if shape.leaf is not None:
            return self.code(shape.leaf) if len(shape.leaf.choices) > LONG else dict(shape.leaf.json)
        if shape.member is not None:
            items = self.taken(shape.member)
            listed: Schema = {"type": "array", "items": items, "minItems": 1}
            return {"anyOf": [listed, items]} if shape.single else listed
        if shape.loose:
            return {"type": "object"}
        options = [self.reference(section, shape) for section in shape.sections]
        if any(section.__name__ == "TaxId" for section in shape.sections):
            options.append({"type": ["string", "number"]})
        return options[0] if len(options) == 1 else {"anyOf": options}

    def code(self, leaf: LeafType) -> Schema:
        """A reference to a long list of codes."""
        if self._is_new(leaf.list_name, leaf.choices):
            self.found[leaf.list_name] = dict(leaf.json)
        return {"$ref": f"#/definitions/{leaf.list_name}"}

    def reference(self, section: type[Section], shape: Shape) -> Schema:
        """A reference to a section's definition; a variant of a union holds its own code."""
        name = section.__name__ if section.__name__ != "Parameters" else f"{section.__doc__}_parameters"
        if self._is_new(name, section):
            self.found[name] = {}
            self.found[name] = self.section(section)
            for code, variant in shape.tag.variants if shape.tag else ():
                if variant is section and shape.tag is not None:
                    held: Mapping[str, Any] = self.found[name]["properties"][shape.tag.key]
                    self.found[name]["properties"][shape.tag.key] = {**held, "enum": [code]}
                    self.found[name]["required"] = [shape.tag.key]
        return {"$ref": f"#/definitions/{name}"}
