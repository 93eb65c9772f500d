-- Database roles, once per cluster; run before every migration by somebody who may create roles. Idempotent.
-- qorgan_owner owns the tables and never signs in; qorgan_api signs in, owns nothing, and can only become one of the request roles.
do $$
declare
  name text;
begin
  foreach name in array array['qorgan_owner', 'qorgan_request', 'qorgan_union', 'qorgan_unit', 'qorgan_organisation', 'qorgan_accountant', 'qorgan_legal', 'qorgan_lawyer', 'qorgan_administrator', 'qorgan_system'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'qorgan_api') then
    create role qorgan_api login noinherit;
  end if;
  -- Since PostgreSQL 16 the creator of a role administers it, but becomes it only after granting it to itself.
  if not pg_has_role(current_user, 'qorgan_owner', 'set') or not pg_has_role(current_user, 'qorgan_owner', 'usage') then
    execute format('grant qorgan_owner to %I with inherit true, set true', current_user);
  end if;
  foreach name in array array['qorgan_union', 'qorgan_unit', 'qorgan_organisation', 'qorgan_accountant', 'qorgan_legal', 'qorgan_lawyer', 'qorgan_administrator', 'qorgan_system'] loop
    if not pg_has_role(name, 'qorgan_request', 'usage') then
      execute format('grant qorgan_request to %I', name);
    end if;
    if not pg_has_role('qorgan_api', name, 'set') then
      execute format('grant %I to qorgan_api with inherit false, set true', name);
    end if;
  end loop;
  execute format('grant connect, temporary on database %I to qorgan_api', current_database());
  execute format('grant create on database %I to qorgan_owner', current_database());
end $$;
grant usage, create on schema public to qorgan_owner;
grant usage on schema public to qorgan_request, qorgan_api;
