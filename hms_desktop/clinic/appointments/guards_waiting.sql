-- The waiting list: a place that becomes free is held for the first whom it fits, until somebody has asked them.

-- The first entry that this free time fits gets it for a while; the entry's id, or NULL. The session is locked.
-- An entry that is being changed, or whose patient is being booked, is passed over.
CREATE FUNCTION hms.offer_place(p_session bigint, p_from timestamptz, p_until timestamptz, p_not_patient bigint)
    RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    r booking_rules;
    s sessions;
    w waiting_list;
    ends timestamptz;
    free integer;
BEGIN
    SELECT * INTO r FROM booking_rules;
    SELECT * INTO s FROM sessions WHERE id = p_session;
    IF NOT s.open OR p_from < now + r.offer_notice THEN
        RETURN NULL;
    END IF;
    FOR w IN
        SELECT l.* FROM waiting_list l
        WHERE l.state = 'waiting' AND l.service_id = s.service_id AND l.patient_id <> p_not_patient
          AND coalesce(l.clinic_id, s.clinic_id) = s.clinic_id
          AND (l.doctor_id IS NULL OR l.doctor_id = s.doctor_id)
          AND s.on_date BETWEEN l.from_date AND coalesce(l.until_date, 'infinity')
          AND (l.weekdays = '{}' OR extract(isodow FROM s.on_date)::smallint = ANY (l.weekdays))
          AND wall_time(p_from)::time >= coalesce(l.earliest, '00:00')
          AND wall_time(p_from)::time < coalesce(l.latest, '24:00')
          AND p_from + l.slots * s.slot_minutes * interval '1 minute' <= s.ends_at
          AND NOT EXISTS (SELECT FROM appointments o WHERE o.entry_id = l.id AND o.session_id = s.id AND o.starts_at = p_from)
        ORDER BY l.id FOR NO KEY UPDATE OF l SKIP LOCKED
    LOOP
        ends := p_from + w.slots * s.slot_minutes * interval '1 minute';
        free := free_seat(s.id, p_from, ends, 1, s.capacity);
        CONTINUE WHEN free IS NULL
            OR NOT pg_try_advisory_xact_lock(hashtext('hms.appointments.patient'), (w.patient_id % 2147483647)::integer)
            OR EXISTS (
                SELECT FROM appointments a
                WHERE a.patient_id = w.patient_id AND a.state IN ('held', 'booked', 'arrived', 'in_service')
                  AND tstzrange(a.starts_at, a.ends_at) && tstzrange(p_from, ends));
        INSERT INTO appointments (patient_id, session_id, starts_at, ends_at, slots, seat, state, held_until, entry_id,
                                  reason, booked_at)
        VALUES (w.patient_id, s.id, p_from, ends, w.slots, free, 'held', least(now + r.offer_hold, p_from), w.id, w.note, now);
        UPDATE waiting_list SET state = 'offered' WHERE id = w.id;
        RETURN w.id;
    END LOOP;
    RETURN NULL;
END $$;

-- An offer that nobody answered in time: the place is free again and the entry waits on. The session is locked.
CREATE FUNCTION hms.lapse(a hms.appointments) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE appointments SET state = 'cancelled', cancelled = 'offer_lapsed', seat = NULL, held_until = NULL
    WHERE id = a.id AND state = 'held';
    UPDATE waiting_list SET state = 'waiting' WHERE id = a.entry_id AND state = 'offered';
END $$;

-- The entry and the appointment that is held for it, both locked; refuses when nothing is.
CREATE FUNCTION hms.offer_as_seen(p_entry bigint, p_version bigint) RETURNS hms.appointments
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    a appointments;
BEGIN
    SELECT * INTO a FROM appointments WHERE entry_id = p_entry AND state = 'held';
    IF FOUND THEN
        PERFORM hold_patient(a.patient_id);
        PERFORM FROM sessions WHERE id = a.session_id FOR NO KEY UPDATE;
    END IF;
    PERFORM entry_as_seen(p_entry, p_version);
    SELECT * INTO a FROM appointments WHERE entry_id = p_entry AND state = 'held' FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('appointments.nothing_offered', 'Nothing is held for this patient any more; look at the list again.');
    END IF;
    RETURN a;
END $$;

CREATE FUNCTION hms.entry_as_seen(p_entry bigint, p_version bigint) RETURNS hms.waiting_list
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    w waiting_list;
BEGIN
    SELECT * INTO w FROM waiting_list WHERE id = p_entry FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('appointments.no_such_entry_waiting', 'This entry is not on the waiting list; look at the list again.');
    ELSIF w.version <> p_version THEN
        PERFORM stale('appointments.entry_changed', 'A colleague changed this entry of the waiting list; look at it again.');
    END IF;
    RETURN w;
END $$;

CREATE FUNCTION hms.add_to_waiting_list(p_intent uuid, p_patient bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'add_to_waiting_list');
    r waiting_list := jsonb_populate_record(NULL::waiting_list, p_record);
    saved bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM hold_patient(p_patient);
    IF EXISTS (
        SELECT FROM waiting_list w
        WHERE w.patient_id = p_patient AND w.service_id = r.service_id AND w.state IN ('waiting', 'offered')
          AND w.clinic_id IS NOT DISTINCT FROM r.clinic_id AND w.doctor_id IS NOT DISTINCT FROM r.doctor_id
    ) THEN
        PERFORM refuse('appointments.waits_already', 'This patient is on this waiting list already.');
    END IF;
    INSERT INTO waiting_list (patient_id, service_id, clinic_id, doctor_id, from_date, until_date, weekdays, earliest,
                              latest, slots, note, entered_at)
    VALUES (p_patient, r.service_id, r.clinic_id, r.doctor_id, coalesce(r.from_date, business_date()), r.until_date,
            coalesce(r.weekdays, '{}'), r.earliest, r.latest, coalesce(r.slots, 1), plain_reason(r.note), hospital_now())
    RETURNING id INTO saved;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- What was held for the entry goes to the next.
CREATE FUNCTION hms.leave_waiting_list(p_intent uuid, p_entry bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'leave_waiting_list');
    offered_to bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF EXISTS (SELECT FROM appointments WHERE entry_id = p_entry AND state = 'held') THEN
        offered_to := turn_down(offer_as_seen(p_entry, p_version), 'withdrawn');
    ELSIF (entry_as_seen(p_entry, p_version)).state <> 'waiting' THEN
        PERFORM refuse('appointments.waits_no_more', 'This patient waits no more; look at the list again.');
    ELSE
        UPDATE waiting_list SET state = 'withdrawn' WHERE id = p_entry;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('entry_id', p_entry, 'offered_to', offered_to));
END $$;

CREATE FUNCTION hms.turn_down(a hms.appointments, p_then text) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE waiting_list SET state = p_then WHERE id = a.entry_id;
    RETURN give_up(a, 'offer_declined', '');
END $$;

-- The clerk has reached the patient, who comes: what was held is booked.
CREATE FUNCTION hms.accept_offer(p_intent uuid, p_entry bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'accept_offer');
    a appointments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    a := offer_as_seen(p_entry, p_version);
    UPDATE appointments SET state = 'booked', held_until = NULL WHERE id = a.id;
    UPDATE waiting_list SET state = 'booked' WHERE id = p_entry;
    PERFORM note_appointment(a.id, 'accept', NULL, a.starts_at);
    RETURN settle_intent(p_intent, appointment_result(a.id));
END $$;

CREATE FUNCTION hms.decline_offer(p_intent uuid, p_entry bigint, p_version bigint, p_stays boolean) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'decline_offer');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('entry_id', p_entry, 'offered_to',
        turn_down(offer_as_seen(p_entry, p_version), CASE WHEN p_stays THEN 'waiting' ELSE 'withdrawn' END)));
END $$;

-- Ends the offers that nobody answered in time and offers their places on; how many there were.
CREATE FUNCTION hms.release_lapsed_offers(p_intent uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'release_lapsed_offers');
    a appointments;
    many integer := 0;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM FROM sessions WHERE id IN (
        SELECT o.session_id FROM appointments o WHERE o.state = 'held' AND o.held_until < hospital_now()
    ) ORDER BY id FOR NO KEY UPDATE;
    FOR a IN
        SELECT o.* FROM appointments o JOIN sessions s ON s.id = o.session_id
        WHERE o.state = 'held' AND o.held_until < hospital_now() ORDER BY o.id FOR UPDATE OF o
    LOOP
        PERFORM lapse(a);
        PERFORM offer_place(a.session_id, a.starts_at, a.ends_at, a.patient_id);
        many := many + 1;
    END LOOP;
    RETURN settle_intent(p_intent, jsonb_build_object('released', many));
END $$;

GRANT EXECUTE ON FUNCTION hms.add_to_waiting_list(uuid, bigint, jsonb), hms.leave_waiting_list(uuid, bigint, bigint),
    hms.accept_offer(uuid, bigint, bigint), hms.decline_offer(uuid, bigint, bigint, boolean),
    hms.release_lapsed_offers(uuid) TO hms_front_desk, hms_clinician, hms_manager;
-- The worker ends them also while nobody looks at the list.
GRANT EXECUTE ON FUNCTION hms.release_lapsed_offers(uuid) TO hms_worker;
