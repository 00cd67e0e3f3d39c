-- Values that more than one edition prints: what each of them says.
WITH figure AS (
    SELECT
        f.*, d.edition, d.kind AS document_kind, COALESCE(f.period_id, '') AS period_key,
        ROW_NUMBER() OVER (
            PARTITION BY f.document_id, f.indicator_id, f.value_kind, f.period_id
            ORDER BY f.confidence DESC, f.page, f.top, f.x0, f.observation_id
        ) AS choice
    FROM fact_indicator_value AS f
    JOIN dim_document AS d ON d.document_id = f.document_id
    WHERE f.is_trusted AND f.indicator_id IS NOT NULL
),
chained AS (
    SELECT
        *,
        COUNT(*) OVER (PARTITION BY indicator_id, value_kind, period_key) AS editions,
        LAG(value) OVER (
            PARTITION BY indicator_id, value_kind, period_key ORDER BY edition, document_kind, document_id
        ) AS previous_value,
        LAG(status) OVER (
            PARTITION BY indicator_id, value_kind, period_key ORDER BY edition, document_kind, document_id
        ) AS previous_status
    FROM figure
    WHERE choice = 1
)
SELECT
    h.municipality_code, c.name AS municipality, p.title AS plan, m.measure_no, h.indicator_id, i.name AS indicator,
    h.value_kind, h.period_id, h.edition, h.document_id, h.value, h.unit, h.status, h.raw_text, h.previous_value,
    h.value - h.previous_value AS change,
    CASE
        WHEN h.previous_status IS NULL THEN FALSE
        WHEN h.previous_status <> h.status THEN TRUE
        WHEN h.value IS NULL THEN FALSE
        ELSE h.value <> h.previous_value
    END AS is_revised,
    h.is_latest, h.page, h.x0, h.top, h.x1, h.bottom
FROM chained AS h
JOIN dim_indicator AS i ON i.indicator_id = h.indicator_id
JOIN dim_measure AS m ON m.measure_id = i.measure_id
JOIN dim_plan AS p ON p.plan_id = h.plan_id
JOIN dim_municipality AS c ON c.municipality_code = h.municipality_code
WHERE h.editions > 1
ORDER BY h.municipality_code, h.plan_id, i.position, h.value_kind, h.period_id, h.edition, h.document_id
