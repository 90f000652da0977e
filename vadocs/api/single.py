"""One spec: its documents, its packet, or everything that is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from vadocs.api import arguments
from vadocs.api.arguments import Plain, StrPath
from vadocs.api.results import Accepted, Fact, File, Rendered
from vadocs.api.turns import turn

if TYPE_CHECKING:
    from vadocs.build import Rendered as Built

Values = Mapping[str, "Plain | Mapping[str, object] | Sequence[object]"]
"""What is laid over a spec, by dotted keys."""
_CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")
_LONGEST_STAMP = 20


def render(
    spec: StrPath,
    out: StrPath = "out",
    *,
    documents: Iterable[str] = (),
    formats: Iterable[str] = ("docx", "pdf"),
    look: StrPath | None = None,
    reading: str | None = None,
    replace: bool = False,
    strict: bool = False,
    values: Values | None = None,
    today: date | None = None,
) -> Rendered:
    """Write the documents of one spec into `out/<its id>/`, whole or not at all, as `vadocs render` does.

    spec: the YAML file. It is read with the nearest `practice.yaml` going up from its folder, and the workspace's own
        clauses, looks and fonts there.
    out: the folder for all engagements, made if it is not there.
    documents: codes such as "contract", "proposal", "welcome-kit"; empty: those that the spec names.
    formats: of "docx", "pdf", "native" (plain text).
    look: the name of a look, or the path of a Word template; None: the provider's own, else the document's usual one.
    reading: the language ("es", "en") of a reading copy that goes beside each document: it does not bind, is not signed
        and says so on every page; None: none.
    replace: give up changes that were made by hand to files in the folder; never those of a final version.
    strict: a warning keeps the files from being written, as an error does.
    values: laid over the spec before it is read: dotted keys to values, `{"client.legal_name": "Acme, S.L.",
        "fees.amount": Decimal("560.00")}`. Texts are never markup. Amounts are str or Decimal, not float; None gives
        nothing.
    today: the day on which the spec is judged (what has passed, what is due); None: the day it is. Nothing that is
        written depends on it.

    Returns what was written and found. Files that stood there and would be lost, a final version that would change, a
    spec at fault: all are findings, and nothing is written. Written files are synced before their names appear, and
    `manifest.json` beside them tells their hashes; a run that is cut off anywhere leaves the old files or the new.

    Raises `Failure` where a disk, a permission or another run in the folder is in the way; TypeError and ValueError for
    arguments that cannot be meant (an unknown document, format or key's form).
    """
    path, folder = arguments.a_path("spec", spec), arguments.a_path("out", out)
    with turn():
        from vadocs.build import Request, render_specs

        request = Request(
            folder, arguments.documents(documents), arguments.formats(formats), arguments.a_look(look),
            arguments.a_flag("replace", replace), arguments.a_flag("strict", strict), arguments.a_language(reading),
        )  # fmt: skip
        given, day = arguments.values("values", values), arguments.a_day("today", today)
        (built,) = render_specs([path], request, day, given)
        return _told(built, strict)


def packet(
    spec: StrPath,
    out: StrPath = "out",
    *,
    documents: Iterable[str] = (),
    labels: Literal["continuous", "each"] = "continuous",
    stamp: str | None = None,
    stamp_digits: int = 4,
    stamp_corner: Literal["top-left", "top-right", "bottom-left", "bottom-right"] = "bottom-right",
    duplex: bool = False,
    zip: bool = False,
    look: StrPath | None = None,
    reading: str | None = None,
    replace: bool = False,
    strict: bool = False,
    values: Values | None = None,
    today: date | None = None,
) -> Rendered:
    """Write the packet of one spec into `out/<its id>/`: its documents and attachments as one PDF with cover and
    contents, as `vadocs packet` does.

    documents: codes, in the order in which they are bound; empty: those that the spec names, less what is not for the
        client.
    labels: "continuous": pages are counted through the packet; "each": in each document by itself.
    stamp: up to 20 characters that run over every page before its number, such as "CL-"; None: no stamp.
    stamp_digits: from 1 to 9, the least digits of that number; stamp_corner: where it stands.
    duplex: each document begins on a right-hand page.
    zip: the editable files are written as a zip beside the PDF.
    reading: the language of reading copies, written as PDF beside the packet, never in it.

    All else, what is returned and what is raised: as for `render`.
    """
    path, folder = arguments.a_path("spec", spec), arguments.a_path("out", out)
    with turn():
        from vadocs.build import Binding, Request, Stamp, packet_specs

        arguments.one_of("labels", labels, ("continuous", "each"))
        arguments.one_of("stamp_corner", stamp_corner, _CORNERS)
        arguments.a_number("stamp_digits", stamp_digits, 1, 9)
        prefix = arguments.a_text("stamp", stamp)
        if prefix is not None and (len(prefix) > _LONGEST_STAMP or not prefix.isprintable()):
            raise ValueError(f"stamp: at most {_LONGEST_STAMP} characters of one line")
        request = Request(
            folder, arguments.documents(documents), look=arguments.a_look(look),
            replace=arguments.a_flag("replace", replace), strict=arguments.a_flag("strict", strict),
            reading=arguments.a_language(reading),
        )  # fmt: skip
        mark = None if prefix is None else Stamp(prefix, stamp_digits, stamp_corner)
        binding = Binding(labels, mark, arguments.a_flag("duplex", duplex), arguments.a_flag("zip", zip))
        given, day = arguments.values("values", values), arguments.a_day("today", today)
        (built,) = packet_specs([path], request, binding, day, given)
        return _told(built, strict)


def check(
    spec: StrPath, *, strict: bool = False, values: Values | None = None, today: date | None = None
) -> Rendered:
    """Everything wrong or risky in one spec and its documents, at once, as `vadocs check` tells; nothing is written.

    strict: `ok` is False where there is a warning. `values`, `today` and what is raised: as for `render`.
    """
    path = arguments.a_path("spec", spec)
    with turn():
        from vadocs.build import check_specs

        arguments.a_flag("strict", strict)
        given, day = arguments.values("values", values), arguments.a_day("today", today)
        (built,) = check_specs([path], day, given)
        return _told(built, strict)


def _told(built: "Built", strict: bool) -> Rendered:
    """What came of a spec, without the bytes of its files."""
    from vadocs.model.walk import text_of
    from vadocs.outputs import sha256

    return Rendered(
        built.spec,
        tuple(File(path, one.document, one.format, one.pages, sha256(one.data)) for path, one in built.files),
        tuple(built.report),
        tuple(point.prompt for point in built.open_points),
        tuple(Fact(fact.name, fact.prompt, text_of(fact.value), fact.reason) for fact in built.to_confirm),
        tuple(Accepted(one.diagnostic, one.reason) for one in built.accepted),
        strict,
    )
