"""Decisions as ``shihyo review`` writes them into ``<document>.corrections.yml``: added at the end, nothing else changed.

Belongs here: the form of what is written. Does not belong here: reading it (``transforms.decisions_yaml``), files.
"""

from __future__ import annotations

from dataclasses import asdict

import yaml

from extract.model import Box
from transforms.decisions_model import Correction, Decision, Stated, Where
from transforms.decisions_yaml import parse_decisions

_HEADER = (
    "# What people decided after they had looked at the page (人による確認). Written by `shihyo review`, may be edited by\n"
    "# hand: see docs/review.md. Where the PDF no longer says what was seen, a run stops and names the decision.\n"
)
_BOX_DIGITS = 1  # of a point


def append_decision(text: str, decision: Decision, file: str) -> str:
    """``text`` with one more decision at its end; what stands there, comments included, stays as it is.

    Raises ``DecisionFileError`` where the text is no list of decisions or already holds one on the same item.
    """
    parse_decisions(text, file, decision.document)
    lines = text if not text or text.endswith("\n") else f"{text}\n"
    longer = (lines or _HEADER) + dump_decision(decision)
    parse_decisions(longer, file, decision.document)
    return longer


def dump_decision(decision: Decision) -> str:
    """One decision as it stands in the file."""
    record = {
        "decision": decision.verdict,
        "where": _where(decision.where),
        "reason": decision.reason,
        "raw_text": decision.raw_text,
        "read": _stated(decision.read) if decision.read else None,
        "should_be": _correction(decision.should_be) if decision.should_be else None,
        "why": decision.why,
        "who": decision.who,
        "decided_on": decision.decided_on,
    }
    given = {key: value for key, value in record.items() if value is not None}
    return yaml.dump([given], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def rounded(box: Box) -> Box:
    """A box as it is written down: to a tenth of a point."""
    return Box(*(round(edge, _BOX_DIGITS) for edge in (box.x0, box.top, box.x1, box.bottom)))


def _where(where: Where) -> dict[str, object]:
    box = where.box and [_plain(edge) for edge in (where.box.x0, where.box.top, where.box.x1, where.box.bottom)]
    names = {"indicator": where.indicator, "kind": where.kind, "period": where.period} if where.kind else {}
    return {"page": where.page, "box": box, **names}


def _stated(stated: Stated) -> dict[str, object]:
    """What the figure says and nothing that it does not; a whole number without a decimal point."""
    given = {key: value for key, value in asdict(stated).items() if value not in ("", None)}
    return given | ({"value": _plain(stated.value)} if stated.value is not None else {})


def _correction(correction: Correction) -> dict[str, object]:
    return {"indicator": correction.indicator, "kind": correction.kind, **_stated(correction.stated)}


def _plain(number: float) -> int | float:
    return int(number) if float(number).is_integer() else number


class _Dumper(yaml.SafeDumper):
    """YAML for people: a list of numbers on one line, text with line breaks as it stands."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _represent_list(dumper: yaml.SafeDumper, items: list[object]) -> yaml.SequenceNode:
    on_one_line = not any(isinstance(item, dict) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=on_one_line)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)
