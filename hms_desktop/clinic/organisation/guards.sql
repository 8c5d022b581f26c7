-- The facility's own day, and the few ways in which an administrator changes the house.

-- The facility's local date; the day begins at `day_starts_at`, so a night clinic can end its day at 04:00.
CREATE FUNCTION hms.business_date_at(p_moment timestamptz) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT ((p_moment AT TIME ZONE f.time_zone) - f.day_starts_at)::date FROM facility f
$$;

CREATE FUNCTION hms.business_date() RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    today date;
BEGIN
    SELECT ((hospital_now() AT TIME ZONE f.time_zone) - f.day_starts_at)::date INTO today FROM facility f;
    RETURN today;
END $$;

CREATE FUNCTION hms.check_facility() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    -- The view reads the server's zone files, so it is asked only for what could be a zone's name.
    IF (TG_OP = 'INSERT' OR NEW.time_zone <> OLD.time_zone)
       AND (NEW.time_zone !~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'
            OR NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = NEW.time_zone)) THEN
        PERFORM hms.refuse('facility.time_zone',
                           'The time zone is not known; choose one by its IANA name, such as Africa/Nairobi.');
    ELSIF NEW.currency !~ '^[A-Z]{3}$' THEN
        PERFORM hms.refuse('facility.currency', 'A currency is three capital letters, such as USD or KES.');
    ELSIF cardinality(NEW.languages) = 0 THEN
        PERFORM hms.refuse('facility.languages', 'Choose at least one language.');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER check_facility BEFORE INSERT OR UPDATE ON hms.facility
    FOR EACH ROW EXECUTE FUNCTION hms.check_facility();

CREATE FUNCTION hms.save_facility(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_facility');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE facility f
    SET name = r.name, time_zone = r.time_zone, day_starts_at = r.day_starts_at, languages = r.languages,
        currency = r.currency, country = coalesce(r.country, ''), opt_ins = coalesce(r.opt_ins, '{}'), version = p_version
    FROM jsonb_populate_record(NULL::facility, p_record) r;
    RETURN settle_intent(p_intent, '{"id": 1}');
END $$;

-- One plain edit of a department, service or room: a new row where `p_id` is NULL, else the row of that version.
CREATE FUNCTION hms.save_department(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_department');
    r departments := jsonb_populate_record(NULL::departments, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF EXISTS (SELECT FROM departments WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('department.name', 'Another department has this name; choose another one.');
    ELSIF p_id IS NULL THEN
        INSERT INTO departments (name) VALUES (r.name) RETURNING id INTO saved;
    ELSE
        UPDATE departments SET name = r.name, active = r.active, version = p_version WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('department.unknown', 'This department is not on the list; reload the list.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

CREATE FUNCTION hms.save_service(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_service');
    r services := jsonb_populate_record(NULL::services, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF EXISTS (SELECT FROM services WHERE prefix = r.prefix AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('service.prefix', 'Another service has this prefix; choose other letters.');
    ELSIF EXISTS (SELECT FROM services WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('service.name', 'Another service has this name; choose another one.');
    ELSIF coalesce(r.prefix, '') !~ '^[A-Z]{1,3}$' THEN
        PERFORM refuse('service.prefix_form', 'A prefix is one to three capital letters A to Z.');
    ELSIF NOT EXISTS (SELECT FROM departments WHERE id = r.department_id) THEN
        PERFORM refuse('service.department_id', 'The department of this service is not on the list; choose another one.');
    ELSIF p_id IS NULL THEN
        INSERT INTO services (department_id, name, prefix) VALUES (r.department_id, r.name, r.prefix)
        RETURNING id INTO saved;
    ELSE
        UPDATE services SET department_id = r.department_id, name = r.name, prefix = r.prefix, active = r.active,
                            version = p_version
        WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('service.unknown', 'This service is not on the list; reload the list.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- `p_services` are all the services that the room serves from now on.
CREATE FUNCTION hms.save_room(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb, p_services bigint[])
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_room');
    r rooms := jsonb_populate_record(NULL::rooms, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF EXISTS (SELECT FROM rooms WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('room.name', 'Another room or counter has this name; choose another one.');
    ELSIF EXISTS (SELECT unnest(p_services) EXCEPT SELECT id FROM services) THEN
        PERFORM refuse('room.service_ids', 'A service of this room is not on the list; choose again.');
    ELSIF p_id IS NULL THEN
        INSERT INTO rooms (name, kind) VALUES (r.name, coalesce(r.kind, 'room')) RETURNING id INTO saved;
    ELSE
        UPDATE rooms SET name = r.name, kind = r.kind, active = r.active, version = p_version WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('room.unknown', 'This room is not on the list; reload the list.');
        END IF;
    END IF;
    DELETE FROM room_services WHERE room_id = saved AND NOT service_id = ANY (p_services);
    INSERT INTO room_services (room_id, service_id) SELECT saved, unnest(p_services) ON CONFLICT DO NOTHING;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

SELECT hms.versioned(t), hms.audited(t), hms.knocks(t, 'hms_changes', 'organisation', 'id')
FROM unnest(ARRAY['facility', 'departments', 'services', 'rooms']) t;
SELECT hms.named('facility', 'name', 200), hms.named('departments', 'name', 120), hms.named('services', 'name', 120),
       hms.named('rooms', 'name', 60);
SELECT hms.audited('room_services'), hms.knocks('room_services', 'hms_changes', 'organisation', 'room_id');

GRANT SELECT ON hms.facility, hms.departments, hms.services, hms.rooms, hms.room_services TO hms_staff;
-- What stands above a report, and in a message.
GRANT SELECT ON hms.facility, hms.departments, hms.services TO hms_worker;
GRANT EXECUTE ON FUNCTION hms.business_date(), hms.business_date_at(timestamptz) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.business_date() TO hms_worker;
GRANT EXECUTE ON FUNCTION hms.save_facility(uuid, bigint, jsonb), hms.save_department(uuid, bigint, bigint, jsonb),
    hms.save_service(uuid, bigint, bigint, jsonb), hms.save_room(uuid, bigint, bigint, jsonb, bigint[]) TO hms_admin;
