"""Each document holds all of its own engagement and nothing of another's, whoever made it and in whatever order."""

import csv
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

import vadocs
from tests.batches import delivered
from tests.batches.marked import Marked, engagements, heavy, key, marked, marks_in, members, shown
from tests.examples import ROOT
from tests.leaves.change import at
from tests.leaves.family import written

SOAK = bool(os.environ.get("VADOCS_SOAK"))
IN_FOLDER, IN_TABLE = (1_500, 500) if SOAK else (130, 70)
LONG = heavy() if SOAK else ("retainer", "in Colombia")
"""Members with long documents, of which one each is enough here: the table has many contracts."""
SHORT = sorted(members().keys() - set(heavy())) if SOAK else ["changed hours", "changed parts", "bought", "praised"]
"""Members with documents of one page or a few."""
BASE = "short"

pytestmark = pytest.mark.xdist_group("cross-talk")


def batch(source: Path, out: Path, *options: str) -> str:
    """Run a batch with two workers, which must do everything; what it said."""
    command = [sys.executable, "-m", "vadocs", "batch", source, "--out", out, "--jobs", "2", *options]
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, env=around, capture_output=True, text=True, timeout=3_000)
    assert ran.returncode == 0, ran.stderr[-3_000:]
    return ran.stdout + ran.stderr


def check(out: Path, made: Iterable[Marked], others: Iterable[Marked] = ()) -> int:
    """Every file of every engagement; how many there were. `others`: what else must stand in none."""
    made = tuple(made)
    every = frozenset().union(*(one.own for one in (*made, *others)))
    count = 0
    for one in made:
        folder = out / one.id
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files = {(file["document"], file["format"]): folder / file["file"] for file in manifest["files"]}
        assert {path.name for path in folder.iterdir()} == {"manifest.json", *(path.name for path in files.values())}
        documents = set(one.spec["documents"])
        assert {pair for pair in files if pair[1] != "txt"} == {(d, f) for d in documents for f in ("docx", "pdf")}
        for (document, format_), file in files.items():
            check_file(one, document, format_, file, every)
            count += 1
        assert marks_in((folder / "manifest.json").read_text(encoding="utf-8")) & every <= one.own, one.member
        assert manifest["engagement"] == one.id and manifest["number"] == one.spec["number"]
    return count


def check_file(one: Marked, document: str, format_: str, file: Path, every: frozenset[str]) -> None:
    """A file's text holds what its document prints of its own engagement; nothing in it is of another's."""
    where = (one.member, one.id, file.name)
    text, beside = delivered.printed(file), delivered.carried(file)
    assert (text | beside) & every <= one.own, (where, (text | beside) & every - one.own)
    if format_ == "txt":
        return
    wanted = frozenset(one.marks[place] for place in shown(one.member)[document])
    assert wanted, where
    assert wanted <= text, (where, sorted(key(place) for place, mark in one.marks.items() if mark in wanted - text))
    if format_ == "pdf":
        extract = delivered.attached(file)
        words = {mark for mark in wanted if mark.isalpha()}
        assert words <= extract & every <= one.own, (where, words - extract, extract & every - one.own)


def check_journal(out: Path, made: Iterable[Marked]) -> None:
    """Each line tells of one engagement alone."""
    by_id: Mapping[str, Marked] = {one.id: one for one in made}
    every = frozenset().union(*(one.own for one in by_id.values()))
    lines = (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(by_id)
    for line in lines:
        one = by_id[json.loads(line)["engagement"]]
        assert marks_in(line) & every <= one.own


@cache
def in_folder() -> tuple[Marked, ...]:
    """Engagements of several members of the family, shuffled by their names."""
    return tuple(engagements(IN_FOLDER, 6, LONG, SHORT))


def test_a_folder_of_engagements(tmp_path: Path) -> None:
    """Every printed text, address, telephone number and free amount of each is in its own documents alone."""
    source, out = tmp_path / "specs", tmp_path / "out"
    source.mkdir()
    for one in in_folder():
        (source / f"{one.id}.vadocs.yaml").write_text(written(one.spec), encoding="utf-8")
    batch(source, out)
    assert check(out, in_folder()) > 2 * IN_FOLDER
    check_journal(out, in_folder())


def test_a_table_over_a_base(tmp_path: Path) -> None:
    """The rows of a table, each leaf in a column: nothing of another row nor of the base stands in a document."""
    draw = random.Random(7)
    base, rows = marked(BASE, draw), [marked(BASE, draw) for _ in range(IN_TABLE)]
    spec, table, out = tmp_path / "base.vadocs.yaml", tmp_path / "clients.csv", tmp_path / "out"
    spec.write_text(written(base.spec), encoding="utf-8")
    places = [("id",), *base.marks]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([key(place) for place in places])
        writer.writerows([_cell(at(row.spec, place)) for place in places] for row in rows)
    batch(table, out, "--base", str(spec), "--locale", "es-ES")
    assert check(out, rows, [base]) == 2 * IN_TABLE
    check_journal(out, rows)


def test_threads_of_one_process(tmp_path: Path) -> None:
    """`vadocs.render` called by several threads at once: each engagement's documents are its own.

    Where one's file lies in the place of another's, that is found, in either format.
    """
    made = tuple(engagements(12, 8, (), ["changed hours", "praised"]))

    def rendered(one: Marked) -> bool:
        spec = tmp_path / f"{one.id}.vadocs.yaml"
        spec.write_text(written(one.spec), encoding="utf-8")
        return bool(vadocs.render(spec, tmp_path / "out").files)

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(rendered, made))
    assert check(tmp_path / "out", made) == 24
    one, other = (item for item in made if item.member == "praised" and item in made[:4])
    for suffix in (".pdf", ".docx"):
        (mine,), (yours,) = ([*(tmp_path / "out" / each.id).glob(f"*{suffix}")] for each in (one, other))
        kept = mine.read_bytes()
        mine.write_bytes(yours.read_bytes())
        with pytest.raises(AssertionError, match=mine.name):
            check(tmp_path / "out", made)
        mine.write_bytes(kept)


def _cell(value: str) -> str:
    """What a Spanish table has in a cell: amounts with a decimal comma."""
    return value.replace(".", ",") if re.fullmatch(r"\d{7}\.\d\d", value) else value
