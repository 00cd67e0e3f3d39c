-- The verdict on every indicator in every year with an actual (rules with worked examples: docs/judgement.md).
WITH figure AS (
    SELECT
        f.indicator_id, f.observation_id, f.value_kind, f.value, f.unit, f.status, f.comparator, f.raw_text,
        p.kind AS period_kind, p.year
    FROM fact_indicator_value AS f
    LEFT JOIN dim_period AS p ON p.period_id = f.period_id
    WHERE f.is_latest
),
published AS (SELECT DISTINCT indicator_id FROM figure),
-- The baseline is the earliest one that is a number.
baseline AS (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY indicator_id
        ORDER BY CASE WHEN value IS NULL THEN 1 ELSE 0 END, CASE WHEN year IS NULL THEN 1 ELSE 0 END, year, period_kind
    ) AS choice
    FROM figure
    WHERE value_kind = 'baseline'
),
-- The target is the last one that is set: interim targets are steps on the way.
target AS (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY indicator_id
        ORDER BY
            CASE WHEN status IN ('numeric', 'text') THEN 0 ELSE 1 END,
            CASE WHEN year IS NULL THEN 1 ELSE 0 END, year DESC, period_kind DESC
    ) AS choice
    FROM figure
    WHERE value_kind = 'target'
),
actual AS (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY indicator_id
        ORDER BY
            CASE WHEN value IS NULL THEN 1 ELSE 0 END,
            CASE WHEN year IS NULL THEN 1 ELSE 0 END, year DESC, period_kind DESC
    ) AS choice
    FROM figure
    WHERE value_kind = 'actual'
),
side_by_side AS (
    SELECT
        i.indicator_id,
        a.year, COALESCE(a.period_kind, t.period_kind, b.period_kind) AS period_kind,
        a.value AS actual, a.status AS actual_status, a.raw_text AS actual_text, a.observation_id,
        b.year AS baseline_year, b.value AS baseline, b.raw_text AS baseline_text, b.status AS baseline_status,
        t.year AS target_year, t.value AS target, t.raw_text AS target_text, t.status AS target_status,
        t.comparator AS target_comparator,
        i.direction,
        CASE i.direction WHEN 'up' THEN 1 WHEN 'down' THEN -1 END AS better,
        COALESCE(a.unit, t.unit, '') = COALESCE(t.unit, a.unit, '') AS units_agree,
        COALESCE(a.unit, b.unit, '') = COALESCE(b.unit, a.unit, '') AS baseline_unit_agrees,
        COALESCE(a.period_kind, '') = COALESCE(t.period_kind, '') AS target_year_comparable,
        COALESCE(a.period_kind, '') = COALESCE(t.period_kind, '')
            AND COALESCE(b.period_kind, '') = COALESCE(t.period_kind, '')
            AND b.year < t.year AS has_line,
        COALESCE(a.choice, 1) = 1 AS is_latest_year
    FROM dim_indicator AS i
    JOIN published AS f ON f.indicator_id = i.indicator_id
    LEFT JOIN baseline AS b ON b.indicator_id = i.indicator_id AND b.choice = 1
    LEFT JOIN target AS t ON t.indicator_id = i.indicator_id AND t.choice = 1
    LEFT JOIN actual AS a ON a.indicator_id = i.indicator_id
),
-- Beyond the target year the line stays at the target, before the baseline year at the baseline.
measured AS (
    SELECT
        *,
        CASE
            WHEN NOT has_line OR year IS NULL THEN NULL
            WHEN year >= target_year THEN target
            WHEN year <= baseline_year THEN baseline
            ELSE baseline + (target - baseline) * (year - baseline_year) / (target_year - baseline_year)
        END AS expected,
        CASE
            WHEN target_comparator IN ('超', '未満') THEN better * (actual - target) > 0
            ELSE better * (actual - target) >= 0
        END AS is_reached
    FROM side_by_side
),
reasoned AS (
    SELECT
        *,
        CASE
            WHEN target_status IS NULL THEN 'no_target'
            WHEN target_status = 'not_set' THEN 'target_not_set'
            WHEN target_status = 'text' THEN 'target_is_text'
            WHEN target IS NULL THEN 'target_not_available'
            WHEN actual_status IS NULL THEN 'no_actual'
            WHEN actual_status = 'text' THEN 'actual_is_text'
            WHEN actual IS NULL THEN 'actual_not_available'
            WHEN better IS NULL THEN 'no_direction'
            WHEN NOT units_agree THEN 'units_differ'
            WHEN is_reached THEN 'target_reached'
            WHEN baseline_unit_agrees AND better * (actual - baseline) < 0 THEN 'wrong_side_of_baseline'
            WHEN target_year_comparable AND year >= target_year THEN 'target_year_passed'
            WHEN baseline_status IS NULL THEN 'no_baseline'
            WHEN baseline_status = 'text' THEN 'baseline_is_text'
            WHEN baseline IS NULL THEN 'baseline_not_available'
            WHEN NOT baseline_unit_agrees THEN 'units_differ'
            WHEN expected IS NULL THEN 'no_line'
            WHEN better * (actual - expected) >= -0.000000001 THEN 'at_or_beyond_line'
            WHEN better * (actual - expected) < -0.000000001 THEN 'behind_line'
        END AS verdict_reason,
        CASE
            WHEN actual IS NULL OR target IS NULL OR better IS NULL OR NOT units_agree THEN 'not_measurable'
            WHEN actual < 0 OR target < 0 THEN 'negative_value'
            WHEN direction = 'up' AND target = 0 THEN 'target_is_zero'
            WHEN direction = 'down' AND actual = 0 THEN 'actual_is_zero'
        END AS achievement_ratio_reason,
        CASE
            WHEN actual IS NULL OR target IS NULL OR better IS NULL OR NOT units_agree THEN 'not_measurable'
            WHEN baseline IS NULL OR NOT baseline_unit_agrees THEN 'no_baseline'
            WHEN better * (target - baseline) <= 0 THEN 'target_not_beyond_baseline'
        END AS progress_ratio_reason
    FROM measured
)
SELECT
    indicator_id, year, period_kind, actual, actual_status, actual_text, observation_id,
    baseline_year, baseline, baseline_text, target_year, target, target_text, target_comparator, direction, expected,
    CASE
        WHEN achievement_ratio_reason IS NOT NULL THEN NULL
        WHEN direction = 'up' THEN actual / target
        WHEN direction = 'down' THEN target / actual
    END AS achievement_ratio,
    achievement_ratio_reason,
    CASE WHEN progress_ratio_reason IS NULL THEN (actual - baseline) / (target - baseline) END AS progress_ratio,
    progress_ratio_reason,
    CASE
        WHEN verdict_reason = 'target_reached' THEN 'achieved'
        WHEN verdict_reason = 'at_or_beyond_line' THEN 'on_track'
        WHEN verdict_reason IN ('behind_line', 'target_year_passed') THEN 'behind'
        WHEN verdict_reason = 'wrong_side_of_baseline' THEN 'worsened'
        WHEN verdict_reason IN (
            'no_target', 'target_not_set', 'target_is_text', 'target_not_available', 'no_actual', 'actual_is_text',
            'actual_not_available', 'no_direction', 'units_differ', 'no_baseline', 'baseline_is_text',
            'baseline_not_available', 'no_line'
        ) THEN 'not_measurable'
    END AS verdict,
    verdict_reason, is_latest_year
FROM reasoned
ORDER BY indicator_id, year, period_kind
