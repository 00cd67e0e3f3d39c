-- Projects by year: each bar in every fiscal year that it covers.
-- A bar that is open at one side reaches the plan's end there.
WITH project AS (
    SELECT * FROM dim_project WHERE is_trusted
),
bar AS (
    SELECT
        b.project_id, b.position, b.label, b.open_start, b.open_end, b.page,
        CASE WHEN b.open_start THEN l.first_fiscal_year ELSE b.first_fiscal_year END AS from_year,
        CASE WHEN b.open_end THEN l.last_fiscal_year ELSE b.last_fiscal_year END AS to_year
    FROM fact_project_phase AS b
    JOIN dim_plan AS l ON l.plan_id = b.plan_id
    JOIN project AS p ON p.project_id = b.project_id AND p.document_id = b.document_id
    WHERE b.is_trusted
),
by_policy AS (SELECT plan_id, policy, COUNT(project_id) AS projects FROM project GROUP BY plan_id, policy),
by_category AS (SELECT plan_id, category, COUNT(project_id) AS projects FROM project GROUP BY plan_id, category),
by_both AS (
    SELECT plan_id, policy, category, COUNT(project_id) AS projects FROM project GROUP BY plan_id, policy, category
)
SELECT
    p.municipality_code, c.name AS municipality, l.title AS plan, p.project_id, p.project_no, p.name AS project,
    p.category,
    p.department, p.pillar, p.policy, p.sub_policy, p.theme, y.year AS fiscal_year, b.position AS phase_position,
    b.label AS phase, b.open_start, b.open_end,
    n.projects AS projects_in_policy, k.projects AS projects_in_category, a.projects AS projects_in_policy_and_category,
    p.document_id, COALESCE(b.page, p.page) AS page
FROM project AS p
JOIN dim_plan AS l ON l.plan_id = p.plan_id
JOIN dim_municipality AS c ON c.municipality_code = p.municipality_code
LEFT JOIN bar AS b ON b.project_id = p.project_id
LEFT JOIN dim_period AS y ON y.kind = 'fiscal_year' AND y.year BETWEEN b.from_year AND b.to_year
LEFT JOIN by_policy AS n ON n.plan_id = p.plan_id AND COALESCE(n.policy, '') = COALESCE(p.policy, '')
LEFT JOIN by_category AS k ON k.plan_id = p.plan_id AND COALESCE(k.category, '') = COALESCE(p.category, '')
LEFT JOIN by_both AS a
    ON a.plan_id = p.plan_id AND COALESCE(a.policy, '') = COALESCE(p.policy, '')
    AND COALESCE(a.category, '') = COALESCE(p.category, '')
ORDER BY p.municipality_code, p.plan_id, p.page, p.project_no, p.project_id, b.position, y.year
