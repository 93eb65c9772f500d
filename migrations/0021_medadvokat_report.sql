-- A branch's report counts what its lists hold: a restricted case is counted where it is known to be, by the council, the legal department and whoever pays.
-- With the scope in variables, planned for their values: conditions on settings are opaque, one case was expected, and the money of all was read again for each.
create or replace function helped_people(first date, last date, only_units uuid[]) returns table (unit_id uuid, people bigint)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  is_branch boolean := current_setting('role') = 'qorgan_unit';
  own uuid[] := case when is_branch or (current_setting('role') = 'qorgan_accountant' and current_unit() is not null) then array[current_unit()] end;
begin
  return query select c.branch_id, count(distinct m.member_id)
    from legal_cases c join legal_case_members m on m.case_id = c.id
    where c.decision = 'fund' and c.decided_on between first and last and (only_units is null or c.branch_id = any (only_units))
      and (own is null or c.branch_id = any (own)) and not (is_branch and c.restricted)
    group by grouping sets ((c.branch_id), ());
end $$;
create or replace function medadvokat_figures(first date, last date, only_units uuid[]) returns table (unit_id uuid, what text, key text, amount bigint)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  is_branch boolean := current_setting('role') = 'qorgan_unit';
  own uuid[] := case when is_branch or (current_setting('role') = 'qorgan_accountant' and current_unit() is not null) then array[current_unit()] end;
begin
  return query with visible as (
    select c.* from legal_cases c
    where (only_units is null or c.branch_id = any (only_units)) and (own is null or c.branch_id = any (own)) and not (is_branch and c.restricted)
  ), money (case_id, what, amount) as (
    select a.case_id, 'allotted', a.amount from case_allotments a where a.approved_at is not null and a.decided_on between first and last
    union all
    -- A contract as it was first signed; its addenda are of their own days.
    select a.case_id, 'committed', a.fee - coalesce(d.changes, 0)
      from case_assignments a left join (select assignment_id, sum(fee_change)::bigint as changes from case_addenda group by assignment_id) d on d.assignment_id = a.id
      where a.contract_date between first and last
    union all
    select d.case_id, 'committed', d.fee_change from case_addenda d where d.date between first and last
    union all
    select p.case_id, of.what, p.amount from case_payments p cross join (values ('paid'), ('committed')) of (what)
      where p.voided_at is null and p.paid_on between first and last and (of.what = 'paid' or p.assignment_id is null)
    union all
    select r.case_id, of.what, -r.amount from case_refunds r join case_payments p on p.id = r.payment_id cross join (values ('paid'), ('committed')) of (what)
      where p.voided_at is null and r.refunded_on between first and last and (of.what = 'paid' or p.assignment_id is null)
  )
  select branch_id, 'cases', kind, count(*) from visible where decision = 'fund' and decided_on between first and last group by 1, 3
  union all
  select branch_id, 'outcomes', outcome, count(*) from visible where closed_on between first and last group by 1, 3
  union all
  select v.branch_id, m.what, '', sum(m.amount)::bigint from money m join visible v on v.id = m.case_id group by 1, 2
  union all
  select v.branch_id, 'effect', '', sum(e.amount)::bigint from visible v join effects e on e.appeal_id = v.appeal_id
    where e.stage = 'received' and e.voided_at is null and e.occurred_on between first and last group by 1;
end $$;
