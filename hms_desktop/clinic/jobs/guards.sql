-- Work that goes on by itself: staff ask and look, one login takes it from the queue, and nothing is done twice by two.

-- The same list as rules.TASKS; a test compares them.
DELETE FROM hms.job_tasks;
INSERT INTO hms.job_tasks (task, priority, attempts) VALUES
    ('send_messages', 10, 5), ('seal_audit', 10, 5), ('watch', 10, 3), ('release_offers', 0, 5), ('make_reports', 0, 3),
    ('keep_figures', -10, 3), ('close_day', 0, 8), ('back_up', 0, 3),
    ('open_sessions', 0, 5), ('tend_months', 0, 8), ('stock_alerts', 0, 5), ('prune', -10, 3), ('analyse', -10, 3),
    ('compare_records', -10, 3);

INSERT INTO hms.job_schedules (task, every_minutes, at_time) VALUES
    ('send_messages', 1, NULL), ('seal_audit', 1, NULL), ('watch', 1, NULL), ('release_offers', 5, NULL), ('make_reports', 5, NULL),
    ('keep_figures', 60, NULL), ('close_day', NULL, '02:00'),
    ('open_sessions', NULL, '01:00'), ('tend_months', NULL, '00:30'), ('stock_alerts', NULL, '06:00'),
    ('back_up', NULL, '02:30'), ('prune', NULL, '03:30'), ('analyse', NULL, '04:00'), ('compare_records', 60, NULL)
    ON CONFLICT (task) DO NOTHING;

-- The queue belongs to the worker alone: its functions run as whoever calls them, and nobody else may.
REVOKE ALL ON ALL TABLES IN SCHEMA procrastinate FROM hms_worker, hms_backup, hms_monitor;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA procrastinate FROM hms_worker, hms_backup;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA procrastinate FROM hms_worker;
REVOKE ALL ON SCHEMA procrastinate FROM hms_worker, hms_backup;
GRANT USAGE ON SCHEMA procrastinate TO hms_worker, hms_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA procrastinate TO hms_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA procrastinate TO hms_worker;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA procrastinate TO hms_worker;
GRANT SELECT ON ALL TABLES IN SCHEMA procrastinate TO hms_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA procrastinate TO hms_backup;

-- When ---------------------------------------------------------------------------------------------------------------

-- The first turn of a schedule after that moment. A time that a change of the clock leaves out comes with the change.
CREATE FUNCTION hms.next_turn(s hms.job_schedules, p_after timestamptz) RETURNS timestamptz
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE WHEN s.every_minutes IS NOT NULL
        THEN to_timestamp((floor(extract(epoch FROM p_after) / (s.every_minutes * 60)) + 1) * s.every_minutes * 60)
        ELSE (
            SELECT min(turn.at)
            FROM (SELECT coalesce((SELECT f.time_zone FROM facility f), 'UTC') AS name) zone,
                 generate_series(0, 8) day,
                 LATERAL (SELECT (p_after AT TIME ZONE zone.name)::date + day AS on_date) local,
                 LATERAL (SELECT (local.on_date + s.at_time) AT TIME ZONE zone.name AS at) turn
            WHERE turn.at > p_after
              AND (s.weekdays = '{}' OR extract(isodow FROM local.on_date)::smallint = ANY (s.weekdays)))
        END
$$;

INSERT INTO hms.job_turns (schedule_id, next_at)
    SELECT s.id, hms.next_turn(s, hms.hospital_now()) FROM hms.job_schedules s ON CONFLICT DO NOTHING;

CREATE FUNCTION hms.save_schedule(p_intent uuid, p_task text, p_version bigint, p_every integer, p_at time,
                                  p_weekdays smallint[], p_paused boolean) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_schedule');
    saved job_schedules;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF num_nonnulls(p_every, p_at) <> 1 OR p_every NOT BETWEEN 1 AND 1440 THEN
        PERFORM refuse('jobs.when', 'Say either every how many minutes (1 to 1440) or at what time this is done.');
    END IF;
    UPDATE job_schedules SET every_minutes = p_every, at_time = p_at, paused = p_paused, version = p_version,
        weekdays = ARRAY(SELECT DISTINCT day FROM unnest(coalesce(p_weekdays, '{}')) day ORDER BY day)
    WHERE task = p_task RETURNING * INTO saved;
    IF NOT FOUND THEN
        PERFORM refuse('jobs.unknown_task', 'This version of the suite does not know that work; read the list again.');
    END IF;
    UPDATE job_turns SET next_at = next_turn(saved, hospital_now()) WHERE schedule_id = saved.id;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved.id, 'version', saved.version));
END $$;

-- Asking -------------------------------------------------------------------------------------------------------------

-- For other functions: have the worker do this soon.
CREATE FUNCTION hms.wish_job(p_task text, p_arguments jsonb DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM job_tasks t WHERE t.task = p_task) THEN
        PERFORM refuse('jobs.unknown_task', 'This version of the suite does not know that work; read the list again.');
    END IF;
    INSERT INTO job_wishes (task, arguments, wished_at) VALUES (p_task, p_arguments, hospital_now());
END $$;

CREATE FUNCTION hms.do_now(p_intent uuid, p_task text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'do_now');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM wish_job(p_task);
    RETURN settle_intent(p_intent, '{}');
END $$;

-- Tries a job anew that was given up, or at once one that waits.
CREATE FUNCTION hms.repeat_job(p_intent uuid, p_job bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, procrastinate, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'repeat_job');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE procrastinate_jobs j SET status = 'todo', scheduled_at = NULL, attempts = 0
    WHERE j.id = p_job AND j.status IN ('failed', 'todo');
    IF NOT FOUND THEN
        PERFORM refuse('jobs.not_to_repeat', 'This job is under way or over already; look at the list again.');
    END IF;
    PERFORM pg_notify('procrastinate_any_queue_v1', json_build_object('type', 'job_inserted', 'job_id', p_job)::text);
    PERFORM pg_notify('hms_changes', 'jobs:' || p_job);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_job));
END $$;

-- Takes a job out of the queue; one that is under way is asked to stop, and does so where it may be left.
CREATE FUNCTION hms.cancel_job(p_intent uuid, p_job bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, procrastinate, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'cancel_job');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE procrastinate_jobs SET
        status = CASE WHEN status = 'doing' THEN status ELSE 'cancelled' END, abort_requested = status = 'doing'
    WHERE id = p_job AND status IN ('failed', 'todo', 'doing');
    IF NOT FOUND THEN
        PERFORM refuse('jobs.over', 'This job is over already; look at the list again.');
    END IF;
    PERFORM pg_notify('hms_changes', 'jobs:' || p_job);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_job));
END $$;

-- The worker ---------------------------------------------------------------------------------------------------------

-- Puts one job into the queue, unless the same one waits there; no two of a task run at once. (The queue's own lock
-- against a second one in waiting would refuse to put back a job that failed while the next one waits.)
CREATE FUNCTION hms.put_job(p_task text, p_arguments jsonb) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, procrastinate, public, pg_temp AS $$
DECLARE
    made bigint;
BEGIN
    SELECT id INTO made FROM procrastinate_jobs WHERE task_name = p_task AND args = p_arguments AND status = 'todo' LIMIT 1;
    IF NOT FOUND THEN
        SELECT (procrastinate_defer_jobs_v1(ARRAY[ROW('hms', t.task, t.priority, t.task, NULL, p_arguments,
                                                      NULL)]::procrastinate_job_to_defer_v1[]))[1]
        INTO made FROM job_tasks t WHERE t.task = p_task;
    END IF;
    RETURN made;
END $$;

-- Puts whatever is due into the queue; the row of each turn and wish is one worker's. A turn that was missed comes once.
CREATE FUNCTION hms.put_due_jobs() RETURNS integer
    LANGUAGE plpgsql SET search_path = hms, procrastinate, public, pg_temp AS $$
DECLARE
    turn record;
    many integer := 0;
BEGIN
    FOR turn IN
        SELECT s AS schedule, s.task, t.schedule_id FROM job_turns t JOIN job_schedules s ON s.id = t.schedule_id
        WHERE t.next_at <= hospital_now() AND NOT s.paused FOR UPDATE OF t SKIP LOCKED
    LOOP
        PERFORM put_job(turn.task, '{}');
        UPDATE job_turns SET next_at = next_turn(turn.schedule, hospital_now()) WHERE schedule_id = turn.schedule_id;
        many := many + 1;
    END LOOP;
    FOR turn IN SELECT * FROM job_wishes WHERE job_id IS NULL ORDER BY id FOR UPDATE SKIP LOCKED LOOP
        UPDATE job_wishes SET job_id = coalesce(put_job(turn.task, turn.arguments), 0) WHERE id = turn.id;
        many := many + 1;
    END LOOP;
    RETURN many;
END $$;

-- Jobs whose worker is silent, or lives and never heard that it has them (the answer was cut off): back into the queue,
-- and given up where that has happened as often as the task allows, so that one that kills its worker does not come for
-- ever. A job that is done, and of which only the queue never heard, is over.
CREATE FUNCTION hms.take_back_jobs(p_silence interval) RETURNS integer
    LANGUAGE plpgsql SET search_path = hms, procrastinate, public, pg_temp AS $$
DECLARE
    job record;
    many integer := 0;
BEGIN
    FOR job IN
        SELECT j.id, r.outcome, j.attempts + 1 >= coalesce(t.attempts, 1) AS enough
        FROM procrastinate_jobs j
        LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
        LEFT JOIN job_tasks t ON t.task = j.task_name
        LEFT JOIN LATERAL (SELECT * FROM job_runs WHERE job_id = j.id AND attempt = j.attempts + 1
                           ORDER BY id DESC LIMIT 1) r ON true
        WHERE j.status = 'doing'
          AND (w.id IS NULL OR w.last_heartbeat < clock_timestamp() - p_silence
               OR r.ended_at < hospital_now() - p_silence
               OR (r.id IS NULL AND (SELECT max(e.at) FROM procrastinate_events e
                                     WHERE e.job_id = j.id AND e.type = 'started') < clock_timestamp() - p_silence))
        FOR UPDATE OF j SKIP LOCKED
    LOOP
        many := many + 1;
        IF job.outcome = 'done' THEN
            PERFORM procrastinate_finish_job_v1(job.id, 'succeeded', true);
            CONTINUE;
        END IF;
        UPDATE job_runs SET ended_at = hospital_now(), outcome = 'lost', code = 'jobs.lost',
            sentence = 'The worker ended in the middle of this.'
        WHERE job_id = job.id AND outcome = 'under_way';
        UPDATE procrastinate_jobs SET attempts = attempts + 1, scheduled_at = NULL, worker_id = NULL,
            abort_requested = false,
            status = CASE WHEN job.enough OR job.outcome = 'failed' THEN 'failed' ELSE 'todo' END::procrastinate_job_status
        WHERE id = job.id;
    END LOOP;
    RETURN many;
END $$;

-- A worker's sign of life, some times a minute: with it go the turns that are due and the jobs that others left lying.
CREATE FUNCTION hms.beat(p_worker text, p_version text, p_silence interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, procrastinate, public, pg_temp AS $$
BEGIN
    INSERT INTO workers (name, version, started_at, seen_at)
    VALUES (p_worker, p_version, clock_timestamp(), clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET seen_at = clock_timestamp(), ended_at = NULL;
    RETURN put_due_jobs() + take_back_jobs(p_silence);
END $$;

CREATE FUNCTION hms.end_worker(p_worker text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    UPDATE workers SET ended_at = clock_timestamp() WHERE name = p_worker
$$;

CREATE FUNCTION hms.begin_run(p_job bigint, p_task text, p_attempt integer, p_worker text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    INSERT INTO job_runs (job_id, task, attempt, worker, began_at)
    VALUES (p_job, p_task, p_attempt, p_worker, hospital_now()) RETURNING id
$$;

-- What came of it. Where a task has come to its end, older jobs of it that were given up have nothing left to repeat;
-- where it was given up itself, it stands for them.
CREATE FUNCTION hms.end_run(p_run bigint, p_outcome text, p_code text, p_sentence text, p_figures jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, procrastinate, public, pg_temp AS $$
DECLARE
    run job_runs;
BEGIN
    UPDATE job_runs SET ended_at = hospital_now(), outcome = p_outcome, code = left(p_code, 80),
        sentence = left(p_sentence, 300), figures = p_figures
    WHERE id = p_run AND outcome IN ('under_way', 'lost') RETURNING * INTO run;
    IF run.outcome IN ('done', 'failed') THEN
        UPDATE procrastinate_jobs j SET status = 'cancelled'
        FROM procrastinate_jobs this
        WHERE this.id = run.job_id AND j.task_name = run.task AND j.args = this.args AND j.status = 'failed'
          AND j.id < run.job_id;
    END IF;
END $$;

-- What the hospital sees ---------------------------------------------------------------------------------------------

-- Jobs that are not over, with what came of the last attempt.
CREATE VIEW hms.job_lines AS
    SELECT j.id, j.task_name::text AS task, j.attempts, r.worker, r.began_at, r.ended_at, r.code, r.sentence,
           CASE WHEN j.status = 'failed' THEN 'failed' WHEN j.status = 'doing' THEN 'under_way' ELSE 'waiting' END AS state,
           j.abort_requested AS stopping, CASE WHEN j.status = 'todo' THEN j.scheduled_at END AS again_at
    FROM procrastinate.procrastinate_jobs j
    LEFT JOIN LATERAL (SELECT * FROM hms.job_runs r WHERE r.job_id = j.id ORDER BY r.id DESC LIMIT 1) r ON true
    WHERE j.status IN ('todo', 'doing', 'failed');

CREATE VIEW hms.schedule_lines AS
    SELECT s.*, CASE WHEN NOT s.paused THEN t.next_at END AS next_at, r.began_at, r.ended_at, r.outcome, r.code,
           r.sentence, r.figures
    FROM hms.job_schedules s
    JOIN hms.job_tasks k ON k.task = s.task
    JOIN hms.job_turns t ON t.schedule_id = s.id
    LEFT JOIN LATERAL (SELECT * FROM hms.job_runs r WHERE r.task = s.task ORDER BY r.id DESC LIMIT 1) r ON true;

-- A worker that has been silent for a minute is dead, whatever it said last.
CREATE VIEW hms.worker_states AS
    SELECT w.name, w.version, w.started_at, w.seen_at, w.ended_at,
           CASE WHEN w.ended_at IS NOT NULL THEN 'ended'
                WHEN w.seen_at < clock_timestamp() - interval '1 minute' THEN 'silent' ELSE 'alive' END AS state
    FROM hms.workers w;

SELECT hms.audited('job_schedules'), hms.versioned('job_schedules');
SELECT hms.knocks('job_schedules', 'hms_changes', 'jobs', 'task'), hms.knocks('job_runs', 'hms_changes', 'jobs', 'task'),
       hms.knocks('job_wishes', 'hms_changes', 'jobs', 'task');
GRANT SELECT ON hms.job_lines, hms.schedule_lines, hms.worker_states, hms.job_runs
    TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.save_schedule(uuid, text, bigint, integer, time, smallint[], boolean),
    hms.do_now(uuid, text), hms.repeat_job(uuid, bigint), hms.cancel_job(uuid, bigint) TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.beat(text, text, interval), hms.end_worker(text),
    hms.begin_run(bigint, text, integer, text), hms.end_run(bigint, text, text, text, jsonb) TO hms_worker;
