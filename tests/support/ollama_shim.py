"""Ollama's wire format over the embedded engine: a real model behind the official client.

Only what Lemma uses. Unlike Ollama it does not cut a prompt that does not fit: nothing of ours may rely on that.
"""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from model.engine import Engine

NAME = "smollm2:135m"


class Shim:
    """The two routes; `requests` holds the chats asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.requests: list[dict[str, Any]] = []

    async def show(self, request: web.Request) -> web.Response:
        asked = await request.json()
        if asked["model"] != NAME:
            return web.json_response({"error": f"model '{asked['model']}' not found"}, status=404)
        info = {"general.architecture": "llama", "llama.context_length": 8192}
        return web.json_response({"model_info": info, "capabilities": ["completion"], "details": {}})

    async def chat(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        self.requests.append(asked)
        response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
        await response.prepare(request)
        reason, counts = "stop", {"prompt_tokens": 0, "completion_tokens": 0}
        async for chunk in self._chunks(asked):
            counts = chunk.get("usage") or counts
            for choice in chunk["choices"]:
                reason = choice["finish_reason"] or reason
                if text := choice["delta"].get("content"):
                    await _send(response, message={"role": "assistant", "content": text}, done=False)
        await _send(
            response,
            message={"role": "assistant", "content": ""},
            done=True,
            done_reason=reason,
            prompt_eval_count=counts["prompt_tokens"],
            eval_count=counts["completion_tokens"],
        )
        return response

    async def _chunks(self, asked: dict[str, Any]) -> AsyncGenerator[dict[str, Any]]:
        body = {
            "messages": asked["messages"],
            "stream": True,
            "stream_options": {"include_usage": True},
            "max_tokens": asked["options"]["num_predict"],
            "temperature": asked["options"]["temperature"],
        }
        if schema := asked.get("format"):
            body["response_format"] = {"type": "json_schema", "json_schema": {"schema": schema}}
        key = {"Authorization": f"Bearer {self._engine.key}"}
        async with (
            aiohttp.ClientSession(raise_for_status=True) as session,
            session.post(f"{self._engine.url}/v1/chat/completions", json=body, headers=key) as answer,
        ):
            async for line in answer.content:
                if line.startswith(b"data: {"):
                    yield json.loads(line[len(b"data: ") :])


async def _send(response: web.StreamResponse, **part: object) -> None:
    line = {"model": NAME, "created_at": "2026-01-01T00:00:00Z", **part}
    await response.write(json.dumps(line).encode() + b"\n")


@asynccontextmanager
async def open_shim(engine: Engine) -> AsyncGenerator[tuple[Shim, str]]:
    """The shim and its address; aiohttp's test server stops a handler whose client goes away."""
    shim = Shim(engine)
    app = web.Application()
    app.add_routes([web.post("/api/show", shim.show), web.post("/api/chat", shim.chat)])
    async with TestServer(app) as server:
        yield shim, str(server.make_url("/"))
