-- Where a picture may be sent, once. The token is in the address only.
create table avatar_upload (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  expires_at timestamptz not null
);
create index avatar_upload_of_account on avatar_upload (account_id);
create index avatar_upload_expired on avatar_upload (expires_at);

-- Pictures whose files are, or may be, in the store. A row comes before its files and goes after them, so that no file is forgotten,
-- whatever is killed when; an account that is deleted leaves its rows for that.
create table avatar (
  name text primary key,
  account_id uuid references account on delete set null,
  extension text not null,
  shown boolean not null default false,
  created_at timestamptz not null
);
create unique index avatar_shown on avatar (account_id) where shown;
create index avatar_not_shown on avatar (created_at) where not shown or account_id is null;
