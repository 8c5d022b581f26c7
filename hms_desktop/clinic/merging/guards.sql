-- Merging two records of one person, and undoing it (rule 17): every reference goes to the record that stands, nothing
-- is written for the other one any more, and what was done is kept so that it can be taken back.

-- What refers to a patient --------------------------------------------------------------------------------------------

-- Every foreign key to a patient, of whatever area, but those of what a person had in hand, and of the merging's own
-- books (what is derived from the record has none). `keys` is the rest of each table's primary key.
CREATE VIEW hms.references_to_patients AS
    SELECT c.oid::regclass AS target, a.attname AS field,
        ARRAY(SELECT k.attname::text FROM pg_index i
              JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
              WHERE i.indrelid = c.oid AND i.indisprimary AND k.attnum <> a.attnum ORDER BY k.attnum) AS keys
    FROM pg_constraint f
    JOIN pg_class c ON c.oid = f.conrelid AND NOT c.relispartition
    CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS pair (own, theirs)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = pair.own
    JOIN pg_attribute t ON t.attrelid = f.confrelid AND t.attnum = pair.theirs AND t.attname = 'id'
    WHERE f.contype = 'f' AND f.confrelid = 'hms.patients'::regclass
        AND c.relname NOT IN ('taken_patients', 'suspected_pairs', 'merges');

-- Rows that stay with the merged-away record where the standing one has its like: what only one record can hold.
CREATE FUNCTION hms.may_stay_behind(p_target regclass) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (SELECT relname = ANY ('{patient_policies}') FROM pg_class WHERE oid = p_target);

-- What forbids a merge: work that is still open for one of these people. Later areas add theirs here.
CREATE FUNCTION hms.refuse_open_work(p_patients bigint[]) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_open record;
BEGIN
    SELECT patient.mrn, ticket.label INTO v_open
    FROM segments AS segment JOIN tickets AS ticket ON ticket.id = segment.ticket_id
    JOIN patients AS patient ON patient.id = segment.patient_id
    WHERE segment.patient_id = ANY (p_patients) AND segment.state IN ('waiting', 'called', 'serving')
    ORDER BY segment.id LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('merging.open_ticket',
            format('Ticket %s of record %s is still open; finish or cancel it first.', v_open.label, v_open.mrn),
            jsonb_build_object('ticket', v_open.label, 'mrn', v_open.mrn));
    END IF;
    SELECT patient.mrn INTO v_open
    FROM leases AS lease JOIN prescriptions AS prescription ON prescription.id = lease.prescription_id
    JOIN patients AS patient ON patient.id = prescription.patient_id
    WHERE prescription.patient_id = ANY (p_patients) AND lease.until_at > hospital_now() LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('merging.open_dispense',
            format('The pharmacy has a prescription of record %s open; wait until it is dispensed or put back.', v_open.mrn),
            jsonb_build_object('mrn', v_open.mrn));
    END IF;
END $$;

-- Nothing new for a merged-away record --------------------------------------------------------------------------------

CREATE FUNCTION hms.refuse_merged_away(p_patient bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_standing record;
BEGIN
    SELECT standing.id, standing.mrn INTO v_standing
    FROM patients AS gone JOIN patients AS standing ON standing.id = gone.merged_into WHERE gone.id = p_patient;
    PERFORM refuse('merging.merged_away',
        format('This record was merged into %s; open that one and go on there.', v_standing.mrn),
        jsonb_build_object('id', v_standing.id, 'mrn', v_standing.mrn));
END $$;

-- Of the rows that were just inserted. Each has waited, by its foreign key, for a merge that was under way.
CREATE FUNCTION hms.keep_off_merged_away() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_merged bigint := (SELECT patient.id FROM new_rows JOIN patients AS patient ON patient.id = new_rows.patient_id
        WHERE patient.merged_into IS NOT NULL LIMIT 1);
BEGIN
    IF v_merged IS NOT NULL THEN
        PERFORM refuse_merged_away(v_merged);
    END IF;
    RETURN NULL;
END $$;

-- Of a row that is given to another patient.
CREATE FUNCTION hms.keep_off_merged_away_later() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF (SELECT merged_into FROM patients WHERE id = NEW.patient_id FOR KEY SHARE) IS NOT NULL THEN
        PERFORM refuse_merged_away(NEW.patient_id);
    END IF;
    RETURN NEW;
END $$;

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN SELECT target FROM hms.references_to_patients WHERE field = 'patient_id' LOOP
        EXECUTE format('CREATE TRIGGER keep_off_merged_away AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_off_merged_away()', found.target);
        EXECUTE format('CREATE TRIGGER keep_off_merged_away_later BEFORE UPDATE OF patient_id ON %s
            FOR EACH ROW WHEN (NEW.patient_id <> OLD.patient_id)
            EXECUTE FUNCTION hms.keep_off_merged_away_later()', found.target);
    END LOOP;
END $$;

CREATE FUNCTION hms.keep_merged_away() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF to_jsonb(NEW) - '{merged_into,version}'::text[] <> to_jsonb(OLD) - '{merged_into,version}'::text[] THEN
        PERFORM refuse_merged_away(OLD.id);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER keep_merged_away BEFORE UPDATE ON hms.patients
FOR EACH ROW WHEN (OLD.merged_into IS NOT NULL AND NEW.merged_into IS NOT NULL)
EXECUTE FUNCTION hms.keep_merged_away();

-- The steps of a merge -----------------------------------------------------------------------------------------------

-- Both records, locked in the order of their ids, first against who books for them. One merge at a time: each may touch
-- records that were merged before.
CREATE FUNCTION hms.lock_for_merging(p_one bigint, p_other bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.merging'));
    PERFORM pg_advisory_xact_lock(hashtext('hms.appointments.patient'), (id % 2147483647)::integer)
    FROM unnest(ARRAY[least(p_one, p_other), greatest(p_one, p_other)]) AS id;
    PERFORM FROM patients WHERE id IN (p_one, p_other) ORDER BY id FOR UPDATE;
    PERFORM refuse_open_work(ARRAY[p_one, p_other]);
END $$;

CREATE FUNCTION hms.refuse_closed(p_patients bigint[]) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF p_patients && closed_records() THEN
        PERFORM refuse('patients.restricted', 'This record is restricted; open it with a reason first.');
    END IF;
END $$;

CREATE FUNCTION hms.record_as_seen(p_patient bigint, p_version bigint) RETURNS hms.patients
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_record patients;
BEGIN
    SELECT * INTO v_record FROM patients WHERE id = p_patient;
    IF NOT FOUND THEN
        PERFORM refuse('patients.unknown', 'There is no such patient.');
    ELSIF v_record.merged_into IS NOT NULL THEN
        PERFORM refuse_merged_away(p_patient);
    ELSIF v_record.version <> p_version THEN
        PERFORM stale('patients.stale', 'Someone else changed this record since you opened it.',
            jsonb_build_object('id', p_patient, 'version', v_record.version));
    END IF;
    RETURN v_record;
END $$;

-- Sets the named columns of a record to the values given.
CREATE FUNCTION hms.set_fields(p_patient bigint, p_values jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_fields text := (SELECT string_agg(quote_ident(field), ', ') FROM jsonb_object_keys(p_values) AS field);
BEGIN
    IF v_fields IS NOT NULL THEN
        EXECUTE format('UPDATE patients SET (%1$s) = (SELECT %1$s FROM jsonb_populate_record(NULL::patients, $1))
            WHERE id = $2', v_fields)
        USING p_values, p_patient;
    END IF;
END $$;

-- Points the rows of one table at p_to instead of p_from; their keys, as far as the patient is no part of them.
CREATE FUNCTION hms.move_references(p_target regclass, p_field name, p_keys text[], p_from bigint, p_to bigint)
RETURNS jsonb
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_update text := format('UPDATE %s AS moved SET %I = $1 WHERE %I = $2 %%s RETURNING jsonb_build_object(%s) AS key',
        p_target, p_field, p_field,
        (SELECT string_agg(format('%L, moved.%I', key, key), ', ') FROM unnest(p_keys) AS key));
    v_row tid;
    v_key jsonb;
    v_moved jsonb;
BEGIN
    BEGIN
        EXECUTE format('WITH moved_rows AS (%s) SELECT coalesce(jsonb_agg(key), ''[]'') FROM moved_rows',
            format(v_update, ''))
        INTO v_moved USING p_to, p_from;
        RETURN v_moved;
    EXCEPTION WHEN unique_violation OR exclusion_violation THEN
        IF NOT may_stay_behind(p_target) THEN
            PERFORM refuse('merging.conflict',
                format('Both records have entries in %s that cannot stand in one record; change one of them first.',
                    p_target),
                jsonb_build_object('table', p_target::text));
        END IF;
    END;
    -- One by one: what the standing record has already stays behind.
    v_moved := '[]';
    FOR v_row IN EXECUTE format('SELECT ctid FROM %s WHERE %I = $1', p_target, p_field) USING p_from LOOP
        BEGIN
            EXECUTE format(v_update, 'AND ctid = $3') INTO v_key USING p_to, p_from, v_row;
            v_moved := v_moved || v_key;
        EXCEPTION WHEN unique_violation OR exclusion_violation THEN
            CONTINUE;
        END;
    END LOOP;
    RETURN v_moved;
END $$;

-- Points the rows with these keys back at p_to, as far as they still are with p_from.
CREATE FUNCTION hms.move_back(p_target regclass, p_field name, p_keys text[], p_rows jsonb, p_from bigint, p_to bigint)
RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    EXECUTE format('UPDATE %s AS moved SET %I = $1 FROM jsonb_populate_recordset(NULL::%s, $2) AS known
        WHERE moved.%I = $3 %s',
        p_target, p_field, p_target, p_field,
        (SELECT string_agg(format('AND moved.%I = known.%I', key, key), ' ') FROM unnest(p_keys) AS key))
    USING p_to, p_rows, p_from;
END $$;

-- The columns of a record that a merge may take from the other one: all but what makes it this record.
CREATE FUNCTION hms.fields_to_choose() RETURNS text[]
LANGUAGE sql STABLE
SET search_path = hms, public, pg_temp
AS $$
    SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = 'hms.patients'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        AND attname NOT IN ('id', 'mrn', 'search_name', 'merged_into', 'version', 'created_at', 'created_by',
            'restricted', 'allergy_status')
$$;

-- What a merge changes in the columns of both records: those chosen from the absorbed one, the restriction of either,
-- and what is known of allergies, which go with their rows.
CREATE FUNCTION hms.fields_after_merge(p_survivor jsonb, p_absorbed jsonb, p_taken text[]) RETURNS jsonb
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_taken text[] := p_taken || CASE WHEN 'birth_date' = ANY (p_taken) THEN '{birth_precision}' ELSE '{}' END::text[];
    v_survivor jsonb;
    v_absorbed jsonb := jsonb_build_object('merged_into', p_survivor -> 'id');
BEGIN
    IF NOT v_taken <@ fields_to_choose() THEN
        PERFORM refuse('merging.no_such_field',
            'One of the chosen fields cannot be taken over; look at the pair again.');
    END IF;
    SELECT coalesce(jsonb_object_agg(field, p_absorbed -> field), '{}') INTO v_survivor FROM unnest(v_taken) AS field;
    v_survivor := v_survivor || jsonb_build_object('restricted',
        (p_survivor ->> 'restricted')::boolean OR (p_absorbed ->> 'restricted')::boolean);
    IF p_absorbed ->> 'allergy_status' = 'known' THEN
        v_survivor := v_survivor || '{"allergy_status": "known"}';
        v_absorbed := v_absorbed || '{"allergy_status": "not_asked"}';
    ELSIF p_survivor ->> 'allergy_status' = 'not_asked' THEN
        v_survivor := v_survivor || jsonb_build_object('allergy_status', p_absorbed -> 'allergy_status');
    END IF;
    RETURN jsonb_build_object('survivor', v_survivor, 'absorbed', v_absorbed);
END $$;

-- The values that a record had in the columns of p_after.
CREATE FUNCTION hms.fields_before(p_record jsonb, p_after jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN (SELECT jsonb_object_agg(field, p_record -> field) FROM jsonb_object_keys(p_after) AS field);

-- What is known of allergies follows from the rows that are there: some may have come or gone since the merge.
CREATE FUNCTION hms.settle_allergy_status(p_patients bigint[]) RETURNS void
LANGUAGE sql
SET search_path = hms, public, pg_temp
AS $$
    UPDATE patients AS patient
    SET allergy_status = CASE WHEN listed.any THEN 'known' ELSE 'not_asked' END
    FROM unnest(p_patients) AS one (id)
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM patient_allergies AS allergy WHERE allergy.patient_id = one.id) AS any) AS listed
    WHERE patient.id = one.id AND (patient.allergy_status = 'known') <> listed.any
$$;

-- The suspected pairs of a merge: the two are merged; what else the absorbed one was suspected of goes over to the
-- survivor. Returns the ids of the pairs that it made.
CREATE FUNCTION hms.hand_on_pairs(p_survivor bigint, p_absorbed bigint) RETURNS bigint[]
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_made bigint[];
BEGIN
    INSERT INTO suspected_pairs (first_id, second_id, score, state, found_at, decided_at, decided_by)
    VALUES (least(p_survivor, p_absorbed), greatest(p_survivor, p_absorbed), 0, 'merged', hospital_now(),
        hospital_now(), session_user)
    ON CONFLICT (first_id, second_id) DO UPDATE
    SET state = 'merged', decided_at = hospital_now(), decided_by = session_user;
    WITH made AS (
        INSERT INTO suspected_pairs (first_id, second_id, score, reasons, found_at)
        SELECT least(third.id, p_survivor), greatest(third.id, p_survivor), pair.score, pair.reasons, hospital_now()
        FROM suspected_pairs AS pair
        CROSS JOIN LATERAL (
            SELECT CASE pair.first_id WHEN p_absorbed THEN pair.second_id ELSE pair.first_id END AS id) AS third
        WHERE pair.state = 'open' AND p_absorbed IN (pair.first_id, pair.second_id) AND third.id <> p_survivor
            AND NOT known_different(p_survivor, third.id)
        ON CONFLICT (first_id, second_id) DO NOTHING RETURNING id
    )
    SELECT coalesce(array_agg(id), '{}') INTO v_made FROM made;
    RETURN v_made;
END $$;

-- Merge and unmerge ---------------------------------------------------------------------------------------------------

-- Makes p_absorbed part of p_survivor, as both were seen; p_taken names the columns whose values come from p_absorbed.
CREATE FUNCTION hms.merge_patients(p_intent uuid, p_survivor bigint, p_survivor_version bigint, p_absorbed bigint,
    p_absorbed_version bigint, p_taken text[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'merge_patients');
    v_survivor jsonb;
    v_absorbed jsonb;
    v_after jsonb;
    v_moved jsonb := '[]';
    v_rows jsonb;
    v_reference record;
    v_merge merges;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    IF p_survivor = p_absorbed THEN
        PERFORM refuse('merging.same_record', 'A record cannot be merged with itself; choose another one.');
    END IF;
    PERFORM lock_for_merging(p_survivor, p_absorbed);
    PERFORM refuse_closed(ARRAY[p_survivor, p_absorbed]);
    v_survivor := to_jsonb(record_as_seen(p_survivor, p_survivor_version));
    v_absorbed := to_jsonb(record_as_seen(p_absorbed, p_absorbed_version));
    v_after := fields_after_merge(v_survivor, v_absorbed, p_taken);
    FOR v_reference IN SELECT * FROM references_to_patients ORDER BY target::text, field LOOP
        v_rows := move_references(v_reference.target, v_reference.field, v_reference.keys, p_absorbed, p_survivor);
        IF v_rows <> '[]' THEN
            v_moved := v_moved || jsonb_build_object(
                'table', v_reference.target::text, 'field', v_reference.field, 'rows', v_rows);
        END IF;
    END LOOP;
    PERFORM set_fields(p_survivor, v_after -> 'survivor');
    PERFORM set_fields(p_absorbed, v_after -> 'absorbed');
    DELETE FROM taken_patients WHERE patient_id = p_absorbed;
    DELETE FROM patient_name_keys AS kept USING unnest(name_keys(v_absorbed ->> 'search_name')) AS gone
    WHERE kept.name_key = gone AND kept.patient_id = p_absorbed;
    INSERT INTO merges (survivor_id, absorbed_id, before, after, moved, made_pairs, merged_at, merged_by)
    VALUES (p_survivor, p_absorbed, jsonb_build_object(
            'survivor', fields_before(v_survivor, v_after -> 'survivor'),
            'absorbed', fields_before(v_absorbed, v_after -> 'absorbed')),
        v_after, jsonb_build_object('references', v_moved), hand_on_pairs(p_survivor, p_absorbed), hospital_now(),
        session_user)
    RETURNING * INTO v_merge;
    RETURN settle_intent(p_intent, jsonb_build_object('id', v_merge.id, 'survivor_id', p_survivor,
        'survivor_mrn', v_survivor -> 'mrn', 'version', v_merge.version));
END $$;

-- Takes a merge back: every row that it moved and that still stands with the survivor returns, and every column that
-- still holds what the merge put there gets its earlier value. What was written since stays with the survivor; so do
-- later merges. The two then count as two people.
CREATE FUNCTION hms.unmerge_patients(p_intent uuid, p_merge bigint, p_version bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'unmerge_patients');
    v_merge merges;
    v_survivor patients;
    v_moved record;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    SELECT * INTO v_merge FROM merges WHERE id = p_merge;
    IF NOT FOUND THEN
        PERFORM refuse('merging.no_such_merge', 'This merge is not known; look at the list again.');
    END IF;
    PERFORM lock_for_merging(v_merge.survivor_id, v_merge.absorbed_id);
    PERFORM refuse_closed(ARRAY[v_merge.survivor_id]);
    SELECT * INTO v_merge FROM merges WHERE id = p_merge FOR UPDATE;
    IF v_merge.undone_at IS NOT NULL OR v_merge.version <> p_version THEN
        PERFORM stale('merging.undone', 'A colleague undid this merge meanwhile; look at the list again.');
    END IF;
    SELECT * INTO v_survivor FROM patients WHERE id = v_merge.survivor_id;
    IF v_survivor.merged_into IS NOT NULL THEN
        PERFORM refuse('merging.merged_later',
            format('Record %s was itself merged later; undo that merge first.', v_survivor.mrn),
            jsonb_build_object('mrn', v_survivor.mrn));
    END IF;
    PERFORM set_fields(v_merge.absorbed_id, v_merge.before -> 'absorbed');
    FOR v_moved IN
        SELECT reference.*, listed.rows
        FROM jsonb_to_recordset(v_merge.moved -> 'references') AS listed ("table" text, field text, rows jsonb)
        JOIN references_to_patients AS reference
            ON reference.target::text = listed."table" AND reference.field = listed.field
    LOOP
        PERFORM move_back(v_moved.target, v_moved.field, v_moved.keys, v_moved.rows, v_merge.survivor_id,
            v_merge.absorbed_id);
    END LOOP;
    PERFORM set_fields(v_merge.survivor_id, (
        SELECT jsonb_object_agg(field, v_merge.before -> 'survivor' -> field)
        FROM jsonb_object_keys(v_merge.before -> 'survivor') AS field
        WHERE to_jsonb(v_survivor) -> field = v_merge.after -> 'survivor' -> field));
    PERFORM settle_allergy_status(ARRAY[v_merge.survivor_id, v_merge.absorbed_id]);
    INSERT INTO patient_name_keys (name_key, patient_id)
    SELECT unnest(name_keys(search_name)), id FROM patients WHERE id = v_merge.absorbed_id ON CONFLICT DO NOTHING;
    DELETE FROM suspected_pairs WHERE id = ANY (v_merge.made_pairs) AND state = 'open';
    UPDATE suspected_pairs SET state = 'different', decided_at = hospital_now(), decided_by = session_user
    WHERE first_id = least(v_merge.survivor_id, v_merge.absorbed_id)
        AND second_id = greatest(v_merge.survivor_id, v_merge.absorbed_id);
    UPDATE merges SET undone_at = hospital_now(), undone_by = session_user WHERE id = p_merge;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_merge, 'survivor_id', v_merge.survivor_id,
        'absorbed_id', v_merge.absorbed_id));
END $$;

-- What the duties may do here -----------------------------------------------------------------------------------------

GRANT EXECUTE ON FUNCTION hms.merge_patients(uuid, bigint, bigint, bigint, bigint, text[]),
    hms.unmerge_patients(uuid, bigint, bigint) TO hms_manager;

SELECT hms.versioned('merges');
SELECT hms.audited('merges');
