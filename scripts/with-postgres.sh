#!/usr/bin/env bash
# Runs a command against a throw-away PostgreSQL 15 cluster: `scripts/with-postgres.sh node scripts/jest.mjs int`.
# TEST_DATABASE_URL names a superuser on its maintenance database. The cluster listens on loopback only, syncs its
# writes like a real one, and is stopped and deleted when the command ends.
set -euo pipefail

readonly PG_MAJOR=15
bin=/usr/lib/postgresql/$PG_MAJOR/bin

fail() {
  printf 'with-postgres: %s\n' "$*" >&2
  exit 1
}

[[ $# -gt 0 ]] || fail 'which command? Example: scripts/with-postgres.sh node scripts/jest.mjs int'
[[ -x $bin/initdb ]] || fail "PostgreSQL $PG_MAJOR is not installed. Run scripts/install-postgres.sh as root first."
[[ -f $("$bin/pg_config" --sharedir)/extension/vector.control ]] ||
  fail 'pgvector is not installed. Run scripts/install-postgres.sh as root first.'

# The server refuses to run as root: then the packaged account runs it.
as_owner=()
if [[ $(id -u) -eq 0 ]]; then
  id postgres >/dev/null 2>&1 || fail "the account 'postgres' is missing. Run scripts/install-postgres.sh."
  as_owner=(runuser -u postgres --)
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/council-postgres-XXXXXX")
child=''
stop() {
  trap - EXIT INT TERM HUP
  [[ -z $child ]] || kill -TERM "$child" 2>/dev/null || true
  (cd "$home" && "${as_owner[@]}" "$bin/pg_ctl" -D "$home/data" -m immediate -w stop) >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap stop EXIT
trap 'stop; exit 130' INT
trap 'stop; exit 143' TERM HUP

password=$(node -p "require('node:crypto').randomBytes(16).toString('hex')")
printf '%s\n' "$password" >"$home/password"
[[ ${#as_owner[@]} -eq 0 ]] || chown -R postgres "$home"

(cd "$home" && "${as_owner[@]}" "$bin/initdb" -D "$home/data" -U postgres -E UTF8 --locale=C.UTF-8 \
  --auth=scram-sha-256 --pwfile="$home/password" >"$home/initdb.log" 2>&1) ||
  { cat "$home/initdb.log" >&2; fail 'initdb failed (above).'; }

# A free port can be taken between asking for it and listening on it: then another one is tried.
started=''
for _ in 1 2 3 4 5; do
  port=$(node -e "const s=require('node:net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
  if (cd "$home" && "${as_owner[@]}" "$bin/pg_ctl" -D "$home/data" -l "$home/server.log" -w start \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200") >/dev/null 2>&1; then
    started=yes
    break
  fi
done
[[ -n $started ]] || { tail -n 20 "$home/server.log" >&2; fail 'the server did not start (above).'; }

export TEST_DATABASE_URL="postgres://postgres:$password@127.0.0.1:$port/postgres"
"$@" <&0 &
child=$!
status=0
wait "$child" || status=$?
child=''
exit "$status"
