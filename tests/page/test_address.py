"""An address is read key by key; no form of it fails."""

import json
from pathlib import Path
from typing import Any

import pytest
from tornado.escape import parse_qs_bytes
from walks import started

from gaussians.lessons import LESSONS
from gaussians.page.address import (
    SERVED_KEYS,
    STATIC_KEYS,
    Query,
    choose_lesson,
    decode,
    read_address,
)

CASES = json.loads((Path(__file__).parent / "addresses.json").read_text("utf-8"))


def tornado(text: str) -> Query:
    """Return what a server gets of an address."""
    query: Query = parse_qs_bytes(text, keep_blank_values=True)
    return query


@pytest.mark.parametrize("case", CASES, ids=[case["query"][:40] for case in CASES])
def test_an_address_is_read_as_the_table_says(case: dict[str, Any]) -> None:
    lesson = LESSONS[case["lesson"]]()
    expected = started(case["lesson"], case.get("step", 0)).state() | case.get("state", {})
    found = read_address(lesson, decode(tornado(case["query"])), STATIC_KEYS)
    assert lesson.state() == expected
    assert found.page == case.get("page", {})
    assert sorted(found.hidden) == case.get("hidden", [])
    assert found.step == case.get("step", 0)
    assert found.problems == case.get("problems", [])


def test_a_server_has_keys_of_its_own() -> None:
    lesson = LESSONS["affine"]()
    query = decode(tornado("engine=python&embed=2"))
    found = read_address(lesson, query, SERVED_KEYS)
    assert found.page == {"engine": "python"}
    assert found.problems == ["embed is one of 0, 1; “2” was not used."]


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_found_by_its_key(key: str) -> None:
    assert choose_lesson({"lesson": [key]}) is LESSONS[key]


@pytest.mark.parametrize(
    "query", ["", "theme=dark", "lesson=<b>", "lesson=affine&lesson=affine", "lesson=x&rho=0.8"]
)
def test_the_front_page_is_shown_where_no_lesson_is_asked_for(query: str) -> None:
    assert choose_lesson(decode(tornado(query))) is None


@pytest.mark.parametrize("query", ["rho=0.8", "theme=dark&embed=1", "hide=n"])
def test_a_state_without_a_lesson_is_that_of_the_one_that_needed_no_name(query: str) -> None:
    assert choose_lesson(decode(tornado(query))) is LESSONS["reparameterization"]


def test_keys_without_a_value_do_no_harm() -> None:
    assert decode({"mu1": [], "rho": [b"\xff\xfe"]}) == {"rho": ["��"]}
