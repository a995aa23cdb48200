-- A BRIN index on time in place of the person's newest, since rows come in by time.
CREATE TABLE bench_storage.vital (LIKE public.vital INCLUDING CONSTRAINTS);
INSERT INTO bench_storage.vital SELECT * FROM public.vital;
ALTER TABLE bench_storage.vital ADD PRIMARY KEY (id);
CREATE INDEX ON bench_storage.vital USING brin (recorded_at);
CREATE UNIQUE INDEX ON bench_storage.vital (user_id, type, recorded_at, source);
