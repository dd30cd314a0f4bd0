-- logons-failed: refused attempts by address: how many, at how many accounts, from when to when
SELECT peer_address, sum("count") AS attempts, count(DISTINCT account) AS accounts,
  min(time) AS first, max(time) AS last
FROM auth WHERE outcome = 'rejected' GROUP BY ALL ORDER BY attempts DESC, peer_address;
-- logons-accepted: accepted attempts by account and address
SELECT account, peer_address, sum("count") AS attempts, min(time) AS first, max(time) AS last
FROM auth WHERE outcome = 'accepted' GROUP BY ALL ORDER BY account, first, peer_address;
-- success-after-failure: addresses that failed first and got in later
SELECT peer_address, account, min(time) FILTER (outcome = 'accepted') AS got_in,
  sum("count") FILTER (outcome = 'rejected' AND time < success) AS failed_before
FROM (SELECT *, min(time) FILTER (outcome = 'accepted') OVER (PARTITION BY peer_address) AS success
  FROM auth WHERE peer_address IS NOT NULL)
GROUP BY ALL HAVING failed_before > 0 OR got_in IS NOT NULL AND failed_before > 0
ORDER BY failed_before DESC, peer_address, account;
-- attempts-per-hour: attempts by hour and outcome, for .chart
SELECT quantize(time, 3600) AS hour, outcome, sum("count") AS attempts
FROM auth GROUP BY ALL ORDER BY ALL;
-- new-addresses: the address from which an account was first seen, by day
SELECT account, peer_address, min(time) AS first, sum("count") AS attempts
FROM auth WHERE account IS NOT NULL AND peer_address IS NOT NULL GROUP BY ALL ORDER BY first, account, peer_address;
-- senders: who sent most: messages, recipients, addresses
SELECT coalesce(account, sender) AS who, count(*) AS messages, sum(recipients_accepted) AS recipients,
  count(DISTINCT peer_address) AS addresses, min(time) AS first, max(time) AS last
FROM messages GROUP BY ALL ORDER BY recipients DESC NULLS LAST, messages DESC, who;
-- relayed-by: by what right messages were taken
SELECT permission, server, count(*) AS messages, sum(recipients_accepted) AS recipients
FROM messages GROUP BY ALL ORDER BY messages DESC, permission, server;
-- recipient-domains: where the mail went
SELECT recipient_domain, count(*) AS messages, sum(recipients_in_domain) AS recipients
FROM messages GROUP BY ALL ORDER BY recipients DESC NULLS LAST, recipient_domain;
-- refusals: what other servers refused, by status and blocklist
SELECT status, blocklist, count(*) AS deliveries, any_value(reply ORDER BY reply) AS for_example
FROM deliveries WHERE outcome = 'rejected' GROUP BY ALL ORDER BY deliveries DESC, status;
-- null-senders: mail without a sender by hour: failure reports, as far as they were received
SELECT quantize(time, 3600) AS hour, count(*) AS messages
FROM messages WHERE sender = '' GROUP BY ALL ORDER BY hour;
-- helo-names: names that clients gave, and how many addresses gave each
SELECT helo, count(DISTINCT peer_address) AS addresses, count(*) AS sessions
FROM sessions WHERE helo IS NOT NULL GROUP BY ALL ORDER BY sessions DESC, helo;
-- sessions-without-mail: addresses that come again and again and never deliver
SELECT peer_address, count(*) AS sessions, sum(messages) AS messages, min(time) AS first,
  max(time) AS last
FROM sessions GROUP BY ALL HAVING coalesce(sum(delivered), 0) = 0
ORDER BY sessions DESC, peer_address;
-- networks: attempts by network of 256 addresses
SELECT network24(peer_address) AS network, count(DISTINCT peer_address) AS addresses,
  sum("count") AS attempts
FROM auth WHERE peer_address IS NOT NULL GROUP BY ALL ORDER BY attempts DESC, network;
-- about-account: what one account did, day by day (account=NAME)
SELECT to_date(time) AS day, kind, outcome, sum("count") AS n, count(DISTINCT peer_address) AS addresses
FROM events WHERE account = lower($account) GROUP BY ALL ORDER BY ALL;
-- not-read: evidence that was not read, or not to its end
SELECT path, size, coalesce(format, 'not a known log') AS format, rejected,
  (SELECT string_agg(why, '; ' ORDER BY "offset") FROM unread WHERE unread.ledger = ledger.id) AS why
FROM ledger WHERE format IS NULL OR rejected > 0
  OR EXISTS (SELECT 1 FROM unread WHERE unread.ledger = ledger.id)
ORDER BY path;
-- log-spans: from when to when each log tells, and how much
SELECT path, format, stream, first, last, records, events, clock_offset_seconds
FROM ledger WHERE format IS NOT NULL ORDER BY first, path
