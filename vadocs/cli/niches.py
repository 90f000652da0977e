"""`vadocs niches`: list the niches, and show what one changes and offers."""

import click

from vadocs.cli import complete
from vadocs.cli.listing import Listing
from vadocs.cli.options import json_lines
from vadocs.cli.screen import Screen
from vadocs.cli.snippet import snippet
from vadocs.cli.words import Command, Group, screen_of
from vadocs.diagnostics import Exit
from vadocs.model.clause import Overlay
from vadocs.model.library import Library


@click.group(cls=Group, help="cli.niches")
def niches() -> None:
    """The niches of the library."""


@niches.command("list", cls=Command, help="cli.niches.list")
@json_lines
@click.pass_context
def list_niches(context: click.Context) -> Exit:
    """Print every niche with its title, its family and the clauses that it touches."""
    return _NICHES.print_all(context)


@niches.command("show", cls=Command, help="cli.niches.show")
@click.argument("name", metavar="ID", shell_complete=complete.niches)
@json_lines
@click.pass_context
def show(context: click.Context, name: str) -> Exit:
    """Print what a niche changes, the risks to know, and what to paste into a spec."""
    screen = screen_of(context)
    niche, library = _NICHES.one(name, context)
    language = screen.language
    if screen.json_lines:
        screen.data({**_facts(niche), **_offered(niche), "snippet": snippet(niche, language)})
        return Exit.DONE
    title = niche.title.get(language, "")
    screen.line(screen.say("cli.niche_title", title=title, niche=niche.id), style="bold")
    screen.line(screen.say("cli.niche_family", family=screen.say(f"family.{niche.family}")))
    if niche.regulated:
        screen.line(screen.say("cli.niche_regulated"), style="yellow")
    _print_changes(niche, library, screen)
    _print_risks(niche, screen)
    screen.line("\n" + screen.say("cli.to_paste"), style="bold")
    screen.line(snippet(niche, language))
    return Exit.DONE


def _touched(niche: Overlay) -> list[str]:
    """The clauses that a niche adds, replaces, removes or gives other defaults, each once."""
    named = (*niche.add, *niche.replace, *niche.replace.values(), *niche.remove, *niche.parameters)
    return list(dict.fromkeys(named))


def _facts(niche: Overlay) -> dict[str, object]:
    """What `list` and `show` tell alike, as JSON."""
    return {
        "kind": "niche",
        "id": niche.id,
        "title": dict(niche.title),
        "family": niche.family,
        "regulated": niche.regulated or None,
        "add": list(niche.add),
        "replace": dict(niche.replace),
        "remove": list(niche.remove),
        "parameters": {clause: dict(given) for clause, given in niche.parameters.items()},
    }


_NICHES: Listing[Overlay] = Listing(
    lambda library: library.niches,
    {
        "cli.niche": lambda niche, screen: niche.id,
        "cli.title": lambda niche, screen: niche.title.get(screen.language, ""),
        "cli.family": lambda niche, screen: screen.say(f"family.{niche.family}"),
        "cli.clauses_touched": lambda niche, screen: ", ".join(_touched(niche)),
    },
    _facts,
    "E905",
)


def _offered(niche: Overlay) -> dict[str, object]:
    """What a niche offers, in every language, as JSON."""
    return {
        "scope": [
            {
                "task": dict(task.task),
                "frequency": task.frequency,
                "volume": {"quantity": task.quantity, "unit": task.unit} if task.quantity else None,
                "deliverable": dict(task.deliverable) or None,
                "criterion": dict(task.criterion) or None,
            }
            for task in niche.scope
        ],
        "ideas": [dict(words) for words in niche.ideas],
        "exclusions": [dict(words) for words in niche.exclusions],
        "kpis": [{"name": dict(one.name), "target": dict(one.target)} for one in niche.kpis],
        "access": [
            {"system": dict(one.system), "role": dict(one.role), "method": one.method} for one in niche.access
        ],
        "risks": [{"id": one.id, "text": dict(one.text)} for one in niche.risks],
    }


def _print_changes(niche: Overlay, library: Library, screen: Screen) -> None:
    """The clauses that come in and go out, and the defaults that are set, with what each is."""
    language = screen.language
    titles = {id: clause.title.get(language, "") for id, clause in library.clauses.items()}
    rows = [(f"+ {id}", titles.get(id, "")) for id in niche.add]
    rows += [(f"- {old}", screen.say("cli.instead", clause=new)) for old, new in niche.replace.items()]
    rows += [(f"- {id}", titles.get(id, "")) for id in niche.remove]
    for id, given in niche.parameters.items():
        known = library.clauses[id].parameters if id in library.clauses else {}
        for name, text in given.items():
            what = known[name].description.get(language, "") if name in known else ""
            rows.append((f"~ {id}: {name} = {text}", what))
    screen.line("\n" + screen.say("cli.niche_changes"), style="bold")
    screen.table(("", ""), rows)


def _print_risks(niche: Overlay, screen: Screen) -> None:
    if niche.risks:
        screen.line("\n" + screen.say("cli.niche_risks"), style="bold")
        for risk in niche.risks:
            screen.line(f"  ! {risk.text.get(screen.language, '')}")
