"""Batches: how a run goes, and what came of it."""

MESSAGES: dict[str, tuple[str, str]] = {
    # while it goes on
    "batch.planned": (
        "{n} clientes: {to_make} por hacer, {unchanged} sin cambios; a la vez: {workers}",
        "{n} clients: {to_make} to make, {unchanged} unchanged; at once: {workers}",
    ),
    "batch.planned.one": (
        "1 cliente: {to_make} por hacer, {unchanged} sin cambios; a la vez: {workers}",
        "1 client: {to_make} to make, {unchanged} unchanged; at once: {workers}",
    ),
    "batch.planned.chosen": (
        "{n} clientes de los {of} que hay: {to_make} por hacer, {unchanged} sin cambios; a la vez: {workers}",
        "{n} clients of the {of} there are: {to_make} to make, {unchanged} unchanged; at once: {workers}",
    ),
    "batch.planned.chosen.one": (
        "1 cliente de los {of} que hay: {to_make} por hacer, {unchanged} sin cambios; a la vez: {workers}",
        "1 client of the {of} there are: {to_make} to make, {unchanged} unchanged; at once: {workers}",
    ),
    "batch.done_of": ("{done} de {total} clientes", "{done} of {total} clients"),
    "batch.some_failed": ("{n} con fallos", "{n} failed"),
    "batch.some_failed.one": ("1 con fallos", "1 failed"),
    "batch.rate": ("{rate} por minuto", "{rate} a minute"),
    "batch.remaining": ("quedan {time}", "{time} left"),
    "batch.now": ("ahora: {list}", "now: {list}"),
    "batch.failed": ("{number} ({name}): {how}", "{number} ({name}): {how}"),
    "batch.too_many": (
        "fallan muchos: de los que siguen se dice solo cuáles son; el informe lo cuenta todo",
        "many fail: of those that follow only the names are told; the report tells all",
    ),
    "batch.retried": (
        "{number}: {why}; se probará otra vez, a solas",
        "{number}: {why}; it will be tried once more, alone",
    ),
    "batch.why.crashed": ("el proceso que lo hacía se ha caído", "the process that made it has crashed"),
    "batch.why.hung": ("ha tardado demasiado", "it took too long"),
    "batch.why.memory": ("ha necesitado demasiada memoria", "it needed too much memory"),
    "batch.interrupting": (
        "parando: se terminan los {n} que están a medias; {left} se quedan sin empezar (Ctrl+C otra vez: parar ya)",
        "stopping: the {n} under way are finished; {left} are not begun (Ctrl+C again: stop now)",
    ),
    "batch.interrupting.one": (
        "parando: se termina el que está a medias; {left} se quedan sin empezar (Ctrl+C otra vez: parar ya)",
        "stopping: the one under way is finished; {left} are not begun (Ctrl+C again: stop now)",
    ),
    # how a client's documents ended
    "batch.ended.written": ("escrito", "written"),
    "batch.ended.unchanged": ("sin cambios", "unchanged"),
    "batch.ended.rejected": ("rechazado, sus datos tienen un error", "rejected, its data have an error"),
    "batch.ended.crashed": ("el proceso que lo hacía se ha caído", "the process that made it crashed"),
    "batch.ended.hung": ("ha tardado demasiado", "took too long"),
    "batch.ended.memory": ("ha necesitado demasiada memoria", "needed too much memory"),
    "batch.ended.left": ("sin empezar", "not begun"),
    # the summary
    "batch.summary.done": ("Terminado en {time}: {n} clientes, ningún fallo", "Finished in {time}: {n} clients, no failures"),
    "batch.summary.done.one": ("Terminado en {time}: 1 cliente, ningún fallo", "Finished in {time}: 1 client, no failures"),
    "batch.summary.failed": (
        "Terminado en {time}: {n} de {total} clientes con fallos",
        "Finished in {time}: {n} of {total} clients failed",
    ),
    "batch.summary.failed.one": (
        "Terminado en {time}: 1 de {total} clientes con fallos",
        "Finished in {time}: 1 of {total} clients failed",
    ),
    "batch.summary.interrupted": (
        "Interrumpido a los {time}: quedan {n} clientes por hacer; lo escrito está entero",
        "Interrupted after {time}: {n} clients are left to make; what was written is whole",
    ),
    "batch.summary.interrupted.one": (
        "Interrumpido a los {time}: queda 1 cliente por hacer; lo escrito está entero",
        "Interrupted after {time}: 1 client is left to make; what was written is whole",
    ),
    "batch.count.written": ("escritos", "written"),
    "batch.count.written.one": ("escrito", "written"),
    "batch.count.unchanged": ("sin cambios: sus archivos ya estaban al día", "unchanged: their files were up to date"),
    "batch.count.unchanged.one": ("sin cambios: sus archivos ya estaban al día", "unchanged: its files were up to date"),
    "batch.count.rejected": ("rechazados: sus datos tienen errores", "rejected: their data have errors"),
    "batch.count.rejected.one": ("rechazado: sus datos tienen errores", "rejected: its data have errors"),
    "batch.count.crashed": ("caídos: se cayó el proceso que los hacía", "crashed: the process that made them was lost"),
    "batch.count.crashed.one": ("caído: se cayó el proceso que lo hacía", "crashed: the process that made it was lost"),
    "batch.count.hung": ("han tardado demasiado", "took too long"),
    "batch.count.hung.one": ("ha tardado demasiado", "took too long"),
    "batch.count.memory": ("han necesitado demasiada memoria", "needed too much memory"),
    "batch.count.memory.one": ("ha necesitado demasiada memoria", "needed too much memory"),
    "batch.count.left": ("sin empezar", "not begun"),
    "batch.count.left.one": ("sin empezar", "not begun"),
    "batch.files": ("{n} archivos", "{n} files"),
    "batch.files.one": ("1 archivo", "1 file"),
    "batch.pages": ("{n} páginas", "{n} pages"),
    "batch.pages.one": ("1 página", "1 page"),
    "batch.open_points": ("{n} datos", "{n} facts"),
    "batch.open_points.one": ("1 dato", "1 fact"),
    "batch.drafts": (
        "Borradores sin completar: {n} clientes, a los que faltan {points}",
        "Incomplete drafts: {n} clients, which lack {points}",
    ),
    "batch.drafts.one": (
        "Borradores sin completar: 1 cliente, al que faltan {points}",
        "Incomplete drafts: 1 client, which lacks {points}",
    ),
    "batch.to_confirm": (
        "Con algo por confirmar antes de firmar: {n} clientes",
        "With something to confirm before signing: {n} clients",
    ),
    "batch.to_confirm.one": (
        "Con algo por confirmar antes de firmar: 1 cliente",
        "With something to confirm before signing: 1 client",
    ),
    "batch.withheld": (
        "{n} hallazgos son solo para ti, y un lote no los cuenta: `vadocs check FICHA` te los enseña",
        "{n} findings are for your eyes only, and a batch does not tell them: `vadocs check SPEC` shows them to you",
    ),
    "batch.withheld.one": (
        "1 hallazgo es solo para ti, y un lote no lo cuenta: `vadocs check FICHA` te lo enseña",
        "1 finding is for your eyes only, and a batch does not tell it: `vadocs check SPEC` shows it to you",
    ),
    "batch.warned": (
        "Aviso {code} en {n} clientes; así en {number}: {message}",
        "Warning {code} in {n} clients; thus in {number}: {message}",
    ),
    "batch.warned.one": ("Aviso {code} en {number}: {message}", "Warning {code} in {number}: {message}"),
    "batch.summary.report": ("Informe: {file}", "Report: {file}"),
    "batch.summary.retry": (
        "Cuando lo hayas corregido, esta orden hace los que han fallado:",
        "Once that is mended, this command makes those that failed:",
    ),
    "batch.summary.go_on": ("Esta orden sigue donde se quedó:", "This command goes on where it stopped:"),
}
