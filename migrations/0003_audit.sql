-- Every change, in its transaction: who, what, when, which fields, never contents. A chain of hashes per unit.
create table audit_heads (
  unit_id uuid primary key references units (id),
  seq bigint not null,
  hash bytea not null
);

create table audit_events (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references units (id),
  seq bigint not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  role text,
  action text not null,
  entity text not null,
  entity_id text,
  fields text[] not null default '{}',
  count int,
  content_hash text,
  request_id text,
  hash bytea not null,
  constraint audit_events_one_per_place unique (unit_id, seq)
);
create index audit_events_by_time on audit_events (at desc, id desc);
create index audit_events_by_entity on audit_events (entity_id, id);
create index audit_events_by_actor on audit_events (actor_id, id);

-- Canonical bytes: each field with its length in front, so that no two events share a form. NULL is length -1.
create function audit_canonical(e audit_events) returns bytea language sql stable
  return convert_to(
    (select string_agg(coalesce(octet_length(f.value)::text || ':' || f.value, '-1:'), '|' order by f.position)
      from unnest(array[
        e.id::text, e.unit_id::text, e.seq::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        e.actor_id::text, e.role, e.action, e.entity, e.entity_id, array_to_string(e.fields, ','), e.count::text, e.content_hash, e.request_id
      ]) with ordinality as f (value, position)), 'UTF8');

create function record_audit(unit uuid, actor uuid, actor_role text, what text, kind text, record text, changed text[], many int, content text, request text)
returns void language plpgsql security definer set search_path = public as $$
declare
  head audit_heads;
  event audit_events;
begin
  insert into audit_heads (unit_id, seq, hash) values (unit, 0, '\x') on conflict do nothing;
  select * into head from audit_heads where unit_id = unit for update;
  event := row(uuidv7(), unit, head.seq + 1, clock_timestamp(), actor, actor_role, what, kind, record, coalesce(changed, '{}'), many, content, request, null);
  event.hash := sha256(head.hash || audit_canonical(event));
  insert into audit_events select event.*;
  update audit_heads set seq = event.seq, hash = event.hash where unit_id = unit;
end $$;

-- The first event of each unit whose place or hash does not fit; no row when the chain holds. A cut tail shows against the head.
create function verify_audit() returns table (unit_id uuid, seq bigint, id uuid, events bigint)
language sql stable security definer set search_path = public as $$
  with chain as (
    select e.unit_id, e.seq, e.id,
      e.seq = row_number() over w
      and e.hash = sha256(coalesce(lag(e.hash) over w, '\x') || audit_canonical(e)) as fits
    from audit_events e window w as (partition by e.unit_id order by e.seq)
  ), tail as (
    select h.unit_id, h.seq from audit_heads h left join audit_events e on e.unit_id = h.unit_id and e.seq = h.seq and e.hash = h.hash
    where h.seq > 0 and e.id is null
    union all
    select e.unit_id, min(e.seq) from audit_events e left join audit_heads h using (unit_id) where e.seq > coalesce(h.seq, 0) group by e.unit_id
  ), broken as (
    select distinct on (b.unit_id) b.unit_id, b.seq, b.id
    from (select c.unit_id, c.seq, c.id from chain c where not c.fits union all select t.unit_id, t.seq, null from tail t) b
    order by b.unit_id, b.seq
  )
  select b.unit_id, b.seq, b.id, (select count(*) from audit_events) from (select 1) one left join broken b on true order by b.unit_id
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'this table is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_events_append_only before update or delete or truncate on audit_events for each statement execute function refuse_change();

alter table audit_events enable row level security;
alter table audit_events force row level security;
alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy owner_keeps_the_chain on audit_events to qorgan_owner using (true) with check (true);
create policy owner_keeps_the_heads on audit_heads to qorgan_owner using (true) with check (true);
create policy union_reads on audit_events for select to qorgan_union using (true);

revoke execute on function record_audit, verify_audit from public;
grant execute on function record_audit to qorgan_request;
grant execute on function verify_audit to qorgan_union, qorgan_system;
grant select on audit_events to qorgan_union;
