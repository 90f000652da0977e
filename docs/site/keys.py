"""The keys of a spec or of a practice, told from the JSON Schema: what each is, what it takes, where it is printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docs.site.markdown import code, page, plain, table
from docs.site.words import WORDS
from vadocs.build import json_schema

Schema = Mapping[str, Any]


@dataclass(slots=True)
class _Walk:
    """Goes through a schema in one language. A definition is told where it is met first, later by a link there."""

    language: str
    definitions: Mapping[str, Schema]
    told: dict[str, str] = field(default_factory=dict)

    def rows(self, path: str, property: Schema) -> Iterator[tuple[str, str, str, str]]:
        """The key `path` and all below it."""
        yield code(path), self.description(property), self.taken(property), self.printed(property)
        yield from self.below(path, property)

    def below(self, path: str, schema: Schema) -> Iterator[tuple[str, str, str, str]]:
        """The keys below `path`."""
        if "items" in schema:
            yield from self.below(f"{path}[]", schema["items"])
        for part in (*schema.get("allOf", ()), *schema.get("anyOf", ())):
            yield from self.below(path, part)
        if "$ref" not in schema:
            return
        name = schema["$ref"].rpartition("/")[2]
        found = self.definitions[name]
        if name in self.told:
            if "properties" in found:
                yield code(f"{path}.…"), WORDS["as"][self.language].format(key=self.told[name]), "", ""
            return
        self.told[name] = path
        for key, below in found.get("properties", {}).items():
            if not (key in ("es", "en") and "x-kind" not in below):
                yield from self.rows(f"{path}.{key}", below)

    def description(self, property: Schema) -> str:
        """What the key is, in the walk's language."""
        spanish, _, english = property.get("description", "").partition("\n\n")
        return plain(english or spanish if self.language == "en" else spanish)

    def taken(self, schema: Schema) -> str:
        """What the key takes, as a reader writes it."""
        parts = [self.values(schema)]
        if unit := schema.get("x-unit"):
            parts.append(code(unit))
        if default := schema.get("x-default"):
            parts.append(WORDS["default"][self.language].format(value=default))
        return ", ".join(dict.fromkeys(part for part in parts if part))

    def values(self, schema: Schema) -> str:
        """The values that are taken: codes one by one, else the name of their kind."""
        words = WORDS["kinds"][self.language]
        if "const" in schema:
            return code(str(schema["const"]))
        if "enum" in schema:
            return ", ".join(code(str(one)) for one in schema["enum"])
        if schema.get("format") in words:
            return words[schema["format"]]
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return words[name] if name in words else self.values(self.definitions[name])
        if schema.get("title") in words:
            return words[schema["title"]]
        if "items" in schema:
            inner = self.values(schema["items"])
            return words["array"] + (f": {inner}" if inner else "")
        if options := [*schema.get("allOf", ()), *schema.get("anyOf", ())]:
            return " / ".join(dict.fromkeys(one for option in options if (one := self.values(option))))
        kind = schema.get("type", "")
        return words.get(kind if isinstance(kind, str) else "text", "")

    def printed(self, property: Schema) -> str:
        """Where the value is seen: in documents, in none, or nowhere at all."""
        return WORDS["seen"][self.language][property.get("x-kind", "computes")]


def described(language: str) -> dict[str, str]:
    """What each key of an engagement is, as Markdown, by its path ("term.notice_days")."""
    whole = json_schema("engagement")
    walk = _Walk(language, whole["definitions"])
    rows = (row for key, property in whole["properties"].items() for row in walk.rows(key, property))
    return {path.strip("`"): about for path, about, _, _ in rows}


def keys_page(what: str, language: str) -> str:
    """The page of every key of an "engagement" or a "practice"; those that a single clause brings come last."""
    whole = json_schema(what)
    walk = _Walk(language, whole["definitions"])
    head = WORDS["key_head"][language]
    parts = []
    for key, property in whole["properties"].items():
        parts.append(f"## {key}\n\n" + table(head, walk.rows(key, property)))
    return page(WORDS["titles"][language][what], WORDS["intros"][language][what], *parts)
