-- Pairs of records that may be one person: who is shown beside a registration, what was decided, and the comparing of
-- all.

-- The record that stands for this one: itself, or the one it was merged into.
CREATE FUNCTION hms.standing_record(p_patient bigint) RETURNS bigint
LANGUAGE sql STABLE
SET search_path = hms, public, pg_temp
AS $$ SELECT coalesce(merged_into, id) FROM patients WHERE id = p_patient $$;

-- Whether somebody decided that these two records, or records merged into them, are of two people.
CREATE FUNCTION hms.known_different(p_one bigint, p_other bigint) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = hms, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM suspected_pairs AS pair
        WHERE pair.state = 'different' AND (
            pair.first_id = p_one AND standing_record(pair.second_id) = p_other
            OR pair.second_id = p_one AND standing_record(pair.first_id) = p_other
            OR pair.first_id = p_other AND standing_record(pair.second_id) = p_one
            OR pair.second_id = p_other AND standing_record(pair.first_id) = p_one))
$$;

-- The records that the database itself takes for the same person: an equal identifier of one kind, or the same name of
-- two parts or more and the same exact birth date.
CREATE FUNCTION hms.certain_duplicates(p_search_name text, p_birth date, p_precision text, p_kinds text[],
    p_values text[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    RETURN ARRAY(
        SELECT id FROM patients
        WHERE search_name = p_search_name AND strpos(p_search_name, ' ') > 0 AND p_precision = 'day'
            AND birth_date = p_birth AND birth_precision = 'day' AND merged_into IS NULL
        UNION
        SELECT known.patient_id FROM unnest(p_kinds, p_values) AS given (kind, value_key)
        JOIN patient_identifiers AS known USING (value_key, kind)
        JOIN patients AS patient ON patient.id = known.patient_id
        WHERE patient.merged_into IS NULL
        LIMIT 20);
END $$;

-- What of these records is compared. A restricted record that is not open to this person shows nothing; the service
-- that compares all records sees all of them.
CREATE FUNCTION hms.compared_records(p_ids bigint[])
RETURNS TABLE (id bigint, mrn text, given_names text, family_name text, sex text, birth_date date,
    birth_precision text, address text, phones text[], kinds text[], identifiers text[], closed boolean)
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    v_opened bigint[] := opened_records();
    v_all boolean := pg_has_role(session_user, 'hms_worker', 'MEMBER');
BEGIN
    RETURN QUERY
    SELECT patient.id, patient.mrn,
        CASE WHEN open THEN patient.given_names END, CASE WHEN open THEN patient.family_name END,
        CASE WHEN open THEN patient.sex END, CASE WHEN open THEN patient.birth_date END,
        CASE WHEN open THEN patient.birth_precision END, CASE WHEN open THEN patient.address END,
        CASE WHEN open THEN ARRAY(
            SELECT phone.number FROM patient_phones AS phone WHERE phone.patient_id = patient.id ORDER BY phone.id) END,
        CASE WHEN open THEN ARRAY(
            SELECT known.kind FROM patient_identifiers AS known
            WHERE known.patient_id = patient.id ORDER BY known.id) END,
        CASE WHEN open THEN ARRAY(
            SELECT known.value FROM patient_identifiers AS known
            WHERE known.patient_id = patient.id ORDER BY known.id) END,
        NOT open
    FROM patients AS patient
    CROSS JOIN LATERAL (SELECT v_all OR NOT patient.restricted OR patient.id = ANY (v_opened) AS open) AS door
    WHERE patient.id = ANY (p_ids) AND patient.merged_into IS NULL;
END $$;

-- Names that many bear, and how large a part of all people: what the server's own statistics know since it last looked.
CREATE FUNCTION hms.common_names() RETURNS TABLE (name text, share real)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
    SELECT names.name, names.share
    FROM pg_stats AS known
    CROSS JOIN LATERAL unnest(known.most_common_vals::text::text[], known.most_common_freqs) AS names (name, share)
    WHERE known.schemaname = 'hms' AND known.tablename = 'patients' AND known.attname IN ('given_names', 'family_name')
        AND names.share > 0.007 AND names.name <> ''
$$;

-- Who may be meant by a form that is being filled in, or by the stored record p_except: at most 40 to be compared. A
-- restricted record shows its number only, and only where the database is certain.
CREATE FUNCTION hms.likely_duplicates(p_record jsonb, p_except bigint DEFAULT NULL)
RETURNS TABLE (id bigint, mrn text, given_names text, family_name text, sex text, birth_date date,
    birth_precision text, address text, phones text[], kinds text[], identifiers text[], closed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    v_name text := normal_name(left(coalesce(p_record ->> 'family_name', '') || ' '
        || coalesce(p_record ->> 'given_names', ''), 600));
    v_birth date := (p_record ->> 'birth_date')::date;
    v_precision text := p_record ->> 'birth_precision';
    v_kinds text[] := ARRAY(SELECT wish ->> 'kind' FROM jsonb_array_elements(p_record -> 'identifiers') AS wish);
    v_values text[] := ARRAY(
        SELECT identifier_key(wish ->> 'value') FROM jsonb_array_elements(p_record -> 'identifiers') AS wish);
    v_digits text[] := ARRAY(
        SELECT digits FROM (
            SELECT digits_of(wish ->> 'number') AS digits FROM jsonb_array_elements(p_record -> 'phones') AS wish
        ) AS phone WHERE length(digits) >= 6);
    v_certain bigint[] := certain_duplicates(v_name, v_birth, v_precision, v_kinds, v_values);
BEGIN
    RETURN QUERY
    SELECT compared.*
    FROM compared_records(v_certain || ARRAY(
        SELECT patient_id FROM resembling(
            likeness_keys(v_name, v_birth, v_precision, p_record ->> 'address', true), v_digits,
            array_remove(v_values, ''), 40))) AS compared
    WHERE compared.id IS DISTINCT FROM p_except
        AND (NOT compared.closed OR compared.id = ANY (v_certain))
        AND (p_except IS NULL OR NOT known_different(p_except, compared.id));
END $$;

-- Called by register_patient: refuses where the database is certain of a duplicate that the clerk has not been shown,
-- and remembers that those shown are other people. Registrations wait for one another at the counter of record numbers,
-- so that of two clerks who register one person at once the second sees what the first has written.
CREATE FUNCTION hms.settle_shown_duplicates(p_patient bigint, p_shown bigint[]) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_unseen bigint[];
BEGIN
    SELECT ARRAY(
        SELECT id FROM unnest(certain_duplicates(patient.search_name, patient.birth_date, patient.birth_precision,
            ARRAY(SELECT kind FROM patient_identifiers WHERE patient_id = p_patient ORDER BY id),
            ARRAY(SELECT value_key FROM patient_identifiers WHERE patient_id = p_patient ORDER BY id))) AS id
        WHERE id <> p_patient AND id <> ALL (p_shown))
    INTO v_unseen FROM patients AS patient WHERE patient.id = p_patient;
    IF v_unseen <> '{}' THEN
        PERFORM refuse('merging.not_shown',
            'This person may be registered already; look at the likely duplicates and save again '
            'if it is somebody else.',
            jsonb_build_object('ids', v_unseen));
    END IF;
    INSERT INTO suspected_pairs (first_id, second_id, score, state, found_at, decided_at, decided_by)
    SELECT least(patient.id, p_patient), greatest(patient.id, p_patient), 0, 'different', hospital_now(),
        hospital_now(), session_user
    FROM patients AS patient WHERE patient.id = ANY (p_shown) AND patient.id <> p_patient
    ON CONFLICT (first_id, second_id) DO NOTHING;
END $$;

-- Comparing all ------------------------------------------------------------------------------------------------------

-- The records of the next marks, and for each the others that it may be a duplicate of; `up_to` is its last mark. Marks
-- of records that are closed to this person wait for somebody to whom they are open.
CREATE FUNCTION hms.next_to_compare(p_most integer) RETURNS TABLE (patient_id bigint, up_to bigint, others bigint[])
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    v_closed bigint[] := CASE WHEN pg_has_role(session_user, 'hms_worker', 'MEMBER') THEN '{}'
        ELSE closed_records() END;
BEGIN
    RETURN QUERY
    SELECT marked.patient_id, marked.up_to, ARRAY(
        SELECT found.patient_id FROM resembling(
            likeness_keys(patient.search_name, patient.birth_date, patient.birth_precision, patient.address, true),
            ARRAY(SELECT digits FROM patient_phones AS phone
                  WHERE phone.patient_id = patient.id AND length(digits) >= 6),
            ARRAY(SELECT value_key FROM patient_identifiers AS known WHERE known.patient_id = patient.id), 60) AS found
        WHERE found.patient_id <> marked.patient_id AND patient.merged_into IS NULL)
    FROM (
        SELECT mark.patient_id, max(mark.id) AS up_to FROM (
            SELECT id, patient_id FROM patients_to_compare WHERE patient_id <> ALL (v_closed) ORDER BY id LIMIT p_most
        ) AS mark GROUP BY mark.patient_id
    ) AS marked JOIN patients AS patient ON patient.id = marked.patient_id;
END $$;

CREATE FUNCTION hms.records_to_compare(p_ids bigint[])
RETURNS TABLE (id bigint, mrn text, given_names text, family_name text, sex text, birth_date date,
    birth_precision text, address text, phones text[], kinds text[], identifiers text[], closed boolean)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$ SELECT * FROM compared_records(p_ids) $$;

-- Puts the pairs {"one", "other", "score", "reasons"} on the work list and takes away the marks of the records {"id",
-- "up_to"}; one that came while they were compared stays. A pair that was decided stays decided.
CREATE FUNCTION hms.keep_suspected_pairs(p_done jsonb, p_pairs jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_new bigint;
BEGIN
    WITH written AS (
        INSERT INTO suspected_pairs AS pair (first_id, second_id, score, reasons, found_at)
        SELECT DISTINCT ON (1, 2) least(found.one, found.other), greatest(found.one, found.other), found.score,
            found.reasons, hospital_now()
        FROM jsonb_to_recordset(p_pairs) AS found (one bigint, other bigint, score double precision, reasons text[])
        WHERE NOT known_different(found.one, found.other)
        ORDER BY 1, 2, 3 DESC
        ON CONFLICT (first_id, second_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons
        WHERE pair.state = 'open' AND (pair.score, pair.reasons) IS DISTINCT FROM (excluded.score, excluded.reasons)
        RETURNING pair.version
    )
    SELECT count(*) FILTER (WHERE version = 1) INTO v_new FROM written;
    DELETE FROM patients_to_compare AS marked
    USING jsonb_to_recordset(p_done) AS done (id bigint, up_to bigint)
    WHERE marked.patient_id = done.id AND marked.id <= done.up_to
        AND marked.id <= (SELECT max(listed.up_to) FROM jsonb_to_recordset(p_done) AS listed (up_to bigint));
    RETURN v_new;
END $$;

-- Deciding -----------------------------------------------------------------------------------------------------------

-- A record as the lists of pairs and merges show it: a restricted one that is not open to this person, its number only.
CREATE FUNCTION hms.as_side(p_record hms.patients, p_opened bigint[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('id', p_record.id, 'mrn', p_record.mrn) || CASE
    WHEN p_record.restricted AND p_record.id <> ALL (p_opened) THEN '{"closed": true}'
    ELSE jsonb_build_object('closed', false, 'given_names', p_record.given_names, 'family_name', p_record.family_name,
        'birth_date', p_record.birth_date, 'birth_precision', p_record.birth_precision) END;

-- The work list: the pairs that nobody has decided, in the order of `place`, the most alike first.
CREATE VIEW hms.pairs_to_decide AS
    SELECT pair.id, pair.version, pair.score, -pair.score AS place,
        CASE WHEN one.side @> '{"closed": false}' AND other.side @> '{"closed": false}' THEN pair.reasons
            ELSE '{}' END AS reasons,
        one.side AS first, other.side AS second
    FROM hms.suspected_pairs AS pair
    JOIN (SELECT id, hms.as_side(patients, (SELECT hms.opened_records())) AS side FROM hms.patients
          WHERE merged_into IS NULL) AS one ON one.id = pair.first_id
    JOIN (SELECT id, hms.as_side(patients, (SELECT hms.opened_records())) AS side FROM hms.patients
          WHERE merged_into IS NULL) AS other ON other.id = pair.second_id
    WHERE pair.state = 'open';

-- The merges that can be undone.
CREATE VIEW hms.standing_merges AS
    SELECT merge.id, merge.version, merge.merged_at AT TIME ZONE facility.time_zone AS merged_at,
        coalesce((SELECT display_name FROM hms.people WHERE login = merge.merged_by), merge.merged_by) AS merged_by,
        hms.as_side(survivor, opened.ids) AS survivor, hms.as_side(absorbed, opened.ids) AS absorbed
    FROM hms.merges AS merge
    JOIN hms.patients AS survivor ON survivor.id = merge.survivor_id
    JOIN hms.patients AS absorbed ON absorbed.id = merge.absorbed_id
    CROSS JOIN (SELECT hms.opened_records() AS ids OFFSET 0) AS opened
    CROSS JOIN hms.facility
    WHERE merge.undone_at IS NULL;

-- Two people after all, or (p_different false) to be looked at again.
CREATE FUNCTION hms.decide_pair(p_intent uuid, p_pair bigint, p_version bigint, p_different boolean) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'decide_pair');
    v_pair suspected_pairs;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    SELECT * INTO v_pair FROM suspected_pairs WHERE id = p_pair FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('merging.no_such_pair', 'This pair is not known; look at the list again.');
    ELSIF v_pair.version <> p_version OR v_pair.state = 'merged' THEN
        PERFORM stale('merging.decided', 'A colleague decided about this pair meanwhile; look at the list again.',
            jsonb_build_object('state', v_pair.state, 'version', v_pair.version));
    END IF;
    UPDATE suspected_pairs SET state = CASE WHEN p_different THEN 'different' ELSE 'open' END,
        decided_at = CASE WHEN p_different THEN hospital_now() END,
        decided_by = CASE WHEN p_different THEN session_user END
    WHERE id = p_pair RETURNING * INTO v_pair;
    RETURN settle_intent(p_intent, jsonb_build_object('id', v_pair.id, 'version', v_pair.version));
END $$;

-- What the duties may do here ----------------------------------------------------------------------------------------

GRANT SELECT ON hms.pairs_to_decide, hms.standing_merges TO hms_manager;
GRANT SELECT ON hms.patients_to_compare TO hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.likely_duplicates(jsonb, bigint) TO hms_front_desk, hms_clinician, hms_manager;
GRANT EXECUTE ON FUNCTION hms.common_names() TO hms_front_desk, hms_clinician, hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.as_side(hms.patients, bigint[]) TO hms_manager;
GRANT EXECUTE ON FUNCTION hms.decide_pair(uuid, bigint, bigint, boolean) TO hms_manager;
GRANT EXECUTE ON FUNCTION hms.next_to_compare(integer), hms.records_to_compare(bigint[]),
    hms.keep_suspected_pairs(jsonb, jsonb) TO hms_manager, hms_worker;

SELECT hms.versioned('suspected_pairs');
SELECT hms.audited('suspected_pairs');
SELECT hms.knocks('suspected_pairs', 'hms_changes', 'merging', 'id');
