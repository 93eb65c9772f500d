-- The ledger of economic effect, and the totals that are kept with every change of appeals and entries.
create table effects (
  id uuid primary key default uuidv7(),
  appeal_id uuid not null,
  appeal_number text not null,
  branch_id uuid not null,
  level text not null check (level in ('council', 'branch', 'primary_organisation')),
  category text not null check (category in ('pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid')),
  kind text not null check (kind in ('recovered', 'accrued', 'penalty_cancelled', 'forced_absence_pay', 'legal_fees_saved', 'voucher_discount', 'material_aid', 'pension_or_benefit', 'other')),
  stage text not null check (stage in ('claimed', 'agreed', 'received')),
  amount bigint not null check (amount >= 0),
  people int not null check (people >= 0),
  occurred_on date not null,
  document text,
  calculation text,
  note text,
  settles_id uuid references effects (id),
  computed boolean not null default false,
  entered_by uuid not null references users (id),
  changed_by uuid not null references users (id),
  confirmed_by uuid references users (id),
  confirmed_at timestamptz,
  voided_by uuid references users (id),
  voided_at timestamptz,
  void_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint effects_of_appeal foreign key (appeal_id, branch_id, level, category) references appeals (id, branch_id, level, category) on update cascade,
  constraint effects_confirmed_by_another check (confirmed_by is null or (confirmed_by <> entered_by and confirmed_by <> changed_by)),
  constraint effects_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint effects_voided_whole check ((voided_at is null) = (void_reason is null))
);
create index effects_of_appeal on effects (appeal_id);
create index effects_occurred on effects (branch_id, occurred_on desc, id desc);
create index effects_occurred_in_union on effects (occurred_on desc, id desc);
create index effects_to_confirm on effects (branch_id, amount) where confirmed_at is null and voided_at is null;

alter table effects enable row level security;
alter table effects force row level security;
create policy owner_serves on effects to qorgan_owner using (true) with check (true);
create policy union_all on effects to qorgan_union, qorgan_system using (true) with check (true);
create policy unit_own on effects to qorgan_unit
  using (branch_id = (select current_unit()) or exists (select from appeals where appeals.id = appeal_id))
  with check (branch_id = (select current_unit()) or exists (select from appeals where appeals.id = appeal_id));
create policy organisation_own on effects to qorgan_organisation
  using (exists (select from appeals where appeals.id = appeal_id)) with check (exists (select from appeals where appeals.id = appeal_id));
create policy accountant_money on effects to qorgan_accountant
  using (branch_id = coalesce((select current_unit()), branch_id)) with check (branch_id = coalesce((select current_unit()), branch_id));
grant select on effects to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_accountant, qorgan_legal, qorgan_system;
grant insert on effects to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_system;
grant update (kind, stage, amount, people, occurred_on, document, calculation, note, settles_id, changed_by, confirmed_by, confirmed_at, voided_by, voided_at, void_reason, version, updated_at)
  on effects to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_accountant, qorgan_system;

create table figure_totals (
  unit_id uuid not null references units (id),
  level text not null check (level in ('council', 'branch', 'primary_organisation')),
  category text not null check (category in ('pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid')),
  month date not null check (extract(day from month) = 1),
  appeals bigint not null default 0,
  amount bigint not null default 0,
  people bigint not null default 0,
  unconfirmed bigint not null default 0,
  primary key (unit_id, level, category, month)
);
comment on table figure_totals is 'Appeals received, and received effect obtained, by month. `pnpm qorgan recount` proves it equal to the records.';
alter table figure_totals enable row level security;
alter table figure_totals force row level security;
create policy owner_counts on figure_totals to qorgan_owner using (true) with check (true);
create policy union_all on figure_totals for select to qorgan_union, qorgan_system using (true);
create policy unit_own on figure_totals for select to qorgan_unit using (unit_id = (select current_unit()));
grant select on figure_totals to qorgan_union, qorgan_unit, qorgan_system;

-- Statement-level, so that a bulk load pays once; in key order, so that two statements never wait for each other in a ring.
create function count_appeals() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into figure_totals as t (unit_id, level, category, month, appeals)
    select branch_id, level, category, date_trunc('month', received_on)::date, count(*) from added where status <> 'annulled'
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (unit_id, level, category, month) do update set appeals = t.appeals + excluded.appeals;
  else
    insert into figure_totals as t (unit_id, level, category, month, appeals)
    select branch_id, level, category, month, sum(n) from (
      select branch_id, level, category, date_trunc('month', received_on)::date as month, 1 as n from added where status <> 'annulled'
      union all
      select branch_id, level, category, date_trunc('month', received_on)::date, -1 from gone where status <> 'annulled'
    ) change group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
    on conflict (unit_id, level, category, month) do update set appeals = t.appeals + excluded.appeals;
  end if;
  return null;
end $$;
create trigger appeals_counted_when_added after insert on appeals referencing new table as added for each statement execute function count_appeals();
create trigger appeals_counted_when_changed after update on appeals referencing old table as gone new table as added for each statement execute function count_appeals();

create function count_effects() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into figure_totals as t (unit_id, level, category, month, amount, people, unconfirmed)
    select branch_id, level, category, date_trunc('month', occurred_on)::date, sum(amount), sum(people), coalesce(sum(amount) filter (where confirmed_at is null), 0)
    from added where stage = 'received' and voided_at is null
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (unit_id, level, category, month) do update
      set amount = t.amount + excluded.amount, people = t.people + excluded.people, unconfirmed = t.unconfirmed + excluded.unconfirmed;
  else
    insert into figure_totals as t (unit_id, level, category, month, amount, people, unconfirmed)
    select branch_id, level, category, month, sum(n * amount), sum(n * people), coalesce(sum(n * amount) filter (where confirmed_at is null), 0) from (
      select branch_id, level, category, date_trunc('month', occurred_on)::date as month, amount, people, confirmed_at, 1 as n from added where stage = 'received' and voided_at is null
      union all
      select branch_id, level, category, date_trunc('month', occurred_on)::date, amount, people, confirmed_at, -1 from gone where stage = 'received' and voided_at is null
    ) change group by 1, 2, 3, 4
    having sum(n * amount) <> 0 or sum(n * people) <> 0 or coalesce(sum(n * amount) filter (where confirmed_at is null), 0) <> 0
    order by 1, 2, 3, 4
    on conflict (unit_id, level, category, month) do update
      set amount = t.amount + excluded.amount, people = t.people + excluded.people, unconfirmed = t.unconfirmed + excluded.unconfirmed;
  end if;
  return null;
end $$;
create trigger effects_counted_when_added after insert on effects referencing new table as added for each statement execute function count_effects();
create trigger effects_counted_when_changed after update on effects referencing old table as gone new table as added for each statement execute function count_effects();

-- Where the kept totals differ from the records; no row when every figure is proved.
create function recount() returns table (unit_id uuid, level text, category text, month date, kept bigint[], counted bigint[])
language sql stable security definer set search_path = public as $$
  with counted as (
    select unit_id, level, category, month, sum(appeals)::bigint as appeals, sum(amount)::bigint as amount, sum(people)::bigint as people, sum(unconfirmed)::bigint as unconfirmed
    from (
      select branch_id as unit_id, level, category, date_trunc('month', received_on)::date as month, 1 as appeals, 0 as amount, 0 as people, 0 as unconfirmed
      from appeals where status <> 'annulled'
      union all
      select branch_id, level, category, date_trunc('month', occurred_on)::date, 0, amount, people, case when confirmed_at is null then amount else 0 end
      from effects where stage = 'received' and voided_at is null
    ) records group by 1, 2, 3, 4
  )
  select unit_id, level, category, month,
    array[coalesce(t.appeals, 0), coalesce(t.amount, 0), coalesce(t.people, 0), coalesce(t.unconfirmed, 0)],
    array[coalesce(c.appeals, 0), coalesce(c.amount, 0), coalesce(c.people, 0), coalesce(c.unconfirmed, 0)]
  from figure_totals t full join counted c using (unit_id, level, category, month)
  where (coalesce(t.appeals, 0), coalesce(t.amount, 0), coalesce(t.people, 0), coalesce(t.unconfirmed, 0))
    is distinct from (coalesce(c.appeals, 0), coalesce(c.amount, 0), coalesce(c.people, 0), coalesce(c.unconfirmed, 0))
$$;
revoke execute on function recount, count_appeals, count_effects from public;
grant execute on function recount to qorgan_union, qorgan_system;

-- A bulk load leaves the planner with statistics of its own.
grant maintain on members, appeals, appeal_events, effects, figure_totals, primary_organisations, employers, users, posts to qorgan_system;
