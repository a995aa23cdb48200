-- How many tokens of its session came before: with two of one generation a session would be in two hands.
alter table refresh_token add generation int;
update refresh_token t set generation = numbered.generation
from (
  select token_hash, row_number() over (partition by session_id order by created_at, token_hash) as generation
  from refresh_token
) numbered
where numbered.token_hash = t.token_hash;
alter table refresh_token alter generation set not null;
create unique index refresh_token_generation on refresh_token (session_id, generation);
drop index refresh_token_of_session;

-- What has expired is deleted by these.
create index refresh_token_expired on refresh_token (expires_at);
create index session_expired on session (expires_at);
