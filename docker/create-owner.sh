#!/bin/sh
# Runs once, in an empty cluster: the role that Qorgan migrates as. It owns its database and may create roles, and is no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres --set=password="$QORGAN_DATABASE_OWNER_PASSWORD" <<'SQL'
create role qorgan_admin login createrole createdb password :'password';
create database qorgan owner qorgan_admin;
SQL
