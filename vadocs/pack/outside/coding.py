"""What a child process found, as bytes: JSON of plain values, then the bytes that it names by place and length.

Nothing in it can do anything where it is read, whatever became of the process that wrote it.
"""

import json
from typing import Any

from vadocs.model.outside import Cleaned, Headed, Mark, Outside, OutsideObject, OutsidePage, Refused, Tag


def encoded(found: Cleaned | Refused) -> bytes:
    """The bytes of what was found."""
    blob = bytearray()

    def stored(data: bytes) -> list[int]:
        place = len(blob)
        blob.extend(data)
        return [place, len(data)]

    if isinstance(found, Refused):
        head: dict[str, Any] = {"refused": [found.code, found.args]}
    else:
        outside = found.outside
        head = {
            "picture": stored(found.picture), "pixels": found.pixels, "removed": found.removed,
            "signed": found.signed, "accessible": found.accessible,
            "outside": None if outside is None else {
                "pages": [[p.box, p.turn, stored(p.content), p.resources, p.drawings, p.group] for p in outside.pages],
                "objects": [[o.syntax, None if o.data is None else stored(o.data)] for o in outside.objects],
                "tags": [[*tag[:8], [list(k) if isinstance(k, Mark) else k for k in tag.kids]] for tag in outside.tags],
                "language": outside.language, "outline": outside.outline,
            },
        }  # fmt: skip
    text = json.dumps(head).encode("ascii")
    return b"%d\n%b%b" % (len(text), text, bytes(blob))


def decoded(data: bytes) -> Cleaned | Refused:
    """What was found, from its bytes."""
    length, _, rest = data.partition(b"\n")
    head, blob = json.loads(rest[: int(length)]), rest[int(length) :]
    if "refused" in head:
        code, args = head["refused"]
        return Refused(code, tuple((name, value) for name, value in args))

    def data_at(place: list[int]) -> bytes:
        return blob[place[0] : place[0] + place[1]]

    outside = None
    if head["outside"] is not None:
        held = head["outside"]
        pages = tuple(OutsidePage(tuple(b), t, data_at(c), *map(tuple, rest)) for b, t, c, *rest in held["pages"])
        objects = tuple(OutsideObject(tuple(s), None if d is None else data_at(d)) for s, d in held["objects"])
        tags = tuple(
            Tag._make((*plain[:7], tuple(plain[7]), tuple(Mark(*k) if isinstance(k, list) else k for k in plain[8])))
            for plain in held["tags"]
        )
        outside = Outside(pages, objects, tags, held["language"], tuple(Headed(*one) for one in held["outline"]))
    width, height = head["pixels"]
    return Cleaned(
        outside, data_at(head["picture"]), (width, height), tuple(head["removed"]), head["signed"], head["accessible"]
    )
