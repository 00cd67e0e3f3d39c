-- Bridges: names of an indicator by document, departments of a measure, departments that took over from others.
INSERT INTO bridge_indicator_document
SELECT
    short_key('i_', concat_ws('|', plan_id, measure_key, indicator_key)) AS indicator_id,
    document, blank_to_null(field), blank_to_null(measure_no), blank_to_null(measure), indicator, name_key, method,
    score
FROM in_indicators
WHERE has_indicator
ORDER BY indicator_id, document, indicator, field, measure_no, measure;

INSERT INTO bridge_measure_department
SELECT
    short_key('m_', concat_ws('|', d.plan_id, d.measure_key)) AS measure_id,
    short_key('d_', concat_ws('|', p.municipality_code, d.department)) AS department_id,
    d.document, d.position, d.and_others
FROM in_departments AS d
JOIN dim_plan AS p USING (plan_id)
ORDER BY measure_id, d.document, d.position, department_id;

INSERT INTO bridge_measure_document
WITH named AS (
    SELECT b.measure_id, b.document_id, string_agg(d.name, '、' ORDER BY b.position, d.name) AS departments
    FROM bridge_measure_department AS b
    JOIN dim_department AS d USING (department_id)
    GROUP BY ALL
)
SELECT
    short_key('m_', concat_ws('|', m.plan_id, m.measure_key)) AS measure_id, m.document AS document_id,
    blank_to_null(m.field), blank_to_null(m.measure_no), blank_to_null(m.measure), n.departments
FROM in_measures AS m
LEFT JOIN named AS n
    ON n.document_id = m.document AND n.measure_id = short_key('m_', concat_ws('|', m.plan_id, m.measure_key))
QUALIFY row_number() OVER (PARTITION BY m.plan_id, m.measure_key, m.document ORDER BY m.field DESC, m.measure) = 1
ORDER BY measure_id, document_id;

-- Only a measure that lost exactly one department and gained exactly one other says who followed whom.
INSERT INTO bridge_department_succession
WITH edition AS (
    SELECT document_id, plan_id, municipality_code, edition,
        lead(document_id) OVER (PARTITION BY plan_id ORDER BY edition, kind, document_id) AS next_document_id
    FROM dim_document
    WHERE document_id IN (SELECT document_id FROM bridge_measure_department)
), pair AS (
    SELECT e.municipality_code, e.document_id AS earlier, e.next_document_id AS later, b.measure_id
    FROM edition AS e
    JOIN bridge_measure_department AS b ON b.document_id = e.document_id
    WHERE EXISTS (
        FROM bridge_measure_department AS n WHERE n.document_id = e.next_document_id AND n.measure_id = b.measure_id
    )
    GROUP BY ALL
), gone AS (
    SELECT p.*, b.department_id, count(*) OVER (PARTITION BY p.earlier, p.later, p.measure_id) AS departments
    FROM pair AS p
    JOIN bridge_measure_department AS b ON b.document_id = p.earlier AND b.measure_id = p.measure_id
    WHERE b.department_id NOT IN (
        SELECT n.department_id
        FROM bridge_measure_department AS n
        WHERE n.document_id = p.later AND n.measure_id = p.measure_id
    )
), come AS (
    SELECT p.*, b.department_id, count(*) OVER (PARTITION BY p.earlier, p.later, p.measure_id) AS departments
    FROM pair AS p
    JOIN bridge_measure_department AS b ON b.document_id = p.later AND b.measure_id = p.measure_id
    WHERE b.department_id NOT IN (
        SELECT n.department_id
        FROM bridge_measure_department AS n
        WHERE n.document_id = p.earlier AND n.measure_id = p.measure_id
    )
), succession AS (
    SELECT g.municipality_code, g.department_id AS predecessor_id, c.department_id AS successor_id, g.earlier, g.later,
        count(*) AS measures
    FROM gone AS g
    JOIN come AS c USING (earlier, later, measure_id)
    WHERE g.departments = 1 AND c.departments = 1
    GROUP BY ALL
), held AS (
    SELECT document_id, department_id, count(DISTINCT measure_id) AS measures
    FROM bridge_measure_department
    GROUP BY ALL
)
SELECT
    s.municipality_code, s.predecessor_id, s.successor_id, s.earlier, s.later, s.measures, h.measures,
    s.measures >= 2 AND 2 * s.measures > h.measures
FROM succession AS s
JOIN held AS h ON h.document_id = s.earlier AND h.department_id = s.predecessor_id
ORDER BY s.earlier, s.later, s.predecessor_id, s.successor_id;
