-- The catalogue's own defence: medicines, their substances, packs and formulary are written only by the functions below.

-- Numbers of trade items -----------------------------------------------------------------------------------------------

-- A GTIN as it is stored, 14 digits: what was typed or scanned without signs, shorter ones filled with zeros in front.
-- NULL where it has no possible length or its check digit is wrong (GS1 General Specifications, 7.9).
CREATE FUNCTION hms.gtin_of(p_typed text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    v_gtin text := translate(p_typed, E' -\t\u00A0', '');
    v_digits integer[];
BEGIN
    IF v_gtin !~ '^([0-9]{8}|[0-9]{12,14})$' THEN
        RETURN NULL;
    END IF;
    v_gtin := lpad(v_gtin, 14, '0');
    v_digits := string_to_array(v_gtin, NULL)::integer[];
    IF (3 * (v_digits[1] + v_digits[3] + v_digits[5] + v_digits[7] + v_digits[9] + v_digits[11] + v_digits[13])
        + v_digits[2] + v_digits[4] + v_digits[6] + v_digits[8] + v_digits[10] + v_digits[12] + v_digits[14]) % 10 = 0 THEN
        RETURN v_gtin;
    END IF;
    RETURN NULL;
END $$;

-- What is checked of every row -----------------------------------------------------------------------------------------

CREATE FUNCTION hms.prepare_medicine() RETURNS trigger
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    NEW.name := btrim(NEW.name);
    NEW.base_unit := btrim(coalesce(NEW.base_unit, ''));
    NEW.atc_code := upper(btrim(NEW.atc_code));
    IF NEW.base_unit = '' OR length(NEW.base_unit) > 40 THEN
        PERFORM refuse('medicine.base_unit', 'Say in which unit the medicine is counted, such as tablet or ml.');
    ELSIF NEW.atc_code <> '' AND NEW.atc_code !~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$' THEN
        PERFORM refuse('medicine.atc_code', 'An ATC code looks like N02BE01, or is one of its beginnings.');
    ELSIF NEW.controlled NOT IN ('', 'narcotic', 'psychotropic', 'precursor') THEN
        PERFORM refuse('medicine.controlled', 'This controlled class is not known; choose one from the list.');
    ELSIF NEW.price < 0 THEN
        PERFORM refuse('medicine.price', 'A price is not below zero.');
    ELSIF TG_OP = 'UPDATE' AND NEW.base_unit <> OLD.base_unit THEN
        IF EXISTS (SELECT FROM batches WHERE medicine_id = NEW.id)
           OR EXISTS (SELECT FROM prescription_lines WHERE medicine_id = NEW.id) THEN
            PERFORM refuse('medicine.base_unit_used',
                           'This medicine is counted in its unit already; close it and make another one.');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER prepare_medicine BEFORE INSERT OR UPDATE ON hms.medicines
    FOR EACH ROW EXECUTE FUNCTION hms.prepare_medicine();

CREATE FUNCTION hms.prepare_pack() RETURNS trigger
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_gtin text := gtin_of(nullif(btrim(NEW.gtin), ''));
BEGIN
    NEW.name := btrim(NEW.name);
    IF v_gtin IS NULL AND btrim(NEW.gtin) <> '' THEN
        PERFORM refuse('pack.gtin', 'This is no GTIN: its digits do not fit together. Scan or type it again.');
    ELSIF NEW.units IS NULL OR NEW.units NOT BETWEEN 1 AND 1000000 THEN
        PERFORM refuse('pack.units', 'A pack holds at least one unit and at most a million.');
    END IF;
    NEW.gtin := v_gtin;
    RETURN NEW;
END $$;
CREATE TRIGGER prepare_pack BEFORE INSERT OR UPDATE ON hms.packs
    FOR EACH ROW EXECUTE FUNCTION hms.prepare_pack();

-- Saving ---------------------------------------------------------------------------------------------------------------

-- The ids of these substances in their order; those that are not known yet are made.
CREATE FUNCTION hms.substances_of(p_names text[]) RETURNS bigint[]
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    INSERT INTO substances (name)
    SELECT DISTINCT ON (lower(btrim(told))) btrim(told) FROM unnest(p_names) AS listed (told)
    WHERE NOT EXISTS (SELECT FROM substances WHERE lower(name) = lower(btrim(told)))
    ORDER BY lower(btrim(told))
    ON CONFLICT DO NOTHING;
    RETURN ARRAY(
        SELECT known.id FROM unnest(p_names) WITH ORDINALITY AS listed (name, place)
        JOIN substances AS known ON lower(known.name) = lower(btrim(listed.name)) ORDER BY place
    );
END $$;

-- Makes a medicine's substances the ones listed: [{"substance", "strength"}], in the order of the label.
CREATE FUNCTION hms.set_medicine_substances(p_medicine bigint, p_lines jsonb) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_ids bigint[] := substances_of(ARRAY(
        SELECT line ->> 'substance' FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l (line, place) ORDER BY place));
BEGIN
    IF cardinality(v_ids) > (SELECT count(DISTINCT id) FROM unnest(v_ids) AS id) THEN
        PERFORM refuse('medicine.substance_twice', 'The same substance is listed twice; take one out.',
                       '{"field": "substances"}');
    END IF;
    DELETE FROM medicine_substances WHERE medicine_id = p_medicine AND substance_id <> ALL (v_ids);
    INSERT INTO medicine_substances (medicine_id, substance_id, strength, place)
    SELECT p_medicine, v_ids[place], coalesce(btrim(line ->> 'strength'), ''), place
    FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l (line, place)
    ON CONFLICT (medicine_id, substance_id) DO UPDATE SET strength = excluded.strength, place = excluded.place
    WHERE (medicine_substances.strength, medicine_substances.place) IS DISTINCT FROM (excluded.strength, excluded.place);
END $$;

-- Makes a medicine's packs the ones listed: [{"id", "name", "units", "gtin", "manufacturer", "active"}]; a pack that is
-- listed no more is closed, because receipts may speak of it.
CREATE FUNCTION hms.set_packs(p_medicine bigint, p_packs jsonb) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v_taken text;
BEGIN
    SELECT wish.gtin INTO v_taken
    FROM jsonb_to_recordset(p_packs) AS wish (id bigint, gtin text)
    WHERE EXISTS (SELECT FROM packs WHERE packs.gtin = gtin_of(wish.gtin) AND packs.id IS DISTINCT FROM wish.id)
       OR (SELECT count(*) FROM jsonb_to_recordset(p_packs) AS other (gtin text)
           WHERE gtin_of(other.gtin) = gtin_of(wish.gtin)) > 1
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('pack.gtin_taken', format('The GTIN %s belongs to another pack; look that one up first.', v_taken),
                       jsonb_build_object('field', 'packs', 'gtin', v_taken));
    END IF;
    UPDATE packs SET active = false WHERE medicine_id = p_medicine AND active AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(p_packs) AS wish WHERE (wish ->> 'id')::bigint = packs.id);
    UPDATE packs SET name = wish.name, units = wish.units, gtin = wish.gtin,
        manufacturer = coalesce(wish.manufacturer, ''), active = coalesce(wish.active, true)
    FROM jsonb_to_recordset(p_packs)
        AS wish (id bigint, name text, units bigint, gtin text, manufacturer text, active boolean)
    WHERE packs.medicine_id = p_medicine AND packs.id = wish.id
        AND (packs.name, packs.units, packs.gtin, packs.manufacturer, packs.active) IS DISTINCT FROM
            (wish.name, wish.units, gtin_of(nullif(wish.gtin, '')), coalesce(wish.manufacturer, ''),
             coalesce(wish.active, true));
    INSERT INTO packs (medicine_id, name, units, gtin, manufacturer, active)
    SELECT p_medicine, wish.name, wish.units, wish.gtin, coalesce(wish.manufacturer, ''), coalesce(wish.active, true)
    FROM jsonb_to_recordset(p_packs)
        AS wish (id bigint, name text, units bigint, gtin text, manufacturer text, active boolean)
    WHERE wish.id IS NULL;
END $$;

-- The departments that order a medicine freely.
CREATE FUNCTION hms.set_formulary(p_medicine bigint, p_departments bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT unnest(p_departments) EXCEPT SELECT id FROM departments) THEN
        PERFORM refuse('medicine.departments', 'A department of the formulary is not on the list; choose again.');
    END IF;
    DELETE FROM formulary WHERE medicine_id = p_medicine AND department_id <> ALL (p_departments);
    INSERT INTO formulary (medicine_id, department_id) SELECT p_medicine, unnest(p_departments) ON CONFLICT DO NOTHING;
END $$;

-- A medicine as it is to be, new where p_id is NULL, with those of "substances", "packs" and "departments" that are told.
CREATE FUNCTION hms.save_medicine(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_medicine');
    r medicines := jsonb_populate_record(NULL::medicines, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    IF EXISTS (
        SELECT FROM medicines WHERE id IS DISTINCT FROM p_id
            AND lower(name) = lower(btrim(r.name)) AND lower(strength) = lower(coalesce(r.strength, ''))
            AND lower(form) = lower(coalesce(r.form, '')) AND lower(route) = lower(coalesce(r.route, ''))) THEN
        PERFORM refuse('medicine.name',
                       'Another medicine has this name, strength, form and route; open that one instead.');
    ELSIF p_id IS NULL THEN
        INSERT INTO medicines (name, strength, form, route, base_unit, atc_code, controlled, price, storage, look_alike,
                               high_alert, synonyms, active)
        VALUES (r.name, coalesce(r.strength, ''), coalesce(r.form, ''), coalesce(r.route, ''), r.base_unit,
                coalesce(r.atc_code, ''), coalesce(r.controlled, ''), r.price, coalesce(r.storage, ''),
                coalesce(r.look_alike, ''), coalesce(r.high_alert, false), coalesce(r.synonyms, '{}'),
                coalesce(r.active, true))
        RETURNING id INTO saved;
    ELSE
        UPDATE medicines SET name = r.name, strength = coalesce(r.strength, ''), form = coalesce(r.form, ''),
            route = coalesce(r.route, ''), base_unit = r.base_unit, atc_code = coalesce(r.atc_code, ''),
            controlled = coalesce(r.controlled, ''), price = r.price, storage = coalesce(r.storage, ''),
            look_alike = coalesce(r.look_alike, ''), high_alert = coalesce(r.high_alert, false),
            synonyms = coalesce(r.synonyms, '{}'), active = coalesce(r.active, true), version = p_version
        WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('medicine.unknown', 'This medicine is not in the catalogue; search for it again.');
        END IF;
    END IF;
    IF p_record ? 'substances' THEN
        PERFORM set_medicine_substances(saved, p_record -> 'substances');
    END IF;
    IF p_record ? 'packs' THEN
        PERFORM set_packs(saved, p_record -> 'packs');
    END IF;
    IF p_record ? 'departments' THEN
        PERFORM set_formulary(saved, ARRAY(SELECT jsonb_array_elements_text(p_record -> 'departments')::bigint));
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- One pack of a medicine: {"medicine_id", "name", "units", "gtin", "manufacturer", "active"}; new where p_id is NULL.
CREATE FUNCTION hms.save_pack(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_pack');
    r packs := jsonb_populate_record(NULL::packs, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF NOT EXISTS (SELECT FROM medicines WHERE id = r.medicine_id) THEN
        PERFORM refuse('medicine.unknown', 'This medicine is not in the catalogue; search for it again.');
    ELSIF EXISTS (SELECT FROM packs WHERE gtin = gtin_of(r.gtin) AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('pack.gtin_taken', format('The GTIN %s belongs to another pack; look that one up first.', r.gtin),
                       jsonb_build_object('field', 'gtin', 'gtin', r.gtin));
    ELSIF p_id IS NULL THEN
        INSERT INTO packs (medicine_id, name, units, gtin, manufacturer, active)
        VALUES (r.medicine_id, r.name, r.units, r.gtin, coalesce(r.manufacturer, ''), coalesce(r.active, true))
        RETURNING id INTO saved;
    ELSE
        UPDATE packs SET name = r.name, units = r.units, gtin = r.gtin, manufacturer = coalesce(r.manufacturer, ''),
            active = coalesce(r.active, true), version = p_version
        WHERE id = p_id AND medicine_id = r.medicine_id;
        IF NOT FOUND THEN
            PERFORM refuse('pack.unknown', 'This pack is not in the catalogue; search for it again.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- A substance's name and what else it is called: {"name", "synonyms"}.
CREATE FUNCTION hms.save_substance(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_substance');
    r substances := jsonb_populate_record(NULL::substances, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF EXISTS (SELECT FROM substances WHERE lower(name) = lower(btrim(r.name)) AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('substance.name', 'Another substance has this name; open that one instead.');
    ELSIF p_id IS NULL THEN
        INSERT INTO substances (name, synonyms) VALUES (btrim(r.name), coalesce(r.synonyms, '{}')) RETURNING id INTO saved;
    ELSE
        UPDATE substances SET name = btrim(r.name), synonyms = coalesce(r.synonyms, '{}'), version = p_version
        WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('substance.unknown', 'This substance is not on the list; search for it again.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- What the duties may do here ------------------------------------------------------------------------------------------

SELECT hms.versioned(t), hms.audited(t), hms.knocks(t, 'hms_changes', 'medicines', key), hms.named(t, 'name', 300)
FROM (VALUES ('medicines', 'id'), ('substances', 'id'), ('packs', 'medicine_id')) AS listed (t, key);
SELECT hms.audited(t), hms.knocks(t, 'hms_changes', 'medicines', 'medicine_id')
FROM unnest(ARRAY['medicine_substances', 'formulary']) AS t;
SELECT hms.noted('medicines', 'strength', 300), hms.noted('medicines', 'form', 120), hms.noted('medicines', 'route', 120),
       hms.noted('medicines', 'storage', 200), hms.noted('medicines', 'look_alike', 300),
       hms.noted('medicines', 'base_unit', 40), hms.noted('packs', 'manufacturer', 200),
       hms.noted('medicine_substances', 'strength', 120);

GRANT SELECT ON hms.medicines, hms.packs, hms.substances, hms.medicine_substances, hms.atc_codes, hms.defined_doses,
    hms.formulary TO hms_staff;
GRANT SELECT ON hms.catalogue_imports TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.save_medicine(uuid, bigint, bigint, jsonb), hms.save_pack(uuid, bigint, bigint, jsonb),
    hms.save_substance(uuid, bigint, bigint, jsonb) TO hms_pharmacist, hms_manager;
