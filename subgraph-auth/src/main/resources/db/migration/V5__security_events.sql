-- Append-only. Each row carries the hash of the one before, so that a row that was changed, taken out or put in shows.
create table security_event (
  seq bigint primary key,
  id uuid not null unique,
  account_id uuid not null,
  type text not null,
  at timestamptz not null,
  -- What may have to be forgotten: the chain holds its hash, so that it stays whole without it.
  content text,
  content_hash bytea not null,
  hash bytea not null
);
create index security_event_of_account on security_event (account_id, seq desc);

create function security_event_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.content is null
    and (new.seq, new.id, new.account_id, new.type, new.at, new.content_hash, new.hash)
      is not distinct from (old.seq, old.id, old.account_id, old.type, old.at, old.content_hash, old.hash) then
    return new;
  end if;
  raise exception 'security_event is append-only';
end $$;
create trigger append_only before update or delete on security_event for each row execute function security_event_is_append_only();
create trigger append_only_truncate before truncate on security_event for each statement execute function security_event_is_append_only();
