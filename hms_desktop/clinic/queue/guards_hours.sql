-- When a service gives tickets: weekly hours, days that are not as usual, and the last ticket before closing.

-- The hours of one business date. A day of its own comes before the week, the service's before the hospital's; a service
-- without weekly hours is open all day. A span that begins before the business day does so on the next calendar day,
-- and one that closes at or before it opens closes on the day after it opened.
CREATE FUNCTION hms.opening_of(p_service bigint, p_day date)
    RETURNS TABLE (opens_at timestamptz, closes_at timestamptz, note text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 2 AS $$
    WITH special AS (
        SELECT e.opens_at, e.closes_at, e.note, e.service_id IS NOT NULL AS own
        FROM opening_exceptions e
        WHERE e.day = p_day AND (e.service_id = p_service OR e.service_id IS NULL)
    ), chosen AS (
        SELECT s.opens_at, s.closes_at, s.note FROM special s
        WHERE s.own = (SELECT bool_or(own) FROM special)
        UNION ALL
        SELECT h.opens_at, h.closes_at, '' FROM opening_hours h
        WHERE h.service_id = p_service AND h.weekday = extract(isodow FROM p_day) AND NOT EXISTS (SELECT FROM special)
        UNION ALL
        SELECT f.day_starts_at, f.day_starts_at, '' FROM facility f
        WHERE NOT EXISTS (SELECT FROM special)
          AND NOT EXISTS (SELECT FROM opening_hours h WHERE h.service_id = p_service)
    ), begun AS (
        SELECT c.*, f.time_zone, p_day + (c.opens_at < f.day_starts_at)::integer AS on_date
        FROM chosen c CROSS JOIN facility f
    )
    SELECT (b.on_date + b.opens_at) AT TIME ZONE b.time_zone,
           (b.on_date + (b.closes_at <= b.opens_at)::integer + b.closes_at) AT TIME ZONE b.time_zone, b.note
    FROM begun b
$$;

-- Today's hours of every service, as the issue screen shows them; `note` says why today is not as usual.
CREATE VIEW hms.openings AS
    SELECT s.id AS service_id, o.opens_at, o.closes_at, o.closes_at - r.last_ticket_before AS last_ticket_at, o.note,
           clock.at >= o.opens_at AND clock.at < o.closes_at
               AND clock.at <= o.closes_at - r.last_ticket_before AS gives_tickets
    FROM hms.services s
    JOIN hms.service_rules r ON r.service_id = s.id
    CROSS JOIN (SELECT hms.hospital_now() AS at OFFSET 0) clock
    CROSS JOIN LATERAL hms.opening_of(s.id, hms.business_date()) o
    WHERE s.active;

-- `08:00–12:00, 13:00–16:00`, or that it is closed today.
CREATE FUNCTION hms.hours_today(p_service bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT coalesce(string_agg(
        to_char(o.opens_at AT TIME ZONE f.time_zone, 'HH24:MI') || '–'
        || to_char(o.last_ticket_at AT TIME ZONE f.time_zone, 'HH24:MI'), ', ' ORDER BY o.opens_at), '–')
    FROM openings o CROSS JOIN facility f
    WHERE o.service_id = p_service AND o.opens_at IS NOT NULL
$$;

CREATE FUNCTION hms.refuse_outside_hours(p_service bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    hours text;
BEGIN
    IF NOT EXISTS (SELECT FROM opening_hours WHERE service_id = p_service)
       AND NOT EXISTS (SELECT FROM opening_exceptions WHERE day = business_date()) THEN
        RETURN;
    ELSIF EXISTS (SELECT FROM openings WHERE service_id = p_service AND gives_tickets) THEN
        RETURN;
    END IF;
    hours := hours_today(p_service);
    IF hours = '–' THEN
        PERFORM refuse('queue.closed_today',
            format('%s gives no tickets today; choose another service or day.', service_name(p_service)),
            jsonb_build_object('service', service_name(p_service)));
    END IF;
    PERFORM refuse('queue.outside_hours',
        format('%s gives tickets %s only; come back then, or ask somebody who may issue outside of the hours.',
               service_name(p_service), hours),
        jsonb_build_object('service', service_name(p_service), 'hours', hours));
END $$;

-- A named permission: who holds it may give a ticket outside of the hours, with a reason that is kept.
CREATE FUNCTION hms.issue_outside_hours(p_intent uuid, p_service bigint, p_patient bigint, p_class text, p_reason text,
                                        p_why text, p_journey bigint DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'issue_outside_hours');
    why text := plain_reason(p_why, 'A ticket outside of the opening hours needs a reason; enter it.');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM refuse_nobody(p_patient);
    RETURN settle_intent(p_intent, open_ticket(p_service, p_patient, p_class, p_reason, NULL, p_journey, why));
END $$;

-- What an administrator sets -----------------------------------------------------------------------------------------

-- All the weekly hours of a service at once, as [{weekday, opens_at, closes_at}].
CREATE FUNCTION hms.save_opening_hours(p_intent uuid, p_service bigint, p_version bigint, p_hours jsonb,
                                       p_last_ticket_before interval) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_opening_hours');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE service_rules SET last_ticket_before = p_last_ticket_before, version = p_version WHERE service_id = p_service;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_service', 'This service is not known; reload the list.');
    END IF;
    DELETE FROM opening_hours WHERE service_id = p_service;
    INSERT INTO opening_hours (service_id, weekday, opens_at, closes_at)
    SELECT p_service, h.weekday, h.opens_at, h.closes_at
    FROM jsonb_to_recordset(p_hours) AS h (weekday smallint, opens_at time, closes_at time);
    IF EXISTS (
        SELECT FROM opening_hours a
        JOIN opening_hours b ON b.service_id = a.service_id AND b.weekday = a.weekday AND b.id > a.id
        WHERE a.service_id = p_service
          AND (a.opens_at, CASE WHEN a.closes_at <= a.opens_at THEN time '24:00' ELSE a.closes_at END)
              OVERLAPS (b.opens_at, CASE WHEN b.closes_at <= b.opens_at THEN time '24:00' ELSE b.closes_at END)
    ) THEN
        PERFORM refuse('queue.hours_overlap', 'Two opening hours of one weekday overlap; set them apart.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('service_id', p_service));
END $$;

-- A day that is not as its weekday: new where `p_id` is NULL.
CREATE FUNCTION hms.save_opening_exception(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_opening_exception');
    r opening_exceptions := jsonb_populate_record(NULL::opening_exceptions, p_record);
    saved bigint := p_id;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF r.day IS NULL THEN
        PERFORM refuse('exception.day', 'A day that is not as usual needs its date; enter it.');
    ELSIF EXISTS (
        SELECT FROM opening_exceptions e
        WHERE e.day = r.day AND e.service_id IS NOT DISTINCT FROM r.service_id AND e.id IS DISTINCT FROM p_id
          AND (e.opens_at IS NULL OR r.opens_at IS NULL OR e.opens_at = r.opens_at)
    ) THEN
        PERFORM refuse('exception.day', 'This day has such an entry already; change that one.');
    ELSIF p_id IS NULL THEN
        INSERT INTO opening_exceptions (service_id, day, opens_at, closes_at, note)
        VALUES (r.service_id, r.day, r.opens_at, r.closes_at, plain_reason(r.note)) RETURNING id INTO saved;
    ELSE
        UPDATE opening_exceptions SET service_id = r.service_id, day = r.day, opens_at = r.opens_at,
            closes_at = r.closes_at, note = plain_reason(r.note), version = p_version
        WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('exception.unknown', 'This day is no longer on the list; reload it.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- The day is as its weekday again.
CREATE FUNCTION hms.drop_opening_exception(p_intent uuid, p_id bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'drop_opening_exception');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    DELETE FROM opening_exceptions WHERE id = p_id AND version = p_version;
    IF NOT FOUND THEN
        PERFORM stale('row.stale', 'A colleague changed this entry meanwhile; compare and save again.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

GRANT SELECT ON hms.opening_hours, hms.opening_exceptions, hms.openings TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.opening_of(bigint, date), hms.hours_today(bigint) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.issue_outside_hours(uuid, bigint, bigint, text, text, text, bigint)
    TO hms_clinician, hms_manager;
GRANT EXECUTE ON FUNCTION
    hms.save_opening_hours(uuid, bigint, bigint, jsonb, interval),
    hms.save_opening_exception(uuid, bigint, bigint, jsonb),
    hms.drop_opening_exception(uuid, bigint, bigint)
    TO hms_manager, hms_admin;

SELECT hms.noted('opening_exceptions', 'note', 120), hms.versioned('opening_exceptions');
SELECT hms.audited('opening_hours'), hms.audited('opening_exceptions');
SELECT hms.knocks('opening_hours', 'hms_changes', 'organisation', 'service_id'),
       hms.knocks('opening_exceptions', 'hms_changes', 'organisation', 'id');
