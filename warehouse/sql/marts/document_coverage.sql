-- What became of every document of the catalogue and every attempt, and how much was read from it.
WITH attempted AS (
    SELECT o.document_id, MIN(o.outcome) AS outcome, MIN(o.detail) AS detail, SUM(o.review_items) AS review_items
    FROM quality.document_outcome AS o
    GROUP BY o.document_id
),
observed AS (
    SELECT
        f.document_id, COUNT(DISTINCT f.indicator_id) AS indicators,
        COUNT(DISTINCT CASE WHEN i.theme IS NOT NULL THEN f.indicator_id END) AS indicators_with_theme,
        COUNT(DISTINCT CASE WHEN i.comparable_key IS NOT NULL THEN f.indicator_id END) AS indicators_comparable,
        COUNT(f.observation_id) AS observations,
        SUM(CASE WHEN f.is_trusted THEN 1 ELSE 0 END) AS trusted_observations,
        SUM(CASE WHEN f.is_latest THEN 1 ELSE 0 END) AS latest_observations
    FROM fact_indicator_value AS f
    LEFT JOIN dim_indicator AS i ON i.indicator_id = f.indicator_id
    GROUP BY f.document_id
),
measure AS (
    SELECT document_id, COUNT(DISTINCT measure_id) AS n
    FROM bridge_measure_document
    WHERE NOT (measure_no IS NULL AND measure IS NULL)
    GROUP BY document_id
),
record AS (
    SELECT document_id, page FROM fact_indicator_value
    UNION SELECT document_id, page FROM dim_measure WHERE NOT document_id IS NULL
    UNION SELECT document_id, page FROM dim_project
    UNION SELECT document_id, page FROM fact_project_phase
    UNION SELECT document_id, page FROM fact_measure_status
    UNION SELECT document_id, page FROM fact_survey_sample
),
paged AS (SELECT document_id, COUNT(page) AS pages_with_records FROM record GROUP BY document_id),
project AS (SELECT document_id, COUNT(project_id) AS n FROM dim_project GROUP BY document_id),
phase AS (SELECT document_id, COUNT(phase_id) AS n FROM fact_project_phase GROUP BY document_id),
initiative AS (SELECT document_id, COUNT(status_id) AS n FROM fact_measure_status GROUP BY document_id),
survey AS (SELECT document_id, COUNT(sample_id) AS n FROM fact_survey_sample GROUP BY document_id)
SELECT
    a.document_id, d.municipality_code, c.name AS municipality, l.title AS plan, d.kind, d.edition, d.origin,
    a.outcome, a.detail, d.pages,
    COALESCE(g.pages_with_records, 0) AS pages_with_records,
    COALESCE(m.n, 0) AS measures,
    COALESCE(o.indicators, 0) AS indicators,
    COALESCE(o.indicators_with_theme, 0) AS indicators_with_theme,
    COALESCE(o.indicators_comparable, 0) AS indicators_comparable,
    COALESCE(o.observations, 0) AS observations,
    COALESCE(o.trusted_observations, 0) AS trusted_observations,
    COALESCE(o.latest_observations, 0) AS latest_observations,
    COALESCE(p.n, 0) AS projects,
    COALESCE(b.n, 0) AS phases,
    COALESCE(s.n, 0) AS statuses,
    COALESCE(u.n, 0) AS surveys,
    COALESCE(a.review_items, 0) AS review_items
FROM attempted AS a
LEFT JOIN dim_document AS d ON d.document_id = a.document_id
LEFT JOIN dim_municipality AS c ON c.municipality_code = d.municipality_code
LEFT JOIN dim_plan AS l ON l.plan_id = d.plan_id
LEFT JOIN observed AS o ON o.document_id = a.document_id
LEFT JOIN measure AS m ON m.document_id = a.document_id
LEFT JOIN paged AS g ON g.document_id = a.document_id
LEFT JOIN project AS p ON p.document_id = a.document_id
LEFT JOIN phase AS b ON b.document_id = a.document_id
LEFT JOIN initiative AS s ON s.document_id = a.document_id
LEFT JOIN survey AS u ON u.document_id = a.document_id
ORDER BY a.document_id
