"""Erasing a client: what goes, what stays, and what is beyond reach."""

MESSAGES: dict[str, tuple[str, str]] = {
    # forgetting a client
    "cli.forget": (
        "Borra la ficha de un cliente y lo que se hizo con ella, y dice qué no puede borrar.",
        "Deletes a client's spec and what was made of it, and tells what it cannot delete.",
    ),
    "cli.forget.specs": (
        "Carpeta de fichas, o tabla, donde buscar al cliente (por defecto, donde se leyó la última vez y el espacio de trabajo).",
        "Folder of specs, or table, to look for the client in (if not given: where it was read last, and the workspace).",
    ),
    "cli.forget.out": ("Carpeta de salida donde buscar (por defecto, out).", "Output folder to look in (out if not given)."),
    "cli.forget.yes": ("Borra sin preguntar.", "Deletes without asking."),
    "cli.forget.dry_run": ("Solo enseña qué se borraría.", "Only shows what would be deleted."),
    "cli.forget.all_files": (
        "Borra también, de la carpeta del cliente, lo que cambiaste a mano y lo que no escribió vadocs.",
        "Also deletes, in the client's folder, what you changed by hand and what vadocs did not write.",
    ),
    "forget.goes": ("Se borra:", "To be deleted:"),
    "forget.nothing": ("nada: no queda ningún archivo", "nothing: no file is left"),
    "forget.lines": ("{file}: las líneas de {list}", "{file}: the lines of {list}"),
    "forget.stays": (
        "Se queda en la carpeta del cliente (con `--all-files` se borra también):",
        "Stays in the client's folder (`--all-files` deletes it too):",
    ),
    "forget.kind.changed": ("{file}: cambiado a mano", "{file}: changed by hand"),
    "forget.kind.other": ("{file}: no lo escribió vadocs", "{file}: not written by vadocs"),
    "forget.kind.unsure": (
        "{file}: no se sabe si lo escribió vadocs, porque su lista (`manifest.json`) falta o está dañada",
        "{file}: whether vadocs wrote it is not known, as its list (`manifest.json`) is missing or damaged",
    ),
    "forget.kind.link": ("{file}: un enlace; no se sigue", "{file}: a link; it is not followed"),
    "forget.kind.folder": ("{file}: una carpeta", "{file}: a folder"),
    "forget.kind.elsewhere": (
        "{file}: está en otro disco; no se borra ni así", "{file}: it lies on another disk; not even so is it deleted",
    ),
    "forget.beyond": ("Lo que vadocs no borra, y tienes que mirar tú:", "What vadocs does not delete, and is for you to look at:"),
    "forget.no_spec": (
        "la ficha de `{name}` no está en {list}; si está en otra carpeta, repite la orden con `--specs CARPETA` antes de darlo por hecho",
        "the spec of `{name}` is not in {list}; if it is in another folder, repeat the command with `--specs FOLDER` before you call it done",
    ),
    "forget.program": (
        "los datos de `{name}` los dio un programa: bórralos también allí",
        "the data of `{name}` came from a program: delete them there too",
    ),
    "forget.row": (
        "{file}: borra tú la fila {line}; si no, el próximo lote hará otra vez los documentos",
        "{file}: delete row {line} yourself; if not, the next batch makes the documents again",
    ),
    "forget.rows_unread": (
        "{file}: no se ha podido leer la tabla; busca tú la fila de `{name}`",
        "{file}: the table could not be read; look for the row of `{name}` yourself",
    ),
    "forget.named": (
        "{file}: la ficha lo nombra; bórralo si no lo usas para nadie más",
        "{file}: the spec names it; delete it if you use it for no one else",
    ),
    "forget.named.shared": (
        "{file}: la ficha lo nombra, y otro archivo de la carpeta también",
        "{file}: the spec names it, and so does another file of the folder",
    ),
    "forget.place": ("{file}:{line}: nombra al cliente", "{file}:{line}: names the client"),
    "forget.more_places": (
        "y {n} líneas más; con `--json` salen todas",
        "and {n} more lines; `--json` tells all of them",
    ),
    "forget.places": (
        "los documentos hechos con esos archivos también pueden nombrarlo",
        "documents made from these files may name the client too",
    ),
    "forget.beside": ("{file}: por el nombre parece de este cliente", "{file}: seems to be of this client, by its name"),
    "forget.repository": (
        "{file}: la carpeta está en git, que guarda las versiones anteriores, aquí y donde la hayas subido",
        "{file}: the folder is in git, which keeps earlier versions, here and wherever you pushed it",
    ),
    "forget.synced": (
        "{file}: la carpeta se copia en la nube, que guarda versiones y una papelera",
        "{file}: the folder is copied to the cloud, which keeps versions and a bin",
    ),
    "forget.sent": (
        "lo que enviaste o recibiste: correos, chats, paquetes y zip, formularios, la plataforma de firma, copias en papel",
        "what you sent or received: e-mails, chats, packets and zips, forms, the signing platform, printed copies",
    ),
    "forget.copies": (
        "copias de seguridad, la nube, la papelera, otros equipos y el teléfono; otras carpetas de salida",
        "backups, the cloud, the bin, other computers and the phone; other output folders",
    ),
    "forget.accounts": (
        "tu contabilidad, tus facturas y tu banco; las claves y accesos que te diera; los otros encargos suyos",
        "your accounts, your invoices and your bank; passwords and access it gave you; its other engagements",
    ),
    "forget.disk": (
        "un disco puede guardar un tiempo lo borrado: para que no se pueda leer, cifra el equipo entero",
        "a disk may keep for a while what was deleted: to make it unreadable, encrypt the whole computer",
    ),
    "forget.law": (
        "Antes de borrar: la ley puede obligarte a guardar un tiempo facturas, el contrato firmado o datos de impuestos, aunque te "
        "pidan borrarlos. Pregunta a tu asesoría, y guarda aparte lo que debas guardar.",
        "Before you delete: the law may oblige you to keep invoices, the signed contract or tax records for a time, even where you "
        "are asked to erase them. Ask your adviser, and put aside what you must keep.",
    ),
    "forget.ask": ("¿Borrarlo para siempre? Escribe «{word}» para borrar", "Delete it for ever? Type \"{word}\" to delete"),
    "forget.word": ("borrar", "delete"),
    "forget.not": ("no se ha borrado nada", "nothing was deleted"),
    "forget.dry": ("no se ha borrado nada: para borrar, quita `--dry-run`", "nothing was deleted: to delete, leave out `--dry-run`"),
    "forget.done": ("borrados {n} archivos", "{n} files deleted"),
    "forget.done.one": ("borrado un archivo", "one file deleted"),
    "E770": (
        "`{id}` no es el id de un encargo: tiene minúsculas sin acentos, cifras y guiones, como en la clave `id` de la ficha",
        "`{id}` is no id of an engagement: it has small letters without accents, digits and hyphens, as under `id` in the spec",
    ),
    "E771": (
        "no se conoce ningún encargo `{id}`: ni en la carpeta `{file}` ni entre las fichas",
        "no engagement `{id}` is known: neither in the folder `{file}` nor among the specs",
    ),
    "H771": ("hay estos: {list}", "there are these: {list}"),
    "H771.near": ("¿querías decir `{near}`?", "did you mean `{near}`?"),
    "E772": (
        "borrar no se puede deshacer, y aquí no se puede preguntar",
        "deleting cannot be undone, and no question can be asked here",
    ),
    "H772": (
        "mira con `--dry-run` qué se borraría, y repite la orden con `--yes`",
        "see with `--dry-run` what would be deleted, and repeat the command with `--yes`",
    ),
    "E773": (
        "`{file}` no es la carpeta de `{id}`: es de otro encargo, o un enlace, o un archivo; no se ha borrado nada",
        "`{file}` is not the folder of `{id}`: it is of another engagement, or a link, or a file; nothing was deleted",
    ),
    "H773": (
        "mira qué hay ahí; si es un enlace, borra tú lo que hay donde lleva",
        "look what is there; if it is a link, delete yourself what is where it leads",
    ),
    "E774": (
        "`{file}` ha cambiado desde que se miró; no se borra, ni lo que venía después",
        "`{file}` has changed since it was looked at; it is not deleted, nor what came after it",
    ),
    "H774": ("repite la orden, y mira la lista otra vez", "repeat the command, and look at the list again"),
    "E775": ("no se puede leer o borrar `{file}`: {text}", "cannot read or delete `{file}`: {text}"),
    "H775": (
        "comprueba los permisos de la carpeta y repite la orden: lo que ya se había borrado sigue borrado",
        "check the folder's permissions and repeat the command: what was deleted stays deleted",
    ),
    "W776": (
        "en la carpeta de `{id}` queda algo que no se ha borrado (archivos: {count})",
        "something is left in the folder of `{id}` that was not deleted (files: {count})",
    ),
    "H776": (
        "míralos; si también son del cliente, repite la orden con `--all-files`",
        "look at them; if they are the client's too, repeat the command with `--all-files`",
    ),
    "E777": ("`{file}` no es una carpeta de este equipo", "`{file}` is no folder of this computer"),
    "H777": (
        "borra allí la carpeta del cliente con las herramientas de ese servicio",
        "delete the client's folder there with the tools of that service",
    ),
}
