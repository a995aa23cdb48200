-- What money goes in and out for: a hundred places, as many for a kind as percent of the transactions are of it.
-- Accounts: 1 is for payments, 2 for savings, 3 a credit card. Amounts are in cents.
CREATE TABLE bench.booking AS
SELECT row_number() OVER () - 1 AS place, kind.*
FROM (VALUES
  ('GROCERIES', 26, 1, -12000, -400, ARRAY['Rewe', 'Edeka', 'Tesco', 'Lidl', 'Aldi', 'Carrefour']),
  ('DINING', 16, 3, -6000, -350, ARRAY['Cafe Central', 'Sushi Bar', 'Trattoria Roma', 'Burger Corner', 'Bakery Adler']),
  ('TRANSPORT', 14, 1, -9000, -180, ARRAY['City Transit', 'Shell', 'Railways', 'Cab & Co']),
  ('SHOPPING', 12, 3, -25000, -500, ARRAY['Amazon', 'Ikea', 'H&M', 'Decathlon', 'Book Nook']),
  ('SUBSCRIPTIONS', 8, 3, -2000, -299, ARRAY['Netflix', 'Spotify', 'Cloud Storage', 'Daily Paper']),
  ('ENTERTAINMENT', 6, 3, -8000, -500, ARRAY['Cinema City', 'Concert Hall', 'Game Store']),
  ('HEALTH', 4, 1, -9000, -500, ARRAY['Pharmacy', 'Dental Care', 'Optician']),
  ('UTILITIES', 4, 1, -18000, -2500, ARRAY['Power & Gas', 'Water Works', 'Telecom']),
  ('RENT_AND_MORTGAGE', 3, 1, -140000, -60000, ARRAY['Home Rentals']),
  ('TRAVEL', 2, 3, -90000, -5000, ARRAY['Airline', 'Hotel Plaza']),
  ('INVESTMENT_INCOME', 2, 2, 100, 9000, ARRAY['Savings Bank']),
  ('INCOME', 3, 1, 180000, 420000, ARRAY['Employer Ltd'])
) AS kind (category, percent, account, low, high, merchants)
CROSS JOIN LATERAL generate_series(1, kind.percent);

CREATE TABLE bench.account (number int, place int, id uuid, currency text, PRIMARY KEY (number, place));

CREATE PROCEDURE bench.clear() LANGUAGE sql AS $$
  TRUNCATE account, transaction, request;
$$;

CREATE OR REPLACE PROCEDURE bench.prepare(seed bigint) LANGUAGE sql AS $$
  INSERT INTO bench.account
  SELECT p.number, place, bench.account_id(seed, p.number, place), (ARRAY['EUR', 'EUR', 'GBP', 'USD'])[1 + p.trait % 4]
  FROM bench.person p CROSS JOIN generate_series(1, 3) AS place;
$$;

-- In the order of time, as the vitals are; the last three days are half pending.
CREATE PROCEDURE bench.fill_slice(seed bigint, since timestamptz, until timestamptz) LANGUAGE sql AS $$
  INSERT INTO transaction (id, user_id, account_id, amount, currency, booked_on, description, merchant_name, category, status, tags,
    notes, created_at, updated_at)
  SELECT bench.row_id(seed, s.salt, p.number, k, v.at), p.id, a.id, (b.low + bench.pick(v.noise, 20, b.high - b.low)) * 0.01, a.currency,
    v.at::date, m.merchant || ' #' || bench.pick(v.noise, 30, 9000) + 1000, m.merchant, b.category,
    CASE WHEN v.at >= s.ends - interval '3 days' AND v.noise & 1 = 0 THEN 'PENDING' ELSE 'POSTED' END,
    CASE WHEN bench.pick(v.noise, 10, 10) = 0 THEN ARRAY['shared', 'reviewed'] ELSE '{}' END,
    CASE WHEN bench.pick(v.noise, 12, 20) = 0 THEN 'Split with a friend.' END, v.at, v.at
  FROM (
    SELECT *, begins + count * slot_seconds * interval '1 second' AS ends
    FROM bench.stream WHERE domain = 'transaction' OFFSET 0) s
  CROSS JOIN LATERAL generate_series(
    greatest(0, floor(extract(epoch FROM since - s.begins) / s.slot_seconds)::int),
    least(s.count - 1, floor(extract(epoch FROM until - s.begins) / s.slot_seconds)::int)) AS k
  JOIN bench.person p ON p.number BETWEEN s.first AND s.last
  CROSS JOIN LATERAL (SELECT bench.noise(seed, s.salt, p.number, k) AS noise OFFSET 0) r
  CROSS JOIN LATERAL (
    SELECT r.noise, bench.pick(r.noise, 40, 100) AS kind, bench.moment(r.noise, s.begins, s.slot_seconds, k) AS at OFFSET 0) v
  JOIN bench.booking b ON b.place = v.kind
  JOIN bench.account a ON a.number = p.number AND a.place = b.account
  CROSS JOIN LATERAL (SELECT b.merchants[1 + bench.pick(v.noise, 35, cardinality(b.merchants))] AS merchant OFFSET 0) m
  WHERE v.at >= since AND v.at < until
  ORDER BY v.at, p.number;
$$;

-- After the transactions, so that a balance is written once and with no dead row.
CREATE PROCEDURE bench.finish(seed bigint, until timestamptz) LANGUAGE sql AS $$
  INSERT INTO account (id, user_id, name, type, institution, mask, currency, opening_balance, opened_on, balance, version, created_at, updated_at)
  SELECT a.id, p.id, (ARRAY['Everyday', 'Savings', 'Credit card'])[a.place], (ARRAY['CHECKING', 'SAVINGS', 'CREDIT_CARD'])[a.place],
    (ARRAY['N26', 'Revolut', 'Sparkasse'])[1 + p.trait % 3], lpad((p.trait * 7 % 10000)::text, 4, '0'), a.currency, o.opening,
    s.opened_on, o.opening + coalesce(posted.sum, 0), 0, bench.person_since(a.number), bench.person_since(a.number)
  FROM bench.account a
  JOIN bench.person p ON p.number = a.number
  CROSS JOIN LATERAL (SELECT (ARRAY[2000, 10000, 0])[a.place] + CASE a.place WHEN 3 THEN 0 ELSE p.trait END AS opening) o
  LEFT JOIN LATERAL (SELECT begins::date AS opened_on FROM bench.stream WHERE domain = 'transaction' AND a.number BETWEEN first AND last) s ON true
  LEFT JOIN (SELECT account_id, sum(amount) AS sum FROM transaction WHERE status = 'POSTED' GROUP BY account_id) posted
    ON posted.account_id = a.id
  ORDER BY a.number, a.place;
$$;
