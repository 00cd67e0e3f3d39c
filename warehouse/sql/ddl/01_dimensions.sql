-- Dimensions: what the facts are about. Keys are stable: they hold no clock and no path.

CREATE TABLE dim_municipality (
    municipality_code VARCHAR,
    prefecture VARCHAR,
    name VARCHAR,
    kana VARCHAR,
    kind VARCHAR,
    population INTEGER
);
COMMENT ON TABLE dim_municipality IS 'Local governments of Japan (地方公共団体). Sources: code4fukui/localgovjp (CC0 1.0); 2020 census preliminary count, e-Stat, Statistics Bureau of Japan.';
COMMENT ON COLUMN dim_municipality.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN dim_municipality.prefecture IS 'prefecture';
COMMENT ON COLUMN dim_municipality.name IS 'name';
COMMENT ON COLUMN dim_municipality.kana IS 'reading of the name';
COMMENT ON COLUMN dim_municipality.kind IS '都道府県, 市, 区, 町 or 村';
COMMENT ON COLUMN dim_municipality.population IS 'residents, 2020 census, preliminary count (e-Stat, Statistics Bureau of Japan); NULL where not counted';

CREATE TABLE dim_plan (
    plan_id VARCHAR,
    municipality_code VARCHAR,
    title VARCHAR,
    first_fiscal_year INTEGER,
    last_fiscal_year INTEGER
);
COMMENT ON TABLE dim_plan IS 'Plans (計画): documents belong to one.';
COMMENT ON COLUMN dim_plan.plan_id IS 'key of the plan';
COMMENT ON COLUMN dim_plan.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN dim_plan.title IS 'title of the plan';
COMMENT ON COLUMN dim_plan.first_fiscal_year IS 'first fiscal year of the plan';
COMMENT ON COLUMN dim_plan.last_fiscal_year IS 'last fiscal year of the plan';

CREATE TABLE dim_document (
    document_id VARCHAR,
    plan_id VARCHAR,
    municipality_code VARCHAR,
    kind VARCHAR,
    title VARCHAR,
    edition INTEGER,
    published_on VARCHAR,
    sha256 VARCHAR,
    pages INTEGER,
    source_url VARCHAR,
    licence VARCHAR,
    origin VARCHAR,
    supersedes VARCHAR,
    is_superseded BOOLEAN,
    as_of_fiscal_year INTEGER
);
COMMENT ON TABLE dim_document IS 'Documents: one published file, one edition of a plan or of its yearly report.';
COMMENT ON COLUMN dim_document.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN dim_document.plan_id IS 'key of the plan';
COMMENT ON COLUMN dim_document.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN dim_document.kind IS 'plan or progress_report';
COMMENT ON COLUMN dim_document.title IS 'title of the document';
COMMENT ON COLUMN dim_document.edition IS 'year of publication of the document';
COMMENT ON COLUMN dim_document.published_on IS 'date or month of publication as far as it is known';
COMMENT ON COLUMN dim_document.sha256 IS 'SHA-256 of the bytes of the document';
COMMENT ON COLUMN dim_document.pages IS 'number of pages';
COMMENT ON COLUMN dim_document.source_url IS 'address of the document; NULL where it is not known';
COMMENT ON COLUMN dim_document.licence IS 'licence as stated by the publisher';
COMMENT ON COLUMN dim_document.origin IS 'reconstruction (laid out anew from the published text) or original (the publisher''s own file)';
COMMENT ON COLUMN dim_document.supersedes IS 'document_id of the edition that this one replaces';
COMMENT ON COLUMN dim_document.is_superseded IS 'another document that was read replaces this one';
COMMENT ON COLUMN dim_document.as_of_fiscal_year IS 'fiscal year of actuals that print no year, stated by the catalogue';

CREATE TABLE dim_theme (
    theme VARCHAR,
    label_ja VARCHAR,
    label_en VARCHAR,
    basis VARCHAR,
    position INTEGER
);
COMMENT ON TABLE dim_theme IS 'Nation-wide subjects (自治体DX推進計画の重点取組事項 and beyond) by which municipalities are compared.';
COMMENT ON COLUMN dim_theme.theme IS 'key of the theme';
COMMENT ON COLUMN dim_theme.label_ja IS 'name in Japanese';
COMMENT ON COLUMN dim_theme.label_en IS 'name in English';
COMMENT ON COLUMN dim_theme.basis IS 'where the subject comes from';
COMMENT ON COLUMN dim_theme.position IS 'order in the list';

CREATE TABLE dim_comparable (
    comparable_key VARCHAR,
    label_ja VARCHAR,
    dimension VARCHAR,
    scale VARCHAR,
    direction VARCHAR
);
COMMENT ON TABLE dim_comparable IS 'Kinds of indicator that mean the same in every municipality: only these are compared.';
COMMENT ON COLUMN dim_comparable.comparable_key IS 'key of the comparable kind';
COMMENT ON COLUMN dim_comparable.label_ja IS 'name in Japanese';
COMMENT ON COLUMN dim_comparable.dimension IS 'what the unit measures; a unit that is not listed is a dimension of its own';
COMMENT ON COLUMN dim_comparable.scale IS 'population where a count grows with the residents, else none';
COMMENT ON COLUMN dim_comparable.direction IS 'which way is better: up, down or none';

CREATE TABLE dim_measure (
    measure_id VARCHAR,
    plan_id VARCHAR,
    field VARCHAR,
    measure_no VARCHAR,
    name VARCHAR,
    is_new BOOLEAN,
    category VARCHAR,
    theme VARCHAR,
    audience VARCHAR,
    for_citizens BOOLEAN,
    for_office BOOLEAN,
    sets_indicator BOOLEAN,
    overview VARCHAR,
    background VARCHAR,
    situation VARCHAR,
    issue VARCHAR,
    approach VARCHAR,
    effect VARCHAR,
    document_id VARCHAR,
    page INTEGER,
    position INTEGER
);
COMMENT ON TABLE dim_measure IS 'Measures (施策) of a plan, also those without an indicator; what the latest document that describes them says.';
COMMENT ON COLUMN dim_measure.measure_id IS 'key of the measure';
COMMENT ON COLUMN dim_measure.plan_id IS 'key of the plan';
COMMENT ON COLUMN dim_measure.field IS '施策分野 as printed';
COMMENT ON COLUMN dim_measure.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN dim_measure.name IS 'name of the measure as first printed; NULL where the document names a field alone';
COMMENT ON COLUMN dim_measure.is_new IS 'marked as new in the document; NULL where the document does not say';
COMMENT ON COLUMN dim_measure.category IS '新規 or 継続 as printed';
COMMENT ON COLUMN dim_measure.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN dim_measure.audience IS '対象: the audiences that are marked';
COMMENT ON COLUMN dim_measure.for_citizens IS 'citizens are among the audiences; NULL where none is printed';
COMMENT ON COLUMN dim_measure.for_office IS 'the offices themselves are among the audiences; NULL where none is printed';
COMMENT ON COLUMN dim_measure.sets_indicator IS 'the document sets an indicator for it; NULL where nothing is said of one';
COMMENT ON COLUMN dim_measure.overview IS '概要 as printed';
COMMENT ON COLUMN dim_measure.background IS '背景 as printed';
COMMENT ON COLUMN dim_measure.situation IS '現状 as printed';
COMMENT ON COLUMN dim_measure.issue IS '課題 as printed';
COMMENT ON COLUMN dim_measure.approach IS '取組 as printed';
COMMENT ON COLUMN dim_measure.effect IS '(期待される)効果 as printed';
COMMENT ON COLUMN dim_measure.document_id IS 'document that describes the measure; NULL where it is known by its figures or initiatives alone';
COMMENT ON COLUMN dim_measure.page IS 'page of that description';
COMMENT ON COLUMN dim_measure.position IS 'place among the measures of the plan in the order of printing, from 1';

CREATE TABLE dim_indicator (
    indicator_id VARCHAR,
    measure_id VARCHAR,
    plan_id VARCHAR,
    municipality_code VARCHAR,
    name VARCHAR,
    unit VARCHAR,
    per VARCHAR,
    direction VARCHAR,
    direction_source VARCHAR,
    theme VARCHAR,
    comparable_key VARCHAR,
    first_document_id VARCHAR,
    position INTEGER,
    part VARCHAR
);
COMMENT ON TABLE dim_indicator IS 'Indicators (指標): what is counted, of one measure, one row whichever documents of the plan print it.';
COMMENT ON COLUMN dim_indicator.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN dim_indicator.measure_id IS 'key of the measure';
COMMENT ON COLUMN dim_indicator.plan_id IS 'key of the plan';
COMMENT ON COLUMN dim_indicator.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN dim_indicator.name IS 'name of the indicator as first printed; where it is a part of one (男性), with the part in brackets';
COMMENT ON COLUMN dim_indicator.unit IS 'unit of the latest trusted figure';
COMMENT ON COLUMN dim_indicator.per IS 'what the unit of the latest trusted figure is counted per';
COMMENT ON COLUMN dim_indicator.direction IS 'which way is better: up, down or none';
COMMENT ON COLUMN dim_indicator.direction_source IS 'where the direction comes from: stated (by words or sign, as read), comparator (以上, 以下), sign (of target - baseline) or none';
COMMENT ON COLUMN dim_indicator.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN dim_indicator.comparable_key IS 'what the indicator means in every municipality, key of dim_comparable; NULL where it is compared with none';
COMMENT ON COLUMN dim_indicator.first_document_id IS 'document of the first edition that prints the indicator';
COMMENT ON COLUMN dim_indicator.position IS 'place among the indicators of the plan in the order of printing, from 1';
COMMENT ON COLUMN dim_indicator.part IS 'part of the printed indicator that this one is: 男性, or the unit of a figure in a cell of several; NULL for a whole';

CREATE TABLE dim_period (
    period_id VARCHAR,
    kind VARCHAR,
    year INTEGER,
    label_ja VARCHAR,
    starts_on DATE,
    ends_on DATE
);
COMMENT ON TABLE dim_period IS 'Periods: fiscal years and calendar years.';
COMMENT ON COLUMN dim_period.period_id IS 'key: FY2022 or CY2021';
COMMENT ON COLUMN dim_period.kind IS 'fiscal_year (年度: 1 April to 31 March) or calendar_year (暦年)';
COMMENT ON COLUMN dim_period.year IS 'Western year; of a fiscal year the one in which it starts';
COMMENT ON COLUMN dim_period.label_ja IS 'name in Japanese';
COMMENT ON COLUMN dim_period.starts_on IS 'first day';
COMMENT ON COLUMN dim_period.ends_on IS 'last day';

CREATE TABLE dim_unit (
    unit VARCHAR,
    dimension VARCHAR,
    base_unit VARCHAR,
    factor DOUBLE
);
COMMENT ON TABLE dim_unit IS 'Units and what they measure.';
COMMENT ON COLUMN dim_unit.unit IS 'unit as used in the facts';
COMMENT ON COLUMN dim_unit.dimension IS 'what the unit measures; a unit that is not listed is a dimension of its own';
COMMENT ON COLUMN dim_unit.base_unit IS 'base unit of the dimension';
COMMENT ON COLUMN dim_unit.factor IS 'how many base units one unit is';

CREATE TABLE dim_department (
    department_id VARCHAR,
    municipality_code VARCHAR,
    name VARCHAR
);
COMMENT ON TABLE dim_department IS 'Departments (担当課) as named; a renamed department is another one (see bridge_department_succession).';
COMMENT ON COLUMN dim_department.department_id IS 'key of the department';
COMMENT ON COLUMN dim_department.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN dim_department.name IS 'name of the department';
