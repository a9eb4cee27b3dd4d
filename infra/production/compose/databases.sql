-- Run once, when PostgreSQL makes its data folder. The passwords come from the environment of psql.
\getenv app_password TINHGON_DATABASE_PASSWORD
\getenv temporal_password TEMPORAL_DATABASE_PASSWORD
create role tinhgon login password :'app_password';
create role temporal login password :'temporal_password';
create database tinhgon owner tinhgon template template0 locale_provider icu icu_locale 'vi-VN';
create database temporal owner temporal template template0 locale_provider builtin builtin_locale 'C.UTF-8';
create database temporal_visibility owner temporal template template0 locale_provider builtin builtin_locale 'C.UTF-8';
\connect tinhgon
create extension if not exists pg_trgm;
create extension if not exists unaccent;
