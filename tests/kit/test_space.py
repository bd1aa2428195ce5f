"""Space on a plane: rotations are scipy's, an eye's picture is that of its rays."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.spatial.transform import Rotation

from gaussians.kit.curves import circle
from gaussians.kit.space import THIRD, Eye, by_depth, turned

ANGLES = [(0, 0, 0), (30, 0, 0), (0, 50, 0), (0, 0, -70), (-160, 85, 130), (12.5, -33, 4)]
EYES = [Eye(), Eye(around=40, above=65, away=9), Eye(around=-130, above=-20), Eye(above=90)]
POINTS = np.random.default_rng(0).normal(size=(50, 3))


@pytest.mark.parametrize("angles", ANGLES)
def test_a_turn_is_around_x3_then_x2_then_x1(angles: tuple[float, float, float]) -> None:
    turn, tilt, roll = angles
    expected = Rotation.from_euler("zyx", [turn, roll, tilt], degrees=True).as_matrix()
    assert_allclose(turned(turn, tilt, roll), expected, atol=1e-15)


@pytest.mark.parametrize("eye", EYES)
def test_what_is_seen_is_where_rays_cross_the_picture(eye: Eye) -> None:
    around, above = np.radians([eye.around, eye.above])
    toward = np.array(
        [np.sin(around) * np.cos(above), -np.cos(around) * np.cos(above), np.sin(above)]
    )
    right = np.array([np.cos(around), np.sin(around), 0])
    place = eye.away * toward
    for point, seen, near in zip(POINTS, eye.sees(POINTS), eye.nearness(POINTS), strict=True):
        ray = point - place
        crossing = place - ray * eye.away / (ray @ toward)  # the picture goes through the origin
        assert_allclose(seen, [crossing @ right, crossing @ np.cross(toward, right)], atol=1e-12)
        assert near == pytest.approx(point @ toward)


@pytest.mark.parametrize("eye", EYES)
def test_the_outline_of_a_ball_has_all_of_it_inside_and_touches_it(eye: Eye) -> None:
    sphere = 2 * POINTS / np.linalg.norm(POINTS, axis=1)[:, None]
    many = sphere @ Rotation.random(400, random_state=1).as_matrix().reshape(-1, 3, 3)
    farthest = np.linalg.norm(eye.sees(many.reshape(-1, 3)), axis=1).max()
    limit = np.linalg.norm(eye.outline(2.0, circle()), axis=1)
    assert_allclose(limit, limit[0])
    assert 0.9995 * limit[0] < farthest <= limit[0] + 1e-12


def test_every_point_is_in_one_mark_and_a_third_of_noise_in_each() -> None:
    noise = np.random.default_rng(1).normal(size=(30_000, 3))
    eye = Eye(around=20)
    seen = eye.sees(noise)
    parts = by_depth(seen, eye.nearness(noise))
    assert_allclose(np.nansum(parts, axis=0), seen)
    there = np.isfinite(parts)[..., 0]
    assert (there.sum(axis=0) == 1).all()
    assert_allclose(there.mean(axis=1), 1 / 3, atol=0.01)
    assert eye.nearness(noise)[there[2]].min() > THIRD
    assert eye.nearness(noise)[there[0]].max() < -THIRD
