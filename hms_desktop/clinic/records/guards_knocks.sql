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

-- Writes down what was to be knocked since `knock_late`, each line a channel and its knock; from here on all is told at once.
CREATE FUNCTION hms.keep_knocks() RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    kept text := current_setting('hms.knocks');
BEGIN
    INSERT INTO hms.late_knocks (channel, knock)
    SELECT split_part(line, ' ', 1), substr(line, strpos(line, ' ') + 1)
    FROM unnest((string_to_array(kept, E'\n'))[2:]) AS line;
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
    SELECT count(pg_notify(channel, knock)) INTO told FROM due;  -- the server tells the same knock once
    RETURN told;
END $$;

GRANT EXECUTE ON FUNCTION hms.tell_knocks() TO hms_pharmacist, hms_worker;
