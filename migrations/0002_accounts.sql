-- People who sign in, the posts in which they act, and their sessions.
create table users (
  id uuid primary key default uuidv7(),
  login text not null constraint users_login_once unique,
  full_name text not null,
  password_hash text not null,
  locale text not null default 'ru' check (locale in ('ru', 'kk', 'en')),
  active boolean not null default true,
  demonstration boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now()
);
comment on column users.demonstration is 'Signs in from loopback only.';

create table posts (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users (id),
  role text not null check (role in ('branch_chair', 'branch_specialist', 'organisation_chair', 'council_specialist', 'council_head', 'legal_head', 'legal_officer', 'lawyer', 'accountant', 'auditor', 'administrator')),
  unit_id uuid not null references units (id),
  primary_organisation_id uuid references primary_organisations (id),
  from_on date not null,
  to_on date,
  acting boolean not null default false,
  created_at timestamptz not null default now(),
  constraint posts_dates_in_order check (to_on >= from_on),
  constraint posts_organisation_of_its_chair check ((role = 'organisation_chair') = (primary_organisation_id is not null))
);
create index posts_of_user on posts (user_id);
create index posts_of_unit on posts (unit_id);

create table sessions (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users (id),
  post_id uuid not null references posts (id),
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text,
  address text
);
create index sessions_living_of_user on sessions (user_id) where ended_at is null;

-- Each token is used once; a session is the family of its tokens.
create table refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  created_at timestamptz not null default now(),
  rotated_at timestamptz
);
create index refresh_tokens_of_session on refresh_tokens (session_id);

-- Failed sign-ins of the last minutes, by hashed login and by address: shared by all API processes.
create table sign_in_failures (
  id bigint generated always as identity primary key,
  account_hash bytea not null,
  address text not null,
  at timestamptz not null default now()
);
create index sign_in_failures_by_account on sign_in_failures (account_hash, at);
create index sign_in_failures_by_address on sign_in_failures (address, at);

-- The session look-up of every request runs before any request role is taken.
grant select on users, posts, sessions, units to qorgan_api;
grant select (id, full_name, active, version, login, locale, demonstration, created_at), update (locale) on users to qorgan_request;
grant select on posts, sessions to qorgan_request;
grant update on sessions to qorgan_request;
grant insert, update on users, posts to qorgan_administrator;
grant select on users to qorgan_administrator;
grant select, insert, update, delete on users, posts, sessions, refresh_tokens, sign_in_failures to qorgan_system;
