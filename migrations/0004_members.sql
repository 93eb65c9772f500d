-- The register of members. An IIN is kept encrypted and found by a keyed hash; both keys live outside the database.
create table members (
  id uuid primary key default uuidv7(),
  branch_id uuid not null references units (id),
  primary_organisation_id uuid references primary_organisations (id),
  last_name text not null,
  first_name text not null,
  patronymic text,
  iin_cipher bytea,
  iin_hash bytea,
  birth_date date,
  sex text check (sex in ('male', 'female')),
  phone text,
  email text,
  kind text not null check (kind in ('employed', 'student', 'pensioner')),
  position text,
  card_number text,
  joined_on date,
  left_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search_text text not null generated always as (fold(last_name || ' ' || first_name || ' ' || coalesce(patronymic, '') || ' ' || coalesce(card_number, ''))) stored,
  constraint members_iin_whole check ((iin_cipher is null) = (iin_hash is null)),
  constraint members_dates_in_order check (left_on >= joined_on)
);
-- An IIN is unique within a branch; the same one elsewhere is a signal to the council.
create unique index members_iin_once_in_branch on members (branch_id, iin_hash);
create index members_by_iin on members (iin_hash) where iin_hash is not null;
create index members_by_name on members (branch_id, last_name collate "ru-x-icu", first_name collate "ru-x-icu", id);
create index members_by_name_in_union on members (last_name collate "ru-x-icu", first_name collate "ru-x-icu", id);
create index members_of_organisation on members (primary_organisation_id, last_name collate "ru-x-icu", first_name collate "ru-x-icu", id);
create index members_by_card on members (card_number);
create index members_search on members using gin (search_text gin_trgm_ops);

alter table members enable row level security;
alter table members force row level security;
create policy owner_serves on members to qorgan_owner using (true) with check (true);
create policy union_all on members to qorgan_union, qorgan_system using (true) with check (true);
create policy unit_own on members to qorgan_unit
  using (branch_id = (select current_unit())) with check (branch_id = (select current_unit()));
create policy organisation_own on members for select to qorgan_organisation
  using (primary_organisation_id = (select current_organisation()));

grant select on members to qorgan_union, qorgan_unit, qorgan_organisation, qorgan_legal, qorgan_system;
grant insert, update on members to qorgan_union, qorgan_unit, qorgan_system;
