-- Long panel for analysis: every year with a number, the baseline included, beside target, line and verdict.
SELECT
    f.municipality_code, c.prefecture, c.name AS municipality, c.population, l.title AS plan, i.theme,
    h.label_ja AS theme_label, i.comparable_key, m.field, m.measure_no, m.name AS measure, f.indicator_id,
    i.name AS indicator, f.unit, f.per, i.direction, p.kind AS period_kind, p.year, f.value_kind, f.value,
    CASE WHEN x.scale = 'population' AND c.population > 0 THEN f.value * 1000 / c.population END AS per_1000_residents,
    r.baseline_year, r.baseline, r.target_year, r.target, j.expected, j.progress_ratio, j.verdict, f.document_id, f.page
FROM fact_indicator_value AS f
JOIN dim_indicator AS i ON i.indicator_id = f.indicator_id
JOIN dim_measure AS m ON m.measure_id = f.measure_id
JOIN dim_plan AS l ON l.plan_id = f.plan_id
JOIN dim_municipality AS c ON c.municipality_code = f.municipality_code
JOIN dim_period AS p ON p.period_id = f.period_id
JOIN marts.indicator_judgement AS r ON r.indicator_id = f.indicator_id AND r.is_latest_year
LEFT JOIN marts.indicator_judgement AS j ON j.observation_id = f.observation_id
LEFT JOIN dim_theme AS h ON h.theme = i.theme
LEFT JOIN dim_comparable AS x ON x.comparable_key = i.comparable_key
WHERE f.is_latest AND f.value IS NOT NULL AND f.value_kind IN ('baseline', 'actual')
ORDER BY f.municipality_code, f.plan_id, i.position, p.year, f.value_kind, f.period_id
