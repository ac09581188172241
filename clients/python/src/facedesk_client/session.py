"""One session at the station: a token, and what can be done with it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, cast
from urllib.parse import urlsplit

from .conversation import Conversation, Line
from .errors import ConnectionLost, FramesEnded, RequestRefused, SealBroken, SessionEnded
from .frames import FRAME_SECONDS, Frame, FrameQueue, Frames, Taken
from .messages import FINAL, Opened, ServerMessage, SessionKind, SessionState
from .rest import Rest
from .seal import SealKeys, open_seal

SOCKET_PATH = "/ws/auth/process-image/"
MOST_RETRIES = 6
FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 4.0
HELD_BY_ANOTHER_SOCKET = 4400
"""After a broken connection the station may take the old socket for alive a little longer."""

LEFT_OUT = 429
"""Code of an error that means no more than that one frame was not looked at."""

Kind: TypeAlias = Literal["connected", "frame", "refused", "reconnecting"]


@dataclass(frozen=True)
class Progress:
    """What happens on the way; `text` is always the one sentence for the person before the camera,
    the same as before when a frame was only left out (`message` says why)."""

    kind: Kind
    text: str
    message: ServerMessage | None = None


OnProgress: TypeAlias = Callable[[Progress], None]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a session ended.

    Act on `user_id` only where `verified` is true (it was sealed by the station for this session,
    and that was checked with the secret), or where the answer cannot have been changed on its way.
    In strict mode it is absent until the seal is opened. `reason` says why not, for example
    ``duplicate_face``, ``no_match`` or ``timeout``. `user_client_id` is there only where a search
    found a person of another client that shares the gallery: then `user_id` is that client's id
    for them, and a person of your own may have the same.
    """

    success: bool
    text: str
    reason: str | None = None
    user_id: str | None = None
    user_client_id: str | None = None
    confidence: float | None = None
    opened: Opened | None = None
    verified: bool = False
    message: ServerMessage


@dataclass(frozen=True, kw_only=True, repr=False)
class SessionFacts:
    """What is known of a session; the token is a credential, so this has no printed form."""

    token: str
    kind: SessionKind | None = None
    websocket_url: str | None = None
    expires_at: datetime | None = None
    enrollment_id: str | None = None
    note: str = ""


class Session:
    """Treat its `token` like a password: it is all that a socket asks for."""

    def __init__(self, rest: Rest, facts: SessionFacts) -> None:
        self._rest = rest
        self.token = facts.token
        self.kind = facts.kind
        """Known from the start, or once the station has been heard."""
        self.websocket_url = facts.websocket_url or (
            rest.url.replace("http", "ws", 1) + SOCKET_PATH + facts.token + "/"
        )
        self.expires_at = facts.expires_at
        self.enrollment_id = facts.enrollment_id
        self.note = facts.note
        """What the station said about the wishes."""
        self._sentence = ""

    @property
    def page_url(self) -> str:
        """The station's own page for this session: a link to send to the person."""
        address = urlsplit(self.websocket_url)
        scheme = "https" if address.scheme == "wss" else "http"
        return f"{scheme}://{address.netloc}/#session={self.token}"

    async def run(
        self,
        frames: Frames,
        *,
        on_progress: OnProgress | None = None,
        transport: Literal["socket", "rest"] = "socket",
        binary: bool = False,
    ) -> Outcome:
        """Sends frames until the session has a result.

        When the connection breaks it is made again with the same token; counted frames stay
        counted, liveness starts again. Cancelling the task stops it; the session stays open until
        it is cancelled or expires.

        :param transport: REST is for places that let no WebSocket through (needs the API key)
        :param binary: bare bytes; a third less traffic, but the station guesses when one was taken
        :raises SessionEnded:
        :raises ConnectionLost:
        :raises FramesEnded:
        :raises RequestRefused:
        :raises SealBroken: when there are keys and the result does not open
        """
        queue = FrameQueue(frames)
        tell = on_progress or _nothing
        if transport == "rest":
            return self._outcome(await self._over_rest(queue, tell))
        return self._outcome(await self._over_socket(queue, tell, binary))

    async def process_image(self, frame: Frame | bytes) -> ServerMessage:
        """Sends one picture over REST.

        :raises RequestRefused:
        """
        taken = await FrameQueue([frame]).next()
        assert taken is not None
        return await self._post(taken)

    async def status(self) -> SessionState:
        answer = await self._rest.call("GET", f"/api/auth/sessions/{self.token}/status/")
        return cast(SessionState, answer)

    async def cancel(self) -> SessionState:
        answer = await self._rest.call("POST", f"/api/auth/sessions/{self.token}/cancel/")
        return cast(SessionState, answer)

    async def _over_socket(
        self, frames: FrameQueue, tell: OnProgress, binary: bool
    ) -> ServerMessage:
        tls = self._rest.tls if self.websocket_url.startswith("wss:") else None
        line = Line(
            url=self.websocket_url, tls=tls, binary=binary, heard=lambda m: self._tell(m, tell)
        )
        broken = 0
        while True:
            conversation = Conversation(line, frames)
            try:
                return await conversation.finish()
            except (ConnectionLost, SessionEnded) as e:
                broken = 1 if conversation.established else broken + 1
                held = e.close_code == HELD_BY_ANOTHER_SOCKET and broken > 1
                if not (isinstance(e, ConnectionLost) or held) or broken > MOST_RETRIES:
                    raise
            tell(Progress("reconnecting", "The connection was lost. Connecting again…"))
            await asyncio.sleep(min(FIRST_PAUSE_SECONDS * 2**broken, LONGEST_PAUSE_SECONDS))

    async def _over_rest(self, frames: FrameQueue, tell: OnProgress) -> ServerMessage:
        clock = asyncio.get_running_loop().time
        while (frame := await frames.next()) is not None:
            due = clock() + FRAME_SECONDS
            try:
                message = await self._post(frame)
            except RequestRefused as e:
                if e.code != "RATE_LIMITED":
                    raise
                due = clock() + FRAME_SECONDS
                tell(Progress("refused", self._sentence))
            else:
                if message.get("type") in FINAL:
                    return message
                self._tell(message, tell)
            await asyncio.sleep(max(0.0, due - clock()))
        raise FramesEnded("The frames ended before the session did.", code="FRAMES_ENDED")

    async def _post(self, frame: Taken) -> ServerMessage:
        body = {
            "session_token": self.token,
            "image": frame.base64(),
            "frame_number": frame.seq,
            "timestamp": frame.millis,
        }
        # 409 with a type is the protocol's answer for a duplicate face, not a refusal of the call
        answer = await self._rest.call(
            "POST", "/api/auth/process-image/", body, also_fine=lambda body: "type" in body
        )
        return cast(ServerMessage, answer)

    def _tell(self, message: ServerMessage, tell: OnProgress) -> None:
        match message.get("type"):
            case "connection_established":
                self.kind = message.get("session_type", self.kind)
                kind: Kind = "connected"
                text = message.get("message", "")
            case "frame_processed":
                kind, text = "frame", message.get("message", "")
            case "error" if message.get("code") == LEFT_OUT:
                kind, text = "refused", self._sentence
            case "frame_rejected" | "error":
                kind, text = "refused", message.get("message") or message.get("error", "")
            case _:
                return
        self._sentence = text
        tell(Progress(kind, text, message))

    def _outcome(self, message: ServerMessage) -> Outcome:
        text = message.get("message", "")
        kind = message.get("type")
        success = kind == "enrollment_complete" or (
            kind == "authentication_complete" and message.get("authenticated") is True
        )
        if not success:
            return Outcome(
                success=False, text=text, reason=message.get("reason"), message=message
            )
        rest = self._rest
        sealed = message.get("encrypted_data")
        demanded = rest.secret is not None or rest.strict
        if sealed is None and demanded:
            raise SealBroken("The result is not sealed.", code="SEAL_MISSING")
        readable = (
            rest.api_key is not None
            and sealed is not None
            and sealed.get("key") == "api_key"
            and "encrypted_payload" in sealed
        )
        if sealed is None or not (demanded or readable):
            return Outcome(
                success=True,
                text=text,
                user_id=message.get("user_id"),
                user_client_id=message.get("user_client_id"),
                confidence=message.get("confidence"),
                message=message,
            )
        unsealed = open_seal(
            sealed,
            SealKeys(
                session_token=self.token,
                session_type=self.kind,
                api_key=rest.api_key,
                secret=rest.secret,
                strict=rest.strict,
            ),
        )
        return Outcome(
            success=True,
            text=text,
            user_id=unsealed.opened["id"],
            user_client_id=unsealed.opened.get("user_client_id"),
            confidence=unsealed.opened.get("confidence"),
            opened=unsealed.opened,
            verified=unsealed.verified,
            message=message,
        )


def _nothing(_: Progress) -> None:
    """Nobody wants to know."""
