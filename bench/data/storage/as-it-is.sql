-- The table of the health subgraph with its own indexes, whatever they are.
CREATE TABLE bench_storage.vital (LIKE public.vital INCLUDING CONSTRAINTS);
INSERT INTO bench_storage.vital SELECT * FROM public.vital;
DO $$
DECLARE
  index record;
BEGIN
  FOR index IN SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'vital' LOOP
    EXECUTE replace(index.indexdef, 'public.vital', 'bench_storage.vital');
  END LOOP;
END
$$;
