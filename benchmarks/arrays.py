"""Applying a kernel in single precision with PyTorch, on a GPU if there is one.

    python arrays.py DATA

Prints one line of JSON: the device, and for each step the seconds that NumPy took in double
precision, those of PyTorch, and the difference over the peak. Without PyTorch it is empty.
"""

import json
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from first_steps import strips
from floor import Data, seconds

import leadfield
from leadfield.minimum_norm import ArrayInverse, make_array_inverse

TIMES = (106, 10_000)

Array = Any
Call = Callable[[ArrayInverse, Array], Array]


def compared(torch: ModuleType, data: Data) -> dict[str, Any]:
    """Every step with both libraries."""
    on_gpu = torch.cuda.is_available()
    like = torch.zeros(1, dtype=torch.float32, device="cuda" if on_gpu else "cpu")
    rows = []

    def compare(name: str, orientation: str | None, call: Call) -> None:
        here, there = (
            make_array_inverse(data.inverse, one, pick_ori=orientation)
            for one in (np.zeros(1), like)
        )
        picks = [data.evoked.ch_names.index(channel) for channel in here.ch_names]

        def wait(values: Array) -> Array:
            if on_gpu:
                torch.cuda.synchronize()
            return values

        for n_times in TIMES:
            x = np.resize(data.evoked.data[picks].T, (n_times, len(picks))).T.copy()
            y = torch.asarray(x, dtype=like.dtype, device=like.device)
            exact = call(here, x)
            error = np.abs(call(there, y).cpu().numpy() - exact).max() / np.abs(exact).max()
            slow = seconds(lambda x=x: call(here, x))
            fast = seconds(lambda y=y: wait(call(there, y)))
            rows.append([f"{name}, {n_times} times", slow, fast, float(error)])

    src = data.inverse["src"]
    labels = strips(leadfield, src, "sample")
    compare("lengths of moments", None, lambda inv, x: inv.apply(x))
    compare("normal components", "normal", lambda inv, x: inv.apply(x))
    compare(
        "68 label courses", "normal", lambda inv, x: inv.extract_label_time_course(x, labels, src)
    )
    device = torch.cuda.get_device_name() if on_gpu else "the processor, no GPU was at hand"
    return {"device": device, "version": torch.__version__, "rows": rows}


def main() -> None:
    """Compare on a data set."""
    if find_spec("torch") is None:
        print(json.dumps({}))
        return
    import torch

    leadfield.set_log_level("error")
    print(json.dumps(compared(torch, Data(Path(sys.argv[1])))))


main()
