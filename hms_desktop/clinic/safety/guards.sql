-- What safety leans on: how a substance is found under another spelling, lists of interactions, and how grave what is.

-- The skeleton of a substance's name: French and English spellings, salts and accents fall together, so that
-- "acide acétylsalicylique" and "Acetylsalicylic acid" share one key. Salts of sodium stay apart.
CREATE FUNCTION hms.substance_key(p_name text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = hms, public, pg_temp AS $$
DECLARE
    name text := lower(replace(replace(p_name, 'œ', 'oe'), 'æ', 'ae'));
    twins CONSTANT jsonb := '{"fer": "iron", "ferrous": "iron", "ferric": "iron", "cuivre": "copper", "argent": "silver",
        "millepertuis": "hypericum", "aspirin": "acetylsalicylic", "aspirine": "acetylsalicylic",
        "adrenaline": "epinephrine", "noradrenaline": "norepinephrine", "acetaminophen": "paracetamol",
        "trinitrine": "glyceryltrinitrate", "nitroglycerin": "glyceryltrinitrate", "salbutamol": "albuterol",
        "glibenclamide": "glyburide", "frusemide": "furosemide", "pethidine": "meperidine"}';
BEGIN
    name := regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g');
    IF name !~ '^\s*sodium' THEN
        name := regexp_replace(name, '\([^)]*\)', ' ', 'g');
    END IF;
    name := btrim(regexp_replace(name, '[^a-z0-9]+', ' ', 'g'));
    name := regexp_replace(name, '^acide ([a-z ]+?)ique$', '\1ic acid');
    IF name !~ '^sodium' THEN
        name := regexp_replace(name, '( (sodium|potassium|calcium|sulphate|sulfate|hydrochloride|hydrobromide|chloride|'
            'maleate|tartrate|bitartrate|succinate|fumarate|citrate|acetate|phosphate|mesilate|besilate|nitrate|'
            'trihydrate|dihydrate|monohydrate|hyclate|gluconate|lactate|dipropionate|propionate|valerate|sodique|'
            'potassique|calcique|disodique|base|anhydrous|decanoate|enantate|stearate|ethylsuccinate|pamoate|embonate|'
            'bromide|iodide|carbonate|hydroxide|acid))+$', '');
    END IF;
    name := (SELECT string_agg(coalesce(twins ->> word, word), ' ' ORDER BY place)
             FROM unnest(string_to_array(name, ' ')) WITH ORDINALITY AS part (word, place));
    name := replace(replace(replace(replace(name, 'ph', 'f'), 'th', 't'), 'rh', 'r'), 'ch', 'c');
    name := regexp_replace(replace(replace(name, 'y', 'i'), 'k', 'c'), '([a-z])\1', '\1', 'g');
    name := replace(replace(name, 'ae', 'e'), 'oe', 'e');
    RETURN replace(regexp_replace(name, 'e\M', '', 'g'), ' ', '');
END $$;

-- The spellings of the catalogue's substances with their keys, so that a check need not make them again.
CREATE FUNCTION hms.keep_spellings() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    DELETE FROM substance_spellings WHERE substance_id = NEW.id;
    INSERT INTO substance_spellings (substance_id, spelling, key)
    SELECT DISTINCT NEW.id, spelling, substance_key(spelling) FROM unnest(NEW.name || NEW.synonyms) AS spelling
    WHERE substance_key(spelling) <> '';
    RETURN NULL;
END $$;
CREATE TRIGGER keep_spellings_new AFTER INSERT ON hms.substances FOR EACH ROW EXECUTE FUNCTION hms.keep_spellings();
CREATE TRIGGER keep_spellings_changed AFTER UPDATE ON hms.substances FOR EACH ROW
    WHEN (NEW.name <> OLD.name OR NEW.synonyms <> OLD.synonyms) EXECUTE FUNCTION hms.keep_spellings();
-- This version of the program may make other keys than the one before it.
DELETE FROM hms.substance_spellings;
INSERT INTO hms.substance_spellings (substance_id, spelling, key)
    SELECT DISTINCT s.id, spelling, hms.substance_key(spelling)
    FROM hms.substances s CROSS JOIN unnest(s.name || s.synonyms) AS spelling
    WHERE hms.substance_key(spelling) <> '';

-- The kinds of warning, and how each is shown where the hospital says nothing else (rules.py holds the same table).
CREATE FUNCTION hms.warning_kinds() RETURNS TABLE (kind text, level text, never_hidden boolean)
    LANGUAGE sql IMMUTABLE AS $$
    VALUES ('allergy.substance', 'stop', true), ('allergy.class', 'stop', true), ('allergy.words', 'warning', false),
        ('allergy.not_asked', 'info', false), ('interaction.contraindication', 'stop', true),
        ('interaction.avoid', 'warning', false), ('interaction.precaution', 'info', false),
        ('interaction.note', 'hidden', false), ('duplicate.substance', 'warning', false),
        ('duplicate.class', 'info', false), ('dose.most', 'warning', false), ('dose.least', 'info', false),
        ('dose.unknown', 'info', false), ('age', 'warning', false), ('age.unknown', 'info', false),
        ('pregnancy', 'warning', false), ('supply', 'info', false), ('unchecked', 'info', false)
$$;

-- Lists of interactions ----------------------------------------------------------------------------------------------

-- Makes the newest release of a source its active list, in one step; the others stay to be read.
CREATE FUNCTION hms.activate_interactions(p_list bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE interaction_lists old SET active = false
    FROM interaction_lists new WHERE new.id = p_list AND old.source = new.source AND old.active AND old.id <> p_list;
    UPDATE interaction_lists SET active = true WHERE id = p_list AND NOT active;
END $$;

-- `p_terms`: [{"name", "kind", "codes": [...], "classes": [names]}]; `p_pairs`: [{"one", "other", "gravity", "risk",
-- "conduct"}] by names, each pair once. The same file a second time changes nothing; an older release is kept, not used.
CREATE FUNCTION hms.import_interactions(p_intent uuid, p_source text, p_release text, p_digest text, p_terms jsonb,
                                        p_pairs jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'import_interactions');
    known interaction_lists;
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('hms.import_interactions'));
    SELECT * INTO known FROM interaction_lists WHERE source = p_source AND release = p_release;
    IF known.digest = p_digest THEN
        RETURN settle_intent(p_intent, jsonb_build_object('id', known.id, 'made', false, 'active', known.active));
    ELSIF known.id IS NOT NULL THEN
        PERFORM refuse('safety.release_known',
            'This release was imported already and held something else; give the new file a release of its own.');
    END IF;
    INSERT INTO interaction_lists (source, release, digest, pairs, imported_at)
    VALUES (p_source, p_release, p_digest, jsonb_array_length(p_pairs), hospital_now()) RETURNING id INTO made;
    INSERT INTO interaction_terms (list_id, name, kind)
    SELECT made, t.name, t.kind FROM jsonb_to_recordset(p_terms) AS t (name text, kind text);
    INSERT INTO interaction_keys (key, term_id)
    SELECT DISTINCT substance_key(k.spelling), known_as.id
    FROM jsonb_to_recordset(p_terms) AS t (name text, kind text, codes jsonb)
    JOIN interaction_terms known_as ON known_as.list_id = made AND known_as.name = t.name
    CROSS JOIN LATERAL (SELECT t.name UNION SELECT jsonb_array_elements_text(coalesce(t.codes, '[]'))) AS k (spelling)
    WHERE t.kind = 'substance' AND substance_key(k.spelling) <> '';
    INSERT INTO interaction_members (substance_id, class_id)
    SELECT DISTINCT member.id, class.id
    FROM jsonb_to_recordset(p_terms) AS t (name text, classes jsonb)
    CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(t.classes, '[]')) AS c (name)
    JOIN interaction_terms member ON member.list_id = made AND member.name = t.name
    JOIN interaction_terms class ON class.list_id = made AND class.name = c.name;
    INSERT INTO interaction_pairs (one_id, other_id, gravity, risk, conduct)
    SELECT least(one.id, other.id), greatest(one.id, other.id), p.gravity, coalesce(p.risk, ''), coalesce(p.conduct, '')
    FROM jsonb_to_recordset(p_pairs) AS p (one text, other text, gravity text, risk text, conduct text)
    JOIN interaction_terms one ON one.list_id = made AND one.name = p.one
    JOIN interaction_terms other ON other.list_id = made AND other.name = p.other;
    IF p_release >= ALL (SELECT release FROM interaction_lists WHERE source = p_source) THEN
        PERFORM activate_interactions(made);
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made, 'made', true,
        'active', (SELECT active FROM interaction_lists WHERE id = made)));
END $$;

CREATE FUNCTION hms.use_interactions(p_intent uuid, p_list bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'use_interactions');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF NOT EXISTS (SELECT FROM interaction_lists WHERE id = p_list) THEN
        PERFORM refuse('safety.no_list', 'This list of interactions is not here; reload the page.');
    END IF;
    PERFORM activate_interactions(p_list);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_list));
END $$;

-- The hospital's substances that no active list knows under any of their names: of these nothing is ever warned.
CREATE FUNCTION hms.unlisted_substances() RETURNS TABLE (id bigint, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT s.id, s.name FROM substances s
    WHERE NOT EXISTS (
        SELECT FROM substance_spellings own JOIN interaction_keys k ON k.key = own.key
        JOIN interaction_terms t ON t.id = k.term_id JOIN interaction_lists l ON l.id = t.list_id AND l.active
        WHERE own.substance_id = s.id)
    ORDER BY lower(s.name)
$$;

-- The substances of a list that the hospital's catalogue does not hold.
CREATE FUNCTION hms.absent_terms(p_list bigint) RETURNS TABLE (name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT t.name FROM interaction_terms t
    WHERE t.list_id = p_list AND t.kind = 'substance' AND NOT EXISTS (
        SELECT FROM interaction_keys k JOIN substance_spellings own ON own.key = k.key WHERE k.term_id = t.id)
    ORDER BY t.name
$$;

-- Tuning -------------------------------------------------------------------------------------------------------------

-- How a kind of warning, or one warning, is shown from now on. `p_version` is NULL where nothing was said of it before.
CREATE FUNCTION hms.save_warning_level(p_intent uuid, p_subject text, p_version bigint, p_level text, p_reason text)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_warning_level');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('safety.reason', 'Say in a few words why; the reason stays with the change.', '{"field": "reason"}');
    ELSIF p_level = 'hidden' AND EXISTS (SELECT FROM warning_kinds() WHERE kind = p_subject AND never_hidden) THEN
        PERFORM refuse('safety.never_hidden',
            'Allergies and contraindications are never hidden; show them as a warning at least.', '{"field": "level"}');
    END IF;
    IF p_version IS NULL THEN
        INSERT INTO warning_levels (subject, level, reason) VALUES (p_subject, p_level, p_reason)
        ON CONFLICT (subject) DO NOTHING RETURNING id INTO made;
    ELSE
        UPDATE warning_levels SET level = p_level, reason = p_reason, version = p_version WHERE subject = p_subject
        RETURNING id INTO made;
    END IF;
    IF made IS NULL THEN
        PERFORM stale('row.stale', 'A colleague changed this entry meanwhile; compare and save again.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

-- What is known of a substance; `p_id` NULL makes a new entry. `p_caution` holds the columns of cautions.
CREATE FUNCTION hms.save_caution(p_intent uuid, p_id bigint, p_version bigint, p_caution jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_caution');
    wish cautions := jsonb_populate_record(NULL::cautions, p_caution);
    saved bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    IF p_id IS NULL THEN
        INSERT INTO cautions (substance_id, kind, from_age, to_age, unit, least_at_once, most_at_once, most_a_day, words,
                              source)
        VALUES (wish.substance_id, wish.kind, wish.from_age, wish.to_age, coalesce(wish.unit, 'mg'), wish.least_at_once,
                wish.most_at_once, wish.most_a_day, coalesce(wish.words, ''), coalesce(wish.source, ''))
        RETURNING id INTO saved;
    ELSE
        UPDATE cautions SET substance_id = wish.substance_id, kind = wish.kind, from_age = wish.from_age,
            to_age = wish.to_age, unit = coalesce(wish.unit, 'mg'), least_at_once = wish.least_at_once,
            most_at_once = wish.most_at_once, most_a_day = wish.most_a_day, words = coalesce(wish.words, ''),
            source = coalesce(wish.source, ''), version = p_version
        WHERE id = p_id RETURNING id INTO saved;
    END IF;
    IF saved IS NULL THEN
        PERFORM refuse('safety.no_caution', 'This entry was taken out meanwhile; reload the page.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

CREATE FUNCTION hms.remove_caution(p_intent uuid, p_id bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'remove_caution');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    DELETE FROM cautions WHERE id = p_id;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

SELECT hms.noted('warning_levels', 'reason', 300), hms.noted('cautions', 'words', 500);
SELECT hms.versioned('warning_levels'), hms.versioned('cautions');
SELECT hms.audited('warning_levels'), hms.audited('cautions'), hms.audited('interaction_lists');
SELECT hms.knocks('warning_levels', 'hms_changes', 'safety', 'id'), hms.knocks('cautions', 'hms_changes', 'safety', 'id'),
    hms.knocks('interaction_lists', 'hms_changes', 'safety', 'id');
GRANT SELECT ON hms.interaction_lists, hms.interaction_terms, hms.interaction_members, hms.interaction_pairs,
    hms.warning_levels, hms.cautions TO hms_pharmacist, hms_clinician, hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.warning_kinds(), hms.unlisted_substances(), hms.absent_terms(bigint)
    TO hms_pharmacist, hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.import_interactions(uuid, text, text, text, jsonb, jsonb),
    hms.use_interactions(uuid, bigint) TO hms_pharmacist, hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.save_warning_level(uuid, text, bigint, text, text),
    hms.save_caution(uuid, bigint, bigint, jsonb), hms.remove_caution(uuid, bigint) TO hms_pharmacist, hms_manager;
