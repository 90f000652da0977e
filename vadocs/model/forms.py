"""What tells the fields of forms apart, and whose form it is: names and marks that stay as documents change."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping

LONGEST = 24
"""How many letters of a text a name takes: Word allows 64 for section, field and row together."""
LONGEST_NAME = 64
"""How long the tag of a content control may be: Word takes a file with a longer one for a damaged one."""
FIELD_BOOKMARK = "_field_"
"""What the names of the bookmarks round the fields of a Word file begin with."""
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


def mark_of(id: str, number: str, clients: Iterable[str]) -> str:
    """The mark of an engagement's forms: its id, and a digest of its number and its client's names.

    Answers belong to an engagement where their mark is its own. Capitals, accents, spaces and signs of a name do not
    count: a corrected comma makes no other client.
    """
    names = ["".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum()) for name in clients]
    return f"{id}:{_digest(chr(0).join([number, *names]))}"


def within_limits(name: str) -> str:
    """The name, cut and told apart by its hash where it is longer than Word allows."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME - 9]}~{_digest(name)}"


def field_bookmark(name: str) -> str:
    """The name of the bookmark round a field in a Word file: at most 40 letters, digits and underscores (17.13.6.2)."""
    return f"{FIELD_BOOKMARK}{_digest(name)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
