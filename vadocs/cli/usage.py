"""What is typed after `vadocs`, judged: specs and folders that are there, names that are known.

Each check is a callback of click: it takes what was typed and gives the value, or raises a `Fault`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vadocs.diagnostics import Diagnostic, Hint, hint
from vadocs.readers.around import PRACTICE
from vadocs.readers.similar import listed, similar
from vadocs.readers.specfiles import SUFFIX, specs_in

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from vadocs.batches.far.store import Address
    from vadocs.batches.shards import Shard

_HOURS = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?")
_PAGES = re.compile(r"([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?")
_COUNT = re.compile(r"[0-9]{1,4}")
LONGEST_STAMP = 20
"""Characters of a stamp before its number: more would reach into the text of a footer."""
_KINDS = re.compile(
    r"\b(?:FILE|DATE|LOOK|YESNO|DIR|FOLDER|SPEC|EDITION|KEY|VALUE|NAME|SECONDS|SOURCE|ADDRESS)\b"
)
"""The kinds of values that help pages name in words; codes and ids are the same in every language."""


class Fault(click.UsageError):
    """A command line at fault: carries its finding, whose `args` fill the message. `near`: what was probably meant."""

    def __init__(
        self,
        code: str,
        *,
        near: str | None = None,
        hints: Iterable[Hint] = (),
        ctx: click.Context | None = None,
        **args: object,
    ) -> None:
        super().__init__(code, ctx)
        advice = ((hint("H700", name=near),) if near else ()) + tuple(hints)
        self.found = Diagnostic(code, None, tuple((name, str(value)) for name, value in args.items()), advice)

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding; where it has no advice of its own, it tells which help to ask for."""
        if self.found.hints or self.ctx is None:
            return self.found
        return Diagnostic(self.found.code, None, self.found.args, (hint("H701", command=self.ctx.command_path),))


class Faults(click.UsageError):
    """Several faults of one command line, told at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


def usage_findings(error: click.UsageError) -> list[Diagnostic]:
    """What click or a check found wrong, in our words."""
    return [_finding(one, error.ctx) for one in (error.faults if isinstance(error, Faults) else (error,))]


def _finding(error: click.UsageError, context: click.Context | None) -> Diagnostic:
    fault = error if isinstance(error, Fault) else _fault(error)
    fault.ctx = context
    return fault.diagnostic


def _fault(error: click.UsageError) -> Fault:
    """An error of click's as ours."""
    command = error.ctx.command if error.ctx is not None else None
    if isinstance(error, click.NoSuchOption):
        known = [name for p in command.params if isinstance(p, click.Option) for name in p.opts] if command else []
        near = similar(error.option_name, known)
        later = isinstance(command, click.Group) and not near
        return Fault("E702", near=near, hints=[hint("H702")] if later else [], name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        kind = str(error.param.metavar or error.param.name)
        name = kinds_named(kind, error.ctx) if error.ctx is not None else kind
        return Fault("E701", hints=_specs_here() if kind.startswith("SPEC") else [], name=name)
    if isinstance(error, click.BadOptionUsage):
        flags = [p for p in command.params if isinstance(p, click.Option) and p.is_flag] if command is not None else []
        flag = any(error.option_name in p.opts for p in flags)
        return Fault("E711" if flag else "E710", name=error.option_name)
    return Fault("E704", text=error.format_message())


def kinds_named(text: str, context: click.Context) -> str:
    """`text` with each kind of value named in the language of the screen, which the program's context holds."""
    screen = context.find_root().obj
    return _KINDS.sub(lambda kind: str(screen.say(f"cli.kind.{kind[0].lower()}")), text)


def _specs_here() -> list[Hint]:
    """What to write where a spec is missing: those of the current folder."""
    found = specs_in(Path())
    return [hint("H706", list=listed([str(spec) for spec in found]))] if found else [hint("H707")]


# --- specs -----------------------------------------------------------------------------------------


def spec_files(_context: click.Context, _parameter: click.Parameter, typed: tuple[str, ...]) -> tuple[Path, ...]:
    """The specs that were typed, a folder standing for those in it; one that stands twice counts once."""
    found: dict[Path, Path] = {}
    for name in typed:
        for path in _specs(name):
            found.setdefault(path.resolve(), path)
    return tuple(found.values())


def spec_file(_context: click.Context, _parameter: click.Parameter, typed: str) -> Path:
    """The one spec that was typed, or the only one of the folder that was."""
    found = _specs(typed)
    if len(found) > 1:
        raise Fault("E713", hints=[hint("H706", list=listed([str(spec) for spec in found]))], folder=typed)
    return found[0]


def _specs(typed: str) -> list[Path]:
    path = Path(typed)
    if typed and path.is_dir():
        found = specs_in(path)
        if not found:
            others = [str(p) for p in sorted((*path.glob("*.yaml"), *path.glob("*.yml"))) if p.name != PRACTICE]
            raise Fault("E712", hints=[hint("H706", list=listed(others)) if others else hint("H707")], folder=typed)
        return found
    if not typed or not path.exists():
        raise _missing(typed, f"*{SUFFIX}", "*.yaml", "*.yml")
    if path.name == PRACTICE:
        raise Fault("E714", hints=_specs_here(), file=typed)
    return [path]


def _missing(typed: str, *patterns: str) -> Fault:
    """There is no such file; those beside it with a name like it are told."""
    folder = Path(typed).parent
    places = (folder, folder / "engagements")
    names = {str(p): p.name for place in places for pattern in patterns for p in sorted(place.glob(pattern))}
    stems = {name.removesuffix(SUFFIX): path for path, name in names.items()}
    wanted = Path(typed).name
    near = stems.get(wanted) or similar(typed, names)
    return Fault("E705", near=near, hints=[] if near else [hint("H705")], file=typed)


# --- other files and names -------------------------------------------------------------------------


def word_file(_context: click.Context, _parameter: click.Parameter, typed: str) -> Path:
    """A file that is there, a Word template by what it is for; or the file of the look of that name."""
    from vadocs.build.looks import looks

    path = Path(typed)
    if path.is_dir():
        raise Fault("E715", file=typed)
    if path.exists():
        return path
    named = {name: file for name, file, _ in looks(Path.cwd())}
    if typed not in named:
        raise _missing(typed, "*.docx")
    return named[typed]


def output_folder(_context: click.Context, _parameter: click.Parameter, typed: str) -> Path:
    """A folder, there or not yet; `file://` may stand before it."""
    path = Path(typed.removeprefix("file://"))
    if re.match(r"[A-Za-z][A-Za-z0-9]*://", typed.removeprefix("file://")):
        raise Fault("E789", hints=[hint("H789.batch")], address=typed)
    if path.exists() and not path.is_dir():
        raise Fault("E716", file=typed)
    return path


def output_or_store(context: click.Context, parameter: click.Parameter, typed: str) -> "Path | Address":
    """As `output_folder`, or the address of a store (`s3://bucket/path`)."""
    if "://" in typed and not typed.startswith("file://"):
        from vadocs.batches.far.store import address_of

        address = address_of(typed)
        if address is not None:
            return address
    return output_folder(context, parameter, typed)


def a_file(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> Path | None:
    """A file to be written, in a folder that is there; None if none was typed."""
    if typed is None:
        return None
    path = Path(typed)
    if path.is_dir():
        raise Fault("E715", file=typed)
    if not path.parent.is_dir():
        raise Fault("E717", hints=[hint("H705")], folder=path.parent)
    return path


def a_source(_context: click.Context, _parameter: click.Parameter, typed: str) -> Path:
    """A file to be read."""
    path = Path(typed)
    if path.is_dir():
        raise Fault("E715", file=typed)
    if not typed or not path.exists():
        raise _missing(typed, "*.pdf", "*.docx", "*.txt")
    return path


def spec_or_none(context: click.Context, parameter: click.Parameter, typed: str | None) -> Path | None:
    """As `spec_file`; None if none was typed."""
    return None if typed is None else spec_file(context, parameter, typed)


def a_day(_context: click.Context, parameter: click.Parameter, typed: str | None) -> "date | None":
    """A day as 2027-01-10; None if none was typed."""
    if typed is None:
        return None
    from datetime import datetime

    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()
    except ValueError:
        raise Fault("E456", hints=[hint("H456")], value=typed, name=parameter.opts[0]) from None


def hours(_context: click.Context, parameter: click.Parameter, typed: str | None) -> "tuple[Decimal, ...]":
    """Hours of several months, 18 or 18.5, separated by commas; () if none were typed."""
    from decimal import Decimal

    given = [text.strip() for text in (typed or "").split(",")] if typed is not None else []
    for text in given:
        if not _HOURS.fullmatch(text):
            raise Fault("E454", hints=[hint("H454")], value=text, name=parameter.opts[0])
    return tuple(Decimal(text) for text in given)


def a_count(least: int, most: int) -> Callable[[click.Context, click.Parameter, str], int]:
    """A check for a whole number from `least` to `most`."""

    def check(_context: click.Context, parameter: click.Parameter, typed: str) -> int:
        if not _COUNT.fullmatch(typed) or not least <= int(typed) <= most:
            raise Fault("E721", value=typed, name=parameter.opts[0], least=least, most=most)
        return int(typed)

    return check


def page_numbers(_context: click.Context, parameter: click.Parameter, typed: str | None) -> frozenset[int]:
    """Numbers of pages, "1-3,5"; empty if none were typed."""
    found: set[int] = set()
    for part in [text.strip() for text in typed.split(",")] if typed is not None else []:
        match = _PAGES.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last:
            raise Fault("E675", hints=[hint("H675")], value=part, name=parameter.opts[0])
        found |= {*range(first, last + 1)}
    return frozenset(found)


def a_stamp(_context: click.Context, parameter: click.Parameter, typed: str | None) -> str | None:
    """A short text of one line, to stand before a number; None if none was typed."""
    if typed is not None and (len(typed) > LONGEST_STAMP or not typed.isprintable()):
        raise Fault("E722", name=parameter.opts[0], most=LONGEST_STAMP)
    return typed


def a_shard(_context: click.Context, parameter: click.Parameter, typed: str | None) -> "Shard | None":
    """A part of a batch, "2/5"; None if none was typed."""
    if typed is None:
        return None
    from vadocs.batches.shards import shard_of

    found = shard_of(typed)
    if found is None:
        raise Fault("E747", hints=[hint("H747.shard")], option=parameter.opts[0], text=typed)
    return found


def sarif_file(_context: click.Context, _parameter: click.Parameter, typed: Path | None) -> Path | None:
    """A file whose name says that it is a log, so that no spec is overwritten by a slip; None if none was typed."""
    if typed is not None and not typed.name.lower().endswith((".sarif", ".sarif.json")):
        raise Fault("E803", hints=[hint("H803")], file=typed)
    return typed


def clause_folder(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> Path | None:
    """A folder in a workspace, whose clauses can be found; None if none was typed."""
    if typed is None:
        return None
    path = Path(typed)
    if not path.exists():
        raise Fault("E717", hints=[hint("H705")], folder=typed)
    if not path.is_dir():
        raise Fault("E716", file=typed)
    folders = (path.resolve(), *path.resolve().parents)
    if not any((folder / PRACTICE).is_file() for folder in folders):
        raise Fault("E718", hints=[hint("H718")], folder=typed)
    return path


def one_of(*names: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A check for one of `names`, upper or lower case."""

    def check(_context: click.Context, parameter: click.Parameter, typed: str | None) -> str | None:
        return None if typed is None else _known(typed, names, parameter)

    return check


def a_language(_context: click.Context, parameter: click.Parameter, typed: str | None) -> str | None:
    """The tag of a language that texts are in, with or without a country (`es`, `es-MX`); None if none was typed."""
    if typed is None:
        return None
    from vadocs.readers.schema.code import is_language
    from vadocs.readers.schema.leaf import TEXT_LANGUAGES

    return typed if is_language(typed) else _known(typed, TEXT_LANGUAGES, parameter)


def codes(text: str | None) -> tuple[str, ...]:
    """The codes of a list with commas, each once."""
    return tuple(dict.fromkeys(code.strip().lower() for code in (text or "").split(",") if code.strip()))


def some_of(names: Iterable[str]) -> Callable[[click.Context, click.Parameter, str | None], tuple[str, ...]]:
    """A check for a list with commas of `names`; () if none was typed."""
    known = tuple(names)

    def check(_context: click.Context, parameter: click.Parameter, typed: str | None) -> tuple[str, ...]:
        return tuple(_known(code, known, parameter) for code in codes(typed))

    return check


def _known(typed: str, names: tuple[str, ...], parameter: click.Parameter) -> str:
    if typed.lower() in names:
        return typed.lower()
    code = "E703" if isinstance(parameter, click.Option) else "E708"
    advice = [hint("H703", list=listed(names))]
    raise Fault(code, near=similar(typed, names), hints=advice, value=typed, name=parameter.opts[0])
