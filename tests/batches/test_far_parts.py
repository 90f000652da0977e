"""Parts of a batch, and the folders of several machines joined: nothing lost, mixed up or believed unseen."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.typing_in import typed
from vadocs import outputs
from vadocs.batches.holding import held
from vadocs.batches.jobs import Entry, File, Job
from vadocs.batches.journal import Journal, opened, read_journal
from vadocs.batches.merging import merge
from vadocs.batches.shards import Shard, shard_of
from vadocs.diagnostics import Exit, Failure, Report
from vadocs.outputs import MANIFEST, Edition, Output, disk, sha256


def made(out: Path, id: str, text: str, *, version: int = 1, status: str = "draft", number: str = "") -> Entry:
    """An engagement written into a folder of a batch, as a run writes it."""
    data = text.encode()
    file = f"Contrato_{id}_v{version}.pdf"
    edition = Edition(id, number or f"N-{id}", version, status, ({"id": "object", "edition": "1"},))
    output = Output("contract", "pdf", file, data, 2, sha256(b"text" + data))
    report = Report()
    assert outputs.save(out / id, [output], edition, replace=False, report=report), list(report)
    entry = Entry(
        id, "written", f"{id}.vadocs.yaml", 1, edition.number, version, status, {"spec": sha256(data)}, {"object": "1"},
        (File("contract", "pdf", file, 2, sha256(data)),), why=("new",), seconds=0.5,
    )  # fmt: skip
    told(out, entry)
    return entry


def told(out: Path, entry: Entry) -> None:
    """A line in the manifest of a folder."""
    out.mkdir(exist_ok=True)
    with held(out), opened(out, read_journal(out)) as journal:
        journal.append(entry)


def joined(out: Path, *sources: Path, replace: bool = False) -> tuple[dict[str, str], Report]:
    """What became of each engagement, and what was found."""
    report = Report()
    ends: dict[str, str] = {}
    for join in merge(sources, out, report, replace=replace):
        ends[join.engagement] = join.merged
        report.extend(join.findings)
    return ends, report


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder, by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- parts -----------------------------------------------------------------------------------------


def test_each_job_is_in_one_part_whatever_the_others() -> None:
    """The parts are disjoint and make up the whole, of similar sizes; a job's part depends on its id alone."""
    jobs = [Job(f"2026-{n:03}-cliente", "", Path("x")) for n in range(500)]
    parts = [Shard(part, 5).of_jobs(jobs) for part in range(1, 6)]
    assert sorted(job.id for part in parts for job in part) == [job.id for job in jobs]
    assert all(70 < len(part) < 130 for part in parts)
    fewer = jobs[100:][::-1]
    assert {j.id for j in Shard(2, 5).of_jobs(fewer)} == {j.id for j in parts[1]} & {j.id for j in fewer}
    assert [n for n in range(20) if Shard(1, 3).holds(f"ana-{n}")] == [4, 6, 7, 8, 9, 12, 13, 19], "parts have moved"


@pytest.mark.parametrize("text", ["0/3", "4/3", "1/0", "a/3", "1", "-1/3", "1/3/3", "1/10001", ""])
def test_a_part_is_written_one_way(text: str) -> None:
    """What is no part of so many is a fault of the command line."""
    assert shard_of("3/3") == Shard(3, 3)
    assert shard_of(text) is None
    answer = typed("batch", "examples", f"--shard={text}")
    assert answer.code is Exit.USAGE
    assert "E747" in answer.err


# --- joining ---------------------------------------------------------------------------------------


def test_folders_are_joined_as_one_run_would_have_written_them(tmp_path: Path) -> None:
    """The files, their manifests and the lines are byte for byte those of the folders; again, nothing is written."""
    one, two, whole, out = (tmp_path / name for name in ("one", "two", "whole", "out"))
    for id, folder in (("ana", one), ("bea", two), ("eva", two)):
        made(folder, id, id)
        made(whole, id, id)
    told(two, Entry("zoe", "rejected", findings=("E021",)))
    told(whole, Entry("zoe", "rejected", findings=("E021",)))
    assert joined(out, one, two)[0] == {"ana": "joined", "bea": "joined", "eva": "joined", "zoe": "recorded"}
    assert contents(out) == contents(whole)
    assert set(joined(out, two, one)[0].values()) == {"unchanged"}
    assert contents(out) == contents(whole)


def test_earlier_versions_come_along(tmp_path: Path) -> None:
    """What a folder keeps of earlier versions is joined with the last one, and stays on record."""
    one, out = tmp_path / "one", tmp_path / "out"
    made(one, "ana", "signed", version=1, status="final")
    made(one, "ana", "second", version=2)
    assert joined(out, one)[0] == {"ana": "joined"}
    assert contents(out)["ana/Contrato_ana_v1.pdf"] == b"signed"
    assert json.loads(contents(out)["ana/" + MANIFEST]) == json.loads(contents(one)["ana/" + MANIFEST])
    assert joined(out, one)[0] == {"ana": "unchanged"}


def test_two_results_for_one_client_are_refused(tmp_path: Path) -> None:
    """Nothing is joined where two folders disagree; where they agree, the client is joined once."""
    one, two, out = (tmp_path / name for name in ("one", "two", "out"))
    for folder in (one, two):
        made(folder, "ana", "the same")
        made(folder, "bea", f"of {folder.name}")
    ends, report = joined(out, one, two)
    assert (ends, [found.code for found in report]) == ({}, ["E781"])
    assert not out.exists()
    made(one, "bea", "of two")
    assert joined(out, one, two)[0] == {"ana": "joined", "bea": "joined"}


def test_two_clients_with_one_number_are_refused(tmp_path: Path) -> None:
    """A number that two engagements would print is an error, also where one stands in the target already."""
    one, two, out = (tmp_path / name for name in ("one", "two", "out"))
    made(one, "ana", "ana", number="2026-A")
    made(two, "bea", "bea", number="2026-a")
    ends, report = joined(out, one, two)
    assert (ends, [found.code for found in report]) == ({}, ["E724"])
    assert joined(out, one)[0] == {"ana": "joined"}
    ends, report = joined(out, two)
    assert (ends, [found.code for found in report]) == ({}, ["E724"])


@pytest.mark.parametrize("harm", ["changed", "gone", "link", "manifest", "rendered", "started"])
def test_what_is_not_as_recorded_is_refused(tmp_path: Path, harm: str) -> None:
    """A client whose files are not those on record is refused, and told; the others are joined."""
    one, out = tmp_path / "one", tmp_path / "out"
    entry = made(one, "ana", "ana")
    made(one, "bea", "bea")
    file = one / "ana" / entry.files[0].file
    match harm:
        case "changed":
            file.write_bytes(b"anb")
        case "gone":
            file.unlink()
        case "link":
            (tmp_path / "elsewhere").write_bytes(b"ana")
            file.unlink()
            file.symlink_to(tmp_path / "elsewhere")
        case "manifest":
            sealed = one / "ana" / MANIFEST
            sealed.write_bytes(sealed.read_bytes().replace(b'"pages": 2', b'"pages": 3'))
        case "rendered":
            output = Output("contract", "pdf", file.name, b"another", 2, "x")
            edition = Edition("ana", "N-ana", 1, "draft")
            assert outputs.save(one / "ana", [output], edition, replace=False, report=Report())
        case "started":
            told(one, Entry("ana", "started"))
    ends, report = joined(out, one)
    expected = {"manifest": "E606", "started": "E783"}.get(harm, "E782")
    assert (ends, [found.code for found in report]) == ({"ana": "refused", "bea": "joined"}, [expected])
    assert not (out / "ana").exists()
    assert read_journal(out).keys() == {"bea"}


def test_what_stands_in_the_target_is_protected(tmp_path: Path) -> None:
    """A document changed by hand in the target stays, unless it is given up; a final version stays in any case."""
    one, out = tmp_path / "one", tmp_path / "out"
    made(one, "ana", "ana")
    assert joined(out, one)[0] == {"ana": "joined"}
    mine = out / "ana" / "Contrato_ana_v1.pdf"
    mine.write_bytes(b"my own words")
    ends, report = joined(out, one)
    assert (ends, [found.code for found in report]) == ({"ana": "refused"}, ["E600"])
    assert mine.read_bytes() == b"my own words"
    assert joined(out, one, replace=True)[0] == {"ana": "joined"}
    made(out, "bea", "signed", status="final")
    made(one, "bea", "other")
    ends, report = joined(out, one)
    assert (ends["bea"], [found.code for found in report]) == ("refused", ["E601"])


def test_a_merge_that_is_cut_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut off at any file or line, it claims nothing that is not there, and the next one completes it."""
    one, whole = tmp_path / "one", tmp_path / "whole"
    for id in ("ana", "bea"):
        made(one, id, id)
    joined(whole, one)
    rename, append = disk.rename, Journal.append
    for count in range(100):
        out, left = tmp_path / f"out{count}", [count]

        def cut(left: list[int]) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(disk, "rename", lambda *given, left=left: (cut(left), rename(*given)))
            patch.setattr(Journal, "append", lambda *given, left=left: (cut(left), append(*given)))
            try:
                joined(out, one)
            except KeyboardInterrupt:
                pass
            else:
                break
        for id, entry in read_journal(out).items():
            assert all(sha256((out / id / each.file).read_bytes()) == each.sha256 for each in entry.files)
        assert set(joined(out, one)[0].values()) <= {"joined", "unchanged"}
        assert contents(out) == contents(whole)
    assert count == 8, "two clients: two manifests, a file and a line each"


def test_folders_that_cannot_be_joined(tmp_path: Path) -> None:
    """No folder, the target itself, one twice, documents without a batch: errors. A part without clients: a warning."""
    one, out, empty, plain = (tmp_path / name for name in ("one", "out", "empty", "plain"))
    made(one, "ana", "ana")
    empty.mkdir()
    assert outputs.save(plain / "bea", [], Edition("bea", "1", 1, "draft"), replace=False, report=Report())
    for sources in ([tmp_path / "none"], [one, out], [one, one], [one, plain]):
        ends, report = joined(out, *sources)
        assert (ends, [found.code for found in report]) == ({}, ["E780"]), sources
        if sources == [one, out]:
            assert not out.exists()
    assert outputs.save(one / "bea", [], Edition("bea", "1", 1, "draft"), replace=False, report=Report())
    ends, report = joined(out, one, empty)
    assert (ends, [found.code for found in report]) == ({"ana": "joined"}, ["N780", "W780"])


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    """Where another run holds one of the folders, nothing is joined."""
    one, out = tmp_path / "one", tmp_path / "out"
    made(one, "ana", "ana")
    with held(one), pytest.raises(Failure) as failed:
        joined(out, one)
    assert failed.value.diagnostic.code == "E755"


def test_the_command_tells_what_became_of_all(tmp_path: Path) -> None:
    """`vadocs batch merge`: a line in words, or JSON; 3 where one was refused, 1 where nothing could be joined."""
    one, two, out = (tmp_path / name for name in ("one", "two", "out"))
    made(one, "ana", "ana")
    made(two, "bea", "bea")
    answer = typed("batch", "merge", one, two, "--out", out)
    assert (answer.code, answer.out) == (
        Exit.DONE, f"2 de 2 clientes unidos en {out}; ya estaban 0; sin documentos 0; rechazados 0\n",
    )  # fmt: skip
    (one / "ana" / "Contrato_ana_v1.pdf").write_bytes(b"x")
    answer = typed("batch", "merge", one, two, "--out", out, "--json")
    assert answer.code is Exit.BATCH
    kinds = [(told["kind"], told.get("ended", told.get("code"))) for told in answer.objects]
    assert sorted(kinds) == sorted(
        [("finding", "E782"), ("joined", "refused"), ("joined", "unchanged"), ("merge", None)]
    )
    assert typed("batch", "merge", tmp_path / "none", "--out", out).code is Exit.INPUT
    assert typed("batch", "merge", "--out", out).code is Exit.USAGE
    assert "merge" in typed("batch", "--help").out
    assert "CARPETA" in typed("batch", "merge", "--help").out
