"""The command line, as far as it needs no station."""

from pathlib import Path

import pytest

from facedesk_client import SourceUnavailable, images
from facedesk_client.cli import main


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FACEDESK_URL", "FACEDESK_API_KEY", "FACEDESK_API_SECRET"):
        monkeypatch.delenv(name, raising=False)


def test_a_source_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["enroll", "ada"])
    assert ended.value.code == 2
    assert "--camera --video --images" in capsys.readouterr().err


def test_it_says_that_it_does_not_know_where_and_who(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["enroll", "ada", "--images", "nowhere"]) == 2
    assert "Say where the station is and who you are" in capsys.readouterr().err


def test_a_station_that_cannot_be_reached_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "0001.jpg").write_bytes(b"\xff\xd8\xff")
    monkeypatch.setenv("FACEDESK_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("FACEDESK_API_KEY", "fd_key")
    assert main(["authenticate", "--images", str(tmp_path)]) == 3
    assert "cannot be reached" in capsys.readouterr().err


def test_pictures_come_in_the_order_of_their_names_with_their_times(tmp_path: Path) -> None:
    for name in ("0002.jpg", "0001.JPG", "0003.png", "notes.txt"):
        (tmp_path / name).write_bytes(name.encode())

    frames = list(images(tmp_path))

    assert [frame.image for frame in frames] == [b"0001.JPG", b"0002.jpg", b"0003.png"]
    assert [frame.millis for frame in frames] == [0, 100, 200]


def test_a_folder_without_pictures_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailable):
        images(tmp_path)
