"""The reference, told from the code, so that it says what the program does: commands, keys, clauses, niches, rules,
messages, exit codes. Same code, same pages."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from docs.site.keys import described, keys_page
from docs.site.markdown import code, page, plain, table
from docs.site.words import WORDS
from vadocs.build.workspace import workspace_library
from vadocs.catalogue import messages, say
from vadocs.cli.console import console
from vadocs.cli.program import run, vadocs
from vadocs.cli.screen import Screen
from vadocs.cli.words import Parent
from vadocs.diagnostics import Exit, Report
from vadocs.lint.rules.table import RULES
from vadocs.model.library import Library


def pages(language: str) -> dict[str, str]:
    """Each page of the reference by its file in the site of a language ("es" or "en")."""
    names, folder = WORDS["names"][language], WORDS["folder"][language]
    return {f"{folder}/{names[what]}.md": make(language) for what, make in PAGES.items()}


def _commands(language: str) -> str:
    parts = []
    for words in ((), *_typed()):
        title = " ".join(["vadocs", *words])
        parts.append(f"## {title}\n\n```text\n{_help(words, language)}\n```")
    return page(WORDS["titles"][language]["commands"], WORDS["intros"][language]["commands"], *parts)


def _typed() -> Iterator[tuple[str, ...]]:
    """The words of each command, groups before what is in them, in the order of the help."""
    context = click.Context(vadocs)
    for name in vadocs.list_commands(context):
        command = vadocs.get_command(context, name)
        yield (name,)
        inner = command.commands if isinstance(command, click.Group) else {}
        for below in [*inner, *(command.below if isinstance(command, Parent) else ())]:
            yield name, below


def _help(words: tuple[str, ...], language: str) -> str:
    """What `--help` prints."""
    out = io.StringIO()
    code = run([*words, "--help"], Screen(language, out=console(out, columns=80), err=console(io.StringIO())))
    if code is not Exit.DONE:
        raise ValueError(f"{words}: no help")
    return re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).strip("\n")


def _clauses(language: str) -> str:
    head, keys = WORDS["parameter_head"][language], described(language)
    parts = []
    for id, clause in sorted(_library().clauses.items()):
        paths = {clause.path_of(name): p for name, p in clause.parameters.items()}
        rows = [
            (code(path), code(p.default or ""), plain(p.description.get(language, "")) or keys.get(path, ""))
            for path, p in paths.items()
        ]
        facts = WORDS["clause_facts"][language].format(edition=clause.edition, texts=", ".join(sorted(clause.texts)))
        summary = plain(clause.summary.get(language, ""))
        parts.append(f"{_titled(id, clause.title.get(language, id))}\n\n{summary}\n\n{facts}")
        parts.append(table(head, rows))
    return page(WORDS["titles"][language]["clauses"], WORDS["intros"][language]["clauses"], *parts)


def _niches(language: str) -> str:
    words = WORDS["niche"][language]
    parts = []
    for id, niche in sorted(_library().niches.items()):
        family = say(f"family.{niche.family}", language, {})
        parts.append(f"{_titled(id, niche.title.get(language, id))}\n\n{WORDS['family'][language]}: {plain(family)}")
        changed = [*niche.add, *niche.replace.values(), *niche.parameters]
        lists = (
            ("changes", [code(one) for one in dict.fromkeys(changed)]),
            ("tasks", [plain(task.task.get(language, "")) for task in niche.scope]),
            ("exclusions", [plain(one.get(language, "")) for one in niche.exclusions]),
            ("risks", [plain(risk.text.get(language, "")) for risk in niche.risks]),
        )
        for what, those in lists:
            if those:
                parts.append(f"{words[what]}\n\n" + "\n".join(f"- {one}" for one in those))
    return page(WORDS["titles"][language]["niches"], WORDS["intros"][language]["niches"], *parts)


def _titled(id: str, title: str) -> str:
    """The heading of what has an id, at which it can be linked to."""
    return f"## {plain(title)}: {code(id)} {{ #{id} }}"


def _library() -> Library:
    """The library that comes with vadocs; read once for a language's pages, since files are compiled beforehand."""
    return workspace_library(Path(__file__).parent, Report())


def _rules(language: str) -> str:
    words = WORDS["rule"][language]
    rows = []
    for rule in RULES:
        notes = [words["internal"]] if rule.internal else []
        notes += [words["acceptable"]] if rule.acceptable or not rule.code.startswith("E") else []
        rows.append((code(rule.code), *_said(rule.code, language), "; ".join(notes)))
    return page(WORDS["titles"][language]["rules"], WORDS["intros"][language]["rules"], table(words["head"], rows))


def _messages(language: str) -> str:
    ruled = {rule.code for rule in RULES}
    known = sorted(id for id in messages() if re.fullmatch(r"[EWN]\d{3}", id) and id not in ruled)
    rows = ((code(id), *_said(id, language)) for id in sorted(known, key=lambda id: id[1:]))
    head = WORDS["rule"][language]["head"][:3]
    return page(WORDS["titles"][language]["messages"], WORDS["intros"][language]["messages"], table(head, rows))


def _said(id: str, language: str) -> tuple[str, str]:
    """What a finding says, and its usual hint; what depends on the case is an ellipsis."""
    hint = f"H{id[1:]}"
    said = (say(one, language, {}) if one in messages() else "" for one in (id, hint))
    text, cure = (plain(re.sub(r"\{\w+\}", "…", one)) for one in said)
    return text, cure


def _exits(language: str) -> str:
    meant = WORDS["exits"][language]
    rows = [(str(int(one)), meant[one.name]) for one in Exit]
    return page(
        WORDS["titles"][language]["exits"],
        WORDS["intros"][language]["exits"],
        table(WORDS["exit_head"][language], rows),
    )


PAGES: dict[str, Callable[[str], str]] = {
    "commands": _commands,
    "engagement": lambda language: keys_page("engagement", language),
    "practice": lambda language: keys_page("practice", language),
    "clauses": _clauses,
    "niches": _niches,
    "rules": _rules,
    "messages": _messages,
    "exits": _exits,
}
"""Every page of the reference, by what it is about."""
