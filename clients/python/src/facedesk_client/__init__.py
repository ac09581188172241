"""Facedesk client: enroll and recognise people at a Facedesk station. The guide is README.md."""

from .errors import (
    ConnectionLost,
    FacedeskError,
    FramesEnded,
    RequestRefused,
    SealBroken,
    SessionEnded,
    SourceUnavailable,
)
from .frames import Frame, Frames, images
from .messages import Opened, Sealed, ServerMessage, SessionKind, SessionState
from .seal import SealKeys, Unsealed, open_payload, open_seal, open_v2
from .session import OnProgress, Outcome, Progress, Session
from .station import Station
from .video import camera, video

__all__ = [
    "ConnectionLost",
    "FacedeskError",
    "Frame",
    "Frames",
    "FramesEnded",
    "OnProgress",
    "Opened",
    "Outcome",
    "Progress",
    "RequestRefused",
    "SealBroken",
    "SealKeys",
    "Sealed",
    "ServerMessage",
    "Session",
    "SessionEnded",
    "SessionKind",
    "SessionState",
    "SourceUnavailable",
    "Station",
    "Unsealed",
    "camera",
    "images",
    "open_payload",
    "open_seal",
    "open_v2",
    "video",
]
