-- One row per indicator: baseline, latest actual, target and verdict.
WITH cited AS (
    SELECT
        f.indicator_id, f.observation_id, f.document_id, f.page, f.x0, f.top, f.x1, f.bottom,
        ROW_NUMBER() OVER (
            PARTITION BY f.indicator_id
            ORDER BY
                CASE WHEN j.observation_id IS NOT NULL THEN 0 ELSE 1 END,
                CASE f.value_kind WHEN 'target' THEN 0 WHEN 'baseline' THEN 1 ELSE 2 END,
                f.period_id DESC, f.observation_id
        ) AS choice
    FROM fact_indicator_value AS f
    LEFT JOIN marts.indicator_judgement AS j ON j.observation_id = f.observation_id AND j.is_latest_year
    WHERE f.is_latest
),
reported AS (
    SELECT f.indicator_id, MAX(p.year) AS last_reported_year
    FROM fact_indicator_value AS f
    JOIN dim_period AS p ON p.period_id = f.period_id
    WHERE f.is_latest AND f.value_kind = 'actual'
    GROUP BY f.indicator_id
)
SELECT
    i.municipality_code, c.name AS municipality, p.title AS plan, m.field, m.measure_no, m.name AS measure,
    i.name AS indicator, i.unit, i.per, i.direction, i.theme,
    j.baseline_year, j.baseline, j.year AS latest_year, j.actual AS latest, j.target_year, j.target,
    j.achievement_ratio, j.progress_ratio, j.verdict, j.verdict_reason, s.document_id, s.page,
    s.x0, s.top, s.x1, s.bottom, j.period_kind, i.indicator_id, i.comparable_key,
    j.achievement_ratio_reason, j.progress_ratio_reason, j.actual_status AS latest_status, j.actual_text AS latest_text,
    j.baseline_text, j.target_text, d.departments AS department, r.last_reported_year
FROM dim_indicator AS i
JOIN marts.indicator_judgement AS j ON j.indicator_id = i.indicator_id AND j.is_latest_year
JOIN cited AS s ON s.indicator_id = i.indicator_id AND s.choice = 1
JOIN dim_measure AS m ON m.measure_id = i.measure_id
JOIN dim_plan AS p ON p.plan_id = i.plan_id
JOIN dim_municipality AS c ON c.municipality_code = i.municipality_code
LEFT JOIN bridge_measure_document AS d ON d.measure_id = i.measure_id AND d.document_id = s.document_id
LEFT JOIN reported AS r ON r.indicator_id = i.indicator_id
ORDER BY i.municipality_code, i.plan_id, i.position
