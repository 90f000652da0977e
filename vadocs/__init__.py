"""Contracts, proposals and welcome kits for virtual assistants, from one YAML file per client.

From Python, the same as from the command line and with the same guarantees:

    import vadocs

    made = vadocs.render("engagements/acme.vadocs.yaml")
    if made.ok:
        print([file.path for file in made.files])
    else:
        print([finding.message("es") for finding in made.findings])

`render`, `packet` and `check` take one spec, `batch` many, or a table's rows over one. What is wrong with a spec stands
among the findings of what they return; only a disk, a permission or a folder in use raises `Failure`, and a call that
cannot be meant raises TypeError or ValueError. Importing `vadocs` costs nothing: each name is loaded when it is used.

The journey of one engagement, a folder a step: `readers` make typed values of the spec, the clause library and
the look; `compose` selects clauses, assembles, numbers and resolves a document, with `law` for what the law makes
computable and `language` for its words; `layout` breaks it into pages; `writers` print it as text, DOCX and PDF.
`build` knows the order of the steps, `outputs` writes whole files, `batches` makes many engagements, `api` and `cli`
speak with programs and with people; `model` holds the values that pass between them, `diagnostics` and `catalogue`
what is found on the way and how it is said. ARCHITECTURE.md follows one example through them.
"""

TYPE_CHECKING = False  # `typing` would take longer to import than all that stands here
if TYPE_CHECKING:
    from vadocs.api import Accepted, BatchResult, Engagement, Fact, File, Rendered, batch, check, packet, render
    from vadocs.diagnostics import Diagnostic, Failure, Hint, Severity, Span

__version__ = "0.1.0"
__all__ = [
    "Accepted",
    "BatchResult",
    "Diagnostic",
    "Engagement",
    "Fact",
    "Failure",
    "File",
    "Hint",
    "Rendered",
    "Severity",
    "Span",
    "batch",
    "check",
    "packet",
    "render",
]

if not TYPE_CHECKING:  # else a type checker would take any name for one of ours

    def __getattr__(name):
        """A name of `__all__`, loaded when it is first used."""
        if name not in __all__:
            raise AttributeError(f"module 'vadocs' has no attribute {name!r}")
        from importlib import import_module

        home = "vadocs.diagnostics" if name in ("Diagnostic", "Failure", "Hint", "Severity", "Span") else "vadocs.api"
        found = globals()[name] = getattr(import_module(home), name)
        return found


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])
