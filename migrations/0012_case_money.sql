-- The money of cases: allotted >= committed >= paid, kept by the database, also when several people pay at once.
create table case_allotments (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  amount bigint not null check (amount > 0),
  stage text not null check (stage in ('consultation', 'pre_trial', 'first_instance', 'appeal', 'cassation', 'enforcement')),
  decision_number text not null,
  decided_on date not null,
  requested_by uuid not null references users (id),
  approved_by uuid references users (id),
  approved_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint case_allotments_approved_by_another check (approved_by is null or approved_by <> requested_by),
  constraint case_allotments_approved_whole check ((approved_by is null) = (approved_at is null))
);
create index case_allotments_of_case on case_allotments (case_id);
create index case_allotments_decided on case_allotments (decided_on) where approved_at is not null;

create table case_addenda (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  assignment_id uuid not null,
  number text not null,
  date date not null,
  fee_change bigint not null,
  reason text not null,
  entered_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  constraint case_addenda_of_assignment foreign key (assignment_id, case_id) references case_assignments (id, case_id)
);
create index case_addenda_of_assignment on case_addenda (assignment_id);

create table case_acts (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  assignment_id uuid not null,
  number text not null,
  date date not null,
  amount bigint not null check (amount > 0),
  paid bigint not null default 0 check (paid >= 0),
  entered_by uuid not null references users (id),
  accepted_by uuid references users (id),
  accepted_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint case_acts_of_assignment foreign key (assignment_id, case_id) references case_assignments (id, case_id),
  constraint case_acts_in_assignment unique (id, assignment_id),
  constraint case_acts_paid_within check (paid <= amount),
  constraint case_acts_accepted_whole check ((accepted_by is null) = (accepted_at is null)),
  constraint case_acts_paid_when_accepted check (paid = 0 or accepted_at is not null)
);
create index case_acts_of_case on case_acts (case_id);

create table case_payments (
  id uuid primary key default uuidv7(),
  case_id uuid not null references legal_cases (id),
  assignment_id uuid,
  purpose text check (purpose in ('state_fee', 'expertise', 'travel', 'other')),
  act_id uuid,
  advance boolean not null default false,
  amount bigint not null check (amount > 0),
  refunded bigint not null default 0 check (refunded >= 0),
  paid_on date not null,
  document text not null,
  entered_by uuid not null references users (id),
  voided_by uuid references users (id),
  voided_at timestamptz,
  void_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint case_payments_of_assignment foreign key (assignment_id, case_id) references case_assignments (id, case_id),
  constraint case_payments_by_act foreign key (act_id, assignment_id) references case_acts (id, assignment_id),
  constraint case_payments_for_one_thing check ((assignment_id is null) <> (purpose is null)),
  constraint case_payments_act_of_counsel check (act_id is null or assignment_id is not null),
  constraint case_payments_in_case unique (id, case_id),
  constraint case_payments_refunded_within check (refunded <= amount),
  constraint case_payments_voided_whole check ((voided_at is null) = (void_reason is null))
);
create index case_payments_of_case on case_payments (case_id, paid_on desc, id desc);
create index case_payments_of_assignment on case_payments (assignment_id);
create index case_payments_of_act on case_payments (act_id) where act_id is not null;
create index case_payments_by_day on case_payments (paid_on desc, id desc);
create index case_payments_same_document on case_payments (document, paid_on, amount) where voided_at is null;

create table case_refunds (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  payment_id uuid not null,
  amount bigint not null check (amount > 0),
  refunded_on date not null,
  document text not null,
  entered_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  constraint case_refunds_of_payment foreign key (payment_id, case_id) references case_payments (id, case_id)
);
create index case_refunds_of_payment on case_refunds (payment_id);
create index case_refunds_by_day on case_refunds (refunded_on);

-- A row a case: whoever changes its money locks this row first, so that the sums are judged one after another.
create table case_money (
  case_id uuid primary key references legal_cases (id),
  allotted bigint not null default 0,
  committed bigint not null default 0,
  paid bigint not null default 0,
  constraint case_money_committed_within check (committed <= allotted),
  constraint case_money_paid_within check (paid <= committed)
);

create function open_case_money() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_money (case_id) select id from added;
  return null;
end $$;
create trigger legal_cases_have_money after insert on legal_cases referencing new table as added for each statement execute function open_case_money();

-- The lock comes in a statement of its own: the sums after it see what others committed while it waited.
create function recount_case_money() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  cases uuid[];
begin
  select array_agg(distinct case_id order by case_id) into cases from changed;
  if cases is null then
    return null;
  end if;
  perform 1 from case_money where case_id = any (cases) order by case_id for update;
  if tg_table_name = 'case_refunds' then
    -- Its own trigger goes on from there.
    update case_payments p set refunded = (select sum(r.amount) from case_refunds r where r.payment_id = p.id)
    where p.id in (select payment_id from changed);
    return null;
  end if;
  if tg_table_name = 'case_payments' then
    update case_acts t set paid = coalesce(s.paid, 0) from (
      select act_id, sum(amount - refunded) filter (where voided_at is null) as paid from case_payments where act_id in (select act_id from changed) group by act_id
    ) s where t.id = s.act_id and t.paid is distinct from coalesce(s.paid, 0);
    update case_assignments t set paid = coalesce(s.paid, 0) from (
      select assignment_id, sum(amount - refunded) filter (where voided_at is null) as paid from case_payments where assignment_id in (select assignment_id from changed) group by assignment_id
    ) s where t.id = s.assignment_id and t.paid is distinct from coalesce(s.paid, 0);
  end if;
  update case_money m set
    allotted = coalesce((select sum(amount) from case_allotments a where a.case_id = m.case_id and a.approved_at is not null), 0),
    committed = coalesce((select sum(fee) from case_assignments a where a.case_id = m.case_id), 0)
      + coalesce((select sum(amount - refunded) from case_payments p where p.case_id = m.case_id and p.voided_at is null and p.assignment_id is null), 0),
    paid = coalesce((select sum(amount - refunded) from case_payments p where p.case_id = m.case_id and p.voided_at is null), 0)
  where m.case_id = any (cases);
  return null;
end $$;
create trigger allotments_counted_when_added after insert on case_allotments referencing new table as changed for each statement execute function recount_case_money();
create trigger allotments_counted_when_changed after update on case_allotments referencing new table as changed for each statement execute function recount_case_money();
create trigger assignments_counted_when_added after insert on case_assignments referencing new table as changed for each statement execute function recount_case_money();
create trigger assignments_counted_when_changed after update on case_assignments referencing new table as changed for each statement execute function recount_case_money();
create trigger payments_counted_when_added after insert on case_payments referencing new table as changed for each statement execute function recount_case_money();
create trigger payments_counted_when_changed after update on case_payments referencing new table as changed for each statement execute function recount_case_money();
create trigger refunds_counted_when_added after insert on case_refunds referencing new table as changed for each statement execute function recount_case_money();
revoke execute on function open_case_money, recount_case_money from public;

do $$
declare
  name text;
begin
  foreach name in array array['case_allotments', 'case_addenda', 'case_acts', 'case_payments', 'case_refunds', 'case_money'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_serves on %I to qorgan_owner using (true) with check (true)', name);
    execute format('create policy legal_all on %I to qorgan_legal, qorgan_system using (true) with check (true)', name);
    execute format('create policy union_reads on %I for select to qorgan_union using (true)', name);
    execute format('create policy with_their_case on %I to qorgan_accountant using (exists (select from legal_cases c where c.id = case_id)) with check (exists (select from legal_cases c where c.id = case_id))', name);
    execute format('grant select on %I to qorgan_legal, qorgan_union, qorgan_accountant, qorgan_system', name);
  end loop;
end $$;
grant insert, update on case_allotments, case_addenda, case_acts, case_payments, case_refunds to qorgan_legal, qorgan_system;
-- What a sum or a person was is written once; mistakes are voided.
revoke update on case_payments, case_acts, case_addenda, case_refunds from qorgan_legal;
grant update (number, date, amount, accepted_by, accepted_at, version) on case_acts to qorgan_legal;
grant update (paid_on, document, voided_by, voided_at, void_reason, version) on case_payments to qorgan_legal, qorgan_accountant;
grant insert on case_payments, case_refunds to qorgan_accountant;
create policy union_approves on case_allotments for update to qorgan_union using (true);
grant update (approved_by, approved_at, version) on case_allotments to qorgan_union;

create policy counsel_own on case_acts to qorgan_lawyer using (assignment_id in (select id from case_assignments)) with check (assignment_id in (select id from case_assignments));
create policy counsel_own on case_payments for select to qorgan_lawyer using (assignment_id in (select id from case_assignments));
create policy counsel_own on case_addenda for select to qorgan_lawyer using (assignment_id in (select id from case_assignments));
create policy counsel_own on case_refunds for select to qorgan_lawyer using (payment_id in (select id from case_payments));
grant select on case_acts, case_payments, case_addenda, case_refunds to qorgan_lawyer;
grant insert, update (number, date, amount, version) on case_acts to qorgan_lawyer;
-- Signing and ending are verbs of the legal department; the paid sum is the trigger's.
revoke update on case_assignments from qorgan_legal;
grant update (contract_number, contract_date, stage, fee, ended_on, end_reason, version) on case_assignments to qorgan_legal;
