-- One attack a line. DIR is a folder with secret.csv; the case has a view and macros that read it.
-- Files, read
SELECT * FROM read_csv('DIR/secret.csv')
SELECT * FROM read_csv_auto($path)
SELECT * FROM read_text('/etc/passwd')
SELECT * FROM read_blob('/etc/passwd')
SELECT * FROM read_json('/etc/passwd')
SELECT * FROM read_parquet('DIR/*.parquet')
SELECT * FROM parquet_metadata('x.parquet')
SELECT * FROM sniff_csv('DIR/secret.csv')
SELECT * FROM 'DIR/secret.csv'
SELECT * FROM 'DIR/*.csv'
FROM "DIR/secret.csv"
SELECT * FROM '/etc/passwd'
SELECT * FROM glob('/etc/*')
SELECT (SELECT max(content) FROM read_text('/etc/passwd'))
WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x
SELECT * FROM events WHERE path IN (SELECT content FROM read_text('/etc/passwd'))
SELECT * FROM events, LATERAL (SELECT * FROM read_csv(events.path))
SELECT * FROM events UNION ALL BY NAME SELECT * FROM read_csv('DIR/secret.csv')
SELECT * FROM peep
SELECT * FROM peep_macro('DIR/secret.csv')
SELECT peep_scalar('DIR/secret.csv')
SELECT * FROM query('SELECT * FROM read_csv(''DIR/secret.csv'')')
SELECT * FROM query_table('DIR/secret.csv')
SELECT * FROM read_csv /* a comment */ ('DIR/secret.csv')
SELECT * FROM "read_csv"('DIR/secret.csv')
SELECT * FROM system.main.read_csv('DIR/secret.csv')
DESCRIBE SELECT * FROM read_csv('DIR/secret.csv')
SUMMARIZE FROM read_csv('DIR/secret.csv')
EXPLAIN ANALYZE SELECT * FROM read_csv('DIR/secret.csv')
SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT * FROM read_csv(''DIR/secret.csv'')'))
-- Files, written
COPY events TO 'DIR/out.csv'
COPY (SELECT 1) TO 'DIR/out.parquet'
COPY events FROM 'DIR/secret.csv'
copy/**/events/**/to/**/'DIR/out.csv'
EXPORT DATABASE 'DIR/out'
IMPORT DATABASE 'DIR/out'
EXPLAIN ANALYZE COPY events TO 'DIR/out.csv'
SELECT write_log('x')
-- Other databases, the network, extensions, secrets
ATTACH 'DIR/other.duckdb' AS other
ATTACH ':memory:' AS other
ATTACH IF NOT EXISTS 'https://example.com/x.duckdb'
DETACH temp
USE memory
INSTALL httpfs
FORCE INSTALL httpfs FROM community
LOAD httpfs
LOAD 'DIR/x.duckdb_extension'
UPDATE EXTENSIONS
SELECT * FROM read_csv('https://example.com/x.csv')
SELECT * FROM 's3://bucket/x.parquet'
CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b')
CREATE PERSISTENT SECRET x (TYPE http, BEARER_TOKEN 'b')
DROP SECRET x
SELECT * FROM duckdb_secrets()
SELECT * FROM which_secret('s3://x', 's3')
-- Settings and variables
SET memory_limit = '100GB'
SET GLOBAL enable_external_access = true
SET SESSION temp_directory = 'DIR'
RESET lock_configuration
SET VARIABLE path = 'DIR/secret.csv'
SELECT * FROM read_csv(getvariable('path'))
PRAGMA enable_profiling
PRAGMA memory_limit = '100GB'
PRAGMA database_list
CALL pragma_version()
CALL enable_logging()
SELECT * FROM enable_logging(storage := 'file', storage_path := 'DIR')
SELECT * FROM enable_profiling()
SELECT * FROM disable_optimizer()
SELECT * FROM duckdb_settings()
SELECT current_setting('temp_directory')
SELECT getenv('HOME')
-- The case
INSERT INTO events (kind) VALUES ('x')
UPDATE events SET kind = 'x'
DELETE FROM events
TRUNCATE events
MERGE INTO events USING auth ON false WHEN NOT MATCHED THEN INSERT BY NAME
WITH x AS (INSERT INTO events (kind) VALUES ('x') RETURNING kind) SELECT * FROM x
WITH x AS (DELETE FROM events RETURNING kind) SELECT * FROM x
EXPLAIN ANALYZE DELETE FROM events
CREATE TABLE x AS SELECT 1
CREATE TEMP TABLE x AS SELECT * FROM events
CREATE OR REPLACE VIEW auth AS SELECT 1
CREATE MACRO x() AS 1
CREATE SCHEMA x
CREATE INDEX x ON events (kind)
CREATE TYPE x AS ENUM ('a')
DROP TABLE events
DROP VIEW auth
ALTER TABLE events ADD COLUMN x INT
COMMENT ON TABLE events IS 'x'
SELECT nextval('counter')
SELECT * FROM force_checkpoint()
CHECKPOINT
VACUUM
ANALYZE
BEGIN TRANSACTION
COMMIT
ROLLBACK
-- Statements in statements
SELECT 1; DROP TABLE events
SELECT 1; SELECT 2
SELECT 1;; COPY events TO 'DIR/out.csv'
PREPARE x AS SELECT * FROM read_csv('DIR/secret.csv')
EXECUTE x
DEALLOCATE x
