"""What a niche offers as YAML to paste into a spec: tasks, exclusions, measures, access; never its risks."""

from collections.abc import Iterator

from vadocs.model.clause import Overlay
from vadocs.model.niche import TaskTemplate
from vadocs.readers.quoting import in_quotes


def snippet(niche: Overlay, language: str) -> str:
    """The keys `services`, `exclusions`, `kpis` and `access` of a spec in one language ("es" or "en").

    Each task names its niche, so that tasks of several niches can stand in one list. A key that the niche
    has nothing for is left out.
    """
    lines: list[str] = []
    if niche.scope:
        lines.append("services:")
        for task in niche.scope:
            lines += _task(task, niche.id, language)
    if niche.exclusions:
        lines.append("exclusions:")
        lines += [f"  - {in_quotes(words[language])}" for words in niche.exclusions]
    if niche.kpis:
        lines.append("kpis:")
        for one in niche.kpis:
            lines += [f"  - name: {in_quotes(one.name[language])}", f"    target: {in_quotes(one.target[language])}"]
    if niche.access:
        lines.append("access:")
        for system in niche.access:
            lines += [
                f"  - system: {in_quotes(system.system[language])}",
                f"    role: {in_quotes(system.role[language])}",
                f"    method: {system.method}",
            ]
    return "\n".join(lines)


def _task(task: TaskTemplate, niche: str, language: str) -> Iterator[str]:
    """One member of `services`."""
    yield f"  - task: {in_quotes(task.task[language])}"
    yield f"    niche: {niche}"
    yield f"    frequency: {task.frequency}"
    if task.quantity:
        yield f"    volume: {{quantity: {task.quantity}, unit: {task.unit}}}"
    for name, words in (("deliverable", task.deliverable), ("criterion", task.criterion)):
        if words:
            yield f"    {name}: {in_quotes(words[language])}"
