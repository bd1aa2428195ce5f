"""What can be wrong with a Gaussian, beyond a wrong shape."""


class NotPositiveSemidefiniteError(ValueError):
    """A matrix has a negative eigenvalue, so it is no covariance (a variance would be negative)."""


class DegenerateGaussianError(ValueError):
    """A Gaussian fills only a subspace, so it has no density in the whole space."""


class OffSupportError(ValueError):
    """A point cannot occur: no noise vector is mapped to it."""
