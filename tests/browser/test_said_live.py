"""What a screen reader hears after a change, and what colours of the reader's own show."""

from playwright.sync_api import expect
from served import Watched
from tabs import Borrow


def test_a_change_is_told_in_a_few_words(watched: Watched, course: str) -> None:
    page = watched.open(f"{course}?lesson=affine&embed=1")
    said = page.locator("#said")
    page.locator(".handle[data-mark=tip1]").press("ArrowUp")
    expect(said).to_have_text("A₂₁ 0.45")
    page.get_by_role("button", name="shear").click()
    expect(said).to_have_text("shear")
    assert page.locator("#description").get_attribute("aria-live") is None


def test_a_step_is_told_with_its_own_numbers(watched: Watched, course: str) -> None:
    page = watched.open(f"{course}?lesson=conditioning&step=7")
    page.locator("#walk [data-go=next]").click()
    said = page.locator("#said")
    expect(said).to_contain_text("Step 8 of 8: Break it: a bent cloud. This cloud")
    expect(said).to_contain_text("At c = 2.40 the formula")
    expect(said).not_to_contain_text("and Gaussian: now")  # that part is not there yet


def test_forced_colours_show_what_is_chosen(tab: Borrow, course: str) -> None:
    page = tab(forced_colors="active").open(f"{course}?lesson=conditioning&embed=1")
    grounds = page.locator(".choice span").evaluate_all(
        "(names) => names.map((name) => [name.previousElementSibling.checked,"
        " getComputedStyle(name).backgroundColor])"
    )
    chosen = {ground for is_chosen, ground in grounds if is_chosen}
    assert not chosen & {ground for is_chosen, ground in grounds if not is_chosen}
