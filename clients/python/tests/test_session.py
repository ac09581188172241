"""How the client behaves towards a station that does what tests want."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine, Iterator
from itertools import pairwise
from typing import Any

import pytest
from fakestation import GREETING, PROCESSED, RECOGNISED, finish, rest, say, sockets
from websockets.asyncio.server import ServerConnection

from facedesk_client import (
    ConnectionLost,
    Frame,
    FramesEnded,
    Outcome,
    Progress,
    RequestRefused,
    SealBroken,
    SessionEnded,
    Station,
)


def pictures() -> Iterator[bytes]:
    while True:
        yield b"\xff\xd8\xff"


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 20))


async def outcome(url: str, frames: Any = None, **options: Any) -> Outcome:
    async with Station(url) as station:
        return await station.join("sess_test").run(frames or pictures(), **options)


def test_frames_go_out_at_ten_a_second_each_with_its_time_and_number() -> None:
    seen: list[dict[str, Any]] = []

    async def play(socket: ServerConnection, nth: int) -> None:
        await say(socket, GREETING)
        for _ in range(5):
            seen.append(json.loads(await socket.recv()))
            await say(socket, PROCESSED)
        await socket.recv()
        await finish(socket, RECOGNISED)

    async def test() -> None:
        told: list[Progress] = []
        async with sockets(play) as url:
            done = await outcome(url, on_progress=told.append)
        assert done.success
        assert done.user_id == "ada"
        assert not done.verified
        assert [frame["seq"] for frame in seen] == [0, 1, 2, 3, 4]
        assert seen[0]["image"] == "/9j/"
        times = [frame["ts"] for frame in seen]  # by the sender's clock: arrival jitters
        assert all(later - before >= 99 for before, later in pairwise(times))
        assert [progress.text for progress in told[:2]] == ["Connected.", "Blink."]

    run(test())


def test_a_slow_station_is_never_more_than_two_frames_behind() -> None:
    taken = answered = most = 0

    async def source() -> AsyncIterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"x"

    async def play(socket: ServerConnection, nth: int) -> None:
        nonlocal answered, most
        await say(socket, GREETING)
        for _ in range(4):
            await socket.recv()
            await asyncio.sleep(0.3)
            most = max(most, taken - answered)
            answered += 1
            await say(socket, PROCESSED)
        await finish(socket, RECOGNISED)

    async def test() -> None:
        async with sockets(play) as url:
            await outcome(url, source())
        assert most <= 2

    run(test())


def test_after_a_break_the_same_token_connects_again_and_the_source_goes_on() -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        if nth == 2:  # the old socket is still taken for alive
            held = {"type": "error", "error": "In use elsewhere.", "code": 400}
            await finish(socket, held, 4400)
            return
        await say(socket, GREETING)
        await socket.recv()
        if nth == 1:
            socket.transport.abort()
        else:
            seq = json.loads(await socket.recv())["seq"]
            await finish(socket, RECOGNISED | {"frames_processed": seq})

    async def test() -> None:
        told: list[Progress] = []
        async with sockets(play) as url:
            done = await outcome(url, on_progress=told.append)
        assert done.message["frames_processed"] == 2
        kinds = [progress.kind for progress in told]
        assert kinds.count("connected") == 2
        assert kinds.count("reconnecting") == 2

    run(test())


def test_what_the_station_says_before_it_closes_is_the_error() -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        problem = {
            "type": "error",
            "error": "There is no such session.",
            "code": 404,
            "reason": "SESSION_NOT_FOUND",
            "correlation_id": "abc123",
        }
        await finish(socket, problem, 4404)

    async def test() -> None:
        async with sockets(play) as url:
            with pytest.raises(SessionEnded, match="no such session") as ended:
                await outcome(url)
        error = ended.value
        assert (error.code, error.status, error.close_code, error.correlation_id) == (
            "SESSION_NOT_FOUND",
            404,
            4404,
            "abc123",
        )

    run(test())


def test_a_frame_that_came_too_fast_is_not_the_end_and_a_duplicate_face_is_an_outcome() -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        await say(socket, GREETING)
        await socket.recv()
        await say(socket, {"type": "error", "error": "Too fast.", "code": 429})
        await socket.recv()
        failed = {"type": "enrollment_failed", "success": False, "reason": "duplicate_face"}
        await finish(socket, failed, 4001)

    texts: list[str] = []

    async def test() -> None:
        async with sockets(play) as url:
            done = await outcome(url, on_progress=lambda p: texts.append(p.text))
        assert not done.success
        assert done.reason == "duplicate_face"
        assert texts == [GREETING["message"]] * 2  # the sentence for the person stays

    run(test())


def test_frames_that_end_before_the_session_leave_it_open() -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        await say(socket, GREETING)
        async for _ in socket:
            await say(socket, PROCESSED)

    async def test() -> None:
        async with sockets(play) as url:
            with pytest.raises(FramesEnded):
                await outcome(url, [b"a", Frame(b"b", 100)])

    run(test())


def test_a_source_that_fails_is_what_the_caller_hears_of() -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        await say(socket, GREETING)
        await socket.recv()

    def source() -> Iterator[bytes]:
        raise OSError("the lens fell off")
        yield b""

    async def test() -> None:
        async with sockets(play) as url:
            with pytest.raises(OSError, match="the lens fell off"):
                await outcome(url, source())

    run(test())


def test_binary_frames_are_the_bytes_themselves() -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        await say(socket, GREETING)
        frame = await socket.recv()
        assert isinstance(frame, bytes)
        await finish(socket, RECOGNISED | {"user_id": frame.hex()})

    async def test() -> None:
        async with sockets(play) as url:
            assert (await outcome(url, binary=True)).user_id == "ffd8ff"

    run(test())


def test_a_person_of_another_client_is_not_taken_for_one_of_your_own_with_the_same_id() -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        await say(socket, GREETING)
        await socket.recv()
        await finish(socket, RECOGNISED | {"user_client_id": "gate"})

    async def test() -> None:
        async with sockets(play) as url:
            found = await outcome(url)
            assert (found.user_id, found.user_client_id) == ("ada", "gate")

    run(test())


@pytest.mark.parametrize("sealed", [None, {"key": "api_key", "v2": "e30..AAAA.AAAA.AAAA"}])
def test_a_result_that_is_not_sealed_for_this_session_is_not_believed(sealed: Any) -> None:
    async def play(socket: ServerConnection, nth: int) -> None:
        await say(socket, GREETING)
        await socket.recv()
        await finish(socket, RECOGNISED | ({"encrypted_data": sealed} if sealed else {}))

    async def test() -> None:
        async with sockets(play) as url, Station(url, secret="mine") as station:
            with pytest.raises(SealBroken):
                await station.join("sess_test").run(pictures())

    run(test())


def test_the_same_over_rest_where_a_duplicate_face_comes_with_409() -> None:
    calls: list[dict[str, Any]] = []

    def answer(path: str, body: dict[str, Any], who: str | None) -> tuple[int, dict[str, Any]]:
        assert who == "Bearer fd_key"
        if path == "/api/auth/enrollment/":
            return 201, {
                "session_token": "sess_test",
                "websocket_url": "wss://desk.example/ws/auth/process-image/sess_test/",
                "expires_at": "2026-11-22T12:00:00Z",
            }
        calls.append(body)
        if len(calls) == 1:
            return 429, {"error": "Too fast.", "code": "RATE_LIMITED"}
        if len(calls) == 2:
            return 200, PROCESSED
        return 409, {"type": "enrollment_failed", "success": False, "reason": "duplicate_face"}

    async def test() -> None:
        with rest(answer) as url:
            async with Station(url, api_key="fd_key") as station:
                session = await station.start_enrollment("ada")
                done = await session.run(pictures(), transport="rest")
        assert done.reason == "duplicate_face"
        assert session.page_url == "https://desk.example/#session=sess_test"
        assert [call["frame_number"] for call in calls] == [0, 1, 2]

    run(test())


def test_a_refused_call_carries_status_code_and_correlation_id() -> None:
    def answer(path: str, body: dict[str, Any], who: str | None) -> tuple[int, dict[str, Any]]:
        return 409, {"error": "Not enrolled.", "code": "NOT_ENROLLED", "correlation_id": "abc123"}

    async def test() -> None:
        with rest(answer) as url:
            async with Station(url) as station:
                with pytest.raises(RequestRefused, match="Not enrolled") as refused:
                    await station.start_authentication("ada")
        error = refused.value
        assert (error.status, error.code, error.correlation_id) == (409, "NOT_ENROLLED", "abc123")

    run(test())


def test_a_station_that_is_not_there_is_a_lost_connection() -> None:
    async def test() -> None:
        async with Station("http://127.0.0.1:9") as station:
            with pytest.raises(ConnectionLost):
                await station.health()

    run(test())
