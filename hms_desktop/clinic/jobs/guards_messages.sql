-- Messages on their way: each is one worker's, goes out at a decent hour, and is never sent twice. One whose sending was
-- cut short is unknown until a person decides about it, or the gateway is known to take its number only once.

INSERT INTO hms.message_rules (id, quiet_from, quiet_until) VALUES (1, '21:00', '08:00') ON CONFLICT DO NOTHING;

-- Whether the hospital's clock stands in the quiet hours, which may go over midnight.
CREATE FUNCTION hms.is_quiet(p_moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE WHEN r.quiet_from IS NULL OR r.quiet_from = r.quiet_until THEN false
                WHEN r.quiet_from < r.quiet_until THEN local.now >= r.quiet_from AND local.now < r.quiet_until
                ELSE local.now >= r.quiet_from OR local.now < r.quiet_until END
    FROM message_rules r,
         (SELECT (p_moment AT TIME ZONE coalesce((SELECT f.time_zone FROM facility f), 'UTC'))::time AS now) local
$$;

-- For the hospital's own people, to each address of the rules, once for each key (another one for each address).
CREATE FUNCTION hms.write_notice(p_about text, p_told jsonb, p_key uuid DEFAULT gen_random_uuid(),
                                 p_to text[] DEFAULT NULL) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    WITH written AS (
        INSERT INTO outbox (kind, channel, recipient, language, told, due_at, written_at, key)
        SELECT 'notice', 'email', recipient, f.languages[1],
               p_told || jsonb_build_object('about', p_about, 'hospital', f.name), hospital_now(), hospital_now(),
               md5(p_key::text || recipient)::uuid
        FROM facility f, message_rules r, unnest(coalesce(p_to, r.notices_to)) recipient
        ON CONFLICT (key) DO NOTHING RETURNING 1
    )
    SELECT count(*) FROM written
$$;

-- What a worker left in the middle, what came too late, and what the patient no longer wants; called by the one who
-- sends. `p_safe` are the channels whose other side takes a key once, so that what was cut short may go again.
CREATE FUNCTION hms.tidy_messages(p_safe text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE outbox SET state = CASE WHEN channel = ANY (p_safe) THEN 'due' ELSE 'unknown' END,
        settled_at = hospital_now(), note = 'The worker ended while it sent this.'
    WHERE state = 'sending';
    UPDATE outbox SET state = 'failed', settled_at = hospital_now(), note = 'It could not be sent in time.'
    WHERE state = 'due' AND due_at <= hospital_now() AND starts_at <= hospital_now();
    UPDATE outbox SET state = 'cancelled', settled_at = hospital_now(), note = 'The patient wants no such message.'
    WHERE state = 'due' AND due_at <= hospital_now() AND patient_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM way_to(patient_id, '{sms,email}'));
END $$;

-- Messages that a worker sends now, by the first of `p_channels` that reaches the patient; each is given to one worker,
-- and its appointment cannot go while it is taken. None beyond what the hospital lets go in a minute.
CREATE FUNCTION hms.take_due_messages(p_most integer, p_channels text[]) RETURNS SETOF hms.outbox
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    room integer := least(p_most, (SELECT most_a_minute FROM message_rules)
        - (SELECT count(*) FROM outbox WHERE taken_at > now - interval '1 minute'));
    taken integer;
BEGIN
    RETURN QUERY
        UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, taken_at = now
        FROM (
            SELECT m.id FROM outbox m
            WHERE m.state = 'due' AND m.due_at <= now AND m.kind = 'notice' AND m.channel = ANY (p_channels)
            ORDER BY m.due_at, m.id LIMIT greatest(room, 0) FOR UPDATE SKIP LOCKED
        ) mine
        WHERE o.id = mine.id RETURNING o.*;
    GET DIAGNOSTICS taken = ROW_COUNT;
    IF NOT is_quiet(now) THEN
        RETURN QUERY
            UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, taken_at = now,
                channel = mine.channel, recipient = mine.recipient
            FROM (
                SELECT m.id, way.channel, way.recipient FROM outbox m
                JOIN appointments a ON a.id = m.appointment_id
                CROSS JOIN LATERAL way_to(m.patient_id, p_channels) way
                WHERE m.state = 'due' AND m.due_at <= now AND a.state = 'booked' AND a.starts_at = m.starts_at
                  AND m.starts_at > now
                ORDER BY m.due_at, m.id LIMIT greatest(room - taken, 0) FOR UPDATE OF m, a SKIP LOCKED
            ) mine
            WHERE o.id = mine.id RETURNING o.*;
    END IF;
END $$;

-- What came of it: 'sent', 'refused', 'unknown', or 'later': again in ten minutes until five attempts have failed.
CREATE FUNCTION hms.settle_message(p_id bigint, p_outcome text, p_note text DEFAULT '') RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    UPDATE outbox SET
        state = CASE WHEN p_outcome IN ('sent', 'unknown') THEN p_outcome
                     WHEN p_outcome = 'later' AND attempts < 5 THEN 'due' ELSE 'failed' END,
        due_at = CASE WHEN p_outcome = 'later' THEN hospital_now() + interval '10 minutes' ELSE due_at END,
        settled_at = CASE WHEN p_outcome <> 'later' OR attempts >= 5 THEN hospital_now() END, note = left(p_note, 200)
    WHERE id = p_id AND (state = 'sending' OR state = 'unknown' AND decided_by IS NULL)
$$;

-- A person decides about a message that is unknown or failed: it arrived, it goes again, or it is let be.
CREATE FUNCTION hms.decide_message(p_intent uuid, p_message bigint, p_decision text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'decide_message');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF p_decision NOT IN ('arrived', 'again', 'let_be') THEN
        PERFORM refuse('jobs.decision', 'Say of the message that it arrived, that it goes again, or that it is let be.');
    END IF;
    UPDATE outbox SET decided_by = session_user, settled_at = hospital_now(),
        state = CASE p_decision WHEN 'arrived' THEN 'sent' WHEN 'again' THEN 'due' ELSE 'cancelled' END,
        attempts = CASE p_decision WHEN 'again' THEN 0 ELSE attempts END,
        due_at = CASE p_decision WHEN 'again' THEN hospital_now() ELSE due_at END
    WHERE id = p_message AND (state IN ('unknown', 'failed') OR state = 'due' AND p_decision = 'let_be');
    IF NOT FOUND THEN
        PERFORM refuse('jobs.message_settled', 'This message is on its way or settled; look at the list again.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_message));
END $$;

CREATE FUNCTION hms.save_message_rules(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_message_rules');
    r message_rules := jsonb_populate_record(NULL::message_rules, p_record);
    wrong text := (SELECT one FROM unnest(r.notices_to) one
                   WHERE one !~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$' LIMIT 1);
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF wrong IS NOT NULL THEN
        PERFORM refuse('jobs.notices_to', format('%s is no e-mail address; correct it.', wrong),
                       jsonb_build_object('address', wrong));
    END IF;
    UPDATE message_rules SET quiet_from = r.quiet_from, quiet_until = r.quiet_until, most_a_minute = r.most_a_minute,
        notices_to = r.notices_to, version = p_version;
    RETURN settle_intent(p_intent, '{"id": 1}');
END $$;

-- Messages as the hospital's managers see them: to the last signs of where they went, and nothing of whom they are about.
CREATE VIEW hms.message_lines AS
    SELECT o.id, o.kind, o.channel, '…' || right(o.recipient, 3) AS recipient, o.state, o.attempts, o.written_at, o.due_at,
           o.taken_at, o.settled_at, o.note, o.decided_by
    FROM hms.outbox o;

SELECT hms.versioned('message_rules');
SELECT hms.knocks('outbox', 'hms_changes', 'messages', 'id');
SELECT hms.knocks('message_rules', 'hms_changes', 'messages', 'id');
GRANT SELECT ON hms.message_lines, hms.message_rules TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.decide_message(uuid, bigint, text), hms.save_message_rules(uuid, bigint, jsonb)
    TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.tidy_messages(text[]), hms.take_due_messages(integer, text[]),
    hms.settle_message(bigint, text, text), hms.write_notice(text, jsonb, uuid, text[]) TO hms_worker;
