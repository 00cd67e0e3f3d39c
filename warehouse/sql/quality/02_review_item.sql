-- What a person must look at. Each rule is one branch; none of them blocks publishing.
-- Reading marks a doubtful figure too: the finding that knows the observation is kept, the other one is not repeated.
CREATE TEMP TABLE finding AS
SELECT r.document AS document_id, r.page, r.x0, r.top, r.x1, r.bottom, r.reason, r.text AS detail,
    NULL::VARCHAR AS indicator_id, NULL::VARCHAR AS observation_id
FROM in_review AS r
WHERE NOT (r.reason = 'low_confidence' AND EXISTS (
    FROM fact_indicator_value AS f
    WHERE f.document_id = r.document AND f.page = r.page AND f.x0 = r.x0 AND f.top = r.top AND f.confidence < 0.9
));

-- A figure that was read with too little confidence to be published unseen.
INSERT INTO finding
SELECT document_id, page, x0, top, x1, bottom, 'low_confidence', raw_text, indicator_id, observation_id
FROM fact_indicator_value
WHERE confidence < 0.9;

-- Words say that one way is better, the plan's own target lies the other way (閲覧数: 135,392 → 100,000). The words win.
INSERT INTO finding
SELECT t.document_id, t.page, t.x0, t.top, t.x1, t.bottom, 'direction_disagreement',
    concat('「', i.name, '」 is better when it goes ', i.direction, ', but the target ', t.raw_text,
        ' lies on the other side of the baseline ', b.raw_text),
    i.indicator_id, t.observation_id
FROM dim_indicator AS i
JOIN fact_indicator_value AS b ON b.indicator_id = i.indicator_id AND b.value_kind = 'baseline' AND b.is_latest
JOIN fact_indicator_value AS t ON t.indicator_id = i.indicator_id AND t.value_kind = 'target' AND t.is_latest
WHERE coalesce(b.unit, '') = coalesce(t.unit, '')
    AND ((i.direction = 'up' AND t.value < b.value) OR (i.direction = 'down' AND t.value > b.value))
    AND NOT EXISTS (
        FROM in_review AS r
        JOIN bridge_indicator_document AS n ON n.document_id = r.document AND n.indicator_id = i.indicator_id
        WHERE r.document = t.document_id AND r.page = t.page AND r.reason = 'direction_disagreement'
            AND starts_with(r.text, n.indicator)
    );

-- A factor of 100 against the baseline is more often a unit that was misread than news.
INSERT INTO finding
SELECT v.document_id, v.page, v.x0, v.top, v.x1, v.bottom, 'outlier',
    concat('「', i.name, '」 ', v.raw_text, ' is ', round(v.value / b.value, 4), ' times the baseline ', b.raw_text),
    i.indicator_id, v.observation_id
FROM dim_indicator AS i
JOIN fact_indicator_value AS b ON b.indicator_id = i.indicator_id AND b.value_kind = 'baseline' AND b.is_latest
JOIN fact_indicator_value AS v ON v.indicator_id = i.indicator_id AND v.value_kind <> 'baseline' AND v.is_latest
WHERE b.value <> 0 AND v.value <> 0 AND (abs(v.value / b.value) >= 100 OR abs(v.value / b.value) <= 0.01);

-- One indicator, one document, two units.
INSERT INTO finding
SELECT document_id, min(page), NULL, NULL, NULL, NULL, 'unit_changed',
    concat('「', any_value(i.name), '」 is printed in ', string_agg(DISTINCT v.unit, ' and ' ORDER BY v.unit)),
    v.indicator_id, NULL
FROM fact_indicator_value AS v
JOIN dim_indicator AS i USING (indicator_id)
WHERE v.unit IS NOT NULL
GROUP BY v.document_id, v.indicator_id
HAVING count(DISTINCT v.unit) > 1;

-- One indicator, one document, one kind and period, two figures.
INSERT INTO finding
SELECT document_id, min(page), NULL, NULL, NULL, NULL, 'figures_disagree',
    concat('「', any_value(i.name), '」 ', v.value_kind, ' ', coalesce(v.period_id, 'without a year'), ': ',
        string_agg(DISTINCT v.raw_text, ' and ' ORDER BY v.raw_text)),
    v.indicator_id, NULL
FROM fact_indicator_value AS v
JOIN dim_indicator AS i USING (indicator_id)
WHERE v.is_trusted AND v.value IS NOT NULL
GROUP BY v.document_id, v.indicator_id, v.value_kind, v.period_id
HAVING count(DISTINCT v.value) > 1;

-- Two documents, or two columns, that disagree on which way is better.
INSERT INTO finding
SELECT max(document_id), NULL, NULL, NULL, NULL, NULL, 'direction_changed',
    concat('「', any_value(i.name), '」 is read as better going up in one place and down in another'),
    v.indicator_id, NULL
FROM fact_indicator_value AS v
JOIN dim_indicator AS i USING (indicator_id)
WHERE v.direction IN ('up', 'down')
GROUP BY v.indicator_id
HAVING count(DISTINCT v.direction) > 1;

-- A bar of a year plan that no project claims.
INSERT INTO finding
SELECT document_id, page, NULL, NULL, NULL, NULL, 'phase_without_project', label, NULL, NULL
FROM fact_project_phase
WHERE project_id IS NULL;

-- A figure that people corrected is no finding any more, but what they decided stays on the list.
INSERT INTO finding
SELECT o.document, o.page, o.x0, o.top, o.x1, o.bottom, o.decided_reason, o.raw_text, o.indicator_id, o.observation_id
FROM observation AS o
WHERE o.decision IS NOT NULL AND NOT EXISTS (
    FROM finding AS n
    JOIN in_reasons AS r ON r.reason = n.reason AND r.about = 'figure'
    WHERE n.observation_id = o.observation_id
);

-- A decision on a figure settles every doubt about its reading, any other one the item that says the same at its place.
INSERT INTO quality.review_item
WITH numbered AS (
    SELECT *, row_number() OVER (
        PARTITION BY document_id, page, x0, top, x1, bottom, reason, detail ORDER BY observation_id, indicator_id
    ) AS occurrence
    FROM finding
), decided_item AS (
    SELECT *
    FROM in_decisions
    WHERE value_kind IS NULL
    QUALIFY row_number() OVER (
        PARTITION BY document, page, x0, top, reason, raw_text ORDER BY decided_on DESC, decision
    ) = 1
)
SELECT
    short_key('r_', concat_ws('|',
        n.document_id, n.page, round(n.x0), round(n.top), round(n.x1), round(n.bottom), n.reason, n.detail, n.occurrence
    )) AS review_id,
    n.document_id, n.page, n.x0, n.top, n.x1, n.bottom, n.reason, n.detail, n.indicator_id, n.observation_id,
    CASE r.about WHEN 'figure' THEN o.indicator END, r.about,
    coalesce(CASE r.about WHEN 'figure' THEN o.decision ELSE d.decision END, 'open'),
    CASE r.about WHEN 'figure' THEN o.decided_by ELSE d.decided_by END,
    CASE r.about WHEN 'figure' THEN o.decided_on ELSE d.decided_on END,
    CASE r.about WHEN 'figure' THEN o.why ELSE d.why END
FROM numbered AS n
LEFT JOIN in_reasons AS r ON r.reason = n.reason
LEFT JOIN observation AS o ON o.observation_id = n.observation_id
LEFT JOIN decided_item AS d
    ON d.document = n.document_id AND d.page IS NOT DISTINCT FROM n.page
    AND d.reason = n.reason AND d.raw_text = n.detail
    AND (d.x0 IS NULL OR (d.x0 = n.x0 AND d.top = n.top))
ORDER BY n.document_id, n.page, n.top, n.x0, n.reason, review_id;

UPDATE quality.document_outcome AS d
SET review_items = (
    SELECT count(*) FROM quality.review_item AS r WHERE r.document_id = d.document_id AND r.state = 'open'
);
