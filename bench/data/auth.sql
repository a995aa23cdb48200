CREATE PROCEDURE bench.clear() LANGUAGE sql AS $$
  -- Not by the accounts' foreign key: no index of sessions helps it.
  TRUNCATE session, refresh_token, throttle CASCADE;
  -- The first administrator is made by the subgraph's start and stays.
  DELETE FROM account WHERE NOT admin;
$$;

-- The hash is of PASSWORD of bench/src/data/people.js: one for all, since each takes 19 MB and some time to make.
CREATE PROCEDURE bench.finish(seed bigint, until timestamptz) LANGUAGE sql AS $$
  INSERT INTO account (id, email, email_verified, full_name, time_zone, locale, password_hash, created_at)
  SELECT p.id, p.email, true,
    (ARRAY['Ada', 'Ben', 'Clara', 'David', 'Elif', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jonas'])[1 + p.trait % 10]
      || ' ' || (ARRAY['Adler', 'Braun', 'Costa', 'Dietz', 'Engel', 'Farouk', 'Gruber', 'Haas', 'Ito', 'Jensen'])[1 + p.trait / 10 % 10],
    (ARRAY['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Tokyo'])[1 + p.trait % 4],
    (ARRAY['de-DE', 'en-GB', 'en-US', 'ja-JP'])[1 + p.trait % 4],
    '$argon2id$v=19$m=19456,t=2,p=1$IqtKjaNOOtdSZSkQo22onw$a5qIMFpv4DpgsjdTXQLhM7LKjIWU+TrZVjOYDGN2hWg',
    bench.person_since(p.number)
  FROM bench.person p ORDER BY p.number;
$$;

-- The plaintext is the same as refreshToken of bench/src/data/people.js: base64url without padding of 32 bytes.
CREATE FUNCTION bench.refresh_token(seed bigint, number int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT rtrim(translate(encode(sha256(convert_to('refresh:' || seed || ':' || number, 'UTF8')), 'base64'), '+/', '-_'), '=')
$$;

-- A token is good for one use, so sessions are made anew before each run.
CREATE PROCEDURE bench.fill_sessions(seed bigint) LANGUAGE sql AS $$
  TRUNCATE session, refresh_token CASCADE;
  INSERT INTO session (id, account_id, user_agent, ip, created_at, last_used_at, expires_at)
  SELECT bench.row_id(seed, 910, p.number, 0, bench.person_since(p.number)), p.id, 'lifeos-bench', '127.0.0.1', now(), now(),
    now() + interval '30 days'
  FROM bench.person p ORDER BY p.number;
  INSERT INTO refresh_token (token_hash, session_id, generation, created_at, expires_at)
  SELECT sha256(convert_to(bench.refresh_token(seed, p.number), 'UTF8')),
    bench.row_id(seed, 910, p.number, 0, bench.person_since(p.number)), 1, now(), now() + interval '30 days'
  FROM bench.person p ORDER BY p.number;
$$;
