-- Reports that come by themselves: who ordered what for when, and each time that it was made.

-- A new order where `p_id` is NULL, else a change of the one of that version. What it may ask for is checked by the
-- table; a report that names patients is laid in the folder and never sent.
CREATE FUNCTION hms.save_report_schedule(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_report_schedule');
    r report_schedules := jsonb_populate_record(NULL::report_schedules, p_record);
    saved bigint := p_id;
    wrong text;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT one INTO wrong FROM unnest(r.recipients) one WHERE one !~ '^[^@\s,;<>"]{1,64}@[^@\s,;<>"]{1,190}$' LIMIT 1;
    IF wrong IS NOT NULL THEN
        PERFORM refuse('report.recipient', format('%s is not an e-mail address; correct it.', wrong),
                       jsonb_build_object('field', 'recipients', 'address', wrong));
    ELSIF cardinality(r.recipients) > 20 THEN
        PERFORM refuse('report.many_recipients', 'A report goes to 20 addresses at most; use a mailing list.',
                       '{"field": "recipients"}');
    ELSIF r.report = 'controlled' AND cardinality(r.recipients) > 0 THEN
        PERFORM refuse('report.names_patients',
                       'This report names patients, so it is not sent by e-mail; leave the recipients empty.',
                       '{"field": "recipients"}');
    ELSIF r.folder !~ '^[[:alnum:] _-]{0,60}$' THEN
        PERFORM refuse('report.folder', 'The folder is one plain name of letters, digits, spaces, - and _.',
                       '{"field": "folder"}');
    ELSIF p_id IS NULL THEN
        INSERT INTO report_schedules (title, report, parameters, format, language, every, on_day, at_time, folder,
                                      recipients, ordered_at)
        VALUES (r.title, r.report, coalesce(r.parameters, '{}'), r.format, r.language, r.every, r.on_day, r.at_time,
                r.folder, coalesce(r.recipients, '{}'), hospital_now())
        RETURNING id INTO saved;
    ELSE
        UPDATE report_schedules s
        SET title = r.title, report = r.report, parameters = coalesce(r.parameters, '{}'), format = r.format,
            language = r.language, every = r.every, on_day = r.on_day, at_time = r.at_time, folder = r.folder,
            recipients = coalesce(r.recipients, '{}'), active = r.active, ordered_by = session_user,
            version = p_version
        WHERE s.id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('report.no_schedule', 'This order is not on the list; reload the list.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- The last date on which an order was due: its day has come, and on today its time.
CREATE FUNCTION hms.last_due(s hms.report_schedules) RETURNS date
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT day::date
    FROM (SELECT hospital_now() AT TIME ZONE f.time_zone AS at FROM facility f) wall
    CROSS JOIN LATERAL generate_series(wall.at::date - 31, wall.at::date, interval '1 day') day
    WHERE CASE s.every WHEN 'day' THEN true WHEN 'week' THEN extract(isodow FROM day) = s.on_day
                       ELSE extract(day FROM day) = s.on_day END
      AND day + s.at_time <= wall.at
      AND day + s.at_time >= (SELECT s.ordered_at AT TIME ZONE f.time_zone FROM facility f)
    ORDER BY day DESC LIMIT 1
$$;

-- Gives the worker the next report to make and notes that it began; NULL where nothing is due. Whoever ordered it must
-- still be a manager. One that failed, or whose worker died an hour ago, is tried again, three times in all.
CREATE FUNCTION hms.begin_report_run() RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    s report_schedules;
    due date;
    run report_runs;
BEGIN
    FOR s IN
        SELECT o.* FROM report_schedules o JOIN people p ON p.login = o.ordered_by
        WHERE o.active AND p.active AND 'manager' = ANY (p.duties) ORDER BY o.id FOR UPDATE OF o SKIP LOCKED
    LOOP
        due := last_due(s);
        CONTINUE WHEN due IS NULL;
        INSERT INTO report_runs (schedule_id, due_on, begun_at) VALUES (s.id, due, now)
            ON CONFLICT (schedule_id, due_on) DO UPDATE
            SET state = 'running', begun_at = now, attempt = report_runs.attempt + 1, code = '', ended_at = NULL
            WHERE report_runs.attempt < 3
              AND (report_runs.state = 'failed' AND report_runs.ended_at < now - interval '15 minutes'
                   OR report_runs.state = 'running' AND report_runs.begun_at < now - interval '1 hour')
            RETURNING * INTO run;
        IF FOUND THEN
            RETURN jsonb_build_object('run_id', run.id, 'attempt', run.attempt, 'due_on', due, 'schedule_id', s.id,
                'title', s.title, 'report', s.report, 'parameters', s.parameters, 'format', s.format,
                'language', s.language, 'folder', s.folder, 'recipients', s.recipients);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

-- How a run ended: its files and rows, or the code of what went wrong. Only the attempt that is under way may say so.
CREATE FUNCTION hms.end_report_run(p_run bigint, p_attempt integer, p_rows bigint, p_files text[], p_code text)
    RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE report_runs SET state = CASE p_code WHEN '' THEN 'done' ELSE 'failed' END, ended_at = hospital_now(),
        rows_made = p_rows, files = p_files, code = p_code
    WHERE id = p_run AND attempt = p_attempt AND state = 'running';
    RETURN FOUND;
END $$;

SELECT hms.audited('report_schedules'), hms.versioned('report_schedules'), hms.named('report_schedules', 'title', 120),
       hms.knocks('report_schedules', 'hms_changes', 'reports', 'id'),
       hms.knocks('report_runs', 'hms_changes', 'reports', 'schedule_id');
CREATE TRIGGER keep_report_schedules BEFORE DELETE OR TRUNCATE ON hms.report_schedules
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
GRANT SELECT ON hms.report_schedules, hms.report_runs TO hms_manager;
-- The name of the store that a report is about stands above it.
GRANT SELECT ON hms.stores TO hms_worker;
GRANT EXECUTE ON FUNCTION hms.save_report_schedule(uuid, bigint, bigint, jsonb) TO hms_manager;
GRANT EXECUTE ON FUNCTION hms.begin_report_run(), hms.end_report_run(bigint, integer, bigint, text[], text),
    hms.note_saved_list(uuid, text, bigint), hms.business_date() TO hms_worker;
