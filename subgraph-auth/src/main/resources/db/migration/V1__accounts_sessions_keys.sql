create table account (
  id uuid primary key,
  -- In lower case.
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  full_name text not null,
  phone_number text,
  time_zone text not null,
  locale text not null,
  admin boolean not null default false,
  password_hash text not null,
  created_at timestamptz not null,
  version int not null default 0
);

create table session (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  user_agent text,
  ip text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_latest on session (account_id, last_used_at desc, id desc) where revoked_at is null;

-- A family of refresh tokens is a session: each is used once and has one successor.
create table refresh_token (
  token_hash bytea primary key,
  session_id uuid not null references session on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_of_session on refresh_token (session_id);

-- Attempts to log in since the first of a window; the row goes with a success.
create table login_attempts (
  email text primary key,
  attempts int not null,
  since timestamptz not null
);

create table signing_key (
  kid text primary key,
  public_jwk text not null,
  -- AES-256-GCM under the master key with that id.
  encrypted_jwk bytea not null,
  master_key_id text not null,
  created_at timestamptz not null
);
