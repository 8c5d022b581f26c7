-- Finding a medicine while one types: by name, brand, substance, class or number, in any order, with a slip.

-- What is kept for it ------------------------------------------------------------------------------------------------

-- Words as they are looked for: lower case without accents, a number apart from its unit (500mg is 500 mg), decimals
-- whole, thousands without a comma, one spelling of microgram; signs part words.
CREATE FUNCTION hms.catalogue_text(p_text text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE STRICT AS $$
    SELECT btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, normalize(p_text, NFKC))),
        '(?<=[0-9]),(?=[0-9]{3}([^0-9]|$))', '', 'g'),
        '(?<=[0-9])(?=[[:alpha:]])', ' ', 'g'),
        '\m[uμµ]g\M', 'mcg', 'g'),
        '([[:space:][:cntrl:]]|(?![.%])[[:punct:]]|(?<![0-9])\.|\.(?![0-9]))+', ' ', 'g'))
$$;

CREATE FUNCTION hms.catalogue_words(p_text text) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE STRICT AS $$
    SELECT ARRAY(SELECT DISTINCT left(word, 60) FROM string_to_table(hms.catalogue_text(p_text), ' ') AS word WHERE word <> '')
$$;

-- Every word that can be mistyped once more than it is known already, in one order, so that nobody waits in a circle.
CREATE FUNCTION hms.keep_vocabulary(p_words text[]) RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    INSERT INTO catalogue_vocabulary (word)
    SELECT DISTINCT word FROM unnest(p_words) AS heard (word)
    WHERE word ~ '^[^0-9]{3}' AND NOT EXISTS (SELECT FROM catalogue_vocabulary AS known WHERE known.word = heard.word)
    ORDER BY word
    ON CONFLICT DO NOTHING
$$;

-- Writes anew what is kept of these medicines for finding them.
CREATE FUNCTION hms.keep_medicine_words(p_medicines bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_words text[];
BEGIN
    WITH told AS MATERIALIZED (
        SELECT medicine.id, catalogue_text(concat_ws(' ', name, strength, form)) AS name_key,
            catalogue_words(concat_ws(' ', name, strength, form, route, array_to_string(synonyms, ' '),
                (SELECT string_agg(concat_ws(' ', substance.name, array_to_string(substance.synonyms, ' ')), ' ')
                 FROM medicine_substances AS line JOIN substances AS substance ON substance.id = line.substance_id
                 WHERE line.medicine_id = medicine.id),
                (SELECT string_agg(pack.name, ' ') FROM packs AS pack
                 WHERE pack.medicine_id = medicine.id AND pack.active))) AS words
        FROM medicines AS medicine WHERE medicine.id = ANY (p_medicines)
    ), written AS (
        INSERT INTO medicine_words AS kept (medicine_id, name_key, words)
        SELECT id, btrim(left(name_key, 300)), array_to_tsvector(words) FROM told ORDER BY id
        ON CONFLICT (medicine_id) DO UPDATE SET name_key = excluded.name_key, words = excluded.words
        WHERE (kept.name_key, kept.words) IS DISTINCT FROM (excluded.name_key, excluded.words)
    )
    SELECT array_agg(word) INTO v_words FROM told CROSS JOIN LATERAL unnest(words) AS word;
    PERFORM keep_vocabulary(v_words);
END $$;

-- Adds to what is kept of medicines the words of further names: pairs of a medicine and a name, in parallel.
CREATE FUNCTION hms.add_medicine_words(p_medicines bigint[], p_names text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_words text[];
BEGIN
    WITH told AS MATERIALIZED (
        SELECT id, catalogue_words(string_agg(name, ' ')) AS words
        FROM unnest(p_medicines, p_names) AS pair (id, name) GROUP BY id ORDER BY id
    ), written AS (
        UPDATE medicine_words AS kept SET words = kept.words || array_to_tsvector(told.words)
        FROM told WHERE kept.medicine_id = told.id
            AND NOT told.words <@ tsvector_to_array(kept.words)
    )
    SELECT array_agg(word) INTO v_words FROM told CROSS JOIN LATERAL unnest(words) AS word;
    PERFORM keep_vocabulary(v_words);
END $$;

CREATE FUNCTION hms.add_words_of_packs() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM add_medicine_words(array_agg(medicine_id), array_agg(name)) FROM changed WHERE active;
    RETURN NULL;
END $$;

CREATE FUNCTION hms.add_words_of_substances() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM add_medicine_words(array_agg(medicine_id),
                               array_agg(concat_ws(' ', name, array_to_string(synonyms, ' '))))
    FROM changed JOIN substances AS substance ON substance.id = changed.substance_id;
    RETURN NULL;
END $$;

-- Argument: the column of the changed table that names the medicine.
CREATE FUNCTION hms.keep_words_of_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM keep_medicine_words(ARRAY(SELECT DISTINCT (to_jsonb(c) ->> TG_ARGV[0])::bigint FROM changed AS c));
    RETURN NULL;
END $$;

CREATE FUNCTION hms.keep_words_of_substances() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM keep_medicine_words(ARRAY(
        SELECT DISTINCT medicine_id FROM medicine_substances WHERE substance_id IN (SELECT id FROM changed)));
    RETURN NULL;
END $$;

CREATE TRIGGER keep_words_insert AFTER INSERT ON hms.medicines REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_words_of_changed('id');
CREATE TRIGGER keep_words_update AFTER UPDATE ON hms.medicines REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_words_of_changed('id');
CREATE TRIGGER keep_words_insert AFTER INSERT ON hms.packs REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.add_words_of_packs();
CREATE TRIGGER keep_words_update AFTER UPDATE ON hms.packs REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_words_of_changed('medicine_id');
CREATE TRIGGER keep_words_insert AFTER INSERT ON hms.medicine_substances REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.add_words_of_substances();
CREATE TRIGGER keep_words_update AFTER UPDATE ON hms.medicine_substances REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_words_of_changed('medicine_id');
CREATE TRIGGER keep_words_delete AFTER DELETE ON hms.medicine_substances REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_words_of_changed('medicine_id');
CREATE TRIGGER keep_words AFTER UPDATE ON hms.substances REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_words_of_substances();

-- The question -------------------------------------------------------------------------------------------------------

-- The words that somebody may have meant by this one: those that begin nearly so, the nearest first. The threshold is
-- set while it runs, because only a superuser may write it into a function of his.
CREATE FUNCTION hms.words_alike(p_word text) RETURNS text[]
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.4', true);
    RETURN ARRAY(
        SELECT word FROM (
            SELECT word, least(levenshtein_less_equal(p_word, left(word, length(p_word)), 3),
                               levenshtein_less_equal(p_word, left(word, length(p_word) + 1), 3),
                               levenshtein_less_equal(p_word, left(word, length(p_word) - 1), 3)) AS apart
            FROM catalogue_vocabulary WHERE p_word <% word
        ) AS near
        WHERE apart <= CASE WHEN length(p_word) < 6 THEN 1 WHEN length(p_word) < 10 THEN 2 ELSE 3 END
        ORDER BY apart, length(word), word LIMIT 6
    );
END $$;

-- The typed words as a query in which each begins a word; where p_alike, an unknown word stands for those alike.
-- NULL where nothing can be meant.
CREATE FUNCTION hms.catalogue_query(p_words text[], p_alike boolean) RETURNS tsquery
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_word text;
    v_alike text[];
    v_query text := '';
BEGIN
    FOREACH v_word IN ARRAY p_words LOOP
        v_alike := ARRAY[v_word];
        IF p_alike AND v_word ~ '^[^0-9]{4}' AND NOT EXISTS (
                SELECT FROM catalogue_vocabulary WHERE word >= v_word AND word < after_prefix(v_word)) THEN
            v_alike := words_alike(v_word);
        END IF;
        IF v_alike = '{}' THEN
            RETURN NULL;
        END IF;
        v_query := concat_ws(' & ', nullif(v_query, ''),
            '(' || (SELECT string_agg(quote_literal(word) || ':*', ' | ') FROM unnest(v_alike) AS word) || ')');
    END LOOP;
    RETURN nullif(v_query, '')::tsquery;
END $$;

-- What a search box shows, the likeliest first. `matched` says why: gtin, atc, name (each typed word begins one of its
-- name, strength and form), brand, substance, alike (with a slip); `seen_as` is the other name that fits. With
-- p_department, on_formulary says whether that department orders it freely.
CREATE FUNCTION hms.find_medicines(p_text text, p_limit integer DEFAULT 50, p_department bigint DEFAULT NULL,
    p_closed boolean DEFAULT false)
    RETURNS TABLE (id bigint, name text, strength text, form text, route text, base_unit text, atc_code text,
        controlled text, price numeric, storage text, look_alike text, high_alert boolean, active boolean,
        on_formulary boolean, matched text, seen_as text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_limit integer := least(greatest(p_limit, 1), 200);
    v_text text := left(p_text, 200);
    v_key text := catalogue_text(v_text);
    v_words text[] := (catalogue_words(v_text))[:8];
    v_exact tsquery := catalogue_query(v_words, false);
    v_query tsquery := v_exact;
    v_class text := upper(btrim(v_text));
    v_gtin text := gtin_of(v_text);
    v_meant text[];
    v_found bigint[];
    v_few boolean := EXISTS (SELECT FROM formulary WHERE department_id = p_department);
BEGIN
    v_found := ARRAY(SELECT medicine_id FROM packs WHERE gtin = v_gtin)
        || ARRAY(SELECT id FROM medicines WHERE v_class ~ '^[A-Z][0-9]{2}([A-Z]([A-Z][0-9]{0,2})?)?$'
                     AND atc_code >= v_class AND atc_code < after_prefix(v_class) LIMIT v_limit)
        || ARRAY(SELECT medicine_id FROM medicine_words WHERE v_key <> '' AND name_key >= v_key
                     AND name_key < after_prefix(v_key) ORDER BY name_key LIMIT v_limit);
    IF length(v_key) > 1 AND cardinality(v_found) < v_limit THEN
        v_found := v_found || ARRAY(SELECT medicine_id FROM medicine_words WHERE words @@ v_exact LIMIT 400);
        IF cardinality(v_found) < 5 THEN
            v_query := coalesce(catalogue_query(v_words, true), v_exact);
            v_found := v_found || ARRAY(SELECT medicine_id FROM medicine_words WHERE words @@ v_query LIMIT 200);
        END IF;
    END IF;
    v_meant := ARRAY(SELECT word[1] FROM regexp_matches(v_query::text, $word$'([^']+)'$word$, 'g') AS word);
    RETURN QUERY
    WITH likely AS (
        SELECT medicine_id, name_key, why, active,
            why = 5 OR why = 7 AND NOT array_to_tsvector(string_to_array(name_key, ' ')) @@ v_query AS by_another_name
        FROM (
            SELECT DISTINCT unnest(v_found) AS medicine_id
        ) AS hit
        JOIN medicine_words USING (medicine_id) JOIN medicines ON medicines.id = medicine_id
        CROSS JOIN LATERAL (SELECT CASE
            WHEN v_gtin IS NOT NULL AND EXISTS (SELECT FROM packs WHERE medicine_id = hit.medicine_id AND gtin = v_gtin) THEN 1
            WHEN v_class = medicines.atc_code THEN 2
            WHEN v_key <> '' AND starts_with(name_key, v_key) THEN 3
            WHEN array_to_tsvector(string_to_array(name_key, ' ')) @@ v_exact THEN 4
            WHEN words @@ v_exact THEN 5
            WHEN v_class <> '' AND starts_with(medicines.atc_code, v_class) THEN 6
            ELSE 7 END AS why) AS told
        WHERE active OR p_closed
        ORDER BY active DESC, why, length(name_key), name_key LIMIT v_limit
    )
    SELECT medicine.id, medicine.name, medicine.strength, medicine.form, medicine.route, medicine.base_unit,
        medicine.atc_code, medicine.controlled, medicine.price, medicine.storage, medicine.look_alike,
        medicine.high_alert, medicine.active,
        NOT v_few OR EXISTS (
            SELECT FROM formulary WHERE department_id = p_department AND medicine_id = medicine.id),
        CASE why WHEN 1 THEN 'gtin' WHEN 2 THEN 'atc' WHEN 3 THEN 'name' WHEN 4 THEN 'name' WHEN 6 THEN 'atc'
            WHEN 7 THEN 'alike' ELSE coalesce(other.kind, 'brand') END,
        coalesce(other.name, '')
    FROM likely JOIN medicines AS medicine ON medicine.id = likely.medicine_id
    -- The first of its other names in which all the words that were meant begin a word, or the first with one of them;
    -- names that hold none are passed over before their words are taken apart. Here, so that it is planned once.
    LEFT JOIN LATERAL (
        SELECT called.name, called.kind FROM (
            SELECT 1 AS place, unnest(known.synonyms) AS name, 'brand' AS kind
            FROM medicines AS known WHERE likely.by_another_name AND known.id = likely.medicine_id
            UNION ALL
            SELECT 2, pack.name, 'brand' FROM packs AS pack
            WHERE likely.by_another_name AND pack.medicine_id = likely.medicine_id AND pack.active
            UNION ALL
            SELECT 3, held.name, 'substance' FROM medicine_substances AS line
            JOIN substances AS substance ON substance.id = line.substance_id
            CROSS JOIN LATERAL unnest(substance.name || substance.synonyms) AS held (name)
            WHERE likely.by_another_name AND line.medicine_id = likely.medicine_id
        ) AS called
        CROSS JOIN LATERAL (SELECT lower(unaccent(called.name)) AS text OFFSET 0) AS plain
        WHERE EXISTS (SELECT FROM unnest(v_meant) AS word WHERE length(word) > 1 AND strpos(plain.text, word) > 0)
        ORDER BY array_to_tsvector(catalogue_words(called.name)) @@ v_query DESC, called.place, length(called.name)
        LIMIT 1
    ) AS other ON true
    ORDER BY likely.active DESC, why, length(name_key), name_key;
END $$;

GRANT EXECUTE ON FUNCTION hms.find_medicines(text, integer, bigint, boolean) TO hms_staff;
