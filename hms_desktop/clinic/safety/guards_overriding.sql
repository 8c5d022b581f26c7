-- Overrides: what is supplied in spite of a warning has a reason, and a stop a colleague's assent as well; all is kept.

-- Whether a check can tell nothing that asks for an answer: one medicine for somebody without a known allergy who takes
-- nothing else, of no substance with a caution, where "not used up" and "nobody asked" are only information. Each kind of
-- warning is left out because what it needs is not there at this moment; nothing is remembered that could grow old.
CREATE FUNCTION hms.nothing_to_warn_of(p_patient bigint, p_lines jsonb, p_today date DEFAULT hms.business_date())
    RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    entry jsonb := p_lines -> 0;
    its_line bigint := (entry ->> 'line')::bigint;
BEGIN
    -- One question after the other: as one statement they would all be made ready before the first is asked.
    IF jsonb_array_length(p_lines) <> 1 OR its_line IS NULL OR entry ? 'medicine' THEN
        RETURN false;
    END IF;
    IF EXISTS (SELECT FROM patients WHERE id = p_patient AND restricted
               UNION ALL SELECT FROM patient_allergies WHERE patient_id = p_patient) THEN
        RETURN false;
    ELSIF EXISTS (SELECT FROM prescriptions p JOIN prescription_lines l ON l.prescription_id = p.id
                  WHERE p.patient_id = p_patient AND l.id <> its_line
                      AND (p.state = 'active' OR l.supplied_until >= p_today)) THEN
        RETURN false;
    ELSIF EXISTS (SELECT FROM warning_levels
                  WHERE subject IN ('supply', 'allergy.not_asked') AND level IN ('warning', 'stop')) THEN
        RETURN false;
    END IF;
    RETURN NOT EXISTS (
        SELECT FROM cautions c JOIN medicine_substances held ON held.substance_id = c.substance_id
        WHERE held.medicine_id IN ((SELECT medicine_id FROM prescription_lines WHERE id = its_line),
                                   (SELECT medicine_id FROM batches WHERE id = (entry ->> 'batch')::bigint)));
END $$;

-- Called by whatever hands medicines out, within its own transaction, before anything moves. `p_overrides`:
-- [{"code", "reason"}]. Refuses while a warning has no reason; for stops it consumes the assent 'safety.stop' to
-- {"patient", "codes"}, the codes of the stops in byte order.
CREATE FUNCTION hms.require_overrides(p_intent uuid, p_patient bigint, p_lines jsonb, p_overrides jsonb,
                                      p_today date DEFAULT hms.business_date()) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    needed jsonb;
    unanswered text;
    stops jsonb;
    colleague text;
BEGIN
    IF nothing_to_warn_of(p_patient, p_lines, p_today) THEN
        RETURN;
    END IF;
    SELECT jsonb_agg(to_jsonb(f) || jsonb_build_object('reason', (
               SELECT btrim(o.reason) FROM jsonb_to_recordset(coalesce(p_overrides, '[]')) AS o (code text, reason text)
               WHERE o.code = f.code AND btrim(o.reason) <> '' LIMIT 1)))
    INTO needed
    FROM (SELECT DISTINCT ON (c.code) c.kind, c.subject, c.code, c.level, c.medicine
          FROM check_medicines(p_patient, p_lines) c WHERE c.level IN ('stop', 'warning')
          ORDER BY c.code, c.level = 'stop' DESC) f;
    IF needed IS NULL THEN
        RETURN;
    END IF;
    unanswered := (SELECT n ->> 'medicine' FROM jsonb_array_elements(needed) n WHERE n ->> 'reason' IS NULL LIMIT 1);
    IF unanswered IS NOT NULL THEN
        PERFORM refuse('safety.unanswered',
            format('There is a warning about %s that nobody answered; read it and give a reason, or leave it out.',
                   unanswered), jsonb_build_object('medicine', unanswered));
    END IF;
    stops := (SELECT jsonb_agg(n -> 'code' ORDER BY n ->> 'code' COLLATE "C")
              FROM jsonb_array_elements(needed) n WHERE n ->> 'level' = 'stop');
    IF stops IS NOT NULL THEN
        colleague := use_assent(p_intent, 'safety.stop', digest_of(jsonb_build_object('patient', p_patient, 'codes', stops)));
    END IF;
    INSERT INTO warning_overrides (intent, patient_id, kind, subject, code, level, reason, assent_by, overridden_at)
    SELECT p_intent, p_patient, n.kind, n.subject, n.code, n.level, n.reason,
        CASE n.level WHEN 'stop' THEN colleague END, hospital_now()
    FROM jsonb_to_recordset(needed) AS n (kind text, subject text, code text, level text, reason text);
END $$;

-- What the panel has shown: [{"kind", "subject", "code", "level"}]; counted without the patient.
CREATE FUNCTION hms.note_warnings_shown(p_intent uuid, p_warnings jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'note_warnings_shown');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    INSERT INTO warnings_shown (intent, kind, subject, code, level, shown_at)
    SELECT p_intent, w.kind, w.subject, w.code, w.level, hospital_now()
    FROM jsonb_to_recordset(p_warnings) AS w (kind text, subject text, code text, level text)
    JOIN warning_kinds() k ON k.kind = w.kind
    ON CONFLICT (intent, code) DO NOTHING;
    RETURN settle_intent(p_intent, '{}');
END $$;

-- How often each warning was shown and overridden, by kind and by what it speaks of.
CREATE VIEW hms.warning_figures AS
    SELECT kind, subject, sum(shown)::bigint AS shown, sum(overridden)::bigint AS overridden, max(at) AS last_at FROM (
        SELECT kind, subject, 1 AS shown, 0 AS overridden, shown_at AS at FROM hms.warnings_shown
        UNION ALL
        SELECT kind, subject, 0, 1, overridden_at FROM hms.warning_overrides
    ) counted
    GROUP BY kind, subject;

-- Overrides with whom they are about; of a restricted record that is not open, nothing but that it is one.
CREATE VIEW hms.override_lines WITH (security_barrier) AS
    SELECT o.id, o.overridden_at, o.person, o.kind, o.subject, o.level, o.assent_by,
        p.id = ANY (closed.ids) AS closed,
        CASE WHEN p.id <> ALL (closed.ids) THEN o.reason ELSE '' END AS reason,
        CASE WHEN p.id <> ALL (closed.ids) THEN p.mrn END AS mrn,
        CASE WHEN p.id <> ALL (closed.ids) THEN o.patient_id END AS patient_id
    FROM hms.warning_overrides o JOIN hms.patients p ON p.id = o.patient_id
    CROSS JOIN (SELECT hms.closed_records() AS ids OFFSET 0) closed;

-- Kept as they were written; only a merge moves them to the record that stands.
CREATE FUNCTION hms.keep_overrides() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'patient_id' = to_jsonb(OLD) - 'patient_id' THEN
        RETURN NEW;
    END IF;
    PERFORM hms.refuse('row.kept', 'This entry is never changed; a mistake is corrected by a new entry.',
                       jsonb_build_object('table', TG_TABLE_NAME));
    RETURN NULL;
END $$;
CREATE TRIGGER keep_overrides BEFORE UPDATE OR DELETE ON hms.warning_overrides
    FOR EACH ROW EXECUTE FUNCTION hms.keep_overrides();
CREATE TRIGGER keep_shown BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.warnings_shown
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

SELECT hms.noted('warning_overrides', 'reason', 300);
SELECT hms.audited('warning_overrides');
SELECT hms.knocks('warning_overrides', 'hms_changes', 'overrides', 'id');
GRANT SELECT ON hms.warning_figures, hms.override_lines TO hms_pharmacist, hms_manager;
GRANT EXECUTE ON FUNCTION hms.note_warnings_shown(uuid, jsonb) TO hms_pharmacist, hms_clinician;
