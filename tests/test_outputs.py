"""The files of an engagement: names for people, and never one lost or half written."""

import json
import os
from pathlib import Path

import pytest

from vadocs.diagnostics import Failure, Report
from vadocs.outputs import (
    MANIFEST,
    Output,
    check_overwrite,
    file_name,
    read_manifest,
    sha256,
    with_earlier,
    write_outputs,
)


def output(data: bytes = b"one", file: str = "Contrato_A_1_v1.pdf") -> Output:
    """A file to write."""
    return Output("contract", "pdf", file, data, 3)


def manifest(*outputs: Output, status: str = "draft", version: int = 1) -> dict[str, object]:
    """A manifest that records `outputs`."""
    files = [{"file": o.file, "sha256": sha256(o.data)} for o in outputs]
    return {"engagement": "a", "version": version, "status": status, "files": files}


def overwrite_codes(folder: Path, outputs: list[Output], *, version: int = 1, replace: bool = False) -> list[str]:
    """The codes that writing `outputs` into `folder` would raise."""
    report = Report()
    recorded = read_manifest(folder, report)
    if recorded is not None:
        check_overwrite(folder, outputs, recorded, version=version, replace=replace, report=report)
    return [d.code for d in report]


@pytest.mark.parametrize(
    ("client", "name"),
    [
        ("Cerámicas Levante, S.L.", "Contrato_Ceramicas-Levante_2026-031_v1.pdf"),
        ("Ferretería El Tornillo E.I.R.L.", "Contrato_Ferreteria-El-Tornillo_2026-031_v1.pdf"),
        ("Lone Star Advisors LLC", "Contrato_Lone-Star-Advisors_2026-031_v1.pdf"),
        ("Peña & Hijos, S.A.", "Contrato_Pena-Hijos_2026-031_v1.pdf"),
        ("../../etc/passwd", "Contrato_etc-passwd_2026-031_v1.pdf"),
        ("北京", "Contrato_2026-031_v1.pdf"),
    ],
)
def test_a_name_is_for_people_and_safe(client: str, name: str) -> None:
    """A file's name keeps the client's name readable in ASCII, without its legal form or any path."""
    assert file_name("Contrato", client, "2026-031", 1, "pdf") == name


def test_what_is_written_is_recorded(tmp_path: Path) -> None:
    """After writing, each file holds its bytes, the manifest their hash, and nothing else lies in the folder."""
    write_outputs(tmp_path / "a", [output()], manifest(output()))
    assert (tmp_path / "a" / output().file).read_bytes() == b"one"
    assert json.loads((tmp_path / "a" / MANIFEST).read_text())["files"][0]["sha256"] == sha256(b"one")
    assert sorted(os.listdir(tmp_path / "a")) == [output().file, MANIFEST]


def test_a_file_changed_by_hand_is_kept(tmp_path: Path) -> None:
    """A file that differs from its record is not overwritten, unless asked for."""
    write_outputs(tmp_path, [output()], manifest(output()))
    (tmp_path / output().file).write_bytes(b"edited")
    assert overwrite_codes(tmp_path, [output(b"two")]) == ["E600"]
    assert overwrite_codes(tmp_path, [output(b"two")], replace=True) == []


def test_our_own_file_is_renewed(tmp_path: Path) -> None:
    """A draft that nobody touched gives way to the new one."""
    write_outputs(tmp_path, [output()], manifest(output()))
    assert overwrite_codes(tmp_path, [output(b"two")]) == []


def test_a_stranger_file_is_kept(tmp_path: Path) -> None:
    """A file that no manifest records is not ours to overwrite."""
    (tmp_path / output().file).write_bytes(b"someone's")
    assert overwrite_codes(tmp_path, [output()]) == ["E602"]


def test_a_final_version_does_not_change(tmp_path: Path) -> None:
    """A final version is not made again with other content, not even when asked to replace; the next version is."""
    write_outputs(tmp_path, [output()], manifest(output(), status="final"))
    assert overwrite_codes(tmp_path, [output(b"two")], replace=True) == ["E601"]
    assert overwrite_codes(tmp_path, [output()]) == []
    assert overwrite_codes(tmp_path, [output(b"two", "Contrato_A_1_v2.pdf")], version=2) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 3}', '{"files": [{}]}'])
def test_a_manifest_that_cannot_be_read_protects_the_folder(tmp_path: Path, text: str) -> None:
    """Where the manifest is damaged nothing is taken for ours."""
    (tmp_path / MANIFEST).write_text(text)
    assert overwrite_codes(tmp_path, [output()]) == ["E606"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_failure_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int
) -> None:
    """Wherever the disk fails, each final name holds old or new bytes whole, and no temporary file stays."""
    old = [output(b"old a", "a.pdf"), output(b"old b", "b.pdf")]
    new = [output(b"new a", "a.pdf"), output(b"new b", "b.pdf")]
    write_outputs(tmp_path, old, manifest(*old))
    real, calls = getattr(os, call), []

    def failing(*args: object) -> object:
        calls.append(args)
        if len(calls) == nth:
            raise OSError(28, "No space left on device")
        return real(*args)

    monkeypatch.setattr(os, call, failing)
    with pytest.raises(Failure) as failure:
        write_outputs(tmp_path, new, manifest(*new))
    assert failure.value.diagnostic.code == "E603"
    assert sorted(os.listdir(tmp_path)) == ["a.pdf", "b.pdf", MANIFEST]
    assert (tmp_path / "a.pdf").read_bytes() in (b"old a", b"new a")
    assert (tmp_path / "b.pdf").read_bytes() in (b"old b", b"new b")
    json.loads((tmp_path / MANIFEST).read_text())


def test_a_run_for_one_format_forgets_no_other(tmp_path: Path) -> None:
    """Files of the same version and status stay recorded, so that the next run may renew them; others do not."""
    docx, pdf = output(b"docx", "a.docx"), output(b"pdf", "a.pdf")
    write_outputs(tmp_path, [docx], manifest(docx))
    earlier = read_manifest(tmp_path, Report())
    assert earlier is not None
    assert [e["file"] for e in with_earlier(tmp_path, manifest(pdf), earlier)["files"]] == ["a.pdf", "a.docx"]
    assert [e["file"] for e in with_earlier(tmp_path, manifest(docx), earlier)["files"]] == ["a.docx"]
    assert [e["file"] for e in with_earlier(tmp_path, manifest(pdf, status="final"), earlier)["files"]] == ["a.pdf"]
    (tmp_path / "a.docx").unlink()
    assert [e["file"] for e in with_earlier(tmp_path, manifest(pdf), earlier)["files"]] == ["a.pdf"]
    write_outputs(tmp_path, [pdf], with_earlier(tmp_path, manifest(pdf), {}))


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever interrupts the writing finds the old files and no temporary one."""

    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    write_outputs(tmp_path, [output()], manifest(output()))
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_outputs(tmp_path, [output(b"two")], manifest(output(b"two")))
    assert sorted(os.listdir(tmp_path)) == [output().file, MANIFEST]
    assert (tmp_path / output().file).read_bytes() == b"one"
