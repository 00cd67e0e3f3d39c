-- Bridges: many-to-many relations between dimensions.

CREATE TABLE bridge_measure_department (
    measure_id VARCHAR,
    department_id VARCHAR,
    document_id VARCHAR,
    position INTEGER,
    and_others BOOLEAN
);
COMMENT ON TABLE bridge_measure_department IS 'Which departments a document names for a measure, in the printed order.';
COMMENT ON COLUMN bridge_measure_department.measure_id IS 'key of the measure';
COMMENT ON COLUMN bridge_measure_department.department_id IS 'key of the department';
COMMENT ON COLUMN bridge_measure_department.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN bridge_measure_department.position IS 'place in the cell, from 1';
COMMENT ON COLUMN bridge_measure_department.and_others IS 'the cell ends in ほか (and others)';

CREATE TABLE bridge_measure_document (
    measure_id VARCHAR,
    document_id VARCHAR,
    field VARCHAR,
    measure_no VARCHAR,
    measure VARCHAR,
    departments VARCHAR
);
COMMENT ON TABLE bridge_measure_document IS 'How each document prints a measure, and the departments it names for it.';
COMMENT ON COLUMN bridge_measure_document.measure_id IS 'key of the measure';
COMMENT ON COLUMN bridge_measure_document.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN bridge_measure_document.field IS '施策分野 as printed';
COMMENT ON COLUMN bridge_measure_document.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN bridge_measure_document.measure IS 'name of the measure as this document prints it';
COMMENT ON COLUMN bridge_measure_document.departments IS 'departments in the printed order, separated by 、; NULL where none is named';

CREATE TABLE bridge_department_succession (
    municipality_code VARCHAR,
    predecessor_id VARCHAR,
    successor_id VARCHAR,
    earlier_document_id VARCHAR,
    later_document_id VARCHAR,
    measures INTEGER,
    measures_of_predecessor INTEGER,
    is_likely_renamed BOOLEAN
);
COMMENT ON TABLE bridge_department_succession IS 'Departments that took over measures between two editions: derived from measures whose one department was replaced by one other.';
COMMENT ON COLUMN bridge_department_succession.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN bridge_department_succession.predecessor_id IS 'department in the earlier edition';
COMMENT ON COLUMN bridge_department_succession.successor_id IS 'department in the later edition';
COMMENT ON COLUMN bridge_department_succession.earlier_document_id IS 'the earlier edition';
COMMENT ON COLUMN bridge_department_succession.later_document_id IS 'the later edition';
COMMENT ON COLUMN bridge_department_succession.measures IS 'measures that passed from one to the other';
COMMENT ON COLUMN bridge_department_succession.measures_of_predecessor IS 'measures of the predecessor in the earlier edition';
COMMENT ON COLUMN bridge_department_succession.is_likely_renamed IS 'most measures of the predecessor passed to this one successor, at least two';

CREATE TABLE bridge_indicator_document (
    indicator_id VARCHAR,
    document_id VARCHAR,
    field VARCHAR,
    measure_no VARCHAR,
    measure VARCHAR,
    indicator VARCHAR,
    name_key VARCHAR,
    method VARCHAR,
    score DOUBLE
);
COMMENT ON TABLE bridge_indicator_document IS 'How each document prints an indicator, and how it was linked to the first printing of it.';
COMMENT ON COLUMN bridge_indicator_document.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN bridge_indicator_document.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN bridge_indicator_document.field IS '施策分野 as printed';
COMMENT ON COLUMN bridge_indicator_document.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN bridge_indicator_document.measure IS 'name of the measure as this document prints it';
COMMENT ON COLUMN bridge_indicator_document.indicator IS 'name of the indicator as this document prints it';
COMMENT ON COLUMN bridge_indicator_document.name_key IS 'letters and digits of the name in one width: names with one key differ in spacing alone';
COMMENT ON COLUMN bridge_indicator_document.method IS 'first, same_name or likeness (of name and figures)';
COMMENT ON COLUMN bridge_indicator_document.score IS '0 to 1; links below 0.7 are not made but sent to review';
