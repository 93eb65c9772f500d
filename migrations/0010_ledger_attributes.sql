-- An accountant checks the money of every appeal of their units and reads none but vouchers and aid. So that a filter or a report over
-- the ledger means the same for them as for others, this gives what an appeal is counted by, and nothing of what it says.
create function ledger_attributes(appeal uuid)
returns table (id uuid, status text, outcome text, channel text, topic_id uuid, employer_id uuid, primary_organisation_id uuid, region_code text, handling_unit_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, status, outcome, channel, topic_id, employer_id, primary_organisation_id, region_code, handling_unit_id
  from appeals where appeals.id = appeal and branch_id = coalesce(current_unit(), branch_id)
$$;
revoke execute on function ledger_attributes from public;
grant execute on function ledger_attributes to qorgan_accountant;
