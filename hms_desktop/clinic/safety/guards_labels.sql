-- Which cautions a label carries (rule 40): the pharmacist-in-charge says it for a medicine, or for a class of them.

-- The cautions whose words ship with the program (label_words.py holds the words of the same codes).
CREATE FUNCTION hms.label_caution_codes() RETURNS text[]
    LANGUAGE sql IMMUTABLE
    RETURN ARRAY['sleepy', 'no_alcohol', 'pregnancy', 'paracetamol', 'finish', 'keep_on', 'water', 'upright', 'whole',
        'chew', 'stir', 'tongue', 'empty_stomach', 'no_milk', 'grapefruit', 'sun', 'colour', 'skin', 'shake', 'rinse',
        'four_weeks', 'children'];

-- For a medicine or for every one whose ATC code begins so. `p_shown` false: what its class says is left out for it.
CREATE FUNCTION hms.add_label_caution(p_intent uuid, p_medicine bigint, p_atc text, p_code text, p_words text,
                                      p_shown boolean) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'add_label_caution');
    class text := nullif(upper(btrim(coalesce(p_atc, ''))), '');
    own text := btrim(coalesce(p_words, ''));
    caution text := coalesce(p_code, '');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF num_nonnulls(p_medicine, class) <> 1 OR class !~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$'
        OR p_medicine IS NOT NULL AND NOT EXISTS (SELECT FROM medicines WHERE id = p_medicine) THEN
        PERFORM refuse('safety.label_about', 'Choose one medicine, or type a class such as R06 or N02BE01.',
                       '{"field": "atc_code"}');
    ELSIF (caution = '') = (own = '') OR length(own) > 120
        OR caution <> '' AND caution <> ALL (label_caution_codes()) THEN
        PERFORM refuse('safety.label_words', 'Choose a caution, or write one of your own of at most 120 letters.',
                       '{"field": "words"}');
    ELSIF NOT p_shown AND (p_medicine IS NULL OR caution = '') THEN
        PERFORM refuse('safety.label_left_out', 'A caution of its class is left out for one medicine; choose the medicine.',
                       '{"field": "shown"}');
    END IF;
    INSERT INTO label_cautions (medicine_id, atc_code, code, words, shown)
    VALUES (p_medicine, class, caution, own, p_shown) ON CONFLICT DO NOTHING RETURNING id INTO made;
    IF made IS NULL THEN
        PERFORM refuse('safety.label_known', 'This stands on the list already; take it out there first.',
                       '{"field": "code"}');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

CREATE FUNCTION hms.remove_label_caution(p_intent uuid, p_id bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'remove_label_caution');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    DELETE FROM label_cautions WHERE id = p_id;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

-- What stands on a medicine's label: its own cautions and those of its classes, but for what is left out.
CREATE VIEW hms.medicine_cautions AS
    SELECT DISTINCT m.id AS medicine_id, c.code, c.words
    FROM hms.medicines m CROSS JOIN LATERAL (
        SELECT own.code, own.words FROM hms.label_cautions own WHERE own.medicine_id = m.id AND own.shown
        UNION ALL
        SELECT class.code, class.words FROM hms.label_cautions class
        WHERE class.medicine_id IS NULL AND class.atc_code = ANY (ARRAY[m.atc_code, left(m.atc_code, 5),
            left(m.atc_code, 4), left(m.atc_code, 3), left(m.atc_code, 1)])) c
    WHERE NOT EXISTS (SELECT FROM hms.label_cautions n WHERE n.medicine_id = m.id AND n.code = c.code AND NOT n.shown);

SELECT hms.noted('label_cautions', 'words', 120), hms.audited('label_cautions'),
       hms.knocks('label_cautions', 'hms_changes', 'label_cautions', 'id');
GRANT SELECT ON hms.label_cautions, hms.medicine_cautions TO hms_pharmacist, hms_clinician, hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.add_label_caution(uuid, bigint, text, text, text, boolean),
    hms.remove_label_caution(uuid, bigint) TO hms_pharmacist, hms_manager;
