-- Finding people as they are written in lists and as they call: by name in any usual order, by phone.
create index members_by_folded_name on members (fold(last_name), fold(first_name));
create index members_by_folded_first_name on members (fold(first_name), fold(patronymic));
create index members_by_phone on members (phone) where phone is not null;
create index appeals_by_phone on appeals (applicant_phone) where applicant_phone is not null;

-- Candidates for written names, at most five a row, surest first. `wanted` holds {row, last, first, rest}: one row may be read in
-- several orders. Rank 0: the whole name; 1: the whole name, where one side has no patronymic or an initial; 2: initials that fit;
-- 3 and on: one part of the name differs. As in 0007 the search runs before the policies, narrowed here, and gives ids alone.
create function matching_names(wanted jsonb) returns table (row_no int, id uuid, rank int) language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
declare
  sees_all boolean := current_setting('role') in ('qorgan_union', 'qorgan_system');
  organisation boolean := current_setting('role') = 'qorgan_organisation';
begin
  return query
  with name as materialized (
    select w."row" as n, fold(w.last) as last, fold(w.first) as first, fold(w.rest) as rest
    from jsonb_to_recordset(wanted) as w ("row" int, last text, first text, rest text)
  ), alike as (
    select name.n, m.id, fold(m.patronymic) as patronymic, name.rest,
      case when fold(m.first_name) = name.first then 0 when length(name.first) = 1 then 2 else 3 end as how, 1.0::real as likeness
    from name join members m on fold(m.last_name) = name.last and starts_with(fold(m.first_name), left(name.first, 1))
    -- Two initials, of which the second says somebody else.
    where not (length(name.first) = 1 and name.rest <> '' and left(fold(coalesce(m.patronymic, name.rest)), 1) <> left(name.rest, 1))
      and case when sees_all then true when organisation then m.primary_organisation_id = current_organisation() else m.branch_id = current_unit() end
    union all
    -- A surname that was written wrongly, or changed a letter with a passport: the other two names say who it is.
    select name.n, m.id, fold(m.patronymic), name.rest, 4, similarity(fold(m.last_name), name.last)
    from name join members m on fold(m.first_name) = name.first and fold(m.patronymic) = split_part(name.rest, ' ', 1)
    where name.rest <> '' and fold(m.last_name) <> name.last and similarity(fold(m.last_name), name.last) >= 0.3
      and case when sees_all then true when organisation then m.primary_organisation_id = current_organisation() else m.branch_id = current_unit() end
    union all
    -- Without a patronymic only surnames that begin alike are compared: a given name alone is borne by thousands.
    select name.n, m.id, fold(m.patronymic), name.rest, 5, similarity(fold(m.last_name), name.last)
    from name join members m on fold(m.first_name) = name.first
    where name.rest = '' and fold(m.last_name) <> name.last and left(fold(m.last_name), 1) = left(name.last, 1) and similarity(fold(m.last_name), name.last) >= 0.3
      and case when sees_all then true when organisation then m.primary_organisation_id = current_organisation() else m.branch_id = current_unit() end
  ), ranked as (
    select a.n, a.id, a.likeness, case
        when a.how = 0 and starts_with(a.rest || ' ', a.patronymic || ' ') then 0
        when a.how = 0 and (a.rest = '' or a.patronymic is null or left(a.patronymic, 1) = a.rest) then 1
        when a.how = 2 and (a.rest = '' or a.patronymic is null or left(a.patronymic, 1) = a.rest) then 2
        else 3 + a.how
      end as rank
    from alike a
  ), best as (
    select r.n, r.id, min(r.rank) as rank, max(r.likeness) as likeness from ranked r group by r.n, r.id
  ), placed as (
    select b.*, row_number() over (partition by b.n order by b.rank, b.likeness desc, b.id) as place from best b
  )
  select p.n, p.id, p.rank from placed p where p.place <= 5;
end $$;
revoke execute on function matching_names from public;
grant execute on function matching_names to qorgan_request;
