-- The second person's assent: a row that their own connection writes, bound to one wish and to exactly what it holds,
-- good for two minutes, consumed once by the function that does the wish. No name is ever passed.

-- What colleagues may be asked to agree to, and which duty somebody needs for it.
CREATE FUNCTION hms.assent_duties(p_subject text) RETURNS text[]
    LANGUAGE sql IMMUTABLE SET search_path = hms, public, pg_temp AS $$
    SELECT duties FROM (VALUES
        ('safety.stop', ARRAY['pharmacist', 'clinician']),
        ('dispensing.check', ARRAY['pharmacist']),
        ('controlled.entry', ARRAY['pharmacist', 'clinician', 'store', 'manager']),
        ('controlled.discrepancy', ARRAY['pharmacist', 'manager']),
        ('stock.count', ARRAY['store', 'pharmacist', 'manager'])
    ) known (subject, duties) WHERE subject = p_subject
$$;

-- The SHA-256 of some content; jsonb gives the same text for the same values, in whatever order they were sent.
CREATE FUNCTION hms.digest_of(p_content jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE SET search_path = hms, public, pg_temp AS $$
    SELECT sha256(convert_to(p_content::text, 'UTF8'))
$$;

-- Given once more before it was used (the answer was lost, the two minutes ran out), it only becomes fresh again.
CREATE FUNCTION hms.give_assent(p_intent uuid, p_subject text, p_digest bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    needed text[] := assent_duties(p_subject);
BEGIN
    IF p_intent IS NULL THEN
        PERFORM refuse('intent.missing', 'The request has no number of its own; the program must send one.');
    ELSIF needed IS NULL OR octet_length(p_digest) IS DISTINCT FROM 32 THEN
        PERFORM refuse('assent.subject', 'Nobody is asked to agree to this; the program must name what it is about.');
    ELSIF NOT EXISTS (SELECT FROM people WHERE login = session_user AND active AND duties && needed) THEN
        PERFORM refuse('assent.duty', 'Your duties do not let you agree to this; ask a colleague who has them.');
    END IF;
    INSERT INTO assents (intent, subject, digest, given_at) VALUES (p_intent, p_subject, p_digest, hospital_now())
    ON CONFLICT (intent, subject, digest, person) DO UPDATE SET given_at = excluded.given_at
        WHERE assents.used_at IS NULL;
    IF NOT FOUND THEN
        PERFORM refuse('assent.used', 'This assent was used already; it holds for one time only.');
    END IF;
END $$;

-- Consumes the assent that somebody else gave to exactly this; their login. Called within the first person's wish.
CREATE FUNCTION hms.use_assent(p_intent uuid, p_subject text, p_digest bytea) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    found_one assents;
BEGIN
    SELECT * INTO found_one FROM assents
    WHERE intent = p_intent AND subject = p_subject AND digest = p_digest
    ORDER BY person = session_user, used_at IS NOT NULL, given_at DESC LIMIT 1 FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('assent.none', 'A colleague must agree to exactly this with their own password; ask one.');
    ELSIF found_one.person = session_user THEN
        PERFORM refuse('assent.own', 'Nobody agrees to what they do themselves; ask a colleague.');
    ELSIF found_one.used_at IS NOT NULL THEN
        PERFORM refuse('assent.used', 'This assent was used already; it holds for one time only.');
    ELSIF found_one.given_at < now - interval '2 minutes' OR found_one.given_at > now THEN
        PERFORM refuse('assent.expired', 'The assent is older than two minutes; ask the colleague again.');
    END IF;
    UPDATE assents SET used_at = now, used_by = session_user WHERE id = found_one.id;
    RETURN found_one.person;
END $$;

-- What is older than the intents that it was bound to serves nobody: used or expired, it goes; the audit keeps that it
-- was given and used. Returns how many went.
CREATE FUNCTION hms.prune_assents() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    WITH old AS (DELETE FROM assents WHERE given_at < hospital_now() - interval '30 days' RETURNING 1)
    SELECT count(*) FROM old
$$;

SELECT hms.audited('assents');
GRANT EXECUTE ON FUNCTION hms.give_assent(uuid, text, bytea), hms.digest_of(jsonb) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.prune_assents() TO hms_worker;
