"""One target under a coverage-guided fuzzer: `python -m tests.fuzz.one TARGET [libFuzzer's own options] FOLDER…`."""

import sys

import atheris

with atheris.instrument_imports(include=["vadocs"]):
    from tests.fuzz.targets import TARGETS, example


def main(target: str) -> None:
    """Fuzz until an option says stop; the process ends with 0, or not 0 where a law failed."""
    example()
    # libFuzzer merges corpora in a process of its own, which it starts by its first argument.
    again = f"{sys.executable} -m tests.fuzz.one {target}"
    atheris.Setup([again, *sys.argv[2:]], TARGETS[target])
    atheris.Fuzz()


main(sys.argv[1])
