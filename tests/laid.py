"""Specs as plain data with changes laid over them."""

from copy import deepcopy
from typing import Any

GONE = "~"


def laid(base: Any, over: Any) -> Any:
    """`over` laid on `base`: mappings deeply, all else replaced; the value `GONE` takes its key out."""
    if not isinstance(over, dict):
        return deepcopy(over)
    found = dict(base) if isinstance(base, dict) else {}
    for key, value in over.items():
        if value == GONE:
            found.pop(key, None)
        else:
            found[key] = laid(found.get(key), value)
    return found
