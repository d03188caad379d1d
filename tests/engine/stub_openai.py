"""An OpenAI-compatible server for tests: plausible drafts derived from the prompt, and faults by script.

    python tests/engine/stub_openai.py --port 9099 [--faults 429,500,ok]
    IGNY8_MODEL=openai/stub IGNY8_API_BASE=http://127.0.0.1:9099/v1 IGNY8_API_KEY=any

Faults, one used up per request, then `ok` for ever: ok 429 429-long 500 hang truncated wrong-schema empty refusal html
401 400-format, and below-gate drops-all of stub_answers.py. `always-…` is never used up. `POST /script {"faults":
[...]}` sets them on a running server.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))  # started as a program as well as imported
from stub_answers import answer_sag

HANG_S = 5.0  # longer than any timeout a test sets


class StubOpenAI:
    """The server and what it saw. `url` is the API base; `requests` the parsed bodies; `headers` theirs."""

    def __init__(self, port: int = 0, faults: list[str] | None = None) -> None:
        self.faults = list(faults or [])
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                stub.answer(self)

            def do_GET(self) -> None:
                send(self, 200, {"object": "list", "data": [{"id": "stub", "object": "model"}]})

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def start(self) -> None:
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        self.stopping.set()
        self.server.shutdown()
        self.server.server_close()

    def script(self, *faults: str) -> None:
        """What the next requests meet; forgets what was recorded."""
        with self.lock:
            self.faults = list(faults)
            self.requests.clear()
            self.headers.clear()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = json.loads(handler.rfile.read(int(handler.headers.get("Content-Length", 0))) or b"{}")
        if handler.path.endswith("/script"):
            self.script(*body.get("faults", []))
            return send(handler, 200, {"faults": self.faults})
        with self.lock:
            self.requests.append(body)
            self.headers.append(dict(handler.headers))
            fault = self.faults[0] if self.faults else "ok"
            if self.faults and not fault.startswith("always-"):
                self.faults.pop(0)
        self.play(handler, fault.removeprefix("always-"), body)

    def play(self, handler: BaseHTTPRequestHandler, fault: str, body: dict[str, Any]) -> None:
        """Sends the scripted fault, or the good answer."""
        match fault:
            case "429":
                send(handler, 429, error("Rate limit reached"), {"Retry-After": "0.2"})
            case "429-long":
                send(handler, 429, error("Rate limit reached"), {"Retry-After": "3600"})
            case "500":
                send(handler, 500, error("The server had an error"))
            case "401":
                key = handler.headers.get("Authorization", "")
                send(handler, 401, error(f"Incorrect API key provided: {key}", "invalid_api_key"))
            case "400-format":
                send(handler, 400, error("Unknown parameter: 'response_format'"))
            case "hang":
                self.stopping.wait(HANG_S)
            case "html":
                raw(handler, 200, b"<html><body>Welcome to the hotel's network</body></html>", "text/html")
            case _:
                send(handler, 200, complete(fault, body))


def complete(fault: str, body: dict[str, Any]) -> dict[str, Any]:
    """A completion that is broken in the scripted way, or good."""
    messages = body.get("messages", [])
    good = json.dumps(answer_sag(messages, fault) or write_draft(messages))
    half = good[: len(good) // 2]
    broken = {
        "truncated": completion(body, half, finish_reason="length"),
        "cut-json": completion(body, half),
        "wrong-schema": completion(body, json.dumps({"title": "A page", "body": "Some text"})),
        "empty": completion(body, ""),
        "refusal": completion(body, None, refusal="I cannot help with that."),
        "fenced": completion(body, f"<think>Hm.</think>\n```json\n{good}\n```"),
    }
    return broken.get(fault) or completion(body, good)


def completion(
    body: dict[str, Any], content: str | None, *, finish_reason: str = "stop", refusal: str | None = None
) -> dict[str, Any]:
    """A chat completion with token counts of about four characters each."""
    prompt = sum(len(str(message.get("content", ""))) for message in body.get("messages", [])) // 4
    answer = len(content or "") // 4
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return {
        "id": "chatcmpl-stub",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": body.get("model", "stub"),
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": prompt, "completion_tokens": answer, "total_tokens": prompt + answer},
    }


def write_draft(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """A draft that fits the page the prompt asks for: its title, outline, keywords and links appear in it."""
    prompt = next((str(item["content"]) for item in messages if item.get("role") == "user"), "")

    def read(name: str) -> str:
        found = re.search(rf"^{name}: (.*)$", prompt, re.MULTILINE)
        return found[1].strip() if found else ""

    title = read("Title") or "A page"
    keyword = read("Primary keyword") or title.lower()
    outline = re.search(r"^Outline to follow.*?:\n((?:- .*\n?)+)", prompt, re.MULTILINE)
    headings = [line[2:].split(" — ")[0].strip() for line in (outline[1].splitlines() if outline else [])][:5]
    links = re.findall(r"^- (n\d+): (.+?)(?: — .*)?$", prompt, re.MULTILINE)[:4]
    known = re.findall(r"^- This page: .*?\. (.+)$", prompt, re.MULTILINE)
    lead = f"{title}: this page answers what people ask about {keyword} before they decide."
    sections = [{"heading": "", "level": 2, "blocks": [paragraph(lead)] + [paragraph(line) for line in known]}]
    for number, heading in enumerate(headings or ["What matters", "How to choose"]):
        about = f"On {heading.lower().rstrip('?.')}, what decides is the situation {keyword} is needed for."
        if number < len(links):
            about += f" More on that stands under [{links[number][1]}]({links[number][0]})."
        sections.append({"heading": heading, "level": 2, "blocks": [paragraph(about)]})
    steps = [
        "Measure first: note what there is.",
        "Compare: hold it against the table.",
        "Decide: take the nearest fit.",
    ]
    sections[-1]["blocks"].append({"kind": "steps", "text": "", "items": steps, "rows": []})
    question = {
        "question": f"What should I know about {keyword}?",
        "answer": "What it is for, and what it has to bear.",
    }
    return {
        "meta_title": title[:60],
        "meta_description": f"{title}: what matters and how to choose."[:155],
        "excerpt": lead,
        "sections": sections,
        "faq": [question],
    }


def paragraph(text: str) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text, "items": [], "rows": []}


def error(message: str, code: str = "stub_fault") -> dict[str, Any]:
    return {"error": {"message": message, "type": code, "param": None, "code": code}}


def send(handler: BaseHTTPRequestHandler, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
    raw(handler, status, json.dumps(body).encode(), "application/json", headers)


def raw(
    handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None
) -> None:
    try:
        handler.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)
    except (BrokenPipeError, ConnectionResetError):
        handler.close_connection = True  # the client gave up first, as a time-out test wants


@contextmanager
def run_stub(port: int = 0, faults: list[str] | None = None) -> Iterator[StubOpenAI]:
    """The running server, for fixtures and `with` blocks."""
    stub = StubOpenAI(port, faults)
    stub.start()
    try:
        yield stub
    finally:
        stub.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--faults", default="", help="comma-separated, one per request")
    given = parser.parse_args()
    with run_stub(given.port, [fault for fault in given.faults.split(",") if fault]) as stub:
        print(stub.url, flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
