"""Cameras and videos, with an OpenCV of a few lines."""

import asyncio
import sys
import time
from types import ModuleType
from typing import Any

import pytest

from facedesk_client import Frame, SourceUnavailable, camera, video


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

    assert len(frames) == 20
    assert frames[1] == Frame(b".jpg 3 960x540", 100)
    assert [later.millis for later in frames[:3]] == [0, 100, 200]


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
        list(video("notes.txt"))
    with pytest.raises(SourceUnavailable, match="no camera 7"):
        asyncio.run(anext(camera(7)))  # type: ignore[arg-type]


def test_without_opencv_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)

    with pytest.raises(SourceUnavailable, match=r"facedesk-client\[camera\]"):
        list(video("clip.mp4"))
