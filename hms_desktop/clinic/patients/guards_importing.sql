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

-- Many registrations in one statement (nobody is granted it). Their numbers follow each other in the file's order.
CREATE FUNCTION hms.insert_patients(p_rows jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_told jsonb;
    v_rest jsonb;
BEGIN
    -- Two imports at once wait for each other here, so that neither overlooks whom the other brings.
    PERFORM pg_advisory_xact_lock(hashtextextended('hms.patients.import', 0));
    PERFORM collect_search_keys(true);
    WITH wishes AS MATERIALIZED (
        SELECT *, identifier_key(jsonb_path_query_first(identifiers, '$[*] ? (@.kind == "other_hospital").value')
            #>> '{}') AS elsewhere
        FROM ROWS FROM (jsonb_to_recordset(p_rows) AS (line bigint, given_names text, family_name text, sex text,
            birth_date date, birth_precision text, address text, email text, notes text, language text, phones jsonb,
            identifiers jsonb, contacts jsonb, policies jsonb, allergies jsonb, consents jsonb)) WITH ORDINALITY
            AS wish (line, given_names, family_name, sex, birth_date, birth_precision, address, email, notes, language,
            phones, identifiers, contacts, policies, allergies, consents, place)
    ), known AS (
        SELECT DISTINCT ON (number.value_key) number.value_key AS elsewhere, patient.mrn
        FROM patient_identifiers AS number JOIN patients AS patient ON patient.id = number.patient_id
        WHERE number.kind = 'other_hospital'
            AND number.value_key = ANY (ARRAY(SELECT elsewhere FROM wishes WHERE elsewhere <> ''))
        ORDER BY number.value_key, number.id
    ), people AS (
        SELECT wishes.*, mrn AS known_mrn, coalesce(elsewhere, 'row ' || place) AS person,
            row_number() OVER (PARTITION BY coalesce(elsewhere, 'row ' || place) ORDER BY place) AS nth
        FROM wishes LEFT JOIN known USING (elsewhere) ORDER BY place
    ), numbered AS MATERIALIZED (
        SELECT people.*, CASE WHEN known_mrn IS NULL AND nth = 1 THEN next_mrn() END AS mrn,
            CASE WHEN known_mrn IS NULL AND nth = 1 THEN nextval(pg_get_serial_sequence('patients', 'id')) END AS id
        FROM people
    ), made AS (
        INSERT INTO patients (id, mrn, given_names, family_name, sex, birth_date, birth_precision, address, email,
            notes, language, allergy_status, created_at, created_by) OVERRIDING SYSTEM VALUE
        SELECT id, mrn, coalesce(given_names, ''), coalesce(family_name, ''), coalesce(sex, 'unknown'), birth_date,
            birth_precision, coalesce(address, ''), coalesce(email, ''), coalesce(notes, ''), coalesce(language, ''),
            allergy_status_of(allergies), now.at, session_user
        FROM (SELECT hospital_now() AS at OFFSET 0) AS now CROSS JOIN numbered WHERE id IS NOT NULL
    ), phoned AS (
        INSERT INTO patient_phones (patient_id, number, kind, e164)
        SELECT id, phone ->> 'number', coalesce(phone ->> 'kind', 'mobile'), coalesce(phone ->> 'e164', '')
        FROM numbered CROSS JOIN jsonb_array_elements(phones) AS phone WHERE id IS NOT NULL
    ), identified AS (
        INSERT INTO patient_identifiers (patient_id, kind, value, country)
        SELECT id, number ->> 'kind', number ->> 'value', coalesce(number ->> 'country', '')
        FROM numbered CROSS JOIN jsonb_array_elements(identifiers) AS number WHERE id IS NOT NULL
    ), told AS (
        SELECT line, place, id IS NOT NULL AS made,
            first_value(coalesce(known_mrn, mrn)) OVER (PARTITION BY person ORDER BY place) AS mrn
        FROM numbered
    )
    SELECT
        (SELECT jsonb_agg(jsonb_build_object('line', line, 'mrn', mrn, 'made', made) ORDER BY place) FROM told),
        (SELECT jsonb_agg(jsonb_build_object('id', id, 'lines', jsonb_strip_nulls(jsonb_build_object(
             'contacts', contacts, 'policies', policies, 'allergies', allergies, 'consents', consents))) ORDER BY place)
         FROM numbered WHERE id IS NOT NULL AND num_nonnulls(contacts, policies, allergies, consents) > 0)
    INTO v_told, v_rest;
    -- What few rows have goes in one record at a time.
    PERFORM set_lines((rest ->> 'id')::bigint, rest -> 'lines') FROM jsonb_array_elements(v_rest) AS rest;
    PERFORM collect_search_keys(false);
    RETURN v_told;
END $$;

-- What is searched by is collected in the indexes' own lists, which are short, so that searching stays quick. While a
-- batch is written they may be long: at its end all of it is sorted into the indexes at once, for a fraction of the work.
-- Like all of the batch, nobody else sees the longer list; whom it meets waits for nothing.
CREATE FUNCTION hms.collect_search_keys(p_many boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_index text;
BEGIN
    FOREACH v_index IN ARRAY ARRAY['patients_search_name_trigrams_idx', 'patient_likeness_keys_idx'] LOOP
        IF NOT p_many THEN
            PERFORM gin_clean_pending_list(v_index::regclass);
        END IF;
        EXECUTE format('ALTER INDEX %I SET (gin_pending_list_limit = %s)', v_index, CASE WHEN p_many THEN 4096 ELSE 64 END);
    END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION hms.open_import(text, text), hms.finish_import(bigint),
    hms.import_patients(uuid, bigint, bigint, bigint, jsonb) TO hms_manager, hms_admin;
GRANT SELECT ON hms.patient_imports TO hms_manager, hms_admin;

SELECT hms.audited('patient_imports');
