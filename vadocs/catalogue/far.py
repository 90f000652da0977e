"""Batches on more than one machine: parts, joining folders, workers elsewhere, stores."""

MESSAGES: dict[str, tuple[str, str]] = {
    # --- parts ---
    "cli.batch.shard": (
        "Solo una parte de los clientes: `2/5` es la segunda de cinco, para repartirlos entre equipos.",
        "Only a part of the clients: `2/5` is the second of five, to share them out among machines.",
    ),
    "H747.shard": ("se escribe `--shard 2/5`: la segunda de cinco partes", "it is written `--shard 2/5`: the second of five parts"),
    # --- joining ---
    "cli.batch.merge": (
        "Une en una carpeta lo que varios equipos han escrito cada uno en la suya. Cada archivo se comprueba con su registro antes de copiarlo.",
        "Join in one folder what several machines have each written into their own. Each file is checked against its record before it is copied.",
    ),
    "cli.batch.merge.out": ("Carpeta en que se une todo.", "Folder in which all is joined."),
    "cli.merging": ("uniendo las carpetas…", "joining the folders…"),
    "merge.done": (
        "{joined} de {n} clientes unidos en {out}; ya estaban {unchanged}; sin documentos {recorded}; rechazados {refused}",
        "{joined} of {n} clients joined in {out}; there already {unchanged}; without documents {recorded}; refused {refused}",
    ),
    "merge.done.one": (
        "{joined} de {n} cliente unido en {out}; ya estaban {unchanged}; sin documentos {recorded}; rechazados {refused}",
        "{joined} of {n} client joined in {out}; there already {unchanged}; without documents {recorded}; refused {refused}",
    ),
    "merge.other": ("el otro resultado está aquí", "the other result is here"),
    "E780": ("`{file}` no se puede unir", "`{file}` cannot be joined"),
    "H780": (
        "no es una carpeta en la que `vadocs batch` haya escrito: le falta `manifest.jsonl`",
        "it is no folder that `vadocs batch` has written into: it has no `manifest.jsonl`",
    ),
    "H780.out": (
        "es la misma carpeta que la de `--out`: nombra solo las otras, que se añaden a ella",
        "it is the folder of `--out` itself: name only the others, which are added to it",
    ),
    "H780.twice": ("se nombra dos veces", "it is named twice"),
    "W780": ("en `{file}` no hay ningún cliente", "there are no clients in `{file}`"),
    "N780": (
        "en `{file}` hay {count} carpetas que no son del lote (la primera, `{name}`) y no se unen",
        "in `{file}` there are {count} folders that are not the batch's (the first, `{name}`) and are not joined",
    ),
    "H780.others": ("las escribió `vadocs render`; cópialas tú si hacen falta", "`vadocs render` wrote them; copy them yourself if they are needed"),
    "E781": ("`{id}` tiene dos resultados distintos", "`{id}` has two different results"),
    "H781": (
        "no se ha unido nada; repite el lote donde esté el más antiguo con `--where id={name}`, o no nombres esa carpeta",
        "nothing was joined; run the batch again where the older one lies with `--where id={name}`, or do not name that folder",
    ),
    "E782": (
        "`{file}` falta o no es el que está registrado",
        "`{file}` is missing or not the one on record",
    ),
    "H782": (
        "no se ha unido nada de este cliente; repite el lote en esa carpeta, o recupera el archivo de una copia",
        "nothing of this client was joined; run the batch again in that folder, or bring the file back from a copy",
    ),
    "E783": ("el lote se interrumpió mientras escribía `{id}`", "the batch was interrupted while it wrote `{id}`"),
    "H783": ("repítelo en esa carpeta: sigue donde se quedó", "run it again in that folder: it goes on where it stopped"),
    "H724.merge": ("son `{name}` y `{other}`; no se ha unido nada", "they are `{name}` and `{other}`; nothing was joined"),
    # --- workers elsewhere ---
    "cli.batch.executor": (
        "Dónde se hacen: `local`, en este equipo, o `dask`, en los de un planificador de dask.",
        "Where they are made: `local`, on this machine, or `dask`, on those of a dask scheduler.",
    ),
    "cli.batch.scheduler": (
        "Dirección del planificador de dask: tcp://equipo:8786, tls://equipo:8786.",
        "Address of the dask scheduler: tcp://machine:8786, tls://machine:8786.",
    ),
    "H747.scheduler": (
        "`--executor dask` y `--scheduler tcp://equipo:8786` van juntos",
        "`--executor dask` and `--scheduler tcp://machine:8786` go together",
    ),
    "E784": ("no se llega a `{address}`: {text}", "`{address}` cannot be reached: {text}"),
    "H784": (
        "lo ya escrito está entero; comprueba la dirección y la red, y repite la misma orden: sigue donde se quedó",
        "what is written is whole; check the address and the network, and type the same again: it goes on where it stopped",
    ),
    "E785": ("nadie puede hacer el trabajo en `{address}`", "nobody can do the work at `{address}`"),
    "H785.none": (
        "no hay ningún equipo trabajando: en cada uno se escribe `dask worker DIRECCIÓN`",
        "no machine is working there: `dask worker ADDRESS` is typed on each",
    ),
    "H785.broken": (
        "ese equipo responde: {text}; mira si le queda memoria y sitio en su carpeta de archivos temporales",
        "that machine answers: {text}; see whether it has memory and room in its folder of temporary files",
    ),
    "E786": (
        "el equipo `{worker}` no tiene este mismo vadocs (aquí {version}, allí {other})",
        "the machine `{worker}` does not have this very vadocs (here {version}, there {other})",
    ),
    "H786": (
        "instala en todos los equipos la misma versión: `pip install 'vadocs[dask]=={version}'`",
        "install the same version on all machines: `pip install 'vadocs[dask]=={version}'`",
    ),
    "H786.same": (
        "la versión es la misma, pero difieren Python, sus bibliotecas o los textos incluidos: instala lo mismo en todos",
        "the version is the same, but Python, its libraries or the bundled texts differ: install the same on all",
    ),
    "E787": ("falta una parte de vadocs para `{name}`", "a part of vadocs is missing for `{name}`"),
    "H787": (
        "`vadocs doctor` dice con qué orden se instala el extra `{extra}`",
        "`vadocs doctor` tells the command that installs the extra `{extra}`",
    ),
    "H787.store": (
        "fsspec pide otra parte para ese almacén: {text}",
        "fsspec asks for another part for that store: {text}",
    ),
    "E788": ("`{file}` no puede enviarse a otro equipo", "`{file}` cannot be sent to another machine"),
    "H788.large": ("es demasiado grande: como mucho, 64 MiB", "it is too large: at most 64 MiB"),
    "H788.unread": ("no se puede leer", "it cannot be read"),
    "H788.link": (
        "es un enlace a una ficha de otra carpeta: pon ahí la ficha misma",
        "it is a link to a spec in another folder: put the spec itself there",
    ),
    "H788.name": (
        "su nombre, o el de un archivo suyo, tiene caracteres que otros equipos no admiten",
        "its name, or that of one of its files, has characters that other machines do not take",
    ),
    "H788.look": (
        "guarda ese aspecto en la carpeta `templates` de tu espacio de trabajo y nómbralo sin ruta",
        "keep that look in the folder `templates` of your workspace and name it without a path",
    ),
    # --- stores ---
    "cli.batch.out": (
        "Carpeta de salida; con `vadocs[remote]`, también un almacén: s3://cubo/ruta.",
        "Output folder; with `vadocs[remote]`, a store too: s3://bucket/path.",
    ),
    "E789": ("no se puede escribir en `{address}`", "`{address}` cannot be written to"),
    "H789": (
        "se escribe en almacenes que guardan cada archivo entero o nada: {list}",
        "stores are written to that keep each file whole or not at all: {list}",
    ),
    "H789.batch": (
        "solo `vadocs batch` escribe en un almacén; aquí hace falta una carpeta",
        "`vadocs batch` alone writes to a store; here a folder is needed",
    ),
}
