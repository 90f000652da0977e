"""Runs under the Python that has `uno` (Debian: python3-uno): has a warm LibreOffice print Word files as PDF.

    python3 bridge.py PIPE      one line each on standard input, FROM<tab>TO; the answer is a line

Not imported by the benchmarks: another Python runs it.
"""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(pipe: str) -> None:
    """Connect, then print what is asked for until there is no more."""
    desktop = _desktop(pipe)
    print("ready", flush=True)
    for line in sys.stdin:
        source, target = line.rstrip("\n").split("\t")
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (_given("Hidden", True),))
        document.storeToURL(uno.systemPathToFileUrl(target), (_given("FilterName", "writer_pdf_Export"),))
        document.close(True)
        print("done", flush=True)
    desktop.terminate()


def _desktop(pipe: str) -> object:
    """The desktop of the office that listens at `pipe`, which takes its time to start."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        try:
            office = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer within a minute")


def _given(name: str, value: object) -> PropertyValue:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


if __name__ == "__main__":
    main(sys.argv[1])
