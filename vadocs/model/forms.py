"""What tells the fields of forms apart, and whose form it is: names and marks that stay as documents change."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

LONGEST = 24
"""How many letters of a text a name takes: Word allows 64 for section, field and row together."""
LONGEST_NAME = 64
"""How long the tag of a content control may be: Word takes a file with a longer one for a damaged one."""
FIELD_BOOKMARK = "_field_"
"""What the names of the bookmarks round the fields of a Word file begin with."""
OPTIONS = "proposal-acceptance.option."
"""What the names of the fields begin with where each of several clients chooses a package."""
Belonging = Literal["own", "renamed", "other client", "other"]
_CLIENT = 4
"""How many figures of a digest tell a client's name, and its identifier."""
_UNKNOWN = "0" * _CLIENT
CHOSEN, ACCEPTED_ON = "proposal.chosen", "proposal.accepted_on"
"""The keys of the package that the client chose, and of the day of the acceptance."""
ACCEPTANCE: Mapping[tuple[str, str], str] = {
    ("proposal-acceptance", "option"): CHOSEN, ("proposal-acceptance", "date"): ACCEPTED_ON,
}  # fmt: skip
"""What a section asks for beside a signature that is a key of the spec, by section and what is filled in."""
_OTHERS = re.compile(r"[^a-z0-9]+")


def row_name(text: str) -> str:
    """A name for the row that `text` tells apart: its letters without accents; a longer text ends in its hash.

    The same text has the same name wherever its row stands.
    """
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    slug = _OTHERS.sub("-", letters).strip("-")
    if slug and len(slug) <= LONGEST and len(slug) > len(text) // 2:
        return slug
    return f"{slug[:LONGEST - 9].strip('-')}-{_digest(text)}".lstrip("-")


def mark_of(id: str, number: str, clients: Iterable[str], identifiers: Iterable[str]) -> str:
    """The mark of an engagement's forms: its id, and digests of its number, of its clients' names and identifiers.

    Id and number tell the engagement; name and identifier of a client, that it is still the same one. Capitals,
    accents, spaces and signs do not count: a corrected comma makes no other client. Four figures give nothing away.
    """
    names, known = ([_letters(one) for one in many] for many in (clients, identifiers))
    told = (_digest(chr(0).join([number, *each]))[:_CLIENT] if any(each) else _UNKNOWN for each in (names, known))
    return f"{id}:{_digest(number)}{''.join(told)}"


def compared(mark: str, own: str) -> Belonging:
    """How a form with `mark` belongs to the engagement whose mark is `own` today.

    "renamed": the client has another name, and the same identifier; "other client": nothing tells that it is the same.
    """
    if mark == own:
        return "own"
    (engagement, name, known), (own_engagement, own_name, own_known) = map(_parted, (mark, own))
    if engagement != own_engagement:
        return "other"
    if name == own_name != _UNKNOWN:
        return "own"
    return "renamed" if known == own_known != _UNKNOWN else "other client"


def _parted(mark: str) -> tuple[str, str, str]:
    """What tells the engagement, the client's name and its identifier."""
    return mark[: -2 * _CLIENT], mark[-2 * _CLIENT : -_CLIENT], mark[-_CLIENT:]


def _letters(name: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", name).casefold() if each.isalnum())


def within_limits(name: str) -> str:
    """The name, cut and told apart by its hash where it is longer than Word allows."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME - 9]}~{_digest(name)}"


def field_bookmark(name: str) -> str:
    """The name of the bookmark round a field in a Word file: at most 40 letters, digits and underscores (17.13.6.2)."""
    return f"{FIELD_BOOKMARK}{_digest(name)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
