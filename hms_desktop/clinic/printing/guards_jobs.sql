-- Print jobs: queued, printing, printed or failed; repeated only by a new job that says so (RULES 41).

-- Which state may follow which. A job that is left in `printing` is never taken up again: somebody looks at the printer.
CREATE FUNCTION hms.keep_print_job() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (OLD.state, NEW.state) IN (('queued', 'printing'), ('queued', 'cancelled'), ('printing', 'printed'),
                                      ('printing', 'failed'), ('printing', 'cancelled'), ('failed', 'cancelled'))
       OR (NEW.document, NEW.subject, NEW.printer_id, NEW.workstation, NEW.person, NEW.original_id, NEW.reprint)
          IS DISTINCT FROM
          (OLD.document, OLD.subject, OLD.printer_id, OLD.workstation, OLD.person, OLD.original_id, OLD.reprint) THEN
        PERFORM hms.refuse('print.state', 'This paper went on meanwhile; look at the list of papers.');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_print_job BEFORE UPDATE ON hms.print_jobs FOR EACH ROW EXECUTE FUNCTION hms.keep_print_job();

-- Whether a job that began then was left by its program: nobody knows whether its paper came out.
CREATE FUNCTION hms.left_open(p_began timestamptz) RETURNS boolean
    LANGUAGE sql STABLE RETURN p_began < clock_timestamp() - interval '90 seconds';

-- The printer that this workstation uses for a kind of paper: its own choice, else the first that is meant for it.
CREATE FUNCTION hms.printer_for(p_document text) RETURNS bigint
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT p.id
    FROM printers p
    LEFT JOIN printer_choices c
        ON c.printer_id = p.id AND c.document = p_document AND c.workstation = own_workstation()
    WHERE p.active AND p_document = ANY (p.documents || 'test'::text)
    ORDER BY c.id IS NULL, p.id LIMIT 1
$$;

-- The first job of a paper that came out before, where each further copy says that it is one (rule 41): what somebody
-- could get medicines with twice, or take twice. NULL for any other paper.
CREATE FUNCTION hms.first_copy(p_document text, p_subject bigint) RETURNS bigint
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT j.id FROM print_jobs j
    WHERE p_document IN ('medicine_label', 'leaflet', 'prescription')
      AND j.document = p_document AND j.subject = p_subject AND j.original_id IS NULL
      AND (j.state = 'printed' OR EXISTS (SELECT FROM print_jobs c WHERE c.original_id = j.id AND c.state = 'printed'))
    ORDER BY j.id LIMIT 1
$$;

-- How often a paper was repeated; its first job is locked, so that no number comes twice.
CREATE FUNCTION hms.next_copy(p_first bigint) RETURNS smallint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM FROM print_jobs WHERE id = p_first FOR UPDATE;
    RETURN 1 + (SELECT coalesce(max(j.reprint), 0) FROM print_jobs j WHERE j.original_id = p_first);
END $$;

-- A paper to be printed; with no printer named, on this workstation's own one for it; in the patient's own language where
-- papers are written in it, else in the hospital's first.
CREATE FUNCTION hms.queue_print(p_intent uuid, p_document text, p_subject bigint, p_printer bigint, p_language text)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'queue_print');
    chosen bigint := coalesce(p_printer, printer_for(p_document));
    copied bigint;
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF chosen IS NULL THEN
        PERFORM refuse('printer.none', 'No printer is set up for this kind of paper; ask an administrator for one.');
    END IF;
    PERFORM check_printer(chosen, p_document);
    copied := first_copy(p_document, p_subject);
    INSERT INTO print_jobs (document, subject, printer_id, workstation, original_id, reprint, language, business_date,
                            queued_at)
    VALUES (p_document, p_subject, chosen, own_workstation(), copied,
            CASE WHEN copied IS NULL THEN 0 ELSE next_copy(copied) END,
            coalesce(p_language, paper_language(p_document, p_subject), (SELECT languages[1] FROM facility), 'en'), business_date(),
            hospital_now())
    RETURNING id INTO made;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

-- The same paper once more: a new job that counts the repetitions. One after the other, so that no number comes twice.
CREATE FUNCTION hms.repeat_print(p_intent uuid, p_job bigint, p_printer bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'repeat_print');
    old print_jobs;
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO old FROM print_jobs
    WHERE id = (SELECT coalesce(j.original_id, j.id) FROM print_jobs j WHERE j.id = p_job) FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('print.unknown', 'This paper is not on the list; reload the list.');
    ELSIF EXISTS (SELECT FROM print_jobs WHERE id = p_job AND state = 'printing' AND NOT left_open(began_at)) THEN
        PERFORM refuse('print.under_way', 'This paper is just being printed; wait a moment before you repeat it.');
    END IF;
    PERFORM check_printer(coalesce(p_printer, old.printer_id), old.document);
    INSERT INTO print_jobs (document, subject, printer_id, workstation, language, original_id, reprint, business_date,
                            queued_at)
    VALUES (old.document, old.subject, coalesce(p_printer, old.printer_id), own_workstation(), old.language, old.id,
            1 + (SELECT coalesce(max(j.reprint), 0) FROM print_jobs j WHERE j.original_id = old.id), business_date(),
            hospital_now())
    RETURNING id INTO made;
    -- What was repeated no longer waits for anybody.
    UPDATE print_jobs SET state = 'cancelled', ended_at = clock_timestamp()
    WHERE id = p_job AND state IN ('queued', 'printing', 'failed');
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

-- From now on this program works on the job. Only the workstation that wants the paper may begin, and only once.
CREATE FUNCTION hms.begin_print(p_intent uuid, p_job bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'begin_print');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE print_jobs SET state = 'printing', began_at = clock_timestamp()
    WHERE id = p_job AND state = 'queued' AND workstation = own_workstation();
    IF NOT FOUND THEN
        PERFORM refuse('print.begun', 'This paper was begun or taken off already; look at the list of papers.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_job));
END $$;

-- How it went: with no reason it is on paper. Whoever printed says so; of a job that nobody ended, anyone who has looked.
CREATE FUNCTION hms.end_print(p_intent uuid, p_job bigint, p_reason text, p_sentence text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'end_print');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE print_jobs SET state = CASE WHEN p_reason = '' THEN 'printed' ELSE 'failed' END, reason = left(p_reason, 60),
                          sentence = left(p_sentence, 300), ended_at = clock_timestamp()
    WHERE id = p_job AND state = 'printing'
      AND (person = session_user OR left_open(began_at));
    IF NOT FOUND THEN
        PERFORM refuse('print.state', 'This paper went on meanwhile; look at the list of papers.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_job));
END $$;

-- Nobody wants this paper any more.
CREATE FUNCTION hms.cancel_print(p_intent uuid, p_job bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'cancel_print');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE print_jobs SET state = 'cancelled', ended_at = clock_timestamp()
    WHERE id = p_job AND state IN ('queued', 'failed');
    IF NOT FOUND THEN
        PERFORM refuse('print.state', 'This paper went on meanwhile; look at the list of papers.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_job));
END $$;

-- Papers of which nobody wanted another copy for ninety days, whatever became of them; the audit keeps who printed what.
-- A paper and its copies go together. Returns how many went.
CREATE FUNCTION hms.prune_print_jobs() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    before date := business_date() - 90;
    old bigint[] := ARRAY(SELECT j.id FROM print_jobs j WHERE j.business_date < before AND NOT EXISTS (
        SELECT FROM print_jobs n
        WHERE n.original_id = coalesce(j.original_id, j.id) AND n.business_date >= before));
BEGIN
    DELETE FROM print_jobs WHERE id = ANY (old);
    RETURN cardinality(old);
END $$;

SELECT hms.audited('print_jobs'), hms.knocks('print_jobs', 'hms_changes', 'papers', 'id');

GRANT SELECT ON hms.print_jobs TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.printer_for(text), hms.left_open(timestamptz) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.queue_print(uuid, text, bigint, bigint, text), hms.repeat_print(uuid, bigint, bigint),
    hms.begin_print(uuid, bigint), hms.end_print(uuid, bigint, text, text), hms.cancel_print(uuid, bigint)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_store, hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.prune_print_jobs() TO hms_worker;
