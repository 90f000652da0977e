"""Headings that LibreOffice 7.4 puts on another page than the contents foretell, contract by contract.

Two faults of its layout are behind them (docs/agreement.md): it leaves a heading alone at a page's end, and it moves
one and what follows to the next page although they fit. Every heading that is not listed stands where it was foretold;
one that is listed and comes right must leave the list.
"""

from collections.abc import Mapping

ELSEWHERE: Mapping[str, Mapping[str, int]] = {
    # Left alone at the end of the page before, though the file keeps it with the next paragraph.
    "co-presentaciones-cali": {"TRIGÉSIMA OCTAVA.- Acuerdo completo": 16},
    # The closing and its signatures moved on, and the schedules with them.
    "tienda-las-palmas": {
        "Anexo\u00a0I. Encargo de tratamiento de datos personales": 18,
        "Anexo\u00a0II. Calendario de pagos": 20,
    },
}
"""Title to the page on which LibreOffice puts it, by the contract's name."""
