-- What the pharmacy's screens may see. The tables themselves are granted to nobody; of a restricted record that this
-- person has not opened there is its number, and nothing of what was prescribed.

-- Every prescription with its patient, who has it open, and how far it was supplied.
CREATE VIEW hms.dispensable AS
    SELECT p.id, p.version, p.state, p.patient_id, c.mrn, c.restricted, shut.closed,
           CASE WHEN NOT shut.closed THEN c.given_names END AS given_names,
           CASE WHEN NOT shut.closed THEN c.family_name END AS family_name,
           CASE WHEN NOT shut.closed THEN c.birth_date END AS birth_date,
           CASE WHEN NOT shut.closed THEN c.birth_precision END AS birth_precision,
           CASE WHEN NOT shut.closed THEN c.sex END AS sex,
           CASE WHEN NOT shut.closed THEN c.language ELSE '' END AS language,
           CASE WHEN NOT shut.closed THEN c.allergy_status END AS allergy_status,
           CASE WHEN NOT shut.closed THEN p.note ELSE '' END AS note,
           p.prescriber, p.transcribed, p.written_on, p.valid_until, p.entered_at,
           p.valid_until >= (SELECT hms.business_date()) AS valid,
           coalesce(h.person = session_user, false) AS mine,
           CASE WHEN h.until_at > (SELECT hms.hospital_now()) THEN coalesce(w.display_name, h.person) ELSE '' END AS holder,
           CASE WHEN h.until_at > (SELECT hms.hospital_now()) THEN h.workstation ELSE '' END AS held_at,
           made.lines, made.left_lines, made.begun, made.controlled, made.owed, made.owed_since
    FROM hms.prescriptions p
    JOIN hms.patients c ON c.id = p.patient_id
    LEFT JOIN hms.leases h ON h.prescription_id = p.id
    LEFT JOIN hms.people w ON w.login = h.person
    CROSS JOIN LATERAL (SELECT c.restricted AND c.id <> ALL ((SELECT hms.opened_records())::bigint[]) AS closed) shut
    CROSS JOIN LATERAL (
        SELECT count(*) AS lines, count(*) FILTER (WHERE l.supplied < l.quantity * (1 + l.refills)) AS left_lines,
               bool_or(l.supplied > 0) AS begun, bool_or(m.controlled <> '') AS controlled,
               count(o.id) AS owed, min(d.business_date) AS owed_since
        FROM hms.prescription_lines l
        JOIN hms.medicines m ON m.id = l.medicine_id
        LEFT JOIN hms.omissions o ON o.line_id IN (l.id, l.continues_id) AND o.open
        LEFT JOIN hms.dispenses d ON d.id = o.dispense_id
        WHERE l.prescription_id = p.id
    ) made;

CREATE VIEW hms.dispensable_lines AS
    SELECT l.id, l.prescription_id, l.place, l.medicine_id, m.name AS medicine, m.strength, m.form, m.base_unit,
           m.controlled, m.high_alert, m.look_alike, m.storage, l.dose, l.frequency, l.days, l.as_needed, l.daily_maximum, l.taper,
           l.quantity, l.refills, l.substitution, l.directions, l.supplied, l.supplied_until,
           l.quantity * (1 + l.refills) - l.supplied AS remaining, coalesce(o.units, 0) AS owed,
           hms.wants_check(l.medicine_id) AS checked
    FROM hms.prescription_lines l
    JOIN hms.prescriptions p ON p.id = l.prescription_id
    JOIN hms.medicines m ON m.id = l.medicine_id
    LEFT JOIN hms.omissions o ON o.line_id IN (l.id, l.continues_id) AND o.open
    WHERE p.patient_id <> ALL ((SELECT hms.closed_records())::bigint[]);

-- What was handed out, batch by batch.
CREATE VIEW hms.handed_out AS
    SELECT l.id, l.dispense_id, d.prescription_id, d.store_id, s.name AS store, d.business_date,
           d.dispensed_at AT TIME ZONE (SELECT f.time_zone FROM hms.facility f) AS at, d.person,
           coalesce(w.display_name, d.person) AS pharmacist, d.note, l.line_id, l.medicine_id, l.batch_id, b.lot, b.expiry,
           l.units, l.returned, l.substitution, l.why, r.id IS NOT NULL AS reversed
    FROM hms.dispense_lines l
    JOIN hms.dispenses d ON d.id = l.dispense_id
    JOIN hms.prescriptions p ON p.id = d.prescription_id
    JOIN hms.stores s ON s.id = d.store_id
    JOIN hms.batches b ON b.id = l.batch_id
    LEFT JOIN hms.people w ON w.login = d.person
    LEFT JOIN hms.reversals r ON r.dispense_id = d.id
    WHERE p.patient_id <> ALL ((SELECT hms.closed_records())::bigint[]);

CREATE VIEW hms.left_out AS
    SELECT o.id, o.dispense_id, d.prescription_id, o.line_id, o.units, o.kind, o.reason, o.open
    FROM hms.omissions o
    JOIN hms.dispenses d ON d.id = o.dispense_id
    JOIN hms.prescriptions p ON p.id = d.prescription_id
    WHERE p.patient_id <> ALL ((SELECT hms.closed_records())::bigint[]);

-- Who got a batch and did not bring it back: what the list of a recall is made from (rule 30).
CREATE VIEW hms.supplied_to AS
    SELECT l.batch_id, p.patient_id, d.store_id, sum(l.units - l.returned)::bigint AS units,
           max(d.business_date) AS last_on
    FROM hms.dispense_lines l
    JOIN hms.dispenses d ON d.id = l.dispense_id
    JOIN hms.prescriptions p ON p.id = d.prescription_id
    WHERE l.units > l.returned
    GROUP BY l.batch_id, p.patient_id, d.store_id;

GRANT SELECT ON hms.dispensable, hms.dispensable_lines, hms.handed_out, hms.left_out
    TO hms_pharmacist, hms_clinician, hms_manager;
GRANT EXECUTE ON FUNCTION hms.is_equivalent(bigint, bigint) TO hms_pharmacist, hms_clinician, hms_manager;
