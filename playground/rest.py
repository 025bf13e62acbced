"""The front of the REST API: who asks, what the body holds, what is logged, how a refusal looks on the wire."""

from __future__ import annotations

import json
import re
import time
from collections import deque
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from aiohttp import BodyPartReader, web

from playground import refusal
from playground.attachments import Upload, safe_name
from playground.body_shape import check_shape
from playground.drafts import Body
from playground.refusal import RefusalError
from playground.rules import REQUEST_BYTES
from playground.shapes import Json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

API = "/api/v10"
GLOBAL_RATE = 50
LOG_LENGTH = 5_000

Reply: TypeAlias = Json | list[Json] | None


@dataclass(frozen=True, slots=True)
class Call:
    """One request, as the endpoints see it."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Body


@dataclass(frozen=True, slots=True)
class Endpoint:
    method: str
    path: str
    answer: Callable[[Call], Reply]
    by_token_in_path: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response; `files` are the names of what was uploaded."""

    at: float
    method: str
    path: str
    body: Json | list[Json] | None
    files: list[str]
    status: int
    response: Reply


class Log:
    """The last requests, oldest first."""

    def __init__(self) -> None:
        self._exchanges: deque[Exchange] = deque(maxlen=LOG_LENGTH)

    def add(self, exchange: Exchange) -> None:
        self._exchanges.append(exchange)

    def __iter__(self) -> Iterator[Exchange]:
        return iter(list(self._exchanges))

    def __len__(self) -> int:
        return len(self._exchanges)

    def clear(self) -> None:
        self._exchanges.clear()

    def json(self) -> list[Json]:
        return [asdict(exchange) for exchange in self._exchanges]


class Rest:
    def __init__(self, token: str, endpoints: list[Endpoint]) -> None:
        self.log = Log()
        self._token = token
        self._endpoints = endpoints
        self._recent: deque[float] = deque()

    def add_routes(self, router: web.UrlDispatcher) -> None:
        for endpoint in self._endpoints:
            router.add_route(endpoint.method, API + endpoint.path, self._handler(endpoint))
        router.add_route("*", API + "/{rest:.*}", self._handler(Endpoint("*", "", _unknown)))

    def _handler(self, endpoint: Endpoint) -> Callable[[web.Request], Any]:
        async def handle(request: web.Request) -> web.Response:
            body = Body({})
            reply: Reply = None
            headers: dict[str, str] = {}
            try:
                self._admit(request, endpoint)
                body = await read_body(request)
                check_shape(body.json)
                reply = endpoint.answer(Call(request.match_info, request.query, body))
                status = 200 if reply is not None else 204
            except RefusalError as error:
                reply, status = error.body(), error.status
                headers = _headers(error)
            self._note(request, body, status, reply)
            return answer(reply, status, headers)

        return handle

    def _admit(self, request: web.Request, endpoint: Endpoint) -> None:
        """Interaction endpoints carry their own token and are exempt from the global rate, as on Discord."""
        if endpoint.by_token_in_path:
            return
        if request.headers.get("Authorization") != f"Bot {self._token}":
            raise refusal.unauthorized()
        at = time.monotonic()
        while self._recent and at - self._recent[0] >= 1:
            self._recent.popleft()
        if len(self._recent) >= GLOBAL_RATE:
            raise refusal.rate_limited(round(1 - (at - self._recent[0]) + 0.01, 3))
        self._recent.append(at)

    def _note(self, request: web.Request, body: Body, status: int, reply: Reply) -> None:
        path = request.path.removeprefix(API)
        files = [upload.name for upload in body.files.values()]
        asked = body.json.get("_list", body.json) or None
        self.log.add(Exchange(time.time(), request.method, path, asked, files, status, reply))


def _unknown(_call: Call) -> Reply:
    raise refusal.not_found()


def _headers(error: RefusalError) -> dict[str, str]:
    """A 429 without `Via` comes from Cloudflare, for clients, and is not waited out."""
    if error.retry_after is None:
        return {}
    return {"Via": "1.1 playground", "Retry-After": str(error.retry_after), "X-RateLimit-Global": "true"}


def answer(reply: Reply, status: int, headers: Mapping[str, str] | None = None) -> web.Response:
    """A JSON response whose Content-Type is `application/json` and nothing more: clients compare it whole."""
    if reply is None:
        return web.Response(status=status)
    text = json.dumps(reply, ensure_ascii=False).encode()
    return web.Response(body=text, status=status, content_type="application/json", headers=headers)


async def read_body(request: web.Request) -> Body:
    """JSON, or a form of `payload_json` and files. A JSON list is kept under `_list`."""
    if not request.can_read_body:
        return Body({})
    try:
        if request.content_type == "multipart/form-data":
            return await _read_form(request)
        return Body(_read_json(await request.read()))
    except web.HTTPRequestEntityTooLarge as error:
        raise refusal.too_large() from error


def _read_json(text: bytes) -> Json:
    if not text:
        return {}
    try:
        value = json.loads(text)
    except ValueError as error:
        raise refusal.bad_json() from error
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return {"_list": value}
    if not isinstance(value, dict):
        raise refusal.bad_json()
    return value


async def _read_form(request: web.Request) -> Body:
    payload: Json = {}
    files: dict[str, Upload] = {}
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        data = bytes(await part.read(decode=True))
        size += len(data)
        if size > REQUEST_BYTES:
            raise refusal.too_large()
        if part.name == "payload_json":
            payload = _read_json(data)
        elif part.filename:
            files[re.sub(r"\D", "", part.name or "")] = Upload(safe_name(part.filename), data)
    return Body(payload, files)
