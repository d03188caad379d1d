"""A refusal of the API: an HTTP status and the one error shape, `{code, message, fields?}`."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

WHOLE = "*"  # the path of what is wrong with the whole
NO_OBJECT = ("model_type", "model_attributes_type")  # pydantic's words for these name our classes


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
        message = "Input should be an object" if item["type"] in NO_OBJECT else item["msg"]
        fields.setdefault(".".join(str(part) for part in item["loc"]) or WHOLE, message)
    return fields


def invalid_input(error: ValidationError, code: str = "invalid_input") -> ApiError:
    """422 for what a model refuses."""
    fields = list_fields(error)
    path, reason = next(iter(fields.items()))
    what = "body" if code == "invalid_request" else "query" if code == "invalid_query" else "input"
    where = "" if path == WHOLE else f"{path}: "
    more = f" (and {len(fields) - 1} more)" if len(fields) > 1 else ""
    return ApiError(422, code, f"The {what} is not valid: {where}{reason}{more}.", fields)
