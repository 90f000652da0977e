"""The names of the files: for people, and safe everywhere."""

import pytest

from vadocs.outputs import file_name


@pytest.mark.parametrize(
    ("client", "name"),
    [
        ("Cerámicas Levante, S.L.", "Contrato_Ceramicas-Levante_2026-031_v1.pdf"),
        ("Ferretería El Tornillo E.I.R.L.", "Contrato_Ferreteria-El-Tornillo_2026-031_v1.pdf"),
        ("Tueste Coyoacán, S.A. de C.V.", "Contrato_Tueste-Coyoacan_2026-031_v1.pdf"),
        ("Norte Textil S. de R.L. de C.V.", "Contrato_Norte-Textil_2026-031_v1.pdf"),
        ("Pagos Claros, S.A.P.I. de C.V.", "Contrato_Pagos-Claros_2026-031_v1.pdf"),
        ("Clínica Sorolla & Asociados, S.L.P.", "Contrato_Clinica-Sorolla-Asociados_2026-031_v1.pdf"),
        ("Lone Star Advisors LLC", "Contrato_Lone-Star-Advisors_2026-031_v1.pdf"),
        ("Peña & Hijos, S.A.", "Contrato_Pena-Hijos_2026-031_v1.pdf"),
        ("../../etc/passwd", "Contrato_etc-passwd_2026-031_v1.pdf"),
        ("北京", "Contrato_2026-031_v1.pdf"),
    ],
)
def test_a_name_is_for_people_and_safe(client: str, name: str) -> None:
    """A file's name keeps the client's name readable in ASCII, without its legal form or any path."""
    assert file_name("Contrato", client, "2026-031", 1, "pdf") == name
