"""The mathematics: Gaussians as affine images of standard noise. Imports numpy only."""

from gaussians.core.affine import AffineMap
from gaussians.core.cumulative import standard_cdf
from gaussians.core.denoising import expected_noise, noise_weights, noisy_logpdf, step_back
from gaussians.core.diffusion import NoiseSchedule, diffuse, score_from_noise
from gaussians.core.divergence import kl_divergence, standard_divergence
from gaussians.core.errors import (
    DegenerateGaussianError,
    NotPositiveSemidefiniteError,
    OffSupportError,
)
from gaussians.core.gaussian import Gaussian
from gaussians.core.gradients import (
    GradientSamples,
    reparameterized_gradient,
    score_function_gradient,
)
from gaussians.core.joint import add_independent, concatenate
from gaussians.core.length import length_mean, length_pdf, length_std, log_mass_within
from gaussians.core.linear import LinearGaussian
from gaussians.core.mixture import Mixture
from gaussians.core.moments import Mardia, mardia
from gaussians.core.noisy_grid import noisy_grid_pdf
from gaussians.core.standard import mass_within, radius_of, standard_normalizer

__all__ = [
    "AffineMap",
    "DegenerateGaussianError",
    "Gaussian",
    "GradientSamples",
    "LinearGaussian",
    "Mardia",
    "Mixture",
    "NoiseSchedule",
    "NotPositiveSemidefiniteError",
    "OffSupportError",
    "add_independent",
    "concatenate",
    "diffuse",
    "expected_noise",
    "kl_divergence",
    "length_mean",
    "length_pdf",
    "length_std",
    "log_mass_within",
    "mardia",
    "mass_within",
    "noise_weights",
    "noisy_grid_pdf",
    "noisy_logpdf",
    "radius_of",
    "reparameterized_gradient",
    "score_from_noise",
    "score_function_gradient",
    "standard_cdf",
    "standard_divergence",
    "standard_normalizer",
    "step_back",
]
