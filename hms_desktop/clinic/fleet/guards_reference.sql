-- Which tables clients keep answers about, and how they hear at once that one of them changed.

-- Every change of hms.<target> is told under the table's own name with the key of each row, besides what its area tells
-- of it: an area says more often that something changed than a cache may forget.
-- The trigger's name stands before the area's own in the alphabet, so a page that hears of its area asks a cache that
-- knows already.
CREATE FUNCTION hms.knocks_as_reference(target text, key_column text) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    verb text;
BEGIN
    FOREACH verb IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON hms.%I REFERENCING %s TABLE AS changed
                        FOR EACH STATEMENT EXECUTE FUNCTION hms.knock(%L, %L, %L)',
                       'cache_knock_' || lower(verb), verb, target,
                       CASE verb WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, 'hms_changes', target, key_column);
    END LOOP;
END $$;

SELECT hms.knocks_as_reference(t, key)
FROM (VALUES ('facility', 'id'), ('departments', 'id'), ('services', 'id'), ('rooms', 'id'), ('room_services', 'room_id'),
             ('priority_classes', 'id'), ('priority_reasons', 'id'), ('journeys', 'id'), ('journey_steps', 'journey_id'),
             ('people', 'id'), ('printers', 'id'), ('printer_choices', 'id'),
             ('substances', 'id'), ('medicines', 'id'), ('packs', 'medicine_id'), ('medicine_substances', 'medicine_id'),
             ('formulary', 'medicine_id'), ('atc_codes', 'code'), ('defined_doses', 'id'),
             ('stores', 'id'), ('suppliers', 'id')) AS listed (t, key);
