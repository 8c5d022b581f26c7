-- Bringing in another list of medicines: a file is known again by its digest, and each batch is all or nothing.

-- Where a list stands: {"id", "lines_done", "rows_made", "finished_at"}; one that is new begins at line 0.
CREATE FUNCTION hms.open_catalogue_import(p_digest text, p_name text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_import catalogue_imports;
BEGIN
    PERFORM refuse_hidden_characters('name of the file', p_name);
    INSERT INTO catalogue_imports (digest, name, started_at) VALUES (p_digest, p_name, hospital_now())
    ON CONFLICT (digest) DO NOTHING;
    SELECT * INTO v_import FROM catalogue_imports WHERE digest = p_digest;
    RETURN jsonb_build_object('id', v_import.id, 'lines_done', v_import.lines_done, 'rows_made', v_import.rows_made,
                              'finished_at', v_import.finished_at);
END $$;

-- One batch: the rows that begin on the lines after p_after up to p_upto. A row is a medicine with "line", "substances"
-- (names), their "strengths" and at most one "pack". [{"line", "outcome"}]: new, pack (a new pack of a known medicine), known.
CREATE FUNCTION hms.import_medicines(p_intent uuid, p_import bigint, p_after bigint, p_upto bigint, p_rows jsonb)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'import_medicines');
    v_done bigint;
    v_outcome jsonb;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    SELECT lines_done INTO v_done FROM catalogue_imports WHERE id = p_import FOR UPDATE;
    IF v_done IS DISTINCT FROM p_after OR p_upto <= p_after THEN
        PERFORM stale('import.elsewhere', 'This file is being imported by somebody else just now; look again later.',
                      jsonb_build_object('lines_done', v_done));
    END IF;
    v_outcome := insert_medicines(p_rows);
    UPDATE catalogue_imports SET lines_done = p_upto, rows_made = rows_made + (
        SELECT count(*) FROM jsonb_array_elements(v_outcome) AS told WHERE told ->> 'outcome' <> 'known')
    WHERE id = p_import;
    RETURN settle_intent(p_intent, v_outcome);
END $$;

CREATE FUNCTION hms.finish_catalogue_import(p_import bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    UPDATE catalogue_imports SET finished_at = hospital_now() WHERE id = p_import AND finished_at IS NULL
$$;

-- The rows of a list one by one, in their order.
CREATE FUNCTION hms.listed_medicines(p_rows jsonb)
    RETURNS TABLE (place bigint, line bigint, name text, strength text, form text, route text, base_unit text,
        atc_code text, controlled text, price numeric, storage text, synonyms text[], substances text[],
        strengths text[], pack jsonb)
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT place, line, name, strength, form, route, base_unit, atc_code, controlled, price, storage, synonyms,
        substances, strengths, pack
    FROM ROWS FROM (jsonb_to_recordset(p_rows) AS (line bigint, name text, strength text, form text, route text,
        base_unit text, atc_code text, controlled text, price numeric, storage text, synonyms text[], substances text[],
        strengths text[], pack jsonb)) WITH ORDINALITY AS listed (line, name, strength, form, route, base_unit, atc_code,
        controlled, price, storage, synonyms, substances, strengths, pack, place)
$$;

-- Many medicines in few statements (nobody is granted it). What is known already keeps what it says and learns only
-- what it did not know (rule 32): a missing class, price or storage, further names. By index always: a batch is small
-- and the catalogue is large.
CREATE FUNCTION hms.insert_medicines(p_rows jsonb) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    v_made bigint[];
    v_ids bigint[];
    v_packed bigint[];
BEGIN
    -- Two imports at once wait for each other here, so that neither overlooks what the other brings.
    PERFORM pg_advisory_xact_lock(hashtextextended('hms.medicines.import', 0));
    WITH made AS (
        INSERT INTO medicines (name, strength, form, route, base_unit, atc_code, controlled, price, storage, synonyms)
        SELECT DISTINCT ON (lower(name), lower(strength), lower(form), lower(route))
            name, strength, form, route, base_unit, atc_code, controlled, price, storage, synonyms
        FROM listed_medicines(p_rows) ORDER BY lower(name), lower(strength), lower(form), lower(route), place
        ON CONFLICT DO NOTHING
        RETURNING id
    )
    SELECT coalesce(array_agg(id), '{}') INTO v_made FROM made;
    v_ids := ARRAY(
        SELECT medicine.id FROM listed_medicines(p_rows) AS listed JOIN medicines AS medicine
            ON lower(medicine.name) = lower(listed.name) AND lower(medicine.strength) = lower(listed.strength)
            AND lower(medicine.form) = lower(listed.form) AND lower(medicine.route) = lower(listed.route)
        ORDER BY listed.place);
    PERFORM learn_of_medicines(p_rows, v_ids);
    PERFORM substances_of(ARRAY(SELECT unnest(substances) FROM listed_medicines(p_rows)));
    INSERT INTO medicine_substances (medicine_id, substance_id, place, strength)
    SELECT DISTINCT ON (v_ids[listed.place], substance.id) v_ids[listed.place], substance.id, told.place,
        coalesce(listed.strengths[told.place], '')
    FROM listed_medicines(p_rows) AS listed
    CROSS JOIN LATERAL unnest(listed.substances) WITH ORDINALITY AS told (name, place)
    JOIN substances AS substance ON lower(substance.name) = lower(told.name)
    WHERE NOT EXISTS (SELECT FROM medicine_substances WHERE medicine_id = v_ids[listed.place])
    ORDER BY v_ids[listed.place], substance.id, told.place;
    v_packed := insert_packs(p_rows, v_ids);
    RETURN (
        SELECT jsonb_agg(jsonb_build_object('line', line, 'outcome', CASE
            WHEN turn = 1 AND v_ids[place] = ANY (v_made) THEN 'new' WHEN place = ANY (v_packed) THEN 'pack'
            ELSE 'known' END) ORDER BY place)
        FROM (
            SELECT line, place, row_number() OVER (PARTITION BY v_ids[place] ORDER BY place) AS turn
            FROM listed_medicines(p_rows)
        ) AS seen
    );
END $$;

-- What the rows tell of medicines that did not know it; p_ids are theirs in the order of the rows.
CREATE FUNCTION hms.learn_of_medicines(p_rows jsonb, p_ids bigint[]) RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    UPDATE medicines AS known SET atc_code = coalesce(nullif(known.atc_code, ''), learnt.atc_code),
        price = coalesce(known.price, learnt.price), storage = coalesce(nullif(known.storage, ''), learnt.storage),
        synonyms = known.synonyms || learnt.more
    FROM (
        SELECT medicine.id, max(listed.atc_code) AS atc_code, max(listed.price) AS price, max(listed.storage) AS storage,
            coalesce(array_agg(DISTINCT called) FILTER (WHERE called <> ALL (medicine.synonyms)
                AND lower(called) <> lower(medicine.name)), '{}') AS more
        FROM listed_medicines(p_rows) AS listed JOIN medicines AS medicine ON medicine.id = p_ids[listed.place]
        LEFT JOIN LATERAL unnest(listed.synonyms) AS called ON true
        GROUP BY medicine.id
    ) AS learnt
    WHERE known.id = learnt.id AND (known.atc_code = '' AND learnt.atc_code <> ''
        OR known.price IS NULL AND learnt.price IS NOT NULL OR known.storage = '' AND learnt.storage <> ''
        OR learnt.more <> '{}')
$$;

-- The packs that are not known by their GTIN, or by medicine, name and units; the places of the rows that brought one.
CREATE FUNCTION hms.insert_packs(p_rows jsonb, p_ids bigint[]) RETURNS bigint[]
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    WITH told AS MATERIALIZED (
        SELECT place, p_ids[place] AS medicine_id, pack ->> 'name' AS name, (pack ->> 'units')::bigint AS units,
            gtin_of(nullif(pack ->> 'gtin', '')) AS gtin, pack ->> 'manufacturer' AS manufacturer
        FROM listed_medicines(p_rows) WHERE jsonb_typeof(pack) = 'object'
    ), wishes AS (
        SELECT DISTINCT ON (coalesce(gtin, concat_ws(' ', medicine_id, units, lower(name)))) * FROM told
        WHERE NOT EXISTS (SELECT FROM packs WHERE packs.gtin = told.gtin)
            AND NOT EXISTS (SELECT FROM packs WHERE packs.medicine_id = told.medicine_id
                AND packs.units = told.units AND lower(packs.name) = lower(told.name))
        ORDER BY coalesce(gtin, concat_ws(' ', medicine_id, units, lower(name))), place
    ), made AS (
        INSERT INTO packs (medicine_id, name, units, gtin, manufacturer)
        SELECT medicine_id, name, units, gtin, manufacturer FROM wishes ORDER BY place
    )
    SELECT coalesce(array_agg(place), '{}') FROM wishes
$$;

-- WHO's classes: [{"code", "name", "doses": [{"dose", "unit", "route", "note"}]}]; a class that is told again gets its
-- new name and doses.
CREATE FUNCTION hms.import_atc(p_intent uuid, p_classes jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'import_atc');
    v_changed bigint;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    INSERT INTO atc_codes AS known (code, name)
    SELECT class ->> 'code', class ->> 'name' FROM jsonb_array_elements(p_classes) AS class
    ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE known.name <> excluded.name;
    GET DIAGNOSTICS v_changed = ROW_COUNT;
    DELETE FROM defined_doses AS known USING jsonb_array_elements(p_classes) AS class
    WHERE known.atc_code = class ->> 'code' AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(class -> 'doses') AS told (dose numeric, unit text, route text, note text)
        WHERE (told.dose, told.unit, told.route, told.note) = (known.dose, known.unit, known.route, known.note));
    INSERT INTO defined_doses (atc_code, dose, unit, route, note)
    SELECT class ->> 'code', told.dose, told.unit, told.route, told.note
    FROM jsonb_array_elements(p_classes) AS class
    CROSS JOIN LATERAL jsonb_to_recordset(class -> 'doses') AS told (dose numeric, unit text, route text, note text)
    ON CONFLICT DO NOTHING;
    RETURN settle_intent(p_intent, jsonb_build_object('changed', v_changed));
END $$;

GRANT EXECUTE ON FUNCTION hms.open_catalogue_import(text, text), hms.finish_catalogue_import(bigint),
    hms.import_medicines(uuid, bigint, bigint, bigint, jsonb), hms.import_atc(uuid, jsonb)
    TO hms_pharmacist, hms_manager, hms_admin;

SELECT hms.audited('catalogue_imports'), hms.audited('defined_doses');
