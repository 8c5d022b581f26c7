-- The waiting-room screens' defence: what a kiosk may see and say, and how an administrator keeps the screens.

-- What a kiosk sees -----------------------------------------------------------------------------------------------------
-- A kiosk's login sees its own screen alone: every view and function below starts from session_user. No view holds a
-- name, a patient's id, or anything but what hangs on the wall anyway.

CREATE VIEW kiosk.my_display WITH (security_barrier) AS
    SELECT d.id AS display_id, d.name, d.layout, d.languages, d.video, d.volume, d.film_volume, d.ducked_volume,
           d.quiet_from, d.quiet_to, d.dim_from, d.dim_to, d.show_waiting, d.show_estimates, d.dwell_seconds,
           f.name AS hospital, hms.hospital_now() AT TIME ZONE f.time_zone AS local_now, hms.business_date() AS business_date
    FROM hms.displays d
    CROSS JOIN hms.facility f
    WHERE d.login = session_user AND d.active;

-- What the screen must still show (the oldest first, 200 at a time), and the last 12 calls for its list. A call leaves
-- the first part when the screen has acknowledged it, so that none is lost by timing; one that the desk took back
-- leaves both. Behind more than 200 the newest wait their turn, so that they are shown in order. A function, because
-- every knock asks this and its plan is kept; NOT IN, because a hashed list of the day's ids costs less than a look-up
-- per call.
CREATE FUNCTION hms.calls_of_own_display() RETURNS TABLE (call_id bigint, ticket text, room text, service text,
        kind text, called_at timestamptz, age_seconds double precision, shown boolean, listed boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 20 AS $$
#variable_conflict use_column
DECLARE
    mine bigint := (SELECT d.id FROM displays d WHERE d.login = session_user AND d.active);
    only_rooms bigint[] := ARRAY(SELECT r.room_id FROM display_rooms r WHERE r.display_id = mine);
    now timestamptz := hospital_now();
    today date := business_date();
    since timestamptz := (SELECT (today + f.day_starts_at) AT TIME ZONE f.time_zone FROM facility f) - interval '1 hour';
BEGIN
    RETURN QUERY
    WITH todays AS MATERIALIZED (
        SELECT c.id, c.id NOT IN (SELECT a.call_id FROM display_acknowledgements a
                                  WHERE a.display_id = mine AND a.called_at >= since) AS unshown
        FROM queue_calls c
        WHERE mine IS NOT NULL AND c.called_at >= since AND c.business_date = today AND c.kind <> 'withdrawn'
          AND c.id NOT IN (SELECT w.withdraws FROM queue_calls w WHERE w.kind = 'withdrawn' AND w.called_at >= since)
          AND (only_rooms = '{}' OR c.room_id = ANY (only_rooms))
    ), due AS (
        SELECT id FROM todays WHERE unshown ORDER BY id LIMIT 200
    ), last AS (
        SELECT id, unshown FROM todays ORDER BY id DESC LIMIT 12
    )
    SELECT c.id, t.label, r.name, s.name, c.kind, c.called_at,
           greatest(extract(epoch FROM now - c.called_at), 0)::double precision, NOT wanted.unshown,
           c.id IN (SELECT id FROM last)
    FROM (
        SELECT id, true AS unshown FROM due
        UNION ALL
        SELECT id, false FROM last WHERE NOT unshown
    ) wanted
    JOIN queue_calls c ON c.id = wanted.id
    JOIN tickets t ON t.id = c.ticket_id
    JOIN rooms r ON r.id = c.room_id
    JOIN services s ON s.id = c.service_id;
END $$;

CREATE VIEW kiosk.recent_calls WITH (security_barrier) AS
    SELECT call_id, ticket, room, service, kind, called_at, age_seconds, shown, listed
    FROM hms.calls_of_own_display();

-- How many wait for each service of the screen's rooms, the two tickets that are next by the waiting order, and where
-- the service has chosen to show it, about how long a newcomer waits.
CREATE FUNCTION hms.waiting_on_display(p_display bigint)
    RETURNS TABLE (service text, waiting bigint, next_tickets text[], wait_minutes integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 10 AS $$
    WITH me AS MATERIALIZED (
        SELECT business_date() AS today,
               ARRAY(SELECT r.room_id FROM display_rooms r WHERE r.display_id = d.id) AS rooms
        FROM displays d
        WHERE d.id = p_display AND d.active
    ), line AS (
        SELECT w.service_id, w.ticket_id, count(*) OVER (PARTITION BY w.service_id) AS waiting,
               row_number() OVER (PARTITION BY w.service_id ORDER BY w.turn, w.rank, w.place, w.segment_id) AS nth
        FROM me
        JOIN waiting w ON w.business_date = me.today
        WHERE me.rooms = '{}' OR w.service_id IN (SELECT rs.service_id FROM room_services rs
                                                  WHERE rs.room_id = ANY (me.rooms))
    )
    SELECT s.name, line.waiting, array_agg(t.label ORDER BY line.nth), (
        SELECT round(w.seconds / 60.0)::integer
        FROM service_rules r
        CROSS JOIN LATERAL forecast_of(r.service_id) f
        CROSS JOIN LATERAL expected_wait(line.waiting, f.pace_seconds, f.spread_seconds, f.counters) w
        WHERE r.service_id = s.id AND r.shows_estimate
    )
    FROM line
    JOIN services s ON s.id = line.service_id
    JOIN tickets t ON t.id = line.ticket_id
    WHERE line.nth <= 2
    GROUP BY s.id, line.waiting
$$;

CREATE FUNCTION hms.waiting_for_own_display()
    RETURNS TABLE (service text, waiting bigint, next_tickets text[], wait_minutes integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 10 AS $$
    SELECT w.service, w.waiting, w.next_tickets, w.wait_minutes
    FROM displays d
    CROSS JOIN LATERAL waiting_on_display(d.id) w
    WHERE d.login = session_user AND d.active
$$;

CREATE VIEW kiosk.waiting_numbers WITH (security_barrier) AS
    SELECT service, waiting, next_tickets, wait_minutes FROM hms.waiting_for_own_display();

CREATE VIEW kiosk.schema_compat WITH (security_barrier) AS
    SELECT revision, min_client_version, message FROM hms.served_clients;

-- The newest release that IT has announced; a screen only says so, and IT installs it.
CREATE VIEW kiosk.newest_release WITH (security_barrier) AS
    SELECT version FROM hms.releases ORDER BY string_to_array(version, '.')::integer[] DESC LIMIT 1;

-- What a kiosk says -----------------------------------------------------------------------------------------------------

CREATE FUNCTION hms.own_display() RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    mine bigint;
BEGIN
    SELECT d.id INTO mine FROM displays d WHERE d.login = session_user AND d.active;
    IF NOT FOUND THEN
        PERFORM refuse('display.not_yours', 'This login belongs to no waiting-room screen that is in use; ask IT.');
    END IF;
    RETURN mine;
END $$;

-- These calls were painted on this screen (and spoken); a negative one is a test call. Calls to rooms that it does not
-- show are passed over. Returns how many rows say something new.
CREATE FUNCTION kiosk.acknowledge(p_calls bigint[], p_spoken boolean) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    mine bigint := own_display();
    now timestamptz := hospital_now();
    told integer;
BEGIN
    IF cardinality(p_calls) > 1000 THEN
        PERFORM refuse('display.too_many', 'A screen acknowledges at most 1,000 calls at a time.');
    END IF;
    INSERT INTO display_acknowledgements AS a (call_id, display_id, called_at, shown_at, spoken_at)
    SELECT c.id, mine, c.called_at, now, CASE WHEN p_spoken THEN now END
    FROM queue_calls c
    WHERE c.id = ANY (p_calls) AND c.kind <> 'withdrawn' AND c.business_date = business_date()
      AND (NOT EXISTS (SELECT FROM display_rooms r WHERE r.display_id = mine)
           OR EXISTS (SELECT FROM display_rooms r WHERE r.display_id = mine AND r.room_id = c.room_id))
    ORDER BY c.id
    ON CONFLICT (display_id, called_at, call_id) DO UPDATE SET spoken_at = excluded.spoken_at
        WHERE a.spoken_at IS NULL AND excluded.spoken_at IS NOT NULL;
    GET DIAGNOSTICS told = ROW_COUNT;
    IF EXISTS (SELECT FROM unnest(p_calls) call WHERE call < 0) THEN
        told := told + acknowledge_tests(mine, p_calls, p_spoken);
    END IF;
    RETURN told;
END $$;

-- A sign of life, about every 4 seconds; `p_state` is a small object about voice and video. Tells how many calls the
-- screen has not acknowledged, so that even a knock that never came costs no call.
CREATE FUNCTION kiosk.heartbeat(p_version text, p_server_ms integer, p_state jsonb) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    mine bigint := own_display();
BEGIN
    IF octet_length(p_state::text) > 2000 OR jsonb_typeof(p_state) IS DISTINCT FROM 'object' THEN
        PERFORM refuse('display.state', 'A screen''s state is one object of at most 2,000 bytes.');
    END IF;
    INSERT INTO display_heartbeats AS h (display_id, seen_at, beat_at, program_version, server_ms, state)
    VALUES (mine, hospital_now(), clock_timestamp(), left(p_version, 40),
            least(greatest(coalesce(p_server_ms, 0), 0), 3600000), p_state)
    ON CONFLICT (display_id) DO UPDATE SET seen_at = excluded.seen_at, beat_at = excluded.beat_at,
        program_version = excluded.program_version, server_ms = excluded.server_ms, state = excluded.state;
    RETURN (SELECT count(*) FROM kiosk.recent_calls c WHERE NOT c.shown);
END $$;

-- What the desk sees ----------------------------------------------------------------------------------------------------

CREATE VIEW hms.display_states AS
    SELECT d.id, d.name, d.login, d.active, h.seen_at, h.program_version, h.server_ms, h.state,
           extract(epoch FROM clock_timestamp() - h.beat_at)::double precision AS silent_seconds,
           last.ticket AS last_ticket, last.shown_at AS last_shown_at,
           test.id AS test_id, test.shown_at IS NOT NULL AS test_shown, test.spoken_at IS NOT NULL AS test_spoken
    FROM hms.displays d
    LEFT JOIN hms.display_heartbeats h ON h.display_id = d.id
    LEFT JOIN LATERAL (
        SELECT t.label AS ticket, a.shown_at
        FROM hms.display_acknowledgements a
        JOIN hms.queue_calls c ON c.id = a.call_id
        JOIN hms.tickets t ON t.id = c.ticket_id
        WHERE a.display_id = d.id
        ORDER BY a.called_at DESC, a.call_id DESC LIMIT 1
    ) last ON true
    LEFT JOIN LATERAL (
        SELECT m.id, m.shown_at, m.spoken_at
        FROM hms.display_tests m WHERE m.display_id = d.id ORDER BY m.id DESC LIMIT 1
    ) test ON true;

-- What an administrator does --------------------------------------------------------------------------------------------

CREATE FUNCTION hms.check_display(p_id bigint, r hms.displays) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM displays WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('display.name', 'Another screen has this name; choose another one.');
    ELSIF NOT (r.volume BETWEEN 0 AND 100 AND r.film_volume BETWEEN 0 AND 100 AND r.ducked_volume BETWEEN 0 AND 100) THEN
        PERFORM refuse('display.volume', 'A volume is a number from 0 to 100; type one.');
    ELSIF r.dwell_seconds NOT BETWEEN 3 AND 60 THEN
        PERFORM refuse('display.dwell_seconds', 'A called ticket stands for 3 to 60 seconds; type a number of them.');
    ELSIF (r.quiet_from IS NULL) <> (r.quiet_to IS NULL) OR (r.dim_from IS NULL) <> (r.dim_to IS NULL)
          OR r.quiet_from = r.quiet_to OR r.dim_from = r.dim_to THEN
        PERFORM refuse('display.hours', 'Hours have a beginning and another end, as in 22:00–06:00; type both or none.');
    END IF;
END $$;

-- A new screen where `p_id` is NULL, else an edit; what `p_record` does not name stays as it is. `p_rooms` are all the
-- rooms that it shows (none: every room).
CREATE FUNCTION hms.save_display(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb, p_rooms bigint[])
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_display');
    named jsonb := p_record - '{id,login,version}'::text[];
    r displays;
    saved displays;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF p_id IS NULL THEN
        r := jsonb_populate_record(NULL::displays, '{"layout": "beside", "languages": ["en"], "video": true,
            "volume": 80, "film_volume": 20, "ducked_volume": 3, "show_waiting": true, "show_estimates": true,
            "dwell_seconds": 6}'::jsonb || named);
    ELSE
        SELECT * INTO saved FROM displays WHERE id = p_id;
        r := jsonb_populate_record(saved, named);
    END IF;
    PERFORM check_display(p_id, r);
    IF EXISTS (SELECT unnest(p_rooms) EXCEPT SELECT id FROM rooms) THEN
        PERFORM refuse('display.room_ids', 'A room of this screen is not on the list; choose again.');
    ELSIF p_id IS NULL THEN
        INSERT INTO displays (name, layout, languages, video, volume, film_volume, ducked_volume, quiet_from, quiet_to,
                              dim_from, dim_to, show_waiting, show_estimates, dwell_seconds, active)
        VALUES (r.name, r.layout, r.languages, r.video, r.volume, r.film_volume, r.ducked_volume, r.quiet_from,
                r.quiet_to, r.dim_from, r.dim_to, r.show_waiting, r.show_estimates, r.dwell_seconds, true)
        RETURNING * INTO saved;
    ELSE
        UPDATE displays SET name = r.name, layout = r.layout, languages = r.languages, video = r.video,
                            volume = r.volume, film_volume = r.film_volume, ducked_volume = r.ducked_volume,
                            quiet_from = r.quiet_from, quiet_to = r.quiet_to, dim_from = r.dim_from, dim_to = r.dim_to,
                            show_waiting = r.show_waiting, show_estimates = r.show_estimates,
                            dwell_seconds = r.dwell_seconds, active = r.active, version = p_version
        WHERE id = p_id RETURNING * INTO saved;
        IF NOT FOUND THEN
            PERFORM refuse('display.unknown', 'This screen is not on the list; reload the list.');
        ELSIF saved.login IS NOT NULL THEN
            PERFORM keep_open(saved.login, saved.active);
        END IF;
    END IF;
    DELETE FROM display_rooms WHERE display_id = saved.id AND NOT room_id = ANY (p_rooms);
    INSERT INTO display_rooms (display_id, room_id) SELECT saved.id, unnest(p_rooms) ON CONFLICT DO NOTHING;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved.id));
END $$;

-- Gives the screen of that name (made where there is none) a login, or its login a new password: the machine that had
-- the old one is shut out.
CREATE FUNCTION hms.give_kiosk_login(p_name text, p_login text, p_verifier text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    screen displays;
BEGIN
    PERFORM check_verifier(p_verifier);
    SELECT * INTO screen FROM displays WHERE name = p_name FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM check_display(NULL, jsonb_populate_record(NULL::displays, jsonb_build_object('name', p_name)));
        INSERT INTO displays (name) VALUES (p_name) RETURNING * INTO screen;
    END IF;
    IF screen.kind <> 'screen' THEN
        PERFORM refuse('display.name', 'Another screen has this name; choose another one.');
    ELSIF screen.login IS NOT NULL THEN
        PERFORM keep_password(screen.login, p_verifier);
    ELSIF p_login !~ '^kiosk-[a-z0-9-]{1,40}$' THEN
        PERFORM refuse('display.login_form', 'A kiosk''s login begins with kiosk- and holds small letters and digits.');
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = p_login) THEN
        PERFORM refuse('display.login_taken', 'This login name is taken; try again.');
    ELSE
        PERFORM keep_login(p_login, p_verifier, ARRAY['hms_kiosk']);
        UPDATE displays SET login = p_login WHERE id = screen.id RETURNING * INTO screen;
    END IF;
    RETURN jsonb_build_object('id', screen.id, 'login', screen.login);
END $$;

CREATE FUNCTION hms.set_up_kiosk(p_intent uuid, p_name text, p_login text, p_verifier text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN coalesce(claim_intent(p_intent, 'set_up_kiosk'),
                    settle_intent(p_intent, give_kiosk_login(p_name, p_login, p_verifier)));
END $$;

-- Ends what the machine of before still has open after its screen got a new secret, which must be in force already: a
-- session outlives its password, and a machine that is cut off earlier would come back with the old one.
CREATE FUNCTION hms.cut_off_kiosk(p_login text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM displays WHERE login = p_login) THEN
        PERFORM refuse('display.unknown', 'This screen is not on the list; reload the list.');
    END IF;
    RETURN cut_off(p_login);
END $$;

SELECT hms.named('displays', 'name', 60), hms.versioned('displays'), hms.audited('displays'), hms.audited('display_rooms'),
       hms.knocks('displays', 'hms_changes', 'displays', 'id'), hms.knocks('displays', 'hms_calls', 'displays', 'id'),
       hms.knocks('display_rooms', 'hms_calls', 'displays', 'display_id');

GRANT SELECT ON hms.displays, hms.display_rooms, hms.display_acknowledgements, hms.display_states TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.waiting_on_display(bigint) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.save_display(uuid, bigint, bigint, jsonb, bigint[]),
    hms.set_up_kiosk(uuid, text, text, text), hms.cut_off_kiosk(text) TO hms_admin;

GRANT USAGE ON SCHEMA kiosk TO hms_kiosk;
GRANT SELECT ON kiosk.my_display, kiosk.recent_calls, kiosk.waiting_numbers, kiosk.schema_compat, kiosk.newest_release
    TO hms_kiosk;
GRANT EXECUTE ON FUNCTION kiosk.acknowledge(bigint[], boolean), kiosk.heartbeat(text, integer, jsonb) TO hms_kiosk;
-- A view runs its functions in the name of whoever reads it. Without USAGE on schema hms a kiosk cannot name them.
GRANT EXECUTE ON FUNCTION hms.hospital_now(), hms.business_date(), hms.calls_of_own_display(),
    hms.waiting_for_own_display() TO hms_kiosk;
