-- Quarters, the units' reports of them, and what was frozen.
create table reporting_periods (
  key text primary key check (key ~ '^[0-9]{4}Q[1-4]$'),
  from_on date not null,
  to_on date not null,
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  closed_on date,
  closed_by uuid references users (id),
  -- Of the snapshot in force.
  sha256 text,
  reopen_reason text,
  version int not null default 1,
  constraint reporting_periods_once unique (from_on),
  constraint reporting_periods_closed_whole check ((status = 'closed') = (closed_on is not null) and (status = 'closed') = (sha256 is not null))
);

create table branch_reports (
  id uuid primary key default uuidv7(),
  period_key text not null references reporting_periods (key),
  unit_id uuid not null references units (id),
  status text not null default 'open' check (status in ('open', 'submitted', 'returned', 'accepted')),
  analysis text,
  tensions text,
  examples jsonb not null default '[]',
  signed jsonb,
  submitted_at timestamptz,
  submitted_by uuid references users (id),
  submit_reason text,
  -- What was handed in; once accepted, what is in force.
  snapshot_id uuid,
  comment text,
  accepted_at timestamptz,
  accepted_by uuid references users (id),
  reminded_at timestamptz,
  version int not null default 1,
  constraint branch_reports_once unique (period_key, unit_id),
  constraint branch_reports_unit_of_id unique (id, unit_id),
  constraint branch_reports_submitted_whole check ((status in ('submitted', 'accepted')) = (snapshot_id is not null))
);
create index branch_reports_of_unit on branch_reports (unit_id, period_key desc);
create index branch_reports_not_in on branch_reports (status) where status in ('open', 'submitted', 'returned');

-- Canonical JSON (RFC 8785) with its hash: provisional when submitted, final when accepted or closed. Never changed, by nobody.
create table snapshots (
  id uuid primary key default uuidv7(),
  period_key text not null references reporting_periods (key),
  branch_report_id uuid,
  unit_id uuid references units (id),
  stage text not null check (stage in ('submitted', 'accepted', 'closed')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint snapshots_unit_of_id unique (id, unit_id),
  constraint snapshots_of_report foreign key (branch_report_id, unit_id) references branch_reports (id, unit_id),
  constraint snapshots_of_unit_or_period check ((stage = 'closed') = (branch_report_id is null) and (branch_report_id is null) = (unit_id is null)),
  constraint snapshots_hash_of_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);
create index snapshots_of_report on snapshots (branch_report_id, created_at desc);
create index snapshots_of_period on snapshots (period_key, created_at desc) where branch_report_id is null;
create trigger snapshots_append_only before update or delete or truncate on snapshots for each statement execute function refuse_change();
alter table branch_reports add constraint branch_reports_snapshot foreign key (snapshot_id, unit_id) references snapshots (id, unit_id);

-- What a unit's snapshot says, by quarter: its own one, and earlier ones that it corrects. What a closed quarter has been reported as is the
-- sum over the snapshots of accepted reports; live figures less that sum are what no report has shown yet. Without rows of zeros.
create table snapshot_figures (
  snapshot_id uuid not null,
  unit_id uuid not null,
  period_key text not null references reporting_periods (key),
  category text not null check (category in ('pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid')),
  is_correction boolean not null,
  count int not null,
  effect bigint not null,
  people int not null,
  primary key (snapshot_id, period_key, category),
  constraint snapshot_figures_of_snapshot foreign key (snapshot_id, unit_id) references snapshots (id, unit_id)
);
create trigger snapshot_figures_append_only before update or delete or truncate on snapshot_figures for each statement execute function refuse_change();

create table legacy_totals (
  id uuid primary key default uuidv7(),
  -- Null: of the whole union, as it was printed.
  unit_id uuid references units (id),
  level text check (level in ('council', 'branch', 'primary_organisation')),
  category text not null check (category in ('pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid')),
  from_on date not null,
  to_on date not null,
  count int not null check (count >= 0),
  effect bigint not null check (effect >= 0),
  people int check (people >= 0),
  source text not null,
  footnote text,
  entered_by uuid not null references users (id),
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint legacy_totals_dates_in_order check (to_on >= from_on)
);
create extension if not exists btree_gist;
alter table legacy_totals add constraint legacy_totals_overlap exclude using gist (
  coalesce(unit_id::text, 'union') with =, coalesce(level, '') with =, category with =, daterange(from_on, to_on, '[]') with &&);

create table issued_reports (
  id uuid primary key default uuidv7(),
  report text not null check (report in ('appeals', 'medadvokat', 'movement', 'ministry')),
  query jsonb not null,
  from_on date not null,
  to_on date not null,
  locale text not null check (locale in ('ru', 'kk', 'en')),
  addressee text not null,
  letter_number text,
  signed_on date,
  control_code text not null constraint issued_reports_code_once unique check (control_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  figures bytea not null,
  sha256 text not null,
  totals jsonb not null,
  file bytea not null,
  issued_by uuid not null references users (id),
  issued_at timestamptz not null default now(),
  constraint issued_reports_hash_of_figures check (sha256 = encode(sha256(figures), 'hex'))
);
create index issued_reports_by_time on issued_reports (issued_at desc, id desc);
create trigger issued_reports_append_only before update or delete or truncate on issued_reports for each statement execute function refuse_change();

create table print_settings (
  only_row boolean primary key default true check (only_row),
  headings jsonb not null default '{}',
  footnote jsonb,
  signers jsonb not null default '[]',
  executor jsonb,
  version int not null default 1
);
insert into print_settings default values;

grant select on reporting_periods, print_settings to qorgan_request;
grant insert, update on reporting_periods to qorgan_system;
grant update on reporting_periods, print_settings to qorgan_union;
grant update on print_settings to qorgan_administrator;

do $$
declare
  name text;
begin
  foreach name in array array['branch_reports', 'snapshots', 'snapshot_figures', 'legacy_totals', 'issued_reports'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_serves on %I to qorgan_owner using (true) with check (true)', name);
    execute format('create policy union_all on %I to qorgan_union, qorgan_system using (true) with check (true)', name);
  end loop;
end $$;
create policy unit_own on branch_reports to qorgan_unit using (unit_id = (select current_unit())) with check (unit_id = (select current_unit()));
create policy unit_own on snapshots to qorgan_unit using (unit_id = (select current_unit())) with check (unit_id = (select current_unit()));
create policy unit_own on snapshot_figures to qorgan_unit using (unit_id = (select current_unit())) with check (unit_id = (select current_unit()));
create policy unit_own on legacy_totals for select to qorgan_unit using (unit_id = (select current_unit()));
create policy accountant_reads on legacy_totals for select to qorgan_accountant using (current_unit() is null or unit_id = (select current_unit()));
grant select on branch_reports, snapshots, snapshot_figures to qorgan_union, qorgan_unit, qorgan_system;
grant select on legacy_totals to qorgan_union, qorgan_unit, qorgan_accountant, qorgan_organisation, qorgan_system;
grant select on issued_reports to qorgan_request;
grant insert on branch_reports to qorgan_system;
grant insert on snapshots, snapshot_figures to qorgan_union, qorgan_unit, qorgan_system;
grant insert on legacy_totals, issued_reports to qorgan_union, qorgan_system;
grant update (status, analysis, tensions, examples, signed, submitted_at, submitted_by, submit_reason, snapshot_id, comment, accepted_at, accepted_by, reminded_at, version)
  on branch_reports to qorgan_union, qorgan_unit, qorgan_system;

-- Movement asks what was resolved in a period, and when appeals changed hands.
create index appeals_resolved on appeals (resolved_on) where resolved_on is not null;
create index appeal_events_of_transfers on appeal_events (on_date) where kind = 'transfer_accepted';
