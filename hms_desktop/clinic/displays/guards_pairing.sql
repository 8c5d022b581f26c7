-- How a new screen gets in: it asks through the login that all images share, an administrator compares the code.

-- What a new screen does ------------------------------------------------------------------------------------------------
-- The login hms_pairing lies in every image, so it must be worth nothing: it can put a code and a verifier on a short
-- list, and read what became of a request whose secret handle it holds. The handle is given once and kept as a digest.

-- A code is used once: whoever read it off a screen in the hall cannot ask with the same one. Expired requests are
-- forgotten after a day, decided ones stay.
CREATE FUNCTION kiosk.ask_to_pair(p_code text, p_verifier text, p_machine text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := clock_timestamp();
    handle uuid := gen_random_uuid();
BEGIN
    PERFORM check_verifier(p_verifier);
    IF p_code IS NULL OR p_code !~ '^[0-9ACDEFGHJKLMNPRTUVWXY]{8}$' THEN
        PERFORM refuse('pairing.code_form', 'A pairing code is eight signs; the screen makes it.');
    END IF;
    LOCK TABLE kiosk_pairings IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM kiosk_pairings WHERE state = 'waiting' AND asked_at < now - interval '1 day';
    IF (SELECT count(*) FROM kiosk_pairings WHERE state = 'waiting' AND asked_at > now - interval '10 minutes') >= 5 THEN
        PERFORM refuse('pairing.full',
            'Five screens wait to be paired already; accept or refuse them in the program, or wait ten minutes.');
    ELSIF (SELECT count(*) FROM kiosk_pairings WHERE asked_at > now - interval '10 minutes') >= 20 THEN
        PERFORM refuse('pairing.too_often', 'Too many screens have asked to be paired; wait ten minutes.');
    ELSIF EXISTS (SELECT FROM kiosk_pairings WHERE code = p_code) THEN
        PERFORM refuse('pairing.code_used', 'This code was used already; the screen makes another one.');
    END IF;
    INSERT INTO kiosk_pairings (code, handle, verifier, machine, address, asked_at)
    VALUES (p_code, sha256(uuid_send(handle)), p_verifier, left(regexp_replace(p_machine, '[^A-Za-z0-9._-]+', '-', 'g'), 60),
            coalesce(host(inet_client_addr()), ''), now);
    RETURN handle;
END $$;

-- `state`: waiting, accepted, refused or expired; no row for a handle that nobody was given.
CREATE FUNCTION kiosk.pairing_state(p_handle uuid)
    RETURNS TABLE (state text, login text, display text, seconds_left integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 1 AS $$
    SELECT CASE WHEN p.state = 'waiting' AND ends.in_seconds <= 0 THEN 'expired' ELSE p.state END, d.login, d.name,
           greatest(ends.in_seconds, 0)
    FROM kiosk_pairings p
    CROSS JOIN LATERAL (
        SELECT ceil(extract(epoch FROM p.asked_at + interval '10 minutes' - clock_timestamp()))::integer
    ) ends (in_seconds)
    LEFT JOIN displays d ON d.id = p.display_id
    WHERE p.handle = sha256(uuid_send(p_handle))
$$;

-- What the desk sees ----------------------------------------------------------------------------------------------------

CREATE VIEW hms.waiting_pairings AS
    SELECT p.code, p.machine, p.address, p.asked_at,
           ceil(extract(epoch FROM p.asked_at + interval '10 minutes' - clock_timestamp()))::integer AS seconds_left
    FROM hms.kiosk_pairings p
    WHERE p.state = 'waiting' AND p.asked_at > clock_timestamp() - interval '10 minutes';

-- What an administrator does --------------------------------------------------------------------------------------------

-- The request of that code, locked, as long as it can still be decided.
CREATE FUNCTION hms.open_pairing(p_code text) RETURNS hms.kiosk_pairings
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    asked kiosk_pairings;
BEGIN
    SELECT * INTO asked FROM kiosk_pairings WHERE code = p_code FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('pairing.unknown', 'No screen waits with this code; compare it with the one on the screen.');
    ELSIF asked.state <> 'waiting' THEN
        PERFORM refuse('pairing.decided', 'This request was answered already; reload the list.');
    ELSIF asked.asked_at <= clock_timestamp() - interval '10 minutes' THEN
        PERFORM refuse('pairing.expired', 'This request is older than ten minutes; the screen shows a new code by now.');
    END IF;
    RETURN asked;
END $$;

-- Lets the machine whose screen shows this code in, as the screen of that name (made where there is none).
CREATE FUNCTION hms.accept_pairing(p_intent uuid, p_code text, p_name text, p_login text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'accept_pairing');
    made jsonb;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    made := give_kiosk_login(p_name, p_login, (open_pairing(p_code)).verifier);
    UPDATE kiosk_pairings SET state = 'accepted', verifier = NULL, decided_at = clock_timestamp(),
                              decided_by = session_user, display_id = (made ->> 'id')::bigint
    WHERE code = p_code;
    RETURN settle_intent(p_intent, made);
END $$;

CREATE FUNCTION hms.refuse_pairing(p_intent uuid, p_code text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'refuse_pairing');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM open_pairing(p_code);
    UPDATE kiosk_pairings SET state = 'refused', verifier = NULL, decided_at = clock_timestamp(), decided_by = session_user
    WHERE code = p_code;
    RETURN settle_intent(p_intent, '{}');
END $$;

-- A new password for the login in the images: older images can ask no more; screens that are paired notice nothing.
CREATE FUNCTION hms.renew_pairing_login(p_intent uuid, p_verifier text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'renew_pairing_login');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM check_verifier(p_verifier);
    PERFORM keep_password('hms_pairing', p_verifier);
    RETURN settle_intent(p_intent, '{}');
END $$;

-- Not audited row by row (a verifier has no place in the trail): who decided what stands in the row, and the login that
-- a screen got in the trail of `displays`.
SELECT hms.knocks('kiosk_pairings', 'hms_changes', 'displays', 'id');

GRANT SELECT ON hms.waiting_pairings TO hms_admin, hms_manager;
GRANT EXECUTE ON FUNCTION hms.accept_pairing(uuid, text, text, text), hms.refuse_pairing(uuid, text),
    hms.renew_pairing_login(uuid, text) TO hms_admin;
GRANT USAGE ON SCHEMA kiosk TO hms_pairing;
GRANT EXECUTE ON FUNCTION kiosk.ask_to_pair(text, text, text), kiosk.pairing_state(uuid) TO hms_pairing;
