-- By what authenticators know a person: random, so that it says nothing of them.
create table passkey_user (
  account_id uuid primary key references account on delete cascade,
  handle bytea not null unique
);

create table passkey (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  credential_id bytea not null unique,
  label text not null,
  public_key bytea not null,
  attestation_object bytea not null,
  -- How often it has signed, as it says itself; 0 for those that do not count.
  sign_count bigint not null,
  backup_eligible boolean not null,
  backup_state boolean not null,
  transports text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_account on passkey (account_id, created_at, id);

-- What a passkey is to sign; it goes with the first answer, right or wrong.
create table passkey_challenge (
  digest bytea primary key,
  purpose text not null,
  -- Null where it is not known yet who logs in.
  account_id uuid references account on delete cascade,
  label text,
  challenge bytea not null,
  expires_at timestamptz not null
);
create index passkey_challenge_of_account on passkey_challenge (account_id);
create index passkey_challenge_expired on passkey_challenge (expires_at);
