"""Pictures on their way to the station, from whatever source there is."""

import base64
import time
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from .errors import SourceUnavailable

FRAME_SECONDS = 0.1
"""Frames are sent no faster than this; the station refuses what comes sooner."""


@dataclass(frozen=True, repr=False)
class Frame:
    """A JPEG or PNG file, and the time it was taken at (milliseconds, any zero).

    Say the time for recordings, which need not be sent as fast as they were made; without one the
    time is when the frame is asked for.
    """

    image: bytes
    millis: int | None = None


Frames: TypeAlias = AsyncIterable[Frame | bytes] | Iterable[Frame | bytes]
"""Where frames come from; asked only when one can be sent at once. Give each picture only once."""


@dataclass(frozen=True, repr=False)
class Taken:
    """A frame that is to be sent now."""

    seq: int
    millis: int
    image: bytes

    def base64(self) -> str:
        return base64.b64encode(self.image).decode()


class FrameQueue:
    """Asks a source for one frame after another.

    It outlives the socket, so that a new one goes on where the last broke.
    """

    def __init__(self, source: Frames) -> None:
        self._frames = _asynchronous(source)
        self._seq = 0

    async def next(self) -> Taken | None:
        frame = await anext(self._frames, None)
        if frame is None:
            return None
        if isinstance(frame, bytes):
            frame = Frame(frame)
        now = int(time.monotonic() * 1000)
        taken = Taken(self._seq, now if frame.millis is None else frame.millis, frame.image)
        self._seq += 1
        return taken


def images(folder: Path | str, frames_per_second: float = 1 / FRAME_SECONDS) -> Iterable[Frame]:
    """The JPEG and PNG files of a folder in the order of their names, as a recording.

    :raises SourceUnavailable: if there are none
    """
    files = sorted(
        file
        for file in Path(folder).glob("*")
        if file.suffix.lower() in {".jpg", ".jpeg", ".png"} and file.is_file()
    )
    if not files:
        raise SourceUnavailable(f"There is no picture in {folder}.", code="NO_PICTURES")
    return (
        Frame(file.read_bytes(), round(i * 1000 / frames_per_second))
        for i, file in enumerate(files)
    )


async def _asynchronous(source: Frames) -> AsyncIterator[Frame | bytes]:
    if isinstance(source, AsyncIterable):
        async for frame in source:
            yield frame
    else:
        for frame in source:
            yield frame
