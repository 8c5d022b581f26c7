-- In which language each paper speaks: the patient's own, as far as the layouts and directions have its words, else the
-- hospital's. Here because this is the highest area whose papers are for patients.

-- The language of a tag such as `fr-CA`, as far as papers are written in it; NULL for any other.
CREATE FUNCTION hms.paper_tongue(p_tag text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN (SELECT t.code FROM unnest(ARRAY['en', 'ar', 'es', 'fr', 'hi', 'pt', 'sw']) t (code)
            WHERE t.code = substring(lower(p_tag) FROM '^([a-z]{2,3})(?:-|$)'));

-- The language in which a patient reads about medicines: their own, else what the pharmacy chose, else the hospital's
-- first.
CREATE FUNCTION hms.patients_language(p_patient bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT coalesce(paper_tongue(c.language), nullif(r.label_language, ''), f.languages[1], 'en')
    FROM patients c CROSS JOIN dispensing_rules r LEFT JOIN facility f ON true WHERE c.id = p_patient
$$;

-- Whom a paper is about; NULL where it is about nobody who is known.
CREATE FUNCTION hms.patient_of_paper(p_document text, p_subject bigint) RETURNS bigint
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE p_document
        WHEN 'card' THEN p_subject
        WHEN 'registration' THEN p_subject
        WHEN 'ticket' THEN (SELECT s.patient_id FROM segments s WHERE s.ticket_id = p_subject ORDER BY s.id DESC LIMIT 1)
        WHEN 'slip' THEN (SELECT a.patient_id FROM appointments a WHERE a.id = p_subject)
        WHEN 'prescription' THEN (SELECT p.patient_id FROM prescriptions p WHERE p.id = p_subject)
        WHEN 'leaflet' THEN (SELECT p.patient_id FROM dispenses d JOIN prescriptions p ON p.id = d.prescription_id
                             WHERE d.id = p_subject)
        WHEN 'medicine_label' THEN (SELECT p.patient_id FROM dispense_lines l JOIN dispenses d ON d.id = l.dispense_id
                                    JOIN prescriptions p ON p.id = d.prescription_id WHERE l.id = p_subject)
    END
$$;

-- What hms.queue_print asks; NULL stands for the hospital's first language.
CREATE FUNCTION hms.paper_language(p_document text, p_subject bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE WHEN p_document IN ('leaflet', 'medicine_label') THEN patients_language(c.id)
                ELSE paper_tongue(c.language) END
    FROM patients c WHERE c.id = patient_of_paper(p_document, p_subject)
$$;

GRANT EXECUTE ON FUNCTION hms.patients_language(bigint) TO hms_pharmacist, hms_clinician, hms_manager;
