-- Dimensions from the staged frames (warehouse/staging.py). Order is fixed by the key everywhere.
-- A key is the head of a SHA-256 over the natural key: no clock, no path, no counter.
CREATE TEMP MACRO short_key(prefix, natural_key) AS prefix || left(sha256(natural_key), 16);
CREATE TEMP MACRO blank_to_null(printed) AS nullif(trim(printed), '');

INSERT INTO dim_municipality
SELECT code, prefecture, name, kana, kind, population_2020 FROM in_municipalities ORDER BY code;

INSERT INTO dim_plan
SELECT plan_id, municipality_code, title, first_fiscal_year, last_fiscal_year FROM in_plans ORDER BY plan_id;

INSERT INTO dim_document
SELECT
    d.document_id, d.plan_id, d.municipality_code, d.kind, d.title, d.edition, blank_to_null(d.published_on),
    d.sha256, d.pages, blank_to_null(d.source_url), blank_to_null(d.licence), d.origin, blank_to_null(d.supersedes),
    -- An edition that could not be read replaces nothing.
    d.document_id IN (
        SELECT newer.supersedes
        FROM in_documents AS newer
        JOIN in_observations AS o ON o.document = newer.document_id
        WHERE newer.supersedes IS NOT NULL
    ),
    d.as_of_fiscal_year
FROM in_documents AS d
ORDER BY d.document_id;

INSERT INTO dim_theme SELECT theme, label_ja, label_en, basis, position FROM in_themes ORDER BY position;

INSERT INTO dim_comparable
SELECT comparable_key, label_ja, dimension, scale, direction FROM in_comparables ORDER BY comparable_key;

INSERT INTO dim_unit SELECT unit, dimension, base_unit, factor FROM in_units ORDER BY unit;

INSERT INTO dim_measure
WITH named AS (
    SELECT plan_id, measure_key, first_field, first_measure_no, first_measure, theme
    FROM in_measures
    QUALIFY row_number() OVER (
        PARTITION BY plan_id, measure_key ORDER BY first_document, first_field, first_measure_no, first_measure
    ) = 1
), described AS (
    SELECT r.*, d.edition
    FROM in_described_measures AS r
    JOIN in_documents AS d ON d.document_id = r.document
    WHERE r.confidence >= 0.9
    QUALIFY row_number() OVER (
        PARTITION BY r.plan_id, r.measure_key ORDER BY d.edition DESC, r.place = 'list', r.document, r.position
    ) = 1
), placed AS (
    SELECT p.plan_id, p.measure_key, row_number() OVER (
        PARTITION BY p.plan_id ORDER BY min((d.edition, d.kind, p.document, p.page, p.position))
    ) AS position
    FROM in_measure_places AS p
    JOIN in_documents AS d ON d.document_id = p.document
    GROUP BY p.plan_id, p.measure_key
)
SELECT
    short_key('m_', concat_ws('|', n.plan_id, n.measure_key)) AS measure_id,
    n.plan_id, blank_to_null(n.first_field), blank_to_null(n.first_measure_no), blank_to_null(n.first_measure),
    r.is_new, blank_to_null(r.category), n.theme, blank_to_null(r.audience), r.for_citizens, r.for_office,
    r.has_indicator,
    blank_to_null(r.overview), blank_to_null(r.background), blank_to_null(r.situation), blank_to_null(r.issue),
    blank_to_null(r.approach), blank_to_null(r.effect), r.document, r.page, p.position
FROM named AS n
JOIN placed AS p USING (plan_id, measure_key)
LEFT JOIN described AS r USING (plan_id, measure_key)
ORDER BY measure_id;

-- The calendar holds every year that a record or a plan names, and the years between them.
CREATE TEMP TABLE named_year AS
SELECT fiscal_year AS year FROM in_observations
UNION SELECT calendar_year FROM in_observations
UNION SELECT first_fiscal_year FROM in_plans
UNION SELECT last_fiscal_year FROM in_plans
UNION SELECT first_fiscal_year FROM in_phases
UNION SELECT last_fiscal_year FROM in_phases
UNION SELECT started_fiscal_year FROM in_statuses
UNION SELECT fiscal_year FROM in_surveys;

CREATE TEMP MACRO era_year(y) AS CASE
    WHEN y > 2019 THEN '令和' || (y - 2018)
    WHEN y = 2019 THEN '令和元'
    WHEN y > 1989 THEN '平成' || (y - 1988)
    WHEN y = 1989 THEN '平成元'
    WHEN y > 1926 THEN '昭和' || (y - 1925)
    ELSE '西暦' || y
END;

INSERT INTO dim_period
WITH years AS (
    SELECT unnest(generate_series(min(year), max(year)))::INTEGER AS year
    FROM named_year
)
SELECT
    'CY' || year AS period_id, 'calendar_year', year, era_year(year) || '年', make_date(year, 1, 1),
    make_date(year, 12, 31)
FROM years
UNION ALL
SELECT 'FY' || year, 'fiscal_year', year, era_year(year) || '年度', make_date(year, 4, 1), make_date(year + 1, 3, 31)
FROM years
ORDER BY period_id;

INSERT INTO dim_department
WITH named AS (
    SELECT p.municipality_code, d.department AS name FROM in_departments AS d JOIN in_plans AS p USING (plan_id)
    UNION
    SELECT d.municipality_code, p.first_department
    FROM in_projects AS p
    JOIN in_documents AS d ON d.document_id = p.document
    UNION
    SELECT d.municipality_code, o.first_department
    FROM in_observations AS o
    JOIN in_documents AS d ON d.document_id = o.document
)
SELECT short_key('d_', concat_ws('|', municipality_code, name)) AS department_id, municipality_code, name
FROM named
WHERE name IS NOT NULL
ORDER BY department_id;
