-- Alerts: raised once for each thing, acknowledged by a person, resolved when the figure is well again.

-- Which level a figure has by its rule; NULL: none.
CREATE FUNCTION hms.level_of(r hms.alert_rules, p_value numeric) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE
        WHEN ((r).above AND p_value > (r).critical) OR (NOT (r).above AND p_value < (r).critical) THEN 'critical'
        WHEN ((r).above AND p_value > (r).warning) OR (NOT (r).above AND p_value < (r).warning) THEN 'warning'
    END;

-- Tells those whom the hospital has named for notices; where it has named nobody, nobody is told but on the screen.
CREATE FUNCTION hms.tell_alert(a hms.alerts) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM write_notice('alert', jsonb_build_object(
        'title', (SELECT r.name FROM alert_rules r WHERE r.id = (a).rule_id), 'subject', (a).subject,
        'level', (a).level, 'figure', round((a).figure, 1)));
END $$;

-- One figure of one rule. An alert that grew worse is told again, also where somebody had acknowledged it.
CREATE FUNCTION hms.weigh_one(r hms.alert_rules, p_subject text, p_value numeric) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := clock_timestamp();
    found text := level_of(r, p_value);
    known alerts;
    worse boolean;
BEGIN
    SELECT * INTO known FROM alerts a WHERE a.rule_id = (r).id AND a.subject = p_subject AND a.resolved_at IS NULL;
    IF known.id IS NULL AND found IS NULL THEN
        RETURN;
    ELSIF found IS NULL THEN
        DELETE FROM alerts WHERE id = known.id AND raised_at IS NULL;
        UPDATE alerts SET resolved_at = now WHERE id = known.id;
        RETURN;
    ELSIF known.id IS NULL THEN
        INSERT INTO alerts (rule_id, subject, level, figure, began_at) VALUES ((r).id, p_subject, found, p_value, now)
        RETURNING * INTO known;
    END IF;
    worse := known.raised_at IS NOT NULL AND known.level = 'warning' AND found = 'critical';
    IF known.raised_at IS NULL AND known.began_at <= now - make_interval(mins => (r).minutes) THEN
        known.raised_at := now;
        worse := true;
    END IF;
    UPDATE alerts SET level = found, figure = p_value, raised_at = known.raised_at,
        acknowledged_at = CASE WHEN NOT worse THEN acknowledged_at END,
        acknowledged_by = CASE WHEN NOT worse THEN acknowledged_by END
    WHERE id = known.id AND (level, figure, raised_at) IS DISTINCT FROM (found, p_value, known.raised_at)
    RETURNING * INTO known;
    IF worse THEN
        PERFORM tell_alert(known);
    END IF;
END $$;

-- Holds figures, [{figure, subject, value}], against the rules. What is no longer told of (a screen that was taken
-- away, a PC that was switched off) is no longer wrong. One at a time.
CREATE FUNCTION hms.weigh(p_figures jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    one record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.weigh'));
    FOR one IN
        SELECT rule, f.subject, f.value FROM alert_rules rule
        JOIN jsonb_to_recordset(p_figures) AS f (figure text, subject text, value numeric) ON f.figure = rule.figure
        WHERE rule.active AND f.value IS NOT NULL ORDER BY rule.id, f.subject
    LOOP
        PERFORM weigh_one(one.rule, one.subject, one.value);
    END LOOP;
    UPDATE alerts a SET resolved_at = clock_timestamp()
    FROM alert_rules r
    WHERE r.id = a.rule_id AND a.resolved_at IS NULL
      AND (NOT r.active OR NOT EXISTS (
          SELECT FROM jsonb_to_recordset(p_figures) AS f (figure text, subject text)
          WHERE f.figure = r.figure AND f.subject = a.subject));
    DELETE FROM alerts WHERE raised_at IS NULL AND resolved_at IS NOT NULL;
    DELETE FROM alerts WHERE resolved_at < clock_timestamp() - interval '13 months';
    RETURN (SELECT jsonb_build_object('warning', count(*) FILTER (WHERE level = 'warning'),
                                      'critical', count(*) FILTER (WHERE level = 'critical'))
            FROM alerts WHERE raised_at IS NOT NULL AND resolved_at IS NULL);
END $$;

-- Somebody has seen it and looks after it; who is session_user.
CREATE FUNCTION hms.acknowledge_alert(p_intent uuid, p_alert bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'acknowledge_alert');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE alerts SET acknowledged_at = clock_timestamp(), acknowledged_by = session_user
    WHERE id = p_alert AND acknowledged_at IS NULL AND resolved_at IS NULL;
    IF NOT FOUND THEN
        PERFORM refuse('alert.over', 'This alert is over, or a colleague looks after it already.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_alert));
END $$;

CREATE FUNCTION hms.save_alert_rule(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_alert_rule');
    r alert_rules;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO r FROM alert_rules WHERE id = p_id FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('alert.rule', 'There is no such rule; read the list again.');
    END IF;
    r := jsonb_populate_record(r, p_record - 'id' - 'name' - 'figure' - 'above' - 'version');
    IF r.warning IS NULL AND r.critical IS NULL
       OR NOT coalesce(CASE WHEN r.above THEN r.critical >= r.warning ELSE r.critical <= r.warning END, true) THEN
        PERFORM refuse('alert.limits', 'The critical limit lies beyond the warning one, and one of the two is needed.');
    ELSIF r.minutes NOT BETWEEN 0 AND 1440 THEN
        PERFORM refuse('alert.minutes', 'An alert waits for 0 to 1,440 minutes.');
    END IF;
    UPDATE alert_rules SET warning = r.warning, critical = r.critical, minutes = r.minutes, active = r.active,
        version = p_version WHERE id = p_id;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

-- Alerts that were raised, with the words of their rule; those that wait for their minutes are nobody's business yet.
CREATE VIEW hms.alert_lines AS
    SELECT a.id, r.name, r.figure, r.above, a.subject, a.level, a.figure AS value,
           CASE a.level WHEN 'critical' THEN r.critical ELSE r.warning END AS limit_value,
           a.raised_at, a.acknowledged_at, a.acknowledged_by, a.resolved_at
    FROM hms.alerts a JOIN hms.alert_rules r ON r.id = a.rule_id
    WHERE a.raised_at IS NOT NULL;

-- The usual limits; what a hospital has changed stays as it is.
INSERT INTO hms.alert_rules (name, figure, above, warning, critical, minutes) VALUES
    ('slow_work', 'work_p95_ms', true, 3000, 10000, 5),
    ('failing_work', 'work_failed_percent', true, 1, 5, 5),
    ('cache_misses', 'cache_hit_percent', false, 85, 70, 15),
    ('memory', 'memory_percent', true, 85, 95, 5),
    ('disk', 'disk_percent', true, 90, 97, 0),
    ('server_disk', 'server_disk_percent', true, 90, 97, 0),
    ('server_memory', 'server_memory_percent', true, 85, 95, 5),
    ('old_backup', 'backup_hours', true, 26, 50, 0),
    ('dead_screen', 'display_silent_seconds', true, 60, 600, 0),
    ('failing_jobs', 'jobs_failed', true, 0, 10, 0),
    ('late_jobs', 'jobs_late_minutes', true, 10, 60, 0),
    ('silent_worker', 'worker_silent_seconds', true, 120, 600, 0),
    ('unsent_messages', 'messages_unsent', true, 0, 100, 0),
    ('replication', 'replication_seconds', true, 30, 300, 2),
    ('archiving', 'archive_failing_minutes', true, 15, 60, 0),
    ('connections', 'connections_percent', true, 80, 95, 2),
    ('long_transaction', 'transaction_minutes', true, 10, 60, 0),
    ('unsealed_trail', 'unsealed_minutes', true, 60, 1440, 0),
    ('late_trail', 'late_entries', true, NULL, 0, 0),
    ('certificate', 'certificate_days', false, 30, 7, 0),
    ('old_clients', 'old_clients', true, 0, NULL, 0),
    ('crashes', 'crashes_an_hour', true, 0, 10, 0)
    ON CONFLICT (name) DO NOTHING;

SELECT hms.audited('alert_rules'), hms.versioned('alert_rules');
SELECT hms.knocks('alerts', 'hms_changes', 'alerts', 'id'), hms.knocks('alert_rules', 'hms_changes', 'alerts', 'id');
GRANT SELECT ON hms.alert_lines, hms.alert_rules TO hms_admin, hms_manager;
GRANT SELECT ON hms.alert_rules TO hms_monitor;
GRANT EXECUTE ON FUNCTION hms.weigh(jsonb) TO hms_worker;
GRANT EXECUTE ON FUNCTION hms.acknowledge_alert(uuid, bigint) TO hms_admin, hms_manager;
GRANT EXECUTE ON FUNCTION hms.save_alert_rule(uuid, bigint, bigint, jsonb) TO hms_admin;
