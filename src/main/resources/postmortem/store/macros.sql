-- What users of Log Parser look for, under the names that they know. Times are of TIMESTAMP_NS.

-- The time rounded down to a multiple of seconds: QUANTIZE(time, 600).
CREATE TEMP MACRO quantize(moment, step) AS
  time_bucket(to_seconds(CAST(step AS BIGINT)), CAST(moment AS TIMESTAMP), TIMESTAMP '1970-01-01');

-- The n-th part of a text, from 0; from the end where n is negative; NULL where there is none.
CREATE TEMP MACRO extract_token(value, n, separator := ',') AS
  list_extract(string_split(value, separator), CASE WHEN n < 0 THEN n ELSE n + 1 END);

-- What stands before, or behind, the n-th separator.
CREATE TEMP MACRO extract_prefix(value, n, separator := ',') AS
  array_to_string(list_slice(string_split(value, separator), 1, n + 1), separator);
CREATE TEMP MACRO extract_suffix(value, n, separator := ',') AS
  array_to_string(list_slice(string_split(value, separator), -(n + 1), -1), separator);

-- The domain of an address of mail, lower case; NULL where it has none.
CREATE TEMP MACRO mail_domain(address) AS
  CASE WHEN contains(address, '@') THEN lower(list_extract(string_split(address, '@'), -1)) END;

-- How often a text has another one in it.
CREATE TEMP MACRO strcnt(value, part) AS
  CASE WHEN length(part) > 0 THEN (length(value) - length(replace(value, part, ''))) // length(part) END;

-- The place of a text in another one, from 0; NULL where it is not in it.
CREATE TEMP MACRO index_of(value, part) AS nullif(strpos(value, part), 0) - 1;

-- The network of an IPv4 address, as text: 203.0.113.0/24; NULL for anything else.
CREATE TEMP MACRO network24(address) AS
  CASE WHEN regexp_full_match(address, '\d{1,3}(\.\d{1,3}){3}')
    THEN regexp_extract(address, '^\d+\.\d+\.\d+') || '.0/24' END;

-- Parts of a time as Log Parser names them, in UTC.
CREATE TEMP MACRO to_date(moment) AS CAST(moment AS DATE);
CREATE TEMP MACRO to_time(moment) AS CAST(CAST(moment AS TIMESTAMP) AS TIME);
CREATE TEMP MACRO to_timestamp_text(moment) AS strftime(CAST(moment AS TIMESTAMP), '%Y-%m-%d %H:%M:%S');

-- Shares of a whole, in per cent with one digit.
CREATE TEMP MACRO percent(part, whole) AS round(100.0 * part / nullif(whole, 0), 1);
