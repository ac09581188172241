"""Cameras and video files, by OpenCV: the extra ``camera`` (``pip install facedesk-client[camera]``)."""

import asyncio
import importlib
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from .errors import SourceUnavailable
from .frames import FRAME_SECONDS, Frame

JPEG_QUALITY = 90
LONGEST_SIDE = 960
"""Of the pictures that are sent: enough for any quality mark, far below the station's limits."""

FRESH_SECONDS = 5.0
FRAME_MILLIS = round(FRAME_SECONDS * 1000)


def video(file: Path | str) -> Iterator[Frame]:
    """A video file as a recording, thinned to ten pictures a second.

    :raises SourceUnavailable: at once, before anybody is asked to wait for pictures
    """
    cv2 = _opencv()
    capture = cv2.VideoCapture(str(file))
    if not capture.isOpened():
        raise SourceUnavailable(f"{file} cannot be read as a video.", code="VIDEO_UNREADABLE")
    return _thinned(cv2, capture)


def camera(index: int = 0) -> AsyncIterator[Frame]:
    """A camera; gives the newest picture whenever it is asked, each only once.

    :raises SourceUnavailable: at once if there is none
    """
    return _fresh(_Newest(index))


def _thinned(cv2: Any, capture: Any) -> Iterator[Frame]:
    """Counts in whole milliseconds: sums of tenths miss pictures that are due on the tenth."""
    try:
        rate = capture.get(cv2.CAP_PROP_FPS) or 1 / FRAME_SECONDS
        due = 0
        index = 0
        while True:
            found, picture = capture.read()
            if not found:
                return
            millis = round(index * 1000 / rate)
            index += 1
            if millis >= due:
                due += FRAME_MILLIS
                yield Frame(_jpeg(cv2, picture), millis)
    finally:
        capture.release()


async def _fresh(newest: "_Newest") -> AsyncIterator[Frame]:
    with newest:
        while True:
            yield Frame(await asyncio.to_thread(newest.jpeg))


class _Newest:
    """Reads as fast as the camera delivers and keeps the last picture: what waits grows old."""

    def __init__(self, index: int) -> None:
        self._cv2 = _opencv()
        self._capture = self._cv2.VideoCapture(index)
        self._picture: Any = None
        self._stopped = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._read, name="facedesk-camera", daemon=True)
        if not self._capture.isOpened():
            raise SourceUnavailable(f"There is no camera {index}.", code="CAMERA_ABSENT")

    def __enter__(self) -> "_Newest":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._stopped = True
        self._thread.join(FRESH_SECONDS)
        self._capture.release()

    def jpeg(self) -> bytes:
        with self._changed:
            fresh = self._changed.wait_for(
                lambda: self._picture is not None or self._stopped, FRESH_SECONDS
            )
            picture, self._picture = self._picture, None
        if not fresh or picture is None:
            raise SourceUnavailable("The camera gives no picture.", code="CAMERA_SILENT")
        return _jpeg(self._cv2, picture)

    def _read(self) -> None:
        while not self._stopped:
            found, picture = self._capture.read()
            with self._changed:
                self._stopped = self._stopped or not found
                self._picture = picture if found else self._picture
                self._changed.notify_all()


def _jpeg(cv2: Any, picture: Any) -> bytes:
    height, width = picture.shape[:2]
    scale = LONGEST_SIDE / max(height, width)
    if scale < 1:
        size = (round(width * scale), round(height * scale))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    _, encoded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return bytes(encoded)


def _opencv() -> Any:
    try:
        return importlib.import_module("cv2")
    except ModuleNotFoundError as e:
        raise SourceUnavailable(
            "Cameras and videos need OpenCV: pip install 'facedesk-client[camera]'.",
            code="OPENCV_MISSING",
        ) from e
