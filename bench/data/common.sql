-- What the generators of all five databases share; each adds clear, fill_slice where its rows are sliced, and finish.
-- Function bodies are texts, so that nothing here depends on a table of LifeOS: a later migration may change any of them.
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;

-- The data that is in: one row, or none where it was not finished.
CREATE TABLE bench.data_set (
  size text NOT NULL,
  seed bigint NOT NULL,
  people int NOT NULL,
  until timestamptz NOT NULL,
  parameters jsonb NOT NULL,
  -- The digest of the generator's SQL and plan: what another generator made is made anew.
  generator text NOT NULL,
  made_at timestamptz NOT NULL
);

-- The heavy person, if any, comes after all others.
CREATE TABLE bench.person (
  number int PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  email text NOT NULL,
  -- From 0 to 999: what makes one person's values unlike another's.
  trait int NOT NULL
);

-- What is spread evenly over time for each of some people: vitals of a type, transactions, notifications, …
-- The reading with the place k lies in the k-th slot.
CREATE TABLE bench.stream (
  domain text NOT NULL,
  name text NOT NULL,
  -- Tells the random numbers of streams apart.
  salt int NOT NULL,
  first int NOT NULL,
  last int NOT NULL,
  count int NOT NULL,
  begins timestamptz NOT NULL,
  slot_seconds float8 NOT NULL,
  details jsonb NOT NULL
);

-- Random bits of a row: not random(), whose numbers would depend on the order of the rows. Two hashes, since one folds its
-- 64 bits into 32 and would be the same for other numbers and places.
CREATE FUNCTION bench.noise(seed bigint, salt int, number int, place bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT hashint8extended(place, hashint8extended(number, seed * 1000 + salt))
$$;

-- Between 0 and what is below the limit; shift tells which of the bits are used.
CREATE FUNCTION bench.pick(noise bigint, shift int, below int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (((noise >> shift) & 1048575) * below >> 20)::int
$$;

-- To the second, and never in the last tenth of the slot: so two of a stream are never at one time.
CREATE FUNCTION bench.moment(noise bigint, begins timestamptz, slot_seconds float8, place bigint) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT begins + interval '1 second' * floor((place + bench.pick(noise, 0, 900) / 1000.0::float8) * slot_seconds)
$$;

-- UUID version 7, as LifeOS makes them: 48 bits of time, then random ones. Not extract(), whose numeric takes most of the time.
CREATE FUNCTION bench.uuid7(at timestamptz, high bigint, low bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(
    int8send(((date_part('epoch', at) * 1000)::bigint << 16) | x'7000'::bigint | (high & 4095))
      || int8send((low & 4611686018427387903) | (-9223372036854775808)),
    'hex')::uuid
$$;

CREATE FUNCTION bench.row_id(seed bigint, salt int, number int, place bigint, at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT bench.uuid7(at, bench.noise(seed, salt + 1, number, place), bench.noise(seed, salt + 2, number, place))
$$;

-- People came one a minute from 2024 on. The same as personId of bench/src/data/people.js.
CREATE FUNCTION bench.person_since(number int) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT timestamptz '2024-01-01 00:00:00+00' + number * interval '1 minute'
$$;

CREATE FUNCTION bench.person_id(seed bigint, number int) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM bench.person_since(number)) * 1000)::bigint), 12, '0') || '7' || substr(digest, 1, 3)
    || translate(substr(digest, 4, 1), '0123456789abcdef', '89ab89ab89ab89ab') || substr(digest, 5, 15))::uuid
  FROM md5('person:' || seed || ':' || number) AS digest
$$;

-- Not from the time of a transaction or the like: the notification database knows the accounts by this.
CREATE FUNCTION bench.account_id(seed bigint, number int, place int) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT bench.row_id(seed, 900, number, place, bench.person_since(number) + place * interval '1 minute')
$$;

CREATE PROCEDURE bench.fill_people(seed bigint, people int, heavy boolean) LANGUAGE sql AS $$
  INSERT INTO bench.person (number, id, email, trait)
  SELECT number, bench.person_id(seed, number),
    CASE WHEN number > people THEN 'heavy@bench.local' ELSE 'person-' || number || '@bench.local' END,
    bench.pick(bench.noise(seed, 0, number, 0), 0, 1000)
  FROM generate_series(1, people + heavy::int) AS number;
$$;

CREATE PROCEDURE bench.fill_streams(streams jsonb) LANGUAGE sql AS $$
  INSERT INTO bench.stream SELECT * FROM jsonb_populate_recordset(cast(null AS bench.stream), streams);
$$;

-- Takes away, for as long as rows are put in, what is faster made at once: foreign keys, and indexes of no constraint.
-- The caller's transaction brings them back also where it fails.
CREATE PROCEDURE bench.drop_secondary() LANGUAGE plpgsql AS $$
DECLARE
  taken record;
BEGIN
  CREATE TEMP TABLE taken_away (place serial, name text, definition text) ON COMMIT DROP;
  INSERT INTO taken_away (name, definition)
  SELECT i.indexname, i.indexdef FROM pg_indexes i
  WHERE i.schemaname = 'public' AND i.tablename <> 'flyway_schema_history' AND NOT EXISTS (
    SELECT FROM pg_constraint c WHERE c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass);
  INSERT INTO taken_away (name, definition)
  SELECT conname, format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace;
  FOR taken IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', taken.owner, taken.conname);
  END LOOP;
  FOR taken IN SELECT name FROM taken_away WHERE definition LIKE 'CREATE %'
  LOOP
    EXECUTE format('DROP INDEX public.%I', taken.name);
  END LOOP;
END
$$;

-- What is made before the slices; finance makes it anew.
CREATE PROCEDURE bench.prepare(seed bigint) LANGUAGE sql AS '';
