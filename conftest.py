"""What holds for all tests, and for the processes that they start."""

import os

# Nothing may depend on the computer's own encoding: Python then warns of text that is read or
# written without a named one. It is set before pytest starts its workers, for it counts from a
# process's start.
os.environ["PYTHONWARNDEFAULTENCODING"] = "1"
