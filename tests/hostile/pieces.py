"""What values hold: markup and signs that must be printed, characters that must be refused."""

PRINTED = (
    "{{ client.legal_name }}", "{{p body }}", "{{r x}}", "{% if x %}a{% else %}b{% endif %}", "{%tr for x in y %}",
    "{# nada #}", "{{", "}}", "{%", "[[payment-terms.interest]]", "[[a?, b]]", "[texto](https://example.com)",
    "![x](y.png)", "@client", "@provider(obligado|obligada)", "@retainer.a", "::: if x", ":::", "::: table x in y",
    "**negrita**", "*cursiva*", "_a_ __b__", "`código`", "~~no~~", "| a | b |", "a|b", '"**Servicios**"', "{#interest}",
    "{-}", "<!-- nota -->", "<w:p/>", "</w:t></w:r></w:p><w:p>", "<w:br/>", "<script>alert(1)</script>", "<b>x</b>",
    "&amp;", "&lt;b&gt;", "&#233;", "&#x0;", "&nbsp;", "]]>", "<![CDATA[x]]>", "<!DOCTYPE x>", "<?xml?>", "a & b",
    "AT&T", "(a) Tj", ") Tj ET Q", "\\(x\\)", "<< /JS (x) >>", "BT /F1 12 Tf ET", "endstream endobj", "%PDF-1.7",
    "%%EOF", "\\", "\\\\", "C:\\nuevo\\tabla", "\\n \\t \\u00e9 \\x41", "$x^2$", "100 %", "# título", "n.º 5 #7",
    "- lista", "1. uno", "1) uno", "---", "===", "> cita", "a: b", "a, b; c.", "...", "'simple'", '"doble"',
    "«latinas» “altas” ‘simples’ „bajas“ ‚b‘ ‹x›", "D'Arc", "D’Arc", "`", "´", "¨", "^", "{provider}", "{client}",
    "{n}", "{what}", "{}", "{0}", "{0.__class__}",
    "%s %d %(x)s", "$HOME ${x} $(x)", "~", "!", "¡¿?!", "§ 4", "º ª", "№ 5",
    "1.234,56 €", "12/05", "a/b", "-", "– —", "…", "a  b", "a   b", "uno\u00a0dos", "5\u202f€", "a\u2009b", "a\u2011b",
    "a\u2010b", "=HYPERLINK(1)", "javascript:alert(1)", "https://example.com/?a=1&b=<2>", "ana@example.com",
    "file:///etc/passwd", "../../etc", "CON", "null", "~!", "yes", "1e5", "0x1F", "☺", "José", "Jose\u0301",
    "Nguye\u0302\u0303n Va\u0306n A\u0301nh", "Vie\u0302\u0323t", "Việt", "nin\u0303o", "A\u030angstro\u0308m",
    "\u212b",
    "Łódź Ąę", "Škoda Dvořák", "Țepeș Şahin", "İstanbul ığüş", "Þór Æsir ðý", "Œuvre ÿ", "Ħal Għaxaq ċġż", "Kaʻiulani",
    "Qoʼrgʻon", "Γιώργος Παπαδόπουλος", "Ὀδυσσεύς", "Шевченко Ґалаґан", "Ђорђевић", "col·legi", "çà", "ñ", "ß", "ẞ",
    "ﬁ", "½ ² ³ µ", "₡ ₫ £ ¥", "× ÷ ±",
)  # fmt: skip
"""Each must be printed letter for letter, wherever it stands."""

REFUSED = {
    "tab": "\t", "null": "\x00", "bell": "\x07", "escape": "\x1b", "carriage return": "\r", "delete": "\x7f",
    "next line": "\x85", "C1": "\x9b", "line separator": "\u2028", "paragraph separator": "\u2029",
    "right-to-left override": "\u202e", "left-to-right embedding": "\u202a", "isolate": "\u2067",
    "pop isolate": "\u2069",
    "byte order mark": "\ufeff", "noncharacter": "\ufffe", "another": "\ufdd0", "a far one": "\U0001fffe",
    "high surrogate": "\ud800", "low surrogate": "\udfff", "private use": "\ue000", "the compiler's hole": "\uf8ff",
    "far private use": "\U000f00e9", "farthest private use": "\U0010fffd", "zero-width space": "\u200b",
    "zero-width joiner": "\u200d", "zero-width non-joiner": "\u200c", "word joiner": "\u2060",
    "direction mark": "\u200f",
    "left-to-right mark": "\u200e", "tag": "\U000e0041", "variation selector": "\ufe0f", "lone accent": "\u0302",
    "struck through": "\u0334", "object replacement": "\ufffc", "line filler": "\u3164", "ideographic space": "\u3000",
    "Chinese": "中", "Japanese": "ひ", "Korean": "한", "Thai": "ก", "Devanagari": "क", "Armenian": "Ա", "Georgian": "ა",
    "Hebrew": "ש", "Arabic": "ع", "Arabic figure": "٣", "emoji": "\U0001f600", "skin tone": "\U0001f3fd",
    "flag": "\U0001f1ea", "dingbat": "✂", "hieroglyph": "\U00013000", "mathematical letter": "\U0001d400",
    "unassigned": "\u0378",
}  # fmt: skip
"""Each must be refused, with its number."""
