-- Finding a patient: the one question that every search box asks, by numbers, name, birth and what goes with a name.

-- By numbers ---------------------------------------------------------------------------------------------------------

-- Record numbers as typed or scanned: whole, without leading zeros, without the check character, or their beginning.
CREATE FUNCTION hms.with_mrn(p_text text) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_number text := upper(regexp_replace(normalize(p_text, NFKC), '[[:space:]().+/_-]', '', 'g'));
BEGIN
    IF v_number !~ '^[0-9][0-9OQIBSZ]{0,11}[0-9A-Z]?$' THEN
        RETURN '{}';
    END IF;
    v_number := translate(v_number, 'OQIBSZ', '001852');
    RETURN ARRAY(
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
END $$;

-- Phones that begin or end with these digits. A country's prefix or a leading zero may be typed or stored or neither:
-- the last eight digits tell. Only `whole` ones where all but such a prefix was typed.
CREATE FUNCTION hms.with_phone(p_digits text, p_whole boolean, p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_tail text := reverse(CASE WHEN length(p_digits) >= 9 THEN right(p_digits, 8) ELSE p_digits END);
BEGIN
    IF length(p_digits) < (CASE WHEN p_whole THEN 7 ELSE 3 END) THEN
        RETURN '{}';
    END IF;
    RETURN ARRAY(
        SELECT patient_id FROM patient_phones WHERE digits >= p_digits AND digits < after_prefix(p_digits)
            AND (NOT p_whole OR digits = p_digits)
        ORDER BY digits LIMIT p_limit
    ) || ARRAY(
        SELECT patient_id FROM patient_phones WHERE reverse(digits) >= v_tail AND reverse(digits) < after_prefix(v_tail)
            AND (NOT p_whole OR length(digits) <= length(p_digits) + 3)
        ORDER BY reverse(digits) LIMIT p_limit
    );
END $$;

CREATE FUNCTION hms.with_identifier(p_key text, p_whole boolean) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    RETURN ARRAY(
        SELECT patient_id FROM patient_identifiers
        WHERE length(p_key) >= 3 AND value_key >= p_key AND value_key < after_prefix(p_key)
            AND (NOT p_whole OR value_key = p_key)
        ORDER BY value_key LIMIT 20
    );
END $$;

-- By birth -----------------------------------------------------------------------------------------------------------

-- The days on which somebody may have been born (rule 14; rules.Birth says the same).
CREATE FUNCTION hms.birth_span(p_date date, p_precision text) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    SELECT CASE p_precision
        WHEN 'month' THEN daterange(p_date, (date_trunc('month', p_date::timestamp) + interval '1 month')::date)
        WHEN 'year' THEN daterange(p_date, (date_trunc('year', p_date::timestamp) + interval '1 year')::date)
        WHEN 'age' THEN daterange((p_date - interval '1 year')::date + 1, p_date + 1)
        ELSE daterange(p_date, p_date + 1)
    END
$$;

-- Who may have been born on these days and has every one of these parts in the name (none: whoever); the surest first.
-- The longest part is looked for first: a year has many births. What is only about a day has an index of its own.
CREATE FUNCTION hms.born_and_named(p_born datemultirange, p_parts text[], p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_longest text := ' ' || coalesce(p_parts[1], '');
    v_span daterange;
    v_found bigint[] := '{}';
BEGIN
    FOR v_span IN SELECT unnest(p_born) LOOP
        v_found := v_found || ARRAY(
            SELECT id FROM patients
            WHERE birth_date >= lower(v_span) AND birth_date < upper(v_span) AND birth_precision = 'day'
                AND strpos(' ' || search_name, v_longest) > 0 AND (cardinality(p_parts) < 2 OR NOT EXISTS (
                    SELECT FROM unnest(p_parts) AS part WHERE strpos(' ' || search_name, ' ' || part) = 0))
            ORDER BY birth_date, id LIMIT p_limit
        ) || ARRAY(
            SELECT id FROM patients
            WHERE birth_date >= lower(v_span) - 366 AND birth_date < upper(v_span) + 366 AND birth_precision <> 'day'
                AND strpos(' ' || search_name, v_longest) > 0 AND (cardinality(p_parts) < 2 OR NOT EXISTS (
                    SELECT FROM unnest(p_parts) AS part WHERE strpos(' ' || search_name, ' ' || part) = 0))
                AND birth_span(birth_date, birth_precision) && v_span
            ORDER BY birth_date, id LIMIT p_limit
        );
    END LOOP;
    RETURN v_found;
END $$;

-- A name and something besides -------------------------------------------------------------------------------------

-- Those of p_ids who were born on these days, are of this age or have these digits in a phone; `clue` says which.
CREATE FUNCTION hms.with_clue(p_ids bigint[], p_born datemultirange, p_aged datemultirange, p_digits text)
RETURNS TABLE (id bigint, clue text)
LANGUAGE sql STABLE ROWS 30
SET search_path = hms, public, pg_temp
AS $$
    SELECT id, clue FROM (
        SELECT id, CASE
            WHEN birth_span(birth_date, birth_precision) && p_born THEN 'born'
            WHEN birth_span(birth_date, birth_precision) && p_aged THEN 'age'
            WHEN length(p_digits) >= 3 AND EXISTS (
                SELECT FROM patient_phones WHERE patient_id = patients.id AND strpos(digits, p_digits) > 0) THEN 'phone'
        END AS clue
        FROM patients WHERE id = ANY (p_ids)
    ) AS seen WHERE clue IS NOT NULL
$$;

-- Patients of this name and born, aged or phoned so. Where many bear the name, or it has so many parts that not all who
-- bear it were looked at, the birth or the phone leads. A name that nobody bears then is taken for one alike.
CREATE FUNCTION hms.named_with_clue(p_parts text[], p_born datemultirange, p_aged datemultirange, p_digits text,
    p_limit integer)
RETURNS TABLE (id bigint, how integer, clue text)
LANGUAGE plpgsql STABLE ROWS 30
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_named bigint[] := named(p_parts, 300);
BEGIN
    IF cardinality(v_named) >= 300 OR cardinality(p_parts) > 2 THEN
        v_named := v_named || with_parts(with_phone(p_digits, false, 2000), p_parts, p_limit)
            || born_and_named(p_born, p_parts, p_limit) || born_and_named(p_aged, p_parts, p_limit);
    END IF;
    RETURN QUERY SELECT seen.id, 0, seen.clue FROM with_clue(v_named, p_born, p_aged, p_digits) AS seen LIMIT p_limit;
    IF NOT FOUND THEN
        RETURN QUERY
        WITH alike AS MATERIALIZED (SELECT * FROM named_alike(p_parts, 300))
        SELECT alike.id, alike.how, seen.clue FROM alike
        JOIN with_clue(ARRAY(SELECT alike.id FROM alike), p_born, p_aged, p_digits) AS seen ON seen.id = alike.id
        ORDER BY alike.apart LIMIT p_limit;
    END IF;
END $$;

-- The question -------------------------------------------------------------------------------------------------------

-- What a search box shows, the likeliest first. p_text is all that was typed. What typed.py read in it: p_births where
-- all of it is a date; p_name, and beside the name p_born, p_age (months) or p_digits of a phone. `matched` says why:
-- mrn, alias (of a record that was merged into this one), identifier, phone, born; of names: name (every typed part is
-- whole), beginning, within, script, slip, sound; and with a +: born, age, phone.
--
-- Rule 19: a restricted record that this person has not opened shows its number only, and is found only by what is
-- typed whole: record number, identifier, phone, or two whole parts of the name (one, where it has only one). So nobody
-- can spell a restricted name letter by letter, or learn a birth or a phone by adding it to a name.
--
-- Runs as the owner, so that no row policy slows the indexes down. Generic plans are pinned because ranges suit them
-- and custom ones were measured twice as slow at the 95th percentile.
CREATE FUNCTION hms.find_patients(p_text text, p_name text DEFAULT '', p_births datemultirange DEFAULT '{}',
    p_born datemultirange DEFAULT '{}', p_age int4range DEFAULT 'empty', p_digits text DEFAULT '',
    p_limit integer DEFAULT 50)
RETURNS TABLE (id bigint, mrn text, given_names text, family_name text, sex text, birth_date date,
    birth_precision text, phone text, closed boolean, matched text)
LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER
SET search_path = hms, public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
DECLARE
    v_limit integer := least(greatest(p_limit, 1), 200);
    v_digits text := CASE WHEN p_text ~ '[[:alpha:]]' THEN '' ELSE digits_of(left(p_text, 100)) END;
    v_key text := identifier_key(left(p_text, 100));
    v_parts text[] := parts_typed(p_text);
    v_named bigint[] := named(v_parts, v_limit);
    v_alike boolean := cardinality(v_named) < 5 AND v_parts <> '{}' AND p_text !~ '[0-9]';
    v_unhyphened text[] := CASE WHEN v_alike AND p_text ~ '-' THEN parts_typed(replace(p_text, '-', '')) ELSE '{}' END;
    v_beside text[] := parts_typed(p_name);
    v_opened bigint[] := opened_records();
    v_aged datemultirange := '{}';
BEGIN
    IF NOT isempty(p_age) THEN
        v_aged := datemultirange(daterange(
            (business_date() - make_interval(months => least(upper(p_age), 2400)))::date + 1,
            (business_date() - make_interval(months => least(lower(p_age), 2399)))::date + 1));
    END IF;
    RETURN QUERY
    WITH every_hit AS (
        SELECT id, place, 'mrn' AS matched, true AS whole
        FROM unnest(with_mrn(left(p_text, 100))) WITH ORDINALITY AS hit (id, place)
        UNION ALL
        SELECT id, 1000 + place, 'identifier', id = ANY (with_identifier(v_key, true))
        FROM unnest(with_identifier(v_key, false)) WITH ORDINALITY AS hit (id, place)
        UNION ALL
        SELECT id, 2000 + place, 'phone', id = ANY (with_phone(v_digits, true, v_limit))
        FROM unnest(with_phone(v_digits, false, v_limit)) WITH ORDINALITY AS hit (id, place)
        UNION ALL
        SELECT id, 3000 + place, 'born', false
        FROM unnest(born_and_named(p_births, '{}', v_limit)) WITH ORDINALITY AS hit (id, place)
        UNION ALL
        SELECT id, 4000 + place, NULL, NULL FROM unnest(v_named) WITH ORDINALITY AS hit (id, place)
        UNION ALL
        SELECT id, 5000 + how,
            concat_ws('+', (ARRAY['name', 'script', 'script', 'slip', 'slip', 'sound'])[how + 1], clue), false
        FROM named_with_clue(v_beside, p_born, v_aged, p_digits, v_limit)
        WHERE v_beside <> '{}' AND (p_born <> '{}' OR v_aged <> '{}' OR p_digits <> '')
        UNION ALL
        SELECT id, 6000 + apart, (ARRAY['script', 'script', 'slip', 'slip', 'sound'])[how], false
        FROM named_alike(CASE WHEN v_alike THEN v_parts ELSE '{}' END, v_limit)
        UNION ALL
        SELECT id, 6000 + apart, (ARRAY['script', 'script', 'slip', 'slip', 'sound'])[how], false
        FROM named_alike(v_unhyphened, v_limit)
        UNION ALL
        SELECT id, 6003, 'slip', false
        FROM unnest(named_together(CASE WHEN v_alike AND cardinality(v_parts) > 1 THEN p_text ELSE '' END, 20)) AS id
    ), seen AS (
        SELECT DISTINCT ON (patient.id) patient.id, hit.place,
            patient.restricted AND patient.id <> ALL (v_opened) AS closed,
            coalesce(hit.whole, spelt.whole = cardinality(v_parts) AND (spelt.whole >= 2
                OR spelt.whole = cardinality(string_to_array(patient.search_name, ' ')))) AS whole,
            CASE WHEN patient.id <> hit.id THEN 'alias' WHEN hit.matched <> '' THEN hit.matched
                WHEN spelt.whole = cardinality(v_parts) THEN 'name' WHEN spelt.begun THEN 'beginning'
                ELSE 'within' END AS matched
        FROM every_hit AS hit JOIN patients AS stored ON stored.id = hit.id
        JOIN patients AS patient ON patient.id = coalesce(stored.merged_into, stored.id)
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE strpos(' ' || patient.search_name || ' ', ' ' || part || ' ') > 0) AS whole,
                bool_and(strpos(' ' || patient.search_name, ' ' || part) > 0) AS begun
            FROM unnest(v_parts) AS part
        ) AS spelt
        WHERE stored.merged_into IS NULL OR hit.matched = 'mrn'
        ORDER BY patient.id, hit.place
    )
    SELECT patient.id, patient.mrn,
        CASE WHEN NOT closed THEN patient.given_names END,
        CASE WHEN NOT closed THEN patient.family_name END,
        CASE WHEN NOT closed THEN patient.sex END,
        CASE WHEN NOT closed THEN patient.birth_date END,
        CASE WHEN NOT closed THEN patient.birth_precision END,
        CASE WHEN NOT closed THEN
            (SELECT number FROM patient_phones WHERE patient_id = patient.id ORDER BY id LIMIT 1) END,
        closed, seen.matched
    FROM seen JOIN patients AS patient USING (id)
    WHERE whole OR NOT closed
    ORDER BY seen.matched NOT IN ('mrn', 'alias', 'identifier', 'phone', 'born', 'name'), seen.place LIMIT v_limit;
END $$;

-- In hand ------------------------------------------------------------------------------------------------------------

-- Notes that this person has this patient in hand; the last 50 of each person stay. A restricted record that is not
-- open leaves no trace here: whom somebody could not see they did not have in hand.
CREATE FUNCTION hms.take_patient(p_intent uuid, p_id bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'take_patient');
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    INSERT INTO taken_patients (patient_id, workstation, taken_at)
    SELECT id, workstation(), hospital_now() FROM patients
    WHERE id = p_id AND (NOT restricted OR id = ANY (opened_records()))
    ON CONFLICT (person, patient_id) DO UPDATE SET workstation = excluded.workstation, taken_at = excluded.taken_at;
    DELETE FROM taken_patients WHERE person = session_user AND taken_at < (
        SELECT taken_at FROM taken_patients WHERE person = session_user ORDER BY taken_at DESC OFFSET 49 LIMIT 1);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

ALTER TABLE hms.taken_patients ENABLE ROW LEVEL SECURITY;

CREATE POLICY in_my_hand ON hms.taken_patients FOR SELECT TO hms_staff
USING (person = session_user OR workstation = (SELECT hms.workstation()));

-- What the duties may do here --------------------------------------------------------------------------------------

GRANT SELECT ON hms.taken_patients TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
GRANT EXECUTE ON FUNCTION hms.take_patient(uuid, bigint),
    hms.find_patients(text, text, datemultirange, datemultirange, int4range, text, integer)
TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
