"""Files of strangers (PDF, PNG, JPEG): measured, cleaned of all that acts, or refused.

`clean` works on a file in a process of its own: what is in there may be made to do harm.
"""

import hashlib
from collections import OrderedDict

from vadocs.model.outside import Cleaned, Refused
from vadocs.pack.outside.apart import apart
from vadocs.pack.outside.coding import decoded, encoded
from vadocs.pack.outside.faults import BYTES, Unfit, broken
from vadocs.pack.outside.picture import JPEG, PNG

__all__ = ["BYTES", "clean"]

SECONDS = 30
"""How long a file may take: ten times what a long one takes on a slow machine."""
_KEPT = 16
"""How many files' results are kept: the same tariff goes to every client of a batch."""
_KEPT_BYTES = 2**20
_kept: OrderedDict[bytes, Cleaned | Refused] = OrderedDict()


def clean(data: bytes) -> Cleaned | Refused:
    """What a file is, cleaned, or why it is not taken."""
    key = hashlib.sha256(data).digest()
    found = _kept.pop(key, None) or _apart(data)
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

    answer = apart(cleaned_here, "vadocs.pack.outside", data, SECONDS)
    return decoded(answer) if answer is not None else Refused("E698", (("seconds", str(SECONDS)),))
