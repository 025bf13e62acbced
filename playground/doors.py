"""Who may come in, and what people get there: the page, attachments, the log of requests."""

from __future__ import annotations

import hmac
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from aiohttp import web

from playground.rest import API

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp.typedefs import Middleware

    from playground.attachments import Attachments
    from playground.rest import Log

    Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
SHOWN_INLINE = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
YEAR = 365 * 86_400
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' {sockets}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)


def guard(secret: str, port: int) -> Middleware:
    """Only loopback names (against DNS rebinding), and for all but the bot's doors only who has the secret."""
    hosts = {f"{name}:{port}" for name in (HOST, "localhost")}
    origins = {f"http://{host}" for host in hosts}
    cookie = f"playground_{port}"
    policy = POLICY.format(sockets=" ".join(f"ws://{host}" for host in sorted(hosts)))

    def refuse_strangers(request: web.Request) -> None:
        if request.headers.get("Origin") not in {None, *origins}:
            raise web.HTTPForbidden(text="This request comes from another site.")
        if request.path.startswith("/attachments/") and "hm" in request.query:
            return
        given = request.query.get("key") or request.cookies.get(cookie) or ""
        if not hmac.compare_digest(given.encode(), secret.encode()):
            raise web.HTTPForbidden(text="Open the playground by the full address that it printed, key included.")

    @web.middleware
    async def admit(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Host") not in hosts:
            raise web.HTTPForbidden(text="The playground answers on this machine only.")
        if request.path.startswith((API, "/gateway")):
            return await handler(request)
        refuse_strangers(request)
        response = await handler(request)
        if request.path == "/":
            response.set_cookie(cookie, secret, httponly=True, samesite="Strict", max_age=YEAR)
        if not response.prepared:
            response.headers.setdefault("Content-Security-Policy", policy)
            response.headers.setdefault("Cache-Control", "no-cache")
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return admit


def add_routes(router: web.UrlDispatcher, attachments: Attachments, log: Log) -> None:
    async def show_log(_request: web.Request) -> web.Response:
        return web.json_response(log.json())

    router.add_get("/", _index)
    router.add_get("/log", show_log)
    router.add_get("/attachments/{attachment}/{name}", _serve(attachments))
    router.add_static("/page", PAGE)


async def _index(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html")


def _serve(attachments: Attachments) -> Handler:
    async def serve(request: web.Request) -> web.StreamResponse:
        attachment_id = request.match_info["attachment"]
        signature = request.query.get("hm")
        if signature is not None and not hmac.compare_digest(signature, attachments.signature(attachment_id)):
            raise web.HTTPForbidden(text="This link is not signed.")
        path = attachments.find(attachment_id)
        if path is None:
            raise web.HTTPNotFound(text="This file is not kept any more.")
        headers = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "private, max-age=3600"}
        if path.suffix.lower() not in SHOWN_INLINE:
            headers["Content-Disposition"] = "attachment"
        return web.FileResponse(path, headers=headers)

    return serve
