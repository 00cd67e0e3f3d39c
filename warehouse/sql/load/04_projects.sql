-- Projects and the bars of their year plans; a bar finds its project by number and name, then by either alone.
INSERT INTO dim_project
WITH printed AS (
    SELECT
        p.*, d.plan_id, d.municipality_code, d.edition,
        short_key('p_', concat_ws('|', d.plan_id, p.project_no, p.name_key)) AS project_id
    FROM in_projects AS p
    JOIN dim_document AS d ON d.document_id = p.document
)
SELECT
    project_id, plan_id, municipality_code, document, blank_to_null(project_no), name, blank_to_null(category),
    blank_to_null(department),
    CASE WHEN first_department IS NOT NULL
        THEN short_key('d_', concat_ws('|', municipality_code, first_department))
    END,
    blank_to_null(description), blank_to_null(pillar), blank_to_null(policy), blank_to_null(sub_policy), theme, page,
    confidence, confidence >= 0.9
FROM printed
QUALIFY row_number() OVER (PARTITION BY project_id ORDER BY edition DESC, confidence DESC, position) = 1
ORDER BY document, page, position;

INSERT INTO fact_project_phase
WITH project AS (
    SELECT DISTINCT
        p.document, p.project_no, p.name_key,
        short_key('p_', concat_ws('|', d.plan_id, p.project_no, p.name_key)) AS project_id
    FROM in_projects AS p
    JOIN dim_document AS d ON d.document_id = p.document
), matched AS (
    SELECT
        b.*, p.project_id,
        row_number() OVER (
            PARTITION BY b.document, b.position
            ORDER BY
                (p.project_no = b.project_no AND p.name_key = b.name_key) DESC,
                p.project_no = b.project_no DESC, p.project_id
        ) AS choice
    FROM in_phases AS b
    LEFT JOIN project AS p
        ON p.document = b.document
        AND (
            (p.project_no = b.project_no AND trim(b.project_no) <> '')
            OR (p.name_key = b.name_key AND b.name_key <> '')
        )
), typed AS (
    SELECT
        short_key('b_', concat_ws('|', m.document, m.position)) AS phase_id,
        m.project_id, d.plan_id, m.document AS document_id,
        row_number() OVER (PARTITION BY m.document, m.project_id ORDER BY m.position) AS position,
        m.label, m.first_fiscal_year, m.last_fiscal_year, m.open_start, m.open_end, m.page, m.confidence,
        m.confidence >= 0.9 AS is_trusted
    FROM matched AS m
    JOIN dim_document AS d ON d.document_id = m.document
    WHERE m.choice = 1
)
SELECT *, sha256(to_json(typed)::VARCHAR)
FROM typed
ORDER BY document_id, page, project_id, position;
