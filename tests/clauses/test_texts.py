"""What clause texts are compiled to, as outlines; escapes; places inside lists and tables."""

import pytest

from tests.clauses import FILE, compiled, outline
from vadocs.diagnostics import Report, Span
from vadocs.model.clause import Agreement, Hole, If, Maybe, Noun, Ref
from vadocs.model.document import Inline, Text
from vadocs.model.parts import text_inlines, walk_parts
from vadocs.readers.clausetext import compile_text

TEXTS = {
    "holes, nouns and references": (
        "@client paga {{ fees.amount }} a @provider.a, de [[payment-terms.term, x?|bare]]. {#fee}\n\n"
        "Queda @provider(obligado|obligada). De @client.poss y @deposit.bare.plural. {-}",
        "p #fee @client.definite paga ‹fees.amount› a @provider.a, de →payment-terms.term,x?:bare.\n"
        "p {-} Queda @provider(obligado|obligada). De @client.poss y @deposit.bare_plural.",
    ),
    "lines of a paragraph are joined": ("Uno dos\ntres  cuatro\n  cinco.", "p Uno dos tres cuatro cinco."),
    "emphasis around and beside holes": (
        "*{{ a }}* y **@client.bare**: x{% if b %}**y**{% else %}*−{{ c }}*{% end %}.",
        "p *‹a›* y **@client.bare**: x(b? **y**; else? *−‹c›*).",
    ),
    "conditions nest": (
        "A{% if a %} b{% if c given %} d{% end %}{% elif not e %} f{% end %}.",
        "p A(a?  b(Given(name=c)?  d); Not(operand=e)?  f).",
    ),
    "definitions": (
        'Los "**Servicios**" y "**@client.bare**".',
        "p Los «Servicios=**Servicios**» y «client=**@client.bare**».",
    ),
    "anchors and {-} together": (
        "Uno. {#a} {-}\n\n## Dos {#b}\n\n- tres {#c}",
        "p #a {-} Uno.\n## #b Dos\nul\n  item #c tres",
    ),
    "comments vanish": (
        "Uno\n<!-- nota -->\nsigue.\n\n1. a;\n<!-- otra\nde dos líneas -->\n2. b.",
        "p Uno sigue.\nol\n  item a;\n  item b.",
    ),
    "three levels of list": (
        "1. a:\n   1. b:\n      - c;\n2. d.",
        "ol\n  item a:\n    ol\n      item b:\n        ul\n          item c;\n  item d.",
    ),
    "directives between items leave one list": (
        "1. a;\n::: if x\n2. b;\n::: else\n2. c;\n:::\n3. d.",
        "ol\n  item a;\n  if x\n    item b;\n  if else\n    item c;\n  item d.",
    ),
    "a directive around all items goes into the list": (
        "Son:\n\n::: for s in services\n1. {{ s.task }};\n:::",
        "p Son:\nol\n  for s in services\n    item ‹s.task›;",
    ),
    "two directives in a row leave one list": (
        "::: if a\n- x;\n:::\n::: for y in b\n- {{ y }};\n:::\n- z.",
        "ul\n  if a\n    item x;\n  for y in b\n    item ‹y›;\n  item z.",
    ),
    "a directive among nested items": (
        "1. a:\n   1. x;\n::: if c\n   2. y;\n:::\n2. b.",
        "ol\n  item a:\n    ol\n      item x;\n      if c\n        item y;\n  item b.",
    ),
    "a directive indented with its items": (
        "- a:\n  ::: if c\n  - x;\n  :::\n- b.",
        "ul\n  item a:\n    ul\n      if c\n        item x;\n  item b.",
    ),
    "a directive after the last item": (
        "- a;\n::: if c\n- b.\n:::\n\nFin.",
        "ul\n  item a;\n  if c\n    item b.\np Fin.",
    ),
    "a list that ends with its branch": (
        "::: if c\nSon:\n\n- a.\n::: else\n- b.\n:::\n- d.",
        "if c\n  p Son:\n  ul\n    item a.\nif else\n  ul\n    item b.\nul\n  item d.",
    ),
    "a list cut by a directive with a paragraph": (
        "- a;\n::: if c\n- b;\n\nPárrafo.\n:::\n- d.",
        "ul\n  item a;\nif c\n  ul\n    item b;\n  p Párrafo.\nul\n  item d.",
    ),
    "lists of two kinds are two lists": ("- a.\n\n1. b.", "ul\n  item a.\nol\n  item b."),
    "directives nest": (
        "::: if a\n::: for x in y\n::: if b\n{{ x }}\n:::\n:::\nFin.\n:::",
        "if a\n  for x in y\n    if b\n      p ‹x›\n  p Fin.",
    ),
    "a plain table": (
        "| a | b | c |\n|---|:-:|--:|\n| 1 | *2* | {{ x }} |",
        "table <a | ^b | >c\n  row <1 | ^*2* | >‹x›",
    ),
    "a table without a header": ("| | |\n|---|---|\n| 1 | 2 |", "table \n  row <1 | <2"),
    "a table over a list": (
        "::: table i in x.rows\n| a | b |\n|---|---:|\n| {{ i.a }} | {{ i.b | bare }} |\n:::",
        "table <a | >b\n  for i in x.rows\n    row <‹i.a› | >‹Filter(value=i.b, name='bare')›",
    ),
    "a table across a list": (
        "::: table across o in x.options\n| a | {{ o.name }} |\n|---|---:|\n| b | {{ o.b }} |\n:::",
        "table across o in x.options: <a | >‹o.name›\n  row <b | >‹o.b›",
    ),
    "a table across a list, one column of which stands out": (
        "::: table across o in x highlight o.best given\n| a | {{ o }} |\n|---|---|\n"
        "::: for r in y\n| {{ r }} | {{ o }} |\n:::\n:::",
        "table across o in x highlight Given(name=o.best): <a | <‹o›\n  for r in y\n    row <‹r› | <‹o›",
    ),
    "rows with directives, and a total": (
        "::: table\n| a | b |\n|---|---:|\n::: for i in x\n| {{ i.a }} | 1 |\n::: if i.b given\n"
        "| {{ i.b }} | 2 |\n:::\n:::\n"
        "| **Total** | {% if t given %}**{{ t }}**{% else %}—{% end %} |\n:::",
        "table <a | >b\n  for i in x\n    row <‹i.a› | >1\n    if Given(name=i.b)\n      row <‹i.b› | >2\n"
        "  total <Total | >(Given(name=t)? ‹t›; else? —)",
    ),
    "a pipe and a bar in a cell": (
        "| a |\n|---|\n| x {{ y | bare }} \\| z |",
        "table <a\n  row <x ‹Filter(value=y, name='bare')› | z",
    ),
    "signatures": (
        "Firman. {-}\n\n::: signature client\n::: signature provider",
        "p {-} Firman.\nsignature client\nsignature provider",
    ),
    "escapes": (
        'Correo info\\@example.com, \\{x\\}, \\[y\\], \\:::, \\*z\\*, \\_, \\", \\<b>, \\&amp; \\\\ 1999\\. fin',
        'p Correo info@example.com, {x}, [y], :::, *z*, _, ", <b>, &amp; \\ 1999. fin',
    ),
    "signs that need no escape": (
        "AT&T, 5 < 6, a > b, 50 %, C/ Alcalá, «así», ~3, e/ 4; #1.",
        "p AT&T, 5 < 6, a > b, 50 %, C/ Alcalá, «así», ~3, e/ 4; #1.",
    ),
    "an escaped number begins a paragraph": ("1999\\. Otro año.", "p 1999. Otro año."),
    "a number within a paragraph is a number": ("En el año\n1999. Otro.", "p En el año 1999. Otro."),
    "headings inside": ("## Uno\n\nx\n\n### Dos\n\ny", "## Uno\np x\n### Dos\np y"),
    "items may break over indented lines": ("- uno\n  dos\n- tres", "ul\n  item uno dos\n  item tres"),
    "windows line ends": ("Uno.\r\n\r\nDos.\r\n", "p Uno.\np Dos."),
    "decomposed letters are composed": ("an\u0303o", "p año"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_becomes_the_parts_that_its_outline_tells(name: str) -> None:
    """Every construct of the language compiles, without findings, to the parts in its outline."""
    text, expected = TEXTS[name]
    assert outline(compiled("# Título\n\n" + text)) == "# Título\n" + expected


def test_the_heading_may_hold_nouns_and_conditions() -> None:
    """The first heading is the clause's own and is read like a paragraph."""
    text = compiled("# {% if a %}@deposit.bare{% else %}Garantía{% end %} y más\n\nTexto.")
    assert outline(text) == "# (a? @deposit.bare; else? Garantía) y más\np Texto."


def _written(source: str, span: Span | None) -> str:
    assert span is not None
    assert span.line == span.end_line
    return source.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


SPANNED = """# Título

- uno @client y
  sigue {{ año_x }} y **{% if b %}@provider(o|a){% end %}** fin
  1. dos [[scope]] y \\@ {{ c }}

| {{ d }} | \\| @late |
|---|---|
|  **{{ e }}** x|[[f?]]{{ g | bare }} |

::: if h given
Texto {% if i %}j{% else %}k{% end %}.
:::
"""


def test_places_are_exact_in_lists_and_tables() -> None:
    """The span of every hole, noun, reference and condition is what was written, whatever stands around it."""
    source = SPANNED.replace("año_x", "a_x")
    text = compile_text(source, FILE, "es", None, Report())
    found = {
        _written(source, inline.span): type(inline)
        for inline in text_inlines(text)
        if isinstance(inline, Hole | Noun | Ref | Agreement | Maybe)
    }
    assert found == {
        "@client": Noun, "{{ a_x }}": Hole, "{% if b %}@provider(o|a){% end %}": Maybe, "@provider(o|a)": Agreement,
        "[[scope]]": Ref, "{{ c }}": Hole, "{{ d }}": Hole, "@late": Noun, "{{ e }}": Hole, "[[f?]]": Ref,
        "{{ g | bare }}": Hole, "{% if i %}j{% else %}k{% end %}": Maybe,
    }  # fmt: skip
    names = {_written(source, i.expression.span) for i in text_inlines(text) if isinstance(i, Hole)}
    assert names == {"a_x", "c", "d", "e", "g | bare"}
    (condition,) = [part for part in walk_parts(text.body) if isinstance(part, If)]
    assert _written(source, condition.span) == "::: if h given"


def test_a_text_is_the_same_wherever_it_stands() -> None:
    """Places take no part in equality: a text under another name and with other blank lines is equal."""
    one = compile_text("# T\n\n@client paga {{ a }}.", "x/es.md", "es", None, Report())
    other = compile_text("# T\n\n\n\n@client paga {{ a }}.\n\n", "x/es.md", "es", None, Report())
    assert one == other
    assert [i.text for i in text_inlines(one) if isinstance(i, Text)] == ["T", " paga ", "."]


def test_every_inline_of_a_text_is_walked() -> None:
    """The walk meets the heading, and what stands in conditions, emphasis, lists, tables and branches."""
    text = compiled("# {{ a }}\n\n::: if b\n- *{{ c }}*\n:::\n\n| {{ d }} |\n|---|\n| {% if e %}{{ f }}{% end %} |")
    holes: list[Inline] = [inline for inline in text_inlines(text) if isinstance(inline, Hole)]
    assert [
        ".".join(h.expression.path) for h in holes if isinstance(h, Hole) and hasattr(h.expression, "path")
    ] == list("acdf")
