"""One socket's conversation: frames out at ten a second, answers in, until the final message."""

import asyncio
import json
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from .errors import ConnectionLost, FramesEnded, SessionEnded
from .frames import FRAME_SECONDS, FrameQueue
from .messages import FINAL, ServerMessage

SLOWER_SECONDS = 0.02
"""How much longer to wait after the station said "too fast": clocks and networks differ."""

MOST_UNANSWERED = 2
"""One frame in work at the station and one that waits: a third would take the place of that."""

FIRST_OWN_CODE = 4000
"""Close codes from here on are the station's own words; see docs/protocol.md."""

BROKEN = 1006
LARGEST_MESSAGE = 4 * 1024 * 1024
PING_SECONDS = 5
PONG_SECONDS = 10
OPEN_SECONDS = 10
FAREWELL_SECONDS = 2


@dataclass(frozen=True, kw_only=True)
class Line:
    """Where to connect, and how to speak there."""

    url: str
    tls: ssl.SSLContext | None
    binary: bool
    heard: Callable[[ServerMessage], None]


class Conversation:
    """Used once: `finish` connects and returns when the socket is done."""

    def __init__(self, line: Line, frames: FrameQueue) -> None:
        self._line = line
        self._frames = frames
        self._final: ServerMessage | None = None
        self._problem: ServerMessage | None = None
        self._unanswered = 0
        self._next_seconds = 0.0
        self._challenge: str | None = None
        self._answer = asyncio.Event()
        self._begun = asyncio.Event()

    @property
    def established(self) -> bool:
        """Whether the station took the session up on this socket."""
        return self._begun.is_set()

    async def finish(self) -> ServerMessage:
        """Raises what ended it: `SessionEnded`, `ConnectionLost`, `FramesEnded`, or the source's."""
        try:
            socket = await connect(
                self._line.url,
                ssl=self._line.tls,
                max_size=LARGEST_MESSAGE,
                open_timeout=OPEN_SECONDS,
                ping_interval=PING_SECONDS,
                ping_timeout=PONG_SECONDS,
                close_timeout=FAREWELL_SECONDS,
                compression=None,
            )
        except (OSError, TimeoutError, InvalidHandshake) as e:
            raise ConnectionLost("The station cannot be reached.", code="UNREACHABLE") from e
        try:
            return await self._converse(socket)
        finally:
            await socket.close()

    async def _converse(self, socket: ClientConnection) -> ServerMessage:
        listening = asyncio.create_task(self._listen(socket))
        sending = asyncio.create_task(self._send(socket))
        try:
            await asyncio.wait({listening, sending}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done() and (failure := sending.exception()) is not None:
                if not isinstance(failure, ConnectionClosed):
                    raise failure
            return await listening
        finally:
            for task in (listening, sending):
                task.cancel()
            await asyncio.gather(listening, sending, return_exceptions=True)

    async def _listen(self, socket: ClientConnection) -> ServerMessage:
        try:
            while (final := self._final) is None:
                self._hear(cast(ServerMessage, json.loads(await socket.recv())))
        except ConnectionClosed as e:
            raise self._ending(e.rcvd.code if e.rcvd else BROKEN) from None
        try:
            # the close follows; its code says the same again
            await asyncio.wait_for(socket.wait_closed(), FAREWELL_SECONDS)
        except TimeoutError:
            pass  # a final message is final, whoever closes
        return final

    def _hear(self, message: ServerMessage) -> None:
        kind = message.get("type", "")
        if kind in ("connection_established", "frame_processed", "frame_rejected"):
            self._challenge = message.get("challenge", {}).get("id", self._challenge)
        if kind == "connection_established":
            self._begun.set()
        elif kind in ("frame_processed", "frame_rejected", "error"):
            self._unanswered = max(0, self._unanswered - 1)
            self._answer.set()
        elif kind in FINAL:
            self._final = message
        if kind == "error":
            self._problem = message
            if message.get("code") == 429:
                now = asyncio.get_running_loop().time()
                self._next_seconds = now + FRAME_SECONDS + SLOWER_SECONDS
        self._line.heard(message)

    def _ending(self, code: int) -> ConnectionLost | SessionEnded:
        if code < FIRST_OWN_CODE:
            return ConnectionLost(
                f"The connection was lost ({code}).", code="CONNECTION_LOST", close_code=code
            )
        problem = self._problem or {}
        return SessionEnded(
            problem.get("error", f"The station closed the session ({code})."),
            code=problem.get("reason", "SESSION_ENDED"),
            status=problem.get("code"),
            close_code=code,
            correlation_id=problem.get("correlation_id"),
        )

    async def _send(self, socket: ClientConnection) -> None:
        """Sends frames; each is taken from the source only when it can go at once."""
        loop = asyncio.get_running_loop()
        await self._begun.wait()
        while True:
            while self._unanswered >= MOST_UNANSWERED:
                await self._next_answer()
            while (due := self._next_seconds - loop.time()) > 0:
                await asyncio.sleep(due)
            frame = await self._frames.next()
            if frame is None:
                break
            self._next_seconds = loop.time() + FRAME_SECONDS
            self._unanswered += 1
            if self._line.binary:
                await socket.send(frame.image)
                continue
            message: dict[str, object] = {
                "type": "frame",
                "image": frame.base64(),
                "ts": frame.millis,
                "seq": frame.seq,
            }
            if self._challenge is not None:
                message["challenge_id"] = self._challenge
            await socket.send(json.dumps(message))
        while self._unanswered > 0:
            await self._next_answer()
        raise FramesEnded("The frames ended before the session did.", code="FRAMES_ENDED")

    async def _next_answer(self) -> None:
        self._answer.clear()
        await self._answer.wait()
