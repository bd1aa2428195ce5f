"""What holds for all tests, and for the processes that they start."""

import os

# Nothing may depend on the computer's own encoding: Python then warns of text that is read or
# written without a named one. It is set before pytest starts its workers, for it counts from a
# process's start.
os.environ["PYTHONWARNDEFAULTENCODING"] = "1"


def pytest_xdist_auto_num_workers() -> int:
    """Start one more process than there are processors: a test of a page often waits for it."""
    return (os.cpu_count() or 1) + 1
