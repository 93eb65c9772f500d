-- Finding people as they are written in lists and as they call: by name in any usual order, by phone.
create index members_by_folded_name on members (fold(last_name), fold(first_name));
create index members_by_folded_first_name on members (fold(first_name), fold(patronymic));
create index members_by_phone on members (phone) where phone is not null;
create index appeals_by_phone on appeals (applicant_phone) where applicant_phone is not null;

-- Candidates for written names, at most five a row, surest first. `wanted` holds {row, last, first, rest}: one row may be read in
-- several orders. Rank 0: the whole name; 1: the whole name, where one side has no patronymic or an initial; 2: initials that fit;
-- 3 and on: one part of the name differs, and the likest surnames come first. As in 0007 the search runs before the policies, narrowed here, and gives ids alone.
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
  ), named as materialized (
    select name.n, m.id, 1.0::real as likeness, case
        when fold(m.first_name) <> name.first and length(name.first) <> 1 then 3
        when fold(m.first_name) = name.first and starts_with(name.rest || ' ', fold(m.patronymic) || ' ') then 0
        when name.rest = '' or m.patronymic is null or left(fold(m.patronymic), 1) = name.rest then case when length(name.first) = 1 then 2 else 1 end
        else 3
      end as rank
    from name join members m on fold(m.last_name) = name.last and starts_with(fold(m.first_name), left(name.first, 1))
    -- Two initials, of which the second says somebody else.
    where not (length(name.first) = 1 and name.rest <> '' and left(fold(coalesce(m.patronymic, name.rest)), 1) <> left(name.rest, 1))
      and case when sees_all then true when organisation then m.primary_organisation_id = current_organisation() else m.branch_id = current_unit() end
  ), strange as materialized (
    select name.* from name where not exists (select from named where named.n = name.n and named.rank <= 2)
  ), misspelt as (
    -- A surname that was written wrongly, or changed a letter with a passport: the other two names say who it is.
    select strange.n, m.id, similarity(fold(m.last_name), strange.last) as likeness, 4 as rank
    from strange join members m on fold(m.first_name) = strange.first and fold(m.patronymic) = split_part(strange.rest, ' ', 1)
    where strange.rest <> '' and fold(m.last_name) <> strange.last and similarity(fold(m.last_name), strange.last) >= 0.3
      and case when sees_all then true when organisation then m.primary_organisation_id = current_organisation() else m.branch_id = current_unit() end
    union all
    -- A given name alone is borne by thousands: only surnames that begin alike are compared, and not for the whole of a list.
    select short.n, m.id, similarity(fold(m.last_name), short.last), 5
    from (select * from strange where strange.rest = '' limit 100) short join members m on fold(m.first_name) = short.first
    where left(fold(m.last_name), 2) = left(short.last, 2) and fold(m.last_name) <> short.last and similarity(fold(m.last_name), short.last) >= 0.3
      and case when sees_all then true when organisation then m.primary_organisation_id = current_organisation() else m.branch_id = current_unit() end
  ), best as (
    select c.n, c.id, min(c.rank) as rank, max(c.likeness) as likeness from (select * from named union all select n, id, likeness, rank from misspelt) c (n, id, likeness, rank) group by c.n, c.id
  ), placed as (
    select b.*, row_number() over (partition by b.n order by b.rank, b.likeness desc, b.id) as place from best b
  )
  select p.n, p.id, p.rank from placed p where p.place <= 5;
end $$;
revoke execute on function matching_names from public;
grant execute on function matching_names to qorgan_request;
