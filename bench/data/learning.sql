-- The catalogue stays: the subgraph imports it at its start.
CREATE PROCEDURE bench.clear() LANGUAGE sql AS $$
  TRUNCATE enrolment, lesson_completion, learning_session, activity_day, achievement;
$$;

CREATE TABLE bench.enrolment (
  number int, place int, id uuid, user_id uuid, course_id uuid, enrolled_at timestamptz, done int, PRIMARY KEY (number, place));

-- Each person is enrolled in courses that follow one another in the catalogue, a new one every five weeks.
CREATE PROCEDURE bench.fill_enrolments(seed bigint, until timestamptz) LANGUAGE sql AS $$
  INSERT INTO bench.enrolment
  SELECT p.number, e.place, bench.row_id(seed, 920, p.number, e.place, e.enrolled_at), p.id, c.id, e.enrolled_at,
    CASE WHEN e.place < p.trait % 4 THEN c.lessons ELSE bench.pick(e.noise, 20, c.lessons) END
  FROM bench.person p
  CROSS JOIN (SELECT count(*)::int AS courses FROM course) all_courses
  CROSS JOIN LATERAL (
    SELECT place, noise, until - (330 - place * 35) * interval '1 day' + bench.pick(noise, 0, 86400) * interval '1 second' AS enrolled_at
    FROM generate_series(0, least(8, courses) - 1) AS place
    CROSS JOIN LATERAL (SELECT bench.noise(seed, 920, p.number, place) AS noise OFFSET 0) r) e
  JOIN (
    SELECT id, (row_number() OVER (ORDER BY slug) - 1)::int AS place, (SELECT count(*)::int FROM lesson l WHERE l.course_id = course.id) AS lessons
    FROM course) c ON c.place = (p.number + e.place) % courses;
$$;

CREATE PROCEDURE bench.fill_progress(seed bigint) LANGUAGE sql AS $$
  -- A lesson every second day.
  INSERT INTO lesson_completion (user_id, lesson_id, course_id, completed_at)
  SELECT e.user_id, l.id, l.course_id, e.enrolled_at + l.position * interval '2 days'
    + bench.pick(bench.noise(seed, 930, e.number, l.position), 0, 14400) * interval '1 second'
  FROM bench.enrolment e JOIN lesson l ON l.course_id = e.course_id AND l.position < e.done
  ORDER BY 4;

  INSERT INTO learning_session (id, user_id, course_id, started_at, ended_at, duration_seconds)
  SELECT bench.row_id(seed, s.salt, e.number, v.k, v.at), e.user_id, e.course_id, v.at, v.at + v.seconds * interval '1 second', v.seconds
  FROM bench.stream s
  JOIN bench.person p ON p.number BETWEEN s.first AND s.last
  CROSS JOIN generate_series(0, s.count - 1) AS k
  CROSS JOIN LATERAL (SELECT bench.noise(seed, s.salt, p.number, k) AS noise OFFSET 0) r
  CROSS JOIN LATERAL (
    SELECT k, r.noise, bench.moment(r.noise, s.begins, s.slot_seconds, k) AS at,
      least(600 + bench.pick(r.noise, 20, 3000), greatest(1, floor(s.slot_seconds / 10)::int)) AS seconds OFFSET 0) v
  -- Of what the person was enrolled in by then.
  JOIN bench.enrolment e ON e.number = p.number
    AND e.place = bench.pick(v.noise, 40, least(8, 1 + floor(extract(epoch FROM v.at - s.begins) / (35 * 86400))::int)) AND e.enrolled_at <= v.at
  WHERE s.domain = 'learning'
  ORDER BY v.at;
$$;

CREATE PROCEDURE bench.fill_results(until timestamptz) LANGUAGE sql AS $$
  INSERT INTO enrolment (id, user_id, course_id, enrolled_at, last_activity_at)
  SELECT e.id, e.user_id, e.course_id, e.enrolled_at, greatest(e.enrolled_at, done.last, spent.last)
  FROM bench.enrolment e
  LEFT JOIN (SELECT user_id, course_id, max(completed_at) AS last FROM lesson_completion GROUP BY 1, 2) done USING (user_id, course_id)
  LEFT JOIN (SELECT user_id, course_id, max(ended_at) AS last FROM learning_session GROUP BY 1, 2) spent USING (user_id, course_id)
  ORDER BY e.enrolled_at;

  INSERT INTO activity_day (user_id, day)
  SELECT user_id, completed_at::date FROM lesson_completion UNION SELECT user_id, started_at::date FROM learning_session
  ORDER BY 2, 1;

  -- As the learning subgraph awards them, but all at one time.
  INSERT INTO achievement (user_id, kind, earned_at)
  WITH finished AS (
    SELECT user_id, count(*) FILTER (WHERE done = (SELECT count(*) FROM lesson l WHERE l.course_id = e.course_id)) AS courses, sum(done) AS lessons
    FROM bench.enrolment e GROUP BY user_id),
  numbered AS (
    SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM activity_day),
  longest AS (
    SELECT user_id, max(length) AS days FROM (SELECT user_id, count(*) AS length FROM numbered GROUP BY user_id, run) runs GROUP BY user_id),
  spent AS (
    SELECT user_id, sum(duration_seconds) AS seconds FROM learning_session GROUP BY user_id)
  SELECT user_id, kind, until - interval '1 hour'
  FROM finished LEFT JOIN longest USING (user_id) LEFT JOIN spent USING (user_id)
  CROSS JOIN LATERAL (VALUES ('FIRST_LESSON', lessons >= 1), ('FIRST_COURSE', courses >= 1), ('THREE_COURSES', courses >= 3),
    ('STREAK_7', days >= 7), ('STREAK_30', days >= 30), ('STREAK_100', days >= 100), ('TEN_HOURS', seconds >= 36000)) AS earned (kind, yes)
  WHERE yes;
$$;

CREATE PROCEDURE bench.finish(seed bigint, until timestamptz) LANGUAGE sql AS $$
  CALL bench.fill_enrolments(seed, until);
  CALL bench.fill_progress(seed);
  CALL bench.fill_results(until);
$$;
