-- The defence of booking: an appointment walks by allowed steps, sits on a seat that exists, and is never at two places
-- at once (RULES 20 and 21). Whoever changes something locks in one order: the patient, sessions by id, the queue's
-- rows, appointments.

INSERT INTO hms.booking_rules (id) VALUES (1) ON CONFLICT DO NOTHING;
INSERT INTO hms.sessions_opened (until) VALUES ('-infinity') ON CONFLICT DO NOTHING;

DELETE FROM hms.appointment_transitions;
INSERT INTO hms.appointment_transitions (from_state, to_state) VALUES
    ('held', 'booked'), ('held', 'cancelled'),
    ('booked', 'arrived'), ('booked', 'cancelled'), ('booked', 'no_show'),
    ('arrived', 'in_service'), ('arrived', 'done'), ('arrived', 'booked'), ('arrived', 'no_show'),
    ('arrived', 'cancelled'),
    ('in_service', 'done'), ('in_service', 'arrived'),
    ('done', 'in_service'), ('done', 'arrived'),
    ('no_show', 'booked'), ('no_show', 'arrived'),
    ('cancelled', 'booked');

-- What is said about a time and a place -----------------------------------------------------------------------------

CREATE FUNCTION hms.wall_time(p_moment timestamptz) RETURNS timestamp
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT p_moment AT TIME ZONE f.time_zone FROM facility f
$$;

CREATE FUNCTION hms.said_time(p_moment timestamptz) RETURNS text
    LANGUAGE sql STABLE
    RETURN to_char(hms.wall_time(p_moment), 'YYYY-MM-DD HH24:MI');

CREATE FUNCTION hms.clinic_name(p_clinic bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT c.name FROM hms.clinics c WHERE c.id = p_clinic);

CREATE FUNCTION hms.person_name(p_person bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT p.display_name FROM hms.people p WHERE p.id = p_person);

-- Seats --------------------------------------------------------------------------------------------------------------

-- The first free seat from `p_first` on for all of the time; `p_except` is the appointment that is being moved.
CREATE FUNCTION hms.free_seat(p_session bigint, p_from timestamptz, p_until timestamptz, p_first integer,
                              p_last integer, p_except bigint DEFAULT NULL) RETURNS integer
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT min(seat) FROM generate_series(p_first, p_last) seat
    WHERE seat NOT IN (
        SELECT a.seat FROM appointments a
        WHERE a.session_id = p_session AND a.seat IS NOT NULL AND a.id IS DISTINCT FROM p_except
          AND a.starts_at < p_until AND a.ends_at > p_from
    )
$$;

-- Holds for everyone, the functions below included.
CREATE FUNCTION hms.guard_appointment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state NOT IN ('booked', 'held') THEN
            PERFORM refuse('appointments.first_step', 'An appointment begins by being booked.');
        END IF;
    ELSIF (NEW.id, NEW.code, NEW.booked_at, NEW.booked_by) IS DISTINCT FROM (OLD.id, OLD.code, OLD.booked_at, OLD.booked_by)
    THEN
        PERFORM refuse('appointments.fixed', 'The code of an appointment and who booked it never change.');
    ELSIF NEW.state <> OLD.state AND NOT EXISTS (
        SELECT FROM appointment_transitions t WHERE t.from_state = OLD.state AND t.to_state = NEW.state
    ) THEN
        PERFORM refuse('appointments.wrong_step',
            format('An appointment that is %s cannot become %s.', replace(OLD.state, '_', ' '), replace(NEW.state, '_', ' ')),
            jsonb_build_object('from', OLD.state, 'to', NEW.state));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_appointment BEFORE INSERT OR UPDATE ON hms.appointments
    FOR EACH ROW EXECUTE FUNCTION hms.guard_appointment();

-- A seat above the capacity counts against the session's limit; the session's row is locked until the end.
CREATE FUNCTION hms.guard_seat() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    s sessions;
    above integer;
BEGIN
    SELECT * INTO s FROM sessions WHERE id = NEW.session_id FOR NO KEY UPDATE;
    IF NOT s.open OR NEW.starts_at < s.starts_at OR NEW.ends_at > s.ends_at THEN
        PERFORM refuse('appointments.outside', 'The clinic is not open at that time; choose another slot.');
    ELSIF NEW.seat > s.capacity AND NOT NEW.over OR NEW.over AND NEW.seat <= s.capacity THEN
        PERFORM refuse('appointments.no_such_seat', 'This slot has no such seat; choose another slot.');
    ELSIF NEW.over THEN
        SELECT count(*) INTO above FROM appointments WHERE session_id = s.id AND over AND seat IS NOT NULL AND id <> NEW.id;
        IF above >= s.overbook THEN
            PERFORM refuse('appointments.overbook_limit',
                format('%s is overbooked %s time(s) in this session already; choose another slot.',
                       clinic_name(s.clinic_id), s.overbook),
                jsonb_build_object('clinic', clinic_name(s.clinic_id), 'most', s.overbook));
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_seat_of_new BEFORE INSERT ON hms.appointments
    FOR EACH ROW WHEN (NEW.seat IS NOT NULL) EXECUTE FUNCTION hms.guard_seat();
CREATE TRIGGER guard_seat_of_moved BEFORE UPDATE ON hms.appointments
    FOR EACH ROW WHEN (NEW.seat IS NOT NULL AND (NEW.session_id, NEW.seat, NEW.starts_at, NEW.ends_at)
                       IS DISTINCT FROM (OLD.session_id, OLD.seat, OLD.starts_at, OLD.ends_at))
    EXECUTE FUNCTION hms.guard_seat();

CREATE FUNCTION hms.count_places() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.seat IS NOT NULL THEN
        UPDATE sessions SET taken = taken - CASE WHEN OLD.over THEN 0 ELSE OLD.slots END,
            overbooked = overbooked - OLD.over::integer
        WHERE id = OLD.session_id;
    END IF;
    IF NEW.seat IS NOT NULL THEN
        UPDATE sessions SET taken = taken + CASE WHEN NEW.over THEN 0 ELSE NEW.slots END,
            overbooked = overbooked + NEW.over::integer
        WHERE id = NEW.session_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER count_places_of_new AFTER INSERT ON hms.appointments
    FOR EACH ROW EXECUTE FUNCTION hms.count_places();
CREATE TRIGGER count_places_of_moved AFTER UPDATE ON hms.appointments
    FOR EACH ROW WHEN ((NEW.session_id, NEW.seat IS NULL, NEW.over, NEW.slots)
                       IS DISTINCT FROM (OLD.session_id, OLD.seat IS NULL, OLD.over, OLD.slots))
    EXECUTE FUNCTION hms.count_places();

-- One patient, one place at a time: the sentence of the exclusion constraint that stands behind it.
CREATE FUNCTION hms.refuse_overlap(p_patient bigint, p_from timestamptz, p_until timestamptz,
                                   p_except bigint DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    clinic text;
    there timestamptz;
BEGIN
    SELECT clinic_name(s.clinic_id), a.starts_at INTO clinic, there
    FROM appointments a JOIN sessions s ON s.id = a.session_id
    WHERE a.patient_id = p_patient AND a.state IN ('held', 'booked', 'arrived', 'in_service')
      AND tstzrange(a.starts_at, a.ends_at) && tstzrange(p_from, p_until) AND a.id IS DISTINCT FROM p_except
    ORDER BY a.starts_at LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('appointments.patient_overlap',
            format('This patient has an appointment at %s on %s already; move that one or choose another time.', clinic,
                   said_time(there)),
            jsonb_build_object('clinic', clinic, 'at', said_time(there)));
    END IF;
END $$;

-- Two records of one person may both be booked for the same time: the merge says so instead of failing.
CREATE FUNCTION hms.guard_appointment_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    there timestamptz;
BEGIN
    SELECT a.starts_at INTO there FROM appointments a
    WHERE a.patient_id = NEW.patient_id AND a.id <> NEW.id AND a.state IN ('held', 'booked', 'arrived', 'in_service')
      AND tstzrange(a.starts_at, a.ends_at) && tstzrange(NEW.starts_at, NEW.ends_at)
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('appointments.both_booked',
            format('Both records have an appointment on %s; cancel one of them first.', said_time(there)),
            jsonb_build_object('at', said_time(there)));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_appointment_merge BEFORE UPDATE ON hms.appointments
    FOR EACH ROW WHEN (NEW.patient_id <> OLD.patient_id AND NEW.state IN ('held', 'booked', 'arrived', 'in_service'))
    EXECUTE FUNCTION hms.guard_appointment_merge();

CREATE TRIGGER keep_appointments BEFORE DELETE OR TRUNCATE ON hms.appointments
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.appointment_changes
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- What the wishes share (nobody is granted these) --------------------------------------------------------------------

-- All that is done for one patient waits for this; taken before any other lock.
CREATE FUNCTION hms.hold_patient(p_patient bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.appointments.patient'), (p_patient % 2147483647)::integer);
    IF NOT EXISTS (SELECT FROM patients WHERE id = p_patient) THEN
        PERFORM refuse('appointments.no_such_patient', 'This patient is not known; find or register the patient first.');
    END IF;
END $$;

-- Locks the sessions in one order, and those where the patient still holds an offer that nobody answered in time.
CREATE FUNCTION hms.lock_sessions(p_sessions bigint[], p_patient bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM FROM sessions WHERE id = ANY (p_sessions || ARRAY(
        SELECT a.session_id FROM appointments a
        WHERE a.patient_id = p_patient AND a.state = 'held' AND a.held_until < hospital_now()
    )) ORDER BY id FOR NO KEY UPDATE;
    PERFORM lapse(a) FROM appointments a
    WHERE a.state = 'held' AND a.held_until < hospital_now()
      AND (a.session_id = ANY (p_sessions) OR a.patient_id = p_patient);
END $$;

-- The row, locked; refuses when it changed since the person looked at it.
CREATE FUNCTION hms.appointment_as_seen(p_appointment bigint, p_version bigint) RETURNS hms.appointments
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    a appointments;
BEGIN
    SELECT * INTO a FROM appointments WHERE id = p_appointment FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('appointments.unknown', 'This appointment is not known; look it up again.');
    ELSIF p_version IS DISTINCT FROM a.version THEN
        PERFORM stale('appointments.changed',
            format('A colleague changed this appointment meanwhile (it is now %s); look at it again.',
                   replace(a.state, '_', ' ')),
            jsonb_build_object('state', a.state, 'version', a.version));
    END IF;
    RETURN a;
END $$;

CREATE FUNCTION hms.refuse_appointment_step(a hms.appointments, p_wish text) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM refuse('appointments.not_now', format('This appointment is %s, so it cannot be %s.', replace(a.state, '_', ' '), p_wish),
                   jsonb_build_object('state', a.state, 'wish', p_wish));
END $$;

CREATE FUNCTION hms.note_appointment(p_appointment bigint, p_verb text, p_from timestamptz DEFAULT NULL,
                                     p_to timestamptz DEFAULT NULL, p_note text DEFAULT '') RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    INSERT INTO appointment_changes (appointment_id, verb, from_at, to_at, note, changed_at)
    VALUES (p_appointment, p_verb, p_from, p_to, p_note, hospital_now())
$$;

-- Volatile, so that it sees what the same statement has just written.
CREATE FUNCTION hms.appointment_result(p_appointment bigint) RETURNS jsonb
    LANGUAGE sql VOLATILE SET search_path = hms, public, pg_temp AS $$
    SELECT jsonb_build_object('appointment_id', a.id, 'version', a.version, 'code', a.code, 'session_id', a.session_id,
        'clinic_id', s.clinic_id, 'clinic', clinic_name(s.clinic_id), 'doctor', coalesce(person_name(s.doctor_id), ''),
        'room', coalesce(room_name(s.room_id), ''), 'patient_id', a.patient_id, 'starts_at', a.starts_at,
        'ends_at', a.ends_at, 'at', wall_time(a.starts_at), 'state', a.state, 'seat', a.seat, 'over', a.over,
        'ticket', coalesce(label_of(a.ticket_id), ''))
    FROM appointments a JOIN sessions s ON s.id = a.session_id WHERE a.id = p_appointment
$$;

-- Knocks, audit, versions --------------------------------------------------------------------------------------------

CREATE FUNCTION hms.knock_of_new_appointments() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('hms_changes', 'appointments:' || n.session_id) FROM new_rows n GROUP BY n.session_id;
    RETURN NULL;
END $$;
CREATE TRIGGER knock_insert AFTER INSERT ON hms.appointments REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_of_new_appointments();

-- A move is heard where the appointment was and where it is.
CREATE FUNCTION hms.knock_of_moved_appointments() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('hms_changes', 'appointments:' || session_id)
    FROM (SELECT session_id FROM new_rows UNION SELECT session_id FROM old_rows) both_ends;
    RETURN NULL;
END $$;
CREATE TRIGGER knock_update AFTER UPDATE ON hms.appointments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_of_moved_appointments();

SELECT hms.named('clinics', 'name', 120), hms.named('holidays', 'name', 120),
       hms.noted('clinic_exceptions', 'reason', 200), hms.noted('waiting_list', 'note', 200),
       hms.noted('appointments', 'reason', 200), hms.noted('appointments', 'cancel_note', 200);
SELECT hms.versioned(t)
FROM unnest(ARRAY['booking_rules', 'clinics', 'weekly_sessions', 'clinic_exceptions', 'waiting_list', 'appointments']) t;
SELECT hms.audited(t)
FROM unnest(ARRAY['booking_rules', 'holidays', 'clinics', 'weekly_sessions', 'clinic_exceptions', 'overbook_grants',
                  'waiting_list', 'appointments']) t;
SELECT hms.knocks(t, 'hms_changes', 'schedule', 'id') FROM unnest(ARRAY['clinics', 'holidays', 'booking_rules']) t;
SELECT hms.knocks(t, 'hms_changes', 'schedule', 'clinic_id')
FROM unnest(ARRAY['weekly_sessions', 'clinic_exceptions', 'overbook_grants']) t;
SELECT hms.knocks('waiting_list', 'hms_changes', 'waiting_list', 'service_id');

GRANT SELECT ON hms.booking_rules, hms.holidays, hms.clinics, hms.weekly_sessions, hms.clinic_exceptions, hms.sessions,
    hms.overbook_grants TO hms_staff;
