"""What a run consists of: each section measures, and gives its part of the report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from harness import (
    batches,
    bilingual,
    cold,
    contests,
    engagements,
    library,
    loading,
    ours,
    packets,
    profile,
    specs,
    workers,
)
from harness.report import Goal, Section, contest_goals, contest_table, number, table
from harness.rounds import contest, ratio, spread


@dataclass(frozen=True, slots=True)
class Options:
    """`rounds` of every contest; `documents`: until how many memory is watched; `scale`: sizes of two batches."""

    rounds: int
    documents: int
    scale: tuple[int, int] = (50, 500)


def _pdf(options: Options) -> Section:
    timed = contest(contests.pdf(), ours.cases(), options.rounds)
    return Section("### A PDF\n\n" + contest_table(timed), contest_goals(timed))


def _mixed(options: Options) -> Section:
    wanted = [who for who in contests.pdf() if who.name in ("vadocs", "platypus", "typst")]
    timed = contest(wanted, ours.cases(mixed=True), options.rounds)
    text = "The same with the words of each paragraph in another order in each document: no paragraph is met again.\n\n"
    return Section("### A PDF of unknown clauses\n\n" + text + contest_table(timed))


def _docx(options: Options) -> Section:
    timed = contest(contests.docx(), ours.cases(), options.rounds)
    return Section("### A Word file\n\n" + contest_table(timed), contest_goals(timed))


def _stages(options: Options) -> Section:
    timed = contest(specs.stages(), specs.jobs(), options.rounds)
    first = next(iter(timed.values()))
    parts = {name: ratio(one.cpu, first.cpu) for name, one in timed.items()}
    rows = [
        [name, number(spread(one.cpu), 1), number(spread(one.wall), 1), number(parts[name])]
        for name, one in timed.items()
    ]
    text = f"`{specs.SPEC.relative_to(ours.CHECKOUT)}`, as another client in each round.\n\n"
    text += table(["stage", "CPU ms", "wall ms", "part of writing both"], rows)
    goal = Goal("select to resolve, of writing both files", 0.25, parts["select to resolve"])
    return Section("### The stages of a contract\n\n" + text, (goal,))


def _packet(options: Options) -> Section:
    timed = contest(packets.contestants(), specs.jobs(), options.rounds)
    text = (
        "Contract, proposal and welcome kit (with its questionnaire) of one client, composed, laid out and written: as "
        "one packet with a PDF of two pages and a picture of the client's own, cleaned, and as three PDFs.\n\n"
    )
    return Section("### A packet, beside its documents\n\n" + text + contest_table(timed), contest_goals(timed))


def _bilingual(options: Options) -> Section:
    timed = contest(bilingual.contestants(), specs.jobs(), options.rounds)
    text = "A contract of twelve pages, Spanish and English side by side, and as two contracts: their PDFs.\n\n"
    return Section("### A contract in two languages\n\n" + text + contest_table(timed), contest_goals(timed))


def _engagement(options: Options) -> Section:
    many = len(engagements.DOCUMENTS)
    both = contest(engagements.both_formats(), engagements.engagements(), options.rounds, documents=many)
    pdfs = contest(engagements.pdfs(), engagements.engagements(), options.rounds, documents=many)
    text = (
        "Contract, proposal and welcome kit of one client, another one's in each round. Peers get the text composed "
        "and their markup ready; drawings are left out for them, their room stays.\n\n"
    )
    parts = [text + contest_table(both), "The three PDFs alone:\n\n" + contest_table(pdfs)]
    return Section("### An engagement\n\n" + "\n".join(parts))


def _compose(options: Options) -> Section:
    timed = contest(library.contestants(), specs.jobs(), options.rounds)
    return Section("### Composing, beside Jinja and Markdown over the same files\n\n" + contest_table(timed))


def _loading(options: Options) -> Section:
    timed = contest(loading.contestants(), specs.jobs(), options.rounds)
    rows = [[name, number(spread(one.cpu), 1), number(spread(one.wall), 1)] for name, one in timed.items()]
    return Section("### Loading the library\n\n" + table(["step", "CPU ms", "wall ms"], rows))


def _workers(options: Options) -> Section:
    found = workers.two_against_one(options.rounds, 12)
    documents = found["documents"]
    text = (
        f"Two workers make {number(documents)} times the documents of one (12 a round, from spec to both files).\n"
        f"Of arithmetic, which needs only a processor, they do {number(found['arithmetic'])} times as much.\n"
    )
    return Section("### Two workers\n\n" + text, (Goal("two workers, times one", 1.8, documents, least=True),))


def _batch(options: Options) -> Section:
    with batches.workspace() as (folder, place, what):
        two = batches.two_against_one(folder, place, options.rounds, 40)
        grown = batches.growth(folder, place, options.scale)
    small, large = grown.counts
    longer = spread([grown.large.wall / grown.small.wall])
    again = spread([grown.again.cpu / grown.large.cpu])
    rows = [
        [name, str(count), f"{run.wall:.1f}", f"{run.cpu:.1f}", f"{run.cpu / count * 1000:.1f}"]
        for name, count, run in (
            ("first run", small, grown.small), ("first run", large, grown.large),
            ("nothing changed", large, grown.again),
        )
    ]  # fmt: skip
    text = (
        f"`vadocs batch` over a folder, a contract in both formats each, of {what}.\n\n"
        f"Two workers make {number(two['warm'])} times the engagements of one once they are warm, "
        f"{number(two['whole'])} times in whole runs over 40, starts included, in {number(two['processor time'])} "
        "times the processor time. Of arithmetic, which needs only a processor, two do "
        f"{number(two['arithmetic'])} times as much.\n\n"
    ) + table(["run", "engagements", "wall s", "CPU s", "CPU ms each"], rows)
    goals = (
        Goal("two workers of a batch, times one, warm", 1.8, two["warm"], least=True),
        Goal(f"{large} engagements, times {small}, by the clock", round(1.05 * large / small, 2), longer),
        Goal("a run with nothing changed, of the first", 0.03, again),
    )
    return Section("### Batches\n\n" + text, goals)


def _memory(options: Options) -> Section:
    marks = sorted({20, options.documents // 10, options.documents // 2, options.documents})
    rows = [[str(count), f"{megabytes:.1f}"] for count, megabytes in workers.memory(marks)]
    return Section("### Memory of a process\n\n" + table(["documents made", "MB resident"], rows))


def _cold(options: Options) -> Section:
    with cold.installed() as (place, what):
        timed = cold.starts(place, options.rounds)
    rows = [[name, number(spread(one.cpu), 0), number(spread(one.wall), 0)] for name, one in timed.items()]
    return Section(f"### Cold starts\n\nOf {what}.\n\n" + table(["command", "CPU ms", "wall ms"], rows))


def _startup(options: Options) -> Section:
    with cold.installed() as (place, what):
        timed = cold.starts(place, options.rounds, {name: cold.commands("")[name] for name in cold.STARTUP})
    least, ours_ = (timed[name] for name in cold.STARTUP)
    over = ratio(ours_.cpu, [cold.allowed(each) for each in least.cpu])
    rows = [
        [name, number(spread(one.cpu), 0), number(spread(one.wall), 0), number(ratio(one.cpu, least.cpu))]
        for name, one in timed.items()
    ]
    text = f"### Start-up\n\nOf {what}, in turn with the least that a command line of click needs.\n\n"
    goal = Goal("`vadocs --help`, of 1.5 times `import click` and 60 ms, CPU", 1.0, over)
    return Section(text + table(["command", "CPU ms", "wall ms", "times import click"], rows), (goal,))


def _imports(options: Options) -> Section:
    with cold.installed() as (place, _):
        given = cold.commands("out")
        names = ["vadocs --help", "vadocs check SPEC"]
        found = {name: cold.imports(place, given[name]) for name in names}
    packages = sorted(
        {package for each in found.values() for package in each}, key=lambda p: -found[names[-1]].get(p, 0)
    )
    rows = [
        [package, *(f"{found[name][package]:.1f}" if package in found[name] else "" for name in names)]
        for package in packages
        if max(each.get(package, 0) for each in found.values()) >= 1
    ]
    rows.append(["all", *(f"{sum(found[name].values()):.1f}" for name in names)])
    text = "Milliseconds that the modules of each package take of themselves, the least of five starts.\n\n"
    return Section("### Imports\n\n" + text + table(["package", *names], rows))


def _profile(options: Options) -> Section:
    return _profiles("### Profile", profile.profiles())


def _batch_profile(options: Options) -> Section:
    return _profiles("### Profile of a batch's worker", profile.of_batches())


def _profiles(title: str, found: Iterable[profile.Profile]) -> Section:
    parts = [f"{title}\n\nBy own time under the profiler, which makes calls dearer; no garbage is collected."]
    for stage, ms, top in found:
        rows = [[f"`{name}`", str(calls), f"{own:.1f}", f"{part:.0%}", ""] for name, calls, own, part in top]
        head = ["function", "calls", "own ms", "part", "what was done"]
        parts.append(f"#### {stage[0].upper() + stage[1:]} ({ms:.0f} ms)\n\n" + table(head, rows))
    return Section("\n\n".join(parts))


SECTIONS: dict[str, Callable[[Options], Section]] = {
    "pdf": _pdf,
    "mixed": _mixed,
    "docx": _docx,
    "stages": _stages,
    "engagement": _engagement,
    "packet": _packet,
    "bilingual": _bilingual,
    "compose": _compose,
    "loading": _loading,
    "workers": _workers,
    "batch": _batch,
    "memory": _memory,
    "cold": _cold,
    "startup": _startup,
    "imports": _imports,
    "profile": _profile,
    "batch-profile": _batch_profile,
}
"""The sections by their name on the command line, in the order of the report."""
