-- What the documents of each municipality say about each theme, and about what no theme holds.
WITH subject AS (
    SELECT theme, label_ja, basis, position FROM dim_theme
    UNION ALL
    SELECT '', 'テーマ該当なし', NULL, 1000
),
measure AS (
    SELECT p.municipality_code, COALESCE(m.theme, '') AS theme, COUNT(m.measure_id) AS measures
    FROM dim_measure AS m
    JOIN dim_plan AS p ON p.plan_id = m.plan_id
    WHERE NOT m.name IS NULL
    GROUP BY p.municipality_code, COALESCE(m.theme, '')
),
indicator AS (
    SELECT
        municipality_code, COALESCE(theme, '') AS theme, COUNT(indicator_id) AS indicators,
        SUM(CASE WHEN verdict <> 'not_measurable' THEN 1 ELSE 0 END) AS measured,
        SUM(CASE WHEN verdict = 'achieved' THEN 1 ELSE 0 END) AS achieved
    FROM marts.indicator_progress
    GROUP BY municipality_code, COALESCE(theme, '')
),
project AS (
    SELECT municipality_code, COALESCE(theme, '') AS theme, COUNT(project_id) AS projects
    FROM dim_project
    WHERE is_trusted
    GROUP BY municipality_code, COALESCE(theme, '')
),
initiative AS (
    SELECT municipality_code, COALESCE(theme, '') AS theme, COUNT(status_id) AS initiatives
    FROM fact_measure_status
    WHERE is_trusted AND NOT is_repeat
    GROUP BY municipality_code, COALESCE(theme, '')
),
municipality AS (
    SELECT DISTINCT c.municipality_code, c.name
    FROM dim_document AS d
    JOIN dim_municipality AS c ON c.municipality_code = d.municipality_code
)
SELECT
    c.municipality_code, c.name AS municipality, NULLIF(s.theme, '') AS theme, s.label_ja AS theme_label, s.basis,
    COALESCE(m.measures, 0) AS measures,
    COALESCE(i.indicators, 0) AS indicators,
    COALESCE(i.measured, 0) AS measured_indicators,
    COALESCE(i.achieved, 0) AS achieved_indicators,
    COALESCE(p.projects, 0) AS projects,
    COALESCE(t.initiatives, 0) AS initiatives
FROM municipality AS c
CROSS JOIN subject AS s
LEFT JOIN measure AS m ON m.municipality_code = c.municipality_code AND m.theme = s.theme
LEFT JOIN indicator AS i ON i.municipality_code = c.municipality_code AND i.theme = s.theme
LEFT JOIN project AS p ON p.municipality_code = c.municipality_code AND p.theme = s.theme
LEFT JOIN initiative AS t ON t.municipality_code = c.municipality_code AND t.theme = s.theme
ORDER BY c.municipality_code, s.position
