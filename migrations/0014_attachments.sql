-- Files of appeals and cases: what they are stands here, their bytes in the file store under a random key.
create table attachments (
  id uuid primary key default uuidv7(),
  appeal_id uuid references appeals (id),
  case_id uuid references legal_cases (id),
  file_name text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 bytea not null,
  storage_key text not null constraint attachments_key_once unique,
  uploaded_by uuid not null references users (id),
  removed_by uuid references users (id),
  removed_at timestamptz,
  remove_reason text,
  -- When the bytes of a removed file left the store; what it was stays here.
  cleared_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint attachments_of_one_record check ((appeal_id is null) <> (case_id is null)),
  constraint attachments_removed_whole check ((removed_at is null) = (remove_reason is null)),
  constraint attachments_cleared_after_removal check (cleared_at is null or removed_at is not null)
);
create index attachments_of_appeal on attachments (appeal_id, created_at desc, id desc) where appeal_id is not null;
create index attachments_of_case on attachments (case_id, created_at desc, id desc) where case_id is not null;
create index attachments_to_clear on attachments (removed_at) where removed_at is not null and cleared_at is null;
-- Keys on their way into the store: written before the bytes, gone with the commit of what names them. What stays here belongs to nobody.
create table pending_files (
  storage_key text primary key,
  since timestamptz not null default now(),
  abandoned boolean not null default false
);

alter table attachments enable row level security;
alter table attachments force row level security;
create policy owner_serves on attachments to qorgan_owner using (true) with check (true);
create policy system_serves on attachments to qorgan_system using (true) with check (true);
-- Who sees the appeal; of a case the legal department, its counsel, and for the rest of the union its readers when it is restricted.
create policy with_their_appeal on attachments to qorgan_unit, qorgan_organisation, qorgan_union, qorgan_legal, qorgan_accountant
  using (appeal_id is not null and exists (select from appeals where appeals.id = appeal_id))
  with check (appeal_id is not null and exists (select from appeals where appeals.id = appeal_id));
create policy legal_of_case on attachments to qorgan_legal using (case_id is not null) with check (case_id is not null);
create policy counsel_of_case on attachments to qorgan_lawyer
  using (case_id is not null and case_id in (select counsel_cases())) with check (case_id is not null and case_id in (select counsel_cases()));
create policy union_of_case on attachments for select to qorgan_union using (case_id is not null and exists (select from legal_cases c where c.id = case_id
  and (not c.restricted or exists (select from legal_case_readers r where r.case_id = c.id and r.user_id = (select current_person()) and r.active))));
grant select on attachments to qorgan_unit, qorgan_organisation, qorgan_union, qorgan_legal, qorgan_accountant, qorgan_lawyer, qorgan_system;
grant insert, update (removed_by, removed_at, remove_reason, version) on attachments to qorgan_unit, qorgan_organisation, qorgan_union, qorgan_legal, qorgan_lawyer, qorgan_system;
grant update (cleared_at) on attachments to qorgan_system;

alter table pending_files enable row level security;
alter table pending_files force row level security;
create policy owner_serves on pending_files to qorgan_owner using (true) with check (true);
create policy system_serves on pending_files to qorgan_system using (true) with check (true);
grant select, insert, update (abandoned), delete on pending_files to qorgan_system;
grant maintain on legal_cases, legal_case_members, case_assignments, hearings, case_payments, lawyers, attachments to qorgan_system;
