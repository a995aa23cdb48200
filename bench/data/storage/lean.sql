-- The same indexes without what lists and charts show: each row is fetched from the table.
CREATE TABLE bench_storage.vital (LIKE public.vital INCLUDING CONSTRAINTS);
INSERT INTO bench_storage.vital SELECT * FROM public.vital;
ALTER TABLE bench_storage.vital ADD PRIMARY KEY (id);
CREATE INDEX ON bench_storage.vital (user_id, recorded_at DESC, id DESC);
CREATE UNIQUE INDEX ON bench_storage.vital (user_id, type, recorded_at, source);
