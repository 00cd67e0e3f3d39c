-- Facts: every printed record, trusted or not; the marts use the trusted ones.

CREATE TABLE fact_indicator_value (
    observation_id VARCHAR,
    municipality_code VARCHAR,
    plan_id VARCHAR,
    document_id VARCHAR,
    measure_id VARCHAR,
    indicator_id VARCHAR,
    period_id VARCHAR,
    unit VARCHAR,
    department_id VARCHAR,
    value_kind VARCHAR,
    period_label VARCHAR,
    value DOUBLE,
    per VARCHAR,
    status VARCHAR,
    comparator VARCHAR,
    numerator DOUBLE,
    denominator DOUBLE,
    note VARCHAR,
    direction VARCHAR,
    rating VARCHAR,
    raw_text VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    rules VARCHAR,
    confidence DOUBLE,
    is_trusted BOOLEAN,
    is_latest BOOLEAN,
    row_hash VARCHAR
);
COMMENT ON TABLE fact_indicator_value IS 'One row per observation: one printed value of one indicator, one kind, one period, in one document.';
COMMENT ON COLUMN fact_indicator_value.observation_id IS 'key of the observation';
COMMENT ON COLUMN fact_indicator_value.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN fact_indicator_value.plan_id IS 'key of the plan';
COMMENT ON COLUMN fact_indicator_value.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN fact_indicator_value.measure_id IS 'key of the measure';
COMMENT ON COLUMN fact_indicator_value.indicator_id IS 'key of the indicator; NULL where the measure has none (指標の設定はありません)';
COMMENT ON COLUMN fact_indicator_value.period_id IS 'key of the period: FY2022 (fiscal year) or CY2021 (calendar year); NULL where none is stated';
COMMENT ON COLUMN fact_indicator_value.unit IS 'unit of the value: 件, 人, %, 円 …; NULL where none is stated';
COMMENT ON COLUMN fact_indicator_value.department_id IS 'first department named in the cell; all of them: bridge_measure_department';
COMMENT ON COLUMN fact_indicator_value.value_kind IS 'baseline (基準値), actual (実績値) or target (目標値)';
COMMENT ON COLUMN fact_indicator_value.period_label IS 'the period as printed';
COMMENT ON COLUMN fact_indicator_value.value IS 'the figure in the base unit, a percentage as printed; NULL where the status is not numeric';
COMMENT ON COLUMN fact_indicator_value.per IS 'what the unit is counted per: 年, 校, 人 …; NULL where nothing';
COMMENT ON COLUMN fact_indicator_value.status IS 'numeric, text (a fact that is no number), not_set (no target or no indicator set) or not_available';
COMMENT ON COLUMN fact_indicator_value.comparator IS '以上, 以下, 未満, 超 or 約 printed with the figure; NULL where none';
COMMENT ON COLUMN fact_indicator_value.numerator IS 'numerator of a ratio whose parts are printed';
COMMENT ON COLUMN fact_indicator_value.denominator IS 'denominator of a ratio whose parts are printed';
COMMENT ON COLUMN fact_indicator_value.note IS 'qualifiers printed with the figure';
COMMENT ON COLUMN fact_indicator_value.direction IS 'which way is better as read in this document';
COMMENT ON COLUMN fact_indicator_value.rating IS 'printed rating (評価): A, ◎ …';
COMMENT ON COLUMN fact_indicator_value.raw_text IS 'the figure as printed, line breaks kept';
COMMENT ON COLUMN fact_indicator_value.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN fact_indicator_value.x0 IS 'left edge of the printed cell, in PDF points';
COMMENT ON COLUMN fact_indicator_value.top IS 'upper edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN fact_indicator_value.x1 IS 'right edge of the printed cell, in PDF points';
COMMENT ON COLUMN fact_indicator_value.bottom IS 'lower edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN fact_indicator_value.rules IS 'ids of the rules applied to the printed text, separated by blanks';
COMMENT ON COLUMN fact_indicator_value.confidence IS '0 to 1; 0.9 and above is published unseen, below goes to review';
COMMENT ON COLUMN fact_indicator_value.is_trusted IS 'confidence of 0.9 and above, or accepted by a review; never where a review says ignore';
COMMENT ON COLUMN fact_indicator_value.is_latest IS 'the trusted value of the latest edition that prints this indicator, kind and period; of two figures that one document prints for the same thing neither';
COMMENT ON COLUMN fact_indicator_value.row_hash IS 'SHA-256 of the row''s content: the same bytes give the same hash';

CREATE TABLE dim_project (
    project_id VARCHAR,
    plan_id VARCHAR,
    municipality_code VARCHAR,
    document_id VARCHAR,
    project_no VARCHAR,
    name VARCHAR,
    category VARCHAR,
    department VARCHAR,
    department_id VARCHAR,
    description VARCHAR,
    pillar VARCHAR,
    policy VARCHAR,
    sub_policy VARCHAR,
    theme VARCHAR,
    page INTEGER,
    confidence DOUBLE,
    is_trusted BOOLEAN
);
COMMENT ON TABLE dim_project IS 'Projects (事業) of a plan.';
COMMENT ON COLUMN dim_project.project_id IS 'key of the project';
COMMENT ON COLUMN dim_project.plan_id IS 'key of the plan';
COMMENT ON COLUMN dim_project.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN dim_project.document_id IS 'latest document that prints the project';
COMMENT ON COLUMN dim_project.project_no IS 'number of the project as printed';
COMMENT ON COLUMN dim_project.name IS 'name of the project';
COMMENT ON COLUMN dim_project.category IS '新規, 変更 or 継続 as printed';
COMMENT ON COLUMN dim_project.department IS 'department in charge (担当課) as printed';
COMMENT ON COLUMN dim_project.department_id IS 'first department named';
COMMENT ON COLUMN dim_project.description IS '事業内容 as printed';
COMMENT ON COLUMN dim_project.pillar IS '基本方針 as printed';
COMMENT ON COLUMN dim_project.policy IS '施策の柱 as printed';
COMMENT ON COLUMN dim_project.sub_policy IS '施策 as printed';
COMMENT ON COLUMN dim_project.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN dim_project.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN dim_project.confidence IS '0 to 1; 0.9 and above is published unseen, below goes to review';
COMMENT ON COLUMN dim_project.is_trusted IS 'confidence of 0.9 and above, or accepted by a review; never where a review says ignore';

CREATE TABLE fact_project_phase (
    phase_id VARCHAR,
    project_id VARCHAR,
    plan_id VARCHAR,
    document_id VARCHAR,
    position INTEGER,
    label VARCHAR,
    first_fiscal_year INTEGER,
    last_fiscal_year INTEGER,
    open_start BOOLEAN,
    open_end BOOLEAN,
    page INTEGER,
    confidence DOUBLE,
    is_trusted BOOLEAN,
    row_hash VARCHAR
);
COMMENT ON TABLE fact_project_phase IS 'Bars of the year plans of projects.';
COMMENT ON COLUMN fact_project_phase.phase_id IS 'key of the bar';
COMMENT ON COLUMN fact_project_phase.project_id IS 'key of the project; NULL where the bar belongs to no known project (then it is in review)';
COMMENT ON COLUMN fact_project_phase.plan_id IS 'key of the plan';
COMMENT ON COLUMN fact_project_phase.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN fact_project_phase.position IS 'place among the bars of the project in the document, from 1';
COMMENT ON COLUMN fact_project_phase.label IS 'label of the bar as printed: 検討, 構築, 運用 …';
COMMENT ON COLUMN fact_project_phase.first_fiscal_year IS 'first fiscal year of the bar; NULL where it begins under 以前';
COMMENT ON COLUMN fact_project_phase.last_fiscal_year IS 'last fiscal year of the bar; NULL where it ends under 以降';
COMMENT ON COLUMN fact_project_phase.open_start IS 'the bar begins under 以前';
COMMENT ON COLUMN fact_project_phase.open_end IS 'the bar ends under 以降';
COMMENT ON COLUMN fact_project_phase.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN fact_project_phase.confidence IS '0 to 1; 0.9 and above is published unseen, below goes to review';
COMMENT ON COLUMN fact_project_phase.is_trusted IS 'confidence of 0.9 and above, or accepted by a review; never where a review says ignore';
COMMENT ON COLUMN fact_project_phase.row_hash IS 'SHA-256 of the row''s content: the same bytes give the same hash';

CREATE TABLE fact_measure_status (
    status_id VARCHAR,
    municipality_code VARCHAR,
    plan_id VARCHAR,
    document_id VARCHAR,
    measure_id VARCHAR,
    position INTEGER,
    field VARCHAR,
    measure VARCHAR,
    initiative VARCHAR,
    theme VARCHAR,
    started_label VARCHAR,
    started_fiscal_year INTEGER,
    mark VARCHAR,
    status VARCHAR,
    is_new BOOLEAN,
    repeats VARCHAR,
    repeats_status_id VARCHAR,
    is_repeat BOOLEAN,
    page INTEGER,
    confidence DOUBLE,
    is_trusted BOOLEAN,
    row_hash VARCHAR
);
COMMENT ON TABLE fact_measure_status IS 'Initiatives of a status table: when they started and how they stand.';
COMMENT ON COLUMN fact_measure_status.status_id IS 'key of the row';
COMMENT ON COLUMN fact_measure_status.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN fact_measure_status.plan_id IS 'key of the plan';
COMMENT ON COLUMN fact_measure_status.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN fact_measure_status.measure_id IS 'key of the measure';
COMMENT ON COLUMN fact_measure_status.position IS 'place in the document, from 1';
COMMENT ON COLUMN fact_measure_status.field IS '施策分野 as printed';
COMMENT ON COLUMN fact_measure_status.measure IS '施策 as printed';
COMMENT ON COLUMN fact_measure_status.initiative IS 'the whole cell as printed, 再掲 and （新） included';
COMMENT ON COLUMN fact_measure_status.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN fact_measure_status.started_label IS '開始時期 as printed';
COMMENT ON COLUMN fact_measure_status.started_fiscal_year IS 'fiscal year in which it started; NULL where none is printed';
COMMENT ON COLUMN fact_measure_status.mark IS '進捗管理 as printed';
COMMENT ON COLUMN fact_measure_status.status IS 'planned, running, partly_running, under_study, ended or not_stated';
COMMENT ON COLUMN fact_measure_status.is_new IS 'the initiative is marked （新）';
COMMENT ON COLUMN fact_measure_status.repeats IS 'the place that 【再掲…】 names; NULL where the row repeats none';
COMMENT ON COLUMN fact_measure_status.repeats_status_id IS 'the row that it repeats, where it could be found';
COMMENT ON COLUMN fact_measure_status.is_repeat IS 'the row repeats another one of the table and is not counted';
COMMENT ON COLUMN fact_measure_status.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN fact_measure_status.confidence IS '0 to 1; 0.9 and above is published unseen, below goes to review';
COMMENT ON COLUMN fact_measure_status.is_trusted IS 'confidence of 0.9 and above, or accepted by a review; never where a review says ignore';
COMMENT ON COLUMN fact_measure_status.row_hash IS 'SHA-256 of the row''s content: the same bytes give the same hash';

CREATE TABLE fact_survey_sample (
    sample_id VARCHAR,
    municipality_code VARCHAR,
    plan_id VARCHAR,
    document_id VARCHAR,
    position INTEGER,
    survey VARCHAR,
    fiscal_year INTEGER,
    target VARCHAR,
    method VARCHAR,
    sent DOUBLE,
    sent_unit VARCHAR,
    valid DOUBLE,
    response_rate DOUBLE,
    page INTEGER,
    confidence DOUBLE,
    is_trusted BOOLEAN,
    row_hash VARCHAR
);
COMMENT ON TABLE fact_survey_sample IS 'Surveys behind a plan: whom was asked, and how many answered.';
COMMENT ON COLUMN fact_survey_sample.sample_id IS 'key of the row';
COMMENT ON COLUMN fact_survey_sample.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN fact_survey_sample.plan_id IS 'key of the plan';
COMMENT ON COLUMN fact_survey_sample.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN fact_survey_sample.position IS 'place in the document, from 1';
COMMENT ON COLUMN fact_survey_sample.survey IS 'name of the survey as printed';
COMMENT ON COLUMN fact_survey_sample.fiscal_year IS 'fiscal year of the survey';
COMMENT ON COLUMN fact_survey_sample.target IS '調査対象 as printed';
COMMENT ON COLUMN fact_survey_sample.method IS '抽出方法 as printed';
COMMENT ON COLUMN fact_survey_sample.sent IS 'number asked';
COMMENT ON COLUMN fact_survey_sample.sent_unit IS 'unit of sent';
COMMENT ON COLUMN fact_survey_sample.valid IS 'number of valid answers';
COMMENT ON COLUMN fact_survey_sample.response_rate IS 'valid / sent; NULL where one of them is missing or sent counts something else than answers (schools)';
COMMENT ON COLUMN fact_survey_sample.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN fact_survey_sample.confidence IS '0 to 1; 0.9 and above is published unseen, below goes to review';
COMMENT ON COLUMN fact_survey_sample.is_trusted IS 'confidence of 0.9 and above, or accepted by a review; never where a review says ignore';
COMMENT ON COLUMN fact_survey_sample.row_hash IS 'SHA-256 of the row''s content: the same bytes give the same hash';
