-- Observations: every printed value with its keys, then what an indicator is by its latest trusted figures.
-- What people decided on figures: one decision, the newest, for each.
CREATE TEMP TABLE decided AS
SELECT * REPLACE (coalesce(indicator, '') AS indicator)
FROM in_decisions
WHERE value_kind IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY document, page, x0, top, x1, bottom, indicator, value_kind, period_label, raw_text
    ORDER BY decided_on DESC, decision, reason
) = 1;

-- Two cells of one document that read alike are told apart by their place among each other.
CREATE TEMP TABLE observation AS
SELECT
    o.*,
    d.municipality_code, d.kind AS document_kind, d.edition, d.is_superseded,
    short_key('m_', concat_ws('|', o.plan_id, o.measure_key)) AS measure_id,
    CASE WHEN o.has_indicator
        THEN short_key('i_', concat_ws('|', o.plan_id, o.measure_key, o.indicator_key))
    END AS indicator_id,
    CASE
        WHEN o.fiscal_year IS NOT NULL THEN 'FY' || o.fiscal_year
        WHEN o.calendar_year IS NOT NULL THEN 'CY' || o.calendar_year
    END AS period_id,
    decided.decision, decided.reason AS decided_reason, decided.why, decided.decided_by, decided.decided_on,
    CASE coalesce(decided.decision, '')
        WHEN 'ignored' THEN FALSE
        WHEN 'accepted' THEN TRUE
        WHEN 'corrected' THEN TRUE
        ELSE o.confidence >= 0.9
    END AS is_trusted,
    short_key('o_', concat_ws('|',
        o.document, o.page, o.indicator, o.measure_no, o.value_kind, o.period_label, o.raw_text,
        row_number() OVER (
            PARTITION BY o.document, o.page, o.indicator, o.measure_no, o.value_kind, o.period_label, o.raw_text
            ORDER BY o.position
        )
    )) AS observation_id
FROM in_observations AS o
JOIN dim_document AS d ON d.document_id = o.document
LEFT JOIN decided
    ON decided.document = o.document AND decided.page = o.page AND decided.indicator = o.indicator
    AND decided.value_kind = o.value_kind AND decided.raw_text = o.raw_text
    AND decided.period_label IS NOT DISTINCT FROM o.period_label
    AND decided.x0 IS NOT DISTINCT FROM o.x0 AND decided.top IS NOT DISTINCT FROM o.top
    AND decided.x1 IS NOT DISTINCT FROM o.x1 AND decided.bottom IS NOT DISTINCT FROM o.bottom;

INSERT INTO fact_indicator_value
WITH ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY indicator_id, value_kind, period_id
            ORDER BY
                is_trusted DESC, is_superseded, edition DESC, document_kind DESC, document DESC, confidence DESC,
                position
        ) AS recency,
        count(DISTINCT value) FILTER (WHERE is_trusted) OVER (
            PARTITION BY document, indicator_id, value_kind, period_id
        ) AS figures
    FROM observation
), typed AS (
    SELECT
        observation_id, municipality_code, plan_id, document AS document_id, measure_id, indicator_id, period_id,
        blank_to_null(unit) AS unit,
        CASE WHEN first_department IS NOT NULL
            THEN short_key('d_', concat_ws('|', municipality_code, first_department))
        END AS department_id,
        value_kind, blank_to_null(period_label) AS period_label, value, blank_to_null(per) AS per, status,
        blank_to_null(comparator) AS comparator, numerator, denominator, blank_to_null(note) AS note,
        blank_to_null(direction) AS direction, blank_to_null(rating) AS rating, raw_text, page, x0, top, x1, bottom,
        blank_to_null(rules) AS rules, confidence, is_trusted,
        -- Where one document prints two figures for one thing, neither is called the latest: a person must look.
        is_trusted AND NOT is_superseded AND indicator_id IS NOT NULL AND recency = 1 AND figures <= 1 AS is_latest
    FROM ranked
)
SELECT *, sha256(to_json(typed)::VARCHAR) AS row_hash
FROM typed
ORDER BY document_id, page, top, x0, observation_id;

-- What an indicator is called: its first printing; what it is counted in: its latest trusted figure.
INSERT INTO dim_indicator
WITH first_printed AS (
    SELECT
        short_key('i_', concat_ws('|', plan_id, measure_key, indicator_key)) AS indicator_id,
        short_key('m_', concat_ws('|', plan_id, measure_key)) AS measure_id,
        plan_id, first_indicator AS name, first_document, theme,
        max(comparable_key) OVER (PARTITION BY plan_id, measure_key, indicator_key) AS comparable_key
    FROM in_indicators
    WHERE has_indicator
    QUALIFY row_number() OVER (
        PARTITION BY plan_id, measure_key, indicator_key ORDER BY document = first_document DESC, document
    ) = 1
), stated AS (
    SELECT
        f.indicator_id,
        arg_max(f.unit, (f.is_trusted, d.edition, f.value IS NOT NULL, f.value_kind))
            FILTER (WHERE f.unit IS NOT NULL) AS unit,
        arg_max(f.per, (f.is_trusted, d.edition, f.value IS NOT NULL, f.value_kind))
            FILTER (WHERE f.per IS NOT NULL) AS per,
        arg_max(f.direction, (f.is_trusted, d.edition, f.value_kind, f.direction))
            FILTER (WHERE f.direction IN ('up', 'down')) AS direction,
        max(CASE WHEN f.value_kind = 'target' AND f.comparator IN ('以上', '超') THEN 1 END) AS at_least,
        max(CASE WHEN f.value_kind = 'target' AND f.comparator IN ('以下', '未満') THEN 1 END) AS at_most,
        arg_max(f.value, (d.edition, coalesce(p.year, 0)))
            FILTER (WHERE f.value_kind = 'target' AND f.is_trusted) AS target,
        arg_min(f.value, (d.edition, coalesce(p.year, 0)))
            FILTER (WHERE f.value_kind = 'baseline' AND f.is_trusted) AS baseline
    FROM fact_indicator_value AS f
    JOIN dim_document AS d USING (document_id)
    LEFT JOIN dim_period AS p USING (period_id)
    GROUP BY f.indicator_id
), placed AS (
    SELECT indicator_id, max(part) AS part, row_number() OVER (
        PARTITION BY plan_id ORDER BY min((edition, document_kind, document, position))
    ) AS position
    FROM observation
    WHERE indicator_id IS NOT NULL
    GROUP BY plan_id, indicator_id
), judged AS (
    SELECT
        *,
        CASE
            WHEN direction IS NOT NULL THEN 'stated'
            WHEN at_least = 1 OR at_most = 1 THEN 'comparator'
            WHEN target <> baseline THEN 'sign'
            ELSE 'none'
        END AS direction_source
    FROM stated
)
SELECT
    i.indicator_id, i.measure_id, i.plan_id, p.municipality_code, i.name, j.unit, j.per,
    CASE j.direction_source
        WHEN 'stated' THEN j.direction
        WHEN 'comparator' THEN CASE WHEN j.at_least = 1 THEN 'up' ELSE 'down' END
        WHEN 'sign' THEN CASE WHEN j.target > j.baseline THEN 'up' ELSE 'down' END
        WHEN 'none' THEN 'none'
    END AS direction,
    j.direction_source, i.theme, i.comparable_key, i.first_document, o.position, blank_to_null(o.part)
FROM first_printed AS i
JOIN judged AS j USING (indicator_id)
JOIN placed AS o USING (indicator_id)
JOIN dim_plan AS p USING (plan_id)
ORDER BY i.indicator_id;
