"""Great Expectations, run on the small pandas frames that DuckDB returns.

Belongs here: the one place that imports Great Expectations, and only when a check runs (it takes seconds). Does not
belong here: what must hold (``rules/*.yml``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from expectations.model import CheckResult, Expectation, Suite

if TYPE_CHECKING:
    import pandas as pd

_SHOWN_ROWS = 20


class Runner:
    """A throw-away Great Expectations context: it writes no files, sends nothing home, draws no bars."""

    def __init__(self) -> None:
        os.environ["GX_ANALYTICS_ENABLED"] = "false"
        import great_expectations as gx

        self._gx = gx
        self._context = gx.get_context(mode="ephemeral")
        self._context.variables.progress_bars = {"globally": False}  # type: ignore[assignment]
        self._source = self._context.data_sources.add_pandas("warehouse")

    def run(self, suite: Suite, frame: pd.DataFrame) -> list[CheckResult]:
        """Check one frame. A suite without expectations, and an expectation that gives no result, count as failed."""
        if not suite.expectations:
            return [_missing(suite, 0, Expectation("none", {}, "a suite has at least one expectation"))]
        given = self._validate(suite, frame)
        return [
            _result(suite, position, expectation, given[position])
            if position in given
            else _missing(suite, position, expectation)
            for position, expectation in enumerate(suite.expectations, start=1)
        ]

    def _validate(self, suite: Suite, frame: pd.DataFrame) -> dict[int, Any]:
        from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

        declared = self._gx.ExpectationSuite(name=suite.name)
        declared.add_expectation_configurations(
            [
                ExpectationConfiguration(type=one.type, kwargs=dict(one.arguments), meta={"position": position})
                for position, one in enumerate(suite.expectations, start=1)
            ]
        )
        asset = self._source.add_dataframe_asset(suite.name)
        batch = asset.add_batch_definition_whole_dataframe("all").get_batch(batch_parameters={"dataframe": frame})
        shown = {"result_format": "COMPLETE", "unexpected_index_column_names": list(suite.key)}
        validated = batch.validate(declared, result_format=shown)
        configured = ((one.expectation_config, one) for one in validated.results)
        return {config.meta["position"]: one for config, one in configured if config is not None and config.meta}


def _result(suite: Suite, position: int, expectation: Expectation, given: Any) -> CheckResult:
    result = given.result or {}
    return CheckResult(
        suite=suite.name,
        position=position,
        expectation=expectation.type,
        column=expectation.column,
        meaning=expectation.meaning,
        success=bool(given.success),
        element_count=result.get("element_count"),
        unexpected_count=result.get("unexpected_count"),
        observed=_observed(result, given.exception_info),
        unexpected_keys=tuple(_keys(suite.key, result.get("unexpected_index_list") or ())),
    )


def _missing(suite: Suite, position: int, expectation: Expectation) -> CheckResult:
    return CheckResult(
        suite.name,
        position,
        expectation.type,
        expectation.column,
        expectation.meaning,
        False,
        None,
        None,
        "not checked",
        (),
    )


def _observed(result: Mapping[str, Any], exceptions: Any) -> str | None:
    """What was found where that is not a list of rows: a count, a list of columns, or why the check broke down."""
    messages = list(_messages(exceptions))
    if messages:
        return "; ".join(messages)
    observed = result.get("observed_value")
    return None if observed is None else str(observed)


def _messages(exceptions: Any) -> Iterator[str]:
    if not isinstance(exceptions, Mapping):
        return
    if exceptions.get("raised_exception"):
        yield " ".join(str(exceptions.get("exception_message")).split())
    for nested in exceptions.values():
        yield from _messages(nested)


def _keys(names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows[:_SHOWN_ROWS]:
        yield json.dumps({name: _plain(row.get(name)) for name in names}, ensure_ascii=False)


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value
