from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.widgets.viewport import Viewport


def view(heights: list[int], height: int) -> Viewport:
    made = Viewport(heights.__getitem__)
    made.measure(len(heights), height)
    return made


def flat(heights: list[int]) -> list[tuple[int, int]]:
    return [(index, row) for index, rows in enumerate(heights) for row in range(rows)]


HEIGHTS = st.lists(st.integers(1, 6), min_size=1, max_size=40)


def test_nothing_to_show() -> None:
    empty = view([], 5)
    assert (empty.shown, empty.thumb, empty.scroll(1), empty.show(0)) == ([], (0, 0), False, False)


@given(HEIGHTS, st.integers(1, 12), st.integers(-300, 300))
def test_scrolling_is_moving_a_window_over_all_rows(heights: list[int], height: int, by: int) -> None:
    made, every = view(heights, height), flat(heights)
    made.scroll(by)
    start = max(0, min(by, len(every) - height))
    assert made.shown == every[start : start + height]


@given(HEIGHTS, st.integers(1, 12), st.data())
def test_an_item_that_is_shown_is_seen(heights: list[int], height: int, data: st.DataObject) -> None:
    made = view(heights, height)
    for index in data.draw(st.lists(st.integers(0, len(heights) - 1), max_size=6)):
        made.show(index)
        assert (index, 0) in made.shown
        assert heights[index] > height or (index, heights[index] - 1) in made.shown


@given(HEIGHTS, st.integers(1, 12))
def test_the_thumb_runs_from_end_to_end(heights: list[int], height: int) -> None:
    made = view(heights, height)
    if made.last_top == (0, 0):
        assert made.thumb == (0, 0)
        return
    assert made.thumb[0] == 0
    made.go(made.last_top)
    assert made.thumb[1] == height
    made.drag(0)
    assert made.top == (0, 0)


def test_only_what_comes_into_sight_is_measured() -> None:
    asked: list[int] = []

    def rows(index: int) -> int:
        asked.append(index)
        return 2

    made = Viewport(rows)
    made.measure(1_000_000, 40)
    made.show(500_000)
    assert len(made.shown) == 40
    assert len(set(asked)) < 200
