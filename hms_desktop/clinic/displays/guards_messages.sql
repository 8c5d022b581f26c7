-- Messages at the screens' lower edge: which stand where and when, and who writes them.

-- No hours at all hold every time; those that end before they begin go over midnight.
CREATE FUNCTION hms.within_hours(p_at time, p_from time, p_to time) RETURNS boolean
    LANGUAGE sql IMMUTABLE AS $$
    SELECT p_from IS NULL OR CASE WHEN p_from <= p_to THEN p_at >= p_from AND p_at < p_to
                                  ELSE p_at >= p_from OR p_at < p_to END
$$;

-- What stands on that screen now, in its order.
CREATE FUNCTION hms.messages_on_display(p_display bigint) RETURNS TABLE (place bigint, message text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 5 AS $$
    SELECT row_number() OVER (ORDER BY m.place, m.id), m.text
    FROM (SELECT hospital_now() AT TIME ZONE f.time_zone AS now FROM facility f) wall
    JOIN display_messages m ON m.active AND coalesce(wall.now::date >= m.valid_from, true)
        AND coalesce(wall.now::date <= m.valid_to, true) AND within_hours(wall.now::time, m.time_from, m.time_to)
    WHERE NOT EXISTS (SELECT FROM display_message_screens s WHERE s.message_id = m.id)
       OR EXISTS (SELECT FROM display_message_screens s WHERE s.message_id = m.id AND s.display_id = p_display)
    ORDER BY m.place, m.id LIMIT 20
$$;

CREATE FUNCTION hms.messages_of_own_display() RETURNS TABLE (place bigint, message text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 5 AS $$
    SELECT m.place, m.message
    FROM displays d
    CROSS JOIN LATERAL messages_on_display(d.id) m
    WHERE d.login = session_user AND d.active
$$;

CREATE VIEW kiosk.messages WITH (security_barrier) AS
    SELECT place, message FROM hms.messages_of_own_display();

-- A new message where `p_id` is NULL, else an edit; `p_displays` are all the screens that show it (none: every screen).
CREATE FUNCTION hms.save_display_message(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb,
        p_displays bigint[]) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_display_message');
    r display_messages := jsonb_populate_record(NULL::display_messages, '{"place": 1, "active": true}'::jsonb || p_record);
    saved bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF coalesce(btrim(r.text), '') = '' THEN
        PERFORM refuse('message.text', 'The message is empty; type what the screens shall say.');
    ELSIF r.valid_from > r.valid_to THEN
        PERFORM refuse('message.valid_to', 'The last day lies before the first; choose another one.');
    ELSIF (r.time_from IS NULL) <> (r.time_to IS NULL) OR r.time_from = r.time_to THEN
        PERFORM refuse('message.hours', 'Hours have a beginning and another end, as in 08:00–12:00; type both or none.');
    ELSIF EXISTS (SELECT unnest(p_displays) EXCEPT SELECT id FROM displays) THEN
        PERFORM refuse('message.display_ids', 'A screen of this message is not on the list; choose again.');
    ELSIF p_id IS NULL THEN
        INSERT INTO display_messages (text, place, valid_from, valid_to, time_from, time_to, active)
        VALUES (r.text, r.place, r.valid_from, r.valid_to, r.time_from, r.time_to, r.active) RETURNING id INTO saved;
    ELSE
        UPDATE display_messages SET text = r.text, place = r.place, valid_from = r.valid_from, valid_to = r.valid_to,
                                    time_from = r.time_from, time_to = r.time_to, active = r.active, version = p_version
        WHERE id = p_id RETURNING id INTO saved;
        IF NOT FOUND THEN
            PERFORM refuse('message.unknown', 'This message is not on the list; reload the list.');
        END IF;
    END IF;
    DELETE FROM display_message_screens WHERE message_id = saved AND NOT display_id = ANY (p_displays);
    INSERT INTO display_message_screens (message_id, display_id) SELECT saved, unnest(p_displays) ON CONFLICT DO NOTHING;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

SELECT hms.noted('display_messages', 'text', 200), hms.versioned('display_messages'), hms.audited('display_messages'),
       hms.audited('display_message_screens'),
       hms.knocks('display_messages', 'hms_changes', 'displays', 'id'),
       hms.knocks('display_messages', 'hms_calls', 'displays', 'id'),
       hms.knocks('display_message_screens', 'hms_calls', 'displays', 'message_id');

GRANT SELECT ON hms.display_messages, hms.display_message_screens TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.messages_on_display(bigint) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.save_display_message(uuid, bigint, bigint, jsonb, bigint[]) TO hms_admin;
GRANT SELECT ON kiosk.messages TO hms_kiosk;
GRANT EXECUTE ON FUNCTION hms.messages_of_own_display() TO hms_kiosk;
