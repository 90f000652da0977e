"""Contracts, proposals and welcome kits for virtual assistants, from one YAML file per client.

The journey of one engagement, a folder a step: `readers` make typed values of the spec, the clause library and
the look; `compose` selects clauses, assembles, numbers and resolves a document, with `law` for what the law makes
computable and `language` for its words; `layout` breaks it into pages; `writers` print it as text, DOCX and PDF.
`build` knows the order of the steps, `outputs` writes whole files, `cli` speaks with people; `model` holds the
values that pass between them, `diagnostics` and `catalogue` what is found on the way and how it is said.
ARCHITECTURE.md follows one example through them.
"""

__version__ = "0.1.0"
