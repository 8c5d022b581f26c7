-- Bringing in another system's patients: a file is known again by its digest, and each batch is all or nothing.

-- Where a file stands: {"id", "lines_done", "patients_made", "finished_at"}; a file that is new begins at line 0.
CREATE FUNCTION hms.open_import(p_digest text, p_name text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_import patient_imports;
BEGIN
    PERFORM refuse_hidden_characters('name of the file', p_name);
    INSERT INTO patient_imports (digest, name, started_at, started_by)
    VALUES (p_digest, p_name, hospital_now(), session_user)
    ON CONFLICT (digest) DO NOTHING;
    SELECT * INTO v_import FROM patient_imports WHERE digest = p_digest;
    RETURN jsonb_build_object('id', v_import.id, 'lines_done', v_import.lines_done,
        'patients_made', v_import.patients_made, 'finished_at', v_import.finished_at);
END $$;

-- One batch: the rows that begin on the lines after p_after up to p_upto, in the file's order. A row is a record as
-- register_patient takes it, with "line". A row whose number in the other system is known already makes nobody.
-- [{"line", "mrn", "made"}], one for each row.
CREATE FUNCTION hms.import_patients(p_intent uuid, p_import bigint, p_after bigint, p_upto bigint, p_rows jsonb)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'import_patients');
    v_done bigint;
    v_outcome jsonb;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    SELECT lines_done INTO v_done FROM patient_imports WHERE id = p_import FOR UPDATE;
    IF v_done IS DISTINCT FROM p_after OR p_upto <= p_after THEN
        PERFORM stale('import.elsewhere', 'This file is being imported by somebody else just now; look again later.',
            jsonb_build_object('lines_done', v_done));
    END IF;
    v_outcome := insert_patients(p_rows);
    UPDATE patient_imports SET lines_done = p_upto,
        patients_made = patients_made + (
            SELECT count(*) FROM jsonb_array_elements(v_outcome) AS told WHERE (told ->> 'made')::boolean)
    WHERE id = p_import;
    RETURN settle_intent(p_intent, v_outcome);
END $$;

CREATE FUNCTION hms.finish_import(p_import bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$ UPDATE patient_imports SET finished_at = hospital_now() WHERE id = p_import AND finished_at IS NULL $$;

-- Many registrations in few statements (nobody is granted it). Their numbers follow each other in the file's order.
CREATE FUNCTION hms.insert_patients(p_rows jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_told jsonb;
    v_new jsonb;
BEGIN
    -- Two imports at once wait for each other here, so that neither overlooks whom the other brings.
    PERFORM pg_advisory_xact_lock(hashtextextended('hms.patients.import', 0));
    WITH wishes AS (
        SELECT (wish ->> 'line')::bigint AS line, wish, elsewhere.key
        FROM jsonb_array_elements(p_rows) AS listed (wish)
        LEFT JOIN LATERAL (
            SELECT identifier_key(number ->> 'value') AS key FROM jsonb_array_elements(wish -> 'identifiers') AS number
            WHERE number ->> 'kind' = 'other_hospital' LIMIT 1
        ) AS elsewhere ON true
    ), people AS (
        SELECT line, wish, min(line) OVER (PARTITION BY coalesce(key, 'line ' || line)) AS first_line, known.mrn
        FROM wishes
        LEFT JOIN LATERAL (
            SELECT patient.mrn FROM patient_identifiers AS number JOIN patients AS patient ON patient.id = patient_id
            WHERE number.kind = 'other_hospital' AND value_key = wishes.key LIMIT 1
        ) AS known ON true
    ), newcomers AS (
        SELECT first_line, next_mrn() AS new_mrn
        FROM (SELECT DISTINCT first_line FROM people WHERE mrn IS NULL ORDER BY 1) AS in_order
    ), numbered AS (
        SELECT line, wish, mrn IS NULL AND line = first_line AS made, coalesce(mrn, new_mrn) AS mrn
        FROM people LEFT JOIN newcomers USING (first_line)
    )
    SELECT jsonb_agg(jsonb_build_object('line', line, 'mrn', mrn, 'made', made) ORDER BY line),
        coalesce(jsonb_agg(wish || jsonb_build_object('mrn', mrn)) FILTER (WHERE made), '[]')
    INTO v_told, v_new
    FROM numbered;
    INSERT INTO patients (mrn, given_names, family_name, sex, birth_date, birth_precision, address, notes, language,
        allergy_status, created_at, created_by)
    SELECT mrn, coalesce(given_names, ''), coalesce(family_name, ''), coalesce(sex, 'unknown'), birth_date,
        birth_precision, coalesce(address, ''), coalesce(notes, ''), coalesce(language, ''),
        allergy_status_of(allergies), hospital_now(), session_user
    FROM jsonb_to_recordset(v_new) AS wish (mrn text, given_names text, family_name text, sex text, birth_date date,
        birth_precision text, address text, notes text, language text, allergies jsonb);
    INSERT INTO patient_phones (patient_id, number, kind, e164)
    SELECT patient.id, phone ->> 'number', coalesce(phone ->> 'kind', 'mobile'), coalesce(phone ->> 'e164', '')
    FROM jsonb_array_elements(v_new) AS wish
    CROSS JOIN jsonb_array_elements(wish -> 'phones') AS phone
    JOIN patients AS patient ON patient.mrn = wish ->> 'mrn';
    INSERT INTO patient_identifiers (patient_id, kind, value, country)
    SELECT patient.id, number ->> 'kind', number ->> 'value', coalesce(number ->> 'country', '')
    FROM jsonb_array_elements(v_new) AS wish
    CROSS JOIN jsonb_array_elements(wish -> 'identifiers') AS number
    JOIN patients AS patient ON patient.mrn = wish ->> 'mrn';
    -- What few rows have goes in one record at a time.
    PERFORM set_lines(patient.id, wish - ARRAY['phones', 'identifiers'])
    FROM jsonb_array_elements(v_new) AS wish JOIN patients AS patient ON patient.mrn = wish ->> 'mrn'
    WHERE wish ?| ARRAY['contacts', 'policies', 'allergies', 'consents'];
    RETURN v_told;
END $$;

GRANT EXECUTE ON FUNCTION hms.open_import(text, text), hms.finish_import(bigint),
    hms.import_patients(uuid, bigint, bigint, bigint, jsonb) TO hms_manager, hms_admin;
GRANT SELECT ON hms.patient_imports TO hms_manager, hms_admin;

SELECT hms.audited('patient_imports');
