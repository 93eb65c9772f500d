-- Text search runs before row-level security only in a definer function: its operators are not leak-proof, so a policy would
-- switch the indexes off. These return ids alone, narrowed to the caller's scope; the caller joins them through the protected table.
create function matching_members(words text[], most int) returns setof uuid language plpgsql stable security definer set search_path = public as $$
declare
  patterns text[] := (select array_agg('%' || replace(replace(replace(fold(word), '\', '\\'), '%', '\%'), '_', '\_') || '%') from unnest(words) word);
begin
  if current_setting('role') in ('qorgan_union', 'qorgan_system') then
    return query select id from members where search_text like all (patterns) limit most;
  elsif current_setting('role') = 'qorgan_organisation' then
    return query select id from members where primary_organisation_id = current_organisation() and search_text like all (patterns) limit most;
  else
    return query select id from members where branch_id = current_unit() and search_text like all (patterns) limit most;
  end if;
end $$;

create function matching_appeals(q text, words text[], most int) returns setof uuid language plpgsql stable security definer set search_path = public as $$
declare
  patterns text[] := (select array_agg('%' || replace(replace(replace(fold(word), '\', '\\'), '%', '\%'), '_', '\_') || '%') from unnest(words) word);
  query tsquery := websearch_to_tsquery('russian', q) || websearch_to_tsquery('simple', fold(q));
begin
  if current_setting('role') in ('qorgan_union', 'qorgan_system') then
    return query select id from appeals where (search_name like all (patterns) or search_words @@ query) order by received_on desc, id desc limit most;
  elsif current_setting('role') = 'qorgan_organisation' then
    return query select id from appeals where primary_organisation_id = current_organisation() and received_level = 'primary_organisation'
      and (search_name like all (patterns) or search_words @@ query) order by received_on desc, id desc limit most;
  elsif current_setting('role') = 'qorgan_accountant' then
    return query select id from appeals where category in ('sanatorium', 'material_aid') and not restricted and branch_id = coalesce(current_unit(), branch_id)
      and (search_name like all (patterns) or search_words @@ query) order by received_on desc, id desc limit most;
  else
    return query select id from appeals where (branch_id = current_unit() or handling_unit_id = current_unit() or transfer_to_unit_id = current_unit())
      and (search_name like all (patterns) or search_words @@ query) order by received_on desc, id desc limit most;
  end if;
end $$;
revoke execute on function matching_members, matching_appeals from public;
grant execute on function matching_members, matching_appeals to qorgan_request;
