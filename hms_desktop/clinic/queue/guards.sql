-- What keeps tickets, segments, calls and numbers true for everyone (RULES 1-10), and what the queue's wishes share.

-- The classes and the steps ------------------------------------------------------------------------------------------

INSERT INTO hms.priority_classes (code, name, rank, ordinary, reason_rule) VALUES
    ('urgent', 'Urgent', 0, false, 'must'),
    ('priority', 'Priority', 1, false, 'must'),
    ('ordinary', 'Ordinary', 2, true, 'may')
    ON CONFLICT DO NOTHING;

INSERT INTO hms.priority_reasons (code, class_id, name)
SELECT usual.code, c.id, usual.name
FROM (VALUES
    ('emergency', 'urgent', 'Emergency'),
    ('bleeding', 'urgent', 'Bleeding'),
    ('breath', 'urgent', 'Short of breath'),
    ('pain', 'urgent', 'Severe pain'),
    ('elderly', 'priority', 'Elderly'),
    ('pregnant', 'priority', 'Pregnant'),
    ('disabled', 'priority', 'Disabled'),
    ('small_child', 'priority', 'Child under 5'),
    ('sent_on', 'priority', 'Sent by another service')
) usual (code, class, name)
JOIN hms.priority_classes c ON c.code = usual.class
ON CONFLICT DO NOTHING;

DELETE FROM hms.segment_transitions;
INSERT INTO hms.segment_transitions (from_state, to_state) VALUES
    ('waiting', 'called'), ('waiting', 'transferred'), ('waiting', 'cancelled'), ('waiting', 'not_served'),
    ('waiting', 'undone'),
    ('called', 'serving'), ('called', 'done'), ('called', 'no_show'), ('called', 'waiting'),
    ('called', 'transferred'), ('called', 'cancelled'), ('called', 'not_served'),
    ('serving', 'done'), ('serving', 'called'), ('serving', 'transferred'), ('serving', 'not_served'),
    ('done', 'called'), ('done', 'serving'),
    ('no_show', 'called'), ('no_show', 'waiting'),
    ('transferred', 'waiting'), ('transferred', 'called'), ('transferred', 'serving'),
    ('cancelled', 'waiting'), ('cancelled', 'called');

-- Holds for everyone, the functions below included: a segment moves by an allowed step only, and stays what it is.
CREATE FUNCTION hms.guard_segment() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM hms.refuse('queue.wrong_step', 'A ticket joins a line by waiting in it.');
    END IF;
    IF (NEW.id, NEW.ticket_id, NEW.ordinal, NEW.service_id, NEW.business_date, NEW.arrived_at, NEW.entered_at,
        NEW.return_to, NEW.back_from)
       IS DISTINCT FROM
       (OLD.id, OLD.ticket_id, OLD.ordinal, OLD.service_id, OLD.business_date, OLD.arrived_at, OLD.entered_at,
        OLD.return_to, OLD.back_from) THEN
        PERFORM hms.refuse('queue.segment_fixed', 'A ticket''s number, service, day and arrival never change.');
    END IF;
    IF NEW.state <> OLD.state AND NOT EXISTS (
        SELECT FROM hms.segment_transitions t WHERE t.from_state = OLD.state AND t.to_state = NEW.state
    ) THEN
        PERFORM hms.refuse('queue.wrong_step', format('A ticket that is %s cannot become %s.', OLD.state, NEW.state),
                           jsonb_build_object('from', OLD.state, 'to', NEW.state));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_segment_insert BEFORE INSERT ON hms.segments
    FOR EACH ROW WHEN (NEW.state <> 'waiting') EXECUTE FUNCTION hms.guard_segment();
CREATE TRIGGER guard_segment_update BEFORE UPDATE ON hms.segments
    FOR EACH ROW EXECUTE FUNCTION hms.guard_segment();
CREATE TRIGGER keep_segments BEFORE DELETE OR TRUNCATE ON hms.segments
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- A ticket may only be moved to another record of the same person (a merge).
CREATE TRIGGER keep_ticket BEFORE UPDATE ON hms.tickets
    FOR EACH ROW WHEN (
        (OLD.id, OLD.barcode, OLD.service_id, OLD.business_date, OLD.number, OLD.label, OLD.arrived_at,
         OLD.journey_id)
        IS DISTINCT FROM
        (NEW.id, NEW.barcode, NEW.service_id, NEW.business_date, NEW.number, NEW.label, NEW.arrived_at,
         NEW.journey_id)
    ) EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_tickets BEFORE DELETE OR TRUNCATE ON hms.tickets
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_calls BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.queue_calls
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.segment_changes
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER count_up BEFORE UPDATE ON hms.service_days
    FOR EACH ROW WHEN (
        NEW.last_number < OLD.last_number
        OR (NEW.service_id, NEW.business_date) IS DISTINCT FROM (OLD.service_id, OLD.business_date)
    ) EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_days BEFORE DELETE OR TRUNCATE ON hms.service_days
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- The knocks of the two busiest tables, of the same form as those that hms.knocks makes but without a detour by JSON.
CREATE FUNCTION hms.knock_at_desks() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('hms_changes', 'queue:' || c.service_id) FROM changed c GROUP BY c.service_id;
    RETURN NULL;
END $$;
CREATE TRIGGER knock_insert AFTER INSERT ON hms.segments REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_at_desks();
CREATE TRIGGER knock_update AFTER UPDATE ON hms.segments REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_at_desks();

CREATE FUNCTION hms.knock_at_kiosks() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('hms_calls', 'calls:' || c.room_id) FROM changed c GROUP BY c.room_id;
    RETURN NULL;
END $$;
CREATE TRIGGER knock_insert AFTER INSERT ON hms.queue_calls REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_at_kiosks();

-- Every service has its numbers from the start.
CREATE FUNCTION hms.give_service_rules() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    INSERT INTO service_rules (service_id) VALUES (NEW.id) ON CONFLICT (service_id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER give_service_rules AFTER INSERT ON hms.services
    FOR EACH ROW EXECUTE FUNCTION hms.give_service_rules();
INSERT INTO hms.service_rules (service_id) SELECT id FROM hms.services ON CONFLICT (service_id) DO NOTHING;

-- What the wishes share (nobody is granted these) --------------------------------------------------------------------

CREATE FUNCTION hms.ticket_label(p_prefix text, p_number integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN p_prefix || ' ' || lpad(p_number::text, greatest(3, length(p_number::text)), '0');

CREATE FUNCTION hms.label_of(p_ticket bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT t.label FROM hms.tickets t WHERE t.id = p_ticket);

CREATE FUNCTION hms.room_name(p_room bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT r.name FROM hms.rooms r WHERE r.id = p_room);

CREATE FUNCTION hms.service_name(p_service bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT s.name FROM hms.services s WHERE s.id = p_service);

-- The row, locked; refuses when it changed since the person looked at it.
CREATE FUNCTION hms.segment_as_seen(p_segment bigint, p_version bigint) RETURNS hms.segments
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v segments;
BEGIN
    SELECT * INTO v FROM segments WHERE id = p_segment FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_ticket', 'This ticket is not known; look it up again.');
    END IF;
    IF p_version IS DISTINCT FROM v.version THEN
        PERFORM stale('queue.changed',
            format('A colleague changed ticket %s meanwhile (it is now %s); look at it again.',
                   label_of(v.ticket_id), replace(v.state, '_', ' ')),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'state', v.state, 'version', v.version));
    END IF;
    RETURN v;
END $$;

CREATE FUNCTION hms.refuse_step(v hms.segments, p_wish text) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM refuse('queue.wrong_step',
        format('Ticket %s is %s, so it cannot be %s.', label_of(v.ticket_id), replace(v.state, '_', ' '), p_wish),
        jsonb_build_object('ticket', label_of(v.ticket_id), 'state', v.state, 'wish', p_wish));
END $$;

CREATE FUNCTION hms.refuse_other_day(v hms.segments) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF v.business_date <> business_date() THEN
        PERFORM refuse('queue.day_over',
            format('Ticket %s is of %s and that day is over; issue a new ticket.', label_of(v.ticket_id), v.business_date),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'day', v.business_date));
    END IF;
END $$;

-- One at a time changes what a room does: calls, opens, pauses or closes it.
CREATE FUNCTION hms.hold_room(p_room bigint) RETURNS void
    LANGUAGE sql VOLATILE
    RETURN pg_advisory_xact_lock(hashtext('hms.queue.room'), p_room::integer);

-- One caller at a time per room, and only one ticket at a room: holds the room until the end of the transaction.
CREATE FUNCTION hms.take_room(p_room bigint, p_date date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    room rooms;
    last sittings;
    there text;
BEGIN
    PERFORM hold_room(p_room);
    SELECT * INTO room FROM rooms WHERE id = p_room;
    IF NOT FOUND OR NOT room.active THEN
        PERFORM refuse('queue.room_closed', 'This room or counter is not in use; choose another one.');
    END IF;
    SELECT * INTO last FROM sittings WHERE room_id = p_room AND business_date = p_date ORDER BY id DESC LIMIT 1;
    IF last.ended_at IS NOT NULL THEN
        PERFORM refuse('queue.counter_closed', format('%s is closed; open it first.', room.name),
                       jsonb_build_object('room', room.name));
    ELSIF last.paused_at IS NOT NULL THEN
        PERFORM refuse('queue.counter_paused', format('%s is paused; go on first.', room.name),
                       jsonb_build_object('room', room.name));
    END IF;
    SELECT label_of(s.ticket_id) INTO there FROM segments s
    WHERE s.room_id = p_room AND s.business_date = p_date AND s.state IN ('called', 'serving');
    IF FOUND THEN
        PERFORM refuse('queue.room_busy',
            format('Ticket %s is still at %s; finish it, transfer it or mark it as no-show first.', there, room.name),
            jsonb_build_object('ticket', there, 'room', room.name));
    END IF;
END $$;

-- Serialises all who would open a segment of one service and day; the unique index stands behind it (RULES 3).
CREATE FUNCTION hms.refuse_second_open(p_patient bigint, p_service bigint, p_date date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    other text;
BEGIN
    INSERT INTO service_days (service_id, business_date) VALUES (p_service, p_date) ON CONFLICT DO NOTHING;
    PERFORM FROM service_days WHERE service_id = p_service AND business_date = p_date FOR NO KEY UPDATE;
    SELECT label_of(s.ticket_id) INTO other FROM segments s
    WHERE s.patient_id = p_patient AND s.service_id = p_service AND s.business_date = p_date
      AND s.state IN ('waiting', 'called', 'serving');
    IF FOUND THEN
        PERFORM refuse('queue.already_open',
            format('This patient already holds ticket %s for %s today; use that one.', other, service_name(p_service)),
            jsonb_build_object('ticket', other, 'service', service_name(p_service)));
    END IF;
END $$;

-- A reason as it is kept: one line of plain text; `p_needed` is the sentence when it must not be empty.
CREATE FUNCTION hms.plain_reason(p_reason text, p_needed text DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql AS $$
DECLARE
    kept text := btrim(coalesce(p_reason, ''));
BEGIN
    IF kept = '' AND p_needed IS NOT NULL THEN
        PERFORM hms.refuse('queue.reason_missing', p_needed);
    ELSIF length(kept) > 200 THEN
        PERFORM hms.refuse('queue.reason_long', 'The reason is longer than 200 characters; shorten it.');
    ELSIF kept ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' THEN
        PERFORM hms.refuse('queue.reason_signs', 'The reason holds a hidden control character; type it again.');
    END IF;
    RETURN kept;
END $$;

CREATE FUNCTION hms.class_reason(p_class hms.priority_classes, p_reason text) RETURNS text
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    kept text := plain_reason(p_reason);
BEGIN
    IF p_class.reason_rule <> 'may' AND kept = '' THEN
        PERFORM refuse('queue.reason_missing', 'A ticket of this class needs a reason; enter it.');
    ELSIF p_class.reason_rule = 'listed' AND NOT EXISTS (
        SELECT FROM priority_reasons r WHERE r.class_id = p_class.id AND r.active AND r.name = kept
    ) THEN
        PERFORM refuse('queue.reason_not_listed',
                       'A ticket of this class needs one of its reasons; choose it from the list.');
    END IF;
    RETURN kept;
END $$;

-- How a segment stands, as far as an undo must bring it back.
CREATE FUNCTION hms.standing_of(v hms.segments) RETURNS jsonb
    LANGUAGE sql STABLE
    RETURN jsonb_build_object('state', v.state, 'room_id', v.room_id, 'rank', v.rank, 'place', v.place,
        'put_back_at', v.put_back_at, 'calls', v.calls, 'called_at', v.called_at,
        'last_called_at', v.last_called_at, 'serving_at', v.serving_at, 'closed_at', v.closed_at,
        'only_room_id', v.only_room_id);

CREATE FUNCTION hms.note_change(p_before hms.segments, p_verb text, p_note text DEFAULT '',
                                p_next_segment bigint DEFAULT NULL) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    noted bigint;
BEGIN
    INSERT INTO hms.segment_changes (segment_id, verb, prior, next_segment_id, note, changed_at)
    VALUES (p_before.id, p_verb, hms.standing_of(p_before), p_next_segment, p_note, hms.hospital_now())
    RETURNING id INTO noted;
    RETURN noted;
END $$;

CREATE FUNCTION hms.segment_result(v hms.segments) RETURNS jsonb
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('segment_id', v.id, 'ticket_id', v.ticket_id, 'ticket', hms.label_of(v.ticket_id),
        'patient_id', v.patient_id, 'service_id', v.service_id, 'service', hms.service_name(v.service_id),
        'room_id', v.room_id, 'room', hms.room_name(v.room_id), 'state', v.state, 'version', v.version);
END $$;

-- Moves a locked segment to the room and appends the call; `p_kind` is call or recall.
CREATE FUNCTION hms.send_call(v hms.segments, p_room bigint, p_kind text) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    after segments;
    call bigint;
BEGIN
    UPDATE segments SET state = 'called', room_id = p_room, last_called_at = now,
        calls = CASE p_kind WHEN 'call' THEN 1 ELSE v.calls + 1 END,
        called_at = CASE p_kind WHEN 'call' THEN now ELSE v.called_at END
    WHERE id = v.id RETURNING * INTO after;
    INSERT INTO queue_calls (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, called_at)
    VALUES (v.id, v.ticket_id, v.service_id, p_room, v.business_date, p_kind,
            (SELECT ordinary FROM priority_classes WHERE rank = v.class_rank), now)
    RETURNING id INTO call;
    INSERT INTO segment_changes (segment_id, verb, prior, changed_at) VALUES (v.id, p_kind, standing_of(v), now);
    RETURN segment_result(after) || jsonb_build_object('call_id', call, 'kind', p_kind, 'calls', after.calls,
                                                       'called_at', now);
END $$;

-- What the duties may do here ----------------------------------------------------------------------------------------

GRANT SELECT ON hms.priority_classes, hms.service_rules, hms.service_days, hms.tickets, hms.segments,
    hms.segment_transitions, hms.queue_calls, hms.segment_changes TO hms_staff;

SELECT hms.versioned('segments'), hms.versioned('service_rules'), hms.versioned('priority_classes');
SELECT hms.audited('tickets'), hms.audited('segments'), hms.audited('service_rules'), hms.audited('priority_classes');
SELECT hms.knocks('service_rules', 'hms_changes', 'queue', 'service_id');
