"""A refusal of the API: an HTTP status and the one error shape, `{code, message, fields?}`."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError


class ApiError(Exception):
    """Raised anywhere below a route; app.py renders it. `fields` maps dotted input paths to what is wrong there."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        fields: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}
        self.body: dict[str, Any] = {"code": code, "message": message}
        if fields:
            self.body["fields"] = fields


def list_fields(error: ValidationError) -> dict[str, str]:
    """Dotted path → message of a validation error. Never repeats what was given: it may be private."""
    fields: dict[str, str] = {}
    for item in error.errors(include_url=False, include_context=False, include_input=False):
        fields.setdefault(".".join(str(part) for part in item["loc"]) or "*", item["msg"])
    return fields


def invalid_input(error: ValidationError, code: str = "invalid_input", message: str = "") -> ApiError:
    """422 for what a model refuses."""
    fields = list_fields(error)
    path, reason = next(iter(fields.items()))
    more = f" (and {len(fields) - 1} more)" if len(fields) > 1 else ""
    return ApiError(422, code, message or f"The input is not valid: {path}: {reason}{more}.", fields)
