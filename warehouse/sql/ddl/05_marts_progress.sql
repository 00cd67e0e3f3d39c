-- Marts about single indicators. Filled by warehouse/sql/marts/<name>.sql from trusted facts.

CREATE TABLE marts.indicator_judgement (
    indicator_id VARCHAR,
    year INTEGER,
    period_kind VARCHAR,
    actual DOUBLE,
    actual_status VARCHAR,
    actual_text VARCHAR,
    observation_id VARCHAR,
    baseline_year INTEGER,
    baseline DOUBLE,
    baseline_text VARCHAR,
    target_year INTEGER,
    target DOUBLE,
    target_text VARCHAR,
    target_comparator VARCHAR,
    direction VARCHAR,
    expected DOUBLE,
    achievement_ratio DOUBLE,
    achievement_ratio_reason VARCHAR,
    progress_ratio DOUBLE,
    progress_ratio_reason VARCHAR,
    verdict VARCHAR,
    verdict_reason VARCHAR,
    is_latest_year BOOLEAN
);
COMMENT ON TABLE marts.indicator_judgement IS 'One row per indicator and year with an actual (and one for an indicator without any): the verdict of that year.';
COMMENT ON COLUMN marts.indicator_judgement.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.indicator_judgement.year IS 'year of the actual; NULL where there is none or it states no period';
COMMENT ON COLUMN marts.indicator_judgement.period_kind IS 'fiscal_year (年度) or calendar_year (暦年); NULL where no period is stated';
COMMENT ON COLUMN marts.indicator_judgement.actual IS 'actual value of the year';
COMMENT ON COLUMN marts.indicator_judgement.actual_status IS 'status of the actual; NULL where there is none';
COMMENT ON COLUMN marts.indicator_judgement.actual_text IS 'the actual as printed';
COMMENT ON COLUMN marts.indicator_judgement.observation_id IS 'observation of the actual';
COMMENT ON COLUMN marts.indicator_judgement.baseline_year IS 'year of the baseline';
COMMENT ON COLUMN marts.indicator_judgement.baseline IS 'baseline value (基準値)';
COMMENT ON COLUMN marts.indicator_judgement.baseline_text IS 'the baseline as printed';
COMMENT ON COLUMN marts.indicator_judgement.target_year IS 'year of the target';
COMMENT ON COLUMN marts.indicator_judgement.target IS 'final target value (目標値)';
COMMENT ON COLUMN marts.indicator_judgement.target_text IS 'the target as printed';
COMMENT ON COLUMN marts.indicator_judgement.target_comparator IS 'comparator of the target';
COMMENT ON COLUMN marts.indicator_judgement.direction IS 'which way is better: up, down or none';
COMMENT ON COLUMN marts.indicator_judgement.expected IS 'value on the straight line from baseline to target in this year';
COMMENT ON COLUMN marts.indicator_judgement.achievement_ratio IS 'up: actual / target; down: target / actual; NULL where undefined';
COMMENT ON COLUMN marts.indicator_judgement.achievement_ratio_reason IS 'why achievement_ratio is NULL; NULL where it is not';
COMMENT ON COLUMN marts.indicator_judgement.progress_ratio IS '(actual - baseline) / (target - baseline); NULL where the target does not lie beyond the baseline';
COMMENT ON COLUMN marts.indicator_judgement.progress_ratio_reason IS 'why progress_ratio is NULL; NULL where it is not';
COMMENT ON COLUMN marts.indicator_judgement.verdict IS 'achieved, on_track, behind, worsened or not_measurable';
COMMENT ON COLUMN marts.indicator_judgement.verdict_reason IS 'why, as a code: target_reached, at_or_beyond_line, behind_line, wrong_side_of_baseline, target_year_passed, no_target …';
COMMENT ON COLUMN marts.indicator_judgement.is_latest_year IS 'the latest year with a number, or the latest year where none is a number';

CREATE TABLE marts.indicator_progress (
    municipality_code VARCHAR,
    municipality VARCHAR,
    plan VARCHAR,
    field VARCHAR,
    measure_no VARCHAR,
    measure VARCHAR,
    indicator VARCHAR,
    unit VARCHAR,
    per VARCHAR,
    direction VARCHAR,
    theme VARCHAR,
    baseline_year INTEGER,
    baseline DOUBLE,
    latest_year INTEGER,
    latest DOUBLE,
    target_year INTEGER,
    target DOUBLE,
    achievement_ratio DOUBLE,
    progress_ratio DOUBLE,
    verdict VARCHAR,
    verdict_reason VARCHAR,
    document_id VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    period_kind VARCHAR,
    indicator_id VARCHAR,
    comparable_key VARCHAR,
    achievement_ratio_reason VARCHAR,
    progress_ratio_reason VARCHAR,
    latest_status VARCHAR,
    latest_text VARCHAR,
    baseline_text VARCHAR,
    target_text VARCHAR,
    department VARCHAR,
    last_reported_year INTEGER
);
COMMENT ON TABLE marts.indicator_progress IS 'One row per indicator: baseline, latest actual, target and verdict.';
COMMENT ON COLUMN marts.indicator_progress.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.indicator_progress.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.indicator_progress.plan IS 'title of the plan';
COMMENT ON COLUMN marts.indicator_progress.field IS '施策分野 as printed';
COMMENT ON COLUMN marts.indicator_progress.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN marts.indicator_progress.measure IS 'name of the measure (施策) as first printed';
COMMENT ON COLUMN marts.indicator_progress.indicator IS 'name of the indicator (指標) as first printed in the plan';
COMMENT ON COLUMN marts.indicator_progress.unit IS 'unit of the value: 件, 人, %, 円 …; NULL where none is stated';
COMMENT ON COLUMN marts.indicator_progress.per IS 'what the unit is counted per: 年, 校, 人 …; NULL where nothing';
COMMENT ON COLUMN marts.indicator_progress.direction IS 'which way is better: up, down or none';
COMMENT ON COLUMN marts.indicator_progress.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN marts.indicator_progress.baseline_year IS 'year of the baseline';
COMMENT ON COLUMN marts.indicator_progress.baseline IS 'baseline value (基準値)';
COMMENT ON COLUMN marts.indicator_progress.latest_year IS 'year of the latest actual value';
COMMENT ON COLUMN marts.indicator_progress.latest IS 'latest actual value (実績値); NULL where none is a number';
COMMENT ON COLUMN marts.indicator_progress.target_year IS 'year of the target';
COMMENT ON COLUMN marts.indicator_progress.target IS 'final target value (目標値)';
COMMENT ON COLUMN marts.indicator_progress.achievement_ratio IS 'up: latest / target; down: target / latest; NULL where undefined';
COMMENT ON COLUMN marts.indicator_progress.progress_ratio IS '(latest - baseline) / (target - baseline); NULL where the target does not lie beyond the baseline';
COMMENT ON COLUMN marts.indicator_progress.verdict IS 'achieved, on_track, behind, worsened or not_measurable';
COMMENT ON COLUMN marts.indicator_progress.verdict_reason IS 'why, as a code: target_reached, at_or_beyond_line, behind_line, wrong_side_of_baseline, target_year_passed, no_target …';
COMMENT ON COLUMN marts.indicator_progress.document_id IS 'document that prints the latest actual, or else the target or the baseline';
COMMENT ON COLUMN marts.indicator_progress.page IS 'page of that figure';
COMMENT ON COLUMN marts.indicator_progress.x0 IS 'left edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.indicator_progress.top IS 'upper edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN marts.indicator_progress.x1 IS 'right edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.indicator_progress.bottom IS 'lower edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN marts.indicator_progress.period_kind IS 'fiscal_year or calendar_year: what the years of the row are';
COMMENT ON COLUMN marts.indicator_progress.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.indicator_progress.comparable_key IS 'what the indicator means in every municipality, key of dim_comparable; NULL where it is compared with none';
COMMENT ON COLUMN marts.indicator_progress.achievement_ratio_reason IS 'why achievement_ratio is NULL; NULL where it is not';
COMMENT ON COLUMN marts.indicator_progress.progress_ratio_reason IS 'why progress_ratio is NULL; NULL where it is not';
COMMENT ON COLUMN marts.indicator_progress.latest_status IS 'status of the latest actual; NULL where none is printed';
COMMENT ON COLUMN marts.indicator_progress.latest_text IS 'the latest actual as printed';
COMMENT ON COLUMN marts.indicator_progress.baseline_text IS 'the baseline as printed';
COMMENT ON COLUMN marts.indicator_progress.target_text IS 'the target as printed';
COMMENT ON COLUMN marts.indicator_progress.department IS 'departments named in the latest document, separated by 、';
COMMENT ON COLUMN marts.indicator_progress.last_reported_year IS 'last year with any printed actual; later than latest_year where that one is no number';

CREATE TABLE marts.indicator_series (
    municipality_code VARCHAR,
    municipality VARCHAR,
    plan VARCHAR,
    field VARCHAR,
    measure_no VARCHAR,
    measure VARCHAR,
    indicator_id VARCHAR,
    indicator VARCHAR,
    theme VARCHAR,
    direction VARCHAR,
    value_kind VARCHAR,
    period_id VARCHAR,
    period_kind VARCHAR,
    year INTEGER,
    period_label VARCHAR,
    value DOUBLE,
    unit VARCHAR,
    per VARCHAR,
    status VARCHAR,
    comparator VARCHAR,
    numerator DOUBLE,
    denominator DOUBLE,
    note VARCHAR,
    rating VARCHAR,
    verdict VARCHAR,
    raw_text VARCHAR,
    edition INTEGER,
    document_id VARCHAR,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE,
    confidence DOUBLE,
    observation_id VARCHAR
);
COMMENT ON TABLE marts.indicator_series IS 'One row per indicator, kind and period: the latest edition''s value with where it is printed.';
COMMENT ON COLUMN marts.indicator_series.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.indicator_series.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.indicator_series.plan IS 'title of the plan';
COMMENT ON COLUMN marts.indicator_series.field IS '施策分野 as printed';
COMMENT ON COLUMN marts.indicator_series.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN marts.indicator_series.measure IS 'name of the measure (施策) as first printed';
COMMENT ON COLUMN marts.indicator_series.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.indicator_series.indicator IS 'name of the indicator (指標) as first printed in the plan';
COMMENT ON COLUMN marts.indicator_series.theme IS 'nation-wide subject, key of dim_theme; NULL where no word of a theme fits';
COMMENT ON COLUMN marts.indicator_series.direction IS 'which way is better: up, down or none';
COMMENT ON COLUMN marts.indicator_series.value_kind IS 'baseline (基準値), actual (実績値) or target (目標値)';
COMMENT ON COLUMN marts.indicator_series.period_id IS 'key of the period: FY2022 (fiscal year) or CY2021 (calendar year); NULL where none is stated';
COMMENT ON COLUMN marts.indicator_series.period_kind IS 'fiscal_year (年度) or calendar_year (暦年); NULL where no period is stated';
COMMENT ON COLUMN marts.indicator_series.year IS 'Western year of the period; NULL where none is stated';
COMMENT ON COLUMN marts.indicator_series.period_label IS 'the period as printed';
COMMENT ON COLUMN marts.indicator_series.value IS 'the figure in the base unit, a percentage as printed; NULL where the status is not numeric';
COMMENT ON COLUMN marts.indicator_series.unit IS 'unit of the value: 件, 人, %, 円 …; NULL where none is stated';
COMMENT ON COLUMN marts.indicator_series.per IS 'what the unit is counted per: 年, 校, 人 …; NULL where nothing';
COMMENT ON COLUMN marts.indicator_series.status IS 'numeric, text (a fact that is no number), not_set (no target or no indicator set) or not_available';
COMMENT ON COLUMN marts.indicator_series.comparator IS '以上, 以下, 未満, 超 or 約 printed with the figure; NULL where none';
COMMENT ON COLUMN marts.indicator_series.numerator IS 'numerator of a ratio whose parts are printed';
COMMENT ON COLUMN marts.indicator_series.denominator IS 'denominator of a ratio whose parts are printed';
COMMENT ON COLUMN marts.indicator_series.note IS 'qualifiers printed with the figure';
COMMENT ON COLUMN marts.indicator_series.rating IS 'printed rating (評価): A, ◎ …';
COMMENT ON COLUMN marts.indicator_series.verdict IS 'verdict of the year; of actuals only';
COMMENT ON COLUMN marts.indicator_series.raw_text IS 'the figure as printed, line breaks kept';
COMMENT ON COLUMN marts.indicator_series.edition IS 'year of publication of the document';
COMMENT ON COLUMN marts.indicator_series.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN marts.indicator_series.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN marts.indicator_series.x0 IS 'left edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.indicator_series.top IS 'upper edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN marts.indicator_series.x1 IS 'right edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.indicator_series.bottom IS 'lower edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN marts.indicator_series.confidence IS '0 to 1; 0.9 and above is published unseen, below goes to review';
COMMENT ON COLUMN marts.indicator_series.observation_id IS 'key of the observation';

CREATE TABLE marts.plan_report_reconciliation (
    municipality_code VARCHAR,
    municipality VARCHAR,
    plan VARCHAR,
    measure_no VARCHAR,
    indicator_id VARCHAR,
    value_kind VARCHAR,
    period_id VARCHAR,
    plan_document_id VARCHAR,
    report_document_id VARCHAR,
    plan_indicator VARCHAR,
    report_indicator VARCHAR,
    plan_value DOUBLE,
    report_value DOUBLE,
    plan_unit VARCHAR,
    report_unit VARCHAR,
    plan_per VARCHAR,
    report_per VARCHAR,
    plan_text VARCHAR,
    report_text VARCHAR,
    plan_department VARCHAR,
    report_department VARCHAR,
    link_method VARCHAR,
    link_score DOUBLE,
    value_differs BOOLEAN,
    unit_differs BOOLEAN,
    per_differs BOOLEAN,
    name_differs BOOLEAN,
    department_differs BOOLEAN,
    difference VARCHAR,
    plan_page INTEGER,
    report_page INTEGER
);
COMMENT ON TABLE marts.plan_report_reconciliation IS 'One row per indicator, report, kind and period of baselines and targets: what the plan and the report print, and what differs.';
COMMENT ON COLUMN marts.plan_report_reconciliation.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.plan_report_reconciliation.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan IS 'title of the plan';
COMMENT ON COLUMN marts.plan_report_reconciliation.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN marts.plan_report_reconciliation.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.plan_report_reconciliation.value_kind IS 'baseline (基準値), actual (実績値) or target (目標値)';
COMMENT ON COLUMN marts.plan_report_reconciliation.period_id IS 'key of the period: FY2022 (fiscal year) or CY2021 (calendar year); NULL where none is stated';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_document_id IS 'plan document; NULL where none prints the value';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_document_id IS 'report compared with it';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_indicator IS 'name in the plan';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_indicator IS 'name in the report';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_value IS 'value in the plan';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_value IS 'value in the report';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_unit IS 'unit in the plan';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_unit IS 'unit in the report';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_per IS 'per in the plan';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_per IS 'per in the report';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_text IS 'the figure as the plan prints it';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_text IS 'the figure as the report prints it';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_department IS 'departments in the plan, separated by 、';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_department IS 'departments in the report, separated by 、';
COMMENT ON COLUMN marts.plan_report_reconciliation.link_method IS 'same_name or likeness; NULL where only one of the two prints the indicator';
COMMENT ON COLUMN marts.plan_report_reconciliation.link_score IS '0 to 1';
COMMENT ON COLUMN marts.plan_report_reconciliation.value_differs IS 'both print a number and the numbers differ, or only one is a number';
COMMENT ON COLUMN marts.plan_report_reconciliation.unit_differs IS 'units differ';
COMMENT ON COLUMN marts.plan_report_reconciliation.per_differs IS 'what the unit is counted per differs';
COMMENT ON COLUMN marts.plan_report_reconciliation.name_differs IS 'names differ beyond spacing and width of characters';
COMMENT ON COLUMN marts.plan_report_reconciliation.department_differs IS 'departments differ';
COMMENT ON COLUMN marts.plan_report_reconciliation.difference IS 'none, figures, wording, department, only_in_plan or only_in_report: the gravest that holds';
COMMENT ON COLUMN marts.plan_report_reconciliation.plan_page IS 'page in the plan';
COMMENT ON COLUMN marts.plan_report_reconciliation.report_page IS 'page in the report';

CREATE TABLE marts.revision_history (
    municipality_code VARCHAR,
    municipality VARCHAR,
    plan VARCHAR,
    measure_no VARCHAR,
    indicator_id VARCHAR,
    indicator VARCHAR,
    value_kind VARCHAR,
    period_id VARCHAR,
    edition INTEGER,
    document_id VARCHAR,
    value DOUBLE,
    unit VARCHAR,
    status VARCHAR,
    raw_text VARCHAR,
    previous_value DOUBLE,
    change DOUBLE,
    is_revised BOOLEAN,
    is_latest BOOLEAN,
    page INTEGER,
    x0 DOUBLE,
    top DOUBLE,
    x1 DOUBLE,
    bottom DOUBLE
);
COMMENT ON TABLE marts.revision_history IS 'One row per indicator, kind, period and edition, where more than one edition prints the value.';
COMMENT ON COLUMN marts.revision_history.municipality_code IS '6-digit code of the local government (text, leading zeros kept)';
COMMENT ON COLUMN marts.revision_history.municipality IS 'name of the local government';
COMMENT ON COLUMN marts.revision_history.plan IS 'title of the plan';
COMMENT ON COLUMN marts.revision_history.measure_no IS 'number of the measure (施策) as printed';
COMMENT ON COLUMN marts.revision_history.indicator_id IS 'key of the indicator';
COMMENT ON COLUMN marts.revision_history.indicator IS 'name of the indicator (指標) as first printed in the plan';
COMMENT ON COLUMN marts.revision_history.value_kind IS 'baseline (基準値), actual (実績値) or target (目標値)';
COMMENT ON COLUMN marts.revision_history.period_id IS 'key of the period: FY2022 (fiscal year) or CY2021 (calendar year); NULL where none is stated';
COMMENT ON COLUMN marts.revision_history.edition IS 'year of publication of the document';
COMMENT ON COLUMN marts.revision_history.document_id IS 'key of the document: its file name without .pdf';
COMMENT ON COLUMN marts.revision_history.value IS 'the figure in the base unit, a percentage as printed; NULL where the status is not numeric';
COMMENT ON COLUMN marts.revision_history.unit IS 'unit of the value: 件, 人, %, 円 …; NULL where none is stated';
COMMENT ON COLUMN marts.revision_history.status IS 'numeric, text (a fact that is no number), not_set (no target or no indicator set) or not_available';
COMMENT ON COLUMN marts.revision_history.raw_text IS 'the figure as printed, line breaks kept';
COMMENT ON COLUMN marts.revision_history.previous_value IS 'value of the edition before; NULL in the first';
COMMENT ON COLUMN marts.revision_history.change IS 'value - previous_value';
COMMENT ON COLUMN marts.revision_history.is_revised IS 'differs from the edition before';
COMMENT ON COLUMN marts.revision_history.is_latest IS 'the trusted value of the latest edition that prints this indicator, kind and period; of two figures that one document prints for the same thing neither';
COMMENT ON COLUMN marts.revision_history.page IS 'page of the PDF on which it is printed, counted from 1';
COMMENT ON COLUMN marts.revision_history.x0 IS 'left edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.revision_history.top IS 'upper edge of the printed cell, in PDF points from the top of the page';
COMMENT ON COLUMN marts.revision_history.x1 IS 'right edge of the printed cell, in PDF points';
COMMENT ON COLUMN marts.revision_history.bottom IS 'lower edge of the printed cell, in PDF points from the top of the page';
