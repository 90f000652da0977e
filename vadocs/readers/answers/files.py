"""What keeps a file with answers from being read."""

from typing import Literal

Reason = Literal["size", "damaged", "locked", "text", "dynamic"]


class Unreadable(Exception):
    """The file is too large, damaged, locked with a password, no text, or a form of another making (XFA)."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
