"""The protocol's shapes as they stand on the wire (docs/protocol.md); ignore what you do not know."""

from typing import Any, Literal, NotRequired, TypedDict

SessionKind = Literal["enrollment", "verification", "identification"]


class Sealed(TypedDict):
    """``encrypted_data`` of a completed session. In strict mode there is no payload and no mac."""

    encrypted_payload: NotRequired[str]
    encryption_method: str
    key: Literal["api_key", "secret_key", "double"]
    mac: NotRequired[str]
    v2: NotRequired[str]
    instructions: NotRequired[str]


class Opened(TypedDict):
    """The plain text of a seal. ``id`` is the person, by your own ``user_id``."""

    id: str
    timestamp: str
    session_type: SessionKind
    session_token: str
    confidence: NotRequired[float]
    user_id: NotRequired[str]
    user_client_id: NotRequired[str]
    enrollment_id: NotRequired[str]


class ServerMessage(TypedDict, total=False):
    """Any message of the station; ``type`` says which, docs/protocol.md what it then holds."""

    type: str
    success: bool
    message: str
    error: str
    code: int
    reason: str
    correlation_id: str
    seq: int
    session_token: str
    session_type: SessionKind
    status: str
    timeout: float | bool
    elapsed_time: float
    frames_processed: int
    samples_collected: int
    target_samples: int
    min_frames_required: int
    is_live: bool
    liveness_verified: bool
    liveness_score: float
    blink_count: int
    blinks_detected: int
    blinks_required: int
    blinks_ok: bool
    motion_score: float
    motion_events: int
    motion_required: int
    motion_ok: bool
    motion_verified: bool
    no_obstacles: bool
    obstacles: list[str]
    obstacles_assessed: bool
    obstacles_not_assessed: list[str]
    obstacle_confidence: float
    frame_accepted: bool
    quality_score: float
    quality_threshold: float
    visual_data: dict[str, Any]
    challenge: dict[str, Any]
    enrollment_id: str
    error_code: str
    similarity_with_old_photo: float | None
    authenticated: bool
    user_id: str
    user_client_id: str
    confidence: float
    encrypted_data: Sealed


class SessionState(TypedDict):
    """Answer of the session calls."""

    session_id: str
    session_type: SessionKind
    status: Literal[
        "active", "processing", "disconnected", "completed", "failed", "cancelled", "expired"
    ]
    enrollment_id: NotRequired[str]
    user_id: NotRequired[str]
    user_client_id: NotRequired[str]
    frames_processed: int
    samples_collected: int
    blinks_detected: int
    motion_events: int
    liveness_verified: bool
    created_at: str
    expires_at: str
    ended_at: NotRequired[str]
    reason: NotRequired[str]
    message: NotRequired[str]


FINAL = frozenset(
    {
        "enrollment_complete",
        "enrollment_failed",
        "authentication_complete",
        "authentication_timeout",
    }
)
