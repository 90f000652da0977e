"""Files in one zip: the same files give the same bytes."""

import io
import zipfile
from collections.abc import Iterable

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell: files in it have no date of their own."""
_UNIX = 3
_MODE = 0o100644 << 16
"""A plain file that its owner may write and everyone may read."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files, each a name and its bytes, in the order given."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _MODE
            archive.writestr(entry, data)
    return made.getvalue()
