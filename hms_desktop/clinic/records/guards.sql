-- The defence that every area leans on: the hospital's clock, refusals, intents, versions, audit and knocks.

-- The one clock of guards, triggers and views. A demo database gets another body for it (demo_clock.sql).
-- In plpgsql, which answers in a third of the time that SQL takes: a dispense asks some twenty times.
CREATE FUNCTION hms.hospital_now() RETURNS timestamptz
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN clock_timestamp();
END $$;

-- Refuse with one sentence for a person, a code for the program, and the values that the sentence speaks of.
CREATE FUNCTION hms.refuse(code text, sentence text, params jsonb DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = sentence, CONSTRAINT = code, DETAIL = params::text;
END $$;

CREATE FUNCTION hms.stale(code text, sentence text, params jsonb DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'HM002', MESSAGE = sentence, CONSTRAINT = code, DETAIL = params::text;
END $$;

-- Intents ------------------------------------------------------------------------------------------------------------

-- NULL: this wish is new, go on. Otherwise the result of the first time. Waits for a first time still under way.
CREATE FUNCTION hms.claim_intent(p_intent uuid, p_action text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first intents;
BEGIN
    IF p_intent IS NULL THEN
        PERFORM refuse('intent.missing', 'The request has no number of its own; the program must send one.');
    END IF;
    INSERT INTO intents (id, person, action, at) VALUES (p_intent, session_user, p_action, hospital_now())
        ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        RETURN NULL;
    END IF;
    SELECT * INTO first FROM intents WHERE id = p_intent;
    IF first.person <> session_user OR first.action <> p_action THEN
        PERFORM refuse('intent.taken', 'The number of this request was already used for another one; try again.');
    END IF;
    RETURN coalesce(first.result, '{}');
END $$;

-- By index always: statistics that were taken while the table was empty would make it read the whole table.
CREATE FUNCTION hms.settle_intent(p_intent uuid, p_result jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET enable_seqscan = off SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE intents SET result = p_result WHERE id = p_intent AND person = session_user AND result IS NULL;
    RETURN p_result;
END $$;

CREATE FUNCTION hms.prune_intents() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    WITH old AS (DELETE FROM intents WHERE at < hospital_now() - interval '30 days' RETURNING 1)
    SELECT count(*) FROM old
$$;

-- Versions -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION hms.next_version() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version <> OLD.version THEN
        PERFORM hms.stale('row.stale', 'A colleague changed this entry meanwhile; compare and save again.',
                          jsonb_build_object('version', OLD.version));
    END IF;
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;

-- Gives hms.<target> its version guard; called by the guards of the area that owns the table.
CREATE FUNCTION hms.versioned(target text) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER next_version BEFORE UPDATE ON hms.%I FOR EACH ROW EXECUTE FUNCTION hms.next_version()',
                   target);
END $$;

-- Names --------------------------------------------------------------------------------------------------------------

-- Arguments: column, longest. A name is one line that can be seen: no control characters, line separators or direction
-- overrides, which could make it look like another one or break a label.
CREATE FUNCTION hms.check_name() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    name text := to_jsonb(NEW) ->> TG_ARGV[0];
    about jsonb := jsonb_build_object('field', TG_ARGV[0]);
BEGIN
    IF coalesce(name, '') ~ '^[\s\u00A0\u200B-\u200F\u2060-\u2064\u3000\uFEFF]*$' THEN
        PERFORM hms.refuse('name.missing', 'A name is missing; type one.', about);
    ELSIF name ~ '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]' THEN
        PERFORM hms.refuse('name.hidden', 'The name holds a hidden control character; type it again without it.', about);
    ELSIF length(name) > TG_ARGV[1]::integer THEN
        PERFORM hms.refuse('name.too_long', format('The name is longer than %s characters; shorten it.', TG_ARGV[1]),
                           jsonb_build_object('field', TG_ARGV[0], 'longest', TG_ARGV[1]));
    END IF;
    RETURN NEW;
END $$;

-- Arguments: column, longest. A note may be empty, and otherwise is what a name is.
CREATE FUNCTION hms.check_note() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    note text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF note ~ '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]' THEN
        PERFORM hms.refuse('note.hidden', 'The text holds a hidden control character; type it again without it.',
                           jsonb_build_object('field', TG_ARGV[0]));
    ELSIF length(note) > TG_ARGV[1]::integer THEN
        PERFORM hms.refuse('note.too_long', format('The text is longer than %s characters; shorten it.', TG_ARGV[1]),
                           jsonb_build_object('field', TG_ARGV[0], 'longest', TG_ARGV[1]));
    END IF;
    RETURN NEW;
END $$;

-- Lets hms.<target>.<named> hold only names of at most <longest> characters; called by the area that owns the table.
-- What there is to refuse is seen by the condition, so that a good name costs no call.
CREATE FUNCTION hms.named(target text, named text, longest integer) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format($trigger$
        CREATE TRIGGER check_name BEFORE INSERT OR UPDATE OF %1$I ON hms.%2$I FOR EACH ROW
        WHEN (coalesce(NEW.%1$I, '') ~ '^[\s\u00A0\u200B-\u200F\u2060-\u2064\u3000\uFEFF]*$'
              OR NEW.%1$I ~ '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]' OR length(NEW.%1$I) > %3$s)
        EXECUTE FUNCTION hms.check_name(%1$L, %3$s)
    $trigger$, named, target, longest);
END $$;

-- The same for a line that may be empty: a note, a reason, an address.
CREATE FUNCTION hms.noted(target text, noted text, longest integer) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format($trigger$
        CREATE TRIGGER %4$I BEFORE INSERT OR UPDATE OF %1$I ON hms.%2$I FOR EACH ROW
        WHEN (NEW.%1$I ~ '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]' OR length(NEW.%1$I) > %3$s)
        EXECUTE FUNCTION hms.check_note(%1$L, %3$s)
    $trigger$, noted, target, longest, 'check_' || noted);
END $$;

-- Audit --------------------------------------------------------------------------------------------------------------

-- Makes sure that the month of that moment has its partitions; called with each business day that opens.
CREATE FUNCTION hms.open_month(p_moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    opens timestamptz := date_trunc('month', p_moment, 'UTC');
    closes timestamptz := opens + interval '1 month';
    partitioned regclass;
    part text;
BEGIN
    FOR partitioned IN
        SELECT c.oid FROM pg_class c WHERE c.relkind = 'p' AND c.relnamespace = 'hms'::regnamespace ORDER BY c.relname
    LOOP
        part := (SELECT relname FROM pg_class WHERE oid = partitioned) || to_char(opens AT TIME ZONE 'UTC', '_YYYY_MM');
        IF to_regclass('hms.' || quote_ident(part)) IS NULL THEN
            EXECUTE format('CREATE TABLE hms.%I PARTITION OF %s FOR VALUES FROM (%L) TO (%L)',
                           part, partitioned, opens, closes);
            EXECUTE format('GRANT SELECT ON hms.%I TO hms_backup', part);
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION hms.workstation() RETURNS text
    LANGUAGE sql STABLE
    RETURN left(coalesce(nullif(current_setting('hms.workstation', true), ''), 'unnamed')
                || coalesce('@' || host(inet_client_addr()), ''), 120);

CREATE FUNCTION hms.audit_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    this_moment timestamptz := hospital_now();
    this_place text := workstation();
BEGIN
    INSERT INTO audit (at, person, workstation, subject, key, verb, after)
    SELECT this_moment, session_user, this_place, TG_TABLE_NAME, n.id, 'insert', jsonb_strip_nulls(to_jsonb(n)) FROM new_rows n;
    RETURN NULL;
END $$;

CREATE FUNCTION hms.audit_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    this_moment timestamptz := hospital_now();
    this_place text := workstation();
BEGIN
    INSERT INTO audit (at, person, workstation, subject, key, verb, before)
    SELECT this_moment, session_user, this_place, TG_TABLE_NAME, o.id, 'delete', jsonb_strip_nulls(to_jsonb(o)) FROM old_rows o;
    RETURN NULL;
END $$;

-- Only what changed is kept: the columns whose old and new value differ. A function for each table, which names its
-- columns: to take both rows apart as JSON would cost a small change twice as much.
CREATE FUNCTION hms.make_audit_update(target text) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    compared text := (
        SELECT string_agg(format($column$
            IF NEW.%1$I IS DISTINCT FROM OLD.%1$I THEN
                was := was || jsonb_build_object(%1$L, OLD.%1$I);
                became := became || jsonb_build_object(%1$L, NEW.%1$I);
            END IF;$column$, attname), '' ORDER BY attnum)
        FROM pg_attribute
        WHERE attrelid = to_regclass('hms.' || quote_ident(target)) AND attnum > 0 AND NOT attisdropped);
BEGIN
    EXECUTE format($function$
        CREATE FUNCTION hms.%I() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $body$
        DECLARE
            was jsonb := '{}';
            became jsonb := '{}';
        BEGIN
            %s
            IF became <> '{}' THEN
                INSERT INTO audit (at, person, workstation, subject, key, verb, before, after)
                VALUES (hospital_now(), session_user, workstation(), TG_TABLE_NAME, NEW.id, 'update', was, became);
            END IF;
            RETURN NULL;
        END $body$
        $function$, 'audit_update_of_' || target, compared);
END $$;

-- Gives hms.<target> its audit triggers; called by the guards of the area that owns the table.
CREATE FUNCTION hms.audited(target text) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON hms.%I REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION hms.audit_insert()', target);
    PERFORM hms.make_audit_update(target);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON hms.%I FOR EACH ROW EXECUTE FUNCTION hms.%I()', target,
                   'audit_update_of_' || target);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON hms.%I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION hms.audit_delete()', target);
END $$;

-- Append-only for every role, the owner's own functions included; only the seal may be set, once.
CREATE FUNCTION hms.keep_audit() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.block IS NULL AND NEW.block IS NOT NULL
       AND to_jsonb(NEW) - 'block' = to_jsonb(OLD) - 'block' THEN
        RETURN NEW;
    END IF;
    PERFORM hms.refuse('audit.kept', 'The audit trail is never changed; a mistake is corrected by a new entry.');
    RETURN NULL;
END $$;
CREATE TRIGGER keep_audit BEFORE UPDATE OR DELETE ON hms.audit FOR EACH ROW EXECUTE FUNCTION hms.keep_audit();

CREATE FUNCTION hms.append_only() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hms.refuse('row.kept', 'This entry is never changed; a mistake is corrected by a new entry.',
                       jsonb_build_object('table', TG_TABLE_NAME));
    RETURN NULL;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.audit_blocks
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_whole BEFORE TRUNCATE ON hms.audit FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- Knocks -------------------------------------------------------------------------------------------------------------

-- Knocks now, or keeps what would be told on 'hms_changes' until its transaction has committed (guards_knocks.sql).
CREATE FUNCTION hms.knock_at(p_channel text, p_knock text) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    kept text := current_setting('hms.knocks', true);
BEGIN
    IF kept <> '' AND p_channel = 'hms_changes' THEN
        kept := set_config('hms.knocks', kept || E'\n' || p_knock, true);
    ELSE
        PERFORM pg_notify(p_channel, p_knock);
    END IF;
END $$;

-- Arguments: channel, area, key column. The payload names an area and a key, never data.
-- A statement that changed more than fifty keys knocks once, without a key: anything in the area may have changed.
CREATE FUNCTION hms.knock() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    key text;
    keys text[] := ARRAY(SELECT to_jsonb(c) ->> TG_ARGV[2] FROM changed c LIMIT 51);
BEGIN
    IF cardinality(keys) > 50 THEN
        keys := '{""}';
    END IF;
    FOREACH key IN ARRAY keys LOOP  -- the server tells the same key once
        PERFORM knock_at(TG_ARGV[0], TG_ARGV[1] || ':' || key);
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION hms.knocks(target text, channel text, area text, key_column text) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    verb text;
BEGIN
    FOREACH verb IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON hms.%I REFERENCING %s TABLE AS changed
                        FOR EACH STATEMENT EXECUTE FUNCTION hms.knock(%L, %L, %L)',
                       'knock_' || lower(verb) || '_' || channel, verb, target,
                       CASE verb WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, channel, area, key_column);
    END LOOP;
END $$;

-- Lists in files -----------------------------------------------------------------------------------------------------

-- Who took which list out of the suite, and how long it was; the note stands before the file does.
CREATE FUNCTION hms.note_saved_list(p_intent uuid, p_name text, p_rows bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'note_saved_list');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    INSERT INTO saved_lists (name, rows_saved, saved_at, person)
    VALUES (p_name, p_rows, hospital_now(), session_user) RETURNING id INTO made;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;
CREATE TRIGGER keep_saved_lists BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.saved_lists
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- What the duties may do here ----------------------------------------------------------------------------------------

SELECT hms.audited('saved_lists');
GRANT EXECUTE ON FUNCTION hms.note_saved_list(uuid, text, bigint) TO hms_staff;
GRANT SELECT ON hms.saved_lists TO hms_manager, hms_admin;
GRANT USAGE ON SCHEMA hms TO hms_staff, hms_worker, hms_monitor, hms_backup, hms_deploy;
GRANT EXECUTE ON FUNCTION hms.hospital_now() TO hms_staff, hms_worker, hms_monitor;
GRANT EXECUTE ON FUNCTION hms.workstation() TO hms_staff;
-- Triggers on plainly edited tables refuse in the name of whoever edits.
GRANT EXECUTE ON FUNCTION hms.refuse(text, text, jsonb), hms.stale(text, text, jsonb) TO hms_staff;
-- Whoever deploys asks which version there is, and whether it must be migrated.
GRANT SELECT ON hms.schema_compat, hms.installation TO hms_staff, hms_worker, hms_monitor, hms_deploy;
-- Who did what to which row; the old and new values may hold a restricted patient and are granted to nobody.
GRANT SELECT (id, at, person, workstation, subject, key, verb, block) ON hms.audit TO hms_manager, hms_admin;
GRANT SELECT ON hms.audit_blocks TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.prune_intents() TO hms_worker;
GRANT SELECT ON ALL TABLES IN SCHEMA hms TO hms_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA hms TO hms_backup;
