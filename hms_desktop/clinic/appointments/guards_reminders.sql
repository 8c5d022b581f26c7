-- Reminders: written with the booking, dead with it, and sent by a worker only while the appointment stands (RULES 20).

-- Whether the hospital's rule and the patient's answer allow messages; an unasked patient has not agreed.
CREATE FUNCTION hms.may_remind(p_patient bigint) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE r.reminders WHEN 'consent' THEN coalesce(answer.given, false)
                            WHEN 'opt_out' THEN coalesce(answer.given, true) ELSE false END
    FROM booking_rules r
    LEFT JOIN LATERAL (
        SELECT c.given FROM patient_consents c
        WHERE c.patient_id = p_patient AND c.question = 'messages' ORDER BY c.id DESC LIMIT 1
    ) answer ON true
$$;

-- Where messages go: the first mobile number in its international form, else as it was typed.
CREATE FUNCTION hms.mobile_of(p_patient bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT coalesce(nullif(p.e164, ''), p.number) FROM patient_phones p
    WHERE p.patient_id = p_patient AND p.kind = 'mobile' ORDER BY p.e164 = '', p.id LIMIT 1
$$;

CREATE FUNCTION hms.write_reminder(a hms.appointments) RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    INSERT INTO outbox (kind, channel, recipient, language, told, patient_id, appointment_id, starts_at, due_at, written_at)
    SELECT 'appointment_reminder', 'sms', mobile_of(a.patient_id), coalesce(nullif(p.language, ''), f.languages[1]),
           jsonb_build_object('hospital', f.name, 'clinic', clinic_name(s.clinic_id),
               'at', to_char(a.starts_at AT TIME ZONE f.time_zone, 'YYYY-MM-DD"T"HH24:MI')),
           a.patient_id, a.id, a.starts_at, a.starts_at - r.reminder_before, hospital_now()
    FROM sessions s, patients p, booking_rules r, facility f
    WHERE s.id = a.session_id AND p.id = a.patient_id AND a.starts_at - r.reminder_before > hospital_now()
      AND may_remind(a.patient_id) AND mobile_of(a.patient_id) IS NOT NULL
$$;

-- What was written for another time or state is dead; what stands now is written anew.
CREATE FUNCTION hms.keep_reminder() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        UPDATE outbox SET state = 'cancelled', settled_at = hospital_now()
        WHERE appointment_id = NEW.id AND state = 'due';
    END IF;
    IF NEW.state = 'booked' THEN
        PERFORM write_reminder(NEW);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_reminder_of_new AFTER INSERT ON hms.appointments
    FOR EACH ROW WHEN (NEW.state = 'booked') EXECUTE FUNCTION hms.keep_reminder();
CREATE TRIGGER keep_reminder_of_changed AFTER UPDATE ON hms.appointments
    FOR EACH ROW WHEN ((NEW.state = 'booked', NEW.starts_at, NEW.session_id)
                       IS DISTINCT FROM (OLD.state = 'booked', OLD.starts_at, OLD.session_id))
    EXECUTE FUNCTION hms.keep_reminder();

-- Nobody is reminded of an appointment that was moved, cancelled or is over: holds for the worker, too.
CREATE FUNCTION hms.guard_message() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM appointments a WHERE a.id = NEW.appointment_id AND a.state = 'booked' AND a.starts_at = NEW.starts_at
    ) THEN
        PERFORM refuse('appointments.dead_message', 'The appointment of this reminder stands no more, so it is not sent.');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_message BEFORE UPDATE ON hms.outbox
    FOR EACH ROW WHEN (NEW.state = 'sending' AND OLD.state <> 'sending') EXECUTE FUNCTION hms.guard_message();
CREATE TRIGGER keep_messages BEFORE DELETE OR TRUNCATE ON hms.outbox
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- Messages that a worker sends now; each is given to one worker, and its appointment cannot go while it is taken.
CREATE FUNCTION hms.take_due_messages(p_most integer) RETURNS SETOF hms.outbox
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1
    FROM (
        SELECT m.id FROM outbox m JOIN appointments a ON a.id = m.appointment_id
        WHERE m.state = 'due' AND m.due_at <= hospital_now() AND a.state = 'booked' AND a.starts_at = m.starts_at
          AND m.starts_at > hospital_now()
        ORDER BY m.due_at, m.id LIMIT p_most FOR UPDATE SKIP LOCKED
    ) taken
    WHERE o.id = taken.id RETURNING o.*
$$;

-- What came of it: sent, or to be tried again in ten minutes until five attempts have failed.
CREATE FUNCTION hms.settle_message(p_id bigint, p_sent boolean, p_note text DEFAULT '') RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    UPDATE outbox SET
        state = CASE WHEN p_sent THEN 'sent' WHEN attempts < 5 THEN 'due' ELSE 'failed' END,
        due_at = CASE WHEN p_sent THEN due_at ELSE hospital_now() + interval '10 minutes' END,
        settled_at = CASE WHEN p_sent OR attempts >= 5 THEN hospital_now() END, note = left(p_note, 200)
    WHERE id = p_id AND state = 'sending'
$$;

GRANT EXECUTE ON FUNCTION hms.take_due_messages(integer), hms.settle_message(bigint, boolean, text) TO hms_worker;
