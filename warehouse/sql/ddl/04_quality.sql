-- Quality: what was checked, what a person must look at, and what became of every document.

CREATE TABLE quality.check_result (
    suite VARCHAR,
    position INTEGER,
    expectation VARCHAR,
    column_name VARCHAR,
    meaning VARCHAR,
    success BOOLEAN,
    element_count INTEGER,
    unexpected_count INTEGER,
    observed VARCHAR,
    unexpected_keys VARCHAR
);
COMMENT ON TABLE quality.check_result IS 'Result of every expectation of the run that built this warehouse.';
COMMENT ON COLUMN quality.check_result.suite IS 'suite: the table or rule that was checked';
COMMENT ON COLUMN quality.check_result.position IS 'place in the suite, from 1';
COMMENT ON COLUMN quality.check_result.expectation IS 'type of the expectation';
COMMENT ON COLUMN quality.check_result.column_name IS 'column that was checked';
COMMENT ON COLUMN quality.check_result.meaning IS 'what must hold, in words';
COMMENT ON COLUMN quality.check_result.success IS 'whether it holds';
COMMENT ON COLUMN quality.check_result.element_count IS 'rows looked at';
COMMENT ON COLUMN quality.check_result.unexpected_count IS 'rows that break it';
COMMENT ON COLUMN quality.check_result.observed IS 'what was found';
COMMENT ON COLUMN quality.check_result.unexpected_keys IS 'keys of the first rows that break it';

CREATE TABLE quality.review_item (
    review_id VARCHAR,
    document_id VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    reason VARCHAR,
    detail VARCHAR,
    indicator_id VARCHAR,
    observation_id VARCHAR,
    indicator VARCHAR,
    about VARCHAR,
    state VARCHAR,
    decided_by VARCHAR,
    decided_on VARCHAR,
    why VARCHAR
);
COMMENT ON TABLE quality.review_item IS 'What a person must look at, and what people decided; none of it blocks publishing.';
COMMENT ON COLUMN quality.review_item.review_id IS 'key of the item: document, page, box, reason and text';
COMMENT ON COLUMN quality.review_item.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN quality.review_item.page IS 'page of the PDF; NULL where it concerns the whole document';
COMMENT ON COLUMN quality.review_item.x0 IS 'left edge of the printed cell, in PDF points';
COMMENT ON COLUMN quality.review_item.top IS 'upper edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN quality.review_item.x1 IS 'right edge of the printed cell, in PDF points';
COMMENT ON COLUMN quality.review_item.bottom IS 'lower edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN quality.review_item.reason IS 'low_confidence, unread_region, doubtful_link, direction_disagreement, outlier, unit_changed, figures_disagree …';
COMMENT ON COLUMN quality.review_item.detail IS 'what was read there, in words';
COMMENT ON COLUMN quality.review_item.indicator_id IS 'indicator concerned; NULL where none';
COMMENT ON COLUMN quality.review_item.observation_id IS 'observation concerned; NULL where none';
COMMENT ON COLUMN quality.review_item.indicator IS 'name of the indicator at the figure in question; NULL where the item is about no figure';
COMMENT ON COLUMN quality.review_item.about IS 'figure (its reading is in question), page (something was seen and not read) or comparison (of figures or names)';
COMMENT ON COLUMN quality.review_item.state IS 'open, or what a person decided: accepted, corrected or ignored';
COMMENT ON COLUMN quality.review_item.decided_by IS 'who decided; NULL where open';
COMMENT ON COLUMN quality.review_item.decided_on IS 'day of the decision (2025-04-01); NULL where open';
COMMENT ON COLUMN quality.review_item.why IS 'why it was decided so; NULL where open';

CREATE TABLE quality.document_outcome (
    document_id VARCHAR,
    outcome VARCHAR,
    detail VARCHAR,
    sha256 VARCHAR,
    in_catalogue BOOLEAN,
    observations INTEGER,
    trusted_observations INTEGER,
    review_items INTEGER
);
COMMENT ON TABLE quality.document_outcome IS 'Every attempt at every document, successes and failures.';
COMMENT ON COLUMN quality.document_outcome.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN quality.document_outcome.outcome IS 'read, nothing_found, or why the document could not be read';
COMMENT ON COLUMN quality.document_outcome.detail IS 'one line for people';
COMMENT ON COLUMN quality.document_outcome.sha256 IS 'SHA-256 of the bytes of the document';
COMMENT ON COLUMN quality.document_outcome.in_catalogue IS 'the catalogue has an entry of this document';
COMMENT ON COLUMN quality.document_outcome.observations IS 'observations in the warehouse';
COMMENT ON COLUMN quality.document_outcome.trusted_observations IS 'of them trusted';
COMMENT ON COLUMN quality.document_outcome.review_items IS 'open review items of the document';
