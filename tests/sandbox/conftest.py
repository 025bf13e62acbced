"""What of the host must not be reached from a sandbox."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest
from outside import SECRET_NAME, Host

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("host")
    folder.chmod(0o777)
    secret = f"secret-{token_hex(16)}"
    (folder / SECRET_NAME).write_text(secret, encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    host = Host(folder, secret, process)
    abstract = f"lemma-{token_hex(8)}"
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX) as named,
        socket.socket(socket.AF_UNIX) as unnamed,
    ):
        udp.bind(("127.0.0.1", 0))
        place = f"/tmp/{abstract}"  # noqa: S108 - a path short enough for a socket
        named.bind(place)
        named.listen()
        unnamed.bind(f"\0{abstract}")
        unnamed.listen()
        host.ports = {
            "TCP_PORT": str(tcp.getsockname()[1]),
            "UDP_PORT": str(udp.getsockname()[1]),
            "UNIX_SOCKET": place,
            "ABSTRACT_SOCKET": abstract,
        }
        for name, listener in (("tcp", tcp), ("udp", udp), ("unix", named), ("abstract", unnamed)):
            host.listen(name, listener)
        os.environ["LEMMA_TEST_SECRET"] = secret
        try:
            yield host
        finally:
            del os.environ["LEMMA_TEST_SECRET"]
            for listener in (tcp, udp, named, unnamed):
                listener.close()
            Path(place).unlink()
            process.kill()
            process.wait()
