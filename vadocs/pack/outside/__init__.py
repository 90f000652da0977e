"""Files of strangers (PDF, PNG, JPEG): measured, cleaned of all that acts, or refused.

`clean` works on a file in a process of its own: what is in there may be made to do harm.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vadocs.model.outside import Cleaned, Refused
from vadocs.pack.outside.apart import apart
from vadocs.pack.outside.coding import decoded, encoded
from vadocs.pack.outside.faults import BYTES, Unfit, broken
from vadocs.pack.outside.picture import JPEG, PNG

if TYPE_CHECKING:
    from vadocs.posix import Running

__all__ = ["BYTES", "begun", "clean"]

SECONDS = 30
"""How long a file may take: ten times what a long one takes on a slow machine."""
_KEPT = 16
"""How many files' results are kept: the same tariff goes to every client of a batch."""
_KEPT_BYTES = 2**20
_kept: OrderedDict[bytes, Cleaned | Refused] = OrderedDict()
_AT_ONCE = 4
"""So many files are worked on beside other work: each may take the memory that it is bound by."""
_running: "dict[bytes, Running]" = {}
"""Work that was begun, by the digest of its file."""


@contextmanager
def begun(files: Iterable[bytes]) -> Iterator[None]:
    """Within it, work on these files goes on beside whatever else is done; `clean` has its results sooner.

    Where the system cannot fork, nothing is begun.
    """
    try:
        from vadocs.posix import Running
    except ImportError:  # no POSIX
        yield
        return
    import vadocs.pack.outside.pdf  # noqa: F401  imported once, before the forks

    try:
        for data in files:
            key = hashlib.sha256(data).digest()
            if key not in _kept and key not in _running and len(_running) < _AT_ONCE:
                _running[key] = Running(cleaned_here, data, SECONDS)
        yield
    finally:
        while _running:
            _running.popitem()[1].stop()


def clean(data: bytes) -> Cleaned | Refused:
    """What a file is, cleaned, or why it is not taken."""
    key = hashlib.sha256(data).digest()
    running = _running.pop(key, None)
    found = _kept.pop(key, None) or (_told(running.answer()) if running is not None else _apart(data))
    if len(data) <= _KEPT_BYTES:
        _kept[key] = found
    while len(_kept) > _KEPT:
        _kept.popitem(last=False)
    return found


def cleaned_here(data: bytes) -> bytes:
    """`clean`, coded, in this process."""
    from vadocs.pack.outside.pdf import clean_pdf
    from vadocs.pack.outside.picture import clean_picture

    try:
        if data.startswith((PNG, JPEG)):
            return encoded(clean_picture(data))
        if b"%PDF-" in data[:1024]:
            return encoded(clean_pdf(data))
        return encoded(Refused("E661"))
    except Unfit as fault:
        return encoded(Refused(fault.code, fault.args_told))
    except MemoryError:
        raise
    except Exception:  # pypdf raises whatever it meets: KeyError, TypeError, RecursionError, …
        return encoded(Refused(broken().code))


def _apart(data: bytes) -> Cleaned | Refused:
    """`clean` in another process, with bounds on memory and time where the system has them."""
    import vadocs.pack.outside.pdf  # noqa: F401  imported once, before a fork

    return _told(apart(cleaned_here, "vadocs.pack.outside", data, SECONDS))


def _told(answer: bytes | None) -> Cleaned | Refused:
    """What the other process said; that it took too long, where it said nothing."""
    return decoded(answer) if answer is not None else Refused("E698", (("seconds", str(SECONDS)),))
