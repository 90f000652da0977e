"""What it costs to import `vadocs`, and what a programmer sees of it."""

import inspect
import pydoc
import subprocess
import sys

import pytest

import vadocs


def loaded(code: str) -> set[str]:
    """The modules that a new interpreter has loaded after `code`, beyond those it starts with."""
    told = f"import sys; before = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_it_loads_nothing_else() -> None:
    """`import vadocs` loads no other module, neither ours nor another's; a name loads values, not the whole program."""
    assert loaded("import vadocs") == {"vadocs"}
    heavy = {"pydantic", "yaml", "lxml", "docx", "reportlab", "fontTools", "jinja2", "babel", "click", "vadocs.build"}
    assert not loaded("import vadocs; vadocs.render, vadocs.batch, vadocs.Failure") & heavy


@pytest.mark.parametrize("name", vadocs.__all__)
def test_every_public_name_is_there_and_tells_of_itself(name: str) -> None:
    """Each name of `__all__` can be had, stands in `dir` and in help, and says what it is."""
    assert name in dir(vadocs)
    found = getattr(vadocs, name)
    assert (inspect.getdoc(found) or "").strip()
    assert f" {name}(" in pydoc.plain(pydoc.render_doc(vadocs))


def test_a_name_that_is_not_there() -> None:
    """A slip is an AttributeError, and modules of the package can be imported by name all the same."""
    with pytest.raises(AttributeError, match="rendr"):
        vadocs.rendr  # type: ignore[attr-defined]  # noqa: B018
    from vadocs import outputs

    assert outputs.sha256(b"")
