"""Small engagements to write: two formats of one content, without composing a contract."""

import hashlib
from pathlib import Path

from vadocs.diagnostics import Report
from vadocs.outputs import MANIFEST, Edition, Output, save
from vadocs.outputs.manifest import Manifest, read_bytes

FORMATS = ("docx", "pdf")


def edition(version: int = 1, status: str = "draft", number: str = "1", engagement: str = "a") -> Edition:
    """An edition of the engagement `a`."""
    return Edition(engagement, number, version, status, ({"id": "scope", "edition": 1},))


def outputs(content: str, *, version: int = 1, client: str = "A", formats: tuple[str, ...] = FORMATS) -> list[Output]:
    """One document of that content in each format; the bytes are the content's and the format's."""
    text = hashlib.sha256(content.encode()).hexdigest()
    return [
        Output("contract", name, file(name, version, client), f"{content}.{name} ".encode() * 3000, 3, text)
        for name in formats
    ]


def file(suffix: str, version: int = 1, client: str = "A") -> str:
    """The name of a file."""
    return f"Contrato_{client}_1_v{version}.{suffix}"


def saved(
    folder: Path,
    content: str,
    *,
    version: int = 1,
    status: str = "draft",
    client: str = "A",
    number: str = "1",
    engagement: str = "a",
    formats: tuple[str, ...] = FORMATS,
    replace: bool = False,
) -> list[str]:
    """Write that content; the codes of what was found."""
    report = Report()
    made = outputs(content, version=version, client=client, formats=formats)
    wrote = save(folder, made, edition(version, status, number, engagement), replace=replace, report=report)
    assert wrote == (not report.failed)
    if wrote:
        there = {name.casefold(): data for name, data in held(folder).items()}
        assert all(there[o.file.casefold()] == o.data for o in made)
    return [d.code for d in report]


def held(folder: Path) -> dict[str, bytes]:
    """What the folder holds: every name but the manifest's, with its bytes."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != MANIFEST and p.is_file()}


def manifest(folder: Path) -> Manifest:
    """The folder's manifest as it stands."""
    return read_bytes((folder / MANIFEST).read_bytes())
