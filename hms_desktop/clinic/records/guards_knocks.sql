-- Late knocks. A transaction that knocks itself holds a lock of the whole cluster while the disk takes its commit, so that
-- such transactions commit one after the other. The busiest wishes therefore set `hms.knocks` to late while they work:
-- what they would knock is kept, and told right after by a transaction of its own, which waits for no disk.

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
    SELECT count(pg_notify(channel, knock)) INTO told FROM (SELECT DISTINCT channel, knock FROM due) AS different;
    RETURN told;
END $$;

GRANT EXECUTE ON FUNCTION hms.tell_knocks() TO hms_pharmacist, hms_worker;
