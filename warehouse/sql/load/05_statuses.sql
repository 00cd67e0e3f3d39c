-- Initiatives of status tables, and surveys.
-- repeats_position: the row that this one repeats (transforms/repeats.py); it is kept and not counted.
INSERT INTO fact_measure_status
WITH printed AS (
    SELECT
        s.*, d.municipality_code,
        short_key('s_', concat_ws('|', s.document, s.page, s.initiative, s.position)) AS status_id,
        short_key('m_', concat_ws('|', s.plan_id, s.measure_key)) AS measure_id,
        s.repeats_position IS NOT NULL AS is_repeat
    FROM in_statuses AS s
    JOIN dim_document AS d ON d.document_id = s.document
), typed AS (
    SELECT
        p.status_id, p.municipality_code, p.plan_id, p.document AS document_id, p.measure_id, p.position,
        blank_to_null(p.field) AS field, blank_to_null(p.measure) AS measure, p.initiative, p.theme,
        blank_to_null(p.started_label) AS started_label, p.started_fiscal_year, blank_to_null(p.mark) AS mark, p.status,
        p.is_new, blank_to_null(p.repeats) AS repeats, o.status_id AS repeats_status_id, p.is_repeat, p.page,
        p.confidence, p.confidence >= 0.9 AS is_trusted
    FROM printed AS p
    LEFT JOIN printed AS o ON o.document = p.document AND o.position = p.repeats_position
)
SELECT *, sha256(to_json(typed)::VARCHAR)
FROM typed
ORDER BY document_id, position;

INSERT INTO fact_survey_sample
WITH typed AS (
    SELECT
        short_key('u_', concat_ws('|', s.document, s.position)) AS sample_id,
        d.municipality_code, d.plan_id, s.document AS document_id, s.position, s.survey, s.fiscal_year,
        blank_to_null(s.target) AS target, blank_to_null(s.method) AS method, s.sent,
        blank_to_null(s.sent_unit) AS sent_unit,
        s.valid,
        -- Answers are counted in 件: schools asked say nothing about how many were.
        CASE WHEN coalesce(s.sent_unit, '') IN ('', '件', '人', '名', '通', '票', '部') THEN s.valid / nullif(s.sent, 0) END
            AS response_rate, s.page, s.confidence, s.confidence >= 0.9 AS is_trusted
    FROM in_surveys AS s
    JOIN dim_document AS d ON d.document_id = s.document
)
SELECT *, sha256(to_json(typed)::VARCHAR)
FROM typed
ORDER BY document_id, position;
