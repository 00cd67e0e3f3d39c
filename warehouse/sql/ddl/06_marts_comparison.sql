-- Marts across indicators, plans and municipalities. Filled by warehouse/sql/marts/<name>.sql from trusted facts.

CREATE TABLE marts.comparable_indicator (
    comparable_key VARCHAR,
    comparable_label VARCHAR,
    municipality_code VARCHAR,
    municipality VARCHAR,
    population INTEGER,
    plan VARCHAR,
    indicator_id VARCHAR,
    indicator VARCHAR,
    value_kind VARCHAR,
    period_kind VARCHAR,
    year INTEGER,
    value DOUBLE,
    unit VARCHAR,
    dimension VARCHAR,
    base_value DOUBLE,
    base_unit VARCHAR,
    scale VARCHAR,
    per_1000_residents DOUBLE,
    compared_value DOUBLE,
    compared_unit VARCHAR,
    direction VARCHAR,
    is_representative BOOLEAN,
    document_id VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE
);
COMMENT ON TABLE marts.comparable_indicator IS 'One row per indicator that means the same elsewhere: its latest known value in the base unit.';
COMMENT ON COLUMN marts.comparable_indicator.comparable_key IS 'what the indicator means in every municipality, key of dim_comparable; NULL where it is compared with none';
COMMENT ON COLUMN marts.comparable_indicator.comparable_label IS 'name of the comparable kind in Japanese';
COMMENT ON COLUMN marts.comparable_indicator.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.comparable_indicator.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.comparable_indicator.population IS 'residents, 2020 census, preliminary count (e-Stat, Statistics Bureau of Japan); NULL where not counted';
COMMENT ON COLUMN marts.comparable_indicator.plan IS 'title of the plan';
COMMENT ON COLUMN marts.comparable_indicator.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.comparable_indicator.indicator IS 'name of the indicator (指標) as first printed in the plan';
COMMENT ON COLUMN marts.comparable_indicator.value_kind IS 'actual, or baseline where no actual is a number';
COMMENT ON COLUMN marts.comparable_indicator.period_kind IS 'fiscal_year (年度) or calendar_year (暦年); NULL where no period is stated';
COMMENT ON COLUMN marts.comparable_indicator.year IS 'Western year of the period; NULL where none is stated';
COMMENT ON COLUMN marts.comparable_indicator.value IS 'the figure in the base unit, a percentage as printed; NULL where the status is not numeric';
COMMENT ON COLUMN marts.comparable_indicator.unit IS 'unit of the value: 件, 人, %, 円 …; NULL where none is stated';
COMMENT ON COLUMN marts.comparable_indicator.dimension IS 'what the unit measures; a unit that is not listed is a dimension of its own';
COMMENT ON COLUMN marts.comparable_indicator.base_value IS 'value in the base unit of the dimension';
COMMENT ON COLUMN marts.comparable_indicator.base_unit IS 'base unit of the dimension';
COMMENT ON COLUMN marts.comparable_indicator.scale IS 'population where a count grows with the residents, else none';
COMMENT ON COLUMN marts.comparable_indicator.per_1000_residents IS 'value per 1,000 residents where the count grows with the population; NULL elsewhere';
COMMENT ON COLUMN marts.comparable_indicator.compared_value IS 'what is compared: per 1,000 residents where the scale is population, else the base value';
COMMENT ON COLUMN marts.comparable_indicator.compared_unit IS 'unit of compared_value';
COMMENT ON COLUMN marts.comparable_indicator.direction IS 'which way is better: up, down or none';
COMMENT ON COLUMN marts.comparable_indicator.is_representative IS 'the one indicator by which its municipality is compared: the latest year';
COMMENT ON COLUMN marts.comparable_indicator.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN marts.comparable_indicator.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN marts.comparable_indicator.x0 IS 'left edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.comparable_indicator.top IS 'upper edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN marts.comparable_indicator.x1 IS 'right edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.comparable_indicator.bottom IS 'lower edge of the printed cell, in PDF points from the top of the page';

CREATE TABLE marts.municipality_comparison (
    comparable_key VARCHAR,
    comparable_label VARCHAR,
    dimension VARCHAR,
    direction VARCHAR,
    municipality_code VARCHAR,
    municipality VARCHAR,
    indicator_id VARCHAR,
    indicator VARCHAR,
    year INTEGER,
    value DOUBLE,
    unit VARCHAR,
    compared_value DOUBLE,
    compared_unit VARCHAR,
    n INTEGER,
    lower_quartile DOUBLE,
    median DOUBLE,
    upper_quartile DOUBLE,
    first_year INTEGER,
    last_year INTEGER,
    position VARCHAR,
    comparable BOOLEAN,
    reason VARCHAR,
    document_id VARCHAR,
    page INTEGER
);
COMMENT ON TABLE marts.municipality_comparison IS 'One row per comparable kind and municipality: its value beside n, median and quartiles. Not a ranking; a missing value has no row.';
COMMENT ON COLUMN marts.municipality_comparison.comparable_key IS 'what the indicator means in every municipality, key of dim_comparable; NULL where it is compared with none';
COMMENT ON COLUMN marts.municipality_comparison.comparable_label IS 'name of the comparable kind in Japanese';
COMMENT ON COLUMN marts.municipality_comparison.dimension IS 'what the unit measures; a unit that is not listed is a dimension of its own';
COMMENT ON COLUMN marts.municipality_comparison.direction IS 'which way is better: up, down or none';
COMMENT ON COLUMN marts.municipality_comparison.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.municipality_comparison.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.municipality_comparison.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.municipality_comparison.indicator IS 'name of the indicator (指標) as first printed in the plan';
COMMENT ON COLUMN marts.municipality_comparison.year IS 'Western year of the period; NULL where none is stated';
COMMENT ON COLUMN marts.municipality_comparison.value IS 'the figure in the base unit, a percentage as printed; NULL where the status is not numeric';
COMMENT ON COLUMN marts.municipality_comparison.unit IS 'unit of the value: 件, 人, %, 円 …; NULL where none is stated';
COMMENT ON COLUMN marts.municipality_comparison.compared_value IS 'what is compared: per 1,000 residents where the scale is population, else the base value';
COMMENT ON COLUMN marts.municipality_comparison.compared_unit IS 'unit of compared_value';
COMMENT ON COLUMN marts.municipality_comparison.n IS 'municipalities with a value';
COMMENT ON COLUMN marts.municipality_comparison.lower_quartile IS 'lower quartile of compared_value; NULL where n = 1';
COMMENT ON COLUMN marts.municipality_comparison.median IS 'median of compared_value; NULL where n = 1';
COMMENT ON COLUMN marts.municipality_comparison.upper_quartile IS 'upper quartile of compared_value; NULL where n = 1';
COMMENT ON COLUMN marts.municipality_comparison.first_year IS 'earliest year among the values compared';
COMMENT ON COLUMN marts.municipality_comparison.last_year IS 'latest year among the values compared';
COMMENT ON COLUMN marts.municipality_comparison.position IS 'better_than_median, at_median or worse_than_median by direction; NULL where not comparable';
COMMENT ON COLUMN marts.municipality_comparison.comparable IS 'more than one municipality has a value';
COMMENT ON COLUMN marts.municipality_comparison.reason IS 'single_municipality, years_differ (compare with care) or NULL';
COMMENT ON COLUMN marts.municipality_comparison.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN marts.municipality_comparison.page IS 'page of the PDF on which it is printed, counted from 1';

CREATE TABLE marts.ebpm_panel (
    municipality_code VARCHAR,
    prefecture VARCHAR,
    municipality VARCHAR,
    population INTEGER,
    plan VARCHAR,
    theme VARCHAR,
    theme_label VARCHAR,
    comparable_key VARCHAR,
    field VARCHAR,
    measure_no VARCHAR,
    measure VARCHAR,
    indicator_id VARCHAR,
    indicator VARCHAR,
    unit VARCHAR,
    per VARCHAR,
    direction VARCHAR,
    period_kind VARCHAR,
    year INTEGER,
    value_kind VARCHAR,
    value DOUBLE,
    per_1000_residents DOUBLE,
    baseline_year INTEGER,
    baseline DOUBLE,
    target_year INTEGER,
    target DOUBLE,
    expected DOUBLE,
    progress_ratio DOUBLE,
    verdict VARCHAR,
    document_id VARCHAR,
    page INTEGER
);
COMMENT ON TABLE marts.ebpm_panel IS 'Long panel for analysis: one row per indicator and year with a number, baselines included.';
COMMENT ON COLUMN marts.ebpm_panel.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.ebpm_panel.prefecture IS 'prefecture';
COMMENT ON COLUMN marts.ebpm_panel.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.ebpm_panel.population IS 'residents, 2020 census, preliminary count (e-Stat, Statistics Bureau of Japan); NULL where not counted';
COMMENT ON COLUMN marts.ebpm_panel.plan IS 'title of the plan';
COMMENT ON COLUMN marts.ebpm_panel.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN marts.ebpm_panel.theme_label IS 'name of the theme in Japanese';
COMMENT ON COLUMN marts.ebpm_panel.comparable_key IS 'what the indicator means in every municipality, key of dim_comparable; NULL where it is compared with none';
COMMENT ON COLUMN marts.ebpm_panel.field IS '施策分野 as printed';
COMMENT ON COLUMN marts.ebpm_panel.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN marts.ebpm_panel.measure IS 'name of the measure (施策) as first printed';
COMMENT ON COLUMN marts.ebpm_panel.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.ebpm_panel.indicator IS 'name of the indicator (指標) as first printed in the plan';
COMMENT ON COLUMN marts.ebpm_panel.unit IS 'unit of the value: 件, 人, %, 円 …; NULL where none is stated';
COMMENT ON COLUMN marts.ebpm_panel.per IS 'what the unit is counted per: 年, 校, 人 …; NULL where nothing';
COMMENT ON COLUMN marts.ebpm_panel.direction IS 'which way is better: up, down or none';
COMMENT ON COLUMN marts.ebpm_panel.period_kind IS 'fiscal_year (年度) or calendar_year (暦年); NULL where no period is stated';
COMMENT ON COLUMN marts.ebpm_panel.year IS 'Western year of the period; NULL where none is stated';
COMMENT ON COLUMN marts.ebpm_panel.value_kind IS 'baseline (基準値), actual (実績値) or target (目標値)';
COMMENT ON COLUMN marts.ebpm_panel.value IS 'the figure in the base unit, a percentage as printed; NULL where the status is not numeric';
COMMENT ON COLUMN marts.ebpm_panel.per_1000_residents IS 'value per 1,000 residents where the count grows with the population; NULL elsewhere';
COMMENT ON COLUMN marts.ebpm_panel.baseline_year IS 'year of the baseline';
COMMENT ON COLUMN marts.ebpm_panel.baseline IS 'baseline value (基準値)';
COMMENT ON COLUMN marts.ebpm_panel.target_year IS 'year of the target';
COMMENT ON COLUMN marts.ebpm_panel.target IS 'final target value (目標値)';
COMMENT ON COLUMN marts.ebpm_panel.expected IS 'value on the straight line from baseline to target in this year';
COMMENT ON COLUMN marts.ebpm_panel.progress_ratio IS '(latest - baseline) / (target - baseline); NULL where the target does not lie beyond the baseline';
COMMENT ON COLUMN marts.ebpm_panel.verdict IS 'achieved, on_track, behind, worsened or not_measurable';
COMMENT ON COLUMN marts.ebpm_panel.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN marts.ebpm_panel.page IS 'page of the PDF on which it is printed, counted from 1';

CREATE TABLE marts.project_timeline (
    municipality_code VARCHAR,
    municipality VARCHAR,
    plan VARCHAR,
    project_id VARCHAR,
    project_no VARCHAR,
    project VARCHAR,
    category VARCHAR,
    department VARCHAR,
    pillar VARCHAR,
    policy VARCHAR,
    sub_policy VARCHAR,
    theme VARCHAR,
    fiscal_year INTEGER,
    phase_position INTEGER,
    phase VARCHAR,
    open_start BOOLEAN,
    open_end BOOLEAN,
    projects_in_policy INTEGER,
    projects_in_category INTEGER,
    projects_in_policy_and_category INTEGER,
    document_id VARCHAR,
    page INTEGER
);
COMMENT ON TABLE marts.project_timeline IS 'One row per project, bar and fiscal year that the bar covers within the plan, with counts by policy and category.';
COMMENT ON COLUMN marts.project_timeline.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.project_timeline.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.project_timeline.plan IS 'title of the plan';
COMMENT ON COLUMN marts.project_timeline.project_id IS 'key of the project';
COMMENT ON COLUMN marts.project_timeline.project_no IS 'number of the project as printed';
COMMENT ON COLUMN marts.project_timeline.project IS 'name of the project (事業名)';
COMMENT ON COLUMN marts.project_timeline.category IS '新規, 変更 or 継続 as printed';
COMMENT ON COLUMN marts.project_timeline.department IS 'department in charge (担当課) as printed';
COMMENT ON COLUMN marts.project_timeline.pillar IS '基本方針 as printed';
COMMENT ON COLUMN marts.project_timeline.policy IS '施策の柱 as printed';
COMMENT ON COLUMN marts.project_timeline.sub_policy IS '施策 as printed';
COMMENT ON COLUMN marts.project_timeline.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN marts.project_timeline.fiscal_year IS 'fiscal year covered; NULL where the project has no year plan, or where the bar lies wholly before or after the plan';
COMMENT ON COLUMN marts.project_timeline.phase_position IS 'place of the bar among those of the project; NULL where the project has no year plan';
COMMENT ON COLUMN marts.project_timeline.phase IS 'label of the bar; NULL where the project has no year plan';
COMMENT ON COLUMN marts.project_timeline.open_start IS 'the bar begins under 以前';
COMMENT ON COLUMN marts.project_timeline.open_end IS 'the bar ends under 以降';
COMMENT ON COLUMN marts.project_timeline.projects_in_policy IS 'projects of the same plan and policy';
COMMENT ON COLUMN marts.project_timeline.projects_in_category IS 'projects of the same plan and category';
COMMENT ON COLUMN marts.project_timeline.projects_in_policy_and_category IS 'projects of the same plan, policy and category';
COMMENT ON COLUMN marts.project_timeline.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN marts.project_timeline.page IS 'page of the PDF on which it is printed, counted from 1';

CREATE TABLE marts.status_overview (
    municipality_code VARCHAR,
    municipality VARCHAR,
    plan VARCHAR,
    theme VARCHAR,
    theme_label VARCHAR,
    status VARCHAR,
    initiatives INTEGER,
    new_initiatives INTEGER,
    followed_up INTEGER,
    first_started INTEGER,
    last_started INTEGER
);
COMMENT ON TABLE marts.status_overview IS 'Initiatives by municipality, plan, theme and status; a repeated row is not counted.';
COMMENT ON COLUMN marts.status_overview.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.status_overview.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.status_overview.plan IS 'title of the plan';
COMMENT ON COLUMN marts.status_overview.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN marts.status_overview.theme_label IS 'name of the theme in Japanese';
COMMENT ON COLUMN marts.status_overview.status IS 'planned, running, partly_running, under_study, ended or not_stated';
COMMENT ON COLUMN marts.status_overview.initiatives IS 'initiatives of this status';
COMMENT ON COLUMN marts.status_overview.new_initiatives IS 'of them marked （新）';
COMMENT ON COLUMN marts.status_overview.followed_up IS 'of them with 〇 under 進捗管理';
COMMENT ON COLUMN marts.status_overview.first_started IS 'earliest fiscal year of start';
COMMENT ON COLUMN marts.status_overview.last_started IS 'latest fiscal year of start';

CREATE TABLE marts.document_coverage (
    document_id VARCHAR,
    municipality_code VARCHAR,
    municipality VARCHAR,
    plan VARCHAR,
    kind VARCHAR,
    edition INTEGER,
    origin VARCHAR,
    outcome VARCHAR,
    detail VARCHAR,
    pages INTEGER,
    pages_with_records INTEGER,
    measures INTEGER,
    indicators INTEGER,
    indicators_with_theme INTEGER,
    indicators_comparable INTEGER,
    observations INTEGER,
    trusted_observations INTEGER,
    latest_observations INTEGER,
    projects INTEGER,
    phases INTEGER,
    statuses INTEGER,
    surveys INTEGER,
    review_items INTEGER
);
COMMENT ON TABLE marts.document_coverage IS 'One row per document of the catalogue or attempt: what became of it and what was read.';
COMMENT ON COLUMN marts.document_coverage.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN marts.document_coverage.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.document_coverage.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.document_coverage.plan IS 'title of the plan';
COMMENT ON COLUMN marts.document_coverage.kind IS 'plan or progress_report';
COMMENT ON COLUMN marts.document_coverage.edition IS 'year of publication of the document';
COMMENT ON COLUMN marts.document_coverage.origin IS 'reconstruction (laid out anew from the published text) or original (the publisher''s own file)';
COMMENT ON COLUMN marts.document_coverage.outcome IS 'read, nothing_found, or why the document could not be read';
COMMENT ON COLUMN marts.document_coverage.detail IS 'one line for people';
COMMENT ON COLUMN marts.document_coverage.pages IS 'number of pages';
COMMENT ON COLUMN marts.document_coverage.pages_with_records IS 'pages on which something was read';
COMMENT ON COLUMN marts.document_coverage.measures IS 'measures that the document names, with figures or without';
COMMENT ON COLUMN marts.document_coverage.indicators IS 'indicators';
COMMENT ON COLUMN marts.document_coverage.indicators_with_theme IS 'indicators with a theme';
COMMENT ON COLUMN marts.document_coverage.indicators_comparable IS 'indicators with a comparable key';
COMMENT ON COLUMN marts.document_coverage.observations IS 'observations';
COMMENT ON COLUMN marts.document_coverage.trusted_observations IS 'observations that the marts use';
COMMENT ON COLUMN marts.document_coverage.latest_observations IS 'observations that no later edition replaces';
COMMENT ON COLUMN marts.document_coverage.projects IS 'projects';
COMMENT ON COLUMN marts.document_coverage.phases IS 'bars of year plans';
COMMENT ON COLUMN marts.document_coverage.statuses IS 'initiatives';
COMMENT ON COLUMN marts.document_coverage.surveys IS 'rows of survey overviews';
COMMENT ON COLUMN marts.document_coverage.review_items IS 'items for review';

CREATE TABLE marts.theme_coverage (
    municipality_code VARCHAR,
    municipality VARCHAR,
    theme VARCHAR,
    theme_label VARCHAR,
    basis VARCHAR,
    measures INTEGER,
    indicators INTEGER,
    measured_indicators INTEGER,
    achieved_indicators INTEGER,
    projects INTEGER,
    initiatives INTEGER
);
COMMENT ON TABLE marts.theme_coverage IS 'One row per theme and municipality (and one for what no theme holds): what its documents say about the theme.';
COMMENT ON COLUMN marts.theme_coverage.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.theme_coverage.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.theme_coverage.theme IS 'key of dim_theme; NULL: no word of a theme fits';
COMMENT ON COLUMN marts.theme_coverage.theme_label IS 'name of the theme in Japanese';
COMMENT ON COLUMN marts.theme_coverage.basis IS 'where the subject comes from';
COMMENT ON COLUMN marts.theme_coverage.measures IS 'measures of the theme';
COMMENT ON COLUMN marts.theme_coverage.indicators IS 'indicators of the theme';
COMMENT ON COLUMN marts.theme_coverage.measured_indicators IS 'of them with a verdict other than not_measurable';
COMMENT ON COLUMN marts.theme_coverage.achieved_indicators IS 'of them achieved';
COMMENT ON COLUMN marts.theme_coverage.projects IS 'projects of the theme';
COMMENT ON COLUMN marts.theme_coverage.initiatives IS 'initiatives of the theme, repeated rows not counted';
