-- A number that is being verified; the code in it is hashed slowly, since it is short.
create table phone_verification (
  account_id uuid primary key references account on delete cascade,
  phone_number text not null,
  code_hash text not null,
  attempts int not null default 0,
  expires_at timestamptz not null
);
create index phone_verification_expired on phone_verification (expires_at);

-- Set with the number, so that an older number that nobody verified does not pass for one.
alter table account add phone_verified_at timestamptz;
