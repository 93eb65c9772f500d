-- Appeals, their gapless numbers and their own log of events.

-- Ids that clients chose: the same body by the same person again is the same creation.
create table creations (
  id uuid primary key,
  entity text not null,
  user_id uuid not null,
  body_hash bytea not null,
  created_at timestamptz not null default now()
);
grant select, insert on creations to qorgan_request;

create table appeal_numbers (
  unit_id uuid not null references units (id),
  year int not null,
  last_number int not null,
  primary key (unit_id, year)
);
grant select, insert, update on appeal_numbers to qorgan_request;

create table appeals (
  id uuid primary key default uuidv7(),
  branch_id uuid not null references units (id),
  level text not null check (level in ('council', 'branch', 'primary_organisation')),
  received_level text not null check (received_level in ('council', 'branch', 'primary_organisation')),
  number text not null constraint appeals_number_once unique,
  number_year int not null,
  number_seq int not null,
  status text not null check (status in ('registered', 'in_progress', 'suspended', 'resolved', 'annulled')),
  received_on date not null,
  channel text not null check (channel in ('written', 'in_person', 'phone', 'hotline', 'whatsapp', 'email', 'web', 'post')),
  category text not null check (category in ('pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid')),
  topic_id uuid,
  other_topic_ids uuid[] not null default '{}',
  subject text not null,
  description text,
  language text check (language in ('ru', 'kk')),
  primary_organisation_id uuid references primary_organisations (id),
  employer_id uuid references employers (id),
  region_code text references regions (code),
  membership text not null check (membership in ('member', 'claimed', 'non_member', 'anonymous')),
  member_id uuid references members (id),
  applicant_name text,
  applicant_phone text,
  applicant_iin_cipher bytea,
  written_application_on date,
  representative jsonb,
  signatories int not null default 1 check (signatories >= 1),
  letter jsonb,
  forwarded_from jsonb,
  repeat_of_id uuid references appeals (id),
  urgent boolean not null default false,
  consultation boolean not null default false,
  restricted boolean not null default false,
  wanted_due_on date,
  due_on date not null,
  due_explained jsonb not null,
  voucher jsonb,
  aid jsonb,
  outcome text check (outcome in ('satisfied', 'partly_satisfied', 'explained', 'refused', 'forwarded', 'settled', 'to_court', 'withdrawn', 'discontinued')),
  summary text,
  resolved_on date,
  no_effect_reason text check (no_effect_reason in ('not_in_money', 'advice_only', 'refused', 'expected_later', 'other')),
  expected_on date,
  answer jsonb,
  assignee_id uuid references users (id),
  handling_unit_id uuid not null references units (id),
  transfer_to_unit_id uuid references units (id),
  transfer_to_level text check (transfer_to_level in ('council', 'branch', 'primary_organisation')),
  transfer_reason text,
  transfer_requested_at timestamptz,
  transfer_requested_by uuid references users (id),
  annul_reason text,
  duplicate_of_id uuid references appeals (id),
  batch_id uuid,
  registered_by uuid not null references users (id),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search_name text not null generated always as (fold(number || ' ' || coalesce(applicant_name, ''))) stored,
  search_words tsvector not null generated always as (to_tsvector('russian', subject || ' ' || coalesce(description, '')) || to_tsvector('simple', fold(subject || ' ' || coalesce(description, '')))) stored,
  constraint appeals_number_once_in_unit_and_year unique (branch_id, number_year, number_seq),
  constraint appeals_numbered_in_year_of_receipt check (number_year = extract(year from received_on)),
  -- Effects refer to these together, so that a change of category or level reaches the ledger and the totals.
  constraint appeals_counted_as unique (id, branch_id, level, category),
  constraint appeals_topic_of_category foreign key (topic_id, category) references topics (id, category),
  constraint appeals_member_is_known check ((membership = 'member') = (member_id is not null)),
  constraint appeals_anonymous_has_no_name check ((membership = 'anonymous') = (applicant_name is null)),
  constraint appeals_resolved_has_outcome check ((status = 'resolved') = (outcome is not null) or status = 'annulled'),
  constraint appeals_resolved_after_receipt check (resolved_on >= received_on),
  constraint appeals_voucher_of_sanatorium check (voucher is null or category = 'sanatorium'),
  constraint appeals_aid_of_material_aid check (aid is null or category = 'material_aid'),
  constraint appeals_transfer_whole check ((transfer_to_unit_id is null) = (transfer_to_level is null) and (transfer_to_unit_id is null) = (transfer_reason is null))
);
-- The list of a unit, newest first; of the union; of what a unit handles.
create index appeals_received on appeals (branch_id, received_on desc, id desc);
create index appeals_received_in_union on appeals (received_on desc, id desc);
create index appeals_handled on appeals (handling_unit_id, received_on desc, id desc);
-- What is late and what is next on the home page.
create index appeals_due on appeals (branch_id, due_on, id) where status in ('registered', 'in_progress');
create index appeals_open on appeals (handling_unit_id, status, due_on) where status in ('registered', 'in_progress', 'suspended');
create index appeals_of_member on appeals (member_id, received_on desc) where member_id is not null;
create index appeals_of_assignee on appeals (assignee_id, due_on) where status in ('registered', 'in_progress', 'suspended');
create index appeals_of_organisation on appeals (primary_organisation_id, received_on desc, id desc);
create index appeals_of_employer on appeals (employer_id, received_on desc);
create index appeals_of_topic on appeals (topic_id, received_on desc);
create index appeals_of_batch on appeals (batch_id) where batch_id is not null;
create index appeals_repeats on appeals (repeat_of_id) where repeat_of_id is not null;
create index appeals_transfers on appeals (transfer_to_unit_id) where transfer_to_unit_id is not null;
create index appeals_effect_expected on appeals (handling_unit_id, expected_on) where no_effect_reason = 'expected_later';
create index appeals_search_name on appeals using gin (search_name gin_trgm_ops);
create index appeals_search_words on appeals using gin (search_words);

create table appeal_events (
  id uuid primary key default uuidv7(),
  appeal_id uuid not null,
  branch_id uuid not null,
  kind text not null check (kind in ('registered', 'assigned', 'started', 'extended', 'suspended', 'resumed', 'transfer_requested', 'transfer_accepted', 'transfer_rejected', 'transfer_revoked', 'resolved', 'reopened', 'annulled', 'edited', 'noted', 'effect_entered', 'effect_changed', 'effect_confirmed', 'effect_voided', 'due_recomputed')),
  at timestamptz not null default clock_timestamp(),
  on_date date not null,
  actor_id uuid references users (id),
  text text,
  details jsonb not null default '{}'
);
alter table appeals add constraint appeals_unit_of_id unique (id, branch_id);
alter table appeal_events add constraint appeal_events_of_appeal foreign key (appeal_id, branch_id) references appeals (id, branch_id);
create index appeal_events_of_appeal on appeal_events (appeal_id, id);

alter table appeals enable row level security;
alter table appeals force row level security;
create policy owner_serves on appeals to qorgan_owner using (true) with check (true);
create policy union_all on appeals to qorgan_union, qorgan_system using (true) with check (true);
create policy unit_reads on appeals for select to qorgan_unit
  using (branch_id = (select current_unit()) or handling_unit_id = (select current_unit()) or transfer_to_unit_id = (select current_unit()));
create policy unit_registers on appeals for insert to qorgan_unit with check (branch_id = (select current_unit()));
create policy unit_works on appeals for update to qorgan_unit
  using (branch_id = (select current_unit()) or handling_unit_id = (select current_unit()) or transfer_to_unit_id = (select current_unit()));
create policy organisation_reads on appeals for select to qorgan_organisation
  using (primary_organisation_id = (select current_organisation()) and received_level = 'primary_organisation');
create policy organisation_registers on appeals for insert to qorgan_organisation
  with check (primary_organisation_id = (select current_organisation()) and received_level = 'primary_organisation' and branch_id = (select current_unit()));
create policy organisation_works on appeals for update to qorgan_organisation
  using (primary_organisation_id = (select current_organisation()) and received_level = 'primary_organisation');
create policy accountant_reads on appeals for select to qorgan_accountant
  using (category in ('sanatorium', 'material_aid') and not restricted and branch_id = coalesce((select current_unit()), branch_id));

alter table appeal_events enable row level security;
alter table appeal_events force row level security;
create policy owner_serves on appeal_events to qorgan_owner using (true) with check (true);
create policy union_all on appeal_events to qorgan_union, qorgan_system using (true) with check (true);
create policy with_their_appeal on appeal_events to qorgan_unit, qorgan_organisation, qorgan_accountant
  using (exists (select from appeals where appeals.id = appeal_id)) with check (exists (select from appeals where appeals.id = appeal_id));

grant select on appeals, appeal_events to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_accountant, qorgan_legal, qorgan_system;
grant insert on appeals, appeal_events to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_system;
grant insert on appeal_events to qorgan_accountant;
-- The unit that received an appeal, its number and who registered it never change: no role may write them.
grant update (level, status, received_on, channel, category, topic_id, other_topic_ids, subject, description, language, primary_organisation_id, employer_id, region_code,
  membership, member_id, applicant_name, applicant_phone, applicant_iin_cipher, written_application_on, representative, signatories, letter, forwarded_from, repeat_of_id,
  urgent, consultation, restricted, wanted_due_on, due_on, due_explained, voucher, aid, outcome, summary, resolved_on, no_effect_reason, expected_on, answer, assignee_id,
  handling_unit_id, transfer_to_unit_id, transfer_to_level, transfer_reason, transfer_requested_at, transfer_requested_by, annul_reason, duplicate_of_id, version, updated_at)
  on appeals to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_system;
