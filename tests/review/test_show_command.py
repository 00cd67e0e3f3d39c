"""``shihyo show``: a page with the boxes of what is read on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipelines.exit_codes import ExitCode
from pipelines.review import show
from tests.review.builders import draw_report


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return draw_report(tmp_path / "report.pdf", ["60.0"])


def test_the_picture_is_named_after_the_page(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(report, 1, None) is ExitCode.OK
    assert capsys.readouterr().out == "report-p1.png\n"
    assert Image.open("report-p1.png").format == "PNG"


def test_it_can_be_put_elsewhere(report: Path, tmp_path: Path) -> None:
    assert show(report, 1, tmp_path / "deep" / "page.png") is ExitCode.OK
    assert (tmp_path / "deep" / "page.png").is_file()


def test_a_page_that_is_not_there(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(report, 3, None) is ExitCode.UNUSABLE_ARGUMENTS
    assert "there is no page 3, the pages are 1 to 2" in capsys.readouterr().err


def test_a_file_that_is_no_pdf(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report.write_text("<html>")
    assert show(report, 1, None) is ExitCode.UNREADABLE
    assert "report.pdf" in capsys.readouterr().err
    assert not Path("report-p1.png").exists()
