-- Booking, moving and cancelling: one function per wish, each under the lock of the session whose places it counts.

-- Whether this person may book above the capacity there: granted to a duty of theirs or to themselves.
CREATE FUNCTION hms.may_overbook(p_clinic bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM overbook_grants g JOIN people p ON p.login = session_user AND p.active
        WHERE (g.clinic_id IS NULL OR g.clinic_id = p_clinic) AND (g.person_id = p.id OR g.duty = ANY (p.duties))
    )
$$;

-- Where in a locked session this patient can sit: seat and until when. Refuses what is no slot, past, full or elsewhere.
CREATE FUNCTION hms.find_seat(s hms.sessions, p_patient bigint, p_starts timestamptz, p_slots integer,
                              p_overbook boolean, p_except bigint, OUT seat integer, OUT over boolean,
                              OUT ends timestamptz)
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    slot interval := s.slot_minutes * interval '1 minute';
    clinic text := clinic_name(s.clinic_id);
BEGIN
    ends := p_starts + p_slots * slot;
    over := false;
    IF NOT s.open THEN
        PERFORM refuse('appointments.session_closed', format('%s is closed on %s; choose another day.', clinic, s.on_date),
                       jsonb_build_object('clinic', clinic, 'on_date', s.on_date));
    ELSIF p_slots NOT BETWEEN 1 AND 16 OR p_starts < s.starts_at OR ends > s.ends_at
          OR mod(extract(epoch FROM p_starts - s.starts_at), 60 * s.slot_minutes) <> 0 THEN
        PERFORM refuse('appointments.not_a_slot',
            format('%s has no slot at %s; choose one of its slots.', clinic, said_time(p_starts)),
            jsonb_build_object('clinic', clinic, 'at', said_time(p_starts)));
    ELSIF ends <= hospital_now() THEN
        PERFORM refuse('appointments.slot_past', 'This slot is over; choose a later one.');
    END IF;
    PERFORM refuse_overlap(p_patient, p_starts, ends, p_except);
    seat := free_seat(s.id, p_starts, ends, 1, s.capacity, p_except);
    IF seat IS NOT NULL THEN
        RETURN;
    ELSIF NOT p_overbook THEN
        PERFORM refuse('appointments.slot_full',
            format('%s has no place left at %s; choose another slot.', clinic, said_time(p_starts)),
            jsonb_build_object('clinic', clinic, 'at', said_time(p_starts)));
    ELSIF NOT may_overbook(s.clinic_id) THEN
        PERFORM refuse('appointments.overbook_not_allowed',
            format('You may not overbook %s; choose another slot or ask somebody who may.', clinic),
            jsonb_build_object('clinic', clinic));
    END IF;
    over := true;
    seat := free_seat(s.id, p_starts, ends, s.capacity + 1, s.capacity + s.overbook + 1, p_except);
END $$;

-- The patient and the session are locked already.
CREATE FUNCTION hms.put_down(s hms.sessions, p_patient bigint, p_starts timestamptz, p_slots integer, p_reason text,
                             p_overbook boolean, p_series bigint DEFAULT NULL) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    place record;
    booked bigint;
BEGIN
    SELECT * INTO place FROM find_seat(s, p_patient, p_starts, p_slots, p_overbook, NULL);
    INSERT INTO appointments (patient_id, session_id, starts_at, ends_at, slots, seat, over, reason, series_id, booked_at)
    VALUES (p_patient, s.id, p_starts, place.ends, p_slots, place.seat, place.over, p_reason, p_series, hospital_now())
    RETURNING id INTO booked;
    PERFORM note_appointment(booked, CASE WHEN place.over THEN 'overbook' ELSE 'book' END, NULL, p_starts);
    RETURN booked;
END $$;

CREATE FUNCTION hms.session_for_booking(p_session bigint) RETURNS hms.sessions
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    s sessions;
BEGIN
    SELECT * INTO s FROM sessions WHERE id = p_session;
    IF NOT FOUND THEN
        PERFORM refuse('appointments.no_session', 'The clinic has no session then; choose another day.');
    END IF;
    RETURN s;
END $$;

-- A place in a session from one of its slots on (RULES 20).
CREATE FUNCTION hms.book_appointment(p_intent uuid, p_patient bigint, p_session bigint, p_starts timestamptz,
                                     p_slots integer DEFAULT 1, p_reason text DEFAULT '',
                                     p_overbook boolean DEFAULT false) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'book_appointment');
    kept_reason text := plain_reason(p_reason);
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM keep_sessions_ready();
    PERFORM hold_patient(p_patient);
    PERFORM lock_sessions(ARRAY[p_session], p_patient);
    RETURN settle_intent(p_intent, appointment_result(
        put_down(session_for_booking(p_session), p_patient, p_starts, p_slots, kept_reason, p_overbook)));
END $$;

-- The open session of the clinic that holds this moment, or none.
CREATE FUNCTION hms.session_at(p_clinic bigint, p_moment timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT s.id FROM sessions s
    WHERE s.clinic_id = p_clinic AND s.on_date = (wall_time(p_moment))::date
      AND s.starts_at <= p_moment AND s.ends_at > p_moment
    ORDER BY NOT s.open, s.id LIMIT 1
$$;

-- The same clinic and time on several dates: all of them, or those that can be had and a word about each of the others.
CREATE FUNCTION hms.book_series(p_intent uuid, p_patient bigint, p_clinic bigint, p_dates date[], p_time time,
                                p_slots integer, p_reason text, p_skip boolean) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'book_series');
    kept_reason text := plain_reason(p_reason);
    zone text := (SELECT time_zone FROM facility);
    series bigint;
    visit record;
    booked jsonb := '[]';
    skipped jsonb := '[]';
    code text;
    sentence text;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM keep_sessions_ready();
    PERFORM hold_patient(p_patient);
    PERFORM lock_sessions(ARRAY(SELECT session_at(p_clinic, (d + p_time) AT TIME ZONE zone) FROM unnest(p_dates) d),
                          p_patient);
    INSERT INTO appointment_series (patient_id, clinic_id, booked_at) VALUES (p_patient, p_clinic, hospital_now())
        RETURNING id INTO series;
    FOR visit IN SELECT d AS on_date, (d + p_time) AT TIME ZONE zone AS starts FROM unnest(p_dates) d ORDER BY d LOOP
        BEGIN
            booked := booked || appointment_result(put_down(session_for_booking(session_at(p_clinic, visit.starts)),
                p_patient, visit.starts, p_slots, kept_reason, false, series));
        EXCEPTION WHEN SQLSTATE 'HM001' THEN
            GET STACKED DIAGNOSTICS code = CONSTRAINT_NAME, sentence = MESSAGE_TEXT;
            skipped := skipped || jsonb_build_object('on_date', visit.on_date, 'code', code, 'why', sentence);
        END;
    END LOOP;
    IF booked = '[]' OR (skipped <> '[]' AND NOT p_skip) THEN
        PERFORM refuse('appointments.series',
            format('%s of %s visits cannot be booked, so none was; leave these out or choose another time.',
                   jsonb_array_length(skipped), cardinality(p_dates)),
            jsonb_build_object('many', jsonb_array_length(skipped), 'of', cardinality(p_dates), 'skipped', skipped));
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('series_id', series, 'booked', booked, 'skipped', skipped));
END $$;

-- The same appointment, with its code, at another time or clinic; the place it leaves is offered to who waits.
CREATE FUNCTION hms.move_appointment(p_intent uuid, p_appointment bigint, p_version bigint, p_session bigint,
                                     p_starts timestamptz, p_overbook boolean DEFAULT false) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'move_appointment');
    a appointments;
    s sessions;
    place record;
    many integer;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM lock_for(p_appointment, p_session);
    a := appointment_as_seen(p_appointment, p_version);
    IF a.state <> 'booked' THEN
        PERFORM refuse_appointment_step(a, 'moved');
    END IF;
    s := session_for_booking(p_session);
    many := ceil(extract(epoch FROM a.ends_at - a.starts_at) / (60 * s.slot_minutes));
    SELECT * INTO place FROM find_seat(s, a.patient_id, p_starts, many, p_overbook, a.id);
    UPDATE appointments SET session_id = s.id, starts_at = p_starts, ends_at = place.ends, slots = many,
        seat = place.seat, over = place.over, ticket_id = NULL
    WHERE id = a.id;
    PERFORM note_appointment(a.id, 'move', a.starts_at, p_starts);
    PERFORM offer_place(a.session_id, a.starts_at, a.ends_at, a.patient_id);
    RETURN settle_intent(p_intent, appointment_result(a.id));
END $$;

-- What every wish about an appointment waits for: its patient, then its session and the one named, by id.
CREATE FUNCTION hms.lock_for(p_appointment bigint, p_session bigint DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    a appointments;
BEGIN
    SELECT * INTO a FROM appointments WHERE id = p_appointment;
    IF FOUND THEN
        PERFORM hold_patient(a.patient_id);
        SELECT * INTO a FROM appointments WHERE id = p_appointment;
        PERFORM lock_sessions(array_remove(ARRAY[a.session_id, p_session], NULL), a.patient_id);
    END IF;
END $$;

-- Gives the place up; what the waiting list made of it comes back as `offered_to`.
CREATE FUNCTION hms.give_up(a hms.appointments, p_code text, p_note text) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE appointments SET state = 'cancelled', cancelled = p_code, cancel_note = p_note, seat = NULL, over = false,
        held_until = NULL, ticket_id = NULL
    WHERE id = a.id;
    PERFORM note_appointment(a.id, 'cancel', a.starts_at, NULL, p_code);
    RETURN offer_place(a.session_id, a.starts_at, a.ends_at, a.patient_id);
END $$;

CREATE FUNCTION hms.refuse_unknown_cancel_reason(p_code text) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    IF p_code IS NULL OR p_code NOT IN ('patient', 'doctor_away', 'hospital', 'mistake', 'other') THEN
        PERFORM hms.refuse('appointments.cancel_reason', 'Cancelling needs a reason; choose one of the list.');
    END IF;
END $$;

CREATE FUNCTION hms.cancel_appointment(p_intent uuid, p_appointment bigint, p_version bigint, p_code text,
                                       p_note text DEFAULT '') RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'cancel_appointment');
    note text := plain_reason(p_note);
    a appointments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM refuse_unknown_cancel_reason(p_code);
    PERFORM lock_for(p_appointment);
    a := appointment_as_seen(p_appointment, p_version);
    IF a.state <> 'booked' THEN
        PERFORM refuse_appointment_step(a, 'cancelled');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('offered_to', give_up(a, p_code, note), 'appointment_id', a.id,
                                                      'version', a.version + 1));
END $$;

-- All visits of a course that are still to come.
CREATE FUNCTION hms.cancel_series(p_intent uuid, p_series bigint, p_code text, p_note text DEFAULT '') RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'cancel_series');
    note text := plain_reason(p_note);
    patient bigint := (SELECT patient_id FROM appointment_series WHERE id = p_series);
    a appointments;
    many integer := 0;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM refuse_unknown_cancel_reason(p_code);
    PERFORM hold_patient(patient);
    PERFORM lock_sessions(ARRAY(SELECT DISTINCT session_id FROM appointments WHERE series_id = p_series), patient);
    FOR a IN
        SELECT * FROM appointments WHERE series_id = p_series AND state = 'booked' AND starts_at > hospital_now()
        ORDER BY id FOR UPDATE
    LOOP
        PERFORM give_up(a, p_code, note);
        many := many + 1;
    END LOOP;
    RETURN settle_intent(p_intent, jsonb_build_object('cancelled', many));
END $$;

-- Takes a cancellation or a no-show back: where the place was given up, while it is still free.
CREATE FUNCTION hms.restore_appointment(p_intent uuid, p_appointment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'restore_appointment');
    a appointments;
    place record;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM lock_for(p_appointment);
    a := appointment_as_seen(p_appointment, p_version);
    IF a.state = 'cancelled' AND a.cancelled NOT IN ('offer_declined', 'offer_lapsed', 'not_served') THEN
        SELECT * INTO place FROM find_seat(session_for_booking(a.session_id), a.patient_id, a.starts_at, a.slots, false, a.id);
        UPDATE appointments SET state = 'booked', cancelled = '', cancel_note = '', seat = place.seat WHERE id = a.id;
    ELSIF a.state = 'no_show' AND business_date_at(a.starts_at) = business_date() THEN
        PERFORM refuse_overlap(a.patient_id, a.starts_at, a.ends_at, a.id);
        UPDATE appointments SET state = 'booked', ticket_id = NULL WHERE id = a.id;
    ELSE
        PERFORM refuse_appointment_step(a, 'taken back');
    END IF;
    PERFORM note_appointment(a.id, 'restore', NULL, a.starts_at);
    RETURN settle_intent(p_intent, appointment_result(a.id));
END $$;

CREATE FUNCTION hms.edit_appointment_reason(p_intent uuid, p_appointment bigint, p_version bigint, p_reason text)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'edit_appointment_reason');
    kept_reason text := plain_reason(p_reason);
    a appointments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    a := appointment_as_seen(p_appointment, p_version);
    UPDATE appointments SET reason = kept_reason WHERE id = a.id;
    RETURN settle_intent(p_intent, appointment_result(a.id));
END $$;

GRANT EXECUTE ON FUNCTION hms.may_overbook(bigint),
    hms.book_appointment(uuid, bigint, bigint, timestamptz, integer, text, boolean),
    hms.book_series(uuid, bigint, bigint, date[], time, integer, text, boolean),
    hms.move_appointment(uuid, bigint, bigint, bigint, timestamptz, boolean),
    hms.cancel_appointment(uuid, bigint, bigint, text, text), hms.cancel_series(uuid, bigint, text, text),
    hms.restore_appointment(uuid, bigint, bigint), hms.edit_appointment_reason(uuid, bigint, bigint, text)
    TO hms_front_desk, hms_clinician, hms_manager;
