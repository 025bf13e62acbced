"""`python -m playground --data DIR --port N`: the playground as a process of its own.

Prints one JSON line when it serves; ends on SIGTERM, SIGINT, or when its standard input closes, so that a parent
that was killed leaves no orphan.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from pathlib import Path

from playground.keeping import InUseError
from playground.server import open_playground


async def serve(data_dir: Path, port: int, crowd: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with open_playground(data_dir, port, crowd=crowd) as playground:
        about = {
            "url": playground.url,
            "api_base": playground.api_base,
            "gateway": playground.gateway,
            "token": playground.token,
            "port": playground.port,
            "moved_from": playground.moved_from,
        }
        sys.stdout.write(json.dumps(about) + "\n")
        sys.stdout.flush()
        threading.Thread(target=_watch_input, args=(loop, stop), daemon=True).start()
        await stop.wait()


def _watch_input(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Wait for the end of standard input. Its own file number: a thread left in a buffered read would hold up exit."""
    try:
        while os.read(0, 1024):
            pass
    except OSError:
        pass  # closed from the beginning: nobody is there either
    loop.call_soon_threadsafe(stop.set)


def main() -> int:
    parser = argparse.ArgumentParser(prog="playground", description="A small Discord on loopback.")
    parser.add_argument("--data", type=Path, required=True, help="folder of its world")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--crowd", type=int, default=0, help="further learners, for a load test")
    options = parser.parse_args()
    try:
        asyncio.run(serve(options.data, options.port, options.crowd))
    except (InUseError, OSError) as error:
        sys.stderr.write(f"playground: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
