"""What each key of a section takes, told from its annotation: for the vocabulary and the JSON Schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from vadocs.readers.schema.leaf import LeafType
from vadocs.readers.schema.listing import Listing, Loose
from vadocs.readers.schema.section import Declaration, Section, Tagged


@dataclass(frozen=True, slots=True)
class Shape:
    """Exactly one of: a leaf, sections (several: told apart by `tag`, or the parties), a list's member, loose."""

    leaf: LeafType | None = None
    sections: tuple[type[Section], ...] = ()
    tag: Tagged | None = None
    member: "Shape | None" = None
    single: bool = False

    @property
    def loose(self) -> bool:
        """Whether any mapping will do."""
        return self.leaf is None and not self.sections and self.member is None


def shapes(section: type[Section]) -> Iterator[tuple[str, Declaration, Shape]]:
    """Each key of a section with its declaration and what it takes."""
    for key, (name, declaration) in section.declared().items():
        info = section.model_fields[name]
        yield key, declaration, _shape(info.annotation, info.metadata)


def _shape(annotation: Any, metadata: list[Any]) -> Shape:
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        return _shape(annotation, [*metadata, *more])
    mark = next((m for m in metadata if isinstance(m, LeafType | Listing | Loose | Tagged)), None)
    if isinstance(mark, LeafType):
        return Shape(leaf=mark)
    if isinstance(mark, Loose):
        return Shape()
    if isinstance(mark, Tagged):
        return Shape(sections=tuple(section for _, section in mark.variants), tag=mark)
    options = [a for a in get_args(annotation) if a is not NoneType] or [annotation]
    if isinstance(mark, Listing):
        (inner,) = get_args(options[0])
        return Shape(member=_shape(inner, []), single=mark.single)
    nested = [o for o in options if get_origin(o) is Annotated]
    if nested:
        return _shape(nested[0], metadata)
    sections = tuple(o for o in options if isinstance(o, type) and issubclass(o, Section))
    return Shape(sections=sections)
