"""What can go wrong, by where it did. A refusal to recognise somebody is no error but an answer."""


class FacedeskError(Exception):
    """Anything that went wrong; the subclass says where.

    `code` is the station's word for it, for example ``RATE_LIMITED``, or the client's own where the
    station was not heard. Quote `correlation_id` when you report a problem: it stands in the
    station's log.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = "UNKNOWN",
        status: int | None = None,
        close_code: int | None = None,
        correlation_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.status = status
        self.close_code = close_code
        self.correlation_id = correlation_id


class RequestRefused(FacedeskError):
    """The station refused a REST call."""


class SessionEnded(FacedeskError):
    """The station ended the session without a result: expired, cancelled, unknown, over its limits."""


class ConnectionLost(FacedeskError):
    """The connection broke and could not be made again."""


class FramesEnded(FacedeskError):
    """The source has no more frames and the session has no result yet. The same token may go on."""


class SealBroken(FacedeskError):
    """A sealed result does not open, was changed, or belongs to another session. Do not act on it."""


class SourceUnavailable(FacedeskError):
    """The camera, the video or the pictures cannot be read."""
