"""Where boxes stand on pages: gaps, keeps, divided paragraphs, rows."""

from dataclasses import replace

import pytest

from vadocs.layout.boxes import Box, LineBox
from vadocs.layout.columns import pair
from vadocs.layout.flow import gap, place

HEIGHT = 100.0


def box(lines: int, **changes: object) -> Box:
    """A paragraph of lines 10 points high."""
    made = Box("Body Text", [LineBox((), 10.0, 10.0, 8.0) for _ in range(lines)])
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def lines(*boxes: Box) -> list[list[tuple[int, int, int]]]:
    """Of each page: (number of the box, first line, last line)."""
    numbers = {id(each): number for number, each in enumerate(boxes)}
    return [[(numbers[id(p.box)], p.first, p.last) for p in page] for page in place(boxes, lambda page: HEIGHT)]


def test_the_larger_gap_counts() -> None:
    """Between paragraphs stands the larger of what one wants below and the other above, not both."""
    above, below = box(1, after=6.0), box(1, before=14.0)
    (page,) = place([above, below], lambda page: HEIGHT)
    assert page[1].y == 10.0 + 14.0


@pytest.mark.parametrize(("style", "expected"), [("Body Text", 0.0), ("Note", 6.0)])
def test_contextual_spacing(style: str, expected: float) -> None:
    """Paragraphs of one style stand close where their style says so."""
    assert gap(box(1, after=6.0, contextual=True), box(1, before=4.0, contextual=True, style=style)) == expected


def test_before_is_dropped_after_a_break_that_came_by_itself() -> None:
    """But kept on the first page and after a break that was asked for."""
    first, second, third = box(10, before=0.0), box(2, before=14.0), box(1, before=14.0, break_before=True)
    pages = place([first, second, third], lambda page: HEIGHT)
    assert [page[0].y for page in pages] == [0.0, 0.0, 14.0]


def test_a_break_yields_to_a_few_lines_that_ran_over() -> None:
    """Where it may: a page with these alone would look forgotten. Not after more of them, nor on the first page."""
    assert lines(box(12), box(3, break_before=True, yields=True)) == [[(0, 0, 10)], [(0, 10, 12), (1, 0, 3)]]
    assert len(lines(box(12), box(3, break_before=True))) == 3
    assert len(lines(box(13), box(3, break_before=True, yields=True))) == 3
    assert len(lines(box(1), box(3, break_before=True, yields=True))) == 2


def test_what_yields_stands_apart_all_the_same() -> None:
    """What would part it from a table above, as a Word file has it there; not where it begins a page."""
    placed = place([box(12), box(3, break_before=True, yields=True, apart=6.0)], lambda _: 100.0)
    assert placed[1][1].y == placed[1][0].y + 20.0 + 6.0
    placed = place([box(1), box(3, break_before=True, yields=True, apart=6.0)], lambda _: 100.0)
    assert [part.y for part in placed[1]] == [0.0]


@pytest.mark.parametrize(
    ("left", "right", "fitting", "kept"),
    [
        (6, 4, 3, 0),  # One line of the right side would go over.
        (6, 4, 4, 4),
        (6, 4, 5, 0),
        (6, 6, 3, 3),
        (6, 2, 1, 0),
        (16, 15, 15, 13),
        (16, 15, 14, 13),
    ],
)
def test_a_row_of_two_languages_ends_where_the_page_does(left: int, right: int, fitting: int, kept: int) -> None:
    """Word processors fill the page: a short row is divided after the last line that fits, or begins on the next one;
    a long one is divided earlier, so that no side leaves or takes over a single line."""
    assert pair(box(left), box(right)).divisible(fitting) == kept


def test_a_heading_goes_over_with_a_row_that_does() -> None:
    """Though more lines of the row would fit than must stand together."""
    row = pair(box(5), box(5))
    placed = place([box(4), box(1, keep_next=True), row], lambda _: 95.0)
    assert [[part.box for part in page] for page in placed][1][-1] is row
    assert [len(page) for page in placed] == [1, 2]


def test_columns_are_filled_as_pages_are() -> None:
    """One after the other; a break that is asked for leads past the columns left, to a page."""
    pages = place([box(15), box(10), box(1, break_before=True)], lambda page: HEIGHT, 2)
    assert [[(part.column, part.last - part.first) for part in page] for page in pages] == [
        [(0, 10), (1, 5), (1, 5)], [(0, 5)], [(0, 1)]
    ]  # fmt: skip


def test_two_lines_stay_and_two_go_over() -> None:
    """A paragraph leaves at least two lines behind and takes at least two along."""
    assert lines(box(7), box(6)) == [[(0, 0, 7), (1, 0, 3)], [(1, 3, 6)]]
    assert lines(box(6), box(5)) == [[(0, 0, 6), (1, 0, 3)], [(1, 3, 5)]]
    assert lines(box(9), box(4)) == [[(0, 0, 9)], [(1, 0, 4)]]


def test_three_lines_never_split() -> None:
    """One would stay or go alone."""
    assert lines(box(8), box(3)) == [[(0, 0, 8)], [(1, 0, 3)]]


def test_without_widow_control_lines_may_stand_alone() -> None:
    """Where the style switches it off."""
    assert lines(box(9), box(3, widow_control=False)) == [[(0, 0, 9), (1, 0, 1)], [(1, 1, 3)]]


def test_a_whole_paragraph_moves() -> None:
    """keepLines: all or nothing."""
    assert lines(box(6), box(5, whole=True)) == [[(0, 0, 6)], [(1, 0, 5)]]


def test_a_chain_moves_with_the_beginning_of_what_follows() -> None:
    """A heading, and a second one after it, stand with two lines of the paragraph or go over with it."""
    heading = box(1, keep_next=True, whole=True)
    assert lines(box(6), heading, replace(heading), box(5)) == [
        [(0, 0, 6), (1, 0, 1), (2, 0, 1), (3, 0, 2)],
        [(3, 2, 5)],
    ]
    assert lines(box(7), heading, replace(heading), box(5)) == [[(0, 0, 7)], [(1, 0, 1), (2, 0, 1), (3, 0, 5)]]


def test_a_chain_longer_than_a_page_is_laid_out_all_the_same() -> None:
    """What no page can hold breaks where the page ends."""
    chain = [box(4, keep_next=True) for _ in range(5)]
    assert [len(page) for page in lines(*chain)] == [3, 3]


def test_the_header_row_is_repeated() -> None:
    """A row that starts a page by itself stands below its table's header row."""
    header = box(1, whole=True, keep_next=True, row=lambda y, first, repeated: [])
    rows = [box(1, whole=True, header=header, row=lambda y, first, repeated: []) for _ in range(12)]
    pages = place([header, *rows], lambda page: HEIGHT)
    assert [part.repeats for part in pages[1]] == [True, False, False]
    assert pages[1][0].y == 10.0


def test_a_line_may_hang_over_by_what_it_does_not_need() -> None:
    """The extra of a proportional line height lies below the text and need not fit (LibreOffice)."""
    loose = box(10)
    loose.lines = [LineBox((), 10.05, 9.0, 8.0) for _ in range(10)]
    assert len(place([loose], lambda page: HEIGHT)) == 1
