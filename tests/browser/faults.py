"""Collects what goes wrong in a browser while a test looks at it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError


@dataclass
class Faults:
    """Errors on the console, uncaught exceptions, requests without an answer and answers of 400 and more."""

    seen: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Faults that match are part of what is tested."""
        self.allowed.append(pattern)

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._on_console)
        context.on("weberror", self._on_web_error)
        context.on("requestfailed", self._on_request_failed)
        context.on("response", self._on_response)

    def unexpected(self) -> list[str]:
        return [fault for fault in self.seen if not any(re.search(pattern, fault) for pattern in self.allowed)]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console: {message.text} ({message.location['url']})")

    def _on_web_error(self, error: WebError) -> None:
        self.seen.append(f"uncaught: {error.error.message}")

    def _on_request_failed(self, request: Request) -> None:
        # Aborted: the page was left, or the app withdrew its question.
        if "ERR_ABORTED" not in (request.failure or "") and not request.url.startswith("blob:"):
            self.seen.append(f"failed: {request.method} {request.url} {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.seen.append(f"answer {response.status}: {response.request.method} {response.url}")
