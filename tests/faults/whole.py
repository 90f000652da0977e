"""What must hold of an output folder at every moment, and what it holds, to be compared with another's."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdf

from vadocs.outputs import MANIFEST

JOURNAL, REPORT = "manifest.jsonl", "report.html"
TEMPORARY = re.compile(r"\.vadocs-[0-9a-f]{16}\.tmp")
OWN = re.compile(r"\.vadocs[-.a-z0-9]*")
"""What a run may keep beside them: its lock, temporary files."""


def made(out: Path) -> dict[str, bytes]:
    """Every file of the engagements' folders by path, their manifests among them: what two runs must have alike."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.glob("*/*"))
        if path.is_file() and not path.is_symlink() and not TEMPORARY.fullmatch(path.name)
    }


def journal(out: Path) -> dict[str, Mapping[str, Any]]:
    """The last line of each engagement; one that was cut off counts nothing."""
    found = {}
    for text in (out / JOURNAL).read_bytes().split(b"\n") if (out / JOURNAL).is_file() else ():
        try:
            line = json.loads(text)
        except ValueError:
            assert not text.endswith(b"}"), text
        else:
            found[line["engagement"]] = line
    return found


def assert_whole(out: Path, ids: tuple[str, ...]) -> int:
    """Each file under a final name opens and has the hash on record; how many there are.

    Only folders of the engagements, the journal, the report, and temporary files of ours stand in `out`.
    """
    if not out.exists():
        return 0
    for path in out.iterdir():
        assert path.name in (*ids, JOURNAL, REPORT) or OWN.fullmatch(path.name), path.name
    count = 0
    for folder in (path for path in out.iterdir() if path.is_dir() and path.name in ids):
        held = {path.name: path.read_bytes() for path in folder.iterdir() if not TEMPORARY.fullmatch(path.name)}
        told = held.pop(MANIFEST, None)
        on_record = _on_record(json.loads(told)) if told is not None else set()
        for name, data in held.items():
            assert (name, hashlib.sha256(data).hexdigest()) in on_record, (folder.name, name)
            assert_opens(name, data)
        count += len(held)
    for id, line in journal(out).items():
        if line["ended"] == "written":
            assert line["files"], id
            for file in line["files"]:
                data = (out / id / file["file"]).read_bytes()
                assert hashlib.sha256(data).hexdigest() == file["sha256"], (id, file["file"])
    if (out / REPORT).is_file():
        text = (out / REPORT).read_text(encoding="utf-8")
        assert not text or text.rstrip().endswith("</html>")
    return count


def _on_record(manifest: Mapping[str, Any]) -> set[tuple[str, str]]:
    records = (record for key in ("files", "other_files", "pending") for record in manifest.get(key, ()))
    return {(record["file"], record["sha256"]) for record in records}


def assert_opens(name: str, data: bytes) -> None:
    """A reader opens it to the end."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None, name
    elif name.endswith(".pdf"):
        assert data.rstrip().endswith(b"%%EOF"), name
        assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 0, name
