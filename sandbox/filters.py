"""The kernel calls a sandboxed interpreter may make, as programs for seccomp, assembled here byte by byte.

Both are lists of what is allowed; every other call fails with EPERM, on another architecture the process dies. The
first stands from before the interpreter starts, which must load itself; the second, narrower one is set by the
harness when it has loaded everything, before it reads a line of what it is to run. Filters add up: nothing that one
of them refuses can be had back.
"""

from __future__ import annotations

import platform
import struct
from dataclasses import dataclass
from typing import Final

_LOAD, _EQUAL, _BIT_SET, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | 1  # EPERM
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets into the kernel's seccomp_data

_PROT_EXEC = 4
# O_WRONLY and O_RDWR, O_CREAT, O_TRUNC, O_APPEND, O_TMPFILE
_WRITING = 0o3 | 0o100 | 0o1000 | 0o2000 | 0o20000000
_IS_TERMINAL, _CLOSE_ON_EXEC = 0x5401, 0x5451  # ioctl
_GET_FD, _SET_FD, _GET_FLAGS = 1, 2, 3  # fcntl


@dataclass(frozen=True, slots=True)
class Machine:
    """An architecture's mark and its numbers of the calls we name."""

    audit: int
    numbers: dict[str, int]


X86_64: Final = Machine(
    0xC000003E,
    {
        "read": 0, "write": 1, "close": 3, "stat": 4, "fstat": 5, "lstat": 6, "lseek": 8, "mmap": 9, "mprotect": 10,
        "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "ioctl": 16,
        "pread64": 17, "access": 21, "sched_yield": 24, "mremap": 25, "madvise": 28, "dup2": 33,
        "nanosleep": 35, "getpid": 39, "execve": 59, "exit": 60, "wait4": 61, "uname": 63, "fcntl": 72,
        "getcwd": 79, "readlink": 89,
        "gettimeofday": 96, "getrlimit": 97, "getrusage": 98, "sysinfo": 99, "times": 100, "getuid": 102,
        "getgid": 104, "geteuid": 107, "getegid": 108, "sigaltstack": 131, "prctl": 157, "arch_prctl": 158,
        "setrlimit": 160, "gettid": 186, "time": 201, "futex": 202, "sched_getaffinity": 204, "getdents64": 217,
        "set_tid_address": 218, "restart_syscall": 219, "clock_gettime": 228, "clock_getres": 229,
        "clock_nanosleep": 230, "exit_group": 231, "openat": 257, "newfstatat": 262, "readlinkat": 267,
        "faccessat": 269, "set_robust_list": 273, "dup3": 292, "prlimit64": 302, "seccomp": 317, "getrandom": 318,
        "membarrier": 324, "statx": 332, "rseq": 334, "close_range": 436, "faccessat2": 439,
    },
)  # fmt: skip

AARCH64: Final = Machine(
    0xC00000B7,
    {
        "getcwd": 17, "dup3": 24, "fcntl": 25, "ioctl": 29, "faccessat": 48, "openat": 56, "close": 57,
        "getdents64": 61, "lseek": 62, "read": 63, "write": 64, "pread64": 67, "readlinkat": 78, "newfstatat": 79,
        "fstat": 80, "exit": 93, "exit_group": 94, "set_tid_address": 96, "futex": 98, "set_robust_list": 99,
        "nanosleep": 101, "clock_gettime": 113, "clock_getres": 114, "clock_nanosleep": 115,
        "sched_getaffinity": 123, "sched_yield": 124, "restart_syscall": 128, "sigaltstack": 132,
        "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "times": 153, "uname": 160,
        "getrlimit": 163, "setrlimit": 164, "getrusage": 165, "prctl": 167, "gettimeofday": 169, "getpid": 172,
        "getuid": 174, "geteuid": 175, "getgid": 176, "getegid": 177, "gettid": 178, "sysinfo": 179, "brk": 214,
        "munmap": 215, "mremap": 216, "execve": 221, "mmap": 222, "mprotect": 226, "madvise": 233, "wait4": 260,
        "prlimit64": 261, "seccomp": 277, "getrandom": 278, "membarrier": 283, "statx": 291, "rseq": 293,
        "close_range": 436, "faccessat2": 439,
    },
)  # fmt: skip

_MACHINES = {"x86_64": X86_64, "amd64": X86_64, "aarch64": AARCH64, "arm64": AARCH64}

_RUNNING = (
    "read", "write", "close", "stat", "fstat", "lstat", "lseek", "pread64", "munmap", "brk", "mremap", "madvise",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "futex", "sched_yield", "sched_getaffinity",
    "nanosleep", "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday", "time", "times", "getrandom",
    "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getcwd", "uname", "sysinfo", "getrusage",
    "readlink", "readlinkat", "access", "faccessat", "faccessat2", "newfstatat", "statx", "getdents64",
    "restart_syscall", "exit", "exit_group",
)  # fmt: skip
_STARTING = (
    "execve", "mmap", "mprotect", "prctl", "arch_prctl", "seccomp", "set_tid_address", "set_robust_list", "rseq",
    "membarrier", "getrlimit", "setrlimit", "prlimit64", "wait4", "dup2", "dup3", "close_range",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rule:
    """Allowed where an argument has none of the bits, or is one of the values; always where neither is said."""

    argument: int = 0
    without_bits: int = 0
    values: tuple[int, ...] = ()


_ALWAYS = _Rule()
_CAREFUL = {
    "openat": _Rule(2, without_bits=_WRITING),
    "ioctl": _Rule(1, values=(_IS_TERMINAL, _CLOSE_ON_EXEC)),
    "fcntl": _Rule(1, values=(_GET_FD, _SET_FD, _GET_FLAGS)),
}
_NO_NEW_CODE = {name: _Rule(2, without_bits=_PROT_EXEC) for name in ("mmap", "mprotect")}


def machine(name: str = "") -> Machine | None:
    """The architecture by its name, else this machine's; None where its numbers are not known here."""
    return _MACHINES.get((name or platform.machine()).lower())


def starting(on: Machine) -> bytes:
    """For an interpreter that loads itself and then sets the second filter."""
    return _program(on, dict.fromkeys((*_RUNNING, *_STARTING), _ALWAYS) | _CAREFUL)


def running(on: Machine) -> bytes:
    """For code nobody vouches for: no other program, no new native code, nothing written but to open descriptors."""
    return _program(on, dict.fromkeys(_RUNNING, _ALWAYS) | _CAREFUL | _NO_NEW_CODE)


def _program(on: Machine, rules: dict[str, _Rule]) -> bytes:
    known = [(on.numbers[name], rule) for name, rule in sorted(rules.items()) if name in on.numbers]
    parts = [
        _instruction(_LOAD, _ARCHITECTURE),
        _instruction(_EQUAL, on.audit, 1, 0),
        _instruction(_RETURN, _KILL),
        _instruction(_LOAD, _NUMBER),
    ]
    parts += [_allowed(number, rule) for number, rule in known]
    return b"".join([*parts, _instruction(_RETURN, _REFUSE)])


def _allowed(number: int, rule: _Rule) -> bytes:
    """Instructions that return for this number, and go on after their end for any other."""
    if rule.without_bits:
        judged = [
            _instruction(_LOAD, _ARGUMENTS + 8 * rule.argument),
            _instruction(_BIT_SET, rule.without_bits, 0, 1),
            _instruction(_RETURN, _REFUSE),
            _instruction(_RETURN, _ALLOW),
        ]
    elif rule.values:
        ways = len(rule.values)
        judged = [
            _instruction(_LOAD, _ARGUMENTS + 8 * rule.argument),
            *(_instruction(_EQUAL, value, ways - at, 0) for at, value in enumerate(rule.values)),
            _instruction(_RETURN, _REFUSE),
            _instruction(_RETURN, _ALLOW),
        ]
    else:
        judged = [_instruction(_RETURN, _ALLOW)]
    return b"".join([_instruction(_EQUAL, number, 0, len(judged)), *judged])


def _instruction(code: int, operand: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, operand)
