-- The touch screens at the entrance: how an administrator keeps them. What they may ask stands with the appointments.

INSERT INTO hms.check_in_rules (id) VALUES (1) ON CONFLICT DO NOTHING;

-- The sequence in which a machine's wrong codes are counted (hms.count_try says how).
CREATE FUNCTION hms.tries_of(p_machine bigint) RETURNS text
    LANGUAGE sql IMMUTABLE RETURN 'check_in_tries_' || p_machine;

-- Gives the machine of that name (made where there is none) a login, or its login a new password: the machine that had
-- the old one is shut out.
CREATE FUNCTION hms.set_up_check_in(p_intent uuid, p_name text, p_login text, p_verifier text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'set_up_check_in');
    machine displays;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM check_verifier(p_verifier);
    SELECT * INTO machine FROM displays WHERE name = p_name FOR UPDATE;
    IF machine.kind = 'screen' THEN
        PERFORM refuse('display.name', 'Another screen has this name; choose another one.');
    ELSIF machine.login IS NOT NULL THEN
        PERFORM keep_password(machine.login, p_verifier);
        RETURN settle_intent(p_intent, jsonb_build_object('id', machine.id, 'login', machine.login));
    ELSIF p_login !~ '^kiosk-[a-z0-9-]{1,40}$' THEN
        PERFORM refuse('display.login_form', 'A kiosk''s login begins with kiosk- and holds small letters and digits.');
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = p_login) THEN
        PERFORM refuse('display.login_taken', 'This login name is taken; try again.');
    END IF;
    INSERT INTO displays (name, kind, login) VALUES (p_name, 'check_in', p_login) RETURNING * INTO machine;
    EXECUTE format('CREATE SEQUENCE hms.%I MINVALUE 0', tries_of(machine.id));
    EXECUTE format('GRANT SELECT ON hms.%I TO hms_backup', tries_of(machine.id));
    PERFORM keep_login(p_login, p_verifier, ARRAY['hms_checkin']);
    RETURN settle_intent(p_intent, jsonb_build_object('id', machine.id, 'login', p_login));
END $$;

-- A machine's name, languages and printer; it is made where its computer is set up, never here.
CREATE FUNCTION hms.save_check_in(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_check_in');
    r displays := jsonb_populate_record(NULL::displays, p_record);
    saved displays;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM check_display(p_id, r);
    IF r.printer_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM printers WHERE id = r.printer_id AND paper LIKE 'roll%') THEN
        PERFORM refuse('check_in.printer', 'Tickets at the entrance come out of a roll printer; choose one.');
    END IF;
    UPDATE displays SET name = r.name, languages = r.languages, printer_id = r.printer_id, active = r.active,
                        version = p_version
    WHERE id = p_id AND kind = 'check_in' RETURNING * INTO saved;
    IF NOT FOUND THEN
        PERFORM refuse('display.unknown', 'This screen is not on the list; reload the list.');
    END IF;
    PERFORM keep_open(saved.login, saved.active);
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved.id));
END $$;

-- How far all of them are trusted, all the numbers at once.
CREATE FUNCTION hms.save_check_in_rules(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_check_in_rules');
    r check_in_rules := jsonb_populate_record(NULL::check_in_rules, p_record);
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE check_in_rules SET most_wrong = r.most_wrong, wrong_within = r.wrong_within, locked_for = r.locked_for,
        tickets_an_hour = r.tickets_an_hour, opens_before = r.opens_before, version = p_version;
    RETURN settle_intent(p_intent, '{}');
END $$;

SELECT hms.versioned('check_in_rules'), hms.knocks('check_in_rules', 'hms_changes', 'displays', 'id');

GRANT SELECT ON hms.check_in_rules TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.set_up_check_in(uuid, text, text, text), hms.save_check_in(uuid, bigint, bigint, jsonb),
    hms.save_check_in_rules(uuid, bigint, jsonb) TO hms_admin;
