-- Besides the table as it is, sums of each hour, kept at ingest: charts by hour, day or longer read them. Hours, since a day
-- begins at another time in each zone.
CREATE TABLE bench_storage.vital_hour AS
SELECT user_id, type, source, date_bin('1 hour', recorded_at, 'epoch') AS hour,
  count(*) AS count, sum(value) AS sum, min(value) AS min, max(value) AS max
FROM public.vital GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX ON bench_storage.vital_hour (user_id, type, hour, source) INCLUDE (count, sum, min, max);
