-- The secret behind a person's codes by time. Until it is confirmed by a code it changes nothing, and expires.
create table totp (
  account_id uuid primary key references account on delete cascade,
  -- Anew with each secret.
  id uuid not null unique,
  -- Sealed; the data key with that id opens it.
  secret_key_id text not null,
  secret bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  confirmed_at timestamptz,
  -- The step of time whose code was accepted last: no code of it, or of an older one, is accepted again.
  last_step bigint not null default 0,
  check ((expires_at is null) <> (confirmed_at is null))
);

-- Digests; a code goes with its use.
create table recovery_code (
  account_id uuid not null references account on delete cascade,
  digest bytea not null,
  primary key (account_id, digest)
);

-- A log-in that waits for its second step; it goes with its success.
create table login_challenge (
  digest bytea primary key,
  account_id uuid not null references account on delete cascade,
  method text not null,
  -- Of the password's hash as it was: a log-in that began with a password ends with it.
  password_digest bytea not null,
  expires_at timestamptz not null
);
create index login_challenge_of_account on login_challenge (account_id);
create index login_challenge_expired on login_challenge (expires_at);
