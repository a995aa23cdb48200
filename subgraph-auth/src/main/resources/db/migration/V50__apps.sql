create table app (
  id uuid primary key,
  name text not null,
  homepage text not null,
  -- SHA-256 of 256 random bits; a public app has none.
  secret_hash bytea,
  redirect_uris text[] not null,
  scopes text[] not null,
  created_at timestamptz not null,
  removed_at timestamptz
);

-- An app of a person is a session with both; LifeOS's own have neither.
alter table session add client_id uuid references app;
alter table session add scopes text[];
alter table session add constraint session_of_app check ((client_id is null) = (scopes is null));
create index session_of_app_by_account on session (account_id, client_id) where client_id is not null and revoked_at is null;
create index session_of_app_by_client on session (client_id) where client_id is not null and revoked_at is null;

create table app_code (
  code_hash bytea primary key,
  client_id uuid not null references app,
  account_id uuid not null references account on delete cascade,
  -- Where the person consented: when that session has ended, the code is good for nothing.
  consented_in uuid not null references session on delete cascade,
  redirect_uri text not null,
  scopes text[] not null,
  code_challenge text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- What the code gave, to be ended where it comes again.
  gave uuid references session on delete set null
);
create index app_code_of_account on app_code (account_id);
create index app_code_consented_in on app_code (consented_in);
create index app_code_gave on app_code (gave);
create index app_code_expired on app_code (expires_at);

-- Apart from those of LifeOS's own sessions, so that neither is ever taken for the other.
create table app_refresh_token (
  token_hash bytea primary key,
  session_id uuid not null references session on delete cascade,
  generation int not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- With the token's value this makes its successor again, for an app that lost the answer; it goes when that is used.
  salt bytea,
  unique (session_id, generation)
);
create index app_refresh_token_expired on app_refresh_token (expires_at);
