-- The schedule: weekly sessions, what is different on a date, and the dated sessions that are made from both.

-- What the weekly sessions and the exceptions say: one row for each session that should be, by the clock on the wall.
-- One whose hours the clock leaps over in spring is not.
CREATE FUNCTION hms.wanted_sessions(p_clinics bigint[], p_from date, p_until date)
    RETURNS TABLE (clinic_id bigint, service_id bigint, weekly_session_id bigint, exception_id bigint, on_date date,
                   starts_at timestamptz, ends_at timestamptz, slot_minutes smallint, capacity smallint,
                   overbook smallint, room_id bigint, doctor_id bigint)
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    WITH usual AS (
        SELECT c.id AS clinic_id, c.service_id, w.id AS weekly_session_id, NULL::bigint AS exception_id, d::date AS on_date,
               coalesce(x.starts, w.starts) AS starts, coalesce(x.ends, w.ends) AS ends,
               coalesce(x.slot_minutes, w.slot_minutes) AS slot_minutes, coalesce(x.capacity, w.capacity) AS capacity,
               coalesce(x.overbook, w.overbook) AS overbook, coalesce(x.room_id, w.room_id, c.room_id) AS room_id,
               coalesce(x.doctor_id, w.doctor_id, c.doctor_id) AS doctor_id
        FROM clinics c
        JOIN weekly_sessions w ON w.clinic_id = c.id AND NOT w.removed
        CROSS JOIN LATERAL (SELECT greatest(p_from, w.valid_from) AS day) first
        CROSS JOIN LATERAL generate_series(
            first.day + (w.weekday - extract(isodow FROM first.day)::integer + 7) % 7,
            least(p_until, coalesce(w.valid_until, p_until)), interval '7 days') d
        LEFT JOIN LATERAL (
            SELECT e.* FROM clinic_exceptions e
            WHERE e.clinic_id = c.id AND e.on_date = d::date AND e.kind = 'changed' AND NOT e.removed
              AND coalesce(e.weekly_session_id, w.id) = w.id
            ORDER BY e.weekly_session_id IS NULL, e.id DESC LIMIT 1
        ) x ON true
        WHERE c.active AND c.id = ANY (p_clinics)
          AND NOT (c.holidays_apply AND EXISTS (SELECT FROM holidays h WHERE h.on_date = d::date))
          AND NOT EXISTS (
              SELECT FROM clinic_exceptions e
              WHERE e.clinic_id = c.id AND e.on_date = d::date AND e.kind = 'closed' AND NOT e.removed
                AND coalesce(e.weekly_session_id, w.id) = w.id)
        UNION ALL
        SELECT c.id, c.service_id, NULL, e.id, e.on_date, e.starts, e.ends, e.slot_minutes, e.capacity, e.overbook,
               coalesce(e.room_id, c.room_id), coalesce(e.doctor_id, c.doctor_id)
        FROM clinics c JOIN clinic_exceptions e ON e.clinic_id = c.id AND e.kind = 'extra' AND NOT e.removed
        WHERE c.active AND c.id = ANY (p_clinics) AND e.on_date BETWEEN p_from AND p_until
    ), dated AS (
        SELECT u.*, (u.on_date + u.starts) AT TIME ZONE f.time_zone AS from_at,
               (u.on_date + u.ends) AT TIME ZONE f.time_zone AS until_at
        FROM usual u CROSS JOIN facility f
    )
    SELECT d.clinic_id, d.service_id, d.weekly_session_id, d.exception_id, d.on_date, d.from_at, d.until_at,
           d.slot_minutes, d.capacity, d.overbook, d.room_id, d.doctor_id
    FROM dated d WHERE d.until_at >= d.from_at + d.slot_minutes * interval '1 minute'
$$;

-- Makes the dated sessions of these clinics what they should be. One with appointments that should not be is closed and
-- kept, so that its appointments can be found and moved.
CREATE FUNCTION hms.make_sessions(p_clinics bigint[], p_from date, p_until date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM FROM sessions WHERE clinic_id = ANY (p_clinics) AND on_date BETWEEN p_from AND p_until
        ORDER BY id FOR NO KEY UPDATE;
    WITH wanted AS MATERIALIZED (
        SELECT w.*, coalesce(w.weekly_session_id, -w.exception_id) AS source
        FROM wanted_sessions(p_clinics, p_from, p_until) w
    ), there AS MATERIALIZED (
        SELECT s.*, coalesce(s.weekly_session_id, -s.exception_id) AS source
        FROM sessions s WHERE s.clinic_id = ANY (p_clinics) AND s.on_date BETWEEN p_from AND p_until
    ), kept AS (
        UPDATE sessions s SET service_id = w.service_id, starts_at = w.starts_at, ends_at = w.ends_at,
            slot_minutes = w.slot_minutes, capacity = w.capacity, overbook = w.overbook, room_id = w.room_id,
            doctor_id = w.doctor_id, open = true, note = '',
            altered = t.altered OR t.taken + t.overbooked > 0
                AND (t.starts_at, t.ends_at) IS DISTINCT FROM (w.starts_at, w.ends_at)
        FROM there t JOIN wanted w ON w.source = t.source AND w.on_date = t.on_date
        WHERE s.id = t.id
          AND (t.service_id, t.starts_at, t.ends_at, t.slot_minutes, t.capacity, t.overbook, t.room_id, t.doctor_id, t.open)
              IS DISTINCT FROM (w.service_id, w.starts_at, w.ends_at, w.slot_minutes, w.capacity, w.overbook, w.room_id,
                                w.doctor_id, true)
    ), gone AS (
        SELECT t.id, EXISTS (SELECT FROM appointments a WHERE a.session_id = t.id) AS needed
        FROM there t
        WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.source = t.source AND w.on_date = t.on_date)
    ), closed AS (
        UPDATE sessions s SET open = false, note = why_closed(s.clinic_id, s.on_date)
        FROM gone g WHERE g.id = s.id AND g.needed
    ), dropped AS (
        DELETE FROM sessions s USING gone g WHERE g.id = s.id AND NOT g.needed
    )
    INSERT INTO sessions (clinic_id, service_id, weekly_session_id, exception_id, on_date, starts_at, ends_at,
                          slot_minutes, capacity, overbook, room_id, doctor_id)
    SELECT w.clinic_id, w.service_id, w.weekly_session_id, w.exception_id, w.on_date, w.starts_at, w.ends_at,
           w.slot_minutes, w.capacity, w.overbook, w.room_id, w.doctor_id
    FROM wanted w
    WHERE NOT EXISTS (SELECT FROM there t WHERE t.source = w.source AND t.on_date = w.on_date)
    ORDER BY w.on_date, w.starts_at, w.clinic_id;
END $$;

CREATE FUNCTION hms.why_closed(p_clinic bigint, p_date date) RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT coalesce(
        (SELECT h.name FROM holidays h JOIN clinics c ON c.id = p_clinic AND c.holidays_apply WHERE h.on_date = p_date),
        (SELECT e.reason FROM clinic_exceptions e
         WHERE e.clinic_id = p_clinic AND e.on_date = p_date AND e.kind = 'closed' AND NOT e.removed
         ORDER BY e.id DESC LIMIT 1),
        '')
$$;

-- Makes the sessions of all days up to this one that were not made yet; the row of sessions_opened is locked. No session
-- is ever made beyond it by anything else, so whoever makes new days waits for nobody who books.
CREATE FUNCTION hms.open_days(p_until date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    ready date := (SELECT until FROM sessions_opened);
BEGIN
    IF ready < p_until THEN
        PERFORM make_sessions(ARRAY(SELECT id FROM clinics), greatest(business_date(), ready + 1), p_until);
        UPDATE sessions_opened SET until = p_until;
    END IF;
END $$;

-- The days that have come within reach since the last time; whoever is first makes them, the others go on.
CREATE FUNCTION hms.keep_sessions_ready() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    ahead date := business_date() + (SELECT horizon_days FROM booking_rules)::integer;
BEGIN
    IF (SELECT until FROM sessions_opened) < ahead THEN
        PERFORM FROM sessions_opened FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            PERFORM open_days(ahead);
        END IF;
    END IF;
END $$;

-- After a change of the schedule: the sessions to come of these clinics again; how many appointments lost their time.
-- The lock makes those who change schedules wait for each other.
CREATE FUNCTION hms.reschedule(p_clinics bigint[], p_from date DEFAULT NULL, p_until date DEFAULT NULL) RETURNS integer
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    today date := business_date();
BEGIN
    PERFORM FROM sessions_opened FOR UPDATE;
    PERFORM open_days(today + (SELECT horizon_days FROM booking_rules)::integer);
    PERFORM make_sessions(p_clinics, greatest(today, coalesce(p_from, today)),
                          least(p_until, (SELECT until FROM sessions_opened)));
    RETURN (
        SELECT count(*) FROM sessions s JOIN appointments a ON a.session_id = s.id
        WHERE s.clinic_id = ANY (p_clinics) AND (s.altered OR NOT s.open)
          AND s.on_date BETWEEN greatest(today, coalesce(p_from, today)) AND coalesce(p_until, 'infinity')
          AND a.state IN ('booked', 'held') AND a.starts_at > hospital_now()
          AND (NOT s.open OR a.starts_at < s.starts_at OR a.ends_at > s.ends_at)
    );
END $$;

-- The clock on the wall shows something else in another zone: the sessions keep their hours, not their moments.
CREATE FUNCTION hms.reschedule_all() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM reschedule(ARRAY(SELECT id FROM clinics));
    RETURN NULL;
END $$;
CREATE TRIGGER reschedule_all AFTER UPDATE ON hms.facility
    FOR EACH ROW WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION hms.reschedule_all();

-- The wishes ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION hms.save_clinic(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_clinic');
    r clinics := jsonb_populate_record(NULL::clinics, p_record);
    saved bigint := p_id;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF EXISTS (SELECT FROM clinics WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('appointments.clinic_name', 'Another clinic has this name; choose another one.');
    ELSIF p_id IS NULL THEN
        INSERT INTO clinics (name, service_id, department_id, room_id, doctor_id, holidays_apply, active)
        VALUES (r.name, r.service_id, r.department_id, r.room_id, r.doctor_id, r.holidays_apply, r.active)
        RETURNING id INTO saved;
    ELSE
        UPDATE clinics SET name = r.name, service_id = r.service_id, department_id = r.department_id,
            room_id = r.room_id, doctor_id = r.doctor_id, holidays_apply = r.holidays_apply, active = r.active,
            version = p_version
        WHERE id = p_id;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved, 'displaced', reschedule(ARRAY[saved])));
END $$;

CREATE FUNCTION hms.save_weekly_session(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_weekly_session');
    r weekly_sessions := jsonb_populate_record(NULL::weekly_sessions, p_record);
    saved bigint := p_id;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM check_hours(r.starts, r.ends, r.slot_minutes);
    IF p_id IS NULL THEN
        INSERT INTO weekly_sessions (clinic_id, weekday, starts, ends, slot_minutes, capacity, overbook, valid_from,
                                     valid_until, room_id, doctor_id)
        VALUES (r.clinic_id, r.weekday, r.starts, r.ends, r.slot_minutes, r.capacity, r.overbook, r.valid_from,
                r.valid_until, r.room_id, r.doctor_id)
        RETURNING id INTO saved;
    ELSE
        UPDATE weekly_sessions SET weekday = r.weekday, starts = r.starts, ends = r.ends,
            slot_minutes = r.slot_minutes, capacity = r.capacity, overbook = r.overbook, valid_from = r.valid_from,
            valid_until = r.valid_until, room_id = r.room_id, doctor_id = r.doctor_id, version = p_version
        WHERE id = p_id AND NOT removed RETURNING clinic_id INTO r.clinic_id;
    END IF;
    PERFORM refuse_gone(r.clinic_id);
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved, 'displaced', reschedule(ARRAY[r.clinic_id])));
END $$;

CREATE FUNCTION hms.remove_weekly_session(p_intent uuid, p_id bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'remove_weekly_session');
    clinic bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE weekly_sessions SET removed = true, version = p_version WHERE id = p_id RETURNING clinic_id INTO clinic;
    PERFORM refuse_gone(clinic);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id, 'displaced', reschedule(ARRAY[clinic])));
END $$;

CREATE FUNCTION hms.check_hours(p_starts time, p_ends time, p_slot integer) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p_ends <= p_starts OR p_ends - p_starts < p_slot * interval '1 minute' THEN
        PERFORM refuse('appointments.hours', 'A session ends after it begins and holds at least one slot; check the hours.');
    END IF;
END $$;

CREATE FUNCTION hms.refuse_gone(p_clinic bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p_clinic IS NULL THEN
        PERFORM refuse('appointments.no_such_entry', 'This entry of the schedule is not known; reload the list.');
    END IF;
END $$;

-- The date and the kind of an exception stay; another one is made instead.
CREATE FUNCTION hms.save_exception(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_exception');
    r clinic_exceptions := jsonb_populate_record(NULL::clinic_exceptions, p_record);
    saved bigint := p_id;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    IF r.kind <> 'closed' AND num_nonnulls(r.starts, r.ends) = 2 THEN
        PERFORM check_hours(r.starts, r.ends, coalesce(r.slot_minutes, 5));
    END IF;
    IF p_id IS NULL THEN
        INSERT INTO clinic_exceptions (clinic_id, on_date, kind, weekly_session_id, starts, ends, slot_minutes, capacity,
                                       overbook, room_id, doctor_id, reason)
        VALUES (r.clinic_id, r.on_date, r.kind, r.weekly_session_id, r.starts, r.ends, r.slot_minutes, r.capacity,
                r.overbook, r.room_id, r.doctor_id, plain_reason(r.reason))
        RETURNING id INTO saved;
    ELSE
        UPDATE clinic_exceptions SET starts = r.starts, ends = r.ends, slot_minutes = r.slot_minutes, capacity = r.capacity,
            overbook = r.overbook, room_id = r.room_id, doctor_id = r.doctor_id, reason = plain_reason(r.reason),
            version = p_version
        WHERE id = p_id AND NOT removed RETURNING * INTO r;
    END IF;
    PERFORM refuse_gone(r.clinic_id);
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved, 'displaced',
        reschedule(ARRAY[r.clinic_id], r.on_date, r.on_date)));
END $$;

CREATE FUNCTION hms.remove_exception(p_intent uuid, p_id bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'remove_exception');
    e clinic_exceptions;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE clinic_exceptions SET removed = true, version = p_version WHERE id = p_id RETURNING * INTO e;
    PERFORM refuse_gone(e.clinic_id);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id, 'displaced',
        reschedule(ARRAY[e.clinic_id], e.on_date, e.on_date)));
END $$;

CREATE FUNCTION hms.save_holiday(p_intent uuid, p_date date, p_name text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_holiday');
    saved bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    INSERT INTO holidays (on_date, name) VALUES (p_date, plain_reason(p_name, 'A holiday needs a name; enter it.'))
        ON CONFLICT (on_date) DO UPDATE SET name = excluded.name RETURNING id INTO saved;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved, 'displaced',
        reschedule(ARRAY(SELECT id FROM clinics WHERE holidays_apply), p_date, p_date)));
END $$;

CREATE FUNCTION hms.remove_holiday(p_intent uuid, p_id bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'remove_holiday');
    day date;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    DELETE FROM holidays WHERE id = p_id RETURNING on_date INTO day;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id, 'displaced',
        reschedule(ARRAY(SELECT id FROM clinics WHERE holidays_apply), day, day)));
END $$;

-- `p_record` is {"holidays": [{"on_date", "name"}]}; a date that is a holiday already keeps its name.
CREATE FUNCTION hms.fill_holidays(p_intent uuid, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'fill_holidays');
    clinics_closed bigint[] := ARRAY(SELECT id FROM clinics WHERE holidays_apply);
    added date[];
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    WITH new_ones AS (
        INSERT INTO holidays (on_date, name) SELECT h.on_date, h.name
        FROM jsonb_to_recordset(p_record -> 'holidays') AS h (on_date date, name text)
        ON CONFLICT (on_date) DO NOTHING RETURNING on_date
    )
    SELECT coalesce(array_agg(on_date), '{}') INTO added FROM new_ones;
    PERFORM reschedule(clinics_closed, day, day) FROM unnest(added) day ORDER BY day;
    RETURN settle_intent(p_intent, jsonb_build_object('added', cardinality(added)));
END $$;

CREATE FUNCTION hms.save_booking_rules(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_booking_rules');
    r booking_rules := jsonb_populate_record(NULL::booking_rules, p_record);
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE booking_rules SET horizon_days = r.horizon_days, offer_hold = r.offer_hold, offer_notice = r.offer_notice,
        reminders = r.reminders, reminder_before = r.reminder_before, version = p_version;
    PERFORM keep_sessions_ready();
    RETURN settle_intent(p_intent, '{"id": 1}');
END $$;

CREATE FUNCTION hms.grant_overbooking(p_intent uuid, p_duty text, p_person bigint, p_clinic bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'grant_overbooking');
    saved bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF num_nonnulls(p_duty, p_person) <> 1 THEN
        PERFORM refuse('appointments.to_whom', 'Choose a duty or a person who may overbook.');
    END IF;
    INSERT INTO overbook_grants (duty, person_id, clinic_id) VALUES (p_duty, p_person, p_clinic)
        ON CONFLICT DO NOTHING;
    SELECT id INTO saved FROM overbook_grants
    WHERE (duty, person_id, clinic_id) IS NOT DISTINCT FROM (p_duty, p_person, p_clinic);
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

CREATE FUNCTION hms.withdraw_overbooking(p_intent uuid, p_grant bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'withdraw_overbooking');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    DELETE FROM overbook_grants WHERE id = p_grant;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_grant));
END $$;

GRANT EXECUTE ON FUNCTION hms.keep_sessions_ready() TO hms_worker;
GRANT EXECUTE ON FUNCTION hms.save_clinic(uuid, bigint, bigint, jsonb),
    hms.save_weekly_session(uuid, bigint, bigint, jsonb), hms.remove_weekly_session(uuid, bigint, bigint),
    hms.save_exception(uuid, bigint, bigint, jsonb), hms.remove_exception(uuid, bigint, bigint),
    hms.save_holiday(uuid, date, text), hms.remove_holiday(uuid, bigint), hms.fill_holidays(uuid, jsonb),
    hms.save_booking_rules(uuid, bigint, jsonb), hms.grant_overbooking(uuid, text, bigint, bigint),
    hms.withdraw_overbooking(uuid, bigint) TO hms_manager, hms_admin;
