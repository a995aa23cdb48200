-- Somebody is at Google; gone when they come back.
create table oauth_attempt (
  id uuid primary key,
  state_hash bytea not null unique,
  -- Of the secret that the client which began must show.
  binding_hash bytea not null,
  purpose text not null,
  -- Null where anybody may come back.
  account_id uuid references account on delete cascade,
  key_id text not null,
  -- PKCE's verifier and the nonce.
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index oauth_attempt_expired on oauth_attempt (expires_at);
create index oauth_attempt_of_account on oauth_attempt (account_id);

-- Accounts elsewhere by which people log in. The subject never changes; the address may.
create table external_identity (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  provider text not null,
  subject text not null,
  email text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  unique (provider, subject)
);
create index external_identity_of_account on external_identity (account_id);
