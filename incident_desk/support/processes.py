"""Whether a program that once ran on this PC still does."""

from __future__ import annotations

import os
import sys


def is_running(process: int) -> bool:
    """Of a process of this PC, by its number. In doubt yes: another user's process cannot be asked."""
    if sys.platform == "win32":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)  # asks, sends nothing
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    """`os.kill` would end it there."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # a name that only Windows has
    handle = kernel.OpenProcess(0x0010_0000, False, process)  # SYNCHRONIZE
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == 0x0000_0102)  # WAIT_TIMEOUT: not ended yet
    finally:
        kernel.CloseHandle(handle)
