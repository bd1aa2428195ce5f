import numpy as np
import pytest

from gaussians.core import noisy_grid_pdf, noisy_logpdf

rng = np.random.default_rng(3)
ACROSS, UP = np.linspace(-2, 2, 5), np.linspace(-1, 3, 4)


@pytest.mark.parametrize("alpha_bar", [0.0, 0.3, 0.98])
def test_it_is_the_density_at_each_crossing(alpha_bar: float) -> None:
    data = rng.standard_normal((7, 2))
    places = np.stack(np.meshgrid(ACROSS, UP), axis=2)
    found = noisy_grid_pdf(ACROSS, UP, data, alpha_bar)
    np.testing.assert_allclose(found, np.exp(noisy_logpdf(places, data, alpha_bar)), rtol=1e-10)


def test_what_does_not_fit_is_refused() -> None:
    for share in (-0.1, 1.0):
        with pytest.raises(ValueError, match="`alpha_bar` must be in"):
            noisy_grid_pdf(ACROSS, UP, [[0.0, 0.0]], share)
    with pytest.raises(ValueError, match="`data` must have shape"):
        noisy_grid_pdf(ACROSS, UP, [[0.0, 0.0, 0.0]], 0.5)
