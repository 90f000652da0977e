"""Sections of the spec as pydantic models: what a mapping may hold, told key by key.

A section takes a node of the tree. Its keys are told by `printed`, `computes` or `internal` (the kind
of the leaf, `spec.md`), with a description in Spanish and English. Whatever is wrong goes to the
findings and the value is None, so that one reading finds everything.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, ValidationInfo, model_validator
from pydantic_core import core_schema

from vadocs.diagnostics import Hint, Span, hint
from vadocs.model.engagement import Item, Items, Leaf, Record
from vadocs.model.vocabulary import Kind
from vadocs.readers.faults import rewrite
from vadocs.readers.nodes import LAYERS, Entry, MappingNode, Node, Origin, ScalarNode, SequenceNode
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.synonyms import code_meant, key_meant
from vadocs.readers.similar import listed, similar

CONTRACT = ("contract",)
MAX_UNKNOWN = 30
"""How many unknown keys of one mapping are told one by one."""
SECTIONS_KEPT = 1024
"""Sections of which the declarations are kept: a few times ours, as each workspace's clauses may add some."""
_FLOW_MAPPING = re.compile(r"\{.*\}|[a-z_]+: .+")
"""Text that is a mapping once its quotes are gone."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a key is, beside its type. `default` is what the spec would hold."""

    kind: Kind
    es: str
    en: str
    documents: tuple[str, ...] = ()
    required: bool = False
    open_point: bool = False
    default: str | None = None


def _declare(declaration: Declaration, key: str | None) -> Any:
    return Field(default=None, alias=key, json_schema_extra={"declaration": declaration})  # type: ignore[dict-item]


def printed(
    es: str,
    en: str,
    *,
    documents: tuple[str, ...] = CONTRACT,
    required: bool = False,
    open_point: bool = False,
    default: str | None = None,
    key: str | None = None,
) -> Any:
    """A key whose value is printed in `documents`. `key` is its name where Python cannot have it."""
    return _declare(Declaration("printed", es, en, documents, required, open_point, default), key)


def computes(
    es: str,
    en: str,
    *,
    required: bool = False,
    open_point: bool = False,
    default: str | None = None,
    key: str | None = None,
) -> Any:
    """A key that changes what is printed without standing there itself."""
    return _declare(Declaration("computes", es, en, (), required, open_point, default), key)


def internal(es: str, en: str, *, key: str | None = None) -> Any:
    """A key that stays with its owner: in no byte of any file delivered."""
    return _declare(Declaration("internal", es, en), key)


class Section(BaseModel):
    """A mapping of the spec. Attributes are leaves, sections, lists; None where absent or at fault.

    A section says what it is in Spanish by `es`, in English by the first line of its docstring.
    """

    model_config = ConfigDict(
        arbitrary_types_allowed=True, extra="forbid", frozen=True, protected_namespaces=(), defer_build=True
    )

    record: ClassVar[str] = ""
    """`Record.kind` of what it becomes."""
    tagged: ClassVar["Tagged | None"] = None
    """The union that the section is a variant of, if any."""
    alternatives: ClassVar[tuple[str, ...]] = ()
    """Keys of which one holds: one that a layer gives takes the place of another that a lower one gives."""
    described: ClassVar[tuple[str, str]] = ("", "")
    """What it is, in Spanish and in English."""
    node: SkipValidation[MappingNode] = Field(repr=False)

    def __init_subclass__(cls, es: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.described = (es, (cls.__doc__ or "").split("\n")[0])

    @classmethod
    @lru_cache(maxsize=SECTIONS_KEPT)
    def declared(cls) -> Mapping[str, tuple[str, Declaration]]:
        """Each key with its attribute and declaration, in the order of the schema."""
        found: dict[str, tuple[str, Declaration]] = {}
        for name, info in cls.model_fields.items():
            extra = info.json_schema_extra
            if isinstance(extra, dict) and "declaration" in extra:
                found[info.alias or name] = (name, extra["declaration"])  # type: ignore[assignment]
        return found

    @classmethod
    @lru_cache(maxsize=SECTIONS_KEPT)
    def expected(cls) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """The keys that must be there, and those that have a default, with it."""
        declared = [(key, declaration) for key, (_, declaration) in cls.declared().items()]
        required = tuple(key for key, declaration in declared if declaration.required)
        return required, tuple((key, d.default) for key, d in declared if d.default is not None)

    def has(self, key: str) -> bool:
        """Whether the spec gives the key, rightly or wrongly."""
        return key in self.node.entries

    def span(self, key: str) -> Span:
        """The place of a key's value; of the section where the key is absent."""
        entry = self.node.entries.get(key)
        return entry.value.span if entry else self.node.span

    def key_span(self, key: str) -> Span:
        """The place of a key's name; of the section where it is absent."""
        entry = self.node.entries.get(key)
        return entry.key.span if entry else self.node.span

    def path(self, key: str) -> str:
        """The dotted path of a key."""
        return f"{self.node.path}.{key}" if self.node.path else key

    @classmethod
    def spared(cls, node: MappingNode, reading: Reading) -> tuple[str, ...]:
        """Keys that are required otherwise, and not of this mapping."""
        return ()

    @classmethod
    def shorthand(cls, node: ScalarNode) -> MappingNode | None:
        """The mapping that a bare scalar stands for in this section, or None where one is not enough."""
        return None

    def derived(self, fields: Mapping[str, Item]) -> Mapping[str, Item]:
        """Items made from what was given (`fields`): the kind of a tax identifier given as text."""
        return {}

    def lacks(self, key: str, reading: Reading, value: str = "…") -> None:
        """Report that a key is missing that others make necessary; `value` is what might stand there."""
        reading.faults.missing(self.node.span, {self.path(key): f"{key}: {value}"})

    def check(self, reading: Reading) -> None:
        """What must hold between the keys; findings go to `reading.faults`."""

    @model_validator(mode="before")
    @classmethod
    def _open(cls, node: Any, info: ValidationInfo[Reading]) -> dict[str, Any]:
        reading: Reading = info.context
        mapping = node if isinstance(node, MappingNode) else None
        if isinstance(node, ScalarNode) and not node.empty:
            mapping = cls.shorthand(node)
        if mapping is None:
            mapping = _no_mapping(cls, node, reading)
        if mapping is None:
            return {"node": MappingNode({}, node.span, node.path, node.origin)}
        given = [mapping.entries[key].value.origin for key in cls.alternatives if key in mapping.entries]
        if given:
            mapping = _without_lower(mapping, {*cls.alternatives}, max(given, key=LAYERS.index))
        return {"node": mapping, **_open_keys(cls, mapping, reading)}

    @model_validator(mode="after")
    def _checked(self, info: ValidationInfo[Reading]) -> "Section":
        self.check(info.context)
        return self


def _without_lower(node: MappingNode, keys: set[str], layer: Origin) -> MappingNode:
    """The mapping without those of `keys` that come from below a layer."""
    least = LAYERS.index(layer)
    kept = {k: e for k, e in node.entries.items() if k not in keys or LAYERS.index(e.value.origin) >= least}
    return replace(node, entries=kept)


def _no_mapping(section: type[Section], node: Any, reading: Reading) -> MappingNode | None:
    """Report what stands where keys belong; the mapping it was meant for where a list holds one key an item."""
    if isinstance(node, ScalarNode) and node.empty:
        reading.faults.add("E052", node.span, key=node.path, hints=(hint("H052"),))
        return None
    advice = hint("H051", known=_shown_keys(section))
    meant = _joined(node) if isinstance(node, SequenceNode) else None
    if meant is not None:
        advice = hint("H038")
    elif isinstance(node, ScalarNode) and not node.plain and _FLOW_MAPPING.fullmatch(node.text):
        text = node.text if node.text.startswith("{") else "{" + node.text + "}"
        advice = rewrite("H039", node.span, text)
    reading.faults.add("E051", node.span, key=node.path, hints=(advice,))
    return meant


def _joined(node: SequenceNode) -> MappingNode | None:
    """The mapping that a list of mappings would be without its dashes; None where a key would stand twice."""
    entries: dict[str, Entry] = {}
    for item in node.items:
        if not isinstance(item, MappingNode) or entries.keys() & item.entries.keys():
            return None
        entries.update(item.entries)
    return MappingNode(entries, node.span, node.path, node.origin)


def _shown_keys(section: type[Section]) -> str:
    return listed(list(section.declared())[:8])


def _open_keys(section: type[Section], node: MappingNode, reading: Reading) -> dict[str, Node]:
    """The children by key: what the section knows, with a misspelt key read as the one it is near to."""
    known = section.declared()
    children: dict[str, Node] = {}
    for key, entry in node.entries.items():
        if key in known:
            children[key] = entry.value
    unknown = [key for key in node.entries if key not in known]
    for key in unknown[:MAX_UNKNOWN]:
        near = _unknown(section, node, node.entries[key].key, reading)
        if near is not None and near not in children:
            children[near] = node.entries[key].value
    if len(unknown) > MAX_UNKNOWN:
        span = node.entries[unknown[MAX_UNKNOWN]].key.span
        reading.faults.add("E061", span, count=len(unknown) - MAX_UNKNOWN, hints=(hint("H062"),))
    required, defaults = section.expected()
    missing = [key for key in required if key not in children]
    if missing:
        spared = section.spared(node, reading)
        missing = [key for key in missing if key not in spared]
    if missing:
        reading.faults.missing(
            node.span, {f"{node.path}.{k}" if node.path else k: f"{k}: …" for k in missing}
        )
    for key, default in defaults:
        if key not in children:
            children[key] = ScalarNode(default, node.span, f"{node.path}.{key}", "default")
    return children


def _unknown(section: type[Section], node: MappingNode, key: ScalarNode, reading: Reading) -> str | None:
    """Report a key the section does not know; the absent key that was probably meant, or None."""
    advice: tuple[Hint, ...]
    known = section.declared()
    absent = [k for k in known if k not in node.entries]
    elsewhere = section.tagged.variants_with(key.text) if section.tagged else []
    if section.tagged and elsewhere:
        advice = (hint("H065", tag=section.tagged.key, codes=listed(elsewhere)),)
        reading.faults.add("E055", key.span, key=key.text, section=node.path, hints=advice)
        return None
    near = similar(key.text, absent) or _key_meant(section, key.text, absent)
    other = near or similar(key.text, known)
    if near:
        advice = (rewrite("H050", key.span, near),)
    elif other:
        advice = (hint("H061", name=other, line=node.entries[other].key.span.line),)
    else:
        advice = _where_known(section, key.text) or (
            (hint("H055", known=listed(sorted(known))),) if len(known) <= 24 else (hint("H062"),)
        )
    reading.faults.add(
        "E055" if node.path else "E050", key.span, key=key.text, section=node.path, hints=advice
    )
    return near


def _where_known(section: type[Section], text: str) -> tuple[Hint, ...]:
    """That a key belongs one level deeper, in a section that knows it; () where none does."""
    fields = section.model_fields
    holders = [
        key
        for key, (name, _) in section.declared().items()
        if any(text in inner.declared() for inner in _sections_in(fields[name].annotation))
    ]
    return (hint("H066", sections=listed(holders)),) if 0 < len(holders) <= 4 else ()


def _sections_in(annotation: Any) -> list[type[Section]]:
    """The sections that an annotation names; not those that are members of a list."""
    if isinstance(annotation, type):
        return [annotation] if issubclass(annotation, Section) else []
    if get_origin(annotation) is list:
        return []
    return [found for inner in get_args(annotation) for found in _sections_in(inner)]


def _key_meant(section: type[Section], text: str, absent: list[str]) -> str | None:
    """The absent key that is described with the word `text` (`honorarios` for `fees`), or None."""
    declared = section.declared()
    return key_meant(text, {key: (declared[key][1].es, declared[key][1].en) for key in absent})


# --- variants --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tagged:
    """Marks a union of sections told apart by the code that `key` holds.

    What a practice says about another variant than the spec's is left out; so is what lies below a package's.
    """

    key: str
    variants: tuple[tuple[str, type[Section]], ...]
    list_name: str = ""

    def __post_init__(self) -> None:
        for _, section in self.variants:
            section.tagged = self

    def variants_with(self, key: str) -> list[str]:
        """The codes of the variants that know a key."""
        return [code for code, section in self.variants if key in section.declared()]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self._pick)

    def _pick(self, node: Node, info: ValidationInfo[Reading]) -> Section | None:
        variants = dict(self.variants)
        reading: Reading = info.context
        tag = node.child(self.key) if isinstance(node, MappingNode) else None
        if isinstance(tag, ScalarNode) and tag.text in variants:
            return self._read(variants[tag.text], node, reading)
        if not isinstance(node, MappingNode):
            self._no_mapping(node, reading)
        elif tag is None:
            reading.faults.missing(
                node.span, {f"{node.path}.{self.key}": f"{self.key}: {'|'.join(variants)}"}
            )
        elif isinstance(tag, ScalarNode) and not tag.empty:
            meant = code_meant(tag.text, self.list_name)
            near = meant if meant in variants else similar(tag.text, variants)
            advice = (rewrite("H050", tag.span, near),) if near else ()
            reading.faults.add(
                "E081",
                tag.span,
                key=tag.path,
                text=tag.text,
                hints=(*advice, hint("H081", known=listed(variants))),
            )
            if near:
                return self._read(variants[near], node, reading)
        else:
            reading.faults.add("E052", tag.span, key=tag.path, hints=(hint("H052"),))
        return None

    def _read(self, variant: type[Section], node: Node, reading: Reading) -> Section:
        others = {key for _, section in self.variants for key in section.declared()} - {*variant.declared()}
        settled = node
        if isinstance(node, MappingNode):
            tag = node.child(self.key)
            package = tag is not None and tag.origin == "option"
            settled = _without_lower(node, others, "option" if package else "spec")
        return variant.model_validate(settled, context=reading)

    def _no_mapping(self, node: Node, reading: Reading) -> None:
        empty = isinstance(node, ScalarNode) and node.empty
        advice = hint("H052") if empty else hint("H051", known=f"`{self.key}`")
        reading.faults.add("E052" if empty else "E051", node.span, key=node.path, hints=(advice,))


# --- to the model ----------------------------------------------------------------------------------


def to_record(section: Section) -> Record:
    """The section as a record: what was given, and defaults, in the order of the schema."""
    fields: dict[str, Item] = {}
    for key, (name, _) in type(section).declared().items():
        item = _item(getattr(section, name), section, key)
        if item is not None:
            fields[key] = item
    fields.update(section.derived(fields))
    return Record(fields, section.node.span, section.record)


def _item(value: Any, section: Section, key: str) -> Item | None:
    if isinstance(value, Section):
        return to_record(value)
    if isinstance(value, list):
        members = [_item(member, section, key) for member in value]
        return Items(tuple(m for m in members if m is not None), section.span(key))
    return value if isinstance(value, Leaf | Record | Items) else None
