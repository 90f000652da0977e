"""The names of a welcome kit that guide: what to delegate and what not, access to give, steps of collection."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from vadocs.compose.kitwords import Words
from vadocs.compose.taxnames import leaf
from vadocs.law.regions import folded
from vadocs.model.clause import Overlay
from vadocs.model.engagement import OTHER_LANGUAGE, Choice, Item, Items, Leaf, Localised, Quantity, Record
from vadocs.model.library import Library

IDEAS = 20
"""Ideas at most that a niche gives."""
_STEM = 5
"""Letters by which words are compared; shorter words do not count."""
_ALIKE = 0.5
"""The part of their words that two wordings of one task share."""


def guide_names(root: Record, library: Library, words: Words) -> dict[str, Item]:
    """`ideas`, `not_delegated`, `access` and `dunning`, each only where there is something to tell."""
    niches = _niches(root, library)
    found: dict[str, Sequence[Item]] = {
        "ideas": _ideas(root, niches, words),
        "not_delegated": _not_delegated(root, niches, words),
        "access": _access(root, niches, words),
        "dunning": _dunning(root),
    }
    return {name: Items(tuple(members)) for name, members in found.items() if members}


def _niches(root: Record, library: Library) -> list[Overlay]:
    named = [item.value for item in _members(root, "niches") if isinstance(item, Leaf)]
    codes = [value.code if isinstance(value, Choice) else str(value) for value in named]
    return [library.niches[code] for code in codes if code in library.niches]


def _ideas(root: Record, niches: Sequence[Overlay], words: Words) -> list[Item]:
    """The spec's own ideas, then of each niche the tasks that are no service yet and not ruled out."""
    services = [one.get("task") for one in _members(root, "services") if isinstance(one, Record)]
    own = list(_members(root, "welcome_kit.ideas"))
    out = [
        *_members(root, "welcome_kit.not_delegated"), *_members(root, "exclusions"), *_members(root, "authority.never")
    ]  # fmt: skip
    offered = [[*(task.task for task in niche.scope), *niche.ideas][:IDEAS] for niche in niches]
    texts = (text for some in offered for text in some)
    return [*own, *_unlike(texts, _told([*services, *own, *out], root, words), words)]


def _not_delegated(root: Record, niches: Sequence[Overlay], words: Words) -> list[Item]:
    """What the spec says not to delegate, what the contract excludes, then what the niches do."""
    own = [*_members(root, "welcome_kit.not_delegated"), *_members(root, "exclusions")]
    texts = (text for niche in niches for text in niche.exclusions)
    return [*own, *_unlike(texts, _told([*own, *_members(root, "authority.never")], root, words), words)]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a list says already, by language: in two languages both sides must leave out the same."""

    texts: Mapping[str, list[str]]

    def says(self, offer: Mapping[str, str]) -> bool:
        """Whether one of the texts is like the offer's, in any of the languages."""
        return any(alike(offer.get(code, ""), other) for code, some in self.texts.items() for other in some)

    def add(self, offer: Mapping[str, str]) -> None:
        """Count the offer as said."""
        for code, some in self.texts.items():
            some.append(offer.get(code, ""))


def _told(some: Sequence[Item | None], root: Record, words: Words) -> _Told:
    """What some leaves say in each of the document's languages."""
    other = root.value(OTHER_LANGUAGE)
    codes = (words.language.code, other.code.partition("-")[0] if isinstance(other, Choice) else "")
    return _Told({code: _said(some, code) for code in codes if code})


def _unlike(offered: Iterable[Mapping[str, str]], told: _Told, words: Words) -> list[Item]:
    """Of what is offered, in the document's language, the texts that nothing told nor one before says already."""
    found: list[Item] = []
    for offer in offered:
        text = offer.get(words.language.code)
        if text and not told.says(offer):
            found.append(leaf(text))
            told.add(offer)
    return found


def alike(one: str, other: str) -> bool:
    """Whether two texts name the same thing: they begin with the same two words, or share half of their words."""
    left, right = _stems(one), _stems(other)
    shared, all_words = set(left) & set(right), set(left) | set(right)
    same_start = len(left) > 1 and len(right) > 1 and set(left[:2]) == set(right[:2])
    return bool(shared) and (same_start or len(shared) >= _ALIKE * len(all_words))


@lru_cache(maxsize=1024)
def _stems(text: str) -> tuple[str, ...]:
    """How the longer words of a text begin, folded: each text is set beside many."""
    return tuple(word[:_STEM] for word in folded(text).split() if len(word) >= _STEM)


def _access(root: Record, niches: Sequence[Overlay], words: Words) -> list[Item]:
    """The access agreed, then what the niches usually need, `suggested`: system, role and method, nothing else."""
    agreed = [one for one in _members(root, "access") if isinstance(one, Record)]
    kept = ("system", "role", "method")
    found: list[Item] = [Record({name: one.fields[name] for name in kept if name in one.fields}) for one in agreed]
    told = _told([one.get("system") for one in agreed], root, words)
    for offer in (offer for niche in niches for offer in niche.access):
        system, role = (text.get(words.language.code, "") for text in (offer.system, offer.role))
        if not system or not role or told.says(offer.system):
            continue
        told.add(offer.system)
        method = leaf(Choice(offer.method, "access_method"))
        found.append(Record({"system": leaf(system), "role": leaf(role), "method": method, "suggested": leaf(True)}))
    return found


def _dunning(root: Record) -> list[Item]:
    """The steps of collection in order of time, days counted from the due date; `before` it, `on` it, or after."""
    steps = [one for one in _members(root, "late_payment.dunning") if isinstance(one, Record)]
    told = [(days, one) for one in steps if (days := _count(one)) is not None]
    found: list[Item] = []
    for days, one in sorted(told, key=lambda pair: pair[0]):
        kept = {name: one.fields[name] for name in ("action", "channel") if name in one.fields}
        # A step on the due date itself is no number of days away from it.
        away = {} if days == 0 else {"days": leaf(Quantity(Decimal(abs(days)), "day"))}
        found.append(Record({**away, "before": leaf(days < 0), "on_due_day": leaf(days == 0), **kept}))
    return found


def _count(step: Record) -> int | None:
    value = step.value("offset_days")
    number = value.amount if isinstance(value, Quantity) else value
    return int(number) if isinstance(number, int | Decimal) and not isinstance(number, bool) else None


def _members(root: Record, path: str) -> Sequence[Item]:
    items = root.get(path)
    return items.items if isinstance(items, Items) else ()


def _said(some: Iterable[Item | None], code: str) -> list[str]:
    """The texts of some leaves in a language."""
    values = (one.value for one in some if isinstance(one, Leaf))
    texts = (value.texts.get(code, "") if isinstance(value, Localised) else value for value in values)
    return [text for text in texts if isinstance(text, str) and text]
