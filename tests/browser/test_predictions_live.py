"""Answers are a secret until they are found or revealed, on every kind of page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_page import drag_handle, reveal, settled, slider
from page_script import call
from playwright.sync_api import Locator, Page, Route, expect
from served import Watched, serve_folder

SECRETS = ["size", "area", "long", "short"]  # of the affine lesson: an answer, and what tells it

# Remember every text in the place of a secret, from before the page's own script runs. A place is
# whole if anything comes after it: the last one of half a page may have no text yet.
WATCH = f"""
window.seen = new Set();
const isWhole = (e) => e && (e.nextSibling || isWhole(e.parentElement));
new MutationObserver(() => {{
  for (const e of document.querySelectorAll("[data-readout]"))
    if ({SECRETS}.includes(e.dataset.readout) && isWhole(e)) window.seen.add(e.textContent);
}}).observe(document, {{ childList: true, characterData: true, subtree: true }});
"""


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[str]:
    yield from serve_folder(folder)


@pytest.fixture(params=["served", "python", "static"])
def affine(request: pytest.FixtureRequest, course: str, host: str) -> str:
    """Return the beginning of the addresses of a lesson, on each kind of page."""
    return {
        "served": f"{course}?lesson=affine&",
        "python": f"{course}?lesson=affine&engine=python&",
        "static": f"{host}/affine.html?",
    }[request.param]


def slots(page: Page) -> Locator:
    """Return all places that would tell the answer, a screen reader's sentence included."""
    names = ", ".join(f"[data-readout={name}]" for name in SECRETS)
    return page.locator(f":is(#equation, #proofs, #sentence) :is({names})")


def assert_secret(page: Page) -> None:
    settled(page)
    assert set(slots(page).all_text_contents()) == {"?"}
    expect(page.locator("#description")).to_contain_text("area ?, the unit circle")
    expect(page.locator("#description")).to_contain_text("half axes ? and ?;")


def assert_told(page: Page, area: str) -> None:
    settled(page)
    assert "?" not in slots(page).all_text_contents()
    expect(page.locator("#proofs [data-readout=size]")).to_have_text(area)
    expect(page.locator("#description")).to_contain_text(f"area {area[:-2]}, the unit circle")


def test_an_answer_is_a_secret_from_the_first_moment(affine: str, watched: Watched) -> None:
    watched.run_first(WATCH)
    page = watched.open(f"{affine}a12=1")
    assert_secret(page)
    slider(page, "a11").focus()
    page.keyboard.press("ArrowRight")
    assert_secret(page)
    assert set(page.evaluate("[...window.seen]")) == {"?"}


def test_what_was_revealed_stays_told_until_it_is_predicted_anew(
    affine: str, watched: Watched
) -> None:
    page = watched.open(f"{affine}a11=1&a12=0&a21=0&a22=1")
    field, formula = (page.locator(f".prediction {part}") for part in ("input", ".formula"))
    reveal(page)
    expect(page.locator(".feedback")).to_have_text("It is 1.")
    expect(formula).to_contain_text("≈1.00")
    assert_told(page, "1.0000")
    drag_handle(page, "tip2", 0, 1)
    expect(page.locator(".feedback")).to_be_empty()
    expect(formula).to_be_hidden()
    assert_told(page, "2.0000")
    field.focus()
    assert_secret(page)
    page.keyboard.press("Tab")  # it was left empty
    assert_told(page, "2.0000")
    field.fill("7")
    page.keyboard.press("Enter")
    assert_secret(page)
    drag_handle(page, "tip2", 0, 1)  # another question, which is not asked yet
    expect(field).to_have_value("")
    assert_told(page, "3.0000")
    field.fill("3,0")
    assert_secret(page)
    page.keyboard.press("Enter")
    expect(page.locator(".feedback")).to_have_text("Right: 3.")
    assert_told(page, "3.0000")
    field.press("Backspace")  # the field has the focus still
    assert_secret(page)


def test_who_walks_past_a_question_is_told(affine: str, watched: Watched) -> None:
    page = watched.open(f"{affine}step=6")
    settled(page)
    assert "?" not in slots(page).all_text_contents()
    page.locator("#walk [data-go=back]").click()  # there it is asked
    settled(page)
    assert set(slots(page).all_text_contents()) == {"?"}
    page.locator("#walk [data-go=next]").click()
    settled(page)
    assert "?" not in slots(page).all_text_contents()


def test_two_slips_of_one_value_are_both_named(affine: str, watched: Watched) -> None:
    page = watched.open(f"{affine}a11=2&a12=0&a21=0&a22=-1")
    page.locator(".prediction input").fill("-2")
    page.keyboard.press("Enter")
    said = page.locator(".feedback")
    expect(said).to_contain_text("Not yet. The size is right, but an area has no sign.")
    expect(said).to_contain_text("Or: You added the two products.")
    expect(said).to_contain_text("Or: That is the product of the diagonal entries alone.")
    expect(said).not_to_contain_text("square")
    expect(page.locator(".formula")).to_be_hidden()
    page.locator(".prediction input").fill("4 + x")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Type a number, such as 0.5, or a calculation, such as sqrt(0.36).")
    page.locator(".prediction input").fill("4/√4")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Right: 2.")


def test_an_answer_that_a_mistake_gives_too_is_asked_again(course: str, watched: Watched) -> None:
    page = watched.open(
        f"{course}?lesson=reparameterization"
    )  # ρ is 0: to forget it makes no difference
    said, told = page.locator(".feedback"), page.locator("#proofs [data-readout=area]")
    expect(told).to_have_text("?")
    page.locator(".prediction input").fill("pi")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Right: 3.1416. Here a mistake would give that too")
    expect(told).to_have_text("3.14")
    slider(page, "rho").fill("0.6")
    settled(page)
    expect(told).to_have_text("?")
    page.locator(".prediction input").fill("0.8*pi")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Right: 2.5133.")
    slider(page, "rho").fill("0.8")
    expect(told).to_have_text("1.88")


def test_what_is_not_asked_is_no_secret(host: str, watched: Watched) -> None:
    """Conditioning asks for mean and sd, but not of the bent joint law."""
    page = watched.open(f"{host}/conditioning.html")
    mean = page.locator("[data-readout=mean]:visible").first
    expect(mean).to_have_text("?")
    page.locator("[data-key=joint][value=bent]").check()
    settled(page)
    expect(page.locator(".prediction:visible")).to_have_count(0)
    assert "?" not in page.locator("[data-readout]:visible").all_text_contents()


def test_an_answered_question_keeps_its_formula_while_another_is_open(
    host: str, watched: Watched
) -> None:
    def overlap(route: Route) -> None:
        """Let the second question hide the answer of the first, too."""
        html = route.fetch().text()
        assert '"hides": ["left"' in html
        route.fulfill(body=html.replace('"hides": ["left"', '"hides": ["mean", "left"'))

    watched.page.route("**/conditioning.html*", overlap)
    page = watched.open(f"{host}/conditioning.html")
    first, second = page.locator(".prediction:visible").all()
    first.get_by_role("button", name="Reveal").click()
    expect(first.locator(".formula [data-readout=mean]")).not_to_have_text("?")
    told = page.locator("#proofs [data-readout=mean]").first
    expect(told).to_have_text("?")
    second.get_by_role("button", name="Reveal").click()
    expect(told).not_to_have_text("?")


RIGHT, WRONG = {"right": True, "nearest": []}, {"right": False, "nearest": []}
LUCKY = {**RIGHT, "shows": False}
JUDGED = [  # predicted, answer, slips, tolerance; what is said
    (1.0, 0.98869, [1.0], None, {"right": False, "nearest": [0]}),
    (0.99, 0.98869, [1.0], None, RIGHT),
    (0.995, 0.98869, [1.0], None, {"right": False, "nearest": [0]}),
    (0.98869, 0.98869, [0.98869], None, LUCKY),  # a slip that makes no difference here is none
    (1.4, 1.4000000000000001 + 4e-16, [1.4], None, LUCKY),  # nor does a rounding error
    (100.9, 100, [], None, RIGHT),
    (101.1, 100, [], None, WRONG),
    (0.0049, 0, [], None, RIGHT),
    (0.0051, 0, [], None, WRONG),
    (5.1, 5, [], 0.1, RIGHT),
    (5.11, 5, [], 0.1, WRONG),
    (5.11, 5, [5.2, 7], 0.1, {"right": False, "nearest": [0]}),
    (2.0, 1.0, [2.0, 3.0, 2.0], None, {"right": False, "nearest": [0, 2]}),
    (2.004, 1.0, [2.0, 2.005], None, {"right": False, "nearest": [1]}),
    (2.0, 1.0, [float("nan"), 2.0], None, {"right": False, "nearest": [1]}),
    (2.0, float("nan"), [], None, WRONG),
    (500, 268_337, [148], None, WRONG),  # each slip is as wide as it is large
    (7.2e10, 268_337, [72_004_899_337], None, {"right": False, "nearest": [0]}),
]


READ = {
    "1.2*0.8": 0.96, "1,2 * ,8": 0.96, "sqrt(0.36)": 0.6, "Sqrt 0.36": 0.6, "√2": 2**0.5,
    "1/(2*pi)": 0.15915494309189535, "π/2": 1.5707963267948966, "2^2": 4, "2**2": 4, "3·4": 12,
    "2×3": 6, "6÷2": 3, "e^-0.5": 0.6065306597126334, "exp(−.5)": 0.6065306597126334,
    "ln(e^3)": 3, "abs(-2)": 2, "√(1 − 0,6²)": 0.8, "-2^2": -4, "2^3^2": 512, "2^-1": 0.5,
    "2-3-4": -5, "8/2/2": 2, "1+2*3": 7, "(1+2)*3": 9, "--1": 1, "+5.": 5, "1e-3": 0.001,
}  # fmt: skip
UNREADABLE = [
    "", " ", "x", "x^0", "2 3", "2x", "1.2.3", "1,000.5", "(1", "1)", "()", "2*", "*2", "sqrt",
    "sqrt(-1)", "1/0", "0x10", "Infinity", "NaN", "constructor", "alert(1)", "1;2", "(" * 50_000,
]  # fmt: skip


@pytest.fixture
def blank(host: str, watched: Watched) -> Page:
    """Return a page in which modules can run."""
    return watched.open(f"{host}/affine.html")


def test_an_answer_that_is_nearer_to_a_slip_is_that_slip(blank: Page) -> None:
    found = call(blank, "judge", "judge", [list(case[:4]) for case in JUDGED])
    for case, verdict in zip(JUDGED, found, strict=True):
        assert verdict == {"shows": True, **case[4]}, case


def test_calculations_are_read(blank: Page) -> None:
    found = call(blank, "expressions", "calculate", [[text] for text in READ])
    for text, value in zip(READ, found, strict=True):
        assert value == pytest.approx(READ[text], rel=1e-14), text


def test_what_is_no_calculation_is_no_number(blank: Page) -> None:
    accepts = "(text) => Number.isFinite(calculate(text))"
    found = call(blank, "expressions", accepts, [[text] for text in UNREADABLE])
    assert [text for text, yes in zip(UNREADABLE, found, strict=True) if yes] == []
