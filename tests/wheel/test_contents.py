"""What the wheel and the sdist hold, and that they can be made again byte for byte."""

import email
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path

import pytest

from tests.wheel.building import ROOT, outside, place, sdist, wheel
from vadocs import __version__

pytestmark = pytest.mark.xdist_group("wheel")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names() -> list[str]:
    """The names in the wheel."""
    with zipfile.ZipFile(wheel()) as archive:
        return archive.namelist()


def metadata() -> Message:
    """The wheel's METADATA."""
    with zipfile.ZipFile(wheel()) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_string(archive.read(name).decode("utf-8"))


def test_the_wheel_holds_the_package_and_its_data_only() -> None:
    """Modules, clauses, looks, fonts, the compiled library: all that the checkout has of them, and nothing else."""
    info = f"vadocs-{__version__}.dist-info/"
    found = {name for name in names() if not name.startswith(info)}
    expected = {str(p.relative_to(ROOT)) for p in (ROOT / "vadocs").rglob("*") if p.suffix in (".py", ".icc", ".typed")}
    expected |= {"vadocs/py.typed", "vadocs/bundled/library.json", "vadocs/bundled/sections.json"}
    for top in ("clauses", "templates"):
        files = [p for p in (ROOT / top).rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")]
        expected |= {f"vadocs/bundled/{p.relative_to(ROOT)}" for p in files}
    assert found == expected
    assert not [name for name in names() if re.search(r"\.pyc$|(^|/)(tests|\.ci|\.venv|out|examples)/|stray", name)]


def test_the_sdist_holds_what_builds_and_tests() -> None:
    """Sources, tests, examples and documents travel; nothing that a checkout gathers or that is private does."""
    with tarfile.open(sdist()) as archive:
        found = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = {"pyproject.toml", "hatch_build.py", "README.md", "CHANGELOG.md", "ARCHITECTURE.md", "Makefile"}
    assert wanted <= found
    assert {"vadocs", "clauses", "templates", "schema", "examples", "tests"} <= {name.split("/")[0] for name in found}
    assert not [n for n in found if re.match(r"\.ci/|\.venv|out/|\.git/|dist/", n) or n.endswith(".pyc")]


def test_the_metadata_says_what_the_project_says() -> None:
    """Name, version, summary, Python, dependencies, program, classifiers, README."""
    told = metadata()
    assert (told["Name"], told["Version"], told["Summary"]) == ("vadocs", __version__, PROJECT["description"])
    assert told["Requires-Python"] == PROJECT["requires-python"]
    needed = {line.lower() for line in told.get_all("Requires-Dist", []) if "extra ==" not in line}
    assert needed == {line.lower() for line in PROJECT["dependencies"]}
    assert sorted(told.get_all("Classifier", [])) == sorted(PROJECT["classifiers"])
    assert told["Description-Content-Type"] == "text/markdown"
    assert told.get_payload() == (ROOT / "README.md").read_text(encoding="utf-8")
    with zipfile.ZipFile(wheel()) as archive:
        points = archive.read(f"vadocs-{__version__}.dist-info/entry_points.txt").decode()
    assert points.split() == ["[console_scripts]", "vadocs", "=", "vadocs.cli:main"]


def test_classifiers_name_the_pythons_that_are_accepted() -> None:
    """The oldest classifier is the floor of `requires-python`, and none is missing between it and the newest."""
    minors = [int(c.rsplit(".")[-1]) for c in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d+$", c)]
    assert minors == list(range(minors[0], minors[-1] + 1))
    assert PROJECT["requires-python"] == f">=3.{minors[0]}"


def test_each_font_brings_its_licence() -> None:
    """Every folder of fonts has its licence in the wheel, whole, and the metadata lists it; vadocs claims none."""
    listed = metadata().get_all("License-File", [])
    folders = {p.parent for p in (ROOT / "templates" / "fonts").rglob("*.ttf")}
    assert {f"templates/fonts/{folder.name}/LICENSE" for folder in folders} == set(listed)
    assert len(folders) >= 4
    with zipfile.ZipFile(wheel()) as archive:
        for name in listed:
            text = archive.read(f"vadocs-{__version__}.dist-info/licenses/{name}")
            assert text == archive.read(f"vadocs/bundled/{name}") == (ROOT / name).read_bytes()
            assert b"SIL Open Font License" in text or b"SIL OPEN FONT LICENSE" in text
            assert len(text) > 4000
    assert metadata()["License-Expression"] is None
    assert metadata()["License"] is None


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_two_builds_are_equal(kind: str) -> None:
    """With one date, a second build has the same bytes."""
    made = {"wheel": wheel, "sdist": sdist}[kind]
    assert made("both").name == made("again").name
    assert made("both").read_bytes() == made("again").read_bytes()


def test_the_sdist_makes_the_same_wheel() -> None:
    """The wheel built from the sdist and the one built from the checkout are the same file."""
    assert wheel("both").read_bytes() == wheel("wheel").read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        # W002: the two Liberation families have one licence, and it stays with each.
        ["check_wheel_contents", "--ignore", "W002", "{wheel}"],
        ["twine", "check", "--strict", "{wheel}", "{sdist}"],
    ],
    ids=["check-wheel-contents", "twine"],
)
def test_the_tools_of_the_trade_find_nothing(command: list[str]) -> None:
    """`check-wheel-contents` and `twine check --strict` pass: the README renders, nothing is misplaced."""
    given = [word.format(wheel=wheel(), sdist=sdist()) for word in command]
    done = subprocess.run(
        [sys.executable, "-m", *given], cwd=place(), env=outside(), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_faulty_clause_ends_the_build(tmp_path: Path) -> None:
    """A text that does not compile is told with its place, and there is no wheel."""
    import shutil

    from tests.wheel.building import checkout

    copy = tmp_path / "checkout"
    shutil.copytree(checkout(), copy)
    with (copy / "clauses" / "scope" / "es.md").open("a", encoding="utf-8") as file:
        file.write("\n{{ unfinished\n")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path / "out"), str(copy)]
    done = subprocess.run(command, cwd=tmp_path, env=outside(), capture_output=True, text=True, timeout=120)
    assert done.returncode != 0
    assert re.search(r"clauses/scope/es\.md:\d+:", done.stdout + done.stderr)
    assert not list(tmp_path.glob("out/*.whl"))
