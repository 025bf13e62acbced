"""What runs inside the sandbox: it shuts itself in, then loads code it is sent and calls what it is asked to call.

One JSON object a line, on descriptors that were its standard input and output. It answers with plain values only and
is told nothing of what is expected: whether a value is right is decided outside. The code it runs shares this process
and may break it in any way it likes; the kernel, not this file, is what holds. Standard library only, and nothing of
Lemma: this is not imported anywhere, its text is handed to an interpreter (`sandbox/jail.py`).
"""

import ast
import collections
import contextlib
import ctypes
import decimal
import fractions
import gc
import importlib
import io
import json
import os
import resource
import sys
import time
import tracemalloc
import types
from collections.abc import Callable, Iterable, Iterator
from typing import Any

JOBS, REPLIES = 10, 11  # where the first two descriptors are moved to
TEXT, NODES, DEPTH = 20_000, 20_000, 60  # of one value that is sent out
PRINTED = 20_000
ITEMS = 10_000  # taken of an iterator
NAME, SAID = 80, 300
LINE = 350_000  # bytes of one reply
TIMES = 100_000  # of one call made again and again


LARGE = {"value": {"o": ["value", ""], "large": True}, "seconds": 0, "printed": "", "length": 0}


class LargeError(Exception):
    """A value is larger than what is sent out."""


class Output(io.TextIOBase):
    """Keeps the first of what is printed, and counts the rest."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.length = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if type(text) is not str:
            raise TypeError("write() argument must be str")
        if self.length < PRINTED:
            self.kept.append(text[: PRINTED - self.length])
        self.length += len(text)
        return len(text)


class Sender:
    """Values as JSON, each with its exact type; anything else as its type's name and what it says of itself."""

    def __init__(self) -> None:
        self.nodes = 0

    def encode(self, value: Any, depth: int = 0) -> Any:
        self.nodes += 1
        if self.nodes > NODES or depth > DEPTH:
            raise LargeError
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return self.text(value)
        if kind is int:
            return {"i": self.text(hex(value))}
        if kind is float:
            return {"f": value.hex()}
        if kind is complex:
            return {"c": [value.real.hex(), value.imag.hex()]}
        if kind in (bytes, bytearray):
            return {"b": [kind.__name__, self.text(value.hex())]}
        if kind is list:
            return [self.encode(one, depth + 1) for one in value]
        if kind in (tuple, set, frozenset, collections.deque):
            return {"m": [kind.__name__, [self.encode(one, depth + 1) for one in value]]}
        if kind in (dict, collections.OrderedDict, collections.defaultdict, collections.Counter):
            pairs = [[self.encode(key, depth + 1), self.encode(one, depth + 1)] for key, one in value.items()]
            return {"d": pairs}
        if kind in (fractions.Fraction, decimal.Decimal):
            return {"n": [kind.__name__, self.text(str(value))]}
        if kind is range:
            return {"n": ["range", repr(value)]}
        if isinstance(value, tuple) and kind.__bases__ == (tuple,) and hasattr(kind, "_fields"):
            return {"m": ["tuple", [self.encode(one, depth + 1) for one in tuple.__iter__(value)]]}
        return {"o": [kind.__name__[:NAME], shown(value)]}

    def text(self, value: str) -> str:
        self.nodes += len(value) // 16
        if len(value) > TEXT:
            raise LargeError
        return value


def shown(value: object) -> str:
    try:
        return str(repr(value))[:SAID]
    except BaseException:
        return ""


def sent(value: object) -> Any:
    try:
        return Sender().encode(value)
    except LargeError:
        return {"o": [type(value).__name__[:NAME], ""], "large": True}


def raised(error: BaseException) -> dict[str, Any]:
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<code>":
            line = trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and error.filename == "<code>":
        line = error.lineno
    try:
        said = str(error)[:SAID]
    except BaseException:
        said = ""
    return {"raised": [type(error).__name__[:NAME], said, line if type(line) is int else None]}


def shut_in(rule: dict[str, Any]) -> None:
    """Load what may be wanted, set limits, then the filter: from here on nothing is written, started or connected."""
    for name in rule["modules"]:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    sys.path_importer_cache.clear()
    limits = (
        (resource.RLIMIT_AS, rule["memory"]),
        (resource.RLIMIT_CPU, rule["cpu"]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 1),
        (resource.RLIMIT_NOFILE, 32),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    )
    for name, most in limits:
        resource.setrlimit(name, (most, most))
    instructions = bytes.fromhex(rule["filter"])

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("first", ctypes.c_void_p))

    held = ctypes.create_string_buffer(instructions)
    program = Program(len(instructions) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.addressof(program), 0, 0):
        raise OSError(ctypes.get_errno(), "no filter")


def watching(job: dict[str, Any]) -> None:
    """From here on memory is counted, where that is asked."""
    if job.get("memory"):
        gc.collect()
        tracemalloc.start()


def watched(job: dict[str, Any]) -> dict[str, Any]:
    return {"peak": tracemalloc.get_traced_memory()[1]} if job.get("memory") else {}


class Sitting:
    """One program and what is asked of it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.code: types.CodeType | None = None
        self.names: dict[str, Any] = {}

    def load(self, job: dict[str, Any]) -> None:
        self.code = compile(job["load"], "<code>", "exec")
        if job["script"]:
            return
        module = types.ModuleType("solution")
        sys.modules["solution"] = sys.modules["__main__"] = module
        self.names = module.__dict__
        exec(self.code, self.names)

    def script(self, job: dict[str, Any]) -> dict[str, Any]:
        """The whole program from its first line, with what it may read."""
        sys.stdin = io.StringIO(job["script"])
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        watching(job)
        started = self.clock()
        exec(self.code or "", module.__dict__)
        return {"value": None, "seconds": self.clock() - started} | watched(job)

    def call(self, job: dict[str, Any]) -> dict[str, Any]:
        """A function with its arguments, or an expression; again and again for so many seconds where that is asked."""
        tree = ast.parse(job["call"], "<call>", "eval").body
        apart = isinstance(tree, ast.Call) and not any(isinstance(one, ast.Starred) for one in tree.args)
        if not apart or any(one.arg is None for one in tree.keywords):
            whole = self.expression(tree)
            watching(job)
            started = self.clock()
            value = eval(whole, self.names)
            spent = self.clock() - started
            return watched(job) | self.answer(value, spent, 1, ())
        function = self.expression(tree.func)
        given = [self.expression(one) for one in tree.args]
        named = [(one.arg, self.expression(one.value)) for one in tree.keywords]
        target = eval(function, self.names)
        times, spent, value, arguments = 0, 0.0, None, []
        while not times or (spent < job["repeat"] and times < TIMES):
            arguments = [eval(one, self.names) for one in given]
            keywords = {name: eval(one, self.names) for name, one in named}
            watching(job)
            started = self.clock()
            value = target(*arguments, **keywords)
            if isinstance(value, Iterator):
                value = self.taken(value)
            spent += self.clock() - started
            times += 1
        return watched(job) | self.answer(value, spent, times, arguments)

    def answer(self, value: object, spent: float, times: int, arguments: Iterable[object]) -> dict[str, Any]:
        after = [sent(one) for one in arguments]
        return {"value": sent(value), "seconds": spent / times, "times": times, "after": after}

    def taken(self, iterator: Iterable[object]) -> list[object]:
        items: list[object] = []
        for item in iterator:
            items.append(item)
            if len(items) > ITEMS:
                raise LargeError
        return items

    def expression(self, tree: ast.expr) -> types.CodeType:
        return compile(ast.Expression(tree), "<call>", "eval")


def answered(sitting: Sitting, job: dict[str, Any]) -> dict[str, Any]:
    """What came of a job."""
    output = Output()
    sys.stdout = sys.stderr = output
    sys.stdin = io.StringIO()
    sys.modules["random"].seed(0)
    reply: dict[str, Any] = {}
    try:
        if "load" in job:
            sitting.load(job)
        elif "script" in job:
            reply = sitting.script(job)
        else:
            reply = sitting.call(job)
    except LargeError:
        reply = {**LARGE}
    except BaseException as error:
        reply = raised(error)
    finally:
        sys.settrace(None)
        sys.setprofile(None)
        tracemalloc.stop()
    reply["printed"] = "".join(output.kept)
    reply["length"] = output.length
    return reply


def main() -> None:
    clock = time.perf_counter
    os.dup2(0, JOBS, inheritable=False)
    os.dup2(1, REPLIES, inheritable=False)
    os.dup2(2, 0)
    os.dup2(2, 1)
    dumps, loads, write = json.dumps, json.loads, os.write
    with os.fdopen(JOBS, "rb") as jobs:
        shut_in(loads(jobs.readline()))
        write(REPLIES, b'{"ready": true}\n')
        sitting = Sitting(clock)
        for line in jobs:
            job = loads(line)
            reply = answered(sitting, job)
            reply["nonce"] = job["nonce"]
            left = dumps(reply).encode() + b"\n"
            if len(left) > LINE:
                left = dumps({**LARGE, "nonce": job["nonce"]}).encode() + b"\n"
            while left:
                left = left[write(REPLIES, left) :]


if __name__ == "__main__":
    main()
