-- The end of the day (RULES 10), and the numbers that a hospital sets for each service.

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
    RETURN settle_intent(p_intent, jsonb_build_object('business_date', p_business_date, 'not_served', closed));
END $$;

-- The numbers of one service, all of them at once.
CREATE FUNCTION hms.save_service_rules(p_intent uuid, p_service bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_service_rules');
    wanted service_rules := jsonb_populate_record(NULL::service_rules, p_record);
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE service_rules SET appointment_window = wanted.appointment_window, ageing_after = wanted.ageing_after,
        priority_run = wanted.priority_run, put_back_behind = wanted.put_back_behind, recall_gap = wanted.recall_gap,
        most_recalls = wanted.most_recalls, no_show_calls = wanted.no_show_calls,
        no_show_after = wanted.no_show_after, version = p_version
    WHERE service_id = p_service;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_service', 'This service is not known; reload the list.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('service_id', p_service));
END $$;

GRANT EXECUTE ON FUNCTION hms.close_day(uuid, date), hms.save_service_rules(uuid, bigint, bigint, jsonb)
    TO hms_manager, hms_admin;
