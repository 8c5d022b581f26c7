-- Printers and what each workstation does with them. Printing never decides: a job only follows what was committed.

-- The name that this workstation was given, as far as a list can hold it.
CREATE FUNCTION hms.own_workstation() RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT left(coalesce(nullif(current_setting('hms.workstation', true), ''), 'unnamed'), 60)
$$;

-- A new printer where `p_id` is NULL, else an edit.
CREATE FUNCTION hms.save_printer(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_printer');
    r printers := jsonb_populate_record(NULL::printers, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF length(btrim(coalesce(r.name, ''))) NOT BETWEEN 1 AND 60 THEN
        PERFORM refuse('printer.name_form', 'A printer''s name has 1 to 60 letters.');
    ELSIF EXISTS (SELECT FROM printers WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('printer.name', 'Another printer has this name; choose another one.');
    ELSIF r.connection NOT IN ('system', 'folder') AND r.paper = 'a4'
          OR r.connection = 'system' AND r.paper IN ('roll80', 'roll58') THEN
        PERFORM refuse('printer.paper', 'This kind of printer cannot hold this paper; choose another paper.');
    ELSIF p_id IS NULL THEN
        INSERT INTO printers (name, connection, address, paper, label_width, label_height, code_page, documents, active)
        VALUES (r.name, r.connection, coalesce(r.address, ''), r.paper, coalesce(r.label_width, 0),
                coalesce(r.label_height, 0), r.code_page, coalesce(r.documents, '{}'), coalesce(r.active, true))
        RETURNING id INTO saved;
    ELSE
        UPDATE printers SET name = r.name, connection = r.connection, address = coalesce(r.address, ''),
            paper = r.paper, label_width = coalesce(r.label_width, 0), label_height = coalesce(r.label_height, 0),
            code_page = r.code_page, documents = coalesce(r.documents, '{}'), active = r.active, version = p_version
        WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('printer.unknown', 'This printer is not on the list; reload the list.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- This workstation's own choice for one kind of paper; NULL goes back to the first printer that is meant for it.
CREATE FUNCTION hms.choose_printer(p_intent uuid, p_document text, p_printer bigint, p_automatic boolean) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'choose_printer');
    here text := own_workstation();
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF p_printer IS NULL THEN
        DELETE FROM printer_choices WHERE workstation = here AND document = p_document;
    ELSE
        PERFORM check_printer(p_printer, p_document);
        INSERT INTO printer_choices (workstation, document, printer_id, automatic)
        VALUES (here, p_document, p_printer, coalesce(p_automatic, false))
        ON CONFLICT (workstation, document) DO UPDATE
            SET printer_id = excluded.printer_id, automatic = excluded.automatic;
    END IF;
    RETURN settle_intent(p_intent, '{}');
END $$;

CREATE FUNCTION hms.check_printer(p_printer bigint, p_document text) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    meant text[];
BEGIN
    SELECT documents || 'test'::text INTO meant FROM printers WHERE id = p_printer AND active;
    IF meant IS NULL THEN
        PERFORM refuse('printer.closed', 'This printer is no longer in use; choose another one.');
    ELSIF NOT p_document = ANY (meant) THEN
        PERFORM refuse('printer.document', 'This printer is not meant for this kind of paper; choose another one.');
    END IF;
END $$;

SELECT hms.named('printers', 'name', 60), hms.noted('printers', 'address', 200), hms.versioned('printers'), hms.audited('printers'), hms.knocks('printers', 'hms_changes', 'printing', 'id'),
       hms.audited('printer_choices'), hms.knocks('printer_choices', 'hms_changes', 'printing', 'printer_id');

GRANT SELECT ON hms.printers, hms.printer_choices TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.own_workstation() TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.save_printer(uuid, bigint, bigint, jsonb) TO hms_admin;
GRANT EXECUTE ON FUNCTION hms.choose_printer(uuid, text, bigint, boolean)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_store, hms_manager, hms_admin;
