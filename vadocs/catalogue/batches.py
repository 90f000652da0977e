"""Batches: sources, workers, the manifest, progress, the report."""

MESSAGES: dict[str, tuple[str, str]] = {
    # --- the command ---
    "cli.batch": (
        "Escribe los documentos de muchos clientes: una carpeta de expedientes, o una tabla (CSV o XLSX) con una fila por cliente sobre un expediente base. Lo que ya está hecho y no ha cambiado no se repite.",
        "Write the documents of many clients: a folder of specs, or a table (CSV or XLSX) with a row for each client over a base spec. What is done and has not changed is not made again.",
    ),
    "cli.batch.base": ("expediente sobre el que se pone cada fila de la tabla", "spec that each row of the table is laid over"),
    "cli.batch.jobs": ("cuántos clientes se hacen a la vez (uno por procesador si no se dice)", "how many clients are made at once (one for each processor unless told)"),
    "cli.batch.packet": ("además, el paquete PDF de cada cliente", "each client's packet as one PDF, too"),
    "cli.batch.where": ("solo las filas o expedientes en que se cumple CLAVE=VALOR (también !=, y ~ para «contiene»); se puede repetir", "only the rows or specs where KEY=VALUE holds (also !=, and ~ for “contains”); may be repeated"),
    "cli.batch.set": ("pone CLAVE=VALOR en todos; se puede repetir", "put KEY=VALUE into all of them; may be repeated"),
    "cli.batch.locale": ("cómo escribe la tabla los números y las fechas: es-ES, en-US…", "how the table writes numbers and dates: es-ES, en-US…"),
    "cli.batch.sheet": ("hoja del libro XLSX", "sheet of the XLSX workbook"),
    "cli.batch.timeout": ("segundos que puede tardar un cliente", "seconds that one client may take"),
    "cli.batch.memory": ("MiB de memoria que puede ocupar un cliente", "MiB of memory that one client may take"),
    "cli.batch.recycle": ("clientes tras los cuales se renueva cada proceso", "clients after which each process is replaced"),
    "cli.batch.why": ("dice por qué se hace cada cliente", "tell why each client is made"),
    "cli.batch.dry_run": ("dice qué se haría y no escribe nada", "tell what would be done and write nothing"),
    "cli.batch.no_report": ("sin la página `report.html`", "without the page `report.html`"),
    # --- running ---
    "E760": ("hay algo mal en una parte interna, que aquí no se cuenta", "something is wrong in an internal part, which is not told here"),
    "H760": ("`vadocs check` lo dice entero, solo en tu pantalla", "`vadocs check` tells it in full, on your screen alone"),
    "E761": ("error de vadocs al hacer este cliente ({text})", "an error of vadocs in making this client ({text})"),
    "H761": ("prueba `vadocs render --debug` con su expediente y, si se repite, cuéntanoslo", "try `vadocs render --debug` with its spec and, if it comes again, tell us"),
    "E762": ("no se pueden iniciar los procesos que hacen los documentos", "the processes that make the documents cannot be started"),
    "H762": ("comprueba que queda memoria y que `vadocs check` funciona en este equipo", "see that there is memory left and that `vadocs check` works on this machine"),
    "E763": ("el expediente ha cambiado mientras se hacía: era `{id}` y ahora es `{other}`", "the spec has changed while it was being made: it was `{id}` and now is `{other}`"),
    "H763": ("vuelve a ejecutar lo mismo", "run the same again"),
    "E764": ("el proceso que hacía `{id}` se ha cerrado de golpe, dos veces", "the process that made `{id}` has ended abruptly, twice"),
    "H764": ("no se ha escrito nada de este cliente; los demás siguen", "nothing of this client was written; the others go on"),
    "E765": ("`{id}` tarda más de lo permitido, dos veces", "`{id}` takes longer than allowed, twice"),
    "H765": ("`--timeout` permite más segundos", "`--timeout` allows more seconds"),
    "E766": ("`{id}` necesita más memoria de la permitida, dos veces", "`{id}` needs more memory than allowed, twice"),
    "H766": ("`--memory` permite más", "`--memory` allows more"),
}
