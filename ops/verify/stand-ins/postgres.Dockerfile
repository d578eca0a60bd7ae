# Stands in for PostgreSQL's official image: the programs that embedded-postgres brings, Debian's psql and pg_isready, and
# what docker-compose.yml relies on of the official entry point.
FROM parterre-verify/debian:services
RUN groupadd --gid 999 postgres-server && useradd --uid 999 --gid 999 postgres-server
COPY native /usr/local/pgsql
COPY --chmod=755 postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
ENV PATH=/usr/local/pgsql/bin:$PATH PGDATA=/var/lib/postgresql/18/docker
VOLUME /var/lib/postgresql
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
