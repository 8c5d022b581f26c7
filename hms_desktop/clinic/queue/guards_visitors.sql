-- Who holds a ticket: what a desk learns by scanning it, also where the record is restricted.

-- The record number of the patient whose ticket has this barcode, or this label today; NULL where there is none.
CREATE FUNCTION hms.holder_of(p_barcode uuid, p_label text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF p_barcode IS NOT NULL THEN
        RETURN (SELECT mrn FROM tickets JOIN patients ON patients.id = patient_id WHERE barcode = p_barcode);
    END IF;
    RETURN (SELECT mrn FROM tickets JOIN patients ON patients.id = patient_id
        WHERE business_date = business_date() AND label = p_label);
END $$;

-- Who took a number at the entrance is asked at the desk: from then on the ticket is that patient's, in all its lines.
CREATE FUNCTION hms.name_ticket(p_intent uuid, p_segment bigint, p_version bigint, p_patient bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'name_ticket');
    v segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM refuse_nobody(p_patient);
    SELECT * INTO v FROM segments WHERE id = p_segment;
    PERFORM refuse_second_open(p_patient, v.service_id, v.business_date);
    v := segment_as_seen(p_segment, p_version);
    IF v.patient_id IS NOT NULL THEN
        PERFORM refuse('queue.has_holder',
            format('Ticket %s belongs to a patient already; look at it again.', label_of(v.ticket_id)),
            jsonb_build_object('ticket', label_of(v.ticket_id)));
    END IF;
    UPDATE tickets SET patient_id = p_patient WHERE id = v.ticket_id;
    UPDATE segments SET patient_id = p_patient WHERE ticket_id = v.ticket_id;
    SELECT * INTO v FROM segments WHERE id = p_segment;
    RETURN settle_intent(p_intent, segment_result(v));
END $$;

GRANT EXECUTE ON FUNCTION hms.holder_of(uuid, text), hms.name_ticket(uuid, bigint, bigint, bigint)
TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
