-- Reminders: written with the booking, dead with it, and sent by the worker only while the appointment stands (RULES 20).

-- Whether the hospital's rule and the patient's answer allow messages that way ('sms' or 'email'); an unasked patient has
-- not agreed. What was answered about that way holds above what was answered about messages.
CREATE FUNCTION hms.may_remind(p_patient bigint, p_channel text) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE r.reminders WHEN 'consent' THEN coalesce(answer.given, false)
                            WHEN 'opt_out' THEN coalesce(answer.given, true) ELSE false END
    FROM booking_rules r
    LEFT JOIN LATERAL (
        SELECT c.given FROM patient_consents c
        WHERE c.patient_id = p_patient AND c.question IN ('messages', 'messages_' || p_channel)
        ORDER BY c.question = 'messages', c.id DESC LIMIT 1
    ) answer ON true
$$;

-- Where messages go: the first mobile number in its international form, else as it was typed.
CREATE FUNCTION hms.mobile_of(p_patient bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT coalesce(nullif(p.e164, ''), p.number) FROM patient_phones p
    WHERE p.patient_id = p_patient AND p.kind = 'mobile' ORDER BY p.e164 = '', p.id LIMIT 1
$$;

-- The first of `p_channels` by which the patient can be reached and may be; no row where there is none.
CREATE FUNCTION hms.way_to(p_patient bigint, p_channels text[]) RETURNS TABLE (channel text, recipient text)
    LANGUAGE sql STABLE ROWS 1 SET search_path = hms, public, pg_temp AS $$
    SELECT way.channel, way.recipient
    FROM (
        SELECT 'sms' AS channel, mobile_of(p_patient) AS recipient
        UNION ALL SELECT 'email', nullif(p.email, '') FROM patients p WHERE p.id = p_patient
    ) way
    WHERE way.recipient IS NOT NULL AND way.channel = ANY (p_channels) AND may_remind(p_patient, way.channel)
    ORDER BY array_position(p_channels, way.channel) LIMIT 1
$$;

-- Where it goes is looked up again when it is sent.
CREATE FUNCTION hms.write_reminder(a hms.appointments) RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    INSERT INTO outbox (kind, channel, recipient, language, told, patient_id, appointment_id, starts_at, due_at, written_at)
    SELECT 'appointment_reminder', way.channel, way.recipient, coalesce(nullif(p.language, ''), f.languages[1]),
           jsonb_build_object('hospital', f.name, 'clinic', clinic_name(s.clinic_id),
               'at', to_char(a.starts_at AT TIME ZONE f.time_zone, 'YYYY-MM-DD"T"HH24:MI')),
           a.patient_id, a.id, a.starts_at, a.starts_at - r.reminder_before, hospital_now()
    FROM sessions s, patients p, booking_rules r, facility f, way_to(a.patient_id, '{sms,email}') way
    WHERE s.id = a.session_id AND p.id = a.patient_id AND a.starts_at - r.reminder_before > hospital_now()
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
    FOR EACH ROW WHEN (NEW.kind <> 'notice' AND NEW.state = 'sending' AND OLD.state <> 'sending') EXECUTE FUNCTION hms.guard_message();
CREATE TRIGGER keep_messages BEFORE DELETE OR TRUNCATE ON hms.outbox
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
