-- Test calls: one screen shows and speaks a ticket that is none of the queue's, and the desk sees that it did.

-- What this screen has still to show; a test call's number is negative, so that it is never taken for a real one's.
-- One that was asked for long ago, while the screen was off, surprises nobody any more.
CREATE FUNCTION hms.tests_of_own_display() RETURNS TABLE (call_id bigint, ticket text, room text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 1 AS $$
    SELECT -t.id, 'T 001', coalesce(
        (SELECT r.name FROM display_rooms m JOIN rooms r ON r.id = m.room_id WHERE m.display_id = d.id ORDER BY r.name LIMIT 1),
        (SELECT r.name FROM rooms r WHERE r.active ORDER BY r.name LIMIT 1), d.name)
    FROM displays d
    JOIN display_tests t ON t.display_id = d.id
    WHERE d.login = session_user AND d.active AND t.shown_at IS NULL
      AND t.asked_at > clock_timestamp() - interval '90 seconds'
    ORDER BY t.id
$$;

CREATE VIEW kiosk.test_calls WITH (security_barrier) AS
    SELECT call_id, ticket, room FROM hms.tests_of_own_display();

CREATE FUNCTION hms.acknowledge_tests(p_display bigint, p_calls bigint[], p_spoken boolean) RETURNS integer
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    told integer;
BEGIN
    UPDATE display_tests t
    SET shown_at = coalesce(t.shown_at, clock_timestamp()),
        spoken_at = CASE WHEN p_spoken THEN clock_timestamp() END
    WHERE t.display_id = p_display AND -t.id = ANY (p_calls) AND t.spoken_at IS NULL
      AND (p_spoken OR t.shown_at IS NULL);
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $$;

-- Makes the screen show and speak a test ticket; earlier test calls of that screen are forgotten.
CREATE FUNCTION hms.test_call(p_intent uuid, p_display bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'test_call');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF NOT EXISTS (SELECT FROM displays WHERE id = p_display AND active) THEN
        PERFORM refuse('display.closed', 'This screen is closed; put it in use before you test it.');
    END IF;
    DELETE FROM display_tests WHERE display_id = p_display;
    INSERT INTO display_tests (display_id, asked_at) VALUES (p_display, clock_timestamp()) RETURNING id INTO made;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

SELECT hms.knocks('display_tests', 'hms_changes', 'displays', 'display_id'),
       hms.knocks('display_tests', 'hms_calls', 'displays', 'display_id');

GRANT EXECUTE ON FUNCTION hms.test_call(uuid, bigint) TO hms_admin;
GRANT SELECT ON kiosk.test_calls TO hms_kiosk;
GRANT EXECUTE ON FUNCTION hms.tests_of_own_display() TO hms_kiosk;
