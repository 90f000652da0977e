"""What LibreOffice is given so that nothing of the machine's own can change its answer.

A user profile with pyphen's hyphenation files and the macro `reading.bas`, and a fontconfig file that knows
the fonts of templates/fonts and no others. All lie in one temporary folder per process, removed at its end.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
MACRO = Path(__file__).with_name("reading.bas")

TWINS = {
    "Cambria": "Caladea",
    "Calibri": "Carlito",
    "Times New Roman": "Liberation Serif",
    "Arial": "Liberation Sans",
}

SPANISH_TERRITORIES = (
    *("AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "HN", "MX"),
    *("NI", "PA", "PE", "PR", "PY", "SV", "US", "UY", "VE"),
)
# pyphen's name of a pattern file -> the document languages that use it. Without a dictionary LibreOffice
# silently does not hyphenate; with the system's it breaks words elsewhere than pyphen does.
HYPHENATION = {
    "es": tuple(f"es-{territory}" for territory in SPANISH_TERRITORIES),
    "en_US": ("en-US",),
    "en_GB": ("en-GB", "en-AU", "en-IE", "en-NZ", "en-ZA"),
}

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
LIBRARIES = (
    '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n'
    '<library:libraries xmlns:library="http://openoffice.org/2000/library">\n'
    '<library:library library:name="Standard" library:link="false"/></library:libraries>\n'
)
LIBRARY = (
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false"><library:element library:name="Reading"/>'
    "</library:library>\n"
)


def patterns(name: str) -> Path:
    """Where pyphen keeps its pattern file `name` ("es", "en_US", ...)."""
    import pyphen

    return Path(str(pyphen.LANGUAGES[name]))


@cache
def home() -> Path:
    """The temporary folder of this process; `profile` in it is the user profile."""
    folder = Path(tempfile.mkdtemp(prefix="vadocs-libreoffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    user = folder / "profile" / "user"
    _write(user / "registrymodifications.xcu", _registry())
    _write(user / "basic" / "script.xlc", XML + LIBRARIES)
    _write(user / "basic" / "Standard" / "script.xlb", XML + LIBRARY)
    _write(user / "basic" / "Standard" / "Reading.xba", _module())
    return folder


def fresh_folder() -> Path:
    """A new empty folder that lasts until the process ends."""
    return Path(tempfile.mkdtemp(dir=home()))


@cache
def fontconfig(more: tuple[Path, ...] = ()) -> Path:
    """A fontconfig file that knows templates/fonts and the folders `more`, with the aliases of twin fonts."""
    folders = "".join(f"<dir>{escape(str(folder.resolve()))}</dir>\n" for folder in (FONTS, *more))
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><accept><family>{twin}</family></accept></alias>\n'
        for name, twin in TWINS.items()
    )
    folder = fresh_folder()
    dtd = '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
    caches = f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>\n"
    _write(folder / "fonts.conf", f"{XML}{dtd}<fontconfig>\n{folders}{caches}{aliases}</fontconfig>\n")
    return folder / "fonts.conf"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _registry() -> str:
    dictionaries = "".join(_dictionary(name, languages) for name, languages in HYPHENATION.items())
    # "Completed": at the first start LibreOffice would write its presets over the macro.
    settings = _setting("Setup/Office", "ooSetupInstCompleted", "true")
    settings += _setting("Office.Java/VirtualMachine", "Enable", "false")
    items = (
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{settings}{dictionaries}</oor:items>\n'
    )
    return XML + items


def _setting(place: str, name: str, value: str) -> str:
    return (
        f'<item oor:path="/org.openoffice.{place}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
    )


def _dictionary(name: str, languages: Sequence[str]) -> str:
    tags = "".join(f"<it>{tag}</it>" for tag in languages)
    return (
        '<item oor:path="/org.openoffice.Office.Linguistic/ServiceManager/Dictionaries">'
        f'<node oor:name="HyphDic_{name}" oor:op="fuse">'
        f'<prop oor:name="Locations" oor:op="fuse"><value><it>{patterns(name).as_uri()}</it></value></prop>'
        '<prop oor:name="Format" oor:op="fuse"><value>DICT_HYPH</value></prop>'
        f'<prop oor:name="Locales" oor:op="fuse"><value>{tags}</value></prop></node></item>\n'
    )


def _module() -> str:
    head = '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    source = escape(MACRO.read_text(encoding="utf-8"))
    return (
        f'{XML}{head}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Reading"'
        f' script:language="StarBasic">{source}</script:module>\n'
    )
