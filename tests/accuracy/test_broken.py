"""Files that cannot be read say so, each for its own reason."""

from __future__ import annotations

import gc

import pytest
import yaml

from extract.errors import Unreadable, UnreadableDocument
from tests.accuracy.documents import CORPUS
from transforms.documents import read_document

BROKEN = CORPUS / "broken"
REASONS = {
    name: entry["reason"] for name, entry in yaml.safe_load((BROKEN / "index.yml").read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_broken_file_is_refused_with_its_reason(name: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(BROKEN / f"{name}.pdf")
    assert refusal.value.reason is Unreadable(reason)
    assert "\n" not in str(refusal.value)


def test_the_garbage_collector_runs_again_after_a_refusal() -> None:
    with pytest.raises(UnreadableDocument):
        read_document(BROKEN / f"{next(iter(REASONS))}.pdf")
    assert gc.isenabled()


def test_every_broken_file_is_listed() -> None:
    assert sorted(REASONS) == sorted(path.stem for path in BROKEN.glob("*.pdf"))
