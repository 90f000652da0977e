"""Where the parties sign: who signs, for whom, in what capacity, and the blanks filled in by hand."""

from collections.abc import Iterator

from vadocs.compose.nouns import noun_entry, noun_phrase
from vadocs.compose.printing import print_value
from vadocs.compose.records import country_of, tax_id_parts
from vadocs.compose.setting import Setting
from vadocs.model.document import Blank, Inline, SignatureBlock, SignatureLine, Text
from vadocs.model.engagement import Item, Items, Leaf, Record

ALONE = "alone"
"""Who signs, without place and date."""


def signature_blocks(party: str, setting: Setting, blanks: tuple[str, ...] = ()) -> Iterator[SignatureBlock]:
    """The signature block of "client" or "provider"; one for each member of several clients, who all sign.

    `blanks` ("option", "place", "date") are filled in by hand, in this order, after who signs; without any, place and
    date are those agreed; ("alone",): neither, as in a letter that has told both above. The signature field is named
    `signature_<party>`, a member's `signature_<party>_<n>` from 1 on.
    """
    record, heading = setting.root.get(party), _heading(party, setting)
    members = record.get("members") if isinstance(record, Record) else None
    if not isinstance(members, Items):
        yield _block(party, party, record, heading, setting, blanks)
        return
    for n, member in enumerate(members.items):
        key = f"{party}.members[{n}]"
        name = _value(member, key, "legal_name", setting) if isinstance(member, Record) else ()
        yield _block(f"{party}_{n + 1}", key, member, (*heading, Text(": "), *name), setting, blanks)


def _block(
    name: str,
    key: str,
    record: Item | None,
    heading: tuple[Inline, ...],
    setting: Setting,
    blanks: tuple[str, ...],
) -> SignatureBlock:
    """Who signs, then place and date; without a record its name is asked for."""
    if not isinstance(record, Record):
        asked = _line("signature.name", (setting.ask(f"{key}.legal_name"),), setting)
        return SignatureBlock(name, heading, (asked,), f"signature_{name}")
    by_hand = [_blank(blank, name, setting) for blank in blanks if blank != ALONE]
    when = by_hand if blanks else _place_and_date(name, setting)
    lines = (*_who(record, key, setting), *when)
    return SignatureBlock(name, heading, lines, f"signature_{name}")


def _heading(party: str, setting: Setting) -> tuple[Inline, ...]:
    """`signature.party` of the frame with the party's noun: "Por el Cliente"."""
    before, _, after = setting.frame("signature.party").partition("{party}")
    entry = noun_entry(party, setting.lexicon, setting.root)
    if entry is None:
        setting.report.add("E366", noun=party, file=setting.lexicon.file)
        return (Text(before + after),)
    article, word = noun_phrase(entry, "definite", setting.language)
    before, phrase = setting.language.join_article(before, article, word)
    return (Text(before + (phrase if before else setting.language.capitalise(phrase)) + after),)


def _who(record: Record, key: str, setting: Setting) -> list[SignatureLine]:
    """Who signs: the party itself, or its signatory on its behalf."""
    signatory = record.get("signatory")
    lines: list[SignatureLine] = []
    if isinstance(signatory, Record):
        for name, label in (("name", "signature.name"), ("capacity", "signature.capacity")):
            lines.append(_line(label, _value(signatory, f"{key}.signatory", name, setting), setting))
        if "id_document" in signatory.fields:
            content = _value(signatory, f"{key}.signatory", "id_document", setting)
            lines.append(_line("signature.id", content, setting))
        lines.append(_line("signature.represents", _value(record, key, "legal_name", setting), setting))
    else:
        lines.append(_line("signature.name", _value(record, key, "legal_name", setting), setting))
    tax_id = record.fields.get("tax_id")
    if tax_id is not None:
        label, number = tax_id_parts(tax_id, f"{key}.tax_id", country_of(record), setting.printer)
        if label:
            lines.append(SignatureLine(setting.language.capitalise(label), number))
    return lines


def _place_and_date(party: str, setting: Setting) -> list[SignatureLine]:
    """The place as agreed, the date as agreed or a blank of this party or member."""
    signing = setting.root.get("signing")
    lines = []
    if isinstance(signing, Record) and "place" in signing.fields:
        lines.append(_line("signature.place", _value(signing, "signing", "place", setting), setting))
    day = signing.get("date") if isinstance(signing, Record) else None
    if not isinstance(day, Leaf):
        return [*lines, _blank("date", party, setting)]
    return [*lines, _line("signature.date", print_value(day, "signing.date", setting.printer), setting)]


def _blank(what: str, party: str, setting: Setting) -> SignatureLine:
    """A line that this party or member fills in by hand."""
    return _line(f"signature.{what}", (Blank(f"{what}_{party}", setting.frame(f"blank.{what}")),), setting)


def _value(record: Record, key: str, name: str, setting: Setting) -> tuple[Inline, ...]:
    item = record.fields.get(name)
    if item is None:
        return (setting.ask(f"{key}.{name}"),)
    return print_value(item, f"{key}.{name}", setting.printer)


def _line(label: str, content: tuple[Inline, ...], setting: Setting) -> SignatureLine:
    return SignatureLine(setting.frame(label), content)
