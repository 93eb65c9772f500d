-- A temporary table of the caller's stands before ours in a function with the owner's rights, unless pg_temp is named last.
alter function record_audit set search_path = public, pg_temp;
alter function verify_audit set search_path = public, pg_temp;
alter function count_appeals set search_path = public, pg_temp;
alter function count_effects set search_path = public, pg_temp;
alter function recount set search_path = public, pg_temp;
alter function matching_members set search_path = public, pg_temp;
alter function matching_appeals set search_path = public, pg_temp;
alter function matching_names set search_path = public, pg_temp;

-- How many appeals a unit has had in a year is the unit's.
alter table appeal_numbers enable row level security;
alter table appeal_numbers force row level security;
create policy union_all on appeal_numbers to qorgan_union, qorgan_system using (true) with check (true);
create policy unit_own on appeal_numbers to qorgan_unit, qorgan_organisation
  using (unit_id = (select current_unit())) with check (unit_id = (select current_unit()));
revoke select, insert, update on appeal_numbers from qorgan_request;
grant select, insert, update on appeal_numbers to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_system;

-- Accounts are closed and posts end; their rows stay, since records name them.
revoke delete on users, posts from qorgan_system;
