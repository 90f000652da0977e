"""Where the parties sign: who signs, for whom, in what capacity, and the blanks filled in by hand."""

from collections.abc import Iterator, Mapping

from vadocs.compose.nouns import noun_entry, noun_phrase
from vadocs.compose.printing import print_value
from vadocs.compose.records import country_of, tax_id_parts
from vadocs.compose.scalars import print_leaf
from vadocs.compose.setting import Setting
from vadocs.model.document import (
    Blank,
    Field,
    FieldKind,
    Inline,
    LineBreak,
    SignatureBlock,
    SignatureLine,
    Text,
)
from vadocs.model.engagement import Choice, Item, Items, Leaf, Record
from vadocs.model.forms import ACCEPTANCE, within_limits
from vadocs.model.walk import text_of

BY = "signature.by"
"""A frame text that leads to the rule to sign on, where a country has it: the heading then names the party itself."""
ALONE = "alone"
"""Who signs, without place and date."""
_KINDS: Mapping[str, FieldKind] = {"option": "choice", "signer": "text", "place": "text", "date": "date"}
"""What is filled in by hand, as fields."""
_LINE = "_" * 24
"""What stands in an empty field of a Word file: it can be printed, and written on."""


def signature_blocks(
    party: str, setting: Setting, blanks: tuple[str, ...] = (), section: str = ""
) -> Iterator[SignatureBlock]:
    """The signature block of "client" or "provider"; one for each member of several clients, who all sign.

    `blanks` ("option", "signer", "place", "date") are fields of `section`, filled in by hand, after who signs; without
    any, place and date are those agreed; ("alone",): neither, as in a letter that has told both above. The signature
    field is named `signature_<party>`, a member's `signature_<party>_<n>` from 1 on.
    """
    record, heading = setting.root.get(party), _heading(party, setting)
    members = record.get("members") if isinstance(record, Record) else None
    if not isinstance(members, Items):
        yield _block(party, party, record, heading, setting, blanks, section)
        return
    for n, member in enumerate(members.items):
        key = f"{party}.members[{n}]"
        name = _value(member, key, "legal_name", setting) if isinstance(member, Record) else ()
        yield _block(f"{party}_{n + 1}", key, member, (*heading, Text(": "), *name), setting, blanks, section)


def _block(
    name: str,
    key: str,
    record: Item | None,
    heading: tuple[Inline, ...],
    setting: Setting,
    blanks: tuple[str, ...],
    section: str,
) -> SignatureBlock:
    """Who signs, then place and date; without a record its name is asked for."""
    if not isinstance(record, Record):
        asked = _line("signature.name", (setting.ask(f"{key}.legal_name"),), setting)
        return SignatureBlock(name, heading, (asked,), f"signature_{name}")
    wanted = [one for one in blanks if one != ALONE and (one != "signer" or _signer_unknown(record))]
    by_hand = [_by_hand(one, name, heading, section, setting) for one in wanted]
    when = by_hand if blanks else _place_and_date(name, setting)
    by = setting.lexicon.frame.get(BY, "")
    if by:
        heading = (*heading, *_named(record, key, setting), LineBreak(), Text(f"{by}:"))
    lines = (*_who(record, key, setting, named=bool(by)), *when)
    return SignatureBlock(name, heading, lines, f"signature_{name}")


def _named(record: Record, key: str, setting: Setting) -> tuple[Inline, ...]:
    """The name of a party after its word; nothing for a member, whose heading has it."""
    return () if "members" in key else (Text(": "), *_value(record, key, "legal_name", setting))


def _signer_unknown(record: Record) -> bool:
    """Whether somebody will sign for a company of whom the spec tells nothing."""
    kind = record.value("kind")
    return isinstance(kind, Choice) and kind.code == "company" and not isinstance(record.get("signatory"), Record)


def _by_hand(
    what: str, party: str, heading: tuple[Inline, ...], section: str, setting: Setting
) -> SignatureLine:
    """A line with a field. What the one client chooses of a proposal, and when, are keys of the spec (`ACCEPTANCE`)."""
    name = ACCEPTANCE.get((section, what)) if party == "client" else None
    options = _options(setting) if what == "option" else ()
    kind: FieldKind = _KINDS[what] if len(options) != 1 else "text"
    form = f" ({setting.frame('field.date')})" if kind == "date" else ""
    prompt = f"{text_of(heading)}: {setting.frame(f'signature.{what}')}{form}"
    field = Field(within_limits(name or f"{section}.{what}.{party}"), kind, prompt, options if kind == "choice" else (),
                  setting.frame("field.choice") if kind == "choice" else _LINE)
    setting.fields.append(field.name)
    return _line(f"signature.{what}", (field,), setting)


def _options(setting: Setting) -> tuple[str, ...]:
    """The packages to choose from, by their names as printed."""
    found = setting.root.get("proposal.options")
    names = (one.get("name") for one in (found.items if isinstance(found, Items) else ()) if isinstance(one, Record))
    return tuple(print_leaf(one, setting.language, setting.lexicon) for one in names if isinstance(one, Leaf))


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


def _who(record: Record, key: str, setting: Setting, *, named: bool) -> list[SignatureLine]:
    """Who signs: the party itself, or its signatory on its behalf; `named`: the heading has said on whose."""
    signatory = record.get("signatory")
    lines: list[SignatureLine] = []
    if isinstance(signatory, Record):
        for name, label in (("name", "signature.name"), ("capacity", "signature.capacity")):
            lines.append(_line(label, _value(signatory, f"{key}.signatory", name, setting), setting))
        if "id_document" in signatory.fields:
            content = _value(signatory, f"{key}.signatory", "id_document", setting)
            lines.append(_line("signature.id", content, setting))
        if not named:
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
    if isinstance(signing, Record) and "place" in signing.fields and BY not in setting.lexicon.frame:
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
