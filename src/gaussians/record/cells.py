"""What arrays of two long axes have in common: numpy reaches them by their cells."""

from typing import Any, NoReturn

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from gaussians.record.refusal import refuse, refuse_function
from gaussians.record.tape import boxed, refuse_ufunc


class Cells(NDArrayOperatorsMixin):
    """An array whose cells are computed one by one and never stored; all else is refused."""

    is_recorded, dtype = True, np.dtype(object)  # by these the core knows it
    instead: str  # advice

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Do to each cell what is done to the array."""
        from gaussians.record.by_cell import times  # it is made of cells
        from gaussians.record.cloud import Cloud

        if ufunc.types == ["O->O"]:  # a function of Python's, as the core makes them
            return Cloud.by_row(lambda x: ufunc(boxed(x)), self)
        if method != "__call__" or options:
            refuse_ufunc(ufunc, method, options)
        return times(*inputs) if ufunc is np.matmul else Cloud.by_row(ufunc, *inputs)

    def __array_function__(self, function: Any, types: Any, inputs: Any, options: Any) -> Any:
        """Do cell by cell what can be done so; refuse all else by name."""
        from gaussians.record.functions import BY_CELLS

        if function not in BY_CELLS:
            refuse_function(function, " of an array of two long axes", self.instead)
        return BY_CELLS[function](*inputs, **options)

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse all other methods of arrays by name."""
        if name.startswith("_"):
            raise AttributeError(name)
        refuse(f"the method {name!r} of an array of two long axes", self.instead)

    def _is_never_there(self, *_: Any, **__: Any) -> NoReturn:
        refuse("an array of two long axes as a whole", self.instead)

    __array__ = __len__ = __iter__ = __bool__ = __float__ = _is_never_there
    __hash__ = object.__hash__
