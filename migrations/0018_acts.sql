-- Acts that were accepted bind the fee: by no addendum and no early end does it come below them. The sum is kept as `paid` is, so that two at once meet at one row.
alter table case_assignments add column accepted bigint not null default 0 check (accepted >= 0);
update case_assignments t set accepted = s.sum
from (select assignment_id, sum(amount) as sum from case_acts where accepted_at is not null group by assignment_id) s where s.assignment_id = t.id;
-- A contract that was brought below its acts before stays so until an addendum mends it.
alter table case_assignments add constraint case_assignments_acts_within check (accepted <= fee) not valid;

-- The lock comes in a statement of its own, and in the order of all money of cases.
create function recount_accepted_acts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from case_money where case_id in (select case_id from changed) order by case_id for update;
  update case_assignments t set accepted = s.sum from (
    select assignment_id, coalesce(sum(amount) filter (where accepted_at is not null), 0) as sum from case_acts
    where assignment_id in (select assignment_id from changed) group by assignment_id
  ) s where t.id = s.assignment_id and t.accepted <> s.sum;
  return null;
end $$;
create trigger acts_counted_when_added after insert on case_acts referencing new table as changed for each statement execute function recount_accepted_acts();
create trigger acts_counted_when_changed after update on case_acts referencing new table as changed for each statement execute function recount_accepted_acts();

-- Who entered an act, or last changed it, is not who accepts it. Of what is written from now on: what was accepted before stands, and is paid.
create function refuse_own_act() returns trigger language plpgsql as $$
begin
  if new.accepted_by = new.entered_by then
    raise exception 'an act is accepted by another person' using errcode = 'check_violation', constraint = 'case_acts_accepted_by_another';
  end if;
  return new;
end $$;
create trigger acts_accepted_by_another before insert or update of accepted_by, entered_by on case_acts for each row execute function refuse_own_act();
revoke execute on function recount_accepted_acts, refuse_own_act from public;
grant update (entered_by) on case_acts to qorgan_legal, qorgan_lawyer;
