"""A station of a few lines that says what a test wants it to say."""

import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

Play: TypeAlias = Callable[[ServerConnection, int], Awaitable[None]]

GREETING = {
    "type": "connection_established",
    "session_token": "sess_test",
    "session_type": "verification",
    "status": "processing",
    "timeout": 30,
    "message": "Connected.",
}
PROCESSED = {
    "type": "frame_processed",
    "success": True,
    "frames_processed": 1,
    "message": "Blink.",
}
RECOGNISED = {
    "type": "authentication_complete",
    "success": True,
    "authenticated": True,
    "user_id": "ada",
    "confidence": 0.9,
    "message": "The person is authenticated.",
}


async def say(socket: ServerConnection, message: dict[str, Any]) -> None:
    await socket.send(json.dumps(message))


async def finish(socket: ServerConnection, message: dict[str, Any], code: int = 1000) -> None:
    await say(socket, message)
    await socket.close(code)


@asynccontextmanager
async def sockets(play: Play) -> AsyncIterator[str]:
    """Plays `play(socket, nth)` for each connection; gives the station's address."""
    connections = 0

    async def connected(socket: ServerConnection) -> None:
        nonlocal connections
        connections += 1
        try:
            await play(socket, connections)
        except ConnectionClosed:
            pass  # the client has what it wanted

    async with serve(connected, "127.0.0.1", 0, close_timeout=1) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield f"http://127.0.0.1:{port}/"


Answer: TypeAlias = tuple[int, dict[str, Any]]


@contextmanager
def rest(answer: Callable[[str, dict[str, Any], str | None], Answer]) -> Iterator[str]:
    """Answers `answer(path, body, authorization)`; gives the station's address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length) or b"{}")
            status, content = answer(self.path, body, self.headers.get("Authorization"))
            sent = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@asynccontextmanager
async def station(play: Play) -> AsyncIterator[tuple[str, list[str]]]:
    """A whole one: sessions come over REST, and `play` plays their sockets.

    Gives its address and the calls it got so far.
    """
    calls: list[str] = []
    async with sockets(play) as address:

        def created(path: str, body: dict[str, Any], who: str | None) -> Answer:
            calls.append(path)
            return 201, {
                "session_token": "sess_test",
                "session_type": "verification",
                "websocket_url": f"{address.replace('http', 'ws')}ws/auth/process-image/sess_test/",
                "expires_at": "2026-11-22T12:00:00Z",
            }

        with rest(created) as url:
            yield url, calls
