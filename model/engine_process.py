"""The embedded engine's own process: `python engine_process.py`, spoken to through its pipes only.

It reads one line of JSON from standard input (see `main`), loads the model, and writes one line of JSON
to standard output: {"url": ...} or {"error": ...}. It ends when standard input closes: it never outlives
the process that started it, however that one ends. Imports nothing of Lemma.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any


def main() -> None:
    """Serve llama.cpp's HTTP API on a free loopback port until standard input closes."""
    reply = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # whatever native code prints goes to standard error
    asked = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        server = _serve(asked)
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        reply.write(json.dumps({"error": f"{type(error).__name__}: {error}"}) + "\n")
        return
    reply.write(json.dumps({"url": server.listening_address}) + "\n")
    threading.Event().wait()


def _serve(asked: dict[str, Any]) -> Any:  # noqa: ANN401 - the engine has no types
    import xllamacpp

    return xllamacpp.Server(parameters(asked))


def parameters(asked: dict[str, Any]) -> Any:  # noqa: ANN401
    """How the engine is set up."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = asked["path"]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [asked["key"]]
    params.ui = False
    params.verbosity = 2  # warnings
    params.n_parallel = asked["slots"]
    params.n_ctx = asked["slots"] * asked["num_ctx"]  # the engine divides it among the slots
    params.lora_adapters = [
        xllamacpp.CommonAdapterLoraInfo(path, 1.0 if path == asked["adapter"] else 0.0) for path in asked["adapters"]
    ]
    params.fit_params = False  # the context asked for, or an error
    params.cache_ram_mib = asked["cache_mib"]
    params.n_threads_http = asked["slots"] + 2
    for threads in (params.cpuparams, params.cpuparams_batch):
        threads.n_threads = asked["threads"]
        threads.poll = 0  # do not spin: with other work on the machine, spinning threads wait for each other
    return params


def _end_with_parent() -> None:
    while os.read(0, 4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    main()
