#!/bin/sh
# Makes a cluster on an empty volume, runs /docker-entrypoint-initdb.d/*.sql in it over its socket alone, then starts it.
set -eu
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA"
  chown -R postgres-server: "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  exec setpriv --reuid=999 --regid=999 --clear-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  echo "$POSTGRES_PASSWORD" > /tmp/password
  initdb -D "$PGDATA" --username="$POSTGRES_USER" --pwfile=/tmp/password --encoding=UTF8 --locale=C.UTF-8 --auth-host=scram-sha-256 --auth-local=trust > /dev/null
  rm /tmp/password
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  postgres -D "$PGDATA" -c listen_addresses= -c unix_socket_directories=/var/run/postgresql &
  server=$!
  until pg_isready -q -h /var/run/postgresql; do sleep 0.2; done
  for file in /docker-entrypoint-initdb.d/*.sql; do
    psql -q -v ON_ERROR_STOP=1 --no-psqlrc -h /var/run/postgresql -U "$POSTGRES_USER" -d postgres -f "$file"
  done
  kill -INT "$server"
  wait "$server"
fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql
