-- Accounts that are deleted when the grace is over, unless the person changes their mind.
create table account_deletion (
  account_id uuid primary key references account on delete cascade,
  requested_at timestamptz not null,
  due_at timestamptz not null
);
create index account_deletion_due on account_deletion (due_at);

create table data_export (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  requested_at timestamptz not null,
  ready_at timestamptz,
  failed_at timestamptz,
  expires_at timestamptz not null,
  -- The archive, sealed under the data key with that id.
  key_id text,
  archive bytea,
  size int
);
create index data_export_of_account on data_export (account_id, requested_at desc);
-- One at a time.
create unique index data_export_pending on data_export (account_id) where ready_at is null and failed_at is null;
create index data_export_expired on data_export (expires_at);

-- Addresses at which an archive can be fetched once.
create table data_export_download (
  token_hash bytea primary key,
  export_id uuid not null references data_export on delete cascade,
  expires_at timestamptz not null
);
create index data_export_download_of_export on data_export_download (export_id);
create index data_export_download_expired on data_export_download (expires_at);
