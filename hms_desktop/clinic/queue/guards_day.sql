-- The end of the day (RULES 10): what it closes, and which days nobody has closed.

-- Closes what is still open of this business date and of earlier ones as not served (RULES 10).
CREATE FUNCTION hms.close_day(p_intent uuid, p_business_date date) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'close_day');
    closed bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    IF p_business_date IS NULL OR p_business_date > business_date() THEN
        PERFORM refuse('queue.day_to_come', 'This day has not begun, so it cannot be closed; choose today or earlier.');
    END IF;
    WITH left_open AS (
        SELECT s.id, s AS before FROM segments s
        WHERE s.state IN ('waiting', 'called', 'serving') AND s.business_date <= p_business_date
        ORDER BY s.id FOR UPDATE
    ), shut AS (
        UPDATE segments s SET state = 'not_served', closed_at = hospital_now() FROM left_open o WHERE s.id = o.id
    ), noted AS (
        INSERT INTO segment_changes (segment_id, verb, prior, changed_at)
        SELECT o.id, 'close_day', standing_of(o.before), hospital_now() FROM left_open o RETURNING 1
    )
    SELECT count(*) INTO closed FROM noted;
    UPDATE sittings SET ended_at = hospital_now() WHERE ended_at IS NULL AND business_date <= p_business_date;
    PERFORM measure_pace();
    RETURN settle_intent(p_intent, jsonb_build_object('business_date', p_business_date, 'not_served', closed));
END $$;

-- The days before today on which somebody is still open, for the reminder.
CREATE VIEW hms.open_days AS
    SELECT s.business_date, count(*) AS open FROM hms.segments s
    WHERE s.state IN ('waiting', 'called', 'serving') AND s.business_date < hms.business_date()
    GROUP BY s.business_date;

GRANT SELECT ON hms.open_days TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.close_day(uuid, date) TO hms_manager, hms_admin;
