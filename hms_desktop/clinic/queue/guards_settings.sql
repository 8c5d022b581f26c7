-- What an administrator sets about the queue: each service's numbers, reasons, journeys, and how a room mixes its services.

-- The numbers of one service, all of them at once; its opening hours have a function of their own.
CREATE FUNCTION hms.save_service_rules(p_intent uuid, p_service bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_service_rules');
    wanted service_rules := jsonb_populate_record(NULL::service_rules, p_record);
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE service_rules SET appointment_window = wanted.appointment_window, ageing_after = wanted.ageing_after,
        priority_run = wanted.priority_run, put_back_behind = wanted.put_back_behind, recall_gap = wanted.recall_gap,
        most_recalls = wanted.most_recalls, no_show_calls = wanted.no_show_calls,
        no_show_after = wanted.no_show_after, last_ticket_before = wanted.last_ticket_before,
        return_behind = wanted.return_behind, returns_to_room = wanted.returns_to_room,
        shows_estimate = wanted.shows_estimate, self_service = wanted.self_service, version = p_version
    WHERE service_id = p_service;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_service', 'This service is not known; reload the list.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('service_id', p_service));
END $$;

-- A reason of a priority class: new where `p_id` is NULL.
CREATE FUNCTION hms.save_priority_reason(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_priority_reason');
    r priority_reasons := jsonb_populate_record(NULL::priority_reasons, p_record);
    saved bigint := p_id;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    r.name := plain_reason(r.name, 'A reason needs words; enter them.');
    IF EXISTS (SELECT FROM priority_reasons o WHERE o.class_id = r.class_id AND o.name = r.name
               AND o.id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('reason.name', 'This class has that reason already; choose other words.');
    ELSIF p_id IS NULL THEN
        INSERT INTO priority_reasons (class_id, name) VALUES (r.class_id, r.name) RETURNING id INTO saved;
    ELSE
        UPDATE priority_reasons SET class_id = r.class_id, name = r.name, active = r.active, version = p_version
        WHERE id = p_id;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- Whether a class asks for a reason: `may`, `must`, or `listed` (one of its list).
CREATE FUNCTION hms.save_reason_rule(p_intent uuid, p_class bigint, p_version bigint, p_rule text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_reason_rule');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF p_rule = 'listed' AND NOT EXISTS (SELECT FROM priority_reasons WHERE class_id = p_class AND active) THEN
        PERFORM refuse('reason.none_listed', 'This class has no reasons yet; enter some before asking for one of them.');
    END IF;
    UPDATE priority_classes SET reason_rule = p_rule, version = p_version WHERE id = p_class;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_class));
END $$;

-- A journey with all its steps in their order: new where `p_id` is NULL. Tickets under way keep the steps they were
-- given.
CREATE FUNCTION hms.save_journey(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb, p_services bigint[])
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_journey');
    r journeys := jsonb_populate_record(NULL::journeys, p_record);
    saved bigint := p_id;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF EXISTS (SELECT FROM journeys WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('journey.name', 'Another journey has this name; choose another one.');
    ELSIF cardinality(p_services) NOT BETWEEN 2 AND 12 THEN
        PERFORM refuse('journey.steps', 'A journey has two to twelve services.');
    ELSIF EXISTS (SELECT FROM generate_subscripts(p_services, 1) n WHERE p_services[n] = p_services[n + 1]) THEN
        PERFORM refuse('journey.steps', 'A journey does not go from a service to the same one; change the order.');
    ELSIF EXISTS (SELECT FROM unnest(p_services) s WHERE NOT EXISTS (SELECT FROM services v WHERE v.id = s AND v.active)) THEN
        PERFORM refuse('journey.steps', 'A service of this journey is closed; choose another one.');
    ELSIF p_id IS NULL THEN
        INSERT INTO journeys (name) VALUES (r.name) RETURNING id INTO saved;
    ELSE
        UPDATE journeys SET name = r.name, active = r.active, version = p_version WHERE id = p_id;
    END IF;
    DELETE FROM journey_steps WHERE journey_id = saved;
    INSERT INTO journey_steps (journey_id, ordinal, service_id)
    SELECT saved, n, s FROM unnest(p_services) WITH ORDINALITY AS given (s, n);
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- How a room mixes its services; `p_shares` are [{service_id, position, weight}].
CREATE FUNCTION hms.save_room_rule(p_intent uuid, p_room bigint, p_version bigint, p_mixing text, p_pass_limit integer,
                                   p_shares jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_room_rule');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM hold_room(p_room);
    INSERT INTO room_rules (room_id) VALUES (p_room) ON CONFLICT (room_id) DO NOTHING;
    UPDATE room_rules SET mixing = p_mixing, pass_limit = p_pass_limit, version = coalesce(p_version, version)
    WHERE room_id = p_room;
    DELETE FROM room_shares WHERE room_id = p_room;
    INSERT INTO room_shares (room_id, service_id, position, weight)
    SELECT p_room, s.service_id, s.position, s.weight
    FROM jsonb_to_recordset(p_shares) AS s (service_id bigint, position smallint, weight smallint)
    JOIN room_services rs ON rs.room_id = p_room AND rs.service_id = s.service_id;
    RETURN settle_intent(p_intent, jsonb_build_object('room_id', p_room));
END $$;

GRANT SELECT ON hms.priority_reasons, hms.room_rules, hms.room_shares TO hms_staff;
GRANT EXECUTE ON FUNCTION
    hms.save_service_rules(uuid, bigint, bigint, jsonb),
    hms.save_priority_reason(uuid, bigint, bigint, jsonb),
    hms.save_reason_rule(uuid, bigint, bigint, text),
    hms.save_journey(uuid, bigint, bigint, jsonb, bigint[]),
    hms.save_room_rule(uuid, bigint, bigint, text, integer, jsonb)
    TO hms_manager, hms_admin;

SELECT hms.named('priority_reasons', 'name', 60), hms.named('journeys', 'name', 120);
SELECT hms.versioned(t), hms.audited(t) FROM unnest(ARRAY['priority_reasons', 'journeys', 'room_rules']) t;
SELECT hms.audited('journey_steps'), hms.audited('room_shares');
SELECT hms.knocks('priority_reasons', 'hms_changes', 'organisation', 'id'),
       hms.knocks('journeys', 'hms_changes', 'organisation', 'id'),
       hms.knocks('room_rules', 'hms_changes', 'organisation', 'room_id');
