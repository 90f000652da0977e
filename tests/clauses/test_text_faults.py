"""Faults of clause texts: the full list of findings of each text, each at its line and columns.

The expected places stand in the texts between ⟦ and ⟧.
"""

import pytest

from tests.clauses import FILE, marked
from vadocs.diagnostics import Report
from vadocs.readers.clausetext import compile_text

SIGNS = [
    ("Paga ⟦{{⟧ fees.amount al mes.", "E215"),
    ("Una ⟦{⟧ suelta.", "E216"),
    ("Una ⟦}⟧ suelta.", "E216"),
    ("Un enlace ⟦[⟧aquí⟦]⟧(https://example.com).", "E217 E217"),
    ("Una ⟦[[⟧scope suelta.", "E215"),
    ("Dice ⟦\"⟧hola⟦\"⟧.", "E218 E218"),
    ("Firma: ⟦____⟧.", "E219"),
    ("Con ⟦_⟧énfasis⟦_⟧ así.", "E219 E219"),
    ("Un ⟦`⟧código⟦`⟧.", "E220 E220"),
    ("Un ⟦~~⟧tachado⟦~~⟧.", "E220 E220"),
    ("Un ⟦<b>⟧negrita⟦</b>⟧.", "E221 E221"),
    ("Un ⟦<https://example.com>⟧.", "E221"),
    ("Pérez ⟦&amp;⟧ Hijos.", "E222"),
    ("Un blanco⟦\u200b⟧ de ancho cero.", "E223"),
    ("Una barra ⟦\\⟧ sola.", "E224"),
    ("Una barra al final⟦\\⟧", "E224"),
    ("Correo marta⟦@⟧example.com.", "E225"),
    ("Un ⟦@⟧ suelto.", "E225"),
    ("De @client⟦.plurals⟧ y más.", "E226"),
    ("Y ⟦@provider(obligado)⟧ queda.", "E227"),
    ("Y ⟦@provider(obligado|)⟧ queda.", "E227"),
    ("Según [[⟦Payment⟧]].", "E228"),
    ("Según [[scope, ⟦.x⟧]].", "E228"),
    ("Según [[scope|⟦long⟧]].", "E229"),
    ("Según [[⟦contract#a.b: el contrato⟧]].", "E672"),
    ("Acaba así. ⟦{#Un ancla}⟧", "E230"),
    ("Ancla ⟦{#a}⟧ en medio.", "E231"),
    ("Hay ⟦{% for x in y %}⟧.", "E232"),
    ("Hay {% if a %}x⟦{% endif %}⟧ y.", "E232 E234"),
    ("Un ⟦{% else %}⟧ solo.", "E233"),
    ("Un ⟦{% if a %}⟧ abierto.", "E234"),
    ("Mal *cerrado ⟦{% if a %}⟧ así* y ⟦{% end %}⟧.", "E234 E233"),
    ("Con {% if a %}x{% else %}y⟦{% elif b %}⟧z{% end %}.", "E233"),
    ("El ⟦\"**{{ x }}**\"⟧.", "E235"),
    ("El ⟦\"**uno @client**\"⟧.", "E235"),
    ("Sale ⟦:::⟧ en medio.", "E239"),
    ("Un asterisco ⟦*⟧ suelto.", "E246"),
    ("Una ⟦**⟧ negrita sin cerrar.", "E246"),
    ("Conforme a la ⟦cláusula 7.2⟧ de este contrato.", "E247"),
    ("Under ⟦clause 4⟧ of this agreement.", "E247"),
    ("Un ⟦<!-- comentario -->⟧ en medio.", "E258"),
    ("Con tabulador⟦\t⟧aquí.", "E256"),
]  # fmt: skip

BLOCKS = [
    ("⟦1.1⟧ Texto.", "E247"),
    ("⟦(a)⟧ Texto.", "E247"),
    ("⟦a)⟧ Texto.", "E247"),
    ("⟦•⟧ Texto.", "E247"),
    ("⟦-T⟧exto.", "E247"),
    ("⟦PRIMERA.-⟧ Texto.", "E247"),
    ("⟦#T⟧exto.", "E247"),
    ("## ⟦2.⟧ Texto\n\nY más.", "E247"),
    ("⟦Un párrafo⟧\n---", "E240"),
    ("⟦Un párrafo⟧\n===\n\nY más.", "E240 E248"),
    ("Uno.\n\n⟦---⟧\n\nDos.", "E240"),
    ("Uno.\n\n⟦> cita⟧", "E240"),
    ("Uno.\n\n⟦~~~⟧\ncódigo\n⟦~~~⟧", "E220 E220"),
    ("Uno.\n\n    ⟦código⟧", "E240"),
    ("⟦[⟧x⟦]⟧: https://example.com", "E217 E217"),
    ("⟦1999.⟧ Otro año.", "E243"),
    ("1. a;\n2. b;\n⟦1999.⟧ Otro.", "E243"),
    ("⟦0.⟧ cero", "E243"),
    ("⟦*⟧ a\n⟦*⟧ b", "E242 E242"),
    ("⟦+⟧ a", "E242"),
    ("⟦1)⟧ a", "E242"),
    ("- a\n  - b\n    - c\n      ⟦- d⟧", "E241"),
    ("- a\n\n  ⟦otro párrafo⟧", "E244"),
    ("⟦-⟧\n\nTexto.", "E244"),
    ("- a\n⟦sigue sin sangría⟧", "E245"),
    ("Uno.\n\n⟦# Otro título⟧\n\nDos.", "E248"),
    ("⟦#### Muy hondo⟧\n\nDos.", "E248"),
    ("| a | b |\n|---|---|\n⟦| 1 |⟧\n⟦| 1 | 2 | 3 |⟧", "E249 E249"),
    ("| a | b |\n|---|---|\n| 1 {{ x ⟦=⟧ 2 }} | 2 |", "E202"),
    ("| a | b |\n|---|---|\n| uno | dos ⟦*⟧ tres |", "E246"),
    ("- uno\n  - dos ⟦**⟧ tres", "E246"),
    ("- uno\n  sigue ⟦*⟧ aquí", "E246"),
    ("Cita. ⟦{#a}⟧ {#b}", "E265"),
]  # fmt: skip

DIRECTIVES = [
    ("::: ⟦iff⟧ a\nx\n:::", "E236"),
    ("::: if a\nx\n::: ⟦end⟧\n:::", "E236"),
    ("⟦::: if a⟧\nx", "E237"),
    ("⟦:::⟧\nx", "E238"),
    ("⟦::: else⟧\nx", "E238"),
    ("::: if a\nx\n::: else\ny\n⟦::: elif b⟧\nz\n:::", "E238"),
    ("::: if a ⟦=⟧ 'x'\nx\n:::", "E202"),
    ("::: if a\nx\n::: elif b ⟦c⟧\ny\n:::", "E213"),
    ("⟦::: for x on y⟧\nx\n:::", "E261"),
    ("::: for x in y ⟦z⟧\nx\n:::", "E213"),
    ("⟦::: table across⟧\n| a | b |\n|---|---|\n| 1 | 2 |\n:::", "E261"),
    ("⟦::: table across x⟧\n| a | b |\n|---|---|\n| 1 | 2 |\n:::", "E261"),
    ("⟦::: table accross x in y⟧\n| a | b |\n|---|---|\n| 1 | 2 |\n:::", "E261"),
    ("⟦::: for across x in y⟧\nx\n:::", "E261"),
    ("::: table across x in y ⟦z⟧\n| a | b |\n|---|---|\n| 1 | 2 |\n:::", "E213"),
    ("::: table across x in y highlight x ⟦z⟧\n| a | b |\n|---|---|\n| 1 | 2 |\n:::", "E213"),
    ("::: table across x in y highlight⟦ ⟧\n| a | b |\n|---|---|\n| 1 | 2 |\n:::", "E200"),
    ("::: table x in y ⟦highlight⟧ x\n| a | b |\n|---|---|\n| 1 | 2 |\n:::", "E213"),
    ("⟦::: table across x in y⟧\nUno.\n:::", "E252"),
    ("⟦::: if a⟧\n:::\n\nx", "E251"),
    ("⟦::: table⟧\nx\n:::", "E252"),
    ("- a\n\n⟦::: if c⟧\n  - b\n- c\n:::", "E250"),
    ("⟦::: signature nadie⟧\n\nx", "E260"),
    ("::: table\n| A | B |\n|---|---|\n| x | ⟦{? texto a }⟧ |\n:::", "E630"),
    ("::: table\n| A | B |\n|---|---|\n| x | ⟦{? choice a : uno }⟧ |\n:::", "E630"),
    ("::: table\n| A | B |\n|---|---|\n| x | ⟦{? text a : uno | dos }⟧ |\n:::", "E630"),
    ("::: table\n| A | B |\n|---|---|\n| x | y ⟦{? text a }⟧ |\n:::", "E631"),
    ("Uno ⟦{? text a }⟧.", "E631"),
    ("::: table\n| A | ⟦{? text a }⟧ |\n|---|---|\n| x | y |\n:::", "E631"),
    ("::: table x in y\n| A | B |\n|---|---|\n| x | ⟦{? text a }⟧ |\n:::", "E632"),
    ("::: table\n| A | B |\n|---|---|\n| x | {? text a } |\n| y | ⟦{? text a }⟧ |\n:::", "E632"),
    ("::: chart ⟦nada⟧\n\nx", "E379"),
    ("⟦::: chart⟧\n\nx", "E379"),
    ("::: for x in y\nUno. ⟦{#a}⟧\n:::", "E266"),
    ("Uno. {#a}\n\nDos. ⟦{#a}⟧", "E255"),
    ("::: if a\nUno. {#a}\n::: else\nDos. {#a}\n:::\n\nTres. ⟦{#a}⟧", "E255"),
    ("x\n\n⟦<!--⟧ sin fin\n\ny", "E259"),
]  # fmt: skip


def _faults(text: str) -> tuple[list[tuple[str, object]], bool]:
    report = Report()
    result = compile_text("# Título\n\n" + text, FILE, "es", None, report)
    assert result.faulty == report.failed
    assert not (result.faulty and (result.body or result.heading))
    return [(d.code, d.span) for d in report], result.faulty


@pytest.mark.parametrize(("text", "codes"), SIGNS + BLOCKS + DIRECTIVES)
def test_every_fault_of_a_text_is_found_at_its_place(text: str, codes: str) -> None:
    """A text yields exactly the findings told, each on the characters marked; it is then faulty and empty."""
    clean, spans = marked("# Título\n\n" + text)
    found, faulty = _faults(clean.removeprefix("# Título\n\n"))
    assert faulty
    assert sorted(code for code, _ in found) == sorted(codes.split())
    places = {span for _, span in found}
    for span in spans:
        assert span in places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sin título.", "E248"),
        ("## Nivel dos\n\nTexto.", "E248"),
        ("", "E248"),
        ("# Solo título", "E254"),
        ("# Título {#a}\n\nTexto.", "E231"),
        ("# Título #\n\nTexto.", "E263"),
        ("#\n\nTexto.", "E263"),
        ("# T\n\n" + "x" * 60_000, "E257"),
        ("# T\n\n" + "***a " * 9 + "b***" * 9, "E264"),
    ],
)
def test_a_text_is_one_heading_and_a_body(text: str, code: str) -> None:
    """What is no heading with a body under it, or is too long or too deep, is a fault of the whole text."""
    report = Report()
    assert compile_text(text, FILE, "es", None, report).faulty
    assert code in [d.code for d in report]


def test_a_term_must_be_one_that_the_clause_defines() -> None:
    """With the clause's terms, a definition takes the key of its form, and an unknown form is told with the nearest."""
    terms = {"Servicios": "services", "Servicio": "services"}
    report = Report()
    text = compile_text('# T\n\nLos "**Servicios**".', FILE, "es", terms, report)
    assert "Definition(term='services'" in repr(text.body)
    compile_text('# T\n\nLos "**Servizios**".', FILE, "es", terms, report)
    (diagnostic,) = report
    assert (diagnostic.code, dict(diagnostic.hints[0].args)) == ("E262", {"word": "Servicios"})


def test_all_faults_of_a_text_come_at_once() -> None:
    """Reading goes on after a fault: three faults of three kinds are three findings in the order of the text."""
    report = Report()
    compile_text("# T\n\nUn {{ a = b }} y <b>.\n\n::: if c d\nx\n:::", FILE, "es", None, report)
    assert [d.code for d in report] == ["E202", "E221", "E213"]
