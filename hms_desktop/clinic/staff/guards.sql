-- How people get, keep and lose their logins. Roles are made by hms_staff_keeper alone, which nobody can become.

-- The keeper's own functions: only hms_owner's functions below may call them.
GRANT CREATE, USAGE ON SCHEMA hms TO hms_staff_keeper;
SET LOCAL ROLE hms_staff_keeper;

-- A SCRAM verifier, made on the client; a plain password never reaches the server.
CREATE FUNCTION hms.is_verifier(p_verifier text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN p_verifier ~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/]+=*\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$';

CREATE FUNCTION hms.keep_login(p_login text, p_verifier text, p_groups text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    granted text;
BEGIN
    EXECUTE format('CREATE ROLE %I LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L',
                   p_login, p_verifier);
    FOREACH granted IN ARRAY p_groups LOOP
        EXECUTE format('GRANT %I TO %I', granted, p_login);
    END LOOP;
END $$;

CREATE FUNCTION hms.keep_groups(p_login text, p_groups text[], p_all text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY p_all LOOP
        IF one = ANY (p_groups) THEN
            EXECUTE format('GRANT %I TO %I', one, p_login);
        ELSE
            EXECUTE format('REVOKE %I FROM %I', one, p_login);
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION hms.keep_password(p_login text, p_verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', p_login, p_verifier);
END $$;

CREATE FUNCTION hms.keep_open(p_login text, p_open boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I %s', p_login, CASE WHEN p_open THEN 'LOGIN' ELSE 'NOLOGIN' END);
END $$;

-- Ends the sessions of a login that the keeper has made, whose privileges it takes for that moment; how many there were.
CREATE FUNCTION hms.cut_off(p_login text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ended bigint;
BEGIN
    EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT TRUE, SET FALSE', p_login);
    SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) INTO ended
    FROM pg_stat_activity WHERE usename = p_login AND pid <> pg_backend_pid();
    EXECUTE format('REVOKE %I FROM CURRENT_USER', p_login);
    RETURN ended;
END $$;

GRANT EXECUTE ON FUNCTION hms.is_verifier(text), hms.keep_login(text, text, text[]),
    hms.keep_groups(text, text[], text[]), hms.keep_password(text, text), hms.keep_open(text, boolean),
    hms.cut_off(text) TO hms_owner;
SET LOCAL ROLE hms_owner;

-- The groups of duties; refuses a word that is no duty, and no duty at all.
CREATE FUNCTION hms.groups_of(p_duties text[]) RETURNS text[]
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF coalesce(cardinality(p_duties), 0) = 0 OR NOT p_duties <@ ARRAY['front_desk', 'pharmacist', 'clinician',
        'cashier', 'store', 'manager', 'admin'] THEN
        PERFORM refuse('staff.duties', 'Choose at least one duty for this person.');
    END IF;
    RETURN ARRAY(SELECT 'hms_' || d FROM unnest(p_duties) d);
END $$;

CREATE FUNCTION hms.check_verifier(p_verifier text) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p_verifier IS NULL OR NOT is_verifier(p_verifier) THEN
        PERFORM refuse('staff.verifier', 'The password must arrive as a SCRAM verifier; the program makes it.');
    END IF;
END $$;

CREATE FUNCTION hms.add_staff(p_intent uuid, p_login text, p_display_name text, p_duties text[], p_verifier text)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'add_staff');
    saved bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF p_login !~ '^[a-z][a-z0-9._-]{1,39}$' OR p_login ~ '^(hms|pg)_' THEN
        PERFORM refuse('staff.login_form',
            'A login name is 2 to 40 small letters, digits, dots, hyphens or underscores and begins with a letter.');
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = p_login) THEN
        PERFORM refuse('staff.login_taken', 'This login name is taken; choose another one.');
    END IF;
    PERFORM check_verifier(p_verifier);
    INSERT INTO people (login, display_name, duties, created_at, password_changed_at)
    VALUES (p_login, p_display_name, p_duties, hospital_now(), hospital_now()) RETURNING id INTO saved;
    PERFORM keep_login(p_login, p_verifier, groups_of(p_duties));
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- Nobody takes the administrator's duty from the last one, nor closes it.
CREATE FUNCTION hms.keep_an_administrator() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM people) AND NOT EXISTS (SELECT FROM people WHERE active AND 'admin' = ANY (duties)) THEN
        PERFORM refuse('staff.last_admin',
                       'This is the last administrator; give the duty to somebody else first.');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_an_administrator AFTER UPDATE OR DELETE ON hms.people
    FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_an_administrator();

CREATE FUNCTION hms.save_staff(p_intent uuid, p_id bigint, p_version bigint, p_display_name text, p_duties text[],
                               p_active boolean) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_staff');
    person people;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO person FROM people WHERE id = p_id FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('staff.unknown', 'This person is not on the list of staff; reload the list.');
    END IF;
    UPDATE people SET display_name = p_display_name, duties = p_duties, active = p_active, version = p_version
    WHERE id = p_id;
    PERFORM keep_groups(person.login, groups_of(p_duties), groups_of(ARRAY['front_desk', 'pharmacist', 'clinician',
                        'cashier', 'store', 'manager', 'admin']));
    PERFORM keep_open(person.login, p_active);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

CREATE FUNCTION hms.set_staff_password(p_intent uuid, p_id bigint, p_verifier text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'set_staff_password');
    named text;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM check_verifier(p_verifier);
    UPDATE people SET password_changed_at = hospital_now() WHERE id = p_id RETURNING login INTO named;
    IF named IS NULL THEN
        PERFORM refuse('staff.unknown', 'This person is not on the list of staff; reload the list.');
    END IF;
    PERFORM keep_password(named, p_verifier);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

CREATE FUNCTION hms.change_own_password(p_intent uuid, p_verifier text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'change_own_password');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM check_verifier(p_verifier);
    UPDATE people SET password_changed_at = hospital_now() WHERE login = session_user;
    IF NOT FOUND THEN
        PERFORM refuse('staff.not_here', 'This account is kept by IT; its password is changed there.');
    END IF;
    PERFORM keep_password(session_user, p_verifier);
    RETURN settle_intent(p_intent, '{}');
END $$;

SELECT hms.named('people', 'display_name', 200), hms.versioned('people'), hms.audited('people'), hms.knocks('people', 'hms_changes', 'staff', 'id');
GRANT SELECT ON hms.people TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.change_own_password(uuid, text) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.add_staff(uuid, text, text, text[], text),
    hms.save_staff(uuid, bigint, bigint, text, text[], boolean), hms.set_staff_password(uuid, bigint, text) TO hms_admin;
