"""What ends the reading of a stranger's file."""

BYTES = 50 * 2**20
"""The largest file that is read."""
UNPACKED = 200 * 2**20
"""The most that all streams of a file may hold, unpacked."""
PAGES = 500
PIXELS = 60_000_000
"""The most pixels of a picture: the best cameras of telephones; each takes up to four bytes while it is turned."""
OBJECTS = 200_000
DEPTH = 12
"""How deep drawings may lie in drawings."""
DRAWINGS = 20_000
"""How often drawings may be drawn on a page, those in drawings counted each time."""


class Unfit(Exception):
    """A file is refused: the code of the catalogue, and what fills its placeholders."""

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.args_told = tuple((name, str(value)) for name, value in args.items())


def broken() -> Unfit:
    """It is cut off, or its parts do not fit together."""
    return Unfit("E662")


def too_large() -> Unfit:
    """Unpacked, it would take more than `UNPACKED`."""
    return Unfit("E664", limit=UNPACKED // 2**20)
