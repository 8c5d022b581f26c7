-- Who may be registered already (rule 16): which records are worth comparing with one another. How alike two of them
-- are is reckoned by duplicates.py from what these functions return.

-- What a record shares with its likely duplicates, hashed: the whole name by its sounds; two sounds and the birth year;
-- one sound and the birth year, or month and day; the birth date; a number of the address and the word after it, or and
-- a sound. For asking (p_asking) also the two years before and after, an unknown year, and day and month exchanged.
-- A part sounds as in English; one of a script that has no such rules, as its first letters.
-- Written for speed, because an import calls it for every row: no query, no setting, no call, nothing twice.
CREATE FUNCTION hms.likeness_keys(p_search_name text, p_birth date, p_precision text, p_address text,
    p_asking boolean DEFAULT false) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    v_parts text[] := (string_to_array(p_search_name, ' '))[1:5];
    v_sounds text[] := '{}';
    v_year integer := coalesce(extract(year FROM p_birth), 0);
    v_month integer := CASE WHEN p_precision = 'day' THEN extract(month FROM p_birth) END;
    v_day integer := CASE WHEN p_precision = 'day' THEN extract(day FROM p_birth) END;
    v_words text[];
    v_part text;
    v_sound text;
    v_both text;
    v_sum bigint := 0;  -- of the sounds' hashes: the same in any order
    v_keys integer[] := '{}';
BEGIN
    FOR i IN 1..coalesce(cardinality(v_parts), 0) LOOP
        v_part := left(v_parts[i], 40);
        v_sound := CASE WHEN octet_length(v_part) = length(v_part)
            THEN coalesce(nullif(public.dmetaphone(v_part), ''), left(v_part, 4))
            ELSE left(v_part, 3) END;
        CONTINUE WHEN v_sound = '' OR v_sound = ANY (v_sounds);
        FOR j IN 1..cardinality(v_sounds) LOOP
            v_both := 'n' || least(v_sound, v_sounds[j]) || ' ' || greatest(v_sound, v_sounds[j]);
            v_keys := v_keys || hashtext(v_both || v_year);
            IF p_asking AND v_year > 0 THEN
                v_keys := v_keys || ARRAY[hashtext(v_both || 0), hashtext(v_both || v_year - 2),
                    hashtext(v_both || v_year - 1), hashtext(v_both || v_year + 1), hashtext(v_both || v_year + 2)];
            END IF;
        END LOOP;
        v_sounds := v_sounds || v_sound;
        v_sum := v_sum + hashtext(v_sound);
        IF v_year > 0 THEN
            v_keys := v_keys || hashtext('s' || v_year || v_sound);
        END IF;
        IF v_day IS NOT NULL THEN
            v_keys := v_keys || hashtext('m' || v_month || '-' || v_day || left(v_sound, 2));
        END IF;
    END LOOP;
    IF cardinality(v_sounds) > 0 THEN
        v_keys := v_keys || hashtext('f' || v_sum);
    END IF;
    IF v_day IS NOT NULL THEN
        v_keys := v_keys || hashtext('b' || v_year || '-' || v_month || '-' || v_day);
        IF p_asking AND v_day <= 12 THEN
            v_keys := v_keys || hashtext('b' || v_year || '-' || v_day || '-' || v_month);
        END IF;
    END IF;
    IF p_address ~ '[0-9]' THEN
        v_words := (regexp_split_to_array(lower(left(p_address, 300)), '[^[:alnum:]]+'))[1:16];
        FOR i IN 1..cardinality(v_words) LOOP
            CONTINUE WHEN v_words[i] !~ '[0-9]';
            v_keys := v_keys || hashtext('a' || v_words[i] || coalesce(left(v_words[i + 1], 4), ''));
            IF length(v_words[i]) >= 4 THEN
                FOREACH v_sound IN ARRAY v_sounds LOOP
                    v_keys := v_keys || hashtext('p' || v_words[i] || left(v_sound, 3));
                END LOOP;
            END IF;
        END LOOP;
    END IF;
    RETURN v_keys;
END $$;

-- The records that share most with what is given, most first: by key, by the last eight digits of a phone, by an
-- identifier. Of each key the first hundred are looked at, so that a common name costs no more than a rare one.
CREATE FUNCTION hms.resembling(p_keys integer[], p_digits text[], p_identifiers text[], p_most integer)
RETURNS TABLE (patient_id bigint, hits bigint)
LANGUAGE plpgsql STABLE ROWS 40
SET search_path = hms, public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT hit.patient_id, sum(hit.worth)::bigint
    FROM (
        SELECT found.patient_id, 1 AS worth FROM unnest(p_keys) AS key
        CROSS JOIN LATERAL (
            SELECT patient_id FROM patient_likeness WHERE keys @> ARRAY[key] LIMIT 100
        ) AS found
        UNION ALL
        SELECT found.patient_id, 3 FROM unnest(p_digits) AS digits
        CROSS JOIN LATERAL (
            SELECT patient_id FROM patient_phones
            WHERE reverse(digits) >= left(reverse(digits.digits), 8)
                AND reverse(digits) < after_prefix(left(reverse(digits.digits), 8)) LIMIT 50
        ) AS found
        UNION ALL
        SELECT found.patient_id, 5 FROM unnest(p_identifiers) AS identifier
        CROSS JOIN LATERAL (
            SELECT patient_id FROM patient_identifiers WHERE value_key = identifier LIMIT 50
        ) AS found
    ) AS hit
    GROUP BY hit.patient_id ORDER BY 2 DESC, 1 LIMIT p_most;
END $$;

-- What is kept beside the record -----------------------------------------------------------------------------------

CREATE FUNCTION hms.keep_likeness() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_changed bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        v_changed := ARRAY(SELECT id FROM later);
    ELSE
        v_changed := ARRAY(
            SELECT id FROM later JOIN earlier USING (id)
            WHERE (later.search_name, later.birth_date, later.birth_precision, later.address, later.merged_into)
                IS DISTINCT FROM (earlier.search_name, earlier.birth_date, earlier.birth_precision, earlier.address,
                earlier.merged_into));
    END IF;
    IF v_changed <> '{}' THEN
        DELETE FROM patient_likeness WHERE patient_id IN (
            SELECT id FROM later WHERE id = ANY (v_changed) AND merged_into IS NOT NULL);
        INSERT INTO patient_likeness (patient_id, keys)
        SELECT id, likeness_keys(search_name, birth_date, birth_precision, address)
        FROM later WHERE id = ANY (v_changed) AND merged_into IS NULL
        ON CONFLICT (patient_id) DO UPDATE SET keys = excluded.keys;
        INSERT INTO patients_to_compare (patient_id) SELECT unnest(v_changed);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_likeness_of_new AFTER INSERT ON hms.patients
REFERENCING NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_likeness();

CREATE TRIGGER keep_likeness_of_changed AFTER UPDATE ON hms.patients
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_likeness();

CREATE FUNCTION hms.compare_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    INSERT INTO patients_to_compare (patient_id) SELECT DISTINCT patient_id FROM later;
    RETURN NULL;
END $$;

CREATE TRIGGER compare_again_after_insert AFTER INSERT ON hms.patient_phones
REFERENCING NEW TABLE AS later FOR EACH STATEMENT EXECUTE FUNCTION hms.compare_again();
CREATE TRIGGER compare_again_after_update AFTER UPDATE ON hms.patient_phones
REFERENCING NEW TABLE AS later FOR EACH STATEMENT EXECUTE FUNCTION hms.compare_again();
CREATE TRIGGER compare_again_after_insert AFTER INSERT ON hms.patient_identifiers
REFERENCING NEW TABLE AS later FOR EACH STATEMENT EXECUTE FUNCTION hms.compare_again();
CREATE TRIGGER compare_again_after_update AFTER UPDATE ON hms.patient_identifiers
REFERENCING NEW TABLE AS later FOR EACH STATEMENT EXECUTE FUNCTION hms.compare_again();

-- Records from before there was a comparison, or that were written past the triggers. Where most are missing, the index
-- is made anew behind them: key by key into a full one would take minutes.
DO $$
DECLARE
    v_index CONSTANT text := pg_get_indexdef('hms.patient_likeness_keys_idx'::regclass);
    v_most CONSTANT boolean :=
        (SELECT count(*) FROM hms.patients) > 2 * (SELECT count(*) FROM hms.patient_likeness) + 10000;
BEGIN
    IF v_most THEN
        DROP INDEX hms.patient_likeness_keys_idx;
    END IF;
    WITH written AS (
        INSERT INTO hms.patient_likeness (patient_id, keys)
        SELECT id, hms.likeness_keys(search_name, birth_date, birth_precision, address) FROM hms.patients AS patient
        WHERE merged_into IS NULL
            AND NOT EXISTS (SELECT FROM hms.patient_likeness AS known WHERE known.patient_id = patient.id)
        RETURNING patient_id
    )
    INSERT INTO hms.patients_to_compare (patient_id) SELECT patient_id FROM written;
    IF v_most THEN
        EXECUTE v_index;
    END IF;
END $$;
