"""What stands outside a sandbox and must not be reached from it, and the list of attempts to reach it."""

from __future__ import annotations

import socket
import threading
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import subprocess

ATTEMPTS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "sandbox" / "attempts.toml").read_text(encoding="utf-8")
)["attempt"]
SECRET_NAME = "lemma-secret.txt"  # noqa: S105 - the name of a file


@dataclass
class Host:
    """What stands outside: a secret, a folder, listeners that note who came, a process."""

    folder: Path
    secret: str
    process: subprocess.Popen[bytes]
    ports: dict[str, str] = field(default_factory=dict)
    reached: list[str] = field(default_factory=list)

    def filled(self, code: str) -> str:
        places = {
            "SECRET_FILE": str(self.folder / SECRET_NAME),
            "SECRET_NAME": SECRET_NAME,
            "CANARY": str(self.folder),
            "HOST_PID": str(self.process.pid),
            **self.ports,
        }
        for name, value in places.items():
            code = code.replace(f"@{name}@", value)
        return code

    def listen(self, name: str, listener: socket.socket) -> None:
        def wait() -> None:
            while True:
                try:
                    listener.recv(64) if listener.type == socket.SOCK_DGRAM else listener.accept()[0].close()
                except OSError:
                    return
                self.reached.append(name)

        threading.Thread(target=wait, daemon=True).start()
