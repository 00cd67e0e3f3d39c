-- Every attempt at every document; one of the catalogue that nobody tried is an outcome too.
INSERT INTO quality.document_outcome
WITH attempt AS (
    SELECT document AS document_id, outcome, detail, sha256 FROM in_outcomes
    UNION ALL
    SELECT document_id, 'not_attempted', 'in the catalogue, but no attempt was made', sha256
    FROM dim_document
    WHERE document_id NOT IN (SELECT document FROM in_outcomes)
), counted AS (
    SELECT document_id, count(*) AS observations, count(*) FILTER (WHERE is_trusted) AS trusted
    FROM fact_indicator_value
    GROUP BY document_id
)
SELECT
    a.document_id, a.outcome, a.detail, a.sha256,
    a.document_id IN (SELECT document_id FROM dim_document),
    coalesce(c.observations, 0), coalesce(c.trusted, 0), 0
FROM attempt AS a
LEFT JOIN counted AS c USING (document_id)
ORDER BY a.document_id, a.outcome, a.sha256;
