"""A plan's layers as a diff on screen: signs first, so that it reads the same without colours."""

from typing import TYPE_CHECKING

from vadocs.cli.findings import from_here, shown
from vadocs.cli.screen import Screen
from vadocs.model.plan import Change, Layer

if TYPE_CHECKING:
    from vadocs.build import Planned

_COLOURS = {"+": "green", "-": "red", "~": "yellow"}


def print_layers(planned: "Planned", screen: Screen) -> None:
    """The layers of each document: a heading with the file, then a line a change; as JSON, an object a change."""
    for plan, layers in zip(planned.plans, planned.layers, strict=True):
        if not screen.json_lines:
            screen.line(screen.count("cli.in", len(plan.placements), document=plan.document), style="bold")
        for layer in layers:
            if screen.json_lines:
                _print_json(plan.document, layer, screen)
            else:
                _print(layer, screen)


def _print(layer: Layer, screen: Screen) -> None:
    heading = screen.say(f"cli.layer.{layer.kind}", name=layer.id)
    screen.line("\n" + heading + (f"  {shown(layer.file)}" if layer.file else ""), style="bold")
    for change in layer.changes:
        screen.line(_line(change, screen), style=_COLOURS.get(change.sign, ""))


def _line(change: Change, screen: Screen) -> str:
    """One change: "+ clause", "- clause  reason", "~ clause: parameter  old -> new"."""
    text = f"{change.sign} {change.clause}"
    if change.parameter:
        nothing = screen.say("cli.nothing")
        text += f": {change.parameter}  {change.old or nothing} -> {change.new or nothing}"
    return text + (f"  ({_reason(change, screen)})" if change.reason else "")


def _reason(change: Change, screen: Screen) -> str:
    return screen.say(change.reason.id, **dict(change.reason.args)) if change.reason else ""


def _print_json(document: str, layer: Layer, screen: Screen) -> None:
    for change in layer.changes:
        screen.data(
            {
                "kind": "change",
                "document": document,
                "layer": layer.kind,
                "id": layer.id or None,
                "file": from_here(layer.file) if layer.file else None,
                "sign": change.sign,
                "clause": change.clause,
                "parameter": change.parameter or None,
                "old": change.old or None,
                "new": change.new or None,
                "reason": _reason(change, screen) or None,
            }
        )
