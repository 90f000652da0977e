"""Arguments of the Python interface, judged: a call that cannot be meant is an exception that says what to write."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from vadocs.diagnostics import Span
from vadocs.readers.overlay import Given

if TYPE_CHECKING:
    from vadocs.batches.shards import Shard

StrPath = str | os.PathLike[str]
"""A path, as text or as an object that knows its own."""
Plain = str | int | bool | Decimal | date | None
"""What a leaf of a spec may be given as. None: nothing is given, the spec's own stays."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_DEEPEST = 64
"""More steps than any key of a spec has."""
_KEY = re.compile(r"[^\s.\[\]]+(?:\[\d{1,4}\])*(?:\.[^\s.\[\]]+(?:\[\d{1,4}\])*)*")


def a_path(name: str, given: object) -> Path:
    """A path; TypeError for anything else, ValueError for an empty one."""
    if not isinstance(given, str | os.PathLike):
        raise TypeError(f"{name}: a path as str or os.PathLike, not {_kind(given)}")
    plain = os.fspath(given)
    if not isinstance(plain, str):
        raise TypeError(f"{name}: a path as str or os.PathLike[str], not of bytes")
    if not plain or "\0" in plain:
        raise ValueError(f"{name}: {plain!r} is no path")
    if _ADDRESS.match(plain):
        raise ValueError(f"{name}: {plain!r} is an address, not a path on this machine")
    return Path(plain)


def a_flag(name: str, given: object) -> bool:
    """True or False; TypeError for anything else."""
    if not isinstance(given, bool):
        raise TypeError(f"{name}: True or False, not {_kind(given)}")
    return given


def a_text(name: str, given: object) -> str | None:
    """A text, or None."""
    if given is not None and not isinstance(given, str):
        raise TypeError(f"{name}: a str or None, not {_kind(given)}")
    return given


def a_number(name: str, given: object, least: float, most: float, *, whole: bool = True) -> float:
    """A number from `least` to `most`."""
    if isinstance(given, bool) or not isinstance(given, int if whole else int | float):
        raise TypeError(f"{name}: {'an int' if whole else 'a number'}, not {_kind(given)}")
    if not least <= given <= most:
        raise ValueError(f"{name}: {given} is not from {least} to {most}")
    return given


def a_day(name: str, given: object) -> date | None:
    """A day, or None."""
    if given is not None and type(given) is not date:
        raise TypeError(f"{name}: a datetime.date or None, not {_kind(given)}")
    return given


def a_look(given: object) -> str | None:
    """The name of a look, or the path of a template, as text; None: the provider's own."""
    if given is None:
        return None
    return given if isinstance(given, str) and given else str(a_path("look", given))


def a_language(given: object) -> str | None:
    """The tag of a language that texts are in, such as "es" or "en-US"; None: none."""
    from vadocs.readers.schema.code import is_language

    tag = a_text("reading", given)
    if tag is not None and not is_language(tag):
        raise ValueError(f"reading: {tag!r} is not 'es' or 'en', with or without a country")
    return tag


def one_of(name: str, given: object, known: Collection[str]) -> str:
    """One of `known`."""
    if not isinstance(given, str):
        raise TypeError(f"{name}: a str, not {_kind(given)}")
    if given not in known:
        raise _unknown(name, given, known)
    return given


def codes(name: str, given: object, known: Collection[str]) -> tuple[str, ...]:
    """Codes of `known`, each once. A text alone is a TypeError: its letters would be taken for codes."""
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise TypeError(f"{name}: a list or tuple of codes such as ['contract'], not {_kind(given)}")
    return tuple(dict.fromkeys(one_of(name, one, known) for one in given))


def documents(given: object) -> tuple[str, ...]:
    """Codes of documents that can be made; one that is known but cannot be made yet says so."""
    from vadocs.build import DOCUMENTS
    from vadocs.readers.schema.codes import DOCUMENTS as KNOWN

    asked = codes("documents", given, KNOWN)
    for code in asked:
        if code not in DOCUMENTS:
            raise ValueError(f"documents: {code!r} cannot be made yet; those that can: {', '.join(DOCUMENTS)}")
    return asked


def formats(given: object) -> tuple[str, ...]:
    """Formats, at least one."""
    from vadocs.writers import WRITERS

    asked = codes("formats", given, tuple(WRITERS))
    if not asked:
        raise ValueError(f"formats: at least one of {', '.join(WRITERS)}")
    return asked


def values(name: str, given: object, convention: str = "") -> tuple[Given, ...]:
    """What is laid over a spec: dotted keys (`client.legal_name`, `services[0].task`) or mappings and lists within.

    `name` is where a finding says that a value was given: `values["client.legal_name"]`. `convention` as in `Given`,
    for texts; a number or a date of Python's is written as a spec has it.
    """
    if given is None:
        return ()
    if not isinstance(given, Mapping):
        raise TypeError(f"{name}: a dict of dotted keys and values, not {_kind(given)}")
    return tuple(_given(name, given, convention))


def texts(name: str, given: object, convention: str = "") -> dict[str, tuple[str, str]]:
    """As `values`, by dotted key: the text, and the convention that it keeps."""
    if not isinstance(given, Mapping):
        raise TypeError(f"{name}: a dict of dotted keys and values, not {_kind(given)}")
    return {one.key: (one.text, one.convention) for one in _given(name, given, convention)}


def a_shard(given: object) -> "Shard | None":
    """A part of a batch: (1, 3) is the first of three; None: all of it."""
    from vadocs.batches.shards import MOST, Shard

    if given is None:
        return None
    if not isinstance(given, tuple) or len(given) != 2:
        raise TypeError(f"shard: two int such as (1, 3), not {_kind(given)}")
    part, of = given
    a_number("shard", of, 1, MOST)
    a_number("shard", part, 1, of)
    return Shard(part, of)


def a_locale(given: object) -> str:
    """The tag of a locale whose numbers and dates are known, as it is written; "" for none."""
    from vadocs.readers.schema.conventions import USUAL, convention_of

    tag = a_text("locale", given) or ""
    known = convention_of(tag) if tag else None
    if tag and known is None:
        raise ValueError(f"locale: {tag!r} is not known; such as {', '.join(USUAL)}")
    return known.tag if known is not None else ""


def settings(given: object, locale: str) -> tuple[str, ...]:
    """What `set` lays over all of a source, as the command line's `--set` has it: `client.address.country=ES`."""
    if given is None:
        return ()
    if not isinstance(given, Mapping):
        raise TypeError(f"set: a dict of dotted keys and values, not {_kind(given)}")
    for key, value in _leaves("set", given, "") if locale else ():
        if isinstance(value, Decimal | date):
            raise ValueError(f"set[{key!r}]: with a locale, a str as that locale writes it, not {_kind(value)}")
    return tuple(f"{one.key}={one.text}" for one in _given("set", given, locale))


def conditions(given: object) -> tuple[str, ...]:
    """What `where` asks: texts as on the command line, or a mapping of keys to a value or several."""
    if isinstance(given, Mapping):
        return tuple(_condition(key, value) for key, value in given.items())
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise TypeError(f"where: a list of texts such as ['client.address.country=ES'], or a dict, not {_kind(given)}")
    found = tuple(given)
    for one in found:
        if not isinstance(one, str):
            raise TypeError(f"where: texts such as 'client.address.country=ES', not {_kind(one)}")
    return found


def _condition(key: object, value: object) -> str:
    several = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    told = [_text(f"where[{key!r}]", one) for one in several]
    if not isinstance(key, str) or not several or None in told:
        raise TypeError(f"where: {key!r} needs a value, or a list of them")
    quoted = ",".join('"' + (one or "").replace('"', '""') + '"' for one in told)
    return f"{key}={quoted}"


def _given(name: str, given: Mapping[object, object], convention: str) -> Iterator[Given]:
    for path, value in _leaves(name, given, ""):
        text = _text(f"{name}[{path!r}]", value)
        if text is not None:
            place = Span(f'{name}["{path}"]', 0, 0, 0, 0)
            yield Given(path, text, place, convention if isinstance(value, str) else "")


def _leaves(name: str, given: object, path: str) -> Iterator[tuple[str, object]]:
    """Every value with its dotted key."""
    if path.count(".") + path.count("[") > _DEEPEST:
        raise ValueError(f"{name}: {path[:40]!r}… is no dotted key: it has no end")
    if isinstance(given, Mapping):
        for key, value in given.items():
            if not isinstance(key, str):
                raise TypeError(f"{name}: keys are str, not {_kind(key)}")
            if not _KEY.fullmatch(key):
                raise ValueError(f"{name}: {key!r} is no dotted key such as 'client.legal_name' or 'services[0].task'")
            yield from _leaves(name, value, f"{path}.{key}" if path else key)
    elif isinstance(given, Sequence) and not isinstance(given, str | bytes | bytearray):
        for index, value in enumerate(given):
            yield from _leaves(name, value, f"{path}[{index}]")
    else:
        yield path, given


def _text(name: str, value: object) -> str | None:
    """The value as a spec writes it; None where nothing is given."""
    match value:
        case None | str():
            return value
        case bool():
            return "true" if value else "false"
        case Decimal():
            if not value.is_finite():
                raise ValueError(f"{name}: {value} is no amount")
            return format(value, "f")
        case int():
            return str(value)
        case date() if type(value) is date:
            return value.isoformat()
        case float():
            raise TypeError(f"{name}: an amount is a str or a decimal.Decimal, not a float: floats are not exact")
    raise TypeError(f"{name}: a str, int, bool, decimal.Decimal, datetime.date or None, not {_kind(value)}")


def _unknown(name: str, given: str, known: Collection[str]) -> ValueError:
    from vadocs.readers.similar import similar

    near = similar(given, known)
    meant = f"; did you mean {near!r}?" if near else ""
    return ValueError(f"{name}: there is no {given!r}{meant} Known: {', '.join(known)}")


def _kind(given: object) -> str:
    """What something is, in words: its type."""
    return "None" if given is None else type(given).__name__
