"""`python -m docs.site [DIR]`: builds both languages into DIR (`out/site` if not given); a warning ends it with 1."""

import sys
from pathlib import Path

from docs.site.building import build

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/site")
    build(folder)
    print(folder / "index.html")
