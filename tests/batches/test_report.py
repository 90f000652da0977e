"""`report.html`: complete, harmless, readable by anyone, and silent about what is for the provider alone."""

import base64
import errno
import hashlib
import re
import shlex
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from tests.batches.outcomes import many, outcome, refused
from vadocs.batches.events import RunEnded
from vadocs.batches.jobs import Limits, Options, Outcome
from vadocs.batches.report import NAME, Facts, report_html, save_report
from vadocs.batches.report import page as reportpage
from vadocs.batches.report.plot import Took, bins, percentile
from vadocs.batches.report.style import STYLE
from vadocs.batches.running import Batch, Page, Stop, run
from vadocs.diagnostics import Diagnostic, Failure, Report, Span
from vadocs.outputs import disk

TYPED = ("vadocs", "batch", "mis clientes.csv", "--out", "out")
ENDED = datetime(2026, 11, 22, 20, 12, tzinfo=UTC)


def facts(**more: object) -> Facts:
    """A run that ended on a Sunday evening."""
    usual = {"source": "mis clientes.csv", "typed": TYPED, "ended": ENDED, "seconds": 64.2, "workers": 2}
    usual["chosen_of"] = 3
    return Facts(**{**usual, **more})  # type: ignore[arg-type]


def page(outcomes: list[Outcome], language: str = "es", **more: object) -> str:
    """The page as text."""
    return report_html(outcomes, facts(**more), language).decode()


class Seen(HTMLParser):
    """What stands in a page: tags with their attributes, and the text outside of styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style = tag == "style"
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.style = False

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.words.append(data)

    @property
    def text(self) -> str:
        """All words, spaces made one."""
        return " ".join(" ".join(self.words).split())

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_strict_parser_finds_no_fault(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is HTML by the standard's own parser, in both languages, with few clients and with folded tables."""
    monkeypatch.setattr(reportpage, "_TABLE", 25)
    for count in (1, 12, 60):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        tree = parser.parse(page(many(count), language))
        assert tree.get("lang") == language
    assert len(list(tree.iter("details"))) == 4


def test_no_word_of_ours_is_the_same_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in both pages is data or to be typed, apart from two words that are spelt alike."""
    monkeypatch.setattr(reportpage, "_TABLE", 50)
    data = "roto mis clientes.csv vadocs batch check out Contrato docx pdf yaml ceramicas levante fees.amount UTC"
    for count in (4, 120):
        warned = outcome("a", "written", Diagnostic("W813", None, ()), withheld=2)
        outcomes = [*many(count), refused("roto"), warned]
        spanish, english = (
            set(re.findall(r"[^\W\d_]{3,}", Seen(page(outcomes, language, interrupted=True)).text))
            for language in ("es", "en")
        )
        assert len(spanish) > 60 and len(english) > 60
        assert spanish & english - set(re.findall(r"\w+", data)) <= {"error", "min"}


def test_every_client_is_told_and_every_link_leads_to_its_file(tmp_path: Path) -> None:
    """Each client stands in the table with how it ended; links are relative and lead to files beside the page."""
    outcomes = many(60)
    for one in outcomes:
        for file in one.entry.files:
            path = tmp_path / one.job.id / file.file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"")
    text = page(outcomes, "en")
    seen = Seen(text)
    anchors = {attributes["id"] for _, attributes in seen.tags if "id" in attributes}
    links = [str(attributes["href"]) for attributes in seen.of("a")]
    inside = [link for link in links if link.startswith("#")]
    assert {link[1:] for link in inside} <= anchors
    others = [link for link in links if not link.startswith("#")]
    assert len(others) == sum(len(one.entry.files) for one in outcomes) > 60
    for link in others:
        assert urlsplit(link)[:2] == ("", "")
        assert (tmp_path / unquote(link)).resolve().is_relative_to(tmp_path.resolve())
        assert (tmp_path / unquote(link)).is_file()
    words = {"written": "written", "unchanged": "unchanged", "rejected": "rejected", "crashed": "crashed"}
    words |= {"hung": "took too long", "memory": "out of memory", "left": "still to do"}
    rows = re.findall(r"<tr>(<th scope=\"row\">2026-.*?)</tr>", text)
    assert len(rows) == 60
    for row, one in zip(rows, outcomes, strict=True):
        told = Seen(row).text
        assert told.startswith(f"{one.job.number} {one.job.id} {words[one.entry.ended]}")
        assert one.entry.ended in ("unchanged", "left") or told.endswith(" s") or " min" in told
    failed = [one for one in outcomes if one.entry.ended in ("rejected", "crashed", "hung", "memory")]
    assert text.count("<article") == len(failed) == len(inside)


def test_what_failed_comes_first_with_the_command_that_makes_it_again() -> None:
    """Failures stand above the table, with code, reason and place, after the command, which the shell takes apart."""
    text = page([outcome("uno"), refused("dos"), refused("it's three")], "en")
    seen = Seen(text)
    command = Seen(text[text.index("<pre>") : text.index("</pre>")]).text
    assert shlex.split(command) == [*TYPED, "--where", "id=dos,it's three"]
    assert text.index("<pre>") < text.index("<article") < text.index('class="clients"')
    assert "error E070 1.200 is not an amount" in seen.text
    assert "dos.yaml:3:9" in seen.text
    assert "<pre>" not in page([outcome("uno")])
    assert "--where" not in page([refused(f"c{n}") for n in range(30)])


def test_an_interrupted_run_says_how_to_go_on() -> None:
    """What is left is counted, and the command that goes on is the very one that was typed."""
    text = page([outcome("uno"), outcome("dos", "left"), refused("tres")], "en", interrupted=True)
    assert "Interrupted: 1 of 3 clients up to date, 1 failed, 1 still to do" in Seen(text).text
    assert text.count("<pre>") == 1
    assert shlex.split(Seen(text[text.index("<pre>") : text.index("</pre>")]).text) == list(TYPED)


HOSTILE = (
    "</script><script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "javascript:alert(1)", "a&b;&amp;<b>",
    "../../etc/passwd", "//evil.example/x", "..", "</title></style><svg onload=alert(1)>", "x\u202egpj.exe", "a\ud800b",
    "`<i>`", "{{ 7*7 }} {n} {id}",
)  # fmt: skip


@pytest.mark.parametrize("nasty", HOSTILE)
def test_hostile_names_are_only_words(nasty: str) -> None:
    """Ids, numbers, file names, messages, the source and the command: none becomes markup or a link elsewhere."""
    wrong = Diagnostic("E070", Span(nasty, 1, 1, 1, 2), (("text", nasty), ("key", nasty)))
    outcomes = [
        outcome(nasty, files=(nasty, f"{nasty}.pdf"), number=nasty),
        outcome(nasty, "rejected", wrong, number=nasty),
        outcome("ok", "written", Diagnostic("W821", None, (("name", nasty),))),
    ]
    text = page(outcomes, source=nasty, typed=("vadocs", "batch", nasty))
    seen = Seen(text)
    assert not {"script", "img", "iframe", "object", "base", "form", "i"} & {tag for tag, _ in seen.tags}
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on") or name == "style"]
    for attributes in seen.of("a"):
        link = str(attributes["href"])
        assert link.startswith("#f") or (urlsplit(link)[:2] == ("", "") and ".." not in link.split("/")), link
        assert not link.startswith("/")
    shown = re.sub("[\u202e\ud800]", "\ufffd", nasty)
    assert " ".join(shown.replace("`", "").split()) in seen.text.replace("`", "").replace("< i >", "<i>")
    assert "\u202e" not in text


def test_nothing_internal_and_no_secret_gets_into_it(tmp_path: Path) -> None:
    """The line of a fault is never told, nor a word that repeats the secret on it; what is withheld is counted."""
    spec = tmp_path / "levante.vadocs.yaml"
    spec.write_text("fees: {amount: 1.200, internal: {floor: 17.35}}\npassword: Levante2026 1.200\n", encoding="utf-8")
    secret = Diagnostic("E128", Span(str(spec), 2, 11, 2, 22), (("key", "password"),))
    value = Diagnostic("E070", Span(str(spec), 2, 11, 2, 22), (("text", "Levante2026"), ("key", "x")))
    outcomes = [refused("uno", file=str(spec), line=1, withheld=2), outcome("dos", "rejected", secret, value)]
    text = page(outcomes)
    assert "1.200" in text
    for word in ("17.35", "floor", "Levante2026", str(tmp_path)):
        assert word not in text
    assert "2 hallazgos son solo para ti" in Seen(text).text


def test_it_loads_and_runs_nothing() -> None:
    """The policy allows the page's own style and nothing else; the style asks for nothing from elsewhere."""
    text = page(many(30))
    policy = next(one["content"] for one in Seen(text).of("meta") if one.get("http-equiv") == "Content-Security-Policy")
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style and "@import" not in style
    assert not re.search(r"https?:|\ssrc=|<link|<script|<iframe|style=", text)


def test_a_screen_reader_gets_it_all() -> None:
    """Headings go down by one, cells of heads have their scope, drawings their words and a table, ids are unique."""
    for count in (5, 60):
        seen = Seen(page(many(count), "en"))
        levels = [int(tag[1]) for tag, _ in seen.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(cell.get("scope") in ("row", "col") for cell in seen.of("th"))
        ids = [attributes["id"] for _, attributes in seen.tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        drawn = [one for one in seen.of("svg") if one.get("role") == "img"]
        assert len(drawn) == 2
        for one in drawn:
            assert set(str(one["aria-labelledby"]).split()) <= set(ids)
        assert "The same as a table" in seen.text


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    colour = "".join(2 * c for c in colour) if len(colour) == 3 else colour
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_its_colours_can_be_read() -> None:
    """Each colour of text has a contrast of 4.5 to 1 on each of its grounds, by day, by night, on paper."""
    schemes = [dict(re.findall(r"--(\w+):#([0-9a-f]{3,6})", block)) for block in re.findall(r":root\{[^}]*\}", STYLE)]
    assert len(schemes) == 3
    for scheme in schemes:
        for ground in ("paper", "card", "mark"):
            for ink in ("ink", "soft", "good", "calm", "bad", "wait", "link"):
                light, dark = sorted((_luminance(scheme[ink]), _luminance(scheme[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground, scheme)


@pytest.mark.parametrize("seconds", [
    [0.0, 0.0, 0.0], [0.2] * 40, [0.31, 0.3, 0.29] * 100, [0.2] * 39 + [120.0], [0.001, 5.0, 900.0], [1e-9] * 30,
    [0.1 * n for n in range(1, 400)], [3600.0] * 30,
])  # fmt: skip
def test_classes_count_every_client_once(seconds: list[float]) -> None:
    """Whatever the durations, each client falls into the one class that it belongs to, and classes are not many."""
    took = [Took("", value, index % 7 == 0) for index, value in enumerate(seconds)]
    found = bins(took)
    assert 1 <= len(found) <= 50
    for one in found:
        inside = [t for t in took if one.low <= t.seconds < one.high]
        assert (one.good, one.failed) == (sum(not t.failed for t in inside), sum(t.failed for t in inside))
    assert sum(one.all for one in found) == len(seconds)
    assert percentile(sorted(seconds), 0.5) == sorted(seconds)[(len(seconds) - 1) // 2]


def test_ten_thousands_of_clients_make_no_heavy_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they are many, a client with three documents in two formats takes less than 500 bytes of the page."""
    monkeypatch.setattr(reportpage, "_MANY", 500)
    names = [f"{word}_Ceramicas-Levante_{{}}_v1" for word in ("Contrato", "Propuesta", "Bienvenida")]
    files = tuple(f"{name}.{kind}" for name in names for kind in ("docx", "pdf"))
    outcomes = [outcome(f"ceramicas-levante-{n:05}", number=f"2026-{n:05}", files=files) for n in range(600)]
    text = page(outcomes)
    assert (len(text) - len(page(outcomes[:501]))) / 99 < 500
    assert text.count("<details>") == 3
    assert all(str(one["href"]).endswith(".pdf") for one in Seen(text).of("a"))


def test_the_same_run_gives_the_same_page() -> None:
    """The page depends on what it is given and on nothing else."""
    assert report_html(many(40), facts(), "es") == report_html(many(40), facts(), "es")


def test_only_a_page_of_ours_is_replaced(tmp_path: Path) -> None:
    """A page of an earlier run is replaced; anything else of its name stays, and W767 tells of it."""
    report = Report()
    first, second = report_html([outcome("a")], facts(), "es"), report_html([outcome("b")], facts(), "en")
    assert save_report(tmp_path, first, report) == tmp_path / NAME
    assert save_report(tmp_path, second, report) == tmp_path / NAME
    assert (tmp_path / NAME).read_bytes() == second and not list(report)
    for plant in ("file", "folder", "link"):
        place = tmp_path / plant
        place.mkdir()
        mine = place / NAME
        if plant == "folder":
            mine.mkdir()
        elif plant == "link":
            mine.symlink_to(tmp_path / NAME)
        else:
            mine.write_text("<h1>mine</h1>")
        report = Report()
        assert save_report(place, first, report) is None
        assert [one.code for one in report] == ["W767"]
        assert [one.name for one in place.iterdir()] == [NAME]
    assert (tmp_path / "file" / NAME).read_text() == "<h1>mine</h1>"
    assert (tmp_path / NAME).read_bytes() == second


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_a_run_is_summed_up_where_its_page_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full when only the page is to be written ends in E603, not in a run without its last event."""
    monkeypatch.setattr(disk, "rename", _full)
    report = Report()
    limits, day = Limits(), date(2026, 11, 22)
    batch = Batch(tmp_path, tmp_path / "out", (), 0, Options(), limits, 1, day, page=Page("es", TYPED))
    assert isinstance(list(run(batch, Stop(), report))[-1], RunEnded)
    assert [one.code for one in report] == ["E603"]
    assert not list((tmp_path / "out").glob("*.html"))


@pytest.mark.parametrize("call", ["temporary", "rename"])
def test_a_full_disk_leaves_the_page_as_it_was(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, the earlier page stands whole, and nothing else is left in the folder."""
    before = report_html([outcome("a")], facts(), "es")
    save_report(tmp_path, before, Report())

    monkeypatch.setattr(disk, call, _full)
    with pytest.raises(Failure) as failed:
        save_report(tmp_path, report_html([outcome("b")], facts(), "es"), Report())
    assert failed.value.diagnostic.code == "E603"
    assert [one.name for one in tmp_path.iterdir()] == [NAME]
    assert (tmp_path / NAME).read_bytes() == before
