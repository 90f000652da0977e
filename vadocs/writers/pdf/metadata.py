"""What the file says of itself: information, XMP, output profile.

Archival intent PDF/A-3 (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): intended, not certified.
"""

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from vadocs.model.document import Meta
from vadocs.writers.pdf.objects import File, Reference, array, date_string, dictionary, name, text

_PRODUCER = "vadocs"


def information(file: File, meta: Meta) -> Reference:
    """The information dictionary (14.3.3): it says what the XMP says and nothing else."""
    day = date_string(meta.date) if meta.date else None
    return file.add(dictionary({
        "Title": text(meta.title), "Author": text(meta.author), "Creator": text(_PRODUCER),
        "Producer": text(_PRODUCER), "CreationDate": day, "ModDate": day,
    }))


def xmp(file: File, meta: Meta, *, archival: bool = True, accessible: bool = True) -> Reference:
    """The metadata stream (14.3.2), not compressed so that any program finds it, with the claims that it may make."""
    day = f"{meta.date.isoformat()}T00:00:00Z" if meta.date else None
    dates = f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>" if day else ""
    packet = _XMP.format(
        title=escape(meta.title), author=escape(meta.author), language=escape(meta.language), dates=dates,
        producer=_PRODUCER, archival=_ARCHIVAL if archival else "",
        accessible=_ACCESSIBLE if accessible else "",
    )
    entries = {"Type": name("Metadata"), "Subtype": name("XML")}
    return file.add_stream(packet.encode("utf-8"), entries, compress=False)


_ARCHIVAL = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n"
_ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part>\n"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>{dates}
<pdf:Producer>{producer}</pdf:Producer>
{archival}{accessible}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@cache
def _profile() -> bytes:
    """An sRGB profile (IEC 61966-2-1), as Little CMS makes it."""
    return Path(__file__).with_name("srgb.icc").read_bytes()


def output_intents(file: File) -> str:
    """One output intent with an embedded profile (ISO 19005-3, 6.2.3)."""
    profile = file.add_stream(_profile(), {"N": 3})
    return array([dictionary({
        "Type": name("OutputIntent"), "S": name("GTS_PDFA1"), "OutputConditionIdentifier": text("sRGB"),
        "Info": text("sRGB IEC61966-2.1"), "DestOutputProfile": profile,
    })])
