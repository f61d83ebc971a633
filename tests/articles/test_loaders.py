"""Reading files: encodings, and one clear message for each input that is no article."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles import UnreadableArticle, from_bytes, from_text, load, loaders

STORY = "Kraków floods\nThe mayor said “stay at home” – 40 € each.\n"


def write(folder: Path, raw: bytes) -> str:
    path = folder / "story.txt"
    path.write_bytes(raw)
    return str(path)


def test_a_plain_file_is_its_text_without_white_space_at_the_end(tmp_path: Path) -> None:
    source = write(tmp_path, STORY.encode())
    article = load(source)
    assert article.text == STORY.rstrip()
    assert article.source == source
    assert article.title == "Kraków floods"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert from_bytes(STORY.encode(encoding), "story").text == STORY.rstrip()


def test_utf_16_big_endian_is_told_by_its_mark() -> None:
    assert from_bytes(b"\xfe\xff" + STORY.encode("utf-16-be"), "story").text == STORY.rstrip()


def test_a_damaged_utf_8_text_keeps_its_other_characters() -> None:
    raw = "Łódź, Kraków, Gdańsk and Wrocław".encode()
    text = from_bytes(raw.replace("Ł".encode(), b"\xc5", 1), "story").text
    assert text == "\ufffdódź, Kraków, Gdańsk and Wrocław"


def test_a_short_western_text_is_no_binary_file() -> None:
    assert from_bytes(b"n\xe9", "story").text == "né"


def test_a_hostile_text_is_cleaned_not_refused() -> None:
    assert from_bytes(b"The \x1b[2Jmayor\x00 said\x07 so", "story").text == "The mayor said so"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        ("\u00a0\u2003\ufeff\u202e".encode(), "is empty"),
        (b"\x1b[0m\x00", "is empty"),
        (bytes(range(256)) * 40, "is no text"),
        (b"\x7fELF" + b"\x00\x01\x02" * 50, "is no text"),
        (b"\xff\xfe" + b"\x01\x00" * 50, "is no text"),
        (bytes(range(128, 256)) * 10, "is no text"),
    ],
    ids=["nothing", "space", "invisible", "escape", "all bytes", "program", "utf-16 controls", "high bytes"],
)
def test_what_is_no_article_is_named_with_the_reason(raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableArticle, match=f"^some file: {why}"):
        from_bytes(raw, "some file")


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders, "MAX_BYTES", 1024)
    with pytest.raises(UnreadableArticle, match="is larger than"):
        load(write(tmp_path, b"x" * 1025))
    assert load(write(tmp_path, b"x" * 1024)).text == "x" * 1024


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="there is no such file"):
        load(str(tmp_path / "nothing.txt"))


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="is a folder"):
        load(str(tmp_path))


def test_a_device_that_never_ends() -> None:
    with pytest.raises(UnreadableArticle, match="a device, not a file"):
        load("/dev/zero")


def test_a_path_with_a_nul() -> None:
    with pytest.raises(UnreadableArticle, match="cannot be read"):
        load("a\0b")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path, b"text")
    if os.geteuid() == 0:
        # Root may read everything, so the refusal itself is imitated.
        def refuse(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
    else:
        Path(source).chmod(0)
    with pytest.raises(UnreadableArticle, match="may not be read"):
        load(source)


def test_a_message_holds_no_control_of_the_file_name() -> None:
    with pytest.raises(UnreadableArticle) as caught:
        load("no\x1b]0;title\x07\x1b[31m\nsuch\u202e file")
    assert str(caught.value).startswith("no such file:")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    # Opened for both, so that neither end waits for the other before the reader is there.
    descriptor = os.open(path, os.O_RDWR)
    reader_ready = threading.Event()

    def finish() -> None:
        reader_ready.wait(5)
        os.write(descriptor, b"and more")
        os.close(descriptor)

    os.write(descriptor, b"some text ")
    writer = threading.Thread(target=finish)
    writer.start()
    threading.Timer(0.2, reader_ready.set).start()
    article = load(str(path))
    writer.join()
    assert article.text == "some text and more"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_without_a_writer_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(UnreadableArticle, match="is empty"):
        load(str(path))


@given(st.binary(max_size=400))
def test_any_bytes_are_an_article_or_an_error_that_says_why(raw: bytes) -> None:
    try:
        article = from_bytes(raw, "bytes")
    except UnreadableArticle as error:
        assert str(error).startswith("bytes: ")
    else:
        assert article.text
        assert article.paragraphs


def test_the_id_is_of_the_text_alone() -> None:
    assert from_text("one", "a").id == from_text("one \n", "b").id != from_text("two", "a").id
