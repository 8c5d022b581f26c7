-- Late knocks. A transaction that knocks itself holds a lock of the whole cluster while the disk takes its commit, so that
-- such transactions commit one after the other. The busiest wishes therefore begin with `knock_late` and end with
-- `keep_knocks`: what they would knock in between is kept, and told right after by a transaction of its own, which waits
-- for no disk.

CREATE FUNCTION hms.knock_late() RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    kept text;
BEGIN
    kept := set_config('hms.knocks', 'late', true);
END $$;

-- Writes down what was to be knocked since `knock_late`, a line each in one row; from here on all is told at once.
CREATE FUNCTION hms.keep_knocks() RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    kept text := current_setting('hms.knocks');
BEGIN
    IF kept <> 'late' THEN
        INSERT INTO hms.late_knocks (channel, knock) VALUES ('hms_changes', substr(kept, length(E'late\n') + 1));
    END IF;
    kept := set_config('hms.knocks', '', true);
END $$;

-- Tells what waits, the oldest first. Called by whoever has just changed something; what a program that was cut off in
-- between could not tell, the next one tells, or the worker within a minute. What somebody else is telling at this moment
-- is left to him.
CREATE FUNCTION hms.tell_knocks() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    told integer;
BEGIN
    WITH due AS (
        DELETE FROM late_knocks
        WHERE id = ANY (ARRAY(SELECT id FROM late_knocks ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED))
        RETURNING channel, knock
    )
    -- The server tells the same knock once.
    SELECT count(pg_notify(channel, line)) INTO told FROM due, string_to_table(knock, E'\n') AS line;
    RETURN told;
END $$;

GRANT EXECUTE ON FUNCTION hms.tell_knocks() TO hms_pharmacist, hms_worker;
