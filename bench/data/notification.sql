CREATE PROCEDURE bench.clear() LANGUAGE sql AS $$
  TRUNCATE inbox, notification, notification_event;
$$;

-- What a notification is about is a row that there is: the ids of the other databases' rows follow from their streams.
CREATE FUNCTION bench.subject_id(seed bigint, number int, at timestamptz, of_domain text, of_name text) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT bench.row_id(seed, s.salt, number, k.place, bench.moment(bench.noise(seed, s.salt, number, k.place), s.begins, s.slot_seconds, k.place))
  FROM bench.stream s
  CROSS JOIN LATERAL (
    SELECT least(s.count - 1, floor(extract(epoch FROM at - s.begins) / s.slot_seconds)::int) AS place OFFSET 0) k
  WHERE s.domain = of_domain AND s.name = of_name AND number BETWEEN s.first AND s.last
$$;

-- The last two weeks are partly unseen; of what is older most is read and a quarter archived.
CREATE PROCEDURE bench.fill_slice(seed bigint, since timestamptz, until timestamptz) LANGUAGE sql AS $$
  INSERT INTO notification (id, user_id, topic, priority, title, message, subject_type, subject_id, created_at, seen_at, read_at, archived_at)
  SELECT bench.row_id(seed, n.salt, n.number, n.k, n.at), n.id, n.topic,
    (ARRAY['LOW', 'LOW', 'LOW', 'NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'HIGH', 'URGENT'])[1 + bench.pick(n.noise, 15, 10)],
    t.title, t.title || '. Have a look when you find the time; nothing has to be done at once.',
    CASE WHEN i.subject_id IS NOT NULL THEN t.subject_type END, i.subject_id, n.at,
    CASE WHEN n.is_seen THEN n.at + interval '1 hour' END,
    CASE WHEN n.is_read THEN n.at + interval '2 hours' END,
    CASE WHEN n.is_archived THEN n.at + interval '3 hours' END
  FROM (
    SELECT v.*, s.salt, s.details, p.number, p.id, k,
      (ARRAY['HEALTH', 'FINANCE', 'FINANCE', 'LEARNING', 'SYSTEM'])[1 + bench.pick(v.noise, 25, 5)] AS topic,
      o.is_old OR bench.pick(v.noise, 30, 100) < 50 AS is_seen,
      bench.pick(v.noise, 30, 100) < CASE WHEN o.is_old THEN 85 ELSE 30 END AS is_read,
      o.is_old AND bench.pick(v.noise, 35, 100) < 25 AS is_archived
    FROM (SELECT *, begins + count * slot_seconds * interval '1 second' AS ends FROM bench.stream WHERE domain = 'notification' OFFSET 0) s
    CROSS JOIN LATERAL generate_series(
      greatest(0, floor(extract(epoch FROM since - s.begins) / s.slot_seconds)::int),
      least(s.count - 1, floor(extract(epoch FROM until - s.begins) / s.slot_seconds)::int)) AS k
    JOIN bench.person p ON p.number BETWEEN s.first AND s.last
    CROSS JOIN LATERAL (SELECT bench.noise(seed, s.salt, p.number, k) AS noise OFFSET 0) r
    CROSS JOIN LATERAL (SELECT r.noise, bench.moment(r.noise, s.begins, s.slot_seconds, k) AS at OFFSET 0) v
    CROSS JOIN LATERAL (SELECT v.at < s.ends - interval '14 days' AS is_old) o
    WHERE v.at >= since AND v.at < until
    OFFSET 0) n
  JOIN (VALUES
    ('HEALTH', 'VITAL', 'Your weight has been recorded'),
    ('FINANCE', 'TRANSACTION', 'A payment has been booked'),
    ('LEARNING', 'COURSE', 'Your next lesson is waiting'),
    ('SYSTEM', NULL, 'LifeOS has been updated')) AS t (topic, subject_type, title) ON t.topic = n.topic
  CROSS JOIN LATERAL (SELECT CASE n.topic
    WHEN 'HEALTH' THEN bench.subject_id(seed, n.number, n.at, 'vital', 'WEIGHT')
    WHEN 'FINANCE' THEN bench.subject_id(seed, n.number, n.at, 'transaction', 'transaction')
    WHEN 'LEARNING' THEN (n.details->'courses'->>bench.pick(n.noise, 40, jsonb_array_length(n.details->'courses')))::uuid
    END AS subject_id OFFSET 0) i
  ORDER BY n.at, n.number;
$$;

-- There are no events: it is as if all had been forgotten, which LifeOS does after some days.
CREATE PROCEDURE bench.finish(seed bigint, until timestamptz) LANGUAGE sql AS $$
  INSERT INTO inbox (user_id, last_sequence, total, unseen, unread, archived)
  SELECT p.id, count(n.id), count(n.id) FILTER (WHERE archived_at IS NULL),
    count(n.id) FILTER (WHERE archived_at IS NULL AND seen_at IS NULL),
    count(n.id) FILTER (WHERE archived_at IS NULL AND read_at IS NULL),
    count(n.id) FILTER (WHERE archived_at IS NOT NULL)
  FROM bench.person p LEFT JOIN notification n ON n.user_id = p.id
  GROUP BY p.number, p.id ORDER BY p.number;
$$;
