"""What `lemma model list` finds: on a server, in the data directory, and on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.models import fits
from model import inventory
from model.catalogue import known
from model.inventory import Memory
from model.settings import ModelSettings

if TYPE_CHECKING:
    from pathlib import Path


def server() -> TestServer:
    async def tags(_request: web.Request) -> web.Response:
        return web.json_response({"models": [{"model": "qwen3:4b", "name": "qwen3:4b"}, {"model": "own:latest"}]})

    async def models(_request: web.Request) -> web.Response:
        data = [{"id": "Qwen/Qwen3-4B", "object": "model", "created": 0, "owned_by": "me"}]
        return web.json_response({"object": "list", "data": data})

    app = web.Application()
    app.add_routes([web.get("/api/tags", tags), web.get("/v1/models", models)])
    return TestServer(app)


async def test_a_server_is_asked_what_it_has(tmp_path: Path) -> None:
    async with server() as running:
        ollama = ModelSettings(backend="ollama", name="qwen3:4b", host=str(running.make_url("/")))
        found = await inventory.look(ollama, tmp_path)
        assert (found.names, found.chosen, found.reason) == (("qwen3:4b", "own:latest"), "qwen3:4b", None)
        found = await inventory.look(ModelSettings(backend="openai", host=str(running.make_url("/v1"))), tmp_path)
        assert found.names == ("Qwen/Qwen3-4B",)


@pytest.mark.parametrize("backend", ["ollama", "openai"])
async def test_a_server_that_is_down_is_a_reason(tmp_path: Path, backend: str) -> None:
    host = f"http://127.0.0.1:{unused_port()}"
    found = await inventory.look(ModelSettings.model_validate({"backend": backend, "host": host}), tmp_path)
    assert found.names == ()
    assert found.reason is not None
    assert "not running" in found.reason


async def test_files_of_the_data_directory_are_here(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "qwen3-4b-q4_k_m.gguf").write_bytes(b"")
    own = tmp_path / "phi-4.gguf"
    own.write_bytes(b"")
    found = await inventory.look(ModelSettings(path=own), tmp_path)
    assert (found.names, found.chosen) == (("qwen3-4b-q4_k_m.gguf", "phi-4.gguf"), "phi-4.gguf")


def test_what_fits_is_told_by_what_is_free_and_what_there_is() -> None:
    phi = known("phi4-mini-reasoning")
    assert phi is not None
    needed = phi.memory()
    assert fits(phi, Memory(2 * needed, needed)) == "yes"
    assert fits(phi, Memory(needed, needed - 1)) == "tight"
    assert fits(phi, Memory(needed - 1, needed - 1)) == "no"


def test_memory_is_this_machines() -> None:
    found = inventory.memory()
    assert 0 < found.free <= found.total <= psutil.virtual_memory().total
