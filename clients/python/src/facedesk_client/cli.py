"""The command line: ``facedesk-client enroll|authenticate|link``."""

import argparse
import asyncio
import json
import os
import ssl
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .errors import FacedeskError, FramesEnded
from .frames import Frames, images
from .session import Outcome, Progress, Session
from .station import Station
from .video import camera, video

DONE, REFUSED, USAGE, FAILED = 0, 1, 2, 3

DESCRIPTION = "Enrolls and recognises people at a Facedesk station."
EPILOG = """\
FACEDESK_URL, FACEDESK_API_KEY and FACEDESK_API_SECRET say where and who; or --url, and --credentials
with the file that "./station client create NAME --json" printed. Keys are never taken from the command
line, where others could see them. Exit codes: 0 done, 1 not enrolled or not recognised, 2 wrong usage,
3 it could not be done.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return asyncio.run(_run(options))
    except FacedeskError as e:
        hint = f" (correlation id {e.correlation_id})" if e.correlation_id else ""
        print(f"facedesk-client: {e} [{e.code}]{hint}", file=sys.stderr)
        if e.code == "USAGE":
            return USAGE
        return REFUSED if isinstance(e, FramesEnded) else FAILED
    except (OSError, ValueError, KeyError) as e:
        print(f"facedesk-client: {e}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="facedesk-client",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--url", help="the station (default: FACEDESK_URL)")
    common.add_argument("--credentials", type=Path, metavar="FILE", help="JSON with key and secret")
    common.add_argument("--ca", type=Path, metavar="FILE", help="certificate to trust, PEM")
    common.add_argument("--strict", action="store_true", help="accept results sealed as v2 alone")
    common.add_argument("--json", action="store_true", help="print the outcome as JSON")
    source = argparse.ArgumentParser(add_help=False)
    one = source.add_mutually_exclusive_group(required=True)
    one.add_argument("--camera", type=int, nargs="?", const=0, metavar="N", help="a camera")
    one.add_argument("--video", type=Path, metavar="FILE", help="a video file")
    one.add_argument("--images", type=Path, metavar="FOLDER", help="pictures, ten a second")
    source.add_argument("--rest", action="store_true", help="send pictures over REST")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    enroll = commands.add_parser("enroll", parents=[common, source], help="enroll a person")
    enroll.add_argument("user", metavar="USER", help="the person, by your own id")
    enroll.add_argument("--samples", type=int, metavar="N", help="how many pictures to keep")
    who = commands.add_parser("authenticate", parents=[common, source], help="recognise a person")
    who.add_argument("user", metavar="USER", nargs="?", help="who it should be; else find out")
    link = commands.add_parser("link", parents=[common], help="print a link to the station's page")
    link.add_argument("what", choices=["enroll", "authenticate"])
    link.add_argument("user", metavar="USER", nargs="?")
    return parser


async def _run(options: argparse.Namespace) -> int:
    async with _station(options) as station:
        if options.command == "link":
            session = await _created(station, options.what, options)
            print(session.page_url)
            return DONE
        frames = _frames(options)
        session = await _created(station, options.command, options)
        outcome = await session.run(
            frames, on_progress=_Narrator(), transport="rest" if options.rest else "socket"
        )
        print(json.dumps(_plain(outcome), ensure_ascii=False) if options.json else _words(outcome))
        return DONE if outcome.success else REFUSED


def _station(options: argparse.Namespace) -> Station:
    environment = os.environ
    given: dict[str, Any] = {}
    if options.credentials:
        given = json.loads(options.credentials.read_text(encoding="utf-8"))
    url = options.url or environment.get("FACEDESK_URL")
    api_key = given.get("api_key") or environment.get("FACEDESK_API_KEY")
    if not url or not api_key:
        raise FacedeskError("Say where the station is and who you are; see --help.", code="USAGE")
    return Station(
        url,
        api_key=api_key,
        secret=given.get("api_secret") or environment.get("FACEDESK_API_SECRET"),
        strict=options.strict,
        tls=ssl.create_default_context(cafile=str(options.ca)) if options.ca else None,
    )


async def _created(station: Station, what: str, options: argparse.Namespace) -> Session:
    if what == "authenticate":
        return await station.start_authentication(options.user)
    if not options.user:
        raise FacedeskError("Say whom to enroll.", code="USAGE")
    samples = getattr(options, "samples", None)
    wishes = {"target_samples": samples} if samples else None
    return await station.start_enrollment(options.user, metadata=wishes)


def _frames(options: argparse.Namespace) -> Frames:
    if options.images:
        return images(options.images)
    if options.video:
        return video(options.video)
    return camera(options.camera)


class _Narrator:
    """Says on the terminal what the station says, each sentence once in a row."""

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, progress: Progress) -> None:
        throttled = progress.kind == "refused" and (progress.message or {}).get("code") == 429
        if progress.text != self._last and not throttled:
            self._last = progress.text
            print(progress.text, file=sys.stderr)


def _words(outcome: Outcome) -> str:
    if not outcome.success:
        return f"no: {outcome.text} [{outcome.reason}]"
    person = outcome.user_id or "(sealed; give the secret to read it)"
    if outcome.user_client_id is not None:
        person += f" of client {outcome.user_client_id}"
    sure = "" if outcome.confidence is None else f", confidence {outcome.confidence:.2f}"
    return f"yes: {person}{sure}, {'seal verified' if outcome.verified else 'seal not verified'}"


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {
        "success": outcome.success,
        "reason": outcome.reason,
        "user_id": outcome.user_id,
        "user_client_id": outcome.user_client_id,
        "confidence": outcome.confidence,
        "verified": outcome.verified,
        "message": outcome.text,
    }


if __name__ == "__main__":
    sys.exit(main())
