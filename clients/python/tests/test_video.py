"""Cameras with an OpenCV of a few lines, videos with the real one; as a library and as a command."""

import asyncio
import base64
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import cv2
import numpy as np
import pytest
from fakestation import GREETING, PROCESSED, RECOGNISED, finish, say, station
from websockets.asyncio.server import ServerConnection

from facedesk_client import Frame, SourceUnavailable, camera, video
from facedesk_client.cli import main

Seen: TypeAlias = list[dict[str, Any]]
Command: TypeAlias = Callable[..., tuple[int, Seen, list[str]]]

CLIP_FRAMES_PER_SECOND = 25


class Picture:
    """Knows its number, as a stand-in for an array of pixels."""

    def __init__(self, number: int, width: int, height: int) -> None:
        self.number = number
        self.shape = (height, width, 3)


class FakeCapture:
    """Gives 60 numbered pictures at 30 a second; a device as fast as a camera, a file at once."""

    opened = True

    def __init__(self, source: str | int) -> None:
        self._live = isinstance(source, int)
        self._given = 0

    def isOpened(self) -> bool:
        return self.opened

    def get(self, _: int) -> float:
        return 30.0

    def read(self) -> tuple[bool, Picture | None]:
        if self._live:
            time.sleep(1 / 30)
        if self._given == 60:
            return False, None
        self._given += 1
        return True, Picture(self._given - 1, 1920, 1080)

    def release(self) -> None:
        """Nothing is held."""


@pytest.fixture
def opencv(monkeypatch: pytest.MonkeyPatch) -> type[FakeCapture]:
    class Capture(FakeCapture):
        """Of one test."""

    def resize(picture: Picture, size: tuple[int, int], interpolation: int) -> Picture:
        return Picture(picture.number, *size)

    def imencode(kind: str, picture: Picture, options: list[int]) -> tuple[bool, bytes]:
        height, width, _ = picture.shape
        return True, f"{kind} {picture.number} {width}x{height}".encode()

    fake: Any = ModuleType("cv2")
    fake.VideoCapture = Capture
    fake.resize = resize
    fake.imencode = imencode
    fake.CAP_PROP_FPS, fake.INTER_AREA, fake.IMWRITE_JPEG_QUALITY = 5, 3, 1
    monkeypatch.setitem(sys.modules, "cv2", fake)
    return Capture


def test_a_video_is_thinned_to_ten_pictures_a_second_with_their_times(
    opencv: type[FakeCapture],
) -> None:
    frames = list(video("clip.mp4"))

    assert frames[1] == Frame(b".jpg 3 960x540", 100)
    assert [frame.millis for frame in frames] == list(range(0, 2000, 100))


def test_a_camera_gives_the_newest_picture_and_each_only_once(opencv: type[FakeCapture]) -> None:
    async def test() -> list[int]:
        seen = []
        async for frame in camera(0):
            seen.append(int(frame.image.split()[1]))
            if len(seen) == 4:
                break
            await asyncio.sleep(0.2)
        return seen

    seen = asyncio.run(test())

    assert sorted(set(seen)) == seen
    assert seen[-1] - seen[0] > 10


def test_a_camera_that_falls_silent_is_said(opencv: type[FakeCapture]) -> None:
    async def test() -> None:
        async for _ in camera(0):
            pass

    with pytest.raises(SourceUnavailable, match="no picture"):
        asyncio.run(test())


def test_what_cannot_be_opened_is_said(opencv: type[FakeCapture]) -> None:
    opencv.opened = False

    with pytest.raises(SourceUnavailable, match="cannot be read"):
        video("notes.txt")
    with pytest.raises(SourceUnavailable, match="no camera 7"):
        camera(7)


def test_without_opencv_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)

    with pytest.raises(SourceUnavailable, match=r"facedesk-client\[camera\]"):
        list(video("clip.mp4"))


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command line against a station that is content after some pictures.

    Gives its exit code, the frames and the calls that the station got.
    """
    monkeypatch.setenv("FACEDESK_API_KEY", "fd_key")
    monkeypatch.delenv("FACEDESK_API_SECRET", raising=False)

    def run(*arguments: str, pictures: int = 1) -> tuple[int, Seen, list[str]]:
        seen: Seen = []

        async def play(socket: ServerConnection, nth: int) -> None:
            await say(socket, GREETING)
            while len(seen) < pictures:
                seen.append(json.loads(await socket.recv()))
                await say(socket, PROCESSED)
            await finish(socket, RECOGNISED)

        async def test() -> tuple[int, Seen, list[str]]:
            async with station(play) as (url, calls):
                code = await asyncio.to_thread(main, [*arguments, "--url", url])
            return code, seen, calls

        return asyncio.run(asyncio.wait_for(test(), 20))

    return run


def clip(file: Path, pictures: int) -> Path:
    """A real video; each of its pictures is as bright as `number_in` can tell its number from."""
    size = 1280, 720
    codec = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(file), codec, CLIP_FRAMES_PER_SECOND, size)
    assert writer.isOpened()
    for number in range(pictures):
        writer.write(np.full((size[1], size[0], 3), 9 * number + 8, np.uint8))
    writer.release()
    return file


def number_in(frame: dict[str, Any]) -> int:
    data = np.frombuffer(base64.b64decode(frame["image"]), np.uint8)
    picture = cv2.imdecode(data, cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape == (540, 960, 3)
    return round((float(picture.mean()) - 8) / 9)


def test_the_command_sends_a_video_in_its_order_ten_pictures_for_each_second(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = clip(tmp_path / "clip.avi", CLIP_FRAMES_PER_SECOND)

    code, seen, calls = command("authenticate", "ada", "--video", str(file), pictures=10)

    assert code == 0
    assert capsys.readouterr().out.startswith("yes: ada, confidence 0.90")
    assert calls == ["/api/auth/authentication/"]
    assert [number_in(frame) for frame in seen] == [0, 3, 5, 8, 10, 13, 15, 18, 20, 23]
    assert [frame["ts"] for frame in seen] == [number_in(frame) * 40 for frame in seen]
    assert [frame["seq"] for frame in seen] == list(range(10))


def test_the_command_says_that_a_video_ended_too_soon(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = clip(tmp_path / "short.avi", 6)

    code, seen, _ = command("enroll", "ada", "--video", str(file), pictures=10)

    assert code == 1
    assert len(seen) == 3
    assert "The frames ended before the session did." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["notes.mp4", "nowhere.mp4"])
def test_what_is_no_video_is_said_before_a_session_begins(
    name: str, command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.mp4").write_text("Buy milk.\n")

    code, _, calls = command("enroll", "ada", "--video", str(tmp_path / name))

    assert code == 3
    assert f"{name} cannot be read as a video. [VIDEO_UNREADABLE]" in capsys.readouterr().err
    assert calls == []


def test_the_command_sends_what_the_camera_sees_now(
    command: Command, opencv: type[FakeCapture], capsys: pytest.CaptureFixture[str]
) -> None:
    code, seen, _ = command("authenticate", "--camera", "0", "--json", pictures=5)

    assert code == 0
    assert json.loads(capsys.readouterr().out)["user_id"] == "ada"
    numbers = [int(base64.b64decode(frame["image"]).split()[1]) for frame in seen]
    assert sorted(set(numbers)) == numbers
    assert numbers[-1] - numbers[0] >= 6  # a camera that waits for its reader would be at 4


def test_a_camera_that_is_not_there_is_said_before_a_session_begins(
    command: Command, opencv: type[FakeCapture], capsys: pytest.CaptureFixture[str]
) -> None:
    opencv.opened = False

    code, _, calls = command("enroll", "ada", "--camera")

    assert code == 3
    assert "There is no camera 0. [CAMERA_ABSENT]" in capsys.readouterr().err
    assert calls == []
