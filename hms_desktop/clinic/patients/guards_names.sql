-- Names as they are looked for: what is kept of each for it, beginnings in any order, other scripts, slips and sounds.

-- What is kept of a name -------------------------------------------------------------------------------------------

-- Every ordered pair of the first eight different parts of a name; a name written without spaces also as a whole.
CREATE FUNCTION hms.name_keys(p_search_name text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
AS $$
DECLARE
    v_parts text[] := '{}';
    v_keys text[] := '{}';
    v_part text;
    v_other text;
    v_whole text;
BEGIN
    FOREACH v_part IN ARRAY string_to_array(p_search_name, ' ') LOOP
        v_part := left(v_part, 40);
        CONTINUE WHEN v_part = ANY (v_parts);
        FOREACH v_other IN ARRAY v_parts LOOP
            v_keys := v_keys || ARRAY[v_other || ' ' || v_part, v_part || ' ' || v_other];
        END LOOP;
        v_parts := v_parts || v_part;
        EXIT WHEN cardinality(v_parts) = 8;
    END LOOP;
    IF cardinality(v_parts) = 1 THEN
        v_keys := v_parts;
    END IF;
    IF octet_length(p_search_name) > length(p_search_name)
        AND p_search_name ~ '[\u0E00-\u0EFF\u1000-\u11FF\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]' THEN
        v_whole := left(replace(p_search_name, ' ', ''), 40);
        IF v_whole <> ALL (v_keys) THEN
            v_keys := v_keys || v_whole;
        END IF;
    END IF;
    RETURN v_keys;
END $$;

CREATE FUNCTION hms.keep_name_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM patient_name_keys AS kept
        USING (
            SELECT earlier.id, unnest(name_keys(earlier.search_name)) AS name_key
            FROM earlier JOIN later USING (id) WHERE earlier.search_name <> later.search_name
        ) AS gone
        WHERE kept.name_key = gone.name_key AND kept.patient_id = gone.id;
        INSERT INTO patient_name_keys (name_key, patient_id)
        SELECT unnest(name_keys(later.search_name)), id
        FROM earlier JOIN later USING (id) WHERE earlier.search_name <> later.search_name
        ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO patient_name_keys (name_key, patient_id)
        SELECT unnest(name_keys(search_name)) AS name_key, id FROM later ORDER BY name_key, id;
    END IF;
    PERFORM keep_name_parts(ARRAY(SELECT DISTINCT search_name FROM later));
    RETURN NULL;
END $$;

CREATE TRIGGER keep_name_keys_of_new AFTER INSERT ON hms.patients
REFERENCING NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_name_keys();

CREATE TRIGGER keep_name_keys_of_changed AFTER UPDATE ON hms.patients
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_name_keys();

-- The vocabulary ---------------------------------------------------------------------------------------------------

-- A part of a name in Latin letters, sign by sign; what has no Latin letter is left out.
CREATE FUNCTION hms.romanised(p_part text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF p_part ~ '^[a-z0-9]*$' THEN
        RETURN left(p_part, 60);
    END IF;
    RETURN (
        SELECT left(coalesce(string_agg(page.latin[ascii(sign) % 256 + 1], '' ORDER BY place), ''), 60)
        FROM string_to_table(p_part, NULL) WITH ORDINALITY AS signs (sign, place)
        JOIN romanised_signs AS page ON page.page = ascii(sign) / 256);
END $$;

-- A word whole and with every one sign left out: two words of one slip's distance share one of these. Words of three
-- signs and less stand for themselves only.
CREATE FUNCTION hms.one_left_out(p_word text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    SELECT array_agg(DISTINCT overlay(p_word PLACING '' FROM place FOR sign_or_none))
    FROM generate_series(1, greatest(length(p_word), 1)) AS place
    CROSS JOIN generate_series(0, CASE WHEN length(p_word) > 3 THEN 1 ELSE 0 END) AS sign_or_none
$$;

-- Whether one word becomes the other by one sign more, less or changed, or by two neighbours changing places.
CREATE FUNCTION hms.one_slip(p_one text, p_other text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    SELECT public.levenshtein_less_equal(p_one, p_other, 1) <= 1
        OR length(p_one) = length(p_other) AND EXISTS (
            SELECT FROM generate_series(1, length(p_one) - 1) AS place
            WHERE p_other = overlay(p_one PLACING reverse(substr(p_one, place, 2)) FROM place))
$$;

-- The consonants that are heard, the same for voiced and voiceless, over the romanisations of many countries; scripts
-- that write no vowels agree with those that do: Mohammed, Muhamad and محمد are mmt.
CREATE FUNCTION hms.consonants(p_latin text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
AS $$
DECLARE
    v_heard text := p_latin;
    v_rule text[];
BEGIN
    FOREACH v_rule SLICE 1 IN ARRAY ARRAY[
        ['sch|sh|zh|ts|tz|cz|ch(?![rl])|c(?=[eiy])', 's'], ['kh|gh|ck|ch|qu|q|c', 'k'], ['ph|v|w(?=[aeiouy])', 'f'],
        ['dzh|dj|^y(?=[aeiou])', 'j'], ['^x', 's'], ['x', 'ks'], ['b', 'p'], ['d', 't'], ['g', 'k'], ['z', 's'],
        ['(.)\1+', '\1'], ['^[aeiouwy]+', 'A'], ['(?<=.)[aeiouwyh]', '']
    ] LOOP
        v_heard := regexp_replace(v_heard, v_rule[1], v_rule[2], 'g');
    END LOOP;
    RETURN v_heard;
END $$;

-- What sounds alike shares one of these: the codes of Daitch and Mokotoff, and the consonants.
CREATE FUNCTION hms.sounds_of(p_latin text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    SELECT coalesce(public.daitch_mokotoff(p_latin), '{}')
        || CASE WHEN length(hms.consonants(p_latin)) > 1 THEN ARRAY[hms.consonants(p_latin)] ELSE '{}' END
$$;

-- Adds the parts of these names that are not in the vocabulary yet, in one order, so that nobody waits in a circle.
CREATE FUNCTION hms.keep_name_parts(p_search_names text[]) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    INSERT INTO name_parts (part, romanised, slips, sounds)
    SELECT part, latin, one_left_out(part) || CASE WHEN latin = part THEN '{}' ELSE one_left_out(latin) END,
        sounds_of(latin)
    FROM (
        SELECT part, romanised(part) AS latin FROM (
            SELECT DISTINCT left(part, 40) AS part
            FROM unnest(string_to_array(array_to_string(p_search_names, ' '), ' ')) AS part WHERE part <> ''
        ) AS parts
        WHERE NOT EXISTS (SELECT FROM name_parts AS known WHERE known.part = parts.part)
        OFFSET 0
    ) AS unknown
    ORDER BY part
    ON CONFLICT DO NOTHING;
END $$;

-- Names by their beginnings -------------------------------------------------------------------------------------------

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

-- The first four different parts of what was typed, the longest first.
CREATE FUNCTION hms.parts_typed(p_text text) RETURNS text[]
LANGUAGE sql STABLE
SET search_path = hms, public, pg_temp
AS $$
    SELECT ARRAY(
        SELECT part FROM (
            SELECT left(part, 40) AS part, min(place) AS place
            FROM string_to_table(left(normal_name(left(p_text, 200)), 120), ' ') WITH ORDINALITY AS split (part, place)
            WHERE part <> '' GROUP BY 1 ORDER BY 2 LIMIT 4
        ) AS typed ORDER BY length(part) DESC, place)
$$;

-- Patients by what was typed of their name, parts in any order; by a piece from within where no name begins so.
CREATE FUNCTION hms.named(p_parts text[], p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_longest text := p_parts[1];
    v_second text := p_parts[2];
    v_found bigint[] := '{}';
BEGIN
    IF cardinality(p_parts) = 1 THEN
        v_found := ARRAY(
            SELECT patient_id FROM (
                SELECT patient_id, name_key FROM patient_name_keys
                WHERE name_key >= v_longest AND name_key < after_prefix(v_longest)
                ORDER BY name_key, patient_id LIMIT p_limit * 4
            ) AS keys
            GROUP BY patient_id ORDER BY min(name_key) LIMIT p_limit);
    ELSIF cardinality(p_parts) = 2 THEN
        v_found := named_with_pair(v_longest, v_second, p_limit) || named_with_pair(v_second, v_longest, p_limit);
    ELSIF cardinality(p_parts) > 2 THEN
        v_found := named_with_parts(p_parts, p_limit);
    END IF;
    IF cardinality(v_found) < 10 AND cardinality(p_parts) > 1 THEN
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
            AND NOT EXISTS (SELECT FROM unnest(p_parts) AS part WHERE strpos(' ' || search_name, ' ' || part) = 0)
            ORDER BY search_name, id LIMIT p_limit);
    END IF;
    -- Trigrams exist only of letters that the database's character type knows; without them a scan would follow.
    IF v_found = '{}' AND length(v_longest) >= 4 AND show_trgm(v_longest) <> '{}' AND v_longest !~ '[%_\\]' THEN
        v_found := ARRAY(
            SELECT id FROM (
                SELECT id, search_name FROM patients WHERE search_name LIKE '%' || v_longest || '%' LIMIT 200
            ) AS within
            WHERE NOT EXISTS (SELECT FROM unnest(p_parts) AS part WHERE strpos(search_name, part) = 0)
            ORDER BY search_name, id LIMIT p_limit);
    END IF;
    RETURN v_found;
END $$;

-- Names as they sound, and with a slip -----------------------------------------------------------------------------

-- Parts of names that p_part may mean. `how`: 1 the same in another script, 2 one that begins so in another script,
-- 3 one slip away, 4 one slip away and not yet typed to its end (the first three letters right), 5 sounds alike.
CREATE FUNCTION hms.parts_like(p_part text, p_most integer)
RETURNS TABLE (part text, how integer)
LANGUAGE plpgsql STABLE ROWS 12
SET search_path = hms, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    v_latin text := romanised(p_part);
    v_signs integer := length(v_latin);
    v_slips text[] := one_left_out(p_part) || one_left_out(v_latin);
    v_sounds text[] := sounds_of(v_latin);
    v_most_apart integer := greatest(2, v_signs * 2 / 3);
BEGIN
    RETURN QUERY
    SELECT part, min(how) AS how FROM (
        SELECT part, romanised, CASE WHEN romanised = v_latin THEN 1 ELSE 2 END AS how FROM (
            SELECT part, romanised FROM name_parts
            WHERE v_signs > 1 AND romanised >= v_latin AND romanised < after_prefix(v_latin)
                AND NOT starts_with(part, p_part)
            ORDER BY romanised LIMIT 20
        ) AS in_another_script
        UNION ALL
        SELECT part, romanised, 3 FROM name_parts
        WHERE length(p_part) > 2 AND slips && v_slips AND (one_slip(part, p_part) OR one_slip(romanised, v_latin))
        UNION ALL
        SELECT part, romanised, 4 FROM name_parts
        WHERE v_signs > 4 AND romanised >= left(v_latin, 3) AND romanised < after_prefix(left(v_latin, 3))
            AND length(romanised) > v_signs AND levenshtein_less_equal(left(romanised, v_signs), v_latin, 2) <= 2
            AND (one_slip(left(romanised, v_signs), v_latin) OR one_slip(left(romanised, v_signs + 1), v_latin)
                OR one_slip(left(romanised, v_signs - 1), v_latin))
        UNION ALL
        SELECT part, romanised, 5 FROM name_parts
        WHERE v_signs > 2 AND sounds && v_sounds
            AND levenshtein_less_equal(romanised, v_latin, v_most_apart) <= v_most_apart
    ) AS meant
    WHERE part <> p_part
    GROUP BY part ORDER BY min(how), min(levenshtein(romanised, v_latin)), part LIMIT p_most;
END $$;

-- Patients with two parts that were typed as one: a space or a hyphen left out.
CREATE FUNCTION hms.named_apart(p_part text, p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    RETURN ARRAY(
        SELECT patient FROM generate_series(2, length(p_part) - 2) AS place
        CROSS JOIN LATERAL unnest(named_with_pair(left(p_part, place), substr(p_part, place + 1), p_limit)) AS patient
        LIMIT p_limit);
END $$;

-- Patients of whom one part was typed as two, next to each other.
CREATE FUNCTION hms.named_together(p_text text, p_limit integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_words text[] := string_to_array(left(normal_name(left(p_text, 200)), 120), ' ');
    v_found bigint[] := '{}';
BEGIN
    FOR place IN 1 .. least(cardinality(v_words), 5) - 1 LOOP
        v_found := v_found || named(parts_typed(array_to_string(
            v_words[:place - 1] || (v_words[place] || v_words[place + 1]) || v_words[place + 2:], ' ')), p_limit);
    END LOOP;
    RETURN v_found;
END $$;

-- Patients by a name that was not written as it is stored. `how` as in parts_like, the greater where two parts differ;
-- `apart` is the sum, the smaller the likelier.
CREATE FUNCTION hms.named_alike(p_parts text[], p_limit integer)
RETURNS TABLE (id bigint, how integer, apart integer)
LANGUAGE plpgsql STABLE ROWS 30
SET search_path = hms, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    -- What each typed part may mean: its place in p_parts, the part, how.
    v_of integer[];
    v_like text[];
    v_how integer[];
    v_found bigint;
BEGIN
    IF cardinality(p_parts) = 1 THEN
        RETURN QUERY SELECT * FROM one_name_alike(p_parts[1], p_limit);
    ELSIF cardinality(p_parts) > 1 THEN
        SELECT array_agg(place), array_agg(part), array_agg(how) INTO v_of, v_like, v_how
        FROM unnest(p_parts) WITH ORDINALITY AS typed (word, place)
        CROSS JOIN LATERAL parts_like(word, 12) AS alike;
        RETURN QUERY SELECT * FROM named_but_for_one(p_parts, v_of, v_like, v_how, p_limit);
        GET DIAGNOSTICS v_found = ROW_COUNT;
        IF v_found < 5 THEN
            RETURN QUERY SELECT * FROM named_all_alike(p_parts, v_of, v_like, v_how, p_limit);
        END IF;
    END IF;
END $$;

CREATE FUNCTION hms.one_name_alike(p_part text, p_limit integer)
RETURNS TABLE (id bigint, how integer, apart integer)
LANGUAGE plpgsql STABLE ROWS 30
SET search_path = hms, public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT patient_id, min(how), min(how) FROM parts_like(p_part, 24)
    CROSS JOIN LATERAL (
        SELECT patient_id FROM patient_name_keys WHERE name_key >= part AND name_key < after_prefix(part || ' ')
        ORDER BY name_key LIMIT p_limit
    ) AS keys
    GROUP BY patient_id ORDER BY min(how), min(part) LIMIT p_limit;
    RETURN QUERY SELECT patient_id, 3, 3 FROM unnest(named_apart(p_part, p_limit)) AS patient_id;
    IF p_part ~ '^[\u3400-\u9FFF]{2,4}$' THEN
        -- Written in one, as Chinese names are: the family name has one sign, or two.
        RETURN QUERY SELECT * FROM named_alike(ARRAY[left(p_part, 1), substr(p_part, 2)], p_limit);
        RETURN QUERY SELECT * FROM named_alike(ARRAY[left(p_part, 2), substr(p_part, 3)], p_limit)
        WHERE length(p_part) > 2;
    END IF;
END $$;

-- Patients of whom one part differs and the others begin as they were typed. The others that the fewest share with the
-- differing one lead; where those are 300, and too few of them fit, 1,500 are looked at.
CREATE FUNCTION hms.named_but_for_one(p_parts text[], p_of integer[], p_like text[], p_how integer[], p_limit integer)
RETURNS TABLE (id bigint, how integer, apart integer)
LANGUAGE plpgsql STABLE ROWS 30
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_rest text[];
    v_beside text;
    v_lead text;
    v_pair bigint[];
    v_fewest bigint[];
    v_found bigint[];
    v_any boolean := false;
BEGIN
    FOR n IN 1 .. coalesce(cardinality(p_like), 0) LOOP
        v_rest := array_remove(array_remove(p_parts, p_parts[p_of[n]]), p_like[n]);
        v_fewest := NULL;
        FOREACH v_beside IN ARRAY v_rest LOOP
            v_pair := named_with_pair(p_like[n], v_beside, 300);
            IF v_fewest IS NULL OR cardinality(v_pair) < cardinality(v_fewest) THEN
                v_fewest := v_pair;
                v_lead := v_beside;
            END IF;
            EXIT WHEN v_fewest = '{}';
        END LOOP;
        CONTINUE WHEN v_fewest IS NULL OR v_fewest = '{}';
        v_found := v_fewest[:p_limit];
        IF cardinality(v_rest) > 1 THEN
            v_found := with_parts(v_fewest, v_rest, p_limit);
        END IF;
        IF cardinality(v_rest) > 1 AND cardinality(v_fewest) = 300 AND cardinality(v_found) < 5 THEN
            v_found := with_parts(named_with_pair(p_like[n], v_lead, 1500), v_rest, p_limit);
        END IF;
        RETURN QUERY SELECT unnest(v_found), p_how[n], p_how[n];
        v_any := v_any OR v_found <> '{}';
    END LOOP;
    IF NOT v_any THEN
        FOREACH v_beside IN ARRAY p_parts LOOP
            v_rest := array_remove(p_parts, v_beside);
            RETURN QUERY SELECT unnest(with_parts(named_apart(v_beside, 300), v_rest, p_limit)), 3, 3;
        END LOOP;
    END IF;
END $$;

-- Patients of whom the two longest parts differ, and the others too or not: another script, or many slips.
CREATE FUNCTION hms.named_all_alike(p_parts text[], p_of integer[], p_like text[], p_how integer[], p_limit integer)
RETURNS TABLE (id bigint, how integer, apart integer)
LANGUAGE sql STABLE ROWS 30
SET search_path = hms, public, pg_temp
AS $$
    WITH alike AS (
        SELECT * FROM unnest(p_of, p_like, p_how) AS meant (place, part, how)
    ), pairs AS (
        SELECT keys.patient_id, greatest(one.how, other.how) AS how, one.how + other.how AS apart
        FROM alike AS one JOIN alike AS other ON one.place = 1 AND other.place = 2
        CROSS JOIN LATERAL (
            SELECT patient_id FROM patient_name_keys WHERE name_key = one.part || ' ' || other.part LIMIT 100
        ) AS keys
    )
    SELECT patient.id, pairs.how, pairs.apart FROM pairs JOIN patients AS patient ON patient.id = pairs.patient_id
    WHERE NOT EXISTS (
        SELECT FROM unnest(p_parts) WITH ORDINALITY AS typed (part, place)
        WHERE typed.place > 2 AND strpos(' ' || search_name, ' ' || typed.part) = 0 AND NOT EXISTS (
            SELECT FROM alike WHERE alike.place = typed.place AND strpos(' ' || search_name, ' ' || alike.part) > 0))
    ORDER BY pairs.apart LIMIT p_limit
$$;

-- A database that had patients before it had a vocabulary gets it now, and so does one whose revision emptied it.
SELECT hms.keep_name_parts(ARRAY(SELECT search_name FROM hms.patients))
WHERE NOT EXISTS (SELECT FROM hms.name_parts);
