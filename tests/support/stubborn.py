"""Work that does not want to end, for the tests of the worker. Runs in a worker process."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path


def echo(value: object) -> object:
    return value


def spin_ignoring_sigterm() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(0.01)


def sit_in_c() -> int:
    """One C call of minutes: no signal handler of Python runs meanwhile."""
    return len(str(pow(7, 10**8)))


def grow() -> int:
    return len(bytearray(4 << 30))


def die() -> None:
    os._exit(17)


def blow_up() -> None:
    raise ValueError("a defect in mathematics")


def loaded_modules() -> list[str]:
    return sorted(sys.modules)


def write_a_file(path: str) -> int:
    with Path(path).open("wb", buffering=0) as file:
        return file.write(b"x" * 100)


def pid_after(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()
