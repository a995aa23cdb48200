-- A key is published from the first and signs from then on, until the next one does.
alter table signing_key add signs_from timestamptz;
update signing_key set signs_from = created_at;
alter table signing_key alter signs_from set not null;
