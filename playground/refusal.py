"""What Discord answers when it refuses: status, code, sentence, and the tree of a malformed form."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from playground.shapes import Json

Path: TypeAlias = tuple[str | int, ...]


class RefusalError(Exception):
    def __init__(
        self, status: int, code: int, message: str, *, errors: Json | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(f"{status} (error code: {code}): {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.retry_after = retry_after

    def body(self) -> Json:
        body: Json = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        if self.retry_after is not None:
            body |= {"retry_after": self.retry_after, "global": True}
        return body


class Form:
    """Collects what is wrong with a request body, then refuses it as a whole (50035)."""

    def __init__(self, prefix: Path = ()) -> None:
        self._prefix = prefix
        self._faults: list[tuple[Path, str, str]] = []

    def fault(self, path: Path, code: str, message: str) -> None:
        self._faults.append((self._prefix + path, code, message))

    def text(self, path: Path, value: object, most: int, least: int = 0) -> None:
        """A string of `least` to `most` characters; absent counts as empty."""
        if value is None and least == 0:
            return
        if value is None or value == "":
            if least:
                self.fault(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif not isinstance(value, str):
            self.fault(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        elif len(value) > most:
            self._too_long(path, most, least)
        elif len(value) < least:
            self.fault(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")

    def length(self, path: Path, items: object, most: int, least: int = 0) -> list[Json]:
        """A list of `least` to `most` objects; returned, empty where it is no such list."""
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            self.fault(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return []
        if not least <= len(items) <= most:
            if least == 0:
                self._too_long(path, most, least)
            else:
                self.fault(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        return items

    def number(self, path: Path, value: object, least: int, most: int) -> None:
        if value is None:
            return
        if not isinstance(value, int) or isinstance(value, bool):
            self.fault(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
        elif value < least:
            self.fault(path, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")
        elif value > most:
            self.fault(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")

    def _too_long(self, path: Path, most: int, least: int) -> None:
        if least:
            self.fault(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        else:
            self.fault(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")

    def settle(self) -> None:
        """Raise the collected faults, if any, as one refusal."""
        if not self._faults:
            return
        tree: Json = {}
        for path, code, message in self._faults:
            node = tree
            for step in path:
                node = node.setdefault(str(step), {})
            node.setdefault("_errors", []).append({"code": code, "message": message})
        raise RefusalError(400, 50035, "Invalid Form Body", errors=tree)


def unauthorized() -> RefusalError:
    return RefusalError(401, 0, "401: Unauthorized")


def not_found() -> RefusalError:
    return RefusalError(404, 0, "404: Not Found")


def bad_json() -> RefusalError:
    return RefusalError(400, 50109, "The request body contains invalid JSON.")


def too_large() -> RefusalError:
    return RefusalError(413, 40005, "Request entity too large")


def rate_limited(retry_after: float) -> RefusalError:
    return RefusalError(429, 0, "You are being rate limited.", retry_after=retry_after)


def server_error() -> RefusalError:
    return RefusalError(500, 0, "500: Internal Server Error")


def unknown_application() -> RefusalError:
    return RefusalError(404, 10002, "Unknown Application")


def unknown_channel() -> RefusalError:
    return RefusalError(404, 10003, "Unknown Channel")


def unknown_guild() -> RefusalError:
    return RefusalError(404, 10004, "Unknown Guild")


def unknown_member() -> RefusalError:
    return RefusalError(404, 10007, "Unknown Member")


def unknown_message() -> RefusalError:
    return RefusalError(404, 10008, "Unknown Message")


def unknown_user() -> RefusalError:
    return RefusalError(404, 10013, "Unknown User")


def unknown_webhook() -> RefusalError:
    return RefusalError(404, 10015, "Unknown Webhook")


def unknown_interaction() -> RefusalError:
    return RefusalError(404, 10062, "Unknown interaction")


def unknown_command() -> RefusalError:
    return RefusalError(404, 10063, "Unknown application command")


def already_acknowledged() -> RefusalError:
    return RefusalError(400, 40060, "Interaction has already been acknowledged.")


def missing_access() -> RefusalError:
    return RefusalError(403, 50001, "Missing Access")


def not_the_author() -> RefusalError:
    return RefusalError(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> RefusalError:
    return RefusalError(400, 50006, "Cannot send an empty message")


def cannot_message_user() -> RefusalError:
    return RefusalError(403, 50007, "Cannot send messages to this user")


def missing_permissions() -> RefusalError:
    return RefusalError(403, 50013, "Missing Permissions")


def invalid_token() -> RefusalError:
    return RefusalError(401, 50027, "Invalid Webhook Token")


def too_many_commands(most: int) -> RefusalError:
    return RefusalError(400, 30032, f"Maximum number of application commands reached ({most})")
