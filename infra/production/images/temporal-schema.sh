#!/bin/sh
# Brings Temporal's two databases, which exist and are owned by SQL_USER, to the schema of this version. May be repeated.
set -eu
tool() {
  temporal-sql-tool --plugin postgres12 --ep "$SQL_HOST" -p "${SQL_PORT:-5432}" --db "$@"
}
for database in temporal:temporal temporal_visibility:visibility; do
  name=${database%%:*}
  # A database that has a schema already says so, and is brought up to date below.
  tool "$name" setup-schema -v 0.0 || true
  tool "$name" update-schema --schema-name "postgresql/v12/${database##*:}"
done
