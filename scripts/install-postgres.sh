#!/usr/bin/env bash
# Installs PostgreSQL 15 with pgvector on Debian 12, which has no pgvector package: the source package of Debian 13 is
# built against the server that Debian 12 ships. The mirror is the one this machine's own apt already uses, and apt
# checks the signature of what it downloads. Run it twice: the second time it changes nothing.
set -euo pipefail

readonly PG_MAJOR=15
readonly PG_CONFIG=/usr/lib/postgresql/$PG_MAJOR/bin/pg_config
readonly DONOR_SUITE=trixie

fail() {
  printf 'install-postgres: %s\n' "$*" >&2
  exit 1
}

has_pgvector() {
  [[ -x $PG_CONFIG ]] && [[ -f $("$PG_CONFIG" --sharedir)/extension/vector.control ]] &&
    [[ -f $("$PG_CONFIG" --pkglibdir)/vector.so ]]
}

if has_pgvector && [[ -x /usr/lib/postgresql/$PG_MAJOR/bin/initdb ]]; then
  printf 'install-postgres: PostgreSQL %s with pgvector is already here.\n' "$PG_MAJOR"
  exit 0
fi

[[ $(id -u) -eq 0 ]] || fail 'must run as root (it installs packages). Try: sudo scripts/install-postgres.sh'
command -v apt-get >/dev/null || fail 'needs apt-get (Debian 12). Elsewhere install PostgreSQL and pgvector with your own package manager.'
# shellcheck disable=SC1091
codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
[[ $codename == bookworm ]] ||
  fail "knows Debian 12 (bookworm) only, this is '${codename:-unknown}'. Install PostgreSQL and its pgvector package there."

export DEBIAN_FRONTEND=noninteractive
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

printf 'install-postgres: installing the server and the build tools...\n'
apt-get update -qq
apt-get install -y -qq --no-install-recommends \
  "postgresql-$PG_MAJOR" "postgresql-server-dev-$PG_MAJOR" build-essential xz-utils >"$scratch/apt.log" 2>&1 </dev/null ||
  { tail -n 20 "$scratch/apt.log" >&2; fail "apt-get could not install postgresql-$PG_MAJOR and its build tools (above)."; }

# The archive that this machine takes its own release from also holds the donor's sources.
mirror=$(apt-get indextargets --format '$(CODENAME) $(LABEL) $(REPO_URI)' 'Created-By: Packages' |
  awk -v codename="$codename" '$1 == codename && $2 == "Debian" { print $3; exit }')
[[ -n $mirror ]] || fail "found no Debian archive for $codename in this machine's apt sources, so none to fetch pgvector from."

mkdir -p "$scratch/lists/partial" "$scratch/source" "$scratch/tree"
printf 'deb-src %s %s main\n' "$mirror" "$DONOR_SUITE" >"$scratch/sources.list"
donor=(-o "Dir::Etc::SourceList=$scratch/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o "Dir::State::Lists=$scratch/lists" -o "Dir::Cache::srcpkgcache=" -o "Dir::Cache::pkgcache="
  -o APT::Sandbox::User=root)

printf 'install-postgres: fetching the pgvector source package of %s...\n' "$DONOR_SUITE"
apt-get "${donor[@]}" update -qq >"$scratch/apt.log" 2>&1 ||
  { cat "$scratch/apt.log" >&2; fail "this machine's apt mirror does not serve the sources of $DONOR_SUITE (above)."; }
(cd "$scratch/source" && apt-get "${donor[@]}" source --download-only -qq pgvector >"$scratch/apt.log" 2>&1) ||
  { cat "$scratch/apt.log" >&2; fail 'the pgvector source package could not be downloaded (above).'; }
tar -xf "$scratch"/source/pgvector_*.orig.tar.* -C "$scratch/tree" --strip-components=1

printf 'install-postgres: building...\n'
# OPTFLAGS="" leaves out -march=native: the result may be copied to another machine.
for target in all install; do
  make -s -C "$scratch/tree" "$target" OPTFLAGS="" with_llvm=no PG_CONFIG="$PG_CONFIG" >"$scratch/make.log" 2>&1 ||
    { tail -n 30 "$scratch/make.log" >&2; fail "make $target of pgvector failed (above)."; }
done

has_pgvector || fail 'pgvector was built but is not where the server looks for it.'
version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" "$("$PG_CONFIG" --sharedir)/extension/vector.control")
printf 'install-postgres: PostgreSQL %s with pgvector %s is ready.\n' "$PG_MAJOR" "$version"
