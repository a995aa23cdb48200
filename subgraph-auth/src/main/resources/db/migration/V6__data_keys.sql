-- Keys that seal secrets in rows; each is wrapped by the master key with that id.
create table data_key (
  id text primary key,
  wrapped_key bytea not null,
  master_key_id text not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
