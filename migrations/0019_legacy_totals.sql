-- A printed total that was entered wrong is voided with a reason and entered anew; the voided one stays.
alter table legacy_totals
  add column voided_at timestamptz,
  add column voided_by uuid references users (id),
  add column void_reason text,
  add constraint legacy_totals_voided_whole check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  drop constraint legacy_totals_overlap,
  add constraint legacy_totals_overlap exclude using gist (
    coalesce(unit_id::text, 'union') with =, coalesce(level, '') with =, category with =, daterange(from_on, to_on, '[]') with &&)
    where (voided_at is null);
grant update (voided_at, voided_by, void_reason, version) on legacy_totals to qorgan_union;
