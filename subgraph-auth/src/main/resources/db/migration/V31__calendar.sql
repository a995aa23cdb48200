-- A person's calendar at Google. What has been disconnected, or whose account is gone, stays unseen until Google has been told.
create table calendar_connection (
  id uuid primary key,
  account_id uuid references account on delete set null,
  google_subject text not null,
  email text not null,
  key_id text not null,
  refresh_token bytea not null,
  status text not null check (status in ('SYNCED', 'RESYNCING', 'REAUTH_REQUIRED')),
  -- Readers see the events of this generation; a full sync fills the staged one, and makes it this at its end.
  generation int not null default 0,
  staged int not null default 0,
  -- Where the next sync goes on; null where all is to be read.
  sync_token text,
  -- How often a sync was asked for.
  wanted bigint not null default 0,
  connected_at timestamptz not null,
  last_synced_at timestamptz,
  full_synced_at timestamptz,
  failing_since timestamptz,
  ended_at timestamptz
);
create unique index calendar_connection_of_account on calendar_connection (account_id) where ended_at is null;
create index calendar_connection_of_google on calendar_connection (google_subject);
create index calendar_connection_of_any_account on calendar_connection (account_id);

-- By which Google tells of changes. With no resource yet it is just being opened.
create table calendar_channel (
  id uuid primary key,
  connection_id uuid not null references calendar_connection on delete cascade,
  token_hash bytea not null,
  resource_id text,
  expires_at timestamptz not null
);
create index calendar_channel_of_connection on calendar_channel (connection_id);

-- An event, each time of a series for itself. Days are kept as days, and cut when they are read.
create table calendar_event (
  connection_id uuid not null references calendar_connection on delete cascade,
  generation int not null,
  id uuid not null,
  google_id text not null,
  series_id text,
  title text,
  location text,
  url text,
  tentative boolean not null,
  busy boolean not null,
  starts_at timestamptz,
  ends_at timestamptz,
  first_day date,
  -- The day after the last.
  day_after date,
  -- By when it is over, wherever on Earth.
  over_by timestamptz not null,
  primary key (connection_id, generation, id),
  check (num_nonnulls(starts_at, ends_at) = 2 and num_nonnulls(first_day, day_after) = 0
    or num_nonnulls(starts_at, ends_at) = 0 and num_nonnulls(first_day, day_after) = 2)
);
create index calendar_event_ahead on calendar_event (connection_id, generation, over_by);
