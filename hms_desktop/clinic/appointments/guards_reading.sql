-- What the desks may see: every place with its patient, but of a restricted record that this person has not opened only
-- the record's number. The tables themselves are granted to nobody.

-- A dated session with the names of what it is made of, and its times as the clock on the wall shows them.
CREATE VIEW hms.session_lines AS
    SELECT s.id AS session_id, s.clinic_id, c.name AS clinic, c.department_id, s.service_id, v.name AS service,
           s.doctor_id, coalesce(d.display_name, '') AS doctor, coalesce(r.name, '') AS room, s.on_date, s.starts_at,
           s.ends_at, s.starts_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS at,
           s.ends_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS until,
           s.slot_minutes, s.capacity, s.overbook, s.overbooked, s.places, s.taken, s.open, s.note
    FROM hms.sessions s
    JOIN hms.clinics c ON c.id = s.clinic_id
    JOIN hms.services v ON v.id = s.service_id
    LEFT JOIN hms.people d ON d.id = s.doctor_id
    LEFT JOIN hms.rooms r ON r.id = s.room_id;

CREATE VIEW hms.appointment_lines AS
    SELECT a.id, a.version, a.code, a.session_id, s.clinic_id, s.service_id, s.doctor_id, s.room_id, c.department_id,
           a.patient_id, p.mrn, shut.closed,
           CASE WHEN NOT shut.closed THEN p.given_names END AS given_names,
           CASE WHEN NOT shut.closed THEN p.family_name END AS family_name,
           CASE WHEN NOT shut.closed THEN p.birth_date END AS birth_date,
           CASE WHEN NOT shut.closed THEN p.birth_precision END AS birth_precision,
           CASE WHEN NOT shut.closed THEN
               (SELECT n.number FROM hms.patient_phones n WHERE n.patient_id = p.id ORDER BY n.id LIMIT 1) END AS phone,
           a.starts_at, a.ends_at, a.starts_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS at,
           a.ends_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS until,
           a.seat, a.over, a.state,
           CASE WHEN shut.closed THEN '' ELSE a.reason END AS reason,
           a.cancelled, CASE WHEN shut.closed THEN '' ELSE a.cancel_note END AS cancel_note,
           a.held_until AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS held_until,
           a.series_id, a.booked_by, coalesce(t.label, '') AS ticket,
           NOT s.open OR a.starts_at < s.starts_at OR a.ends_at > s.ends_at AS displaced
    FROM hms.appointments a
    JOIN hms.sessions s ON s.id = a.session_id
    JOIN hms.clinics c ON c.id = s.clinic_id
    JOIN hms.patients p ON p.id = a.patient_id
    LEFT JOIN hms.tickets t ON t.id = a.ticket_id
    CROSS JOIN LATERAL (
        SELECT p.restricted AND p.id <> ALL ((SELECT hms.opened_records())::bigint[]) AS closed
    ) shut;

-- Where each appointment stands in a list, without its patient: what a long list is counted and paged by.
CREATE VIEW hms.appointment_keys AS
    SELECT a.id, a.starts_at, a.state, a.session_id, s.clinic_id, s.service_id, s.doctor_id, c.department_id
    FROM hms.appointments a
    JOIN hms.sessions s ON s.id = a.session_id
    JOIN hms.clinics c ON c.id = s.clinic_id;

CREATE VIEW hms.appointment_history AS
    SELECT h.id, h.appointment_id, h.verb, h.changed_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS at,
           coalesce((SELECT p.display_name FROM hms.people p WHERE p.login = h.person), h.person) AS person,
           h.from_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS from_at,
           h.to_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS to_at, h.note
    FROM hms.appointment_changes h;

-- The newest message about each appointment: its state, and nothing of what it says.
CREATE VIEW hms.appointment_messages AS
    SELECT DISTINCT ON (o.appointment_id) o.appointment_id, o.state,
           o.due_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS due_at
    FROM hms.outbox o
    ORDER BY o.appointment_id, o.id DESC;

CREATE VIEW hms.waiting_lines AS
    SELECT w.id, w.version, w.patient_id, p.mrn, shut.closed,
           CASE WHEN NOT shut.closed THEN p.given_names END AS given_names,
           CASE WHEN NOT shut.closed THEN p.family_name END AS family_name,
           CASE WHEN NOT shut.closed THEN
               (SELECT n.number FROM hms.patient_phones n WHERE n.patient_id = p.id ORDER BY n.id LIMIT 1) END AS phone,
           w.service_id, w.clinic_id, w.doctor_id, w.from_date, w.until_date, w.weekdays, w.earliest, w.latest, w.slots,
           CASE WHEN shut.closed THEN '' ELSE w.note END AS note, w.state,
           (w.entered_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f))::date AS since, o.id AS appointment_id,
           o.session_id, o.starts_at, o.starts_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS at,
           o.held_until AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS held_until
    FROM hms.waiting_list w
    JOIN hms.patients p ON p.id = w.patient_id
    LEFT JOIN hms.appointments o ON o.entry_id = w.id AND o.state = 'held'
    CROSS JOIN LATERAL (
        SELECT p.restricted AND p.id <> ALL ((SELECT hms.opened_records())::bigint[]) AS closed
    ) shut
    WHERE w.state IN ('waiting', 'offered');

-- The dates with their open sessions that still have a place, one row a date in order; only what is asked stands in the
-- statement, so that one index gives it in order and nothing is read that is not needed.
CREATE FUNCTION hms.days_with_places(p_service bigint, p_clinic bigint, p_doctor bigint) RETURNS text
    LANGUAGE sql IMMUTABLE AS $$
    SELECT 'SELECT s.on_date, array_agg(s.id) AS sessions FROM hms.sessions s '
        || 'WHERE s.open AND s.taken < s.places AND s.on_date >= $1 AND s.ends_at > $2 '
        || 'AND ($3 = ''{}'' OR extract(isodow FROM s.on_date)::smallint = ANY ($3))'
        || coalesce(' AND s.service_id = ' || p_service, '') || coalesce(' AND s.clinic_id = ' || p_clinic, '')
        || coalesce(' AND s.doctor_id = ' || p_doctor, '') || ' GROUP BY s.on_date ORDER BY s.on_date'
$$;

-- The next times at which somebody fits, in order of time, of all open sessions that are wanted. It goes from date to
-- date and stops when it has enough, so that a far horizon costs nothing. Its few ROWS are told, or whoever joins them
-- to their sessions would read all sessions.
CREATE FUNCTION hms.free_slots(p_service bigint, p_clinic bigint, p_doctor bigint, p_from date, p_weekdays smallint[],
                               p_earliest time, p_latest time, p_slots integer, p_most integer)
    RETURNS TABLE (session_id bigint, starts_at timestamptz, ends_at timestamptz, places_left integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = hms, public, pg_temp
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off
AS $$
DECLARE
    zone text := (SELECT f.time_zone FROM facility f);
    now timestamptz := hospital_now();
    day record;
    found_on_day bigint;
    wanted bigint := p_most;
BEGIN
    FOR day IN EXECUTE days_with_places(p_service, p_clinic, p_doctor) USING p_from, now, p_weekdays LOOP
        RETURN QUERY
        SELECT slot.session_id, slot.starts, slot.ends, slot.capacity - taken.seats
        FROM (
            SELECT s.id AS session_id, s.capacity, step AS starts,
                   step + p_slots * s.slot_minutes * interval '1 minute' AS ends
            FROM sessions s
            CROSS JOIN generate_series(s.starts_at, s.ends_at - p_slots * s.slot_minutes * interval '1 minute',
                                       s.slot_minutes * interval '1 minute') step
            WHERE s.id = ANY (day.sessions) AND step > now
              AND (p_earliest IS NULL OR (step AT TIME ZONE zone)::time >= p_earliest)
              AND (p_latest IS NULL OR (step AT TIME ZONE zone)::time < p_latest)
            OFFSET 0
        ) slot
        CROSS JOIN LATERAL (
            SELECT count(DISTINCT a.seat)::integer AS seats FROM appointments a
            WHERE a.session_id = slot.session_id AND a.seat <= slot.capacity
              AND tstzrange(a.starts_at, a.ends_at) && tstzrange(slot.starts, slot.ends)
              AND (a.held_until IS NULL OR a.held_until > now)
        ) taken
        WHERE taken.seats < slot.capacity
        ORDER BY slot.starts, slot.session_id LIMIT wanted;
        GET DIAGNOSTICS found_on_day = ROW_COUNT;
        wanted := wanted - found_on_day;
        EXIT WHEN wanted <= 0;
    END LOOP;
END $$;

GRANT SELECT ON hms.session_lines TO hms_staff;
GRANT SELECT ON hms.appointment_lines, hms.appointment_keys, hms.appointment_history, hms.appointment_messages,
    hms.waiting_lines TO hms_front_desk, hms_clinician, hms_manager;
GRANT EXECUTE ON FUNCTION
    hms.free_slots(bigint, bigint, bigint, date, smallint[], time, time, integer, integer),
    hms.wall_time(timestamptz) TO hms_front_desk, hms_clinician, hms_manager;
