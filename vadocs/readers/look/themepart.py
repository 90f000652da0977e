"""A theme for a template that has none: colours and fonts of the look, and the plain effects that the schema wants."""

from xml.sax.saxutils import quoteattr

from vadocs.readers.look.xml import A, Element, parse

TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_PLAIN}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="vadocs"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
"""Three of each (20.1.4.1.14): Word refuses a theme with fewer."""


def theme_part(accents: tuple[str, ...], font: str) -> Element:
    """The root of a theme whose accents are the six colours `accents`, and whose fonts are `font`."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6",
        **{f"accent{number}": colour for number, colour in enumerate(accents, start=1)},
        "hlink": "0563C1", "folHlink": "954F72",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items())
    family = f'<a:latin typeface={quoteattr(font)}/><a:ea typeface=""/><a:cs typeface=""/>'
    return parse((
        f'<a:theme xmlns:a="{A}" name="vadocs"><a:themeElements><a:clrScheme name="vadocs">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="vadocs"><a:majorFont>{family}</a:majorFont><a:minorFont>{family}</a:minorFont>'
        f"</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    ).encode())
