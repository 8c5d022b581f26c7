-- Where a patient goes with a new prescription: a ticket for the pharmacy, in the same transaction.

-- Which service is the pharmacy, and how long prescriptions are valid.
CREATE FUNCTION hms.save_prescribing_rules(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_prescribing_rules');
    r prescribing_rules := jsonb_populate_record(NULL::prescribing_rules, p_record);
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF r.valid_days IS NULL OR r.valid_days NOT BETWEEN 1 AND 366
        OR r.controlled_days IS NULL OR r.controlled_days NOT BETWEEN 1 AND 366 THEN
        PERFORM refuse('prescriptions.valid_days', 'A prescription is valid for 1 to 366 days; enter a number of them.');
    ELSIF r.pharmacy_id IS NOT NULL AND NOT EXISTS (SELECT FROM services WHERE id = r.pharmacy_id AND active) THEN
        PERFORM refuse('prescriptions.no_such_service', 'This service is not in use; choose another one.');
    END IF;
    UPDATE prescribing_rules SET pharmacy_id = r.pharmacy_id, valid_days = r.valid_days,
        controlled_days = r.controlled_days, version = p_version;
    RETURN settle_intent(p_intent, '{"id": 1}');
END $$;

-- The patient's way to the pharmacy. Who waits or is served elsewhere today goes there when that is finished: the
-- pharmacy becomes the last step of the ticket's way. Who waits at the pharmacy already stays in its line; everybody
-- else gets a ticket. A hospital that names no pharmacy, or has closed that service, gives none.
CREATE FUNCTION hms.send_to_pharmacy(p_patient bigint) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    today date := business_date();
    pharmacy bigint := (SELECT r.pharmacy_id FROM prescribing_rules r JOIN services s ON s.id = r.pharmacy_id
                        WHERE s.active);
    held segments;
    opened jsonb;
BEGIN
    IF pharmacy IS NULL THEN
        RETURN '{}';
    END IF;
    -- Whoever finishes one of these at this moment waits for us, or we for them and then it is no longer open.
    PERFORM FROM segments WHERE patient_id = p_patient AND business_date = today
        AND state IN ('waiting', 'called', 'serving') ORDER BY id FOR NO KEY UPDATE;
    INSERT INTO service_days (service_id, business_date) VALUES (pharmacy, today) ON CONFLICT DO NOTHING;
    PERFORM FROM service_days WHERE service_id = pharmacy AND business_date = today FOR NO KEY UPDATE;
    SELECT * INTO held FROM segments
    WHERE patient_id = p_patient AND business_date = today AND state IN ('waiting', 'called', 'serving')
    ORDER BY service_id <> pharmacy, state = 'waiting', id LIMIT 1;
    IF held.service_id = pharmacy THEN
        RETURN jsonb_build_object('ticket', label_of(held.ticket_id), 'ticket_from', 'there');
    ELSIF FOUND THEN
        INSERT INTO ticket_steps (ticket_id, ordinal, service_id)
        SELECT held.ticket_id, 1 + coalesce(max(s.ordinal), 0), pharmacy
        FROM ticket_steps s WHERE s.ticket_id = held.ticket_id
        HAVING NOT EXISTS (SELECT FROM steps_to_come(held.ticket_id) s WHERE s.service_id = pharmacy);
        RETURN jsonb_build_object('ticket', label_of(held.ticket_id), 'ticket_from', 'elsewhere');
    END IF;
    SELECT open_ticket(pharmacy, p_patient, c.code, CASE WHEN c.reason_rule <> 'may' THEN coalesce(
        (SELECT r.name FROM priority_reasons r WHERE r.class_id = c.id AND r.active ORDER BY r.id LIMIT 1),
        'Prescription') ELSE '' END, NULL, NULL, 'prescription') INTO opened
    FROM priority_classes c WHERE c.ordinary;
    RETURN jsonb_build_object('ticket', opened ->> 'ticket', 'ticket_from', 'new');
END $$;

SELECT hms.versioned('prescribing_rules'), hms.audited('prescribing_rules');
SELECT hms.knocks('prescribing_rules', 'hms_changes', 'prescribing', 'id');
GRANT SELECT ON hms.prescribing_rules TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.save_prescribing_rules(uuid, bigint, jsonb) TO hms_manager, hms_admin;
