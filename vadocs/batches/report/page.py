"""What stands in `report.html`, from a run's outcomes to the lines of the page."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from vadocs import __version__
from vadocs.batches.jobs import Ended, File, Job, Outcome
from vadocs.batches.quantities import duration, rate, whole
from vadocs.batches.report.plot import FEW, Say, Took, escaped, figure
from vadocs.batches.report.style import STYLE, policy
from vadocs.batches.retry import retry_command
from vadocs.batches.tally import ENDS, FAILED, Tally
from vadocs.catalogue import say
from vadocs.diagnostics import Diagnostic, Span
from vadocs.language import language as language_of
from vadocs.readers.excerpts import untold

OURS = '<meta name="generator" content="vadocs batch">'
"""What tells a page of ours from any other; it stands near the top."""
_MANY = 5_000
"""Beyond so many clients a document has one link, not one for each format: the page would grow too large."""
_TABLE = 500
"""Rows of a table; where there are more, each table is folded, and costs the reader's browser nothing."""
_FAILURES = 200
"""Failed clients that stand unfolded."""
_FINDINGS = 20
"""Findings that are told of one client."""
_PACE = 5
"""Clients made in a run from which on its pace tells something."""
_CODE = re.compile(r"`([^`]+)`")
_MARKS: dict[Ended, str] = {"written": "w", "unchanged": "u", "left": "l"}
"""The classes of the style for how a client ended; "x" is for failures."""
_MADE = ("batch.report.files", "batch.report.written_pages", "batch.report.drafts", "batch.report.unsure")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a run as a whole.

    `source` as it was typed; `typed`: the command line, () where there was none; `ended`: when, with its time zone;
    `seconds` by the clock; `chosen_of`: how many clients the source holds.
    """

    source: str
    typed: Sequence[str]
    ended: datetime
    seconds: float
    workers: int
    chosen_of: int
    interrupted: bool = False


class Outcomes(Protocol):
    """Outcomes in the order in which they are listed, which can be read more than once."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Outcome]: ...


class Page:
    """The page of a run, in `language` ("es" or "en"). `outcomes` are read twice: none that is good is kept."""

    def __init__(self, outcomes: Outcomes, facts: Facts, language: str) -> None:
        self.outcomes, self.facts, self.language, self.tally = outcomes, facts, language, Tally()
        self._brief = len(outcomes) > _MANY
        self._failures: list[str] = []
        self._names: list[str] = []
        self._seconds = array("d")
        self._lost = bytearray()

    def say(self, id: str, /, **args: object) -> str:
        """A text of the catalogue."""
        return say(id, self.language, {name: str(value) for name, value in args.items()})

    def told(self, id: str, /, **args: object) -> str:
        """A text of the catalogue, as it stands in a page."""
        return escaped(self.say(id, **args))

    def count(self, id: str, n: int, /, **args: object) -> str:
        """The text `id` for `n` things, or `id`.one for one, as it stands in a page."""
        return self.told(f"{id}.one" if n == 1 else id, n=whole(n, self.language), **args)

    # --- taking in ---

    def _add(self, outcome: Outcome) -> None:
        """Count a client, and keep its lines where it failed."""
        self.tally.add(outcome, 0.0)
        entry, number, failed = outcome.entry, _number(outcome.job), outcome.entry.ended in FAILED
        if entry.ended not in ("unchanged", "left"):
            self._names += [number] if len(self._names) <= FEW else []
            self._seconds.append(entry.seconds)
            self._lost.append(failed)
        if failed:
            self._failures.append(self._failure(outcome, number))

    def _row(self, outcome: Outcome, failure: int) -> str:
        """A line of the table of clients. `failure`: which of the failures it is, from 1; 0 if none."""
        entry, job = outcome.entry, outcome.job
        number = _number(job)
        named = "" if job.id == number else f"<small>{escaped(job.id)}</small>"
        how = self.told(f"batch.report.ended.{entry.ended}")
        if failure:
            how = f'<a href="#f{failure}">{how}</a>'
        codes = "" if failure else ", ".join(dict.fromkeys(one.code for one in outcome.findings if one.code[0] != "N"))
        notes = f"<small>{escaped(codes)}</small>" if codes else ""
        time = "–" if entry.ended in ("unchanged", "left") else duration(float(entry.seconds), self.language)
        return (
            f'<tr><th scope="row">{escaped(number)}{named}</th>'
            f'<td class="{_MARKS.get(entry.ended, "x")}">{how}{notes}</td>'
            f'<td>{"<br>".join(self._documents(job.id, entry.files))}</td><td class="s">{time}</td></tr>\n'
        )

    def _documents(self, id: str, files: Sequence[File]) -> Iterator[str]:
        """Each document of a client with links to its files, the first named by the file's first word."""
        by_stem: dict[str, list[File]] = {}
        for file in files:
            by_stem.setdefault(file.file.rpartition(".")[0], []).append(file)
        for same in by_stem.values():
            word = same[0].file.partition("_")[0].replace("-", " ")
            if self._brief:
                same = [next((one for one in same if one.format == "pdf"), same[0])]
            links = [_link(id, one, f"{word} {one.format}" if i == 0 else one.format) for i, one in enumerate(same)]
            yield f"{' '.join(links)} {self.count('batch.report.pages', same[0].pages)}"

    def _failure(self, outcome: Outcome, number: str) -> str:
        """A client that failed, with what was found."""
        entry, job = outcome.entry, outcome.job
        told = [self._finding(one) for one in untold(outcome.findings)]
        if len(told) > _FINDINGS:
            more = self.count("batch.report.more", len(told) - _FINDINGS)
            told[_FINDINGS:] = [f"<li>{more}</li>"]
        how = self.told(f"batch.report.ended.{entry.ended}")
        tries = f" · {self.told('batch.report.tries', n=entry.tries)}" if entry.tries > 1 else ""
        named = "" if job.id == number else f" <span>{escaped(job.id)}</span>"
        listed = f"<ul>{''.join(told)}</ul>" if told else ""
        return (
            f'<article id="f{len(self._failures) + 1}"><header><h3>{escaped(number)}{named}</h3>'
            f'<p><span class="x"><b>{how}</b></span>{tries}</p></header>{listed}</article>\n'
        )

    def _finding(self, one: Diagnostic) -> str:
        """Code, reason and place; never the line that stands there."""
        kind = self.told(f"cli.{one.severity}")
        small = f" <small>{escaped(_place(one.span))}</small>" if one.span is not None else ""
        return f"<li><b>{kind} {escaped(one.code)}</b> {_prose(one.message(self.language))}{small}</li>"

    # --- giving out ---

    def parts(self) -> Iterator[str]:
        """The page, from its first line to its last."""
        for outcome in self.outcomes:
            self._add(outcome)
        yield from self._head()
        yield from self._totals()
        if self._failures:
            yield from self._failed()
        if len(self._seconds) > 1:
            yield from self._durations()
        if self.tally.warned:
            yield from self._warnings()
        yield from self._clients()
        yield from self._foot()

    def _head(self) -> Iterator[str]:
        facts, tally = self.facts, self.tally
        total, failed, left = tally.ended.total(), len(tally.failed), tally.ended["left"]
        id = "batch.report.title.interrupted" if facts.interrupted else "batch.report.title.failed" if failed else ""
        counts = {"failed": whole(failed, self.language), "left": whole(left, self.language)}
        counts["good"] = whole(total - failed - left, self.language)
        title = self.count(id or "batch.report.title.good", total, **counts)
        day = language_of(self.language).date(facts.ended.date())
        when = self.say("batch.report.when", day=day, time=f"{facts.ended:%H:%M}", zone=facts.ended.tzname() or "")
        go_on = retry_command(facts.typed, ()) if facts.interrupted else ""
        yield (
            f'<!DOCTYPE html>\n<html lang="{self.language}"><head><meta charset="utf-8">{OURS}'
            f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
            '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
            f'<meta name="referrer" content="no-referrer"><title>{title}</title><style>{STYLE}</style></head>\n'
            f'<body><main><header><p class="kicker">{self.told("batch.report.kicker")}</p><h1>{title}</h1>'
            f'<p class="soft">{self._told_of_run(when)}</p>'
        )
        if go_on:
            yield f"<p>{self.told('batch.summary.go_on')}</p><pre><code>{escaped(go_on)}</code></pre>"
        yield "</header>\n"

    def _told_of_run(self, when: str) -> str:
        """Where the clients come from, when the run ended and how long it took."""
        facts, total = self.facts, self.tally.ended.total()
        time, workers = duration(float(facts.seconds), self.language), self.count("batch.report.workers", facts.workers)
        run = self.told("batch.report.run", source=facts.source, when=when, time=time) + " " + workers
        if facts.chosen_of > total:
            run += " " + self.told("batch.report.chosen", n=total, of=whole(facts.chosen_of, self.language))
        return run

    def _totals(self) -> Iterator[str]:
        """How many ended how: as a strip, and as figures with the same marks."""
        tally = self.tally
        hows = [how for how in ENDS if tally.ended[how]]
        yield self._strip(hows)
        yield '<dl class="totals">'
        for how in hows:
            mark, n = _MARKS.get(how, "x"), tally.ended[how]
            word = self.told(f"batch.report.ended.{how}" if n == 1 else f"batch.report.ended.{how}.many")
            yield f'<div><dt class="{mark}">{word}</dt><dd>{whole(n, self.language)}</dd></div>'
        for id, n in zip(_MADE, (tally.files, tally.pages, tally.drafts, tally.unsure), strict=True):
            if n:
                yield f"<div><dt>{self.told(id)}</dt><dd>{whole(n, self.language)}</dd></div>"
        if tally.made >= _PACE and self.facts.seconds > 0:
            made = rate(60 * tally.made / self.facts.seconds, self.language)
            yield f"<div><dt>{self.told('batch.report.rate')}</dt><dd>{made}</dd></div>"
        yield "</dl>\n"

    def _strip(self, hows: Sequence[Ended]) -> str:
        """The shares as one bar; its figures stand below, so that it is left out for who cannot see it."""
        total = self.tally.ended.total() or 1
        drawn, x = [], 0.0
        for how in hows:
            share = max(4.0, 1000 * self.tally.ended[how] / total)
            mark = _MARKS.get(how, "x")
            drawn.append(f'<rect class="{mark}" x="{x:.1f}" y="0" width="{share - 2:.1f}" height="14"/>')
            x += share
        shape = f'viewBox="0 0 {max(x - 2, 1):.1f} 14" preserveAspectRatio="none"'
        return f'<svg class="strip" aria-hidden="true" {shape}>{"".join(drawn)}</svg>\n' if drawn else ""

    def _failed(self) -> Iterator[str]:
        """Those that failed, after the command that makes them once more."""
        yield f"<section><h2>{self.told('batch.report.failures')}</h2>"
        command = retry_command(self.facts.typed, self.tally.failed)
        if command and not self.facts.interrupted:
            yield f"<p>{self.told('batch.summary.retry')}</p><pre><code>{escaped(command)}</code></pre>"
        yield from self._failures[:_FAILURES]
        for start in range(_FAILURES, len(self._failures), _TABLE):
            end = min(start + _TABLE, len(self._failures))
            span = self.told("batch.report.from_to", first=start + 1, last=end)
            yield f"<details><summary>{span}</summary>{''.join(self._failures[start:end])}</details>"
        yield "</section>\n"

    def _durations(self) -> Iterator[str]:
        names = self._names if len(self._seconds) <= FEW else [""] * len(self._seconds)
        took = [Took(*row) for row in zip(names, self._seconds, map(bool, self._lost), strict=True)]
        say: Say = partial(Page.say, self)
        yield f"<section><h2>{self.told('batch.report.durations')}</h2>{figure(took, say, self.language)}</section>\n"

    def _warnings(self) -> Iterator[str]:
        """Each code of a warning that clients in order have, the most frequent first."""
        heads = ("batch.report.code", "batch.report.clients_with", "batch.report.thus")
        yield f"<section><h2>{self.told('batch.report.warnings')}</h2>{self._table_head(heads)}"
        for code, warned in sorted(self.tally.warned.items(), key=lambda one: (-one[1].jobs, one[0])):
            (first,) = untold([warned.first])
            yield (
                f'<tr><th scope="row" class="k">{escaped(code)}</th><td>{whole(warned.jobs, self.language)}</td>'
                f"<td>{_prose(first.message(self.language))}<small>{escaped(warned.number)}</small></td></tr>"
            )
        yield "</tbody></table></div></section>\n"

    def _table_head(self, heads: Sequence[str], kind: str = "") -> str:
        """A table up to its first row; the column of times is set to the right."""
        named = f' class="{kind}"' if kind else ""
        right = {"batch.report.time": ' class="s"'}
        cells = "".join(f'<th scope="col"{right.get(head, "")}>{self.told(head)}</th>' for head in heads)
        return f'<div class="scroll"><table{named}><thead><tr>{cells}</tr></thead><tbody>'

    def _clients(self) -> Iterator[str]:
        """All clients in the order of the source, in tables that are folded where they are many."""
        heads = ("batch.report.client", "batch.report.how", "batch.report.documents", "batch.report.time")
        yield f"<section><h2>{self.told('batch.report.clients')}</h2>"
        if self._brief:
            yield f"<p>{self.told('batch.report.one_link')}</p>"
        folded, outcomes, failures, start = len(self.outcomes) > _TABLE, iter(self.outcomes), 0, 0
        while some := list(islice(outcomes, _TABLE)):
            if folded:
                span = self.told("batch.report.from_to", first=start + 1, last=start + len(some))
                ends = f"{escaped(_number(some[0].job))} – {escaped(_number(some[-1].job))}"
                yield f"<details><summary>{span}: {ends}</summary>"
            yield self._table_head(heads, "clients")
            for outcome in some:
                failed = outcome.entry.ended in FAILED
                failures += failed
                yield self._row(outcome, failures if failed else 0)
            start += len(some)
            yield "</tbody></table></div>" + ("</details>\n" if folded else "\n")
        yield "</section>\n"

    def _foot(self) -> Iterator[str]:
        """What the page does not tell, and what its documents are not."""
        yield f"<footer><p>{self.told('batch.report.nothing_internal')}"
        if self.tally.withheld:
            n = self.tally.withheld
            id = "batch.withheld.one" if n == 1 else "batch.withheld"
            yield f" {_prose(self.say(id, n=whole(n, self.language)))}."
        yield f"</p><p>{self.told('batch.report.drafts_note')}</p><p>vadocs {escaped(__version__)}</p></footer>"
        yield "</main></body></html>\n"


def _link(id: str, file: File, word: str) -> str:
    """A link to a file beside the page; the word alone where the names could lead elsewhere."""
    if {id, file.file} & {"", ".", ".."}:
        return escaped(word)
    address = f"{quote(id, safe='', errors='replace')}/{quote(file.file, safe='', errors='replace')}"
    return f'<a href="{address}">{escaped(word)}</a>'


def _prose(message: str) -> str:
    """A message, what stands between backticks set as code."""
    return _CODE.sub(r"<code>\1</code>", escaped(message))


def _place(span: Span) -> str:
    """File, line and column; of the path its last part: where a folder lies on a machine is nobody's business."""
    name = Path(span.file).name or span.file
    return f"{name}:{span.line}:{span.column}" if span.line else name


def _number(job: Job) -> str:
    """What a client is called: by number, or by id as long as there is none."""
    return job.number or job.id
