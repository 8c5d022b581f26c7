-- Favourite lines: what one person, or everybody of a department, prescribes often.

-- p_record: name, department_id (none: this person's own), and a line as keep_lines reads it. A favourite of the same
-- name is replaced.
CREATE FUNCTION hms.save_favourite_line(p_intent uuid, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_favourite_line');
    department bigint := (p_record ->> 'department_id')::bigint;
    named text := btrim(coalesce(p_record ->> 'name', ''));
    w record;
    saved bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF department IS NOT NULL AND NOT EXISTS (SELECT FROM departments WHERE id = department AND active) THEN
        PERFORM refuse('prescriptions.no_such_department', 'This department is not on the list; choose another one.');
    END IF;
    PERFORM refuse_unfit_lines(jsonb_build_array(p_record));
    SELECT * INTO w FROM lines_wished(jsonb_build_array(p_record));
    INSERT INTO favourite_lines (person, department_id, name, medicine_id, dose, frequency, days, as_needed,
                                 daily_maximum, taper, quantity, refills, substitution, directions)
    VALUES (CASE WHEN department IS NULL THEN session_user END, department, named, w.medicine_id, w.dose, w.frequency,
            w.days, w.as_needed, w.daily_maximum, w.taper, w.quantity, w.refills, w.substitution, w.directions)
    ON CONFLICT (person, department_id, name) DO UPDATE
    SET medicine_id = w.medicine_id, dose = w.dose, frequency = w.frequency, days = w.days, as_needed = w.as_needed,
        daily_maximum = w.daily_maximum, taper = w.taper, quantity = w.quantity, refills = w.refills,
        substitution = w.substitution, directions = w.directions
    RETURNING id INTO saved;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

CREATE FUNCTION hms.drop_favourite_line(p_intent uuid, p_favourite bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'drop_favourite_line');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    DELETE FROM favourite_lines WHERE id = p_favourite AND (department_id IS NOT NULL OR person = session_user);
    IF NOT FOUND THEN
        PERFORM refuse('prescriptions.no_such_favourite', 'This favourite is no longer on the list; open the list again.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_favourite));
END $$;

SELECT hms.named('favourite_lines', 'name', 80), hms.noted('favourite_lines', 'directions', 500),
       hms.versioned('favourite_lines'), hms.audited('favourite_lines');
SELECT hms.knocks('favourite_lines', 'hms_changes', 'prescribing', 'id');
GRANT SELECT ON hms.favourite_lines TO hms_clinician, hms_pharmacist;
GRANT EXECUTE ON FUNCTION hms.save_favourite_line(uuid, jsonb), hms.drop_favourite_line(uuid, bigint)
    TO hms_clinician, hms_pharmacist;
