"""What came back of a form: whose it is, and what stands in each of its fields."""

import re
from dataclasses import dataclass

MOST_ANSWERS = 500
"""How many answers a form may have: ours ask some sixty questions."""
LONGEST_ANSWER = 20_000
"""How many characters an answer may have: as many as a text of the spec."""
_IN_PACKET = re.compile(r"[a-z-]+_")
"""What a packet puts before the names of a document's fields: its code. A name has a full stop before its first _."""
_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
"""What programs end lines with."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was filled into the field `name`. `question`: what the file says that it asks ("": nothing).

    `behind`: its question stands before it
    in `text`, as in plain questionnaires. `ticked`: a box, whose text is "" where it is not ticked; None: no box.
    """

    name: str
    text: str
    question: str = ""
    ticked: bool | None = None
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is filled in, in the order of the file. `mark` tells whose form it is (`Meta.mark`)."""

    mark: str
    given: tuple[Answer, ...]


def field_name(written: str) -> str:
    """The name of a field as the document has it: without the code that a packet puts before it."""
    found = _IN_PACKET.match(written)
    return written[found.end() :] if found else written


def tidy(text: str) -> str:
    """An answer without what programs add: line ends of one kind, tabs as spaces, no space at line ends or around."""
    lines = _ENDS.split(text.replace("\t", " "))
    return "\n".join(line.rstrip() for line in lines).strip()
