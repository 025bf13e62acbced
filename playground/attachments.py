"""Files that came with messages: kept beside the world, named by signed URLs as on Discord's CDN."""

from __future__ import annotations

import hashlib
import hmac
import mimetypes
import re
import shutil
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

    from playground.shapes import Json

PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a request, with what its `attachments` entry says of it."""

    name: str
    data: bytes
    description: str | None = None


class Attachments:
    """Stores uploads under `root` and gives them URLs under `base` that `secret` signs."""

    def __init__(self, root: Path, base: str, secret: str) -> None:
        self._root = root
        self._base = base
        self._secret = secret.encode()

    @property
    def prefix(self) -> str:
        return f"{self._base}/attachments/"

    def store(self, attachment_id: str, upload: Upload, *, ephemeral: bool) -> Json:
        name = safe_name(upload.name)
        folder = self._root / attachment_id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(upload.data)
        url = f"{self.prefix}{attachment_id}/{quote(name)}?hm={self.signature(attachment_id)}"
        attachment: Json = {
            "id": attachment_id,
            "filename": name,
            "size": len(upload.data),
            "url": url,
            "proxy_url": url,
            "content_type": mimetypes.guess_type(name)[0] or "application/octet-stream",
        }
        if upload.description:
            attachment["description"] = upload.description
        if ephemeral:
            attachment["ephemeral"] = True
        if upload.data.startswith(PNG) and len(upload.data) >= len(PNG) + 16:
            attachment["width"], attachment["height"] = struct.unpack(">II", upload.data[16:24])
        return attachment

    def signature(self, attachment_id: str) -> str:
        return hmac.new(self._secret, attachment_id.encode(), hashlib.sha256).hexdigest()

    def find(self, attachment_id: str) -> Path | None:
        """The one file of an attachment, if it is still kept."""
        folder = self._root / attachment_id
        if not attachment_id.isdigit() or not folder.is_dir():
            return None
        return next(folder.iterdir(), None)

    def forget(self, message: Json) -> None:
        for attachment in message["attachments"]:
            shutil.rmtree(self._root / attachment["id"], ignore_errors=True)


def safe_name(name: str) -> str:
    """A file name with nothing in it that a path or a header could trip over."""
    kept = re.sub(r"[^\w.\-]", "_", name).lstrip(".")
    return kept[-100:] or "file"
