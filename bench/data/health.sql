CREATE PROCEDURE bench.clear() LANGUAGE sql AS $$
  TRUNCATE vital, vital_request;
$$;

-- One slice of time, of all people and types, in the order of time: so one person's vitals lie far apart in the heap, as
-- they do where everybody's come in day by day. Were they filled in person by person, every page would be of one person,
-- and reads that miss the index would look cheaper than they are.
CREATE PROCEDURE bench.fill_slice(seed bigint, since timestamptz, until timestamptz) LANGUAGE sql AS $$
  INSERT INTO vital (id, user_id, type, value, source, recorded_at, ended_at, utc_offset_minutes, metadata, version, created_at, updated_at)
  SELECT bench.row_id(seed, s.salt, p.number, k, v.at), p.id, s.name,
    (s.low + s.spread * p.trait / 2000 + bench.pick(v.noise, 20, s.spread / 2 + 1)) * s.scale,
    s.sources[1 + bench.pick(v.noise, 40, cardinality(s.sources))],
    v.at, v.at + s.duration, (ARRAY[60, 0, -300, 540])[1 + p.trait % 4],
    CASE WHEN bench.pick(v.noise, 10, 20) = 0 THEN '{"device":"watch-' || p.trait || '","firmware":"4.2.1"}' END,
    0, v.at + interval '90 seconds', v.at + interval '90 seconds'
  FROM (
    SELECT *, (details->>'low')::int AS low, (details->>'spread')::int AS spread, (details->>'scale')::numeric AS scale,
      (details->>'seconds')::float8 * interval '1 second' AS duration,
      ARRAY(SELECT jsonb_array_elements_text(details->'sources')) AS sources
    FROM bench.stream WHERE domain = 'vital' OFFSET 0) s
  CROSS JOIN LATERAL generate_series(
    greatest(0, floor(extract(epoch FROM since - s.begins) / s.slot_seconds)::int),
    least(s.count - 1, floor(extract(epoch FROM until - s.begins) / s.slot_seconds)::int)) AS k
  JOIN bench.person p ON p.number BETWEEN s.first AND s.last
  CROSS JOIN LATERAL (SELECT bench.noise(seed, s.salt, p.number, k) AS noise OFFSET 0) r
  CROSS JOIN LATERAL (SELECT r.noise, bench.moment(r.noise, s.begins, s.slot_seconds, k) AS at OFFSET 0) v
  WHERE v.at >= since AND v.at < until
  ORDER BY v.at, p.number;
$$;

CREATE PROCEDURE bench.finish(seed bigint, until timestamptz) LANGUAGE sql AS '';
