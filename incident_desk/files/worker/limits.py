"""What the process that parses sheets may take. It sets the limits itself, before it looks at any file.

macOS knows no limit of memory that a process can set itself, so that its caller looks how much it takes.
"""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys

PROCESSOR_SECONDS = 600  # ends a process that nobody waits for any more

IS_WATCHED = sys.platform == "darwin"
_NO_MEMORY, _FAST_FAIL = 0xC0000017, 0xC0000409  # how Windows ends a process that got no memory and gave up
_JOB_MEMORY, _JOB_ACTIVE = 0x100, 0x8  # JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOB_OBJECT_LIMIT_ACTIVE_PROCESS
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation


def limit_this_process(megabytes: int) -> None:
    """Memory; and no file is written, none is left behind by a fall, no other program is started on Windows."""
    if sys.platform == "win32":
        _limit_on_windows(megabytes << 20)
        return
    import resource

    memory = () if IS_WATCHED else ((resource.RLIMIT_AS, megabytes << 20),)
    for kind, most in (
        *memory,
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or most <= hard:
            resource.setrlimit(kind, (most, most))


def was_stopped(status: int | None) -> bool:
    """Whether a process that ended so took more than it may: memory, which makes parsers abort, or time."""
    if sys.platform == "win32":
        return status in {_NO_MEMORY, _FAST_FAIL}
    return status in {-signal.SIGABRT, -signal.SIGKILL, -signal.SIGXCPU}


def megabytes_of(process: int) -> int:
    """What a process has in memory; 0 where that cannot be told."""
    asked = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False)
    said = asked.stdout.strip()
    return int(said) >> 10 if said.isdecimal() else 0


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION"""

    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION"""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def _limit_on_windows(memory: int) -> None:
    """A job of one process; it stays in force until the process ends."""
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # a name that only Windows has
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    job = kernel.CreateJobObjectW(None, None)
    limits = _ExtendedLimits()
    limits.basic.flags = _JOB_MEMORY | _JOB_ACTIVE
    limits.basic.active_processes = 1
    limits.process_memory = memory
    is_limited = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    if not is_limited or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
        raise ctypes.WinError()  # type: ignore[attr-defined,unused-ignore]  # a name that only Windows has
