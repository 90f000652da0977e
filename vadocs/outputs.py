"""The files of an engagement: their names, the manifest, and writing that never leaves half a file."""

import hashlib
import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vadocs.diagnostics import Diagnostic, Failure, Report, Span, hint, related
from vadocs.model.engagement import Engagement, Leaf

MANIFEST = "manifest.json"

_LEGAL_FORMS = re.compile(
    r"[\s,]+(s\.?\s?l\.?\s?u?\.?|s\.?\s?a\.?\s?(u|s|c)?\.?|s\.?\s?c\.?\s?p?\.?|e\.?\s?i\.?\s?r\.?\s?l\.?"
    r"|s\.?\s?r\.?\s?l\.?|ltda\.?|l\.?l\.?c\.?|l\.?l\.?p\.?|inc\.?|corp\.?|ltd\.?|limited)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Output:
    """One file to write: which document, in which format, its name, its bytes and its pages."""

    document: str
    format: str
    file: str
    data: bytes
    pages: int


def file_name(word: str, client: str, number: str, version: int, suffix: str) -> str:
    """A name for people that no other engagement has: `Contrato_Ceramicas-Levante_2026-031_v1.pdf`.

    `word` is the document's word in its language. The client loses its legal form; only ASCII
    letters, digits and hyphens stay, so that the name survives any file system and mail.
    """
    name = _LEGAL_FORMS.sub("", client.strip())
    parts = [_ascii(part) for part in (word, name[:60], number)]
    return "_".join(part for part in parts if part) + f"_v{version}.{suffix}"


def _ascii(text: str) -> str:
    """`text` in ASCII: marks dropped, everything but letters and digits made a hyphen."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9]+", "-", plain.replace("ß", "ss")).strip("-")


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(folder: Path, report: Report) -> Mapping[str, Any] | None:
    """The manifest of an output folder; {} where there is none, None (E606) where it cannot be read."""
    path = folder / MANIFEST
    if not path.exists():
        return {}
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        recorded = {entry["file"]: entry["sha256"] for entry in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        report.add("E606", file=path, hints=[hint("H606")])
        return None
    return {**manifest, "recorded": recorded}


def check_overwrite(
    folder: Path,
    outputs: Sequence[Output],
    manifest: Mapping[str, Any],
    *,
    version: int,
    replace: bool,
    report: Report,
) -> None:
    """Find what would be lost: files edited by hand (E600), files not ours (E602), a final version (E601)."""
    recorded: Mapping[str, str] = manifest.get("recorded", {})
    final = manifest.get("status") == "final" and manifest.get("version") == version
    for output in outputs:
        path = folder / output.file
        known = recorded.get(output.file)
        if final and known is not None and known != sha256(output.data):
            report.add("E601", version=version, hints=[hint("H601", next=version + 1)])
            return
        if replace or not path.exists():
            continue
        if known is None:
            report.add("E602", file=path, hints=[hint("H602")])
        elif sha256(path.read_bytes()) not in (known, sha256(output.data)):
            report.add("E600", file=path, hints=[hint("H600")])


def with_earlier(folder: Path, manifest: Mapping[str, Any], earlier: Mapping[str, Any]) -> Mapping[str, Any]:
    """The manifest with the files that an `earlier` one records, still there and not made again.

    So a run for one format forgets nothing that a run for another wrote. Files of another version or status
    are left out: what was final is not ours to overwrite in a draft's name.
    """
    if any(earlier.get(key) != manifest[key] for key in ("version", "status")):
        return manifest
    made = {entry["file"] for entry in manifest["files"]}
    kept = [e for e in earlier["files"] if e["file"] not in made and (folder / str(e["file"])).is_file()]
    return {**manifest, "files": [*manifest["files"], *kept]}


def write_outputs(folder: Path, outputs: Sequence[Output], manifest: Mapping[str, Any]) -> None:
    """Write every output and then the manifest into `folder`, each file whole or not at all.

    All temporary files are complete on disk before the first final name changes. Raises `Failure`
    (E603) where the disk or a permission is in the way; then no final name was changed by a file
    that is not whole.
    """
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    files = [(folder / o.file, o.data) for o in outputs] + [(folder / MANIFEST, text.encode())]
    pending: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in files:
            pending.append((_temporary(folder, data), path))
        while pending:
            temporary, path = pending[0]
            os.replace(temporary, path)
            pending.pop(0)
        _sync_folder(folder)
    except OSError as error:
        text = error.strerror or str(error)
        raise Failure(Diagnostic("E603", None, (("file", str(folder)), ("text", text)), (hint("H603"),))) from error
    finally:
        # Also where the user interrupts.
        _discard(temporary for temporary, _ in pending)


def _temporary(folder: Path, data: bytes) -> str:
    """A synced temporary file in `folder` that holds `data`; removed again if that fails."""
    handle, name = tempfile.mkstemp(prefix=".vadocs-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o644)
    except BaseException:
        _discard([name])
        raise
    return name


def _discard(names: Any) -> None:
    for name in names:
        try:
            os.unlink(name)
        except OSError:
            continue


def _sync_folder(folder: Path) -> None:
    """Make the renames last a power cut; some file systems cannot sync a folder."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


@dataclass(slots=True)
class Clashes:
    """The ids and numbers seen in a run: two engagements must not share one."""

    seen: dict[tuple[str, str], Span] = field(default_factory=dict)

    def add(self, engagement: Engagement, report: Report) -> None:
        """Record an engagement; E604 or E605 where another one has its number or id."""
        for key, code in (("number", "E604"), ("id", "E605")):
            item = engagement.get(key)
            if not isinstance(item, Leaf) or item.span is None:
                continue
            text = str(item.value)
            other = self.seen.setdefault((key, text.casefold()), item.span)
            if other.file != item.span.file:
                place = related(other, "build.other_spec")
                report.add(code, item.span, hints=[hint("H604")], related=[place], **{key: text})
