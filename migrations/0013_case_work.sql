-- Conflict checks, hearings, procedural terms, privileged notes, and the calendar's secret links.
create table conflict_checks (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  lawyer_id uuid not null references lawyers (id),
  matches jsonb not null,
  decision text check (decision in ('clear', 'waived', 'blocked')),
  reason text,
  chair_under_accused boolean,
  decided_by uuid references users (id),
  decided_at timestamptz,
  checked_by uuid not null references users (id),
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint conflict_checks_of_lawyer unique (id, case_id, lawyer_id),
  constraint conflict_checks_decided_whole check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint conflict_checks_waived_with_reason check (decision is distinct from 'waived' or reason is not null)
);
create index conflict_checks_of_case on conflict_checks (case_id, created_at desc);
alter table case_assignments add constraint case_assignments_checked foreign key (conflict_check_id, case_id, lawyer_id) references conflict_checks (id, case_id, lawyer_id);

create table hearings (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  starts_at timestamptz not null,
  court text not null,
  court_case_number text,
  judge text,
  stage text not null check (stage in ('consultation', 'pre_trial', 'first_instance', 'appeal', 'cassation', 'enforcement')),
  result text,
  next_step text,
  entered_by uuid not null references users (id),
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index hearings_of_case on hearings (case_id, starts_at desc);
create index hearings_by_time on hearings (starts_at);

create table deadline_rules (
  id uuid primary key default uuidv7(),
  key text not null,
  event_ru text not null, event_kk text not null, event_en text,
  title_ru text not null, title_kk text not null, title_en text,
  length int not null check (length >= 0),
  unit text not null check (unit in ('working_day', 'calendar_day', 'month', 'year')),
  act text not null,
  article text not null,
  edition text,
  valid_from date not null,
  certainty text not null check (certainty in ('law', 'web', 'unsure')),
  kinds text[] not null default '{}',
  active boolean not null default true,
  version int not null default 1,
  constraint deadline_rules_one_edition_a_day unique (key, valid_from)
);
grant select on deadline_rules to qorgan_request;
grant insert, update on deadline_rules to qorgan_legal, qorgan_system;

create table case_deadlines (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  rule_id uuid references deadline_rules (id),
  -- As the rule said when it was computed: a later edition changes no term that people rely on.
  rule jsonb,
  title text,
  event_date date,
  due_on date not null,
  computed_on date,
  override_reason text,
  explained jsonb,
  provisional boolean not null default false,
  checked_by uuid references users (id),
  checked_at timestamptz,
  done_on date,
  entered_by uuid not null references users (id),
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint case_deadlines_by_rule_or_own check ((rule_id is null) = (event_date is null) and (rule_id is null) = (rule is null) and (rule_id is null) = (title is not null)),
  constraint case_deadlines_checked_whole check ((checked_by is null) = (checked_at is null))
);
create index case_deadlines_of_case on case_deadlines (case_id, due_on);
create index case_deadlines_running on case_deadlines (due_on) where done_on is null;

-- Encrypted with a key of its own; beside the rows of the owner, only the legal department's and the counsel's may be read.
create table privileged_notes (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  kind text not null check (kind in ('note', 'accusation')),
  cipher bytea not null,
  written_by uuid not null references users (id),
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index privileged_notes_of_case on privileged_notes (case_id, created_at desc, id desc);
create table privileged_openings (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  user_id uuid not null references users (id),
  role text not null,
  at timestamptz not null default clock_timestamp()
);
create index privileged_openings_of_case on privileged_openings (case_id, at desc, id desc);

create table calendar_links (
  user_id uuid primary key references users (id),
  post_id uuid not null references posts (id),
  token_hash bytea not null constraint calendar_links_token_once unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);

do $$
declare
  name text;
begin
  foreach name in array array['conflict_checks', 'hearings', 'case_deadlines', 'privileged_notes', 'privileged_openings'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_serves on %I to qorgan_owner using (true) with check (true)', name);
    execute format('create policy legal_all on %I to qorgan_legal, qorgan_system using (true) with check (true)', name);
  end loop;
end $$;
grant select, insert, update on conflict_checks, hearings, case_deadlines to qorgan_legal, qorgan_system;
grant select, insert on privileged_notes, privileged_openings to qorgan_legal, qorgan_lawyer;
grant update (cipher, version) on privileged_notes to qorgan_legal, qorgan_lawyer;
grant insert on privileged_notes to qorgan_system;

create policy union_reads on conflict_checks for select to qorgan_union using (exists (select from legal_cases c where c.id = case_id
  and (not c.restricted or exists (select from legal_case_readers r where r.case_id = c.id and r.user_id = (select current_person()) and r.active))));
create policy union_reads on hearings for select to qorgan_union using (exists (select from legal_cases c where c.id = case_id
  and (not c.restricted or exists (select from legal_case_readers r where r.case_id = c.id and r.user_id = (select current_person()) and r.active))));
create policy union_reads on case_deadlines for select to qorgan_union using (exists (select from legal_cases c where c.id = case_id
  and (not c.restricted or exists (select from legal_case_readers r where r.case_id = c.id and r.user_id = (select current_person()) and r.active))));
grant select on conflict_checks, hearings, case_deadlines to qorgan_union;
create policy unit_reads on hearings for select to qorgan_unit using (exists (select from legal_cases c where c.id = case_id));
grant select on hearings to qorgan_unit;

create policy counsel_works on hearings to qorgan_lawyer using (case_id in (select counsel_cases())) with check (case_id in (select counsel_cases()));
create policy counsel_reads on case_deadlines for select to qorgan_lawyer using (case_id in (select counsel_cases()));
create policy counsel_works on privileged_notes to qorgan_lawyer using (case_id in (select counsel_cases())) with check (case_id in (select counsel_cases()));
create policy counsel_works on privileged_openings to qorgan_lawyer using (case_id in (select counsel_cases())) with check (case_id in (select counsel_cases()));
grant select, insert, update on hearings to qorgan_lawyer;
grant select on case_deadlines to qorgan_lawyer;

alter table calendar_links enable row level security;
alter table calendar_links force row level security;
create policy owner_serves on calendar_links to qorgan_owner using (true) with check (true);
create policy system_serves on calendar_links to qorgan_system using (true) with check (true);
create policy own on calendar_links to qorgan_legal, qorgan_union, qorgan_lawyer using (user_id = (select current_person())) with check (user_id = (select current_person()));
grant select, insert, update on calendar_links to qorgan_legal, qorgan_union, qorgan_lawyer, qorgan_system;

-- How many members were helped, each once, where the caller may not see who: the cases funded between two days, by unit and (unit null) in all.
create function helped_people(first date, last date, only_units uuid[]) returns table (unit_id uuid, people bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.branch_id, count(distinct m.member_id)
  from legal_cases c join legal_case_members m on m.case_id = c.id
  where c.decision = 'fund' and c.decided_on between first and last and (only_units is null or c.branch_id = any (only_units))
    and (current_setting('role') <> 'qorgan_unit' or c.branch_id = current_unit())
    and c.branch_id = case when current_setting('role') = 'qorgan_accountant' then coalesce(current_unit(), c.branch_id) else c.branch_id end
  group by grouping sets ((c.branch_id), ())
$$;
-- The other figures, restricted cases among them, without a word of what they are about.
create function medadvokat_figures(first date, last date, only_units uuid[]) returns table (unit_id uuid, what text, key text, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with visible as materialized (
    select c.* from legal_cases c
    where (only_units is null or c.branch_id = any (only_units))
      and (current_setting('role') <> 'qorgan_unit' or c.branch_id = current_unit())
      and c.branch_id = case when current_setting('role') = 'qorgan_accountant' then coalesce(current_unit(), c.branch_id) else c.branch_id end
  )
  select branch_id, 'cases', kind, count(*) from visible where decision = 'fund' and decided_on between first and last group by 1, 3
  union all
  select branch_id, 'outcomes', outcome, count(*) from visible where closed_on between first and last group by 1, 3
  union all
  select v.branch_id, 'allotted', '', sum(a.amount)::bigint from visible v join case_allotments a on a.case_id = v.id
    where a.approved_at is not null and a.decided_on between first and last group by 1
  union all
  select v.branch_id, 'committed', '', sum(f.amount)::bigint from visible v join (
      select a.case_id, a.contract_date as day, a.fee - coalesce((select sum(d.fee_change) from case_addenda d where d.assignment_id = a.id), 0) as amount from case_assignments a
      union all select case_id, date, fee_change from case_addenda
      union all select case_id, paid_on, amount from case_payments where assignment_id is null and voided_at is null
      union all select r.case_id, r.refunded_on, -r.amount from case_refunds r join case_payments p on p.id = r.payment_id where p.assignment_id is null and p.voided_at is null
    ) f on f.case_id = v.id where f.day between first and last group by 1
  union all
  select v.branch_id, 'paid', '', sum(f.amount)::bigint from visible v join (
      select case_id, paid_on as day, amount from case_payments where voided_at is null
      union all select r.case_id, r.refunded_on, -r.amount from case_refunds r join case_payments p on p.id = r.payment_id where p.voided_at is null
    ) f on f.case_id = v.id where f.day between first and last group by 1
  union all
  select v.branch_id, 'effect', '', sum(e.amount)::bigint from visible v join effects e on e.appeal_id = v.appeal_id
    where e.stage = 'received' and e.voided_at is null and e.occurred_on between first and last group by 1
$$;
revoke execute on function helped_people, medadvokat_figures from public;
grant execute on function helped_people, medadvokat_figures to qorgan_legal, qorgan_union, qorgan_unit, qorgan_accountant, qorgan_system;
