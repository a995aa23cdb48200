-- Who came by Google alone has no password.
alter table account alter password_hash drop not null;

-- An account is made when the mail to its address is answered; until then it is a registration, of which an address may have several.
create table registration (
  token_hash bytea primary key,
  email text not null,
  full_name text not null,
  time_zone text not null,
  locale text not null,
  password_hash text not null,
  expires_at timestamptz not null
);
create index registration_expired on registration (expires_at);

create table password_reset (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  expires_at timestamptz not null
);
create index password_reset_of_account on password_reset (account_id);
create index password_reset_expired on password_reset (expires_at);

-- Attempts of a kind, such as log-ins to an address, since the first of a window.
create table throttle (
  kind text not null,
  key text not null,
  attempts int not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (kind, key)
);
create index throttle_expired on throttle (until);
drop table login_attempts;

alter table session add method text not null default 'PASSWORD';
-- When the person last showed that it is them: at log-in, or by a step-up.
alter table session add authenticated_at timestamptz not null default now();
update session set authenticated_at = created_at;
create index session_revoked on session (revoked_at) where revoked_at is not null;

-- With its parent's value this makes the token's value again, for a client that lost the answer; it goes when the token is used.
alter table refresh_token add salt bytea;

create table known_device (
  account_id uuid not null references account on delete cascade,
  name text not null,
  first_seen timestamptz not null,
  primary key (account_id, name)
);
