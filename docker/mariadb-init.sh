#!/bin/bash
# Makes the engine's own database and user beside WordPress', once, when the volume is empty.
set -euo pipefail
mariadb -uroot -p"$MARIADB_ROOT_PASSWORD" <<SQL
CREATE DATABASE igny8_engine CHARACTER SET utf8mb4;
CREATE USER 'igny8_engine'@'%' IDENTIFIED BY '${ENGINE_DB_PASSWORD//\'/\'\'}';
GRANT ALL ON igny8_engine.* TO 'igny8_engine'@'%';
SQL
