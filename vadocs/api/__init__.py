"""What programs call: the same work as the command line's, with the same guarantees, as typed functions.

Findings are values and never printed; nothing here reads the command line or changes the process around it. Each
function may be called from any thread, in a notebook, in a script without `if __name__ == "__main__"`; it blocks, so
within asyncio it is `await asyncio.to_thread(vadocs.render, spec)`.
"""

from vadocs.api.many import batch
from vadocs.api.results import Accepted, BatchResult, Engagement, Fact, File, Rendered
from vadocs.api.single import check, packet, render

__all__ = [
    "Accepted", "BatchResult", "Engagement", "Fact", "File", "Rendered", "batch", "check", "packet", "render",
]  # fmt: skip
