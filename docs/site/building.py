"""Has Zensical build the pages of each language: Spanish at the top of the site, English under `en/`."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.site.staging import HERE, LANGUAGES, stage


def build(target: Path) -> None:
    """Build the site into the folder `target`, whose content is replaced.

    A warning of Zensical's (a link that leads nowhere, a page that is not there) raises `CalledProcessError`.
    """
    shutil.rmtree(target, ignore_errors=True)
    for language in LANGUAGES:
        with TemporaryDirectory(prefix="vadocs-site-") as scratch:
            work = Path(scratch)
            stage(language, work / "pages")
            shutil.copy(HERE / f"{language}.toml", work / "zensical.toml")
            shutil.copytree(HERE / "theme", work / "theme")
            command = [sys.executable, "-m", "zensical", "build", "--strict"]
            subprocess.run(command, cwd=work, check=True, stdout=subprocess.DEVNULL)
            shutil.copytree(work / "site", target if language == LANGUAGES[0] else target / language)
    for language in LANGUAGES[1:]:
        _below(target / language / "404.html", f"/{language}/")


def _below(page: Path, top: str) -> None:
    """Let the links of a page that is shown at any address begin at `top`; Zensical has them begin at "/"."""
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r'((?:href=|src=|"base":|URL\()")/', rf"\1{top}", text), encoding="utf-8")
