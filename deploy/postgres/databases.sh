#!/usr/bin/env bash
# Runs once, on an empty volume: a database for each subgraph, owned by a user that can connect to no other.
set -euo pipefail

sql() {
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres "$@"
}

# PUBLIC is everyone: without this, each user could connect to each database.
sql -c 'revoke all on database postgres, template1 from public'

for name in auth health finance learning notification; do
  # \getenv, so that no password stands on a command line or in a log.
  sql -v name="$name" <<SQL
\getenv password LIFEOS_DATABASE_PASSWORD_${name^^}
create role :"name" login nosuperuser nocreatedb nocreaterole noreplication connection limit 40 password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
