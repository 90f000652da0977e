"""What the root of a part says of elements that are younger than the standard (ECMA-376 part 3, 9)."""

import re

from vadocs.writers.ooxml import W14

_ROOT = re.compile(rb"<w:\w+[^>]*>")
_IGNORABLE = re.compile(rb'\bmc:Ignorable="([^"]*)"')
_MC = b' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def with_word_2010(part: bytes) -> bytes:
    """The part, boxes to tick in it declared as what an older program may pass over; as it was where there are none."""
    if b"<w14:checkbox" not in part:
        return part
    root = _ROOT.search(part)
    assert root is not None
    tag = root.group()
    named = _IGNORABLE.search(tag)
    if named is None:
        own = b"" if b" xmlns:mc=" in tag else _MC
        tag = tag[:-1] + own + b' mc:Ignorable="w14">'
    elif b"w14" not in named[1].split():
        tag = tag.replace(named.group(), b'mc:Ignorable="' + (named[1] + b" w14").strip() + b'"')
    if b" xmlns:w14=" not in tag:
        tag = tag[:-1] + f' xmlns:w14="{W14}">'.encode()
    return part[: root.start()] + tag + part[root.end() :]
