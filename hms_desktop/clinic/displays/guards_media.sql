-- Films and playlists: what a screen may fetch, and how an administrator brings films in and puts them in order.

-- What a screen sees ----------------------------------------------------------------------------------------------------

-- A row for each place on each playlist of this login's screen; a film that is not whole yet stands on none.
CREATE VIEW kiosk.my_playlists WITH (security_barrier) AS
    SELECT p.id AS playlist_id, p.name, p.starts_at, p.ends_at, p.first_day, p.last_day, e.position, f.id AS film_id,
           f.name AS film, encode(f.digest, 'hex') AS digest, f.bytes, f.place
    FROM hms.displays d
    JOIN hms.playlists p ON p.active AND (
        EXISTS (SELECT FROM hms.playlist_displays s WHERE s.playlist_id = p.id AND s.display_id = d.id)
        OR NOT EXISTS (SELECT FROM hms.playlist_displays s WHERE s.playlist_id = p.id))
    JOIN hms.playlist_entries e ON e.playlist_id = p.id
    JOIN hms.films f ON f.id = e.film_id AND f.whole
    WHERE d.login = session_user AND d.active AND coalesce(p.last_day, 'infinity') >= hms.business_date() - 1;

-- One part of a film that stands on one of this screen's playlists; NULL behind the last.
CREATE FUNCTION kiosk.film_part(p_film bigint, p_number integer) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM kiosk.my_playlists m WHERE m.film_id = p_film) THEN
        PERFORM refuse('film.not_on_a_list', 'This film stands on no playlist of this screen.');
    END IF;
    RETURN (SELECT content FROM film_parts WHERE film_id = p_film AND number = p_number);
END $$;

-- What an administrator does --------------------------------------------------------------------------------------------

-- Enters a film. One in a share is whole at once; of one for the database the parts follow. Sent again after it was cut
-- off, the same film goes on where it stood: `parts` are the ones that have arrived. What a colleague left unfinished
-- under that name gives way.
CREATE FUNCTION hms.begin_film(p_intent uuid, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'begin_film');
    r films := jsonb_populate_record(NULL::films, p_record - 'digest');
    its_digest bytea := decode(p_record ->> 'digest', 'hex');
    film films;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO film FROM films WHERE name = r.name FOR UPDATE;
    IF film.whole AND film.digest = its_digest THEN
        PERFORM refuse('film.known', format('The film %s is there already.', r.name), jsonb_build_object('film', r.name));
    ELSIF film.whole THEN
        PERFORM refuse('film.name', format('Another film is called %s; remove that one first, or rename the file.', r.name),
                       jsonb_build_object('film', r.name));
    ELSIF film.id IS NOT NULL AND (film.digest <> its_digest OR r.place = 'share' OR film.added_by <> session_user) THEN
        DELETE FROM film_parts WHERE film_id = film.id;
        DELETE FROM films WHERE id = film.id;
        film.id := NULL;
    END IF;
    IF film.id IS NULL THEN
        INSERT INTO films (name, digest, bytes, codec, profile, level, width, height, fps, bitrate, seconds, place, whole,
                           added_at)
        VALUES (r.name, its_digest, r.bytes, r.codec, r.profile, r.level, r.width, r.height, r.fps, r.bitrate, r.seconds,
                r.place, r.place = 'share', hospital_now())
        RETURNING * INTO film;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object(
        'id', film.id, 'parts', (SELECT count(*) FROM film_parts WHERE film_id = film.id)));
END $$;

-- The next bytes of a film; the same part twice changes nothing. 524288 is PART_BYTES of rules_media.py.
CREATE FUNCTION hms.put_film_part(p_film bigint, p_number integer, p_content bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    left_over bigint;
BEGIN
    SELECT bytes - p_number * 524288::bigint INTO left_over FROM films
    WHERE id = p_film AND NOT whole AND added_by = session_user FOR SHARE;
    IF NOT FOUND THEN
        PERFORM refuse('film.not_open', 'This film is not being added any more; add it again.');
    ELSIF p_number < 0 OR octet_length(p_content) IS DISTINCT FROM least(left_over, 524288) THEN
        PERFORM refuse('film.part', 'A part of the film has a wrong length; add the film again.');
    END IF;
    INSERT INTO film_parts (film_id, number, content) VALUES (p_film, p_number, p_content) ON CONFLICT DO NOTHING;
END $$;

-- All parts have arrived: from now on the film can stand on playlists.
CREATE FUNCTION hms.finish_film(p_intent uuid, p_film bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'finish_film');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE films SET whole = true
    WHERE id = p_film AND bytes = (SELECT sum(octet_length(content)) FROM film_parts WHERE film_id = p_film);
    IF NOT FOUND THEN
        PERFORM refuse('film.not_whole', 'Parts of the film have not arrived; add it again, it goes on where it stood.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_film));
END $$;

CREATE FUNCTION hms.remove_film(p_intent uuid, p_film bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'remove_film');
    playlist text;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM FROM films WHERE id = p_film FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('film.unknown', 'This film is not on the list any more; reload the list.');
    END IF;
    SELECT min(p.name) INTO playlist FROM playlists p JOIN playlist_entries e ON e.playlist_id = p.id
    WHERE e.film_id = p_film;
    IF playlist IS NOT NULL THEN
        PERFORM refuse('film.in_use', format('The film stands on the playlist %s; take it off that list first.', playlist),
                       jsonb_build_object('playlist', playlist));
    END IF;
    DELETE FROM film_parts WHERE film_id = p_film;
    DELETE FROM films WHERE id = p_film;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_film));
END $$;

-- A new playlist where `p_id` is NULL, else an edit. `p_films` are its films in order, `p_displays` all its screens (none:
-- every screen).
CREATE FUNCTION hms.save_playlist(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb, p_films bigint[],
        p_displays bigint[]) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_playlist');
    r playlists := jsonb_populate_record(NULL::playlists, p_record);
    saved playlists;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF EXISTS (SELECT FROM playlists WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('playlist.name', 'Another playlist has this name; choose another one.');
    ELSIF r.first_day > r.last_day THEN
        PERFORM refuse('playlist.last_day', 'The last day is before the first one; change one of them.');
    ELSIF EXISTS (SELECT unnest(p_films) EXCEPT SELECT id FROM films WHERE whole) THEN
        PERFORM refuse('playlist.film_ids', 'A film of this playlist is not there any more; choose again.');
    ELSIF EXISTS (SELECT unnest(p_displays) EXCEPT SELECT id FROM displays) THEN
        PERFORM refuse('playlist.display_ids', 'A screen of this playlist is not on the list; choose again.');
    END IF;
    IF p_id IS NULL THEN
        INSERT INTO playlists (name, starts_at, ends_at, first_day, last_day, active)
        VALUES (r.name, coalesce(r.starts_at, '00:00'), coalesce(r.ends_at, '00:00'), r.first_day, r.last_day,
                coalesce(r.active, true))
        RETURNING * INTO saved;
    ELSE
        UPDATE playlists SET name = r.name, starts_at = r.starts_at, ends_at = r.ends_at, first_day = r.first_day,
                             last_day = r.last_day, active = r.active, version = p_version
        WHERE id = p_id RETURNING * INTO saved;
        IF NOT FOUND THEN
            PERFORM refuse('playlist.unknown', 'This playlist is not on the list; reload the list.');
        END IF;
    END IF;
    IF p_films IS DISTINCT FROM ARRAY(SELECT film_id FROM playlist_entries WHERE playlist_id = saved.id ORDER BY position)
    THEN
        DELETE FROM playlist_entries WHERE playlist_id = saved.id;
        INSERT INTO playlist_entries (playlist_id, position, film_id)
        SELECT saved.id, f.position, f.id FROM unnest(p_films) WITH ORDINALITY f (id, position);
    END IF;
    DELETE FROM playlist_displays WHERE playlist_id = saved.id AND NOT display_id = ANY (p_displays);
    INSERT INTO playlist_displays (playlist_id, display_id) SELECT saved.id, unnest(p_displays) ON CONFLICT DO NOTHING;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved.id));
END $$;

CREATE FUNCTION hms.remove_playlist(p_intent uuid, p_id bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'remove_playlist');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE playlists SET version = p_version WHERE id = p_id;
    IF NOT FOUND THEN
        PERFORM refuse('playlist.unknown', 'This playlist is not on the list; reload the list.');
    END IF;
    DELETE FROM playlist_entries WHERE playlist_id = p_id;
    DELETE FROM playlist_displays WHERE playlist_id = p_id;
    DELETE FROM playlists WHERE id = p_id;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

SELECT hms.named('playlists', 'name', 60), hms.versioned('playlists'),
       hms.audited('films'), hms.audited('playlists'), hms.audited('playlist_entries'), hms.audited('playlist_displays'),
       hms.knocks('films', 'hms_changes', 'displays', 'id'), hms.knocks('playlists', 'hms_changes', 'displays', 'id'),
       hms.knocks('playlist_entries', 'hms_changes', 'displays', 'playlist_id'),
       hms.knocks('playlists', 'hms_calls', 'displays', 'id'),
       hms.knocks('playlist_entries', 'hms_calls', 'displays', 'playlist_id'),
       hms.knocks('playlist_displays', 'hms_calls', 'displays', 'playlist_id');

GRANT SELECT ON hms.films, hms.playlists, hms.playlist_entries, hms.playlist_displays TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.begin_film(uuid, jsonb), hms.put_film_part(bigint, integer, bytea),
    hms.finish_film(uuid, bigint), hms.remove_film(uuid, bigint),
    hms.save_playlist(uuid, bigint, bigint, jsonb, bigint[], bigint[]), hms.remove_playlist(uuid, bigint, bigint)
    TO hms_admin;
GRANT SELECT ON kiosk.my_playlists TO hms_kiosk;
GRANT EXECUTE ON FUNCTION kiosk.film_part(bigint, integer) TO hms_kiosk;
