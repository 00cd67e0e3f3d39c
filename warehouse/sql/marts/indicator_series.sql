-- One row per indicator, kind and period: the latest edition's value and where it is printed.
SELECT
    f.municipality_code, c.name AS municipality, p.title AS plan, m.field, m.measure_no, m.name AS measure,
    f.indicator_id, i.name AS indicator, i.theme, i.direction, f.value_kind, f.period_id, t.kind AS period_kind, t.year,
    f.period_label, f.value, f.unit, f.per, f.status, f.comparator, f.numerator, f.denominator, f.note, f.rating,
    j.verdict, f.raw_text, d.edition, f.document_id, f.page, f.x0, f.top, f.x1, f.bottom, f.confidence, f.observation_id
FROM fact_indicator_value AS f
JOIN dim_indicator AS i ON i.indicator_id = f.indicator_id
JOIN dim_measure AS m ON m.measure_id = f.measure_id
JOIN dim_plan AS p ON p.plan_id = f.plan_id
JOIN dim_municipality AS c ON c.municipality_code = f.municipality_code
JOIN dim_document AS d ON d.document_id = f.document_id
LEFT JOIN dim_period AS t ON t.period_id = f.period_id
LEFT JOIN marts.indicator_judgement AS j ON j.observation_id = f.observation_id
WHERE f.is_latest
ORDER BY f.municipality_code, f.plan_id, i.position, t.year, f.value_kind, f.period_id
