-- Municipalities beside each other, one value each: n, median and quartiles, never a rank; what is missing has no row.
WITH compared AS (
    SELECT * FROM marts.comparable_indicator WHERE is_representative AND compared_value IS NOT NULL
),
spread AS (
    SELECT
        comparable_key, COUNT(municipality_code) AS n, MIN(year) AS first_year, MAX(year) AS last_year,
        PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY compared_value) AS lower_quartile,
        PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY compared_value) AS median,
        PERCENTILE_CONT(0.75) WITHIN GROUP (ORDER BY compared_value) AS upper_quartile
    FROM compared
    GROUP BY comparable_key
)
SELECT
    v.comparable_key, v.comparable_label, v.dimension, v.direction, v.municipality_code, v.municipality, v.indicator_id,
    v.indicator, v.year, v.value, v.unit, v.compared_value, v.compared_unit, s.n,
    CASE WHEN s.n > 1 THEN s.lower_quartile END AS lower_quartile,
    CASE WHEN s.n > 1 THEN s.median END AS median,
    CASE WHEN s.n > 1 THEN s.upper_quartile END AS upper_quartile,
    s.first_year, s.last_year,
    CASE
        WHEN s.n = 1 THEN NULL
        WHEN v.compared_value = s.median THEN 'at_median'
        WHEN (v.compared_value > s.median AND v.direction = 'up')
            OR (v.compared_value < s.median AND v.direction = 'down') THEN 'better_than_median'
        WHEN (v.compared_value < s.median AND v.direction = 'up')
            OR (v.compared_value > s.median AND v.direction = 'down') THEN 'worse_than_median'
    END AS position,
    s.n > 1 AS comparable,
    CASE WHEN s.n = 1 THEN 'single_municipality' WHEN s.first_year <> s.last_year THEN 'years_differ' END AS reason,
    v.document_id, v.page
FROM compared AS v
JOIN spread AS s ON s.comparable_key = v.comparable_key
ORDER BY v.comparable_key, v.municipality_code
