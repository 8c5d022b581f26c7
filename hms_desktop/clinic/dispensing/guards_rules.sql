-- How this hospital dispenses: its rules are one row, which a manager changes.

INSERT INTO hms.dispensing_rules (id) VALUES (1) ON CONFLICT DO NOTHING;

-- p_record: the columns of dispensing_rules; what is left out stays as it is.
CREATE FUNCTION hms.save_dispensing_rules(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_dispensing_rules');
    r dispensing_rules;
    strange text;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT (jsonb_populate_record(d, p_record)).* INTO r FROM dispensing_rules d;
    SELECT c INTO strange FROM unnest(r.checked_classes) c
    WHERE c IS NULL OR c !~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$' LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('dispensing.class', format('%s is no class of the ATC; type one such as L01 or A10A.', left(strange, 20)),
                       jsonb_build_object('class', left(strange, 20), 'field', 'checked_classes'));
    ELSIF r.lease_minutes NOT BETWEEN 1 AND 240 THEN
        PERFORM refuse('dispensing.lease_minutes', 'A prescription stays open for 1 to 240 minutes; type another number.',
                       jsonb_build_object('field', 'lease_minutes'));
    END IF;
    UPDATE dispensing_rules SET lease_minutes = r.lease_minutes, second_check = r.second_check,
        checked_classes = ARRAY(SELECT DISTINCT c FROM unnest(r.checked_classes) c ORDER BY c),
        equivalents = r.equivalents, covers_supply = r.covers_supply, least_days = r.least_days,
        label_language = r.label_language, check_hours = r.check_hours, version = p_version;
    RETURN settle_intent(p_intent, '{}');
END $$;

SELECT hms.versioned('dispensing_rules'), hms.audited('dispensing_rules'),
       hms.knocks('dispensing_rules', 'hms_changes', 'dispensing', 'id');

GRANT SELECT ON hms.dispensing_rules TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.save_dispensing_rules(uuid, bigint, jsonb) TO hms_manager;
