"""The sandbox is used only where it was seen to hold: a few attempts of each class, made at the start.

The whole list is in the tests; these are the ones that tell whether this machine's kernel does what is asked of it.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tutor.running import Ending, Value

if TYPE_CHECKING:
    from sandbox.interpreter import Interpreter

_CALL, _ENDLESS = 5.0, 0.3  # seconds
MUST_FAIL = ("reading", "writing", "looking", "secrets", "network", "starting", "signalling", "privileges", "native")
PROGRAM = """
import ctypes, mmap, os

libc = ctypes.CDLL(None, use_errno=True)


def control():
    return sorted([3, 1, 2])


def reading(path):
    return any(map(readable, (path, "/etc/passwd", "/proc/self/status", "/dev/null")))


def readable(path):
    try:
        open(path, "rb").close()
    except OSError:
        return False
    return True


def writing():
    for folder in ("/", "/tmp", "/dev/shm", "/python", "/libraries", os.path.dirname(os.__file__)):
        try:
            open(os.path.join(folder, "written"), "wb").close()
        except OSError:
            continue
        return True
    return False


def looking():
    return not set(os.listdir("/")) <= {"python", "libraries", "lib", "lib64", "usr"}


def secrets():
    return not set(os.environ) <= {"PYTHONHASHSEED", "LD_LIBRARY_PATH", "LC_CTYPE", "PWD"}


def network():
    return any(libc.socket(family, kind, 0) >= 0 for family in (1, 2, 10, 16, 17, 40) for kind in (1, 2, 3))


def starting():
    for start in (os.fork, lambda: os.execv("/python/bin/python", ["x"]), lambda: os.posix_spawn("/x", ["x"], {})):
        try:
            start()
        except PermissionError:
            continue
        except OSError:
            return True
        return True
    return False


def signalling():
    try:
        os.kill(os.getppid(), 0)
    except PermissionError:
        return False
    return True


def privileges():
    calls = (
        lambda: libc.unshare(0x10000000), lambda: libc.memfd_create(b"x", 0), lambda: libc.ptrace(0, 0, 0, 0),
        lambda: libc.mount(b"x", b"/", b"tmpfs", 0, None), lambda: libc.setuid(0), lambda: libc.eventfd(0, 0),
        lambda: libc.syscall(425, 1, ctypes.create_string_buffer(120)),
    )
    return os.getuid() == 0 or any(call() >= 0 for call in calls)


def native():
    try:
        mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    except PermissionError:
        return False
    return True


def memory():
    return len(bytearray(1 << 30))


def endless():
    while True:
        pass
"""


async def broken(interpreter: Interpreter) -> str:
    """Which promise is not kept, for the operator; "" where all are. The interpreter is used up."""
    loaded = await interpreter.ask({"load": PROGRAM, "script": False}, _CALL)
    if loaded.ending is not Ending.RETURNED:
        return f"ordinary code does not load: {loaded.error or loaded.ending}"
    control = await _call(interpreter, "control()")
    if control != Value("list", items=(Value("int", "0x1"), Value("int", "0x2"), Value("int", "0x3"))):
        return "ordinary code does not run"
    with TemporaryDirectory(prefix="lemma-sandbox-") as folder:
        secret = Path(folder) / "secret"
        secret.write_text("secret", encoding="utf-8")
        for name in MUST_FAIL:
            given = repr(str(secret)) if name == "reading" else ""
            if await _call(interpreter, f"{name}({given})") != Value("bool", "False"):
                return f"it does not hold: {name}"
    bomb = await interpreter.ask({"call": "memory()", "repeat": 0}, _CALL)
    if bomb.ending is not Ending.RAISED or not bomb.error.startswith("MemoryError"):
        return "it does not hold: memory"
    loop = await interpreter.ask({"call": "endless()", "repeat": 0}, _ENDLESS)
    return "" if loop.ending is Ending.TIMED_OUT and not interpreter.alive else "it does not hold: time"


async def _call(interpreter: Interpreter, expression: str) -> Value | None:
    return (await interpreter.ask({"call": expression, "repeat": 0}, _CALL)).value
