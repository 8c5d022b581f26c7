-- The check: what is to be taken, held against the patient and against everything that is still active (rules 36-38).

-- How often a medicine is taken on a day when it is taken at all, by its sig code or what else people write for it: weekly
-- is once. NULL as needed, and where the code is not known. The same table as prescriptions/sigs.py.
CREATE FUNCTION hms.times_a_day(p_frequency text) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    RETURN CASE
        WHEN p_frequency IN ('STAT', 'ONCE', 'OD', 'QD', 'DAILY', '1XD', '1/D', 'OM', 'MANE', 'QAM', 'ON', 'NOCTE', 'QHS',
            'HS', 'QPM', 'EOD', 'QOD', 'AD', 'ALT', 'QW', 'WEEKLY', '1/W', 'BIW', '2/W', 'TIW', '3/W', 'QM', 'MONTHLY')
            THEN 1
        WHEN p_frequency IN ('BD', 'BID', '2XD', '2/D', 'Q12H', '12HRLY') THEN 2
        WHEN p_frequency IN ('TDS', 'TID', 'TD', '3XD', '3/D', 'Q8H', '8HRLY') THEN 3
        WHEN p_frequency IN ('QDS', 'QID', '4XD', '4/D', 'Q6H', '6HRLY') THEN 4
        WHEN p_frequency IN ('5XD', '5/D') THEN 5
        WHEN p_frequency IN ('Q4H', '4HRLY') THEN 6
        WHEN p_frequency IN ('Q3H', '3HRLY') THEN 8
        WHEN p_frequency IN ('Q2H', '2HRLY') THEN 12
    END;

-- The most base units that are taken at once and on one day: of a taper its largest step; of what is taken as needed the
-- most of a day, and where none is told the one dose. NULL where nothing is told.
CREATE FUNCTION hms.most_taken(p_dose numeric, p_frequency text, p_daily_maximum numeric, p_taper jsonb,
                               OUT at_once numeric, OUT a_day numeric)
    LANGUAGE sql IMMUTABLE SET search_path = hms, public, pg_temp AS $$
    SELECT max(part.dose), max(CASE WHEN part.times IS NULL THEN coalesce(p_daily_maximum, part.dose)
                                    ELSE least(part.dose * part.times, p_daily_maximum) END)
    FROM (
        SELECT p_dose AS dose, times_a_day(upper(p_frequency)) AS times
        UNION ALL
        SELECT CASE WHEN step ->> 'dose' ~ '^[0-9]+(\.[0-9]+)?$' THEN (step ->> 'dose')::numeric END,
               times_a_day(upper(step ->> 'frequency'))
        FROM jsonb_array_elements(p_taper) AS step
    ) part
$$;

-- How much of the unit one base unit holds: "500 mg" is 500 mg, "125 mg/5 ml" counted in ml is 25, and counted in ampoules
-- 125. "1,000" are a thousand, "2,5" are two and a half. NULL where the words say nothing.
CREATE FUNCTION hms.strength_in(p_strength text, p_unit text, p_base_unit text) RETURNS numeric
    LANGUAGE sql IMMUTABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE WHEN of_one.mcg IS NOT NULL AND wanted.mcg IS NOT NULL
                THEN said[1]::numeric / nullif(parts, 0) * of_one.mcg / wanted.mcg
                WHEN of_one.iu AND wanted.iu THEN said[1]::numeric / nullif(parts, 0) END
    FROM (SELECT regexp_match(lower(CASE WHEN p_strength ~ '^\s*[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9])'
                                         THEN replace(p_strength, ',', '') ELSE replace(p_strength, ',', '.') END),
        '^\s*([0-9]+(?:\.[0-9]+)?)\s*(mcg|µg|μg|ug|micrograms?|mg|milligrams?|g|grams?|iu|ui|u|units?)\M'
        '(?:\s*/\s*([0-9]+(?:\.[0-9]+)?)?\s*(ml|millilit(?:re|er)s?|g|grams?)\M)?') AS said) read
    CROSS JOIN LATERAL (SELECT CASE WHEN lower(p_base_unit) ~ CASE left(said[4], 1) WHEN 'm' THEN '^m(l|illilit)'
                                    WHEN 'g' THEN '^g(ram)?s?$' END THEN coalesce(said[3], '1')::numeric
                                    ELSE 1 END AS parts) divided
    CROSS JOIN LATERAL (SELECT CASE WHEN said[2] IN ('mg', 'milligram', 'milligrams') THEN 1000
                                    WHEN said[2] IN ('g', 'gram', 'grams') THEN 1000000
                                    WHEN said[2] IN ('iu', 'ui', 'u', 'unit', 'units') THEN NULL ELSE 1 END AS mcg,
                               said[2] IN ('iu', 'ui', 'u', 'unit', 'units') AS iu) of_one
    CROSS JOIN LATERAL (SELECT CASE p_unit WHEN 'mcg' THEN 1 WHEN 'mg' THEN 1000 WHEN 'g' THEN 1000000 END AS mcg,
        p_unit = 'IU' AS iu) wanted
$$;

-- What is asked about, one row a line and medicine: a wish to prescribe {"medicine", "dose", "frequency",
-- "daily_maximum", "taper", "place"}, a line of a prescription {"line"}, or what is handed out for one {"line", "batch"}.
-- What is left out is not taken. Wishes with the same "amends" are its new version: each goes on with the line of that
-- prescription that it will go on with when it is kept (keep_lines), the first of a medicine with the first.
CREATE FUNCTION hms.lines_to_check(p_patient bigint, p_lines jsonb)
    RETURNS TABLE (place integer, line_id bigint, medicine_id bigint, at_once numeric, a_day numeric, supplied_until date)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT min(coalesce(w.place, w.n))::integer, l.id, given.medicine_id, max(taken.at_once), max(taken.a_day),
           max(l.supplied_until)
    FROM (
        SELECT *, row_number() OVER (PARTITION BY medicine ORDER BY coalesce(place, n)) AS nth
        FROM ROWS FROM (jsonb_to_recordset(p_lines) AS (place integer, line bigint, medicine bigint, batch bigint,
                        dose numeric, frequency text, daily_maximum numeric, taper jsonb, omitted text, amends bigint))
            WITH ORDINALITY
            AS wish (place, line, medicine, batch, dose, frequency, daily_maximum, taper, omitted, amends, n)
    ) w
    LEFT JOIN LATERAL (
        SELECT earlier.id FROM prescription_lines earlier
        WHERE earlier.prescription_id = w.amends AND earlier.medicine_id = w.medicine
        ORDER BY earlier.place OFFSET w.nth - 1 LIMIT 1
    ) gone_on_with ON true
    LEFT JOIN (prescription_lines l JOIN prescriptions p ON p.id = l.prescription_id AND p.patient_id = p_patient)
        ON l.id = coalesce(gone_on_with.id, w.line)
    LEFT JOIN batches b ON b.id = w.batch
    CROSS JOIN LATERAL (SELECT coalesce(w.medicine, b.medicine_id, l.medicine_id) AS medicine_id) given
    CROSS JOIN LATERAL (SELECT m.at_once, m.a_day FROM most_taken(w.dose, w.frequency, w.daily_maximum, w.taper) m
                        WHERE w.medicine IS NOT NULL
                        UNION ALL SELECT m.at_once, m.a_day
                        FROM most_taken(l.dose, l.frequency, l.daily_maximum, l.taper) m WHERE w.medicine IS NULL) taken
    WHERE w.omitted IS NULL AND given.medicine_id IS NOT NULL
    GROUP BY l.id, given.medicine_id, CASE WHEN l.id IS NULL THEN w.n END;
END $$;

-- Everything else that the patient takes or is about to: supplied and not used up, or prescribed and not yet supplied.
-- A line that an amendment goes on with is told as the newer one. Of a prescription that is just being amended nothing
-- more will be supplied; what was supplied on it is taken on until it is used up, by a line that was taken out, too.
CREATE FUNCTION hms.lines_still_active(p_patient bigint, p_today date, p_amended bigint)
    RETURNS TABLE (line_id bigint, medicine_id bigint, supplied_until date)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT l.id, l.medicine_id, l.supplied_until
    FROM prescriptions p JOIN prescription_lines l ON l.prescription_id = p.id
    WHERE p.patient_id = p_patient AND (l.supplied_until >= p_today OR p.state = 'active' AND p.valid_until >= p_today
        AND p.id IS DISTINCT FROM p_amended AND (l.supplied = 0 OR l.supplied_until IS NULL))
      AND NOT EXISTS (SELECT FROM prescription_lines later WHERE later.continues_id = l.id);
END $$;

-- The substances of some medicines under every spelling; a medicine without substances goes by its ATC code's name.
CREATE FUNCTION hms.spellings_of(p_medicines bigint[]) RETURNS TABLE (medicine_id bigint, spelling text, key text)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT ms.medicine_id, s.spelling, s.key
    FROM medicine_substances ms JOIN substance_spellings s ON s.substance_id = ms.substance_id
    WHERE ms.medicine_id = ANY (p_medicines)
    UNION ALL
    SELECT m.id, c.name, substance_key(c.name) FROM medicines m JOIN atc_codes c ON c.code = m.atc_code
    WHERE m.id = ANY (p_medicines) AND length(m.atc_code) = 7
        AND NOT EXISTS (SELECT FROM medicine_substances ms WHERE ms.medicine_id = m.id);
END $$;

-- The terms of all that is taken (substances and their classes) as one list, then the pairs between them by index.
CREATE FUNCTION hms.find_interactions(p_taken jsonb)
    RETURNS TABLE (kind text, subject text, one integer, other integer, params jsonb)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    medicines bigint[];
    terms bigint[];
BEGIN
    WITH own AS MATERIALIZED (
        SELECT DISTINCT s.medicine_id, t.id AS term_id
        FROM spellings_of(ARRAY(SELECT DISTINCT (t ->> 'medicine_id')::bigint FROM jsonb_array_elements(p_taken) t)) s
        JOIN interaction_keys k ON k.key = s.key
        JOIN interaction_terms t ON t.id = k.term_id JOIN interaction_lists l ON l.id = t.list_id AND l.active
    ), all_terms AS (
        SELECT own.medicine_id, own.term_id FROM own
        UNION
        SELECT own.medicine_id, member.class_id FROM own
        JOIN interaction_members member ON member.substance_id = own.term_id
    )
    SELECT array_agg(a.medicine_id), array_agg(a.term_id) INTO medicines, terms FROM all_terms a;
    RETURN QUERY
    WITH taken AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset(p_taken) AS t (n integer, fresh boolean, medicine_id bigint)
    ), met AS MATERIALIZED (
        SELECT p.id, p.one_id, p.other_id FROM interaction_pairs p
        WHERE p.one_id = ANY (terms) AND p.other_id = ANY (terms)
    ), between AS MATERIALIZED (
        SELECT DISTINCT met.id, least(a.medicine_id, b.medicine_id) AS a, greatest(a.medicine_id, b.medicine_id) AS b
        FROM met
        JOIN unnest(medicines, terms) AS a (medicine_id, term_id) ON a.term_id = met.one_id
        JOIN unnest(medicines, terms) AS b (medicine_id, term_id) ON b.term_id = met.other_id
        WHERE a.medicine_id <> b.medicine_id
    )
    SELECT 'interaction.' || p.gravity, l.source || ':' || one_term.name || '+' || other_term.name,
        least(x.n, y.n), greatest(x.n, y.n),
        jsonb_build_object('source', l.source || ' ' || l.release, 'one_term', one_term.name,
                           'other_term', other_term.name, 'risk', p.risk, 'conduct', p.conduct)
    FROM between
    JOIN taken x ON x.medicine_id = between.a JOIN taken y ON y.medicine_id = between.b AND (x.fresh OR y.fresh)
    JOIN interaction_pairs p ON p.id = between.id
    JOIN interaction_terms one_term ON one_term.id = p.one_id
    JOIN interaction_terms other_term ON other_term.id = p.other_id
    JOIN interaction_lists l ON l.id = one_term.list_id;
END $$;

-- An allergy meets a medicine by its ATC code or class, by the name of an ingredient, or by its words within the names of
-- ingredients and classes ("penicillin" in "benzylpenicillin"). The surest way is told.
CREATE FUNCTION hms.find_allergies(p_patient bigint, p_taken jsonb)
    RETURNS TABLE (kind text, subject text, one integer, params jsonb)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM patient_allergies WHERE patient_id = p_patient) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH fresh AS MATERIALIZED (
        SELECT t.n, t.medicine_id FROM jsonb_to_recordset(p_taken) AS t (n integer, fresh boolean, medicine_id bigint)
        WHERE t.fresh
    ), own AS MATERIALIZED (
        SELECT * FROM spellings_of((SELECT array_agg(DISTINCT medicine_id) FROM fresh))
    ), codes AS MATERIALIZED (
        SELECT m.id AS medicine_id, m.atc_code AS code FROM medicines m
        WHERE m.id IN (SELECT medicine_id FROM fresh) AND m.atc_code <> ''
        UNION
        SELECT own.medicine_id, c.code FROM own JOIN atc_codes c ON lower(c.name) = lower(own.spelling)
        WHERE length(c.code) = 7
    ), words AS MATERIALIZED (
        SELECT medicine_id, lower(spelling) AS word FROM own
        UNION
        SELECT codes.medicine_id, lower(c.name)
        FROM codes JOIN atc_codes c ON c.code IN (left(codes.code, 4), left(codes.code, 5), codes.code)
    ), known AS MATERIALIZED (
        SELECT a.*, substance_key(a.substance) AS key, lower(btrim(a.substance)) AS said
        FROM patient_allergies a WHERE a.patient_id = p_patient
    ), met AS (
        SELECT CASE WHEN length(a.code) = 7 THEN 'allergy.substance' ELSE 'allergy.class' END AS kind, a.id, c.medicine_id
        FROM known a JOIN codes c ON a.system = 'atc' AND a.code <> '' AND starts_with(c.code, a.code)
        UNION ALL
        SELECT 'allergy.substance', a.id, own.medicine_id FROM known a JOIN own ON a.key = own.key AND a.key <> ''
        UNION ALL
        SELECT 'allergy.words', a.id, w.medicine_id FROM known a JOIN words w
            ON length(a.said) >= 5 AND strpos(w.word, rtrim(a.said, 's')) > 0
            OR length(w.word) >= 5 AND strpos(a.said, w.word) > 0
    )
    SELECT DISTINCT ON (a.id, fresh.n) met.kind, coalesce(nullif(a.code, ''), a.key), fresh.n,
        jsonb_build_object('allergy', a.substance, 'reaction', a.reaction, 'severity', a.severity)
    FROM met JOIN known a ON a.id = met.id JOIN fresh ON fresh.medicine_id = met.medicine_id
    ORDER BY a.id, fresh.n, array_position(ARRAY['allergy.substance', 'allergy.class', 'allergy.words'], met.kind);
END $$;

-- The same substance twice, two medicines of one ATC group (level 4), and what was supplied already and is not used up.
CREATE FUNCTION hms.find_duplicates(p_taken jsonb, p_today date)
    RETURNS TABLE (kind text, subject text, one integer, other integer, params jsonb)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH taken AS MATERIALIZED (
        SELECT t.*, m.atc_code, ARRAY(SELECT substance_id FROM medicine_substances s WHERE s.medicine_id = m.id) AS held
        FROM jsonb_to_recordset(p_taken) AS t (n integer, fresh boolean, medicine_id bigint, supplied_until date)
        JOIN medicines m ON m.id = t.medicine_id
    )
    SELECT CASE WHEN alike.same THEN 'duplicate.substance' ELSE 'duplicate.class' END,
        CASE WHEN alike.same THEN coalesce(alike.shared, '') ELSE left(a.atc_code, 5) END, a.n, b.n,
        jsonb_build_object('shared', coalesce(alike.shared, (SELECT c.name FROM atc_codes c
                                                             WHERE c.code = left(a.atc_code, 5)), ''))
    FROM taken a JOIN taken b ON a.n < b.n AND (a.fresh OR b.fresh)
    CROSS JOIN LATERAL (
        SELECT a.medicine_id = b.medicine_id OR a.held && b.held AS same,
               (SELECT string_agg(s.name, ', ' ORDER BY s.name) FROM substances s
                WHERE s.id = ANY (a.held) AND s.id = ANY (b.held)) AS shared
    ) alike
    WHERE alike.same OR length(a.atc_code) >= 5 AND left(a.atc_code, 5) = left(b.atc_code, 5)
    UNION ALL
    SELECT 'supply', '', a.n, b.n, jsonb_build_object('until', b.supplied_until)
    FROM taken a JOIN taken b ON a.medicine_id = b.medicine_id AND a.fresh AND b.supplied_until >= p_today
        AND (a.n = b.n OR NOT b.fresh);
END $$;

-- Too much or too little of a substance, a dose that cannot be compared with what is known, the wrong age for it, and what
-- a possible pregnancy forbids. Of several substances each has its own strength, or its part of "500 mg + 125 mg".
-- A birth that is only about known counts from the youngest to the oldest that the patient may be: every limit that
-- meets one of these ages holds. Where nothing is known of it, limits by age are told as not checked.
CREATE FUNCTION hms.find_cautions(p_patient bigint, p_lines jsonb, p_today date)
    RETURNS TABLE (kind text, subject text, one integer, params jsonb)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM cautions) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH who AS (
        SELECT sex, extract(year FROM age(p_today, upper(born) - 1))::integer AS youngest,
            extract(year FROM age(p_today, lower(born)))::integer AS oldest
        FROM patients CROSS JOIN birth_span(birth_date, birth_precision) AS born WHERE id = p_patient
    ), asked AS (
        SELECT t.n, c.*, s.name, t.at_once * one.holds AS at_once, t.a_day * one.holds AS a_day,
            coalesce(t.at_once, t.a_day) IS NOT NULL AS dosed, one.holds IS NULL AS unread, m.base_unit,
            coalesce(c.from_age, c.to_age) IS NOT NULL AS by_age
        FROM jsonb_to_recordset(p_lines) AS t (n integer, medicine_id bigint, at_once numeric, a_day numeric)
        JOIN medicines m ON m.id = t.medicine_id
        JOIN medicine_substances ms ON ms.medicine_id = t.medicine_id
        JOIN substances s ON s.id = ms.substance_id
        JOIN cautions c ON c.substance_id = s.id
        CROSS JOIN LATERAL (SELECT coalesce(nullif(ms.strength, ''),
            split_part(m.strength, '+', greatest(ms.place, 1)::integer)) AS words) said
        CROSS JOIN LATERAL (SELECT strength_in(said.words, c.unit, m.base_unit) AS holds) one
    ), fitting AS (
        SELECT asked.*, who.* FROM asked CROSS JOIN who
        WHERE NOT asked.by_age OR who.oldest IS NULL AND asked.kind = 'pregnancy'
           OR who.oldest >= coalesce(asked.from_age, 0) AND who.youngest <= coalesce(asked.to_age, 200)
    )
    SELECT CASE WHEN kind <> 'dose' THEN kind WHEN told.too_much THEN 'dose.most' ELSE 'dose.least' END, name, n,
        jsonb_strip_nulls(jsonb_build_object('substance', name, 'words', words, 'source', source, 'unit', unit,
            'age', CASE WHEN youngest = oldest THEN to_jsonb(oldest) ELSE to_jsonb(youngest || '–' || oldest) END,
            'at_once', trim_scale(at_once), 'a_day', trim_scale(a_day), 'least', trim_scale(least_at_once),
            'most', trim_scale(most_at_once), 'most_a_day', trim_scale(most_a_day)))
    FROM fitting CROSS JOIN LATERAL (SELECT at_once > most_at_once OR a_day > most_a_day AS too_much,
                                            at_once < least_at_once AS too_little) told
    WHERE kind = 'dose' AND (told.too_much OR told.too_little) OR kind = 'age'
       OR kind = 'pregnancy' AND sex IN ('female', 'unknown', 'other')
          AND coalesce(oldest, 30) >= 12 AND coalesce(youngest, 30) <= 55
    UNION ALL
    SELECT DISTINCT 'dose.unknown', name, n, jsonb_build_object('substance', name, 'base_unit', base_unit)
    FROM fitting WHERE kind = 'dose' AND dosed AND unread
    UNION ALL
    SELECT DISTINCT 'age.unknown', name, n, jsonb_build_object('substance', name)
    FROM asked CROSS JOIN who WHERE who.oldest IS NULL AND by_age AND (kind = 'age' OR kind = 'dose' AND dosed);
END $$;

-- Medicines of which neither a substance nor a whole ATC code is known: nothing can speak against them.
CREATE FUNCTION hms.find_unchecked(p_lines jsonb) RETURNS TABLE (one integer)
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT t.n FROM jsonb_to_recordset(p_lines) AS t (n integer, medicine_id bigint)
    JOIN medicines m ON m.id = t.medicine_id
    WHERE NOT EXISTS (SELECT FROM medicine_substances held WHERE held.medicine_id = m.id)
      AND NOT EXISTS (SELECT FROM atc_codes c WHERE c.code = m.atc_code AND length(c.code) = 7)
$$;

-- Everything that was found, at the level at which this hospital shows it, hidden ones too. `place` is the line's.
CREATE FUNCTION hms.check_medicines(p_patient bigint, p_lines jsonb)
    RETURNS TABLE (kind text, subject text, code text, level text, place integer, medicine text, other text, params jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    today date := business_date();
    taken jsonb;
    lines jsonb;
BEGIN
    IF EXISTS (SELECT FROM patients WHERE id = p_patient AND restricted AND id <> ALL (opened_records())) THEN
        PERFORM refuse('patients.restricted', 'This record is restricted; open it with a reason first.');
    END IF;
    lines := (SELECT jsonb_agg(jsonb_build_object('n', l.place, 'place', l.place, 'line_id', l.line_id, 'fresh', true,
        'medicine_id', l.medicine_id, 'at_once', l.at_once, 'a_day', l.a_day, 'supplied_until', l.supplied_until))
        FROM lines_to_check(p_patient, p_lines) l);
    IF lines IS NULL THEN
        RETURN;
    END IF;
    taken := lines || coalesce((SELECT jsonb_agg(jsonb_build_object('n', 1000000 + a.line_id, 'fresh', false,
        'medicine_id', a.medicine_id, 'supplied_until', a.supplied_until))
        FROM lines_still_active(p_patient, today, (p_lines -> 0 ->> 'amends')::bigint) a
        WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(lines) asked WHERE (asked ->> 'line_id')::bigint = a.line_id)),
        '[]');
    RETURN QUERY
    WITH found AS (
        SELECT f.kind, f.subject, f.one, f.other, f.params FROM find_interactions(taken) f
        WHERE jsonb_array_length(taken) > 1
        UNION ALL SELECT f.kind, f.subject, f.one, NULL, f.params FROM find_allergies(p_patient, taken) f
        UNION ALL SELECT f.kind, f.subject, f.one, f.other, f.params FROM find_duplicates(taken, today) f
        UNION ALL SELECT f.kind, f.subject, f.one, NULL, f.params FROM find_cautions(p_patient, lines, today) f
        UNION ALL SELECT 'unchecked', '', f.one, NULL, '{}' FROM find_unchecked(lines) f
        UNION ALL SELECT 'allergy.not_asked', '', (SELECT min((l ->> 'n')::integer) FROM jsonb_array_elements(lines) l),
            NULL, '{}' FROM patients p WHERE p.id = p_patient AND p.allergy_status = 'not_asked'
    ), entries AS (
        SELECT t.n, t.medicine_id, btrim(m.name || ' ' || m.strength) AS name
        FROM jsonb_to_recordset(taken) AS t (n integer, medicine_id bigint) JOIN medicines m ON m.id = t.medicine_id
    )
    SELECT f.kind, f.subject, f.kind || '/' || f.subject || '/' || one.medicine_id
            || coalesce('+' || other.medicine_id, ''),
        CASE WHEN known.never_hidden AND coalesce(one_of_it.level, of_kind.level) = 'hidden' THEN 'warning'
             ELSE coalesce(one_of_it.level, of_kind.level, known.level) END,
        f.one, one.name, CASE WHEN f.other IS NOT NULL THEN other.name END, f.params
    FROM found f
    JOIN warning_kinds() known ON known.kind = f.kind
    LEFT JOIN warning_levels of_kind ON of_kind.subject = f.kind
    LEFT JOIN warning_levels one_of_it ON one_of_it.subject = f.subject AND f.subject <> ''
    JOIN entries one ON one.n = f.one
    LEFT JOIN entries other ON other.n = f.other
    ORDER BY f.one, f.kind, f.subject, f.other;
END $$;

GRANT EXECUTE ON FUNCTION hms.check_medicines(bigint, jsonb) TO hms_pharmacist, hms_clinician;
