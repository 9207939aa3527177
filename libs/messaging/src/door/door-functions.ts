/**
 * Functions for services that speak SQL and know nothing of BullMQ. They live in the service's own schema, on BullMQ's own
 * `job` table, and run with the rights of the caller. Inside a transaction they are part of it: a request that is rolled back
 * was never sent, a result that is rolled back comes again.
 */
export const DOOR_FUNCTIONS = `
CREATE OR REPLACE FUNCTION tsunagu_add(queue text, name text, message jsonb) RETURNS text LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  request_id text := coalesce(message->>'id', gen_random_uuid()::text);
  request jsonb := jsonb_build_object('version', 1) || message || jsonb_build_object('id', request_id);
BEGIN
  PERFORM add_job(queue, gen_random_uuid()::text, name, request, '{"removeOnComplete": true, "removeOnFail": true}'::jsonb,
    coalesce((message->>'priority')::int, 0), 0, (extract(epoch FROM clock_timestamp()) * 1000)::bigint, 1, NULL, NULL, NULL, NULL, NULL, false);
  RETURN request_id;
END $$;
COMMENT ON FUNCTION tsunagu_add(text, text, jsonb) IS 'Puts a message on a queue of this door. Use tsunagu_request, tsunagu_withdraw or tsunagu_replay.';

CREATE OR REPLACE FUNCTION tsunagu_request(pattern text, message jsonb) RETURNS text LANGUAGE sql SET search_path FROM CURRENT AS
$$ SELECT tsunagu_add('requests', pattern, message) $$;
COMMENT ON FUNCTION tsunagu_request(text, jsonb) IS 'Asks for a match: pattern as match.tags, message {"id": yours, "data": {...}} with deadline and priority if you like. Returns the id. Sent when you commit.';

CREATE OR REPLACE FUNCTION tsunagu_withdraw(request_id text) RETURNS text LANGUAGE sql SET search_path FROM CURRENT AS
$$ SELECT tsunagu_add('control', 'match.withdraw', jsonb_build_object('data', jsonb_build_object('id', request_id))) $$;
COMMENT ON FUNCTION tsunagu_withdraw(text) IS 'A request is no longer wanted. Returns the id of the withdrawal, which is answered as well.';

CREATE OR REPLACE FUNCTION tsunagu_replay(event_id text, since bigint) RETURNS text LANGUAGE sql SET search_path FROM CURRENT AS
$$ SELECT tsunagu_add('control', 'events.replay', jsonb_build_object('data', jsonb_build_object('eventId', event_id, 'since', since))) $$;
COMMENT ON FUNCTION tsunagu_replay(text, bigint) IS 'Events of one event again, those with a higher seq. Returns the id of the request, which is answered.';

CREATE OR REPLACE FUNCTION tsunagu_take(from_queue text) RETURNS jsonb LANGUAGE sql SET search_path FROM CURRENT AS $$
  -- "=" asks for the next one once; with IN a plan may ask again for every row, and take a message each time.
  DELETE FROM job WHERE (queue, id) = (
    SELECT queue, id FROM job WHERE queue = from_queue AND state = 'waiting' ORDER BY priority, seq FOR UPDATE SKIP LOCKED LIMIT 1)
  RETURNING data $$;
COMMENT ON FUNCTION tsunagu_take(text) IS 'Takes the next message off a queue of this door; NULL where there is none.';

CREATE OR REPLACE FUNCTION tsunagu_next(from_queue text, wait_seconds double precision) RETURNS jsonb LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  message jsonb;
  until timestamptz := clock_timestamp() + make_interval(secs => least(wait_seconds, 60));
BEGIN
  LOOP
    message := tsunagu_take(from_queue);
    IF message IS NOT NULL OR clock_timestamp() >= until THEN RETURN message; END IF;
    PERFORM pg_sleep(0.05);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION tsunagu_next_result(wait_seconds double precision DEFAULT 0, reply_queue text DEFAULT 'results') RETURNS jsonb LANGUAGE sql SET search_path FROM CURRENT AS
$$ SELECT tsunagu_next(reply_queue, wait_seconds) $$;
COMMENT ON FUNCTION tsunagu_next_result(double precision, text) IS 'Takes the next result; NULL where none came within wait_seconds (at most 60). It is yours when you commit: with autocommit before you have read it, so call it in a transaction.';

CREATE OR REPLACE FUNCTION tsunagu_next_event(wait_seconds double precision DEFAULT 0) RETURNS jsonb LANGUAGE sql SET search_path FROM CURRENT AS
$$ SELECT tsunagu_next('events', wait_seconds) $$;
COMMENT ON FUNCTION tsunagu_next_event(double precision) IS 'Takes the next event, in order; NULL where none came within wait_seconds (at most 60). It is yours when you commit: with autocommit before you have read it, so call it in a transaction.';
`;
