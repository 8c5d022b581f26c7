-- The patients area's own defence: names are normalised and checked here, records are written only through the
-- functions below, and a restricted record opens only with a reason.

-- Text -------------------------------------------------------------------------------------------------------------

-- What two spellings of one name share: lower case, no accents or vowel points, one form of each Arabic letter, parts
-- separated by one space. A name of nothing but signs stays as it is, so that it can still be found. Like the others of
-- this kind it is one expression whose names are bound here: no setting, and no call where it stands in a statement.
CREATE FUNCTION hms.normal_name(p_name text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN left(coalesce(nullif(btrim(regexp_replace(
    translate(
        lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(
            normalize(p_name, NFKD),
            '[''’‘ʼʻʹʾʿ`´\u00AD\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7'
            '\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED'
            '\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u2060\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF]',
            '', 'g'))),
        U&'\0671\0649\06CC\06A9\0629\06C1\03C2', U&'\0627\064A\064A\0643\0647\0647\03C3'),
    '[[:space:][:punct:][:cntrl:]]+', ' ', 'g')), ''), lower(btrim(p_name))), 300);

-- The ASCII digits of what was typed, whatever digits the keyboard had.
CREATE FUNCTION hms.digits_of(p_typed text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN octet_length(p_typed) = length(p_typed)
    THEN translate(p_typed, translate(p_typed, '0123456789', ''), '')
    ELSE regexp_replace(
        translate(normalize(p_typed, NFKC),
            '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙០១២៣៤៥៦៧៨៩၀၁၂၃၄၅၆၇၈၉',
            repeat('0123456789', 7)),
        '[^0-9]', '', 'g') END;

-- An identifier as it is compared: letters and digits only.
CREATE FUNCTION hms.identifier_key(p_value text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN left(replace(hms.normal_name(p_value), ' ', ''), 100);

-- The first text that sorts after everything beginning with p_start (the database compares by code point).
CREATE FUNCTION hms.after_prefix(p_start text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN p_start || U&'\+10FFFF';

-- Control characters, line separators and direction overrides could make a name look like another one or break a label.
CREATE FUNCTION hms.hides_characters(p_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN p_text ~ '[\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]';

-- In a longer text line breaks and tabs are allowed.
CREATE FUNCTION hms.refuse_hidden_characters(p_field text, p_text text, p_many_lines boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF hides_characters(CASE WHEN p_many_lines THEN translate(p_text, E'\t\n\r', '') ELSE p_text END) THEN
        PERFORM refuse('patients.hidden_characters',
            format('The %s contains a hidden control character; please type it again without it.', p_field),
            jsonb_build_object('field', p_field));
    END IF;
END $$;

-- Medical record numbers (rule 13) ---------------------------------------------------------------------------------

-- Luhn mod 30 over 0123456789ACDEFGHJKLMNPRTUVWXY; rules.mrn_check_character is the same sum for what is typed.
CREATE FUNCTION hms.mrn_check_character(p_body text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
AS $$
DECLARE
    v_signs CONSTANT text := '0123456789ACDEFGHJKLMNPRTUVWXY';
    v_length CONSTANT integer := length(p_body);
    v_weighted integer;
    v_sum integer := 0;
BEGIN
    FOR place IN 1..v_length LOOP
        v_weighted := (strpos(v_signs, substr(p_body, place, 1)) - 1) * (2 - (v_length - place) % 2);
        v_sum := v_sum + v_weighted / 30 + v_weighted % 30;
    END LOOP;
    RETURN substr(v_signs, (30 - v_sum % 30) % 30 + 1, 1);
END $$;

CREATE FUNCTION hms.mrn_of(p_number bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
AS $$
DECLARE
    v_body CONSTANT text := lpad(p_number::text, greatest(8, length(p_number::text)), '0');
BEGIN
    RETURN v_body || hms.mrn_check_character(v_body);
END $$;

-- A number that is given out is never given again, also where its registration was refused: gaps mean nothing.
CREATE FUNCTION hms.next_mrn() RETURNS text
LANGUAGE sql VOLATILE
RETURN hms.mrn_of(nextval('hms.mrn_numbers'::regclass));

-- What is kept beside the typed text -------------------------------------------------------------------------------

CREATE FUNCTION hms.prepare_patient() RETURNS trigger
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_now timestamptz;
BEGIN
    IF hides_characters(NEW.given_names || NEW.family_name || translate(NEW.address || NEW.notes, E'\t\n\r', '')) THEN
        PERFORM refuse_hidden_characters('given names', NEW.given_names);
        PERFORM refuse_hidden_characters('family name', NEW.family_name);
        PERFORM refuse_hidden_characters('address', NEW.address, true);
        PERFORM refuse_hidden_characters('notes', NEW.notes, true);
    END IF;
    IF btrim(NEW.given_names) = '' AND btrim(NEW.family_name) = '' THEN
        PERFORM refuse('patients.no_name', 'A patient needs a name; one name is enough.');
    END IF;
    IF TG_OP = 'INSERT' OR NEW.birth_date IS DISTINCT FROM OLD.birth_date THEN
        v_now := hospital_now();  -- what day it is there depends on where on Earth one is
        IF NEW.birth_date > (v_now AT TIME ZONE 'Etc/GMT-14')::date THEN
            PERFORM refuse('patients.born_later', 'The date of birth lies in the future.');
        ELSIF NEW.birth_date < (v_now AT TIME ZONE 'Etc/GMT+12')::date - interval '131 years' THEN
            PERFORM refuse('patients.born_too_long_ago', 'The date of birth is more than 130 years ago.');
        END IF;
    END IF;
    NEW.search_name := normal_name(NEW.family_name || ' ' || NEW.given_names);
    RETURN NEW;
END $$;

CREATE TRIGGER prepare_patient BEFORE INSERT OR UPDATE ON hms.patients
FOR EACH ROW EXECUTE FUNCTION hms.prepare_patient();

-- The verified form is of the number that was typed: its last digits stand in it.
CREATE FUNCTION hms.check_e164(p_digits text, p_e164 text) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF p_e164 <> '' AND strpos(p_digits, right(p_e164, 5)) = 0 THEN
        PERFORM refuse('patients.phone_other', 'The verified phone number is not the one that was typed; type it again.');
    END IF;
END $$;

CREATE FUNCTION hms.prepare_patient_phone() RETURNS trigger
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF hides_characters(NEW.number) THEN
        PERFORM refuse_hidden_characters('phone number', NEW.number);
    END IF;
    NEW.digits := digits_of(NEW.number);
    IF length(NEW.digits) < 3 THEN
        PERFORM refuse('patients.phone_digits', 'A phone number needs at least three digits.');
    END IF;
    IF strpos(NEW.digits, right(NEW.e164, 5)) = 0 THEN
        PERFORM check_e164(NEW.digits, NEW.e164);
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER prepare_patient_phone BEFORE INSERT OR UPDATE ON hms.patient_phones
FOR EACH ROW EXECUTE FUNCTION hms.prepare_patient_phone();

CREATE FUNCTION hms.prepare_patient_identifier() RETURNS trigger
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF hides_characters(NEW.value) THEN
        PERFORM refuse_hidden_characters('identifier', NEW.value);
    END IF;
    NEW.value_key := identifier_key(NEW.value);
    IF NEW.value_key = '' THEN
        PERFORM refuse('patients.identifier_empty', 'The identifier is empty.');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER prepare_patient_identifier BEFORE INSERT OR UPDATE ON hms.patient_identifiers
FOR EACH ROW EXECUTE FUNCTION hms.prepare_patient_identifier();

-- Restricted records (rule 19) -------------------------------------------------------------------------------------

-- The restricted records that this person has opened and that are still open.
CREATE FUNCTION hms.opened_records() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
    SELECT coalesce(array_agg(patient_id), '{}') FROM opened_records
    WHERE person = session_user AND open_until > hospital_now()
$$;

-- The restricted records that are not open for this person: what tables that only refer to a patient leave out.
CREATE FUNCTION hms.closed_records() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$ SELECT coalesce(array_agg(id), '{}') FROM patients WHERE restricted AND id <> ALL (opened_records()) $$;

CREATE FUNCTION hms.open_restricted(p_intent uuid, p_id bigint, p_reason text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'open_restricted');
    v_until timestamptz := hospital_now() + interval '15 minutes';
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    PERFORM refuse_hidden_characters('reason', p_reason, true);
    IF btrim(p_reason) = '' THEN
        PERFORM refuse('patients.reason_missing', 'A restricted record opens only with a reason.');
    END IF;
    IF NOT EXISTS (SELECT FROM patients WHERE id = p_id AND restricted) THEN
        PERFORM refuse('patients.not_restricted', 'This record is not restricted; it is open already.');
    END IF;
    INSERT INTO opened_records (patient_id, person, reason, opened_at, open_until)
    VALUES (p_id, session_user, p_reason, hospital_now(), v_until);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id, 'open_until', v_until));
END $$;

-- Register and edit ------------------------------------------------------------------------------------------------

-- No form holds so many lines; a program gone wild might.
CREATE FUNCTION hms.refuse_too_many(p_lines jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF jsonb_array_length(p_lines) > 50 THEN
        PERFORM refuse('patients.too_many', 'Of each kind at most 50 lines are kept.');
    END IF;
END $$;

-- Makes a patient's phones the ones listed: {"id", "number", "kind"} keeps or changes one, without an id adds one.
-- Where there are none yet nothing is looked for, which spares a registration many triggers.
CREATE FUNCTION hms.set_phones(p_patient bigint, p_phones jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_too_many(p_phones);
    IF EXISTS (SELECT FROM patient_phones WHERE patient_id = p_patient) THEN
        DELETE FROM patient_phones AS phone WHERE phone.patient_id = p_patient AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(p_phones) AS wish WHERE (wish ->> 'id')::bigint = phone.id);
        UPDATE patient_phones AS phone
        SET number = wish ->> 'number', kind = wish ->> 'kind', e164 = coalesce(wish ->> 'e164', '')
        FROM jsonb_array_elements(p_phones) AS wish
        WHERE phone.patient_id = p_patient AND phone.id = (wish ->> 'id')::bigint
            AND (phone.number, phone.kind, phone.e164)
                IS DISTINCT FROM (wish ->> 'number', wish ->> 'kind', coalesce(wish ->> 'e164', ''));
    END IF;
    INSERT INTO patient_phones (patient_id, number, kind, e164)
    SELECT p_patient, wish ->> 'number', coalesce(wish ->> 'kind', 'mobile'), coalesce(wish ->> 'e164', '')
    FROM jsonb_array_elements(p_phones) WITH ORDINALITY AS listed (wish, place)
    WHERE wish ->> 'id' IS NULL ORDER BY place;
END $$;

-- The same for identifiers: {"id", "kind", "value", "country"}.
CREATE FUNCTION hms.set_identifiers(p_patient bigint, p_identifiers jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_too_many(p_identifiers);
    IF EXISTS (SELECT FROM patient_identifiers WHERE patient_id = p_patient) THEN
        DELETE FROM patient_identifiers AS known WHERE known.patient_id = p_patient AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(p_identifiers) AS wish WHERE (wish ->> 'id')::bigint = known.id);
        UPDATE patient_identifiers AS known
        SET value = wish ->> 'value', kind = wish ->> 'kind', country = coalesce(wish ->> 'country', '')
        FROM jsonb_array_elements(p_identifiers) AS wish
        WHERE known.patient_id = p_patient AND known.id = (wish ->> 'id')::bigint
            AND (known.value, known.kind, known.country)
                IS DISTINCT FROM (wish ->> 'value', wish ->> 'kind', coalesce(wish ->> 'country', ''));
    END IF;
    INSERT INTO patient_identifiers (patient_id, kind, value, country)
    SELECT p_patient, wish ->> 'kind', wish ->> 'value', coalesce(wish ->> 'country', '')
    FROM jsonb_array_elements(p_identifiers) WITH ORDINALITY AS listed (wish, place)
    WHERE wish ->> 'id' IS NULL ORDER BY place;
END $$;

-- What of a record stands in tables of its own, as far as p_changes speaks of it.
CREATE FUNCTION hms.set_lines(p_patient bigint, p_changes jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF p_changes ? 'phones' THEN
        PERFORM set_phones(p_patient, p_changes -> 'phones');
    END IF;
    IF p_changes ? 'identifiers' THEN
        PERFORM set_identifiers(p_patient, p_changes -> 'identifiers');
    END IF;
    IF p_changes ? 'contacts' THEN
        PERFORM set_contacts(p_patient, p_changes -> 'contacts');
    END IF;
    IF p_changes ? 'policies' THEN
        PERFORM set_policies(p_patient, p_changes -> 'policies');
    END IF;
    IF p_changes ? 'allergies' THEN
        PERFORM set_allergies(p_patient, p_changes -> 'allergies' -> 'known');
    END IF;
    IF p_changes ? 'consents' THEN
        PERFORM set_consents(p_patient, p_changes -> 'consents');
    END IF;
    IF p_changes ? 'photo' THEN
        PERFORM set_photo(p_patient, p_changes -> 'photo');
    END IF;
END $$;

-- p_shown: the likely duplicates that stood beside the form when it was saved.
CREATE FUNCTION hms.register_patient(p_intent uuid, p_record jsonb, p_shown bigint[] DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'register_patient');
    v_id bigint;
    v_mrn text;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    INSERT INTO patients (mrn, given_names, family_name, sex, birth_date, birth_precision, address, email, notes, language,
        restricted, allergy_status, created_at, created_by)
    SELECT next_mrn(), coalesce(record.given_names, ''), coalesce(record.family_name, ''),
        coalesce(record.sex, 'unknown'), record.birth_date, record.birth_precision, coalesce(record.address, ''),
        coalesce(record.email, ''), coalesce(record.notes, ''), coalesce(record.language, ''), coalesce(record.restricted, false),
        allergy_status_of(p_record -> 'allergies'), hospital_now(), session_user
    FROM jsonb_to_record(p_record) AS record (given_names text, family_name text, sex text, birth_date date,
        birth_precision text, address text, email text, notes text, language text, restricted boolean)
    RETURNING id, mrn INTO v_id, v_mrn;
    PERFORM set_lines(v_id, p_record);
    PERFORM settle_shown_duplicates(v_id, p_shown);
    RETURN settle_intent(p_intent, jsonb_build_object('id', v_id, 'mrn', v_mrn, 'version', 1));
END $$;

-- Saves the named fields of one record if nobody changed it since version p_version was read.
CREATE FUNCTION hms.edit_patient(p_intent uuid, p_id bigint, p_version integer, p_changes jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_first jsonb := claim_intent(p_intent, 'edit_patient');
    v_now patients;
    v_wish patients;
BEGIN
    IF v_first IS NOT NULL THEN
        RETURN v_first;
    END IF;
    SELECT * INTO v_now FROM patients WHERE id = p_id FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('patients.unknown', 'There is no such patient.');
    ELSIF v_now.restricted AND p_id <> ALL (opened_records()) THEN
        PERFORM refuse('patients.restricted', 'This record is restricted; open it with a reason first.');
    ELSIF v_now.version <> p_version THEN
        PERFORM stale('patients.stale', 'Someone else changed this record since you opened it.',
            jsonb_build_object('id', p_id, 'version', v_now.version));
    END IF;
    -- Only what the form holds; the number, the version and the search columns are not for editing.
    v_wish := jsonb_populate_record(v_now, p_changes - ARRAY['id', 'mrn', 'search_name', 'version', 'created_at',
        'created_by', 'allergy_status']);
    IF p_changes ? 'allergies' THEN
        v_wish.allergy_status := allergy_status_of(p_changes -> 'allergies');
    END IF;
    IF v_wish.restricted <> v_now.restricted AND NOT (pg_has_role(session_user, 'hms_clinician', 'MEMBER')
        OR pg_has_role(session_user, 'hms_manager', 'MEMBER')) THEN
        PERFORM refuse('patients.restriction', 'Only a clinician or a manager may change whether a record is restricted.');
    END IF;
    UPDATE patients SET given_names = v_wish.given_names, family_name = v_wish.family_name, sex = v_wish.sex,
        birth_date = v_wish.birth_date, birth_precision = v_wish.birth_precision, address = v_wish.address,
        email = v_wish.email, notes = v_wish.notes, language = v_wish.language, restricted = v_wish.restricted,
        allergy_status = v_wish.allergy_status
    WHERE id = p_id RETURNING version INTO v_now.version;
    PERFORM set_lines(p_id, p_changes);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id, 'mrn', v_now.mrn, 'version', v_now.version));
END $$;

-- What the duties may do here --------------------------------------------------------------------------------------

ALTER TABLE hms.patients ENABLE ROW LEVEL SECURITY;
ALTER TABLE hms.patient_phones ENABLE ROW LEVEL SECURITY;
ALTER TABLE hms.patient_identifiers ENABLE ROW LEVEL SECURITY;

CREATE POLICY open_records ON hms.patients FOR SELECT TO hms_staff
USING (NOT restricted OR id = ANY ((SELECT hms.opened_records())::bigint[]));

CREATE POLICY open_records ON hms.patient_phones FOR SELECT TO hms_staff
USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));

CREATE POLICY open_records ON hms.patient_identifiers FOR SELECT TO hms_staff
USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));

GRANT SELECT ON hms.patients, hms.patient_phones, hms.patient_identifiers
TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
GRANT SELECT ON hms.opened_records TO hms_manager;

GRANT EXECUTE ON FUNCTION hms.opened_records(), hms.closed_records() TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.open_restricted(uuid, bigint, text)
TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
GRANT EXECUTE ON FUNCTION hms.register_patient(uuid, jsonb, bigint[]), hms.edit_patient(uuid, bigint, integer, jsonb)
TO hms_front_desk, hms_clinician, hms_manager;

SELECT hms.versioned('patients');
SELECT hms.audited('patients');
SELECT hms.audited('patient_phones');
SELECT hms.audited('patient_identifiers');
SELECT hms.audited('opened_records');
SELECT hms.knocks('patients', 'hms_changes', 'patients', 'id');
SELECT hms.knocks('patient_phones', 'hms_changes', 'patients', 'patient_id');
SELECT hms.knocks('patient_identifiers', 'hms_changes', 'patients', 'patient_id');
