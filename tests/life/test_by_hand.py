"""What people do to the files between two runs: nothing of theirs is lost."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.life.folder import FORMATS, file, held, manifest, saved
from vadocs.outputs import MANIFEST


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft of the content "one"."""
    assert saved(tmp_path / "a", "one") == []
    return tmp_path / "a"


def test_our_own_files_are_renewed(folder: Path) -> None:
    """A draft that nobody touched gives way to the new one, and is on record with its hash."""
    assert saved(folder, "two") == []
    assert {r.file for r in manifest(folder).records} == set(held(folder)) == {file(f) for f in FORMATS}
    assert manifest(folder).pending == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_changed_by_hand_is_kept(folder: Path, suffix: str) -> None:
    """A file that differs from its record is not overwritten, nor is any other, unless asked for."""
    (folder / file(suffix)).write_bytes(b"mine")
    before = held(folder)
    assert saved(folder, "two") == ["E600"]
    assert held(folder) == before
    assert saved(folder, "two", replace=True) == []


def test_a_file_changed_by_hand_into_what_would_be_written_is_no_loss(folder: Path) -> None:
    """Bytes that are those to be written may be written."""
    data = held(folder)
    saved(folder, "two")
    for name, old in data.items():
        (folder / name).write_bytes(old)
    assert saved(folder, "one") == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_missing_file_comes_back(folder: Path, suffix: str) -> None:
    """Who deletes a file gets it again."""
    (folder / file(suffix)).unlink()
    assert saved(folder, "two") == []


def test_a_file_of_someone_else_is_kept(tmp_path: Path) -> None:
    """A file under our name that no manifest records is not ours to overwrite."""
    (tmp_path / file("pdf")).write_bytes(b"someone's")
    assert saved(tmp_path, "one") == ["E602"]
    assert held(tmp_path) == {file("pdf"): b"someone's"}
    assert saved(tmp_path, "one", replace=True) == []


def test_without_its_manifest_nothing_is_ours(folder: Path) -> None:
    """Where the manifest is gone every file is someone's, but the same content may be written again."""
    (folder / MANIFEST).unlink()
    assert saved(folder, "two") == ["E602", "E602"]
    assert saved(folder, "one") == []
    assert saved(folder, "two") == []


DAMAGED = (b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"files": 3}', b'{"files": [{}], "sha256": ""}', b"[" * 99_999)


@pytest.mark.parametrize("data", DAMAGED, ids=range(len(DAMAGED)))
@pytest.mark.parametrize("replace", [False, True])
def test_a_damaged_manifest_protects_the_folder(folder: Path, data: bytes, replace: bool) -> None:
    """Where the manifest cannot be read nothing is overwritten, and it stays as it is."""
    (folder / MANIFEST).write_bytes(data)
    before = held(folder)
    assert saved(folder, "two", replace=replace) == ["E606"]
    assert held(folder) == before
    assert (folder / MANIFEST).read_bytes() == data


def _changes() -> list[tuple[str, object]]:
    return [("status", "draft"), ("version", 2), ("engagement", "b"), ("files", []), ("note", "mine")]


@pytest.mark.parametrize(("key", "value"), _changes())
def test_a_manifest_changed_by_hand_protects_the_folder(tmp_path: Path, key: str, value: object) -> None:
    """A changed manifest is found by its seal: no final version is freed by editing it."""
    saved(tmp_path, "one", status="final")
    plain = json.loads((tmp_path / MANIFEST).read_text())
    (tmp_path / MANIFEST).write_text(json.dumps({**plain, key: value}))
    for replace in (False, True):
        assert saved(tmp_path, "two", replace=replace) == ["E606"]


def test_a_manifest_in_another_shape_is_the_same(folder: Path) -> None:
    """Spaces and the order of keys are no change."""
    plain = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(dict(reversed(plain.items()))))
    assert saved(folder, "two") == []


def test_a_folder_copied_from_another_engagement_is_kept(folder: Path) -> None:
    """The manifest of another engagement is told, and nothing of it is overwritten."""
    shutil.copytree(folder, folder.parent / "b")
    before = held(folder.parent / "b")
    for replace in (False, True):
        assert saved(folder.parent / "b", "two", engagement="b", replace=replace) == ["E610"]
    assert held(folder.parent / "b") == before


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("name", [file("pdf"), MANIFEST])
def test_a_folder_in_a_file_s_place_is_kept(folder: Path, name: str, replace: bool) -> None:
    """A folder under a file's name is told before anything is written."""
    (folder / name).unlink()
    (folder / name).mkdir()
    (folder / name / "mine").touch()
    before = held(folder)
    assert saved(folder, "two", replace=replace) == ["E608"]
    assert held(folder) == before
    assert (folder / name / "mine").exists()


@pytest.mark.parametrize("same", [False, True])
def test_a_link_in_a_file_s_place_is_never_followed(folder: Path, same: bool) -> None:
    """A link is told, whatever it leads to; with `replace` the link gives way, and what it leads to stays."""
    other = folder.parent / "elsewhere.pdf"
    other.write_bytes((folder / file("pdf")).read_bytes() if same else b"precious")
    before = other.read_bytes()
    (folder / file("pdf")).unlink()
    (folder / file("pdf")).symlink_to(other)
    assert saved(folder, "two") == ["E608"]
    assert (folder / file("pdf")).is_symlink()
    assert saved(folder, "two", replace=True) == []
    assert not (folder / file("pdf")).is_symlink()
    assert other.read_bytes() == before


def test_a_link_in_the_manifest_s_place_is_not_followed(folder: Path) -> None:
    """A manifest that is a link says nothing about this folder."""
    (folder / MANIFEST).rename(folder.parent / "manifest")
    (folder / MANIFEST).symlink_to(folder.parent / "manifest")
    assert saved(folder, "two") == ["E608"]


@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_in_the_folder_s_place_is_not_followed(tmp_path: Path, dangling: bool) -> None:
    """The engagement's folder itself must lie in the output folder: a link out of it is told."""
    if not dangling:
        (tmp_path / "elsewhere").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert saved(tmp_path / "a", "one", replace=True) == ["E608"]
    assert dangling or not list((tmp_path / "elsewhere").iterdir())


def test_a_file_in_the_folder_s_place_is_kept(tmp_path: Path) -> None:
    """Where a file stands in the folder's place, it is told and kept."""
    (tmp_path / "a").write_bytes(b"mine")
    assert saved(tmp_path / "a", "one", replace=True) == ["E608"]
    assert (tmp_path / "a").read_bytes() == b"mine"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("name", [file("pdf"), MANIFEST])
def test_a_pipe_in_a_file_s_place_is_not_waited_for(folder: Path, name: str) -> None:
    """A named pipe is told like a link; reading it would never end."""
    (folder / name).unlink()
    os.mkfifo(folder / name)
    assert saved(folder, "two") == ["E608"]


def test_a_write_protected_file_is_kept(folder: Path) -> None:
    """Who protects a file means it, though a rename would get round it; the same content is no loss."""
    (folder / file("pdf")).chmod(0o444)
    assert saved(folder, "two") == ["E609"]
    assert saved(folder, "one") == []
    assert saved(folder, "two", replace=True) == []


def test_permissions_stay(folder: Path) -> None:
    """A file that only its owner may read is not opened to others by being renewed."""
    (folder / file("pdf")).chmod(0o600)
    assert saved(folder, "two") == []
    assert (folder / file("pdf")).stat().st_mode & 0o777 == 0o600


def test_a_new_file_obeys_the_umask(tmp_path: Path) -> None:
    """The user's own rule for new files holds for ours."""
    before = os.umask(0o077)
    try:
        saved(tmp_path / "a", "one")
    finally:
        os.umask(before)
    assert {p.stat().st_mode & 0o777 for p in (tmp_path / "a").iterdir()} == {0o600}


def test_other_files_of_the_folder_stay(folder: Path) -> None:
    """What else lies in the folder, also with a name almost like that of a temporary file, is left alone."""
    mine = ["notas.txt", ".vadocs-mine.tmp", f"{file('pdf')}.bak"]
    for name in mine:
        (folder / name).write_bytes(b"mine")
    assert saved(folder, "two") == []
    assert all((folder / name).read_bytes() == b"mine" for name in mine)
