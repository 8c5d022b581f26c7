-- The lines of a prescription: what is refused about them, how they are kept, and which of them are active.

-- p_lines: an array of {medicine_id, dose, frequency, days, as_needed, daily_maximum, taper, quantity, refills,
-- substitution, directions}.
CREATE FUNCTION hms.lines_wished(p_lines jsonb)
    RETURNS TABLE (place bigint, medicine_id bigint, dose numeric, frequency text, days bigint, as_needed boolean,
                   daily_maximum numeric, taper jsonb, quantity bigint, refills bigint, substitution boolean,
                   directions text)
    LANGUAGE sql IMMUTABLE SET search_path = hms, public, pg_temp AS $$
    SELECT listed.place, w.medicine_id, w.dose, coalesce(w.frequency, ''), w.days, coalesce(w.as_needed, false),
           w.daily_maximum, coalesce(w.taper, '[]'), w.quantity, coalesce(w.refills, 0), coalesce(w.substitution, true),
           coalesce(w.directions, '')
    FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS listed (wish, place)
    CROSS JOIN LATERAL jsonb_to_record(listed.wish) AS w (
        medicine_id bigint, dose numeric, frequency text, days bigint, as_needed boolean, daily_maximum numeric,
        taper jsonb, quantity bigint, refills bigint, substitution boolean, directions text)
$$;

-- The first line that cannot be prescribed, as one sentence.
CREATE FUNCTION hms.refuse_unfit_lines(p_lines jsonb) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    w record;
BEGIN
    IF jsonb_array_length(coalesce(p_lines, '[]')) NOT BETWEEN 1 AND 50 THEN
        PERFORM refuse('prescriptions.lines', 'A prescription has 1 to 50 lines; add a medicine or write a second one.');
    END IF;
    FOR w IN
        SELECT l.*, m.id AS known_id, m.name, m.active FROM lines_wished(p_lines) l
        LEFT JOIN medicines m ON m.id = l.medicine_id ORDER BY l.place
    LOOP
        IF w.known_id IS NULL OR NOT w.active THEN
            PERFORM refuse('prescriptions.no_such_medicine',
                format('The medicine of line %s is not in use; choose another one.', w.place),
                jsonb_build_object('line', w.place));
        ELSIF w.quantity IS NULL OR w.quantity NOT BETWEEN 1 AND 100000 THEN
            PERFORM refuse('prescriptions.quantity',
                format('The quantity of %s must be a whole number from 1 to 100,000.', w.name),
                jsonb_build_object('medicine', w.name, 'line', w.place));
        ELSIF w.refills NOT BETWEEN 0 AND 99 OR w.days NOT BETWEEN 1 AND 366 THEN
            PERFORM refuse('prescriptions.duration',
                format('%s may have 99 refills and be taken for 366 days at most.', w.name),
                jsonb_build_object('medicine', w.name, 'line', w.place));
        ELSIF w.dose NOT BETWEEN 0.001 AND 9999999 OR w.daily_maximum NOT BETWEEN 0.001 AND 9999999
            OR w.daily_maximum < w.dose THEN
            PERFORM refuse('prescriptions.dose',
                format('The dose of %s must be more than nothing and within the most of a day.', w.name),
                jsonb_build_object('medicine', w.name, 'line', w.place));
        ELSIF length(w.frequency) > 20 OR jsonb_typeof(w.taper) <> 'array' OR jsonb_array_length(w.taper) > 20 THEN
            PERFORM refuse('prescriptions.sig',
                format('How often %s is taken is not understood; choose it from the list.', w.name),
                jsonb_build_object('medicine', w.name, 'line', w.place));
        END IF;
    END LOOP;
END $$;

-- What the lines of the version before had supplied must fit into the lines of the same medicine, in their order.
CREATE FUNCTION hms.keep_lines(p_prescription bigint, p_lines jsonb, p_replaces bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    worse record;
BEGIN
    SELECT m.name, old.supplied, new.place IS NULL AS apart INTO worse
    FROM (
        SELECT l.medicine_id, l.supplied, row_number() OVER (PARTITION BY l.medicine_id ORDER BY l.place) AS nth
        FROM prescription_lines l WHERE l.prescription_id = p_replaces
    ) old
    LEFT JOIN (
        SELECT w.*, row_number() OVER (PARTITION BY w.medicine_id ORDER BY w.place) AS nth FROM lines_wished(p_lines) w
    ) new USING (medicine_id, nth)
    JOIN medicines m ON m.id = old.medicine_id
    WHERE old.supplied > 0 AND CASE
        WHEN new.place IS NULL THEN EXISTS (SELECT FROM lines_wished(p_lines) w WHERE w.medicine_id = old.medicine_id)
        ELSE old.supplied > new.quantity * (1 + new.refills) END
    LIMIT 1;
    IF worse.apart THEN
        PERFORM refuse('prescriptions.supplied_apart',
            format('%s was supplied on several lines; keep each of them, or leave out all.', worse.name),
            jsonb_build_object('medicine', worse.name));
    ELSIF FOUND THEN
        PERFORM refuse('prescriptions.supplied_more',
            format('Of %s %s were supplied already; prescribe at least that much, or leave the line out.', worse.name,
                   worse.supplied),
            jsonb_build_object('medicine', worse.name, 'supplied', worse.supplied));
    END IF;
    INSERT INTO prescription_lines (prescription_id, place, medicine_id, dose, frequency, days, as_needed, daily_maximum,
                                    taper, quantity, refills, substitution, directions, supplied, supplied_until,
                                    continues_id)
    SELECT p_prescription, new.place, new.medicine_id, new.dose, new.frequency, new.days, new.as_needed,
           new.daily_maximum, new.taper, new.quantity, new.refills, new.substitution, new.directions,
           coalesce(old.supplied, 0), old.supplied_until, old.id
    FROM (
        SELECT w.*, row_number() OVER (PARTITION BY w.medicine_id ORDER BY w.place) AS nth FROM lines_wished(p_lines) w
    ) new
    LEFT JOIN (
        SELECT l.*, row_number() OVER (PARTITION BY l.medicine_id ORDER BY l.place) AS nth
        FROM prescription_lines l WHERE l.prescription_id = p_replaces
    ) old USING (medicine_id, nth)
    ORDER BY new.place;
END $$;

-- What a patient takes or may still get: lines of prescriptions in force of which something remains, and those whose
-- supply lasts until today or longer, whatever became of the prescription (rules 33, 34 and 37).
CREATE VIEW hms.active_lines AS
    SELECT l.id AS line_id, l.prescription_id, p.patient_id, l.place, l.medicine_id, l.dose, l.frequency, l.days,
           l.as_needed, l.daily_maximum, l.taper, l.quantity, l.refills, l.directions, l.supplied, l.supplied_until,
           CASE WHEN its.in_force THEN l.quantity * (1 + l.refills) - l.supplied ELSE 0 END AS remaining,
           its.in_force, p.prescriber, p.written_on, p.valid_until
    FROM hms.prescription_lines l
    JOIN hms.prescriptions p ON p.id = l.prescription_id
    CROSS JOIN (SELECT hms.business_date() AS today OFFSET 0) calendar
    CROSS JOIN LATERAL (
        SELECT p.state = 'active' AND p.valid_until >= calendar.today AND l.supplied < l.quantity * (1 + l.refills)
            AS in_force
    ) its
    WHERE (its.in_force OR l.supplied_until >= calendar.today)
      AND NOT EXISTS (SELECT FROM hms.prescription_lines later WHERE later.continues_id = l.id)
      AND p.patient_id <> ALL ((SELECT hms.closed_records())::bigint[]);

GRANT SELECT ON hms.active_lines TO hms_clinician, hms_pharmacist;
