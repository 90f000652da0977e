"""How `clauses lint --readability` shows how easily the texts are read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vadocs.cli.screen import Screen

if TYPE_CHECKING:
    from vadocs.lint.readability import Reading

WORST = 10
"""Texts of each language that are shown; as JSON, all are."""

_HEADED = {"es": "cli.readability.es", "en": "cli.readability.en"}


def print_readings(readings: Sequence["Reading"], screen: Screen) -> None:
    """The median of each language and its hardest texts with their index, words and longest sentence."""
    from vadocs.lint.readability import middle

    for each in readings if screen.json_lines else ():
        screen.data(
            {"kind": "reading", "clause": each.clause, "text": each.tag, "index": round(each.index, 1),
             "words": each.words, "sentences": each.phrases, "longest": len(each.longest)}
        )  # fmt: skip
    for language, headed in _HEADED.items():
        central = middle(readings, language)
        if central is None or screen.json_lines:
            continue
        screen.line(screen.say(headed, median=f"{central:.0f}"), style="bold")
        screen.table(
            [screen.say(f"cli.{name}") for name in ("clause", "text", "index", "words", "longest")],
            [
                (each.clause, each.tag, f"{each.index:.0f}", str(each.words), str(len(each.longest)))
                for each in readings
                if each.tag.startswith(language)
            ][:WORST],
        )
