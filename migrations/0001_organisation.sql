-- The union's units and directories, its calendar and its settings. Nothing here is personal; every signed-in role reads it.
create extension if not exists pg_trgm;

-- Kazakh letters and ё meet their Russian neighbours, so that a search finds either spelling.
create function fold(value text) returns text language sql immutable strict parallel safe
  return translate(lower(value), 'әғқңөұүһіё', 'агкноуухие');

create function current_unit() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.unit', true), '')::uuid;
create function current_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;

create table regions (
  code text primary key check (code ~ '^KZ-[0-9]{2}$'),
  name_ru text not null,
  name_kk text not null,
  name_en text,
  tile_column int,
  tile_row int
);

create table units (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('council', 'branch')),
  code text not null constraint units_code_once unique,
  number_prefix text not null constraint units_number_prefix_once unique,
  name_ru text not null,
  name_kk text not null,
  name_en text,
  active_from date not null,
  active_to date,
  version int not null default 1,
  constraint units_dates_in_order check (active_to >= active_from)
);
create unique index units_one_council on units (kind) where kind = 'council';

create table unit_regions (
  unit_id uuid not null references units (id),
  region_code text not null references regions (code),
  primary key (unit_id, region_code)
);

create table employers (
  id uuid primary key default uuidv7(),
  name_ru text not null,
  name_kk text not null,
  name_en text,
  bin text check (bin ~ '^[0-9]{12}$'),
  region_code text references regions (code),
  active boolean not null default true,
  version int not null default 1,
  search_text text not null generated always as (fold(name_ru || ' ' || name_kk || ' ' || coalesce(bin, ''))) stored
);
create unique index employers_bin_once on employers (bin);
create index employers_search on employers using gin (search_text gin_trgm_ops);

create table primary_organisations (
  id uuid primary key default uuidv7(),
  branch_id uuid not null references units (id),
  name_ru text not null,
  name_kk text not null,
  name_en text,
  employer_id uuid references employers (id),
  region_code text references regions (code),
  active_from date,
  active_to date,
  version int not null default 1,
  search_text text not null generated always as (fold(name_ru || ' ' || name_kk)) stored,
  constraint primary_organisations_dates_in_order check (active_to >= active_from)
);
create index primary_organisations_of_branch on primary_organisations (branch_id);

create table topics (
  id uuid primary key default uuidv7(),
  category text not null check (category in ('pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid')),
  name_ru text not null,
  name_kk text not null,
  name_en text,
  position int not null default 0,
  active boolean not null default true,
  version int not null default 1,
  constraint topics_category_of_id unique (id, category)
);

create table calendar_days (
  date date primary key,
  kind text not null check (kind in ('holiday', 'day_off', 'moved_day_off', 'working')),
  name_ru text,
  name_kk text,
  name_en text,
  basis text,
  provisional boolean not null default false
);
create table appeal_terms (
  category text primary key check (category in ('pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid')),
  working_days int not null check (working_days between 1 and 250),
  version int not null default 1
);

create table counted_levels (
  valid_from date primary key,
  levels text[] not null,
  footnote_key text,
  footnote_ru text,
  footnote_kk text,
  footnote_en text
);
comment on table counted_levels is 'Which levels of receipt the reports count, from a day on.';

create table settings (
  only_row boolean primary key default true check (only_row),
  confirmation_threshold bigint not null,
  yearly_voucher_limit int not null,
  yearly_aid_limit bigint not null,
  demonstration boolean not null default false,
  version int not null default 1
);

grant select on regions, units, unit_regions, employers, primary_organisations, topics, calendar_days, appeal_terms, counted_levels, settings to qorgan_request;
grant insert, update on units, employers, primary_organisations, topics to qorgan_union, qorgan_administrator, qorgan_system;
grant insert, update on employers to qorgan_unit;
grant insert, update, delete on unit_regions to qorgan_union, qorgan_administrator, qorgan_system;
grant insert, update, delete on calendar_days to qorgan_administrator, qorgan_system;
grant update on appeal_terms, settings to qorgan_union, qorgan_administrator;
grant insert, update on regions, appeal_terms, counted_levels, settings to qorgan_system;
