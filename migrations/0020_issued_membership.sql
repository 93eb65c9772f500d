-- How many members there are on a day is sent out like any other report.
alter table issued_reports
  drop constraint issued_reports_report_check,
  add constraint issued_reports_report_check check (report in ('appeals', 'medadvokat', 'movement', 'membership', 'ministry'));
