"""The address, in Chromium: read by the page's own script, locked, kept, and harmless."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from lesson_page import assert_drawn, settled, shown_state, slider
from page_script import call
from playwright.sync_api import expect
from served import Watched, serve_folder
from walks import started

from gaussians.lessons import LESSONS
from gaussians.page.static import export

CASES = json.loads((Path(__file__).parents[1] / "page/addresses.json").read_text("utf-8"))
EVIL = "http://evil.example"
# What Bokeh and Panel read from an address, and what older ones did.
THEIRS = ("bokeh-autoload-element", "bokeh-absolute-url", "bokeh-app-path",
          "bokeh-protocol-version", "resources", "root_url", "theme", "next", "code", "state",
          "error", "error_description", "endpoint")  # fmt: skip


@pytest.fixture(scope="module")
def exported(folder: Path) -> Iterator[str]:
    yield from serve_folder(folder)


@pytest.fixture(params=["served", "static"])
def conditioning(request: pytest.FixtureRequest, course: str, exported: str) -> str:
    """Return the beginning of the addresses of a lesson, from a server or without one."""
    return {
        "served": f"{course}?lesson=conditioning&",
        "static": f"{exported}/conditioning.html?",
    }[request.param]


def test_the_pages_script_reads_addresses_as_the_table_says(
    exported: str, watched: Watched
) -> None:
    by_lesson = sorted(CASES, key=lambda case: str(case["lesson"]))
    for key, group in groupby(by_lesson, lambda case: str(case["lesson"])):
        page, cases = watched.open(f"{exported}/{key}.html"), list(group)
        answers = call(page, "address", "readAddress", [[case["query"]] for case in cases])
        for case, found in zip(cases, answers, strict=True):
            assert found == {
                "state": started(key, case.get("step", 0)).state() | case.get("state", {}),
                "page": case.get("page", {}),
                "hidden": case.get("hidden", []),
                "step": case.get("step", 0),
                "problems": case.get("problems", []),
            }, case["query"]


def test_no_key_of_an_address_says_where_scripts_come_from(
    course: str, alone: str, watched: Watched
) -> None:
    page = watched.page
    hacked = 'document.title = "hacked"'
    page.route(f"{EVIL}/**", lambda route: route.fulfill(body=hacked))
    for address in (course, f"{alone}/affine"):
        for value in (EVIL, f"{EVIL}/static/js/bokeh.min.js", f"javascript:{hacked}"):
            watched.open(f"{address}?" + "&".join(f"{key}={value}" for key in THEIRS))
            assert page.title() in {lesson.words().title for lesson in LESSONS.values()}
    asked = [url for url in watched.requests if url.startswith(EVIL)]
    assert asked == []
    page.goto(f"{course}/autoload.js?bokeh-autoload-element=x&bokeh-absolute-url={EVIL}")
    assert page.title() != "hacked"


def test_bytes_that_are_no_text_are_named(course: str, watched: Watched) -> None:
    page = watched.open(f"{course}?theme=%ff&engine=%ff")
    expect(page.locator("#notice li")).to_have_count(2)


def test_what_is_hidden_is_locked(conditioning: str, watched: Watched) -> None:
    page = watched.open(f"{conditioning}embed=1&hide=rho,view,c,nonsense&rho=0.5&c=-1")
    given = {"rho": 0.5, "c": -1.0}
    expect(page.locator("#notice li")).to_have_text(
        "There is nothing called “nonsense” here; it was not used."
    )
    for key in ("rho", "c", "view"):
        sets = page.locator(f"[data-key={key}], .handle[data-x={key}], .handle[data-y={key}]")
        expect(sets).to_have_count(0)
    expect(page.locator("legend", has_text="Show")).to_have_count(0)
    expect(page.locator("[data-preset]")).to_have_count(0)  # each would set ρ, c or the view
    slider(page, "sigma1").focus()
    page.keyboard.press("ArrowRight")
    assert_drawn(page, "conditioning", **given, sigma1=1.25)
    page.get_by_role("button", name="Reset").click()
    assert_drawn(page, "conditioning", **given)
    page.reload()
    page.wait_for_selector("#figure.ready")
    assert_drawn(page, "conditioning", **given)


def test_a_preset_that_leaves_what_is_hidden_as_it_is_stays(
    conditioning: str, watched: Watched
) -> None:
    page = watched.open(f"{conditioning}hide=view")
    expect(page.locator("[data-preset]")).to_have_text(
        ["strong correlation", "no help", "not Gaussian"]
    )


def test_a_dial_goes_with_the_hidden_choice_that_it_would_make(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=reparameterization&hide=root")
    expect(page.locator("[data-key=turn], [data-key=root]")).to_have_count(0)
    page = watched.open(f"{course}?lesson=reparameterization&hide=root&root=turned")
    expect(slider(page, "turn")).to_be_visible()


def test_reset_leads_back_to_what_the_page_was_opened_with(
    conditioning: str, watched: Watched
) -> None:
    page = watched.open(f"{conditioning}rho=0.5&view=proof")
    slider(page, "rho").focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    page.reload()  # which does not open it anew
    page.wait_for_selector("#figure.ready")
    assert shown_state(page)["rho"] == 0.51
    page.get_by_role("button", name="Reset").click()
    assert_drawn(page, "conditioning", rho=0.5, view="proof")


def test_a_step_back_over_a_fragment_leaves_address_and_state_the_same(
    conditioning: str, watched: Watched
) -> None:
    page = watched.open(f"{conditioning}rho=0.79")
    page.evaluate("location.hash = 'proofs'")
    slider(page, "rho").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.search.includes('rho=') === false")  # 0.8 is the start
    assert page.evaluate("location.hash") == "#proofs"
    page.go_back()
    page.wait_for_function("() => location.hash === ''")
    assert shown_state(page)["rho"] == 0.8
    page.wait_for_function("() => !location.search.includes('rho=')")


def test_the_description_is_of_the_parts_that_are_there(
    conditioning: str, watched: Watched
) -> None:
    description = watched.open(f"{conditioning}").locator("#description")
    expect(description).to_contain_text("x₁ is 1.20")
    expect(description).not_to_contain_text("1,986")


def test_a_wrong_value_is_explained_under_its_field_and_nothing_moves(
    conditioning: str, watched: Watched
) -> None:
    page = watched.open(conditioning)
    field = page.locator("input[type=text][data-key=sigma1]")
    reset = page.get_by_role("button", name="Reset")
    place = "e => e.getBoundingClientRect().top + scrollY"
    before = reset.evaluate(place)
    field.fill("9")
    field.press("Enter")
    problem = page.get_by_role("alert")
    expect(problem).to_have_text("σ₁ goes from 0.5 to 1.5; “9” was not used.")
    under, around = problem.bounding_box(), field.bounding_box()
    assert under
    assert around
    assert 0 <= under["y"] - around["y"] - around["height"] < 20
    assert reset.evaluate(place) == before
    expect(page.locator("#notice")).to_be_hidden()
    assert_drawn(page, "conditioning")
    field.press("Escape")
    expect(field).to_have_value("1.2")
    expect(problem).to_have_count(0)
    for text in ("1,2,3", "–", "many"):
        field.fill(text)
        field.press("Enter")
        expect(problem).to_have_text(f"σ₁ goes from 0.5 to 1.5; “{text}” was not used.")
    number = page.get_by_label("seed")
    number.fill("1,000")  # which is one in some countries
    number.press("Enter")
    expect(problem.last).to_contain_text("“1,000” was not used")
    assert problem.last.evaluate(
        """(element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          const under = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return bottom <= innerHeight && !element.contains(under); // in sight, and in nobody's way
        }"""
    )
    field.fill("many")
    reset.click()  # leaves the field first
    expect(field).to_have_value("1.2")
    expect(problem).to_have_count(0)
    field.fill("1.25")
    field.press("Enter")
    assert_drawn(page, "conditioning", sigma1=1.25)


def test_a_document_without_an_address_keeps_its_state_and_says_why_it_has_no_link(
    watched: Watched, tmp_path: Path
) -> None:
    (path,) = (p for p in export(tmp_path, ["affine"], single_file=True) if p.stem == "affine")
    page = watched.page
    page.evaluate(
        """(html) => document.body.replaceChildren(
          Object.assign(document.createElement("iframe"), { width: 999, height: 999, srcdoc: html })
        )""",
        path.read_text("utf-8"),
    )
    frame = page.frame_locator("iframe")
    frame.locator("#figure.ready").wait_for()
    frame.locator("[data-go='0']").click()
    frame.locator("#a11").focus()
    page.keyboard.press("ArrowRight")
    expect(frame.locator("#description")).to_contain_text("(1.05, 0.00)")
    expect(frame.locator("#figure")).to_have_attribute("aria-busy", "false")
    frame.locator("#share summary").click()
    for name in ("Copy link", "Copy iframe"):
        frame.get_by_role("button", name=name).click()
        expect(frame.locator("#share [role=status]")).to_have_text(
            "This page has no address to copy"
        )
    frame.get_by_role("button", name="Reset").click()
    expect(frame.locator("#description")).to_contain_text("(1.30, 0.40)")
