-- What a person is told, and what mail will take from: one table is the list in the product and the outbox.
create table notifications (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users (id),
  -- Of the post in which the person is told: in another post of theirs the record may not exist.
  unit_id uuid not null references units (id),
  -- `noun.whatHappened`, as in the trail.
  kind text not null check (kind in ('branchReport.reminded', 'branchReport.submitted', 'branchReport.returned', 'branchReport.accepted', 'period.closed', 'period.reopened')),
  entity text not null check (entity in ('branchReport', 'period')),
  entity_id text not null,
  -- What a sentence needs, like a quarter and a day: never personal data, never contents.
  params jsonb not null,
  -- When it was last told.
  created_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz
);
create index notifications_of_user on notifications (user_id, created_at desc, id desc);
-- Told again before it is read, it is the same row, and newer. Also counts what is unread.
create unique index notifications_unread_once on notifications (user_id, unit_id, kind, entity_id) where read_at is null;
-- For the sender: who has read it here needs no letter.
create index notifications_unmailed on notifications (id) where mailed_at is null and read_at is null;

alter table notifications enable row level security;
alter table notifications force row level security;
create policy owner_serves on notifications to qorgan_owner using (true) with check (true);
-- Without a unit in the scope one acts at the council.
create policy own_read on notifications for select to qorgan_request
  using (user_id = (select current_person()) and unit_id = coalesce((select current_unit()), (select id from units where kind = 'council')));
-- Read once, and never unread.
create policy own_marked on notifications for update to qorgan_request
  using (user_id = (select current_person()) and unit_id = coalesce((select current_unit()), (select id from units where kind = 'council')) and read_at is null)
  with check (user_id = (select current_person()));
create policy system_all on notifications to qorgan_system using (true) with check (true);
grant select on notifications to qorgan_request;
grant update (read_at) on notifications to qorgan_request;
grant insert (user_id, unit_id, kind, entity, entity_id, params, created_at), update (params, created_at, mailed_at) on notifications to qorgan_system;
