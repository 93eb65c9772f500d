-- MedAdvokat: cases, their people, what is said of them, and their own log.
create function current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user', true), '')::uuid;

create table lawyers (
  id uuid primary key default uuidv7(),
  full_name text not null,
  kind text not null check (kind in ('advocate', 'lawyer', 'expert', 'other')),
  licence_number text,
  specialisations text[] not null default '{}',
  regions text[] not null default '{}',
  languages text[] not null default '{}',
  phone text,
  email text,
  user_id uuid references users (id) constraint lawyers_user_once unique,
  active boolean not null default true,
  contract_until date,
  employer_ids uuid[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default now(),
  search_text text not null generated always as (fold(full_name || ' ' || coalesce(licence_number, ''))) stored
);
create index lawyers_by_name on lawyers (full_name collate "ru-x-icu", id);

create table legal_case_numbers (
  year int primary key,
  last_number int not null
);

create table legal_cases (
  id uuid primary key default uuidv7(),
  number text not null constraint legal_cases_number_once unique,
  number_year int not null,
  number_seq int not null,
  kind text not null check (kind in ('criminal', 'administrative', 'civil', 'other')),
  status text not null check (status in ('screening', 'awaiting_lawyer', 'active', 'closed')),
  stage text not null check (stage in ('consultation', 'pre_trial', 'first_instance', 'appeal', 'cassation', 'enforcement')),
  outcome text check (outcome in ('won', 'partly_won', 'lost', 'settled', 'terminated', 'withdrawn', 'advice_given', 'declined')),
  closed_on date,
  branch_id uuid not null references units (id),
  appeal_id uuid not null references appeals (id) constraint legal_cases_one_per_appeal unique,
  -- The appeal was made for the case, and ends with it.
  appeal_is_own boolean not null default false,
  opened_on date not null,
  application_on date,
  consent_on date,
  restricted boolean not null default false,
  repeat_of_id uuid references legal_cases (id),
  decision text check (decision in ('fund', 'advice_only', 'decline')),
  decision_number text,
  decided_on date,
  decided_by uuid references users (id),
  people int not null default 0,
  opened_by uuid not null references users (id),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint legal_cases_number_once_in_year unique (number_year, number_seq),
  constraint legal_cases_closed_has_outcome check ((status = 'closed') = (outcome is not null) and (outcome is null) = (closed_on is null)),
  constraint legal_cases_decided_whole check ((decision is null) = (decided_on is null)),
  constraint legal_cases_closed_after_opening check (closed_on >= opened_on)
);
create index legal_cases_opened on legal_cases (opened_on desc, id desc);
create index legal_cases_of_branch on legal_cases (branch_id, opened_on desc, id desc);
create index legal_cases_open on legal_cases (status) where status <> 'closed';
create index legal_cases_decided on legal_cases (decided_on) where decision = 'fund';
create index legal_cases_closed on legal_cases (closed_on) where closed_on is not null;
create index legal_cases_repeats on legal_cases (repeat_of_id) where repeat_of_id is not null;

-- What a case is about, apart from what it is counted by: fewer people read it.
create table legal_case_contents (
  case_id uuid primary key references legal_cases (id),
  summary text not null,
  opposing_party text,
  conciliation jsonb,
  decision_reason text,
  closing_summary text
);
-- By what law somebody is accused: the legal department's and counsel's alone.
create table legal_case_accusations (
  case_id uuid primary key references legal_cases (id),
  article text
);
create table legal_case_members (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  member_id uuid not null references members (id),
  role text not null check (role in ('suspect', 'accused', 'witness', 'victim', 'plaintiff', 'defendant', 'third_party')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint legal_case_members_once unique (case_id, member_id)
);
create index legal_case_members_by_member on legal_case_members (member_id);
-- Who reads a restricted case, beside the head of the legal department and the assigned counsel.
create table legal_case_readers (
  case_id uuid not null references legal_cases (id),
  user_id uuid not null references users (id),
  active boolean not null default true,
  primary key (case_id, user_id)
);
create index legal_case_readers_by_user on legal_case_readers (user_id) where active;

create table legal_case_events (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  kind text not null,
  at timestamptz not null default clock_timestamp(),
  on_date date not null,
  actor_id uuid references users (id),
  text text,
  details jsonb not null default '{}'
);
create index legal_case_events_of_case on legal_case_events (case_id, at, id);

create table case_assignments (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  lawyer_id uuid not null references lawyers (id),
  conflict_check_id uuid not null,
  contract_number text not null,
  contract_date date not null,
  stage text not null check (stage in ('consultation', 'pre_trial', 'first_instance', 'appeal', 'cassation', 'enforcement')),
  fee bigint not null check (fee >= 0),
  paid bigint not null default 0 check (paid >= 0),
  ended_on date,
  end_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint case_assignments_in_case unique (id, case_id),
  constraint case_assignments_paid_within check (paid <= fee),
  constraint case_assignments_ended_whole check ((ended_on is null) = (end_reason is null)),
  constraint case_assignments_dates_in_order check (ended_on >= contract_date)
);
create index case_assignments_of_case on case_assignments (case_id);
create index case_assignments_of_lawyer on case_assignments (lawyer_id, ended_on);
create unique index case_assignments_once on case_assignments (case_id, lawyer_id) where ended_on is null;

-- The cases of the person who asks, as counsel under a contract in force.
create function counsel_cases() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select a.case_id from case_assignments a join lawyers l on l.id = a.lawyer_id
  where l.user_id = current_person() and (a.ended_on is null or a.ended_on >= (now() at time zone 'Asia/Almaty')::date)
$$;
-- People of a case are counted where nobody may see who they are.
create function count_case_people() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update legal_cases c set people = (select count(*) from legal_case_members m where m.case_id = c.id)
  where c.id in (select case_id from added);
  return null;
end $$;
create trigger legal_case_members_counted after insert on legal_case_members referencing new table as added for each statement execute function count_case_people();

do $$
declare
  name text;
begin
  foreach name in array array['lawyers', 'legal_case_numbers', 'legal_cases', 'legal_case_contents', 'legal_case_accusations', 'legal_case_members', 'legal_case_readers', 'legal_case_events', 'case_assignments'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_serves on %I to qorgan_owner using (true) with check (true)', name);
    execute format('create policy legal_all on %I to qorgan_legal, qorgan_system using (true) with check (true)', name);
    execute format('grant select, insert, update on %I to qorgan_legal, qorgan_system', name);
  end loop;
end $$;
-- An appeal says to everybody who sees it whether it became a case, and a case is read by one statement: what a role sees is the policies' answer.
grant select on legal_cases, lawyers, case_assignments to qorgan_request;
create policy union_reads on legal_cases for select to qorgan_union using (true);
create policy union_approves on legal_cases for update to qorgan_union using (true);
grant update (updated_at) on legal_cases to qorgan_union, qorgan_accountant, qorgan_lawyer;
create policy unit_reads on legal_cases for select to qorgan_unit using (branch_id = (select current_unit()) and not restricted);
create policy accountant_reads on legal_cases for select to qorgan_accountant using (branch_id = coalesce((select current_unit()), branch_id));
create policy accountant_pays on legal_cases for update to qorgan_accountant using (branch_id = coalesce((select current_unit()), branch_id));
create policy counsel_reads on legal_cases for select to qorgan_lawyer using (id in (select counsel_cases()));
create policy counsel_works on legal_cases for update to qorgan_lawyer using (id in (select counsel_cases()));

-- Contents of a restricted case are for its readers, whoever else of the union sees that it is there.
create policy union_reads_contents on legal_case_contents for select to qorgan_union using (exists (select from legal_cases c where c.id = case_id
  and (not c.restricted or exists (select from legal_case_readers r where r.case_id = c.id and r.user_id = (select current_person()) and r.active))));
create policy union_reads_people on legal_case_members for select to qorgan_union using (exists (select from legal_cases c where c.id = case_id
  and (not c.restricted or exists (select from legal_case_readers r where r.case_id = c.id and r.user_id = (select current_person()) and r.active))));
create policy union_reads_events on legal_case_events for select to qorgan_union using (exists (select from legal_cases c where c.id = case_id
  and (not c.restricted or exists (select from legal_case_readers r where r.case_id = c.id and r.user_id = (select current_person()) and r.active))));
create policy own_reading on legal_case_readers for select to qorgan_union using (user_id = (select current_person()));
create policy union_reads on case_assignments for select to qorgan_union using (true);
create policy union_reads on lawyers for select to qorgan_union, qorgan_accountant using (true);
grant select on legal_case_contents, legal_case_members, legal_case_readers, legal_case_events to qorgan_union;

create policy accountant_reads on case_assignments for select to qorgan_accountant using (exists (select from legal_cases c where c.id = case_id));

-- A branch is told who the counsel is, and where to call.
create policy unit_reads on case_assignments for select to qorgan_unit using (exists (select from legal_cases c where c.id = case_id));
create policy unit_reads on lawyers for select to qorgan_unit using (exists (select from case_assignments a where a.lawyer_id = lawyers.id));

create policy counsel_reads on legal_case_contents for select to qorgan_lawyer using (case_id in (select counsel_cases()));
create policy counsel_reads on legal_case_accusations for select to qorgan_lawyer using (case_id in (select counsel_cases()));
create policy counsel_reads on legal_case_members for select to qorgan_lawyer using (case_id in (select counsel_cases()));
create policy counsel_reads on legal_case_events for select to qorgan_lawyer using (case_id in (select counsel_cases()));
create policy counsel_own on lawyers for select to qorgan_lawyer using (user_id = (select current_person()));
create policy counsel_own on case_assignments for select to qorgan_lawyer using (lawyer_id in (select id from lawyers) and case_id in (select counsel_cases()));
create policy counsel_sees_clients on members for select to qorgan_lawyer using (exists (select from legal_case_members m where m.member_id = members.id));
grant select on legal_case_contents, legal_case_accusations, legal_case_members, legal_case_events to qorgan_lawyer;
grant select (id, last_name, first_name, patronymic, phone) on members to qorgan_lawyer;

-- The legal department sees the appeals that became cases, with their people and their ledgers.
create policy legal_reads on members for select to qorgan_legal using (exists (select from legal_case_members m where m.member_id = members.id));
create policy legal_reads on appeals for select to qorgan_legal using (exists (select from legal_cases c where c.appeal_id = appeals.id));
create policy legal_works on appeals for update to qorgan_legal using (exists (select from legal_cases c where c.appeal_id = appeals.id));
create policy with_their_appeal_in_a_case on appeal_events to qorgan_legal
  using (exists (select from appeals where appeals.id = appeal_id)) with check (exists (select from appeals where appeals.id = appeal_id));
create policy legal_own on effects to qorgan_legal
  using (exists (select from appeals where appeals.id = appeal_id)) with check (exists (select from appeals where appeals.id = appeal_id));
grant insert on effects, appeal_events to qorgan_legal;
grant update (kind, stage, amount, people, occurred_on, document, calculation, note, settles_id, changed_by, version, updated_at) on effects to qorgan_legal;
grant update (status, topic_id, other_topic_ids, subject, description, language, primary_organisation_id, employer_id, region_code, restricted, due_on, due_explained, outcome, summary, resolved_on,
  no_effect_reason, expected_on, answer, version, updated_at) on appeals to qorgan_legal;

revoke execute on function counsel_cases, count_case_people from public;
grant execute on function counsel_cases to qorgan_lawyer, qorgan_system;

alter table appeal_events drop constraint appeal_events_kind_check;
alter table appeal_events add constraint appeal_events_kind_check check (kind in ('registered', 'assigned', 'started', 'extended', 'suspended', 'resumed', 'transfer_requested', 'transfer_accepted', 'transfer_rejected', 'transfer_revoked', 'resolved', 'reopened', 'annulled', 'edited', 'noted', 'effect_entered', 'effect_changed', 'effect_confirmed', 'effect_voided', 'due_recomputed', 'case_opened', 'case_closed', 'file_added', 'file_removed'));

-- The searches of 0007 and 0008, which now know the legal department: the people and the appeals of cases.
do $$
begin
  execute replace(pg_get_functiondef('matching_members'::regproc), 'elsif current_setting(''role'') = ''qorgan_organisation'' then',
    'elsif current_setting(''role'') = ''qorgan_legal'' then
    return query select id from members where exists (select from legal_case_members c where c.member_id = members.id) and search_text like all (patterns) limit most;
  elsif current_setting(''role'') = ''qorgan_organisation'' then');
  execute replace(pg_get_functiondef('matching_appeals'::regproc), 'elsif current_setting(''role'') = ''qorgan_organisation'' then',
    'elsif current_setting(''role'') = ''qorgan_legal'' then
    return query select id from appeals where exists (select from legal_cases c where c.appeal_id = appeals.id)
      and (search_name like all (patterns) or search_words @@ query) order by received_on desc, id desc limit most;
  elsif current_setting(''role'') = ''qorgan_organisation'' then');
end $$;
