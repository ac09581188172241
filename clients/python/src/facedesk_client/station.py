"""A station, seen by one API client."""

import ssl
from datetime import datetime
from types import TracebackType
from typing import Any, Literal, Self

from .frames import Frames
from .messages import SessionKind
from .rest import Rest
from .session import OnProgress, Outcome, Session, SessionFacts

SessionType = Literal["webcam", "mobile", "api"]


class Station:
    """Use it as ``async with Station(url, api_key=…, secret=…) as station:``.

    Without an API key it is good for `join` alone. `secret` opens and verifies sealed results;
    `strict` accepts those sealed as ``v2`` alone. `tls` is for a station with a certificate of its
    own: ``ssl.create_default_context(cafile=…)``; never switch verification off.
    """

    def __init__(
        self,
        url: str,
        *,
        api_key: str | None = None,
        secret: str | None = None,
        strict: bool = False,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._rest = Rest(url, api_key=api_key, secret=secret, strict=strict, tls=tls)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._rest.close()

    async def sign_in(self) -> None:
        """Changes key and secret for an hour's access token, which later calls then carry."""
        await self._rest.sign_in()

    async def health(self) -> dict[str, Any]:
        """Whether the station can work now: ``{status, checks}``."""
        return await self._rest.call("GET", "/health/", also_fine=lambda body: "checks" in body)

    async def start_enrollment(
        self,
        user_id: str,
        *,
        session_type: SessionType = "api",
        metadata: dict[str, Any] | None = None,
    ) -> Session:
        """
        :param user_id: the person, by your own id: 1 to 100 characters
        :param metadata: wishes; they can only be stricter than the station's policy
        :raises RequestRefused:
        """
        body = _without_none(user_id=user_id, session_type=session_type, metadata=metadata)
        answer = await self._rest.call("POST", "/api/auth/enrollment/", body)
        return self._session(answer, "enrollment")

    async def start_authentication(
        self,
        user_id: str | None = None,
        *,
        session_type: SessionType = "api",
        require_liveness: bool | None = None,
        metadata: dict[str, Any] | None = None,
    ) -> Session:
        """
        :param user_id: who it should be; without one the station finds out who it is
        :raises RequestRefused: ``USER_NOT_FOUND``, ``NOT_ENROLLED``, …
        """
        body = _without_none(
            user_id=user_id,
            session_type=session_type,
            require_liveness=require_liveness,
            metadata=metadata,
        )
        answer = await self._rest.call("POST", "/api/auth/authentication/", body)
        return self._session(answer, answer["session_type"])

    def join(self, token: str) -> Session:
        """A session somebody else created, or one that was interrupted. Needs no API key."""
        return Session(self._rest, SessionFacts(token=token))

    async def enroll(
        self,
        user_id: str,
        frames: Frames,
        *,
        metadata: dict[str, Any] | None = None,
        on_progress: OnProgress | None = None,
        transport: Literal["socket", "rest"] = "socket",
    ) -> Outcome:
        """Creates a session and runs it to its end; see `Session.run`."""
        session = await self.start_enrollment(user_id, metadata=metadata)
        return await session.run(frames, on_progress=on_progress, transport=transport)

    async def authenticate(
        self,
        frames: Frames,
        user_id: str | None = None,
        *,
        metadata: dict[str, Any] | None = None,
        on_progress: OnProgress | None = None,
        transport: Literal["socket", "rest"] = "socket",
    ) -> Outcome:
        """Creates a session and runs it to its end; see `Session.run`.

        Somebody else than expected, and somebody unknown, is an outcome without success.
        """
        session = await self.start_authentication(user_id, metadata=metadata)
        return await session.run(frames, on_progress=on_progress, transport=transport)

    def _session(self, answer: dict[str, Any], kind: SessionKind) -> Session:
        facts = SessionFacts(
            token=answer["session_token"],
            kind=kind,
            websocket_url=answer["websocket_url"],
            expires_at=datetime.fromisoformat(answer["expires_at"]),
            enrollment_id=answer.get("enrollment_id"),
            note=answer.get("message", ""),
        )
        return Session(self._rest, facts)


def _without_none(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
