create table account_lock (
  account_id uuid primary key references account on delete cascade,
  until timestamptz not null,
  reason text not null,
  locked_by uuid not null,
  locked_at timestamptz not null
);

-- What administrators did. It outlives the accounts it speaks of, and nothing of it can be changed.
create table admin_event (
  id uuid primary key,
  action text not null,
  administrator_id uuid not null,
  account_id uuid,
  detail text,
  ip text,
  at timestamptz not null
);
create index admin_event_of_administrator on admin_event (administrator_id, id desc);
create index admin_event_of_account on admin_event (account_id, id desc);

create function admin_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'admin_event is append-only';
end $$;
create trigger append_only before update or delete on admin_event for each row execute function admin_event_is_append_only();
create trigger append_only_truncate before truncate on admin_event for each statement execute function admin_event_is_append_only();

-- Addresses in the order of their bytes: those that begin alike are one range of it.
create index account_by_email on account (email collate "C");
