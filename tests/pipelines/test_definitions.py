"""The Dagster definitions: the asset graph, what blocks, when the schedule runs."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import defs
from pipelines.jobs import daily_refresh, refresh, sync_documents
from pipelines.workspace import DATA_VARIABLE, PROJECT, RAW_DOCS_VARIABLE
from tests.pipelines.collections import small_collection

GRAPH = """\
exports <- published_warehouse
marts <- staged_warehouse
observations [documents] <- published_document
published_document [documents]
published_warehouse <- marts
staged_warehouse <- observations
"""


def test_the_asset_graph() -> None:
    graph = defs.resolve_asset_graph()
    lines = []
    for key in sorted(graph.get_all_asset_keys(), key=lambda key: key.to_user_string()):
        node = graph.get(key)
        partitions = (
            f" [{node.partitions_def.name}]" if isinstance(node.partitions_def, dg.DynamicPartitionsDefinition) else ""
        )
        parents = " ".join(sorted(parent.to_user_string() for parent in node.parent_keys))
        lines.append(f"{key.to_user_string()}{partitions}{' <- ' if parents else ''}{parents}\n")
    assert "".join(lines) == GRAPH


def test_every_asset_and_job_says_what_it_is() -> None:
    graph = defs.resolve_asset_graph()
    assert all(graph.get(key).description for key in graph.get_all_asset_keys())
    assert defs.resolve_job_def(refresh.name).description


def test_the_checks_block_what_comes_after() -> None:
    graph = defs.resolve_asset_graph()
    checks = [graph.get_check_spec(key) for key in graph.asset_check_keys]
    assert [(check.asset_key.to_user_string(), check.blocking) for check in checks] == [("staged_warehouse", True)]


def test_the_job_is_one_process_over_every_asset() -> None:
    job = defs.resolve_job_def(refresh.name)
    assert job.executor_def.name == "in_process"
    assert {node.name for node in job.nodes} == {
        "observations",
        "staged_warehouse",
        "staged_warehouse_expectations",
        "marts",
        "published_warehouse",
        "exports",
    }


def test_the_schedule_covers_the_collection_of_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collection = small_collection(tmp_path)
    monkeypatch.setenv(RAW_DOCS_VARIABLE, str(collection.raw_docs))
    monkeypatch.setenv(DATA_VARIABLE, str(collection.data))
    collection.put("stray.pdf", b"")
    with dg.DagsterInstance.local_temp(str(tmp_path)) as instance, dg.build_schedule_context(instance) as context:
        asked = daily_refresh(context)
        assert isinstance(asked, dg.RunRequest)
        partitions = instance.get_dynamic_partitions("documents")
    assert partitions == ["stray.pdf", "sukagawa_5th_ict_plan_progress_r4"]
    assert sorted(asked.tags.values()) == partitions
    assert daily_refresh.execution_timezone == "Asia/Tokyo"


def test_partitions_follow_the_collection() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        sync_documents(instance, ["b", "gone"])
        tags = sync_documents(instance, ["c", "a", "b"])
        assert sorted(instance.get_dynamic_partitions("documents")) == ["a", "b", "c"]
        assert set(tags.values()) <= {"a", "b", "c"}


def test_dagster_dev_finds_the_definitions() -> None:
    assert 'module_name = "pipelines.definitions"' in (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
