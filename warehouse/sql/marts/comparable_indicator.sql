-- Indicators that mean the same in every municipality: the latest known value of each, in the base unit.
WITH known AS (
    SELECT
        f.*, p.kind AS period_kind, p.year,
        ROW_NUMBER() OVER (
            PARTITION BY f.indicator_id
            ORDER BY CASE WHEN p.year IS NULL THEN 1 ELSE 0 END, p.year DESC, f.value_kind, f.observation_id
        ) AS choice
    FROM fact_indicator_value AS f
    LEFT JOIN dim_period AS p ON p.period_id = f.period_id
    WHERE f.is_latest AND f.value IS NOT NULL AND f.value_kind IN ('actual', 'baseline')
),
converted AS (
    SELECT
        k.*, i.name AS indicator, i.comparable_key, x.label_ja AS comparable_label, x.scale, x.direction AS better,
        u.dimension, u.base_unit, k.value * u.factor AS base_value,
        c.name AS municipality, c.population, l.title AS plan,
        CASE
            WHEN x.scale = 'population' AND c.population > 0 THEN k.value * u.factor * 1000 / c.population
        END AS per_1000_residents
    FROM known AS k
    JOIN dim_indicator AS i ON i.indicator_id = k.indicator_id
    JOIN dim_comparable AS x ON x.comparable_key = i.comparable_key
    JOIN dim_unit AS u ON u.unit = k.unit AND u.dimension = x.dimension
    JOIN dim_municipality AS c ON c.municipality_code = k.municipality_code
    JOIN dim_plan AS l ON l.plan_id = k.plan_id
    WHERE k.choice = 1
)
SELECT
    comparable_key, comparable_label, municipality_code, municipality, population, plan, indicator_id, indicator,
    value_kind, period_kind, year, value, unit, dimension, base_value, base_unit, scale, per_1000_residents,
    CASE scale WHEN 'population' THEN per_1000_residents WHEN 'none' THEN base_value END AS compared_value,
    CASE scale WHEN 'population' THEN CONCAT(base_unit, '/1000人') WHEN 'none' THEN base_unit END AS compared_unit,
    better AS direction,
    ROW_NUMBER() OVER (
        PARTITION BY comparable_key, municipality_code
        ORDER BY CASE WHEN year IS NULL THEN 1 ELSE 0 END, year DESC, value_kind, indicator_id
    ) = 1 AS is_representative,
    document_id, page, x0, top, x1, bottom
FROM converted
ORDER BY comparable_key, municipality_code, indicator_id
