-- Baselines and targets: what the plan prints beside what each of its reports prints.
-- A disagreement is a row, not an error.
WITH figure AS (
    SELECT
        f.plan_id, f.municipality_code, f.document_id, d.kind AS document_kind, f.indicator_id, f.measure_id,
        f.value_kind, COALESCE(f.period_id, '') AS period_key, f.period_id, f.value, f.unit, f.per, f.raw_text, f.page,
        ROW_NUMBER() OVER (
            PARTITION BY d.kind, CASE WHEN d.kind = 'plan' THEN '' ELSE f.document_id END,
                f.indicator_id, f.value_kind, f.period_id
            ORDER BY d.edition DESC, f.document_id DESC, f.confidence DESC, f.page, f.top, f.x0, f.observation_id
        ) AS choice
    FROM fact_indicator_value AS f
    JOIN dim_document AS d ON d.document_id = f.document_id
    WHERE f.is_trusted AND f.indicator_id IS NOT NULL AND f.value_kind IN ('baseline', 'target')
),
named AS (
    SELECT
        f.*, b.indicator, b.name_key, b.method, b.score, m.departments,
        ROW_NUMBER() OVER (
            PARTITION BY f.document_id, f.indicator_id, f.value_kind, f.period_key ORDER BY b.indicator
        ) AS name_choice
    FROM figure AS f
    JOIN bridge_indicator_document AS b ON b.indicator_id = f.indicator_id AND b.document_id = f.document_id
    LEFT JOIN bridge_measure_document AS m ON m.measure_id = f.measure_id AND m.document_id = f.document_id
    WHERE f.choice = 1
),
planned AS (SELECT * FROM named WHERE document_kind = 'plan' AND name_choice = 1),
reported AS (SELECT * FROM named WHERE document_kind = 'progress_report' AND name_choice = 1),
report AS (SELECT DISTINCT plan_id, document_id FROM reported),
pair AS (
    SELECT
        p.plan_id, p.municipality_code, r.document_id AS report_document_id, p.indicator_id, p.value_kind, p.period_key
    FROM planned AS p
    JOIN report AS r ON r.plan_id = p.plan_id
    UNION
    SELECT plan_id, municipality_code, document_id, indicator_id, value_kind, period_key
    FROM reported
    WHERE plan_id IN (SELECT plan_id FROM planned)
),
compared AS (
    SELECT
        x.plan_id, x.municipality_code, x.report_document_id, x.indicator_id, x.value_kind,
        COALESCE(p.period_id, r.period_id) AS period_id, p.document_id AS plan_document_id,
        p.indicator AS plan_indicator, r.indicator AS report_indicator, p.value AS plan_value, r.value AS report_value,
        p.unit AS plan_unit, r.unit AS report_unit, p.per AS plan_per, r.per AS report_per,
        p.raw_text AS plan_text, r.raw_text AS report_text,
        p.departments AS plan_department, r.departments AS report_department,
        r.method AS link_method, r.score AS link_score,
        p.page AS plan_page, r.page AS report_page,
        p.indicator_id IS NOT NULL AS is_planned, r.indicator_id IS NOT NULL AS is_reported,
        CASE
            WHEN p.value IS NULL AND r.value IS NULL
                THEN REPLACE(REPLACE(p.raw_text, ' ', ''), CHR(10), '')
                    <> REPLACE(REPLACE(r.raw_text, ' ', ''), CHR(10), '')
            ELSE COALESCE(p.value <> r.value, TRUE)
        END AS value_differs,
        COALESCE(p.unit, '') <> COALESCE(r.unit, '') AS unit_differs,
        COALESCE(p.per, '') <> COALESCE(r.per, '') AS per_differs,
        p.name_key <> r.name_key AS name_differs,
        COALESCE(p.departments, '') <> COALESCE(r.departments, '') AS department_differs
    FROM pair AS x
    LEFT JOIN planned AS p
        ON p.indicator_id = x.indicator_id AND p.value_kind = x.value_kind AND p.period_key = x.period_key
    LEFT JOIN reported AS r
        ON r.indicator_id = x.indicator_id AND r.value_kind = x.value_kind AND r.period_key = x.period_key
        AND r.document_id = x.report_document_id
)
SELECT
    x.municipality_code, c.name AS municipality, l.title AS plan, m.measure_no, x.indicator_id, x.value_kind,
    x.period_id,
    x.plan_document_id, x.report_document_id, x.plan_indicator, x.report_indicator, x.plan_value, x.report_value,
    x.plan_unit, x.report_unit, x.plan_per, x.report_per, x.plan_text, x.report_text, x.plan_department,
    x.report_department, x.link_method, x.link_score,
    CASE WHEN x.is_planned AND x.is_reported THEN x.value_differs END AS value_differs,
    CASE WHEN x.is_planned AND x.is_reported THEN x.unit_differs END AS unit_differs,
    CASE WHEN x.is_planned AND x.is_reported THEN x.per_differs END AS per_differs,
    CASE WHEN x.is_planned AND x.is_reported THEN x.name_differs END AS name_differs,
    CASE WHEN x.is_planned AND x.is_reported THEN x.department_differs END AS department_differs,
    CASE
        WHEN NOT x.is_reported THEN 'only_in_plan'
        WHEN NOT x.is_planned THEN 'only_in_report'
        WHEN x.value_differs THEN 'figures'
        WHEN x.unit_differs OR x.per_differs OR x.name_differs THEN 'wording'
        WHEN x.department_differs THEN 'department'
        WHEN NOT x.department_differs THEN 'none'
    END AS difference,
    x.plan_page, x.report_page
FROM compared AS x
JOIN dim_indicator AS i ON i.indicator_id = x.indicator_id
JOIN dim_measure AS m ON m.measure_id = i.measure_id
JOIN dim_plan AS l ON l.plan_id = x.plan_id
JOIN dim_municipality AS c ON c.municipality_code = x.municipality_code
ORDER BY x.municipality_code, x.plan_id, x.report_document_id, i.position, x.value_kind, x.period_id
