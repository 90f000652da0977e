"""Fuzzes every target for a share of the time: `python -m tests.fuzz [SECONDS] [--keep] [--target TARGET]…`.

A kept corpus is where it starts. `--keep` adds to the corpus what reached new branches, and removes what no longer adds
any. An input for which a law fails is put into `crashes/TARGET/`, where a test reads it from then on.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).parent
TARGETS = ("spec", "clause", "expression", "template", "table")
LARGEST = {"spec": 8_000, "clause": 8_000, "expression": 300, "template": 20_000, "table": 8_000}
"""Bytes of an input."""


def fuzzer(target: str, *arguments: str | Path) -> int:
    """Run libFuzzer on a target with its own arguments; its exit code."""
    crashes = FOLDER / "crashes" / target
    crashes.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_len={LARGEST[target]}", "-timeout=10", "-rss_limit_mb=1024", f"-artifact_prefix={crashes}/"]
    command = [sys.executable, "-m", "tests.fuzz.one", target, *limits, *map(str, arguments)]
    done = subprocess.run(command, cwd=FOLDER.parent.parent, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    if done.returncode:
        print("\n".join(lines[-60:]), file=sys.stderr)
    last = next((line for line in reversed(lines) if "DONE" in line or "new files" in line), "stopped")
    print(f"{target}: {last}")
    return done.returncode


def look_for_crashes(target: str, seconds: int) -> int:
    """Fuzz a target; nothing but a crash is kept."""
    dictionary = FOLDER / "words" / f"{target}.dict"
    words = [f"-dict={dictionary}"] if dictionary.exists() else []
    with TemporaryDirectory() as found:
        return fuzzer(target, f"-max_total_time={seconds}", "-seed=1", *words, found, FOLDER / "corpus" / target)


def grow(target: str, seconds: int) -> int:
    """Fuzz a target and keep the smallest inputs that together reach every branch reached."""
    corpus, dictionary = FOLDER / "corpus" / target, FOLDER / "words" / f"{target}.dict"
    corpus.mkdir(parents=True, exist_ok=True)
    words = [f"-dict={dictionary}"] if dictionary.exists() else []
    with TemporaryDirectory() as found, TemporaryDirectory() as merged:
        failed = fuzzer(target, f"-max_total_time={seconds}", *words, found, corpus)
        failed |= fuzzer(target, "-merge=1", merged, corpus, found)
        if not failed:
            _replace(corpus, Path(merged))
    return failed


def _replace(corpus: Path, merged: Path) -> None:
    """The files of `merged`, which are some, in place of those of the corpus."""
    kept = {each.name: each.read_bytes() for each in merged.iterdir()}
    if not kept:
        sys.exit("nothing was merged: the corpus stays as it is")
    for old in corpus.iterdir():
        old.unlink()
    for name, data in kept.items():
        (corpus / name).write_bytes(data)


def main() -> int:
    """0, or 1 where a law failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("seconds", type=int, nargs="?", default=60)
    parser.add_argument("--target", action="append", choices=TARGETS, default=[], dest="targets")
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args()
    targets = asked.targets or TARGETS
    run = grow if asked.keep else look_for_crashes
    return int(any([run(target, max(1, asked.seconds // len(targets))) for target in targets]))


if __name__ == "__main__":
    sys.exit(main())
