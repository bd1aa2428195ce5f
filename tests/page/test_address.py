"""An address is read key by key; no form of it fails."""

import pytest

from gaussians.lessons import LESSONS, Reparameterization
from gaussians.page.address import (
    abridge,
    apply_query,
    choose_hidden,
    choose_lesson,
    read_query,
    without,
)


def test_one_value_for_each_key_is_decoded() -> None:
    values, problems = read_query({"rho": [b"0.5"], "n": ["²".encode()]})
    assert values == {"rho": "0.5", "n": "²"}
    assert problems == []


def test_repeated_keys_are_named_and_left_out() -> None:
    values, problems = read_query({"rho": [b"0.5", b"0.7"], "mu1": [b"1"]})
    assert values == {"mu1": "1"}
    assert problems == ["“rho” is given more than once; it was not used."]


def test_bytes_that_are_no_text_and_keys_without_value_do_no_harm() -> None:
    values, _ = read_query({"rho": [b"\xff\xfe"], "mu1": []})
    assert len(apply_query(Reparameterization(), values)) == 1


def test_the_first_lesson_is_shown_where_none_or_an_unknown_one_is_asked_for() -> None:
    first = next(iter(LESSONS.values()))
    assert choose_lesson({}) == (first, [])
    lesson, problems = choose_lesson({"lesson": "<b>" * 100})
    assert lesson is first
    assert len(problems) == 1
    assert len(problems[0]) < 120


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_found_by_its_key(key: str) -> None:
    assert choose_lesson({"lesson": key}) == (LESSONS[key], [])


def test_keys_about_the_page_do_not_reach_the_state() -> None:
    assert apply_query(Reparameterization(), {"lesson": "x", "embed": "1", "rho": "0.5"}) == []


@pytest.mark.parametrize(
    ("text", "hidden", "problems"),
    [("rho", {"rho"}, 0), (" rho , seed,", {"rho", "seed"}, 0), ("", set(), 0), (",,", set(), 0),
     ("rho,rho,nonsense,nonsense", {"rho"}, 1), ("<b>,name", set(), 2)],
)  # fmt: skip
def test_names_to_hide_are_known_or_named(text: str, hidden: set[str], problems: int) -> None:
    found, unknown = choose_hidden(Reparameterization(), {"hide": text})
    assert found == hidden
    assert len(unknown) == problems
    assert all("There is nothing called" in problem for problem in unknown)


def test_a_group_without_controls_is_left_out() -> None:
    groups = without({"mu1", "mu2", "rho"}, Reparameterization.controls)
    assert [group.legend for group in groups] == ["Shape", "Root of Σ", "Noise ε"]
    assert len(groups[0].controls) == 2


def test_a_long_list_of_problems_is_cut_and_says_so() -> None:
    assert abridge(["a"] * 4) == ["a"] * 4
    assert abridge(["a"] * 30) == ["a"] * 3 + ["27 more were not used either."]
