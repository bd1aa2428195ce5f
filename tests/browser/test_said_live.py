"""What a screen reader hears after a change, and what colours of the reader's own show."""

from pathlib import Path

import numpy as np
from lesson_page import drawn
from playwright.sync_api import expect
from served import Watched
from tabs import Borrow
from test_reparameterization_live import click_on


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


def test_a_dot_that_is_hit_is_told_where_other_views_wait_to_be_drawn(
    from_disk: Watched, folder: Path
) -> None:
    page = from_disk.open(f"{(folder / 'diffusion.html').as_uri()}?step=2&t=30")
    cloud = drawn(page)["cloud"]
    lonely = int(np.hypot(*cloud.T).argmax())
    x, y = cloud[lonely]
    said = page.locator("#said", has_text=f"Point {lonely + 1} of 300, at")
    for _ in range(3):  # what a busy browser takes long to lift is a press to BokehJS, no click
        click_on(page, x, y, "points")
        page.wait_for_timeout(1500)
        if said.count():
            break
    expect(said).to_have_count(1)


def test_forced_colours_show_what_is_chosen(tab: Borrow, course: str) -> None:
    page = tab(forced_colors="active").open(f"{course}?lesson=conditioning&embed=1")
    grounds = page.locator(".choice span").evaluate_all(
        "(names) => names.map((name) => [name.previousElementSibling.checked,"
        " getComputedStyle(name).backgroundColor])"
    )
    chosen = {ground for is_chosen, ground in grounds if is_chosen}
    assert not chosen & {ground for is_chosen, ground in grounds if not is_chosen}
