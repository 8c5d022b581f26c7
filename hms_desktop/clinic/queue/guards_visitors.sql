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

GRANT EXECUTE ON FUNCTION hms.holder_of(uuid, text)
TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
