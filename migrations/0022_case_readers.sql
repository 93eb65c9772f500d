-- Who reads a restricted case, said once. Both are plain SQL that returns rows, so the planner writes them into the statement that asks;
-- with `exists` it may look up the one case instead of gathering all.
-- The cases that name the person who asks among their readers.
create function named_cases() returns setof uuid language sql stable parallel safe as $$
  select r.case_id from legal_case_readers r where r.user_id = (select current_person()) and r.active
$$;
-- What the council and the auditor read whole.
create function union_cases() returns setof uuid language sql stable parallel safe as $$
  select c.id from legal_cases c where not c.restricted or exists (select from named_cases() id where id = c.id)
$$;
revoke execute on function named_cases, union_cases from public;
grant execute on function named_cases, union_cases to qorgan_union, qorgan_legal, qorgan_system;

do $$
declare
  name text;
begin
  foreach name in array array['legal_case_contents union_reads_contents', 'legal_case_members union_reads_people', 'legal_case_events union_reads_events',
    'conflict_checks union_reads', 'hearings union_reads', 'case_deadlines union_reads', 'attachments union_of_case'] loop
    execute format('alter policy %I on %I using (exists (select from union_cases() id where id = case_id))', split_part(name, ' ', 2), split_part(name, ' ', 1));
  end loop;
end $$;
