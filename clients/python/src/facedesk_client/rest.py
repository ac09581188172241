"""Calls of the station's REST interface."""

import ssl
from collections.abc import Callable
from typing import Any

import httpx

from .errors import ConnectionLost, RequestRefused

TIMEOUT_SECONDS = 30


def _never(_: dict[str, Any]) -> bool:
    return False


class Rest:
    """One connection pool, one set of credentials."""

    def __init__(
        self,
        url: str,
        *,
        api_key: str | None,
        secret: str | None,
        strict: bool,
        tls: ssl.SSLContext | None,
    ) -> None:
        self.url = url.rstrip("/")
        self.api_key = api_key
        self.secret = secret
        self.strict = strict
        self.tls = tls
        self._access_token: str | None = None
        self._http = httpx.AsyncClient(timeout=TIMEOUT_SECONDS, verify=tls if tls else True)

    async def close(self) -> None:
        await self._http.aclose()

    async def sign_in(self) -> None:
        body = {"api_key": self.api_key, "api_secret": self.secret}
        answer = await self.call("POST", "/api/core/auth/client/", body)
        self._access_token = str(answer["access_token"])

    async def call(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None = None,
        *,
        also_fine: Callable[[dict[str, Any]], bool] = _never,
    ) -> dict[str, Any]:
        """The answer's JSON.

        :param also_fine: whether the body of an error status is an answer all the same
        :raises RequestRefused:
        :raises ConnectionLost:
        """
        credential = self._access_token or self.api_key
        headers = {"Authorization": f"Bearer {credential}"} if credential else {}
        try:
            response = await self._http.request(method, self.url + path, json=body, headers=headers)
        except httpx.TransportError as e:
            raise ConnectionLost("The station cannot be reached.", code="UNREACHABLE") from e
        answer = _json(response)
        if response.status_code >= 400 and not also_fine(answer):
            raise RequestRefused(
                str(answer.get("error", f"The station answered {response.status_code}.")),
                code=str(answer.get("code", "REFUSED")),
                status=response.status_code,
                correlation_id=answer.get("correlation_id"),
            )
        return answer


def _json(response: httpx.Response) -> dict[str, Any]:
    """What a proxy before the station answers need not be JSON."""
    try:
        answer = response.json()
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
