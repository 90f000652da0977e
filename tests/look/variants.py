"""Three restyled looks, made of sobrio as a user would in Word: no style is added, none renamed.

What each one changes stands in its function; lengths are points. `VARIANTS` names them.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tests.look.templates import SOBRIO
from tests.look.wordedit import Logo, Template, drawn

TAB = "<w:r><w:tab/></w:r>"
TOC = ("toc 1", "toc 2")
HEADINGS = ("heading 1", "Heading 1 Ordinal")
SMALLER = ("Heading Plain", "heading 2", "heading 3", "TOC Heading", "Signature Heading")
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
LETTERS = ("List Letter", "List Letter 2", "List Letter 3")
PARAGRAPHS = (("Provisions", 1), ("Ordinals", 1), ("Schedules", 1))


class Colour(NamedTuple):
    """A colour as Word stores it: six digits, and where it is the theme's, which one and how tinted."""

    digits: str
    theme: str = ""
    tint: str = ""

    def _said(self, plain: str, theme: str) -> str:
        more = f' w:{theme}="{self.theme}"' if self.theme else ""
        tint = f' w:{theme.removesuffix("Color")}Tint="{self.tint}"' if self.tint else ""
        return f'w:{plain}="{self.digits}"{more}{tint}'

    @property
    def ink(self) -> str:
        """As the colour of characters."""
        return f"<w:color {self._said('val', 'themeColor')}/>"

    @property
    def rule(self) -> str:
        """As an attribute of a border."""
        return self._said("color", "themeColor")

    @property
    def fill(self) -> str:
        """As the ground of a paragraph or cell."""
        return f'<w:shd w:val="clear" w:color="auto" {self._said("fill", "themeFill")}/>'


def words(text: str, look: str = "") -> str:
    """A run of text."""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def number(name: str, look: str = "") -> str:
    """A field with a cached result, as Word writes it."""
    own = f"<w:rPr>{look}</w:rPr>" if look else ""
    marks = {kind: f'<w:r>{own}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    instruction = f'<w:r>{own}<w:instrText xml:space="preserve"> {name} \\* MERGEFORMAT </w:instrText></w:r>'
    return f"{marks['begin']}{instruction}{marks['separate']}<w:r>{own}<w:t>1</w:t></w:r>{marks['end']}"


def stops(*tabs: tuple[str, float], leader: str = "") -> str:
    """Tab stops of a style."""
    kind = f' w:leader="{leader}"' if leader else ""
    return "<w:tabs>" + "".join(f'<w:tab w:val="{a}"{kind} w:pos="{round(at * 20)}"/>' for a, at in tabs) + "</w:tabs>"


def size(points: float) -> str:
    """A size of characters."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def family(name: str) -> str:
    """A font for every script."""
    return "<w:rFonts " + " ".join(f'w:{script}="{name}"' for script in ("ascii", "hAnsi", "eastAsia", "cs")) + "/>"


def spaced(rule: str, value: float, before: float | None = None, after: float | None = None) -> str:
    """Spacing; `value` is a multiple for "auto", points otherwise."""
    ends = (("before", before), ("after", after))
    said = "".join(f' w:{name}="{round(points * 20)}"' for name, points in ends if points is not None)
    return f'<w:spacing{said} w:line="{round(value * (240 if rule == "auto" else 20))}" w:lineRule="{rule}"/>'


def side(name: str, width: float, colour: Colour, space: float = 0) -> str:
    """A border."""
    return f'<w:{name} w:val="single" w:sz="{round(width * 8)}" w:space="{round(space)}" {colour.rule}/>'


def bordered(*sides: str) -> str:
    """The borders of a paragraph."""
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def table(borders: str, top: float, sides: float) -> str:
    """The borders of a table and the margins of its cells."""
    pairs = (("top", top), ("left", sides), ("bottom", top), ("right", sides))
    margins = "".join(f'<w:{name} w:w="{round(points * 20)}" w:type="dxa"/>' for name, points in pairs)
    return f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"


DRAFT, TITLE, NUMBER = "{{ draft_notice }}", "{{ title }}", "{{ number }} · v{{ version }}"

# --- fresh -----------------------------------------------------------------------------------------

PALETTE = {
    "dk1": "1B1B1B", "lt1": "FFFFFF", "dk2": "17494D", "lt2": "EEF4F4", "accent1": "1F7A7A", "accent2": "C8553D",
    "accent3": "6B705C", "accent4": "E0A458", "accent5": "3D5A80", "accent6": "8D6A9F", "hlink": "1F5FA8",
    "folHlink": "6B4E8A",
}  # fmt: skip
TEAL, DEEP = Colour("1F7A7A", "accent1"), Colour("17494D", "text2")
PALE, MILD = Colour("C6F1F1", "accent1", "33"), Colour("8DE2E2", "accent1", "66")
GREY, CORAL = Colour("767676", "text1", "99"), Colour("C8553D", "accent2")
FRESH_LOGO = Logo("fresco.png", drawn(480, 128, "#1f7a7a", "#eef4f4"), 90.0, 24.0, "Ruiz Asistencia")
FRESH_MEASURE = 451.3


def fresh() -> bytes:
    """Calibri by the theme, tinted theme colours, lines as high as the face, hyphenation, a grid with a filled
    header row, numbers inside the text's edge, a logo on every page but the first, the page in the middle."""
    made = Template()
    made.theme("Calibri", "Calibri", PALETTE)
    minor = 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"'
    themed = f'<w:rFonts {minor} w:cs="Calibri"/>'
    made.page(left=72, right=72, top=90, bottom=80, header=36, footer=34)
    made.defaults(spaced("auto", 1.1, 0, 0), f'{themed}<w:kern w:val="16"/>{size(11)}')
    made.setting("autoHyphenation", "true")
    _fresh_headings(made)
    made.change("Body Text", p=spaced("auto", 1.1, 4, 5))
    for name, depth in (("Provisions", 0), *PARAGRAPHS):
        made.level(name, depth, 34, -34)
    for depth, left in enumerate((58, 82, 106)):
        made.level("Letters", depth, left, -24)
        made.level("Bullets", depth, left - 6, -16, r=TEAL.ink)
    for name in (*LETTERS, *BULLETS):
        made.change(name, p=spaced("auto", 1.1, 0, 3))
    _fresh_rest(made)
    _fresh_running(made)
    return made.packed()


def _fresh_headings(made: Template) -> None:
    made.change("Title", p=spaced("auto", 1.0, 0, 6) + bordered(side("left", 4.5, TEAL, 10)) + '<w:ind w:left="280"/>',
                r=DEEP.ink + size(26))
    made.change("Subtitle", p=spaced("auto", 1.0, 0, 14), r=f"<w:i/>{GREY.ink}{size(12)}")
    made.change("Division", p=spaced("auto", 1.0, 16, 6) + '<w:jc w:val="left"/>', r=TEAL.ink + size(13))
    for name in HEADINGS:
        made.change(name, p=spaced("auto", 1.0, 14, 3), r=TEAL.ink + size(13))
    made.change("Schedule Heading", p=spaced("auto", 1.0, 0, 12) + bordered(side("bottom", 1.5, TEAL, 4)),
                r=DEEP.ink + size(20))
    for name in SMALLER:
        made.change(name, p=spaced("auto", 1.0, 14, 4), r=DEEP.ink + size(12))


def _fresh_rest(made: Template) -> None:
    made.change("Note", p=spaced("auto", 1.0, 4, 4), r=GREY.ink + size(9.5))
    made.change("Callout", "Callout Item", p=PALE.fill + bordered(side("left", 3, TEAL, 8)), r=size(10.5))
    made.change("Callout", p=spaced("auto", 1.05, 12, 0), r=DEEP.ink)
    made.change("Callout Item", p=spaced("auto", 1.05, 0, 12))
    made.change("Table Text", p=spaced("auto", 1.0), r=size(10))
    made.change("Table Heading", r=Colour("FFFFFF", "background1").ink)
    grid = "".join(side(name, 0.5, MILD) for name in ("top", "left", "bottom", "right", "insideH", "insideV"))
    made.table(table(grid, 3, 6), f"<w:tcPr>{TEAL.fill}</w:tcPr>")
    made.change(*TOC, p=spaced("auto", 1.0, 0, 3) + stops(("right", FRESH_MEASURE), leader="dot"), r=size(10.5))
    made.change("Signature Rule", p=bordered(side("bottom", 0.75, DEEP, 1)) + '<w:ind w:right="3600"/>')
    made.change("Signature Line", p=spaced("auto", 1.05), r=size(10.5))
    made.change("Hyperlink", r=Colour("1F5FA8", "hyperlink").ink)


def _fresh_running(made: Template) -> None:
    head = stops(("center", FRESH_MEASURE / 2), ("right", FRESH_MEASURE))
    made.change("header", p=spaced("auto", 1.0) + head + '<w:ind w:left="0"/>', r=GREY.ink + size(9))
    made.change("Draft Notice", p=spaced("auto", 1.0), r=CORAL.ink + size(9.5))
    line = FRESH_LOGO.run() + TAB + words(DRAFT, f"<w:b/>{CORAL.ink}") + TAB + words(TITLE)
    made.story("header1", ("Header", line), logo=FRESH_LOGO)
    made.story("header2", ("DraftNotice", words(DRAFT) + TAB + TAB + words("{{ number }}")))
    page = number("PAGE", "<w:b/>") + words(" / ") + number("NUMPAGES")
    made.story("footer1", ("Footer", words(NUMBER) + TAB + page + TAB + words("{{ parties }}", size(8))))
    made.story("footer2", ("Footer", TAB + page))


# --- formal ----------------------------------------------------------------------------------------

WINE, BLACK, DARK = Colour("5B1A2B"), Colour("000000"), Colour("404040")
NO_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:ind w:left="0"/>'
FORMAL_LOGO = Logo("formal.png", drawn(360, 240, "#f4ecee", "#5b1a2b"), 54.0, 36.0, "Despacho Ruiz")
FORMAL_MEASURE = 456.0


def formal() -> bytes:
    """Times New Roman at 12 points on Letter, exact lines, centred headings, numbers in a wide hanging indent, a
    table of bare rules, a letterhead with the logo in the middle of the first page only, the page at the right."""
    made = Template()
    made.page((12240, 15840), left=84, right=72, top=76, bottom=84, header=40, footer=42)
    made.defaults(spaced("exact", 15, 0, 0), f'{family("Times New Roman")}<w:kern w:val="16"/>{size(12)}')
    made.change("Body Text", p=spaced("exact", 15, 0, 7.5))
    _formal_headings(made)
    made.level("Provisions", 0, 0, 0, "space")
    for name, depth in PARAGRAPHS:
        made.level(name, depth, 42, -42, r=f"<w:b/>{BLACK.ink}")
    for depth, left in enumerate((68, 96, 124)):
        made.level("Letters", depth, left, -26)
        made.level("Bullets", depth, left - 8, -18)
    for name in (*LETTERS, *BULLETS):
        made.change(name, p=spaced("exact", 15, 0, 4))
    _formal_rest(made)
    _formal_running(made)
    return made.packed()


def _formal_headings(made: Template) -> None:
    centred = '<w:jc w:val="center"/>'
    made.change("Title", p=spaced("exact", 26, 6, 6) + bordered() + centred, r=WINE.ink + size(20))
    made.change("Subtitle", p=spaced("exact", 17, 0, 18) + centred, r=f"<w:i/>{BLACK.ink}{size(13)}")
    made.change("Division", p=spaced("exact", 16, 18, 8), r=WINE.ink + size(13))
    for name in HEADINGS:
        made.change(name, p=spaced("exact", 17, 15, 5), r=WINE.ink + size(13))
    made.change("Schedule Heading", p=spaced("exact", 22, 0, 14) + bordered() + centred, r=WINE.ink + size(17))
    for name in SMALLER:
        made.change(name, p=spaced("exact", 16, 14, 5), r=WINE.ink + size(12.5))


def _formal_rest(made: Template) -> None:
    made.change("Note", p=spaced("exact", 13, 3, 8), r=f"<w:i/>{DARK.ink}{size(10.5)}")
    made.change("Callout", p=spaced("exact", 16, 12, 0) + bordered(side("top", 1, WINE, 4)) + NO_FILL,
                r=WINE.ink + size(11))
    made.change("Callout Item", p=spaced("exact", 14, 0, 14) + bordered(side("bottom", 1, WINE, 4)) + NO_FILL,
                r=size(11))
    made.change("Table Text", p=spaced("exact", 14, 1, 1), r=size(11))
    made.change("Table Heading", r=f"<w:i/>{BLACK.ink}")
    rules = side("top", 1.5, BLACK) + side("bottom", 1.5, BLACK)
    made.table(table(rules, 2, 4), f"<w:tcPr><w:tcBorders>{side('bottom', 0.75, BLACK)}</w:tcBorders></w:tcPr>")
    made.change(*TOC, p=spaced("exact", 15.5) + stops(("right", FORMAL_MEASURE), leader="dot"), r=size(11.5))
    made.change("Signature Rule", p=spaced("exact", 44, 0, 4) + bordered(side("bottom", 1, BLACK, 1))
                + '<w:ind w:right="4600"/>')
    made.change("Signature Line", p=spaced("exact", 15), r=size(11.5))


def _formal_running(made: Template) -> None:
    made.change("header", p=spaced("auto", 1.0) + stops(("right", FORMAL_MEASURE)) + '<w:ind w:left="0"/>',
                r=f"<w:i/>{DARK.ink}{size(9.5)}")
    made.change("Draft Notice", p=spaced("auto", 1.0) + '<w:jc w:val="center"/>',
                r=f'<w:i w:val="0"/>{WINE.ink}{size(10)}')
    line = words(TITLE, "<w:smallCaps/>") + TAB + words(DRAFT, f"<w:b/>{WINE.ink}")
    made.story("header1", ("Header", line), p=bordered(side("bottom", 0.5, WINE, 3)))
    made.story("header2", ("Header", FORMAL_LOGO.run()), ("DraftNotice", words(DRAFT)), p='<w:jc w:val="center"/>',
               logo=FORMAL_LOGO)
    page = words("{{ page_word }} ") + number("PAGE") + words(" {{ of_word }} ") + number("NUMPAGES")
    for part in ("footer1", "footer2"):
        made.story(part, ("Footer", words("{{ number }}, v{{ version }}") + TAB + page),
                   p=bordered(side("top", 0.5, WINE, 3)))


# --- plain -----------------------------------------------------------------------------------------

RUST, COAL, SILVER = Colour("C2410C"), Colour("2B2B2B"), Colour("BFBFBF")
PLAIN_LOGO = Logo("claro.png", drawn(240, 240, "#fff4d6", "#c2410c"), 30.0, 30.0, "MR")
PLAIN_MEASURE = 425.3


def plain() -> bytes:
    """Arial at 10 points without kerning, lines at least so high, headings with a rule above, bare numbers after a
    space, a table with a thick first rule, one header on all pages with the logo at the right, no hyphenation."""
    made = Template()
    made.first_page_as_the_others()
    made.page(left=100, right=70, top=96, bottom=70, header=30, footer=30)
    made.defaults(spaced("atLeast", 14, 0, 0), f'{family("Arial")}{COAL.ink}<w:kern w:val="0"/>{size(10)}')
    made.change("Body Text", p=spaced("atLeast", 14, 0, 6))
    _plain_headings(made)
    made.level("Provisions", 0, 0, 0, "space")
    for name, depth in PARAGRAPHS:
        made.level(name, depth, 0, -44, r=RUST.ink)
    for depth, left in enumerate((20, 42, 64)):
        made.level("Letters", depth, left, -20)
        made.level("Bullets", depth, left - 6, -14)
    for name in (*LETTERS, *BULLETS):
        made.change(name, p=spaced("atLeast", 14, 0, 6))
    made.change(*BULLETS, p="<w:contextualSpacing/>")
    _plain_rest(made)
    _plain_running(made)
    return made.packed()


def _plain_headings(made: Template) -> None:
    made.change("Title", p=spaced("atLeast", 30, 0, 4) + bordered(), r=RUST.ink + size(24))
    made.change("Subtitle", p=spaced("atLeast", 15, 0, 16), r=size(10.5))
    made.change("Division", p=spaced("atLeast", 15, 20, 6) + '<w:jc w:val="right"/>', r=RUST.ink + size(11))
    for name in HEADINGS:
        made.change(name, p=spaced("atLeast", 15, 16, 4) + bordered(side("top", 0.75, RUST, 4)), r=RUST.ink + size(11))
    made.change("Schedule Heading", p=spaced("atLeast", 24, 0, 10) + bordered(), r=RUST.ink + size(18))
    for name in SMALLER:
        made.change(name, p=spaced("atLeast", 15, 14, 4), r=COAL.ink + size(10.5))


def _plain_rest(made: Template) -> None:
    made.change("Note", p=spaced("atLeast", 12, 3, 6), r=Colour("5F5F5F").ink + size(8.5))
    made.change("Callout", "Callout Item", p=f'{bordered()}{Colour("FFF4D6").fill}<w:ind w:left="0"/>', r=size(9.5))
    made.change("Callout", r=RUST.ink)
    made.change("Table Text", p=spaced("atLeast", 12), r=size(9))
    made.change("Table Heading", r=RUST.ink)
    rules = side("top", 2.25, RUST) + side("insideH", 0.25, SILVER)
    made.table(table(rules, 4, 4), f"<w:tcPr><w:tcBorders>{side('bottom', 1, RUST)}</w:tcBorders></w:tcPr>")
    made.change(*TOC, p=spaced("atLeast", 15) + stops(("right", PLAIN_MEASURE), leader="dot"), r=size(9.5))
    made.change("Signature Rule", p='<w:ind w:right="2800"/>')
    made.change("Signature Line", p=spaced("atLeast", 14), r=size(9.5))


def _plain_running(made: Template) -> None:
    made.change("header", p=spaced("auto", 1.0) + stops(("right", PLAIN_MEASURE)) + '<w:ind w:left="-880"/>', r=size(8))
    made.change("Draft Notice", p=spaced("auto", 1.0), r=f"<w:caps/>{RUST.ink}{size(8)}")
    line = words(f"{TITLE} · {{{{ number }}}}") + TAB + PLAIN_LOGO.run()
    made.story("header1", ("Header", line), ("DraftNotice", words(DRAFT)), logo=PLAIN_LOGO)
    page = number("NUMPAGES") + words(" / ") + number("PAGE", f"<w:b/>{RUST.ink}")
    made.story("footer1", ("Footer", words("{{ parties }}")), ("Footer", page), p='<w:jc w:val="right"/>')


VARIANTS: dict[str, Callable[[], bytes]] = {"fresh": fresh, "formal": formal, "plain": plain}
"""The restyled looks by name."""


@cache
def template(name: str) -> bytes:
    """The template of a variant, or of sobrio itself."""
    return SOBRIO.read_bytes() if name == "sobrio" else VARIANTS[name]()
