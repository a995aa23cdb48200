-- A partition for each month. A unique index of a partitioned table holds the month: so an id alone is looked up in all of them.
CREATE TABLE bench_storage.vital (LIKE public.vital INCLUDING CONSTRAINTS) PARTITION BY RANGE (recorded_at);
DO $$
DECLARE
  first timestamptz;
BEGIN
  FOR first IN SELECT generate_series(date_trunc('month', min(recorded_at)), date_trunc('month', now()) + interval '1 month', '1 month') FROM public.vital LOOP
    EXECUTE format(
      'CREATE TABLE bench_storage.%I PARTITION OF bench_storage.vital FOR VALUES FROM (%L) TO (%L)',
      'vital_' || to_char(first, 'YYYY_MM'), first, first + interval '1 month');
  END LOOP;
END
$$;
INSERT INTO bench_storage.vital SELECT * FROM public.vital;
ALTER TABLE bench_storage.vital ADD PRIMARY KEY (id, recorded_at);
CREATE INDEX ON bench_storage.vital (user_id, recorded_at DESC, id DESC)
  INCLUDE (type, value, source, ended_at, utc_offset_minutes, updated_at);
CREATE UNIQUE INDEX ON bench_storage.vital (user_id, type, recorded_at, source)
  INCLUDE (id, value, ended_at, utc_offset_minutes, updated_at);
