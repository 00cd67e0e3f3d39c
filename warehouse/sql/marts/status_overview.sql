-- Initiatives by municipality, plan, theme and status; what repeats another row is not counted.
SELECT
    s.municipality_code, c.name AS municipality, l.title AS plan, s.theme, h.label_ja AS theme_label, s.status,
    COUNT(s.status_id) AS initiatives,
    SUM(CASE WHEN s.is_new THEN 1 ELSE 0 END) AS new_initiatives,
    SUM(CASE WHEN s.mark IN ('〇', '○', '◯') THEN 1 ELSE 0 END) AS followed_up,
    MIN(s.started_fiscal_year) AS first_started,
    MAX(s.started_fiscal_year) AS last_started
FROM fact_measure_status AS s
JOIN dim_plan AS l ON l.plan_id = s.plan_id
JOIN dim_municipality AS c ON c.municipality_code = s.municipality_code
LEFT JOIN dim_theme AS h ON h.theme = s.theme
WHERE s.is_trusted AND NOT s.is_repeat
GROUP BY s.municipality_code, c.name, s.plan_id, l.title, s.theme, h.label_ja, h.position, s.status
ORDER BY s.municipality_code, s.plan_id, CASE WHEN h.position IS NULL THEN 1 ELSE 0 END, h.position, s.status
