-- Finding a patient: what is kept of each name for it, and the one function that every search box asks.

-- What is kept of a name -------------------------------------------------------------------------------------------

-- Every ordered pair of the first eight different parts of a name; a name written without spaces also as a whole.
CREATE FUNCTION hms.name_keys(p_search_name text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    WITH parts AS (
        SELECT left(part, 40) AS part, min(place) AS place
        FROM string_to_table(p_search_name, ' ') WITH ORDINALITY AS split (part, place)
        GROUP BY 1 ORDER BY 2 LIMIT 8
    )
    SELECT one.part || ' ' || other.part FROM parts AS one JOIN parts AS other ON one.part <> other.part
    UNION ALL
    SELECT part FROM parts WHERE (SELECT count(*) FROM parts) = 1
    UNION
    SELECT left(replace(p_search_name, ' ', ''), 40)
    WHERE p_search_name ~ '[\u0E00-\u0EFF\u1000-\u11FF\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]'
$$;

CREATE FUNCTION hms.keep_name_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM patient_name_keys AS kept
        USING (
            SELECT earlier.id, name_keys(earlier.search_name) AS name_key
            FROM earlier JOIN later USING (id) WHERE earlier.search_name <> later.search_name
        ) AS gone
        WHERE kept.name_key = gone.name_key AND kept.patient_id = gone.id;
    END IF;
    INSERT INTO patient_name_keys (name_key, patient_id)
    SELECT name_keys(search_name), id FROM later
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_name_keys_of_new AFTER INSERT ON hms.patients
REFERENCING NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_name_keys();

CREATE TRIGGER keep_name_keys_of_changed AFTER UPDATE ON hms.patients
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_name_keys();

-- Search -----------------------------------------------------------------------------------------------------------

-- Patients with one part p_whole and another beginning with p_start.
CREATE FUNCTION hms.named_with_pair(p_whole text, p_start text, p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    RETURN ARRAY(
        SELECT patient_id FROM patient_name_keys
        WHERE name_key >= p_whole || ' ' || p_start AND name_key < after_prefix(p_whole || ' ' || p_start)
        ORDER BY name_key, patient_id LIMIT p_limit);
END $$;

-- Those of p_ids whose name has, for each of p_parts, a part that begins with it.
CREATE FUNCTION hms.with_parts(p_ids bigint[], p_parts text[], p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    RETURN ARRAY(
        SELECT id FROM patients WHERE id = ANY (p_ids) AND NOT EXISTS (
            SELECT FROM unnest(p_parts) AS part WHERE strpos(' ' || search_name, ' ' || part) = 0)
        ORDER BY search_name, id LIMIT p_limit);
END $$;

-- Patients with all of three or more parts. The pair that the fewest people share leads; where that is more than 200
-- and too few of them have the other parts too, the first 1,500 are looked at.
CREATE FUNCTION hms.named_with_parts(p_parts text[], p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_fewest bigint[];
    v_pair bigint[];
    v_whole text;
    v_start text;
    v_lead text;
    v_next text;
    v_found bigint[];
BEGIN
    FOREACH v_whole IN ARRAY p_parts LOOP
        FOREACH v_start IN ARRAY p_parts LOOP
            CONTINUE WHEN v_whole = v_start OR cardinality(v_fewest) < 20;
            v_pair := named_with_pair(v_whole, v_start, 200);
            IF v_pair <> '{}' AND (v_fewest IS NULL OR cardinality(v_pair) < cardinality(v_fewest)) THEN
                v_fewest := v_pair;
                v_lead := v_whole;
                v_next := v_start;
            END IF;
        END LOOP;
    END LOOP;
    v_found := with_parts(v_fewest, p_parts, p_limit);
    IF cardinality(v_fewest) = 200 AND cardinality(v_found) < least(10, p_limit) THEN
        v_found := with_parts(named_with_pair(v_lead, v_next, 1500), p_parts, p_limit);
    END IF;
    RETURN v_found;
END $$;

-- Patients by what was typed of their name, parts in any order; by a piece from within where no name begins so.
CREATE FUNCTION hms.named(p_text text, p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_parts text[] := ARRAY(
        SELECT part FROM (
            SELECT left(part, 40) AS part, min(place) AS place
            FROM string_to_table(left(normal_name(left(p_text, 200)), 120), ' ') WITH ORDINALITY AS split (part, place)
            WHERE part <> '' GROUP BY 1 ORDER BY 2 LIMIT 4
        ) AS typed ORDER BY length(part) DESC, place);
    v_longest text := v_parts[1];
    v_second text := v_parts[2];
    v_found bigint[] := '{}';
BEGIN
    IF cardinality(v_parts) = 1 THEN
        v_found := ARRAY(
            SELECT patient_id FROM (
                SELECT patient_id, name_key FROM patient_name_keys
                WHERE name_key >= v_longest AND name_key < after_prefix(v_longest)
                ORDER BY name_key, patient_id LIMIT p_limit * 4
            ) AS keys
            GROUP BY patient_id ORDER BY min(name_key) LIMIT p_limit);
    ELSIF cardinality(v_parts) = 2 THEN
        v_found := named_with_pair(v_longest, v_second, p_limit) || named_with_pair(v_second, v_longest, p_limit);
    ELSIF cardinality(v_parts) > 2 THEN
        v_found := named_with_parts(v_parts, p_limit);
    END IF;
    IF cardinality(v_found) < 10 AND cardinality(v_parts) > 1 THEN
        -- No part need be whole: the first thousand keys that begin with either of the two longest.
        v_found := v_found || ARRAY(
            SELECT id FROM patients WHERE id IN (
                SELECT patient_id FROM (
                    (SELECT patient_id, name_key, v_second AS other FROM patient_name_keys
                    WHERE name_key >= v_longest AND name_key < after_prefix(v_longest)
                    ORDER BY name_key, patient_id LIMIT 1000)
                    UNION ALL
                    (SELECT patient_id, name_key, v_longest FROM patient_name_keys
                    WHERE name_key >= v_second AND name_key < after_prefix(v_second)
                    ORDER BY name_key, patient_id LIMIT 1000)
                ) AS keys
                WHERE strpos(name_key, ' ' || other) > 0)
            AND NOT EXISTS (SELECT FROM unnest(v_parts) AS part WHERE strpos(' ' || search_name, ' ' || part) = 0)
            ORDER BY search_name, id LIMIT p_limit);
    END IF;
    -- Trigrams exist only of letters that the database's character type knows; without them a scan would follow.
    IF v_found = '{}' AND length(v_longest) >= 4 AND show_trgm(v_longest) <> '{}' AND v_longest !~ '[%_\\]' THEN
        v_found := ARRAY(
            SELECT id FROM (
                SELECT id, search_name FROM patients WHERE search_name LIKE '%' || v_longest || '%' LIMIT 200
            ) AS within
            WHERE NOT EXISTS (SELECT FROM unnest(v_parts) AS part WHERE strpos(search_name, part) = 0)
            ORDER BY search_name, id LIMIT p_limit);
    END IF;
    RETURN v_found;
END $$;

-- What the search box shows: by record number, identifier, phone and name, in this order. A restricted record that this
-- person has not opened shows its number only. Runs as the owner, so that no row policy slows the indexes down. Generic
-- plans are pinned because ranges suit them and custom ones were measured twice as slow at the 95th percentile.
CREATE FUNCTION hms.find_patients(p_text text, p_limit integer DEFAULT 50)
RETURNS TABLE (id bigint, mrn text, given_names text, family_name text, sex text, birth_date date,
    birth_precision text, phone text, closed boolean, matched text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
DECLARE
    v_limit integer := least(greatest(p_limit, 1), 200);
    v_number text := upper(regexp_replace(normalize(left(p_text, 100), NFKC), '[[:space:]().+/_-]', '', 'g'));
    v_digits text := digits_of(left(p_text, 100));
    v_identifier text := identifier_key(left(p_text, 100));
    v_tail text;
    v_by_mrn bigint[] := '{}';
    v_by_identifier bigint[] := '{}';
    v_by_phone bigint[] := '{}';
    v_opened bigint[] := opened_records();
BEGIN
    IF v_number ~ '^[0-9][0-9OQIBSZ]{0,11}[0-9A-Z]?$' THEN
        v_number := translate(v_number, 'OQIBSZ', '001852');
        v_by_mrn := ARRAY(
            SELECT id FROM patients WHERE mrn = lpad(v_number, greatest(9, length(v_number)), '0')
        ) || ARRAY(
            SELECT id FROM patients
            WHERE mrn >= lpad(v_number, greatest(8, length(v_number)), '0')
                AND mrn < after_prefix(lpad(v_number, greatest(8, length(v_number)), '0'))
            ORDER BY mrn LIMIT 1
        ) || ARRAY(
            SELECT id FROM patients WHERE length(v_number) >= 4 AND mrn >= v_number AND mrn < after_prefix(v_number)
            ORDER BY mrn LIMIT 20
        );
    END IF;
    IF length(v_digits) >= 3 AND v_number ~ '^[0-9]+$' THEN
        -- A country's prefix or a leading zero may be typed or stored or neither: the last eight digits tell.
        v_tail := reverse(CASE WHEN length(v_digits) >= 9 THEN right(v_digits, 8) ELSE v_digits END);
        v_by_phone := ARRAY(
            SELECT patient_id FROM patient_phones WHERE digits >= v_digits AND digits < after_prefix(v_digits)
            ORDER BY digits LIMIT v_limit
        ) || ARRAY(
            SELECT patient_id FROM patient_phones WHERE reverse(digits) >= v_tail AND reverse(digits) < after_prefix(v_tail)
            ORDER BY reverse(digits) LIMIT v_limit
        );
    END IF;
    IF length(v_identifier) >= 3 THEN
        v_by_identifier := ARRAY(
            SELECT patient_id FROM patient_identifiers
            WHERE value_key >= v_identifier AND value_key < after_prefix(v_identifier) ORDER BY value_key LIMIT 20
        );
    END IF;
    RETURN QUERY
    WITH hits AS (
        SELECT id, min(place) AS place, (array_agg(matched ORDER BY place))[1] AS matched
        FROM (
            SELECT id, place, 'mrn' AS matched FROM unnest(v_by_mrn) WITH ORDINALITY AS hit (id, place)
            UNION ALL
            SELECT id, 1000 + place, 'identifier' FROM unnest(v_by_identifier) WITH ORDINALITY AS hit (id, place)
            UNION ALL
            SELECT id, 2000 + place, 'phone' FROM unnest(v_by_phone) WITH ORDINALITY AS hit (id, place)
            UNION ALL
            SELECT id, 3000 + place, 'name' FROM unnest(named(p_text, v_limit)) WITH ORDINALITY AS hit (id, place)
        ) AS every_hit
        GROUP BY id ORDER BY place LIMIT v_limit
    )
    SELECT patient.id, patient.mrn,
        CASE WHEN NOT shut.closed THEN patient.given_names END,
        CASE WHEN NOT shut.closed THEN patient.family_name END,
        CASE WHEN NOT shut.closed THEN patient.sex END,
        CASE WHEN NOT shut.closed THEN patient.birth_date END,
        CASE WHEN NOT shut.closed THEN patient.birth_precision END,
        CASE WHEN NOT shut.closed THEN
            (SELECT number FROM patient_phones WHERE patient_id = patient.id ORDER BY id LIMIT 1) END,
        shut.closed, hits.matched
    FROM hits JOIN patients AS patient USING (id)
    CROSS JOIN LATERAL (SELECT patient.restricted AND patient.id <> ALL (v_opened) AS closed) AS shut
    ORDER BY hits.place;
END $$;

-- What the duties may do here --------------------------------------------------------------------------------------

GRANT EXECUTE ON FUNCTION hms.find_patients(text, integer)
TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
