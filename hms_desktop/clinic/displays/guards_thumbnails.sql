-- What a screen shows, as a small picture for the desk: tickets and rooms, the same that hangs on the wall.

-- One picture in 20 seconds; a faster one is passed over and told so with false. Only a JPEG is taken.
CREATE FUNCTION kiosk.send_thumbnail(p_picture bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    mine bigint := own_display();
BEGIN
    IF p_picture IS NULL OR octet_length(p_picture) NOT BETWEEN 4 AND 40000
       OR substr(p_picture, 1, 3) <> '\xffd8ff'::bytea THEN
        PERFORM refuse('display.thumbnail', 'A screen sends a JPEG picture of at most 40,000 bytes.');
    END IF;
    INSERT INTO display_thumbnails AS t (display_id, taken_at, sent_at, picture)
    VALUES (mine, hospital_now(), clock_timestamp(), p_picture)
    ON CONFLICT (display_id) DO UPDATE
        SET taken_at = excluded.taken_at, sent_at = excluded.sent_at, picture = excluded.picture
        WHERE t.sent_at <= excluded.sent_at - interval '20 seconds' OR t.sent_at > excluded.sent_at;
    RETURN FOUND;
END $$;

GRANT SELECT ON hms.display_thumbnails TO hms_admin, hms_manager;
GRANT EXECUTE ON FUNCTION kiosk.send_thumbnail(bytea) TO hms_kiosk;
