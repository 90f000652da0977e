"""English numbers in words: with *and* after hundreds in British use, without it in American."""

from vadocs.language.forms import word_table

LIMIT = 10**18
"""First number that has no words here."""

_BELOW_20 = word_table(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = word_table("twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def cardinal(number: int, with_and: bool) -> str:
    """`number` in words, `one hundred and one` if `with_and`; ValueError from `LIMIT` on."""
    if abs(number) >= LIMIT:
        raise ValueError(f"no words for {number}")
    if number < 0:
        return "minus " + cardinal(-number, with_and)
    if number < 1000:
        return _below_thousand(number, with_and)
    words = []
    for power in range(len(_SCALES) - 1, 0, -1):
        count, number = divmod(number, 1000**power)
        if count:
            words.append(f"{_below_thousand(count, with_and)} {_SCALES[power]}")
    if number:
        joint = "and " if with_and and number < 100 else ""
        words.append(joint + _below_thousand(number, with_and))
    return " ".join(words)


def ordinal(number: int, with_and: bool) -> str:
    """The ordinal written out, `twenty-first`; ValueError below 1."""
    if number < 1:
        raise ValueError(f"no ordinal for {number}")
    words = cardinal(number, with_and)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in _ORDINALS:
        return words[:start] + _ORDINALS[last]
    return words[:start] + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ordinal_figure(number: int) -> str:
    """1st, 2nd, 3rd, 11th; ValueError below 1."""
    if number < 1:
        raise ValueError(f"no ordinal for {number}")
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def title_case(text: str) -> str:
    """Every word but `and` with a capital, as amounts stand in American contracts: One Hundred Twenty-One."""
    words = text.split(" ")
    return " ".join("-".join(p[:1].upper() + p[1:] for p in w.split("-")) if w != "and" else w for w in words)


def _below_thousand(number: int, with_and: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_BELOW_20[hundreds]} hundred"] if hundreds else []
    if hundreds and rest and with_and:
        words.append("and")
    if rest or not hundreds:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    if number < 20:
        return _BELOW_20[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_BELOW_20[unit]}" if unit else _TENS[tens - 2]
