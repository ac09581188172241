"""Against a real station. The environment says where it is, and where the pictures are:
FACEDESK_URL, FACEDESK_API_KEY, FACEDESK_API_SECRET, and FACEDESK_FRAMES with folders of JPEG files,
ten a second: `enroll`, `again`, `once-more`, `rest` of one person, `other` of another.
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import cv2
import pytest

from facedesk_client import Progress, RequestRefused, SessionEnded, Station, images
from facedesk_client.cli import main

URL = os.environ.get("FACEDESK_URL", "")
FRAMES = Path(os.environ.get("FACEDESK_FRAMES", ""))

pytestmark = pytest.mark.skipif(
    not URL, reason="FACEDESK_URL names no station; ./station test starts one"
)


@asynccontextmanager
async def station() -> AsyncIterator[Station]:
    key, secret = os.environ["FACEDESK_API_KEY"], os.environ["FACEDESK_API_SECRET"]
    async with Station(URL, api_key=key, secret=secret) as known:
        yield known


def test_a_person_is_enrolled_verified_and_found_over_rest() -> None:
    async def test() -> None:
        told: list[Progress] = []
        async with station() as known:
            assert (await known.health())["status"] == "healthy"
            await known.sign_in()
            enrolled = await known.enroll("ada", images(FRAMES / "enroll"), on_progress=told.append)
            assert enrolled.success, enrolled.text
            assert enrolled.verified
            assert enrolled.user_id == "ada"
            assert told[0].kind == "connected"

            verified = await known.authenticate(images(FRAMES / "again"), "ada")
            assert verified.opened is not None
            assert verified.opened["session_type"] == "verification"
            assert (verified.confidence or 0) > 0.5

            found = await known.authenticate(images(FRAMES / "rest"), transport="rest")
            assert found.user_id == "ada"
            assert found.verified

    asyncio.run(test())


def test_a_session_is_run_by_whoever_has_its_token_and_the_creator_sees_how_it_ended() -> None:
    async def test() -> None:
        async with station() as known, Station(URL) as anyone:
            session = await known.start_authentication("ada")
            outcome = await anyone.join(session.token).run(images(FRAMES / "once-more"))
            assert outcome.success
            assert not outcome.verified
            assert (await session.status())["status"] == "completed"

    asyncio.run(test())


def test_what_is_over_or_never_was_is_said() -> None:
    async def test() -> None:
        async with station() as known:
            session = await known.start_authentication()
            assert (await session.cancel())["status"] == "cancelled"
            with pytest.raises(SessionEnded) as ended:
                await session.run(images(FRAMES / "again"))
            assert ended.value.close_code == 4400
            with pytest.raises(RequestRefused) as refused:
                await known.start_authentication("nobody")
            assert (refused.value.status, refused.value.code) == (404, "USER_NOT_FOUND")
        async with Station(URL, api_key="fd_wrong") as stranger:
            with pytest.raises(RequestRefused) as refused:
                await stranger.start_enrollment("ada")
            assert refused.value.status == 401

    asyncio.run(test())


def recorded(file: Path, pictures: Path) -> Path:
    """A folder's pictures as a video of ten a second. Losslessly: this is not about what a codec
    leaves of a face."""
    found = [cv2.imread(str(picture)) for picture in sorted(pictures.glob("*"))]
    read = [picture for picture in found if picture is not None]
    height, width = read[0].shape[:2]
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"HFYU"), 10, (width, height))
    assert writer.isOpened()
    for picture in read:
        writer.write(picture)
    writer.release()
    return file


def test_the_command_line_enrolls_from_a_video_and_recognises(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = {
        "api_key": os.environ["FACEDESK_API_KEY"],
        "api_secret": os.environ["FACEDESK_API_SECRET"],
    }
    credentials = tmp_path / "credentials.json"
    credentials.write_text(json.dumps(keys))
    who = ["--url", URL, "--credentials", str(credentials), "--json"]

    clip = recorded(tmp_path / "other.avi", FRAMES / "other")
    assert main(["enroll", "grace", *who, "--video", str(clip)]) == 0
    clip.unlink()  # tens of megabytes, which pytest would keep for three runs
    assert json.loads(capsys.readouterr().out)["user_id"] == "grace"
    assert main(["authenticate", "ada", *who, "--images", str(FRAMES / "other")]) == 1
    assert json.loads(capsys.readouterr().out)["reason"] == "no_match"
    assert main(["link", "authenticate", *who[:4]]) == 0
    assert f"{URL.rstrip('/')}/#session=sess_" in capsys.readouterr().out
