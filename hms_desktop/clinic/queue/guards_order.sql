-- The waiting order and why a ticket is next (RULES 5 and 6), and how a counter takes the first of it (RULES 4).

-- The calls that stand: one that was undone is withdrawn by a later row and no longer shown or counted.
CREATE VIEW hms.standing_calls AS
    SELECT c.* FROM hms.queue_calls c
    WHERE c.kind <> 'withdrawn' AND NOT EXISTS (SELECT FROM hms.queue_calls w WHERE w.withdraws = c.id);

-- The first key of the order: 0 waited long while priority tickets were called, 1 as usual, 2 before its window.
CREATE FUNCTION hms.turn_of(p_promoted boolean, p_due_at timestamptz, p_window_until timestamptz) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (CASE WHEN p_promoted THEN 0 WHEN p_due_at > p_window_until THEN 2 ELSE 1 END)::smallint;

-- What the order of one service and day depends on: until which due time the window is open and, when the last calls
-- were all of priority classes, since when an ordinary ticket must have waited to go next (RULES 6; from committed
-- calls, without a lock).
CREATE VIEW hms.service_turns AS
    SELECT d.service_id, d.business_date, clock.at + r.appointment_window AS window_until,
           CASE WHEN run.long_enough THEN clock.at - r.ageing_after END AS promoted_before
    FROM hms.service_days d
    JOIN hms.service_rules r ON r.service_id = d.service_id
    CROSS JOIN (SELECT hms.hospital_now() AS at OFFSET 0) clock
    CROSS JOIN LATERAL (
        SELECT count(*) = r.priority_run AND NOT bool_or(recent.ordinary) AS long_enough
        FROM (
            SELECT c.ordinary FROM hms.queue_calls c
            WHERE c.service_id = d.service_id AND c.business_date = d.business_date AND c.kind = 'call'
              AND NOT EXISTS (SELECT FROM hms.queue_calls w WHERE w.withdraws = c.id)
            ORDER BY c.id DESC LIMIT r.priority_run
        ) recent
    ) run;

-- Whether the ticket has waited so long that it may go before priority ones; one that was put back waits since then.
CREATE FUNCTION hms.waited_long(s hms.segments, t hms.service_turns) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(s.put_back_at, s.arrived_at) < t.promoted_before
       AND (s.due_at IS NULL OR s.due_at <= t.window_until);

-- Who waits, in the order `turn, rank, place, segment_id`, and why there. The screens and call_next both go by it. Goes
-- first out of turn: the first of those that any room may call, and each that waits for one room alone.
CREATE VIEW hms.waiting AS
    SELECT s.id AS segment_id, s.ticket_id, s.patient_id, s.service_id, s.business_date,
           its.turn, s.class_rank, s.rank, s.place, s.arrived_at, s.due_at, s.entered_at, s.put_back_at, s.reason,
           s.only_room_id, s.version,
           CASE its.turn
               WHEN 0 THEN 'waited_long'
               WHEN 2 THEN 'before_window'
               ELSE CASE
                   WHEN s.put_back_at = s.entered_at AND s.back_from IS NOT NULL THEN 'returned'
                   WHEN s.put_back_at IS NOT NULL THEN 'put_back'
                   WHEN s.rank <> o.rank THEN 'class'
                   WHEN s.due_at IS NOT NULL THEN 'appointment'
                   ELSE 'arrival'
               END
           END AS why
    FROM hms.service_turns t
    CROSS JOIN LATERAL (SELECT rank FROM hms.priority_classes WHERE ordinary) o
    LEFT JOIN LATERAL (
        SELECT p.id FROM hms.segments p
        WHERE t.promoted_before IS NOT NULL AND p.only_room_id IS NULL
          AND p.service_id = t.service_id AND p.business_date = t.business_date AND p.state = 'waiting'
          AND p.rank = o.rank AND p.class_rank = p.rank AND hms.waited_long(p, t)
        ORDER BY p.place, p.id LIMIT 1
    ) promoted ON true
    JOIN hms.segments s
      ON s.service_id = t.service_id AND s.business_date = t.business_date AND s.state = 'waiting'
    CROSS JOIN LATERAL (
        SELECT hms.turn_of(
            s.id = promoted.id
                OR s.only_room_id IS NOT NULL AND s.class_rank = o.rank AND s.rank = o.rank AND hms.waited_long(s, t),
            s.due_at, t.window_until) AS turn
    ) its;

-- The lines of a room that mixes its services by a rule, in the order in which it takes from them:
--   order    by position, but after `pass_limit` calls of the room for other services one where somebody waited longer
--            than the service's ageing goes first, so that nobody of it is passed more often than that;
--   share    whose part of the room's last calls, over one round of all weights, is the smallest for its weight;
--   longest  where somebody has waited longest in the line.
-- A room calls one at a time, holding its lock (take_room), so its own calls are all committed when this is asked.
CREATE VIEW hms.room_turns AS
    SELECT rr.room_id, rr.mixing, rs.service_id, t.business_date, own.weight, row_number() OVER (
        PARTITION BY rr.room_id, t.business_date
        ORDER BY CASE rr.mixing
            WHEN 'order' THEN CASE WHEN line.oldest < hms.hospital_now() - sr.ageing_after
                AND cardinality(recent.calls) >= rr.pass_limit
                AND rs.service_id <> ALL (recent.calls[1:rr.pass_limit]) THEN 0 ELSE 1 END
            WHEN 'share' THEN cardinality(array_positions(recent.calls[1:whole.weights - 1], rs.service_id))::numeric
                / own.weight
            WHEN 'longest' THEN extract(epoch FROM coalesce(line.oldest, 'infinity')) END,
            own.position, rs.service_id) AS lane
    FROM hms.room_rules rr
    JOIN hms.room_services rs ON rs.room_id = rr.room_id
    JOIN hms.service_turns t ON t.service_id = rs.service_id
    JOIN hms.service_rules sr ON sr.service_id = rs.service_id
    LEFT JOIN hms.room_shares sh ON sh.room_id = rs.room_id AND sh.service_id = rs.service_id
    CROSS JOIN LATERAL (SELECT coalesce(sh.position, 99) AS position, coalesce(sh.weight, 1)::integer AS weight) own
    CROSS JOIN LATERAL (
        SELECT sum(coalesce(o.weight, 1))::integer AS weights FROM hms.room_services a
        LEFT JOIN hms.room_shares o ON o.room_id = a.room_id AND o.service_id = a.service_id
        WHERE a.room_id = rr.room_id
    ) whole
    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(last.service_id ORDER BY last.id DESC), '{}') AS calls
        FROM (
            SELECT c.id, c.service_id FROM hms.queue_calls c
            WHERE c.room_id = rr.room_id AND c.business_date = t.business_date AND c.kind = 'call'
              AND NOT EXISTS (SELECT FROM hms.queue_calls w WHERE w.withdraws = c.id)
            ORDER BY c.id DESC LIMIT greatest(rr.pass_limit, whole.weights - 1)
        ) last
    ) recent
    CROSS JOIN LATERAL (
        SELECT min(coalesce(s.put_back_at, s.entered_at)) AS oldest FROM hms.segments s
        WHERE s.service_id = rs.service_id AND s.business_date = t.business_date AND s.state = 'waiting'
          AND (s.due_at IS NULL OR s.due_at <= t.window_until)
          AND (s.only_room_id IS NULL OR s.only_room_id = rr.room_id)
    ) line
    WHERE rr.mixing <> 'together';

-- Who waits for a room, in the order `turn, lane, rank, place, segment_id`: those of all its services but who waits for
-- another room alone.
CREATE VIEW hms.room_waiting AS
    SELECT rs.room_id, w.*, CASE w.turn WHEN 1 THEN m.lane ELSE 0 END AS lane, coalesce(m.mixing, 'together') AS mixing
    FROM hms.room_services rs
    JOIN hms.waiting w ON w.service_id = rs.service_id AND (w.only_room_id IS NULL OR w.only_room_id = rs.room_id)
    LEFT JOIN hms.room_turns m
      ON m.room_id = rs.room_id AND m.service_id = rs.service_id AND m.business_date = w.business_date;

-- The first of the order for this room that no other counter is about to call, among the first `p_depth` of each
-- service; without a depth the view's whole order is asked. Counters that choose at the same moment pass each
-- other by an advisory lock, which costs less than a try at the row; the row itself is locked and re-checked after it.
-- While another counter is calling the one who waited long, the next who waited long goes, not one of a higher class.
-- A room that mixes its services by a rule takes from them in the order of `p_lanes`; the others have none.
-- The settings hold the plan to the indexes: one made in the morning, when the tables are empty, serves all day.
CREATE FUNCTION hms.choose_next(p_room bigint, p_date date, p_lanes bigint[], p_tried bigint[], p_depth integer)
    RETURNS bigint LANGUAGE plpgsql
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off
AS $$
DECLARE
    chosen bigint;
BEGIN
    IF p_depth IS NOT NULL THEN
        SELECT line.id INTO chosen
        FROM (
            SELECT one.id
            FROM hms.room_services r
            JOIN hms.service_turns t ON t.service_id = r.service_id AND t.business_date = p_date
            CROSS JOIN LATERAL (
                (SELECT s.id, 0 AS turn, s.rank, s.place FROM hms.segments s
                 WHERE t.promoted_before IS NOT NULL AND (s.only_room_id IS NULL OR s.only_room_id = p_room)
                   AND s.service_id = t.service_id AND s.business_date = t.business_date AND s.state = 'waiting'
                   AND s.rank = (SELECT o.rank FROM hms.priority_classes o WHERE o.ordinary) AND s.class_rank = s.rank
                   AND hms.waited_long(s, t)
                 ORDER BY s.place, s.id LIMIT p_depth)
                UNION ALL
                (SELECT s.id, 1, s.rank, s.place FROM hms.segments s
                 WHERE s.service_id = t.service_id AND s.business_date = t.business_date AND s.state = 'waiting'
                   AND (s.due_at IS NULL OR s.due_at <= t.window_until)
                   AND (s.only_room_id IS NULL OR s.only_room_id = p_room)
                 ORDER BY s.rank, s.place, s.id LIMIT p_depth)
            ) one
            WHERE r.room_id = p_room
            ORDER BY one.turn, CASE one.turn WHEN 1 THEN array_position(p_lanes, r.service_id) END, one.rank, one.place,
                     one.id
            OFFSET 0
        ) line
        WHERE line.id <> ALL (p_tried) AND hms.first_to_choose(line.id)
        LIMIT 1;
    ELSE
        SELECT line.segment_id INTO chosen
        FROM (
            SELECT w.segment_id FROM hms.room_waiting w
            WHERE w.room_id = p_room AND w.business_date = p_date
            ORDER BY w.turn, w.lane, w.rank, w.place, w.segment_id
            OFFSET 0
        ) line
        WHERE line.segment_id <> ALL (p_tried) AND hms.first_to_choose(line.segment_id)
        LIMIT 1;
    END IF;
    RETURN chosen;
END $$;

CREATE FUNCTION hms.first_to_choose(p_segment bigint) RETURNS boolean
    LANGUAGE sql VOLATILE
    RETURN pg_try_advisory_xact_lock(hashtext('hms.queue.segment'), (p_segment % 2147483647)::integer);

-- Locks the chosen one; NULLs when there is nobody. One that a colleague is changing in another way is passed over.
CREATE FUNCTION hms.lock_next(p_room bigint, p_date date) RETURNS hms.segments
    LANGUAGE plpgsql AS $$
DECLARE
    lanes bigint[];
    tried bigint[] := '{}';
    depths integer[] := '{8, 100, NULL}'; -- the first few nearly always hold one; many counters at once need more
    reach integer := 1;
    chosen bigint;
    v hms.segments;
BEGIN
    IF EXISTS (SELECT FROM hms.room_rules WHERE room_id = p_room AND mixing <> 'together') THEN
        SELECT array_agg(r.service_id ORDER BY r.lane) INTO lanes FROM hms.room_turns r
        WHERE r.room_id = p_room AND r.business_date = p_date;
    END IF;
    LOOP
        chosen := hms.choose_next(p_room, p_date, lanes, tried, depths[reach]);
        IF chosen IS NULL THEN
            reach := reach + 1;
            IF reach > cardinality(depths) THEN
                RETURN NULL;
            END IF;
            CONTINUE;
        END IF;
        SELECT * INTO v FROM hms.segments WHERE id = chosen AND state = 'waiting' FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            RETURN v;
        END IF;
        tried := tried || chosen;
    END LOOP;
END $$;

GRANT SELECT ON hms.standing_calls, hms.service_turns, hms.waiting, hms.room_turns, hms.room_waiting TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.turn_of(boolean, timestamptz, timestamptz),
    hms.waited_long(hms.segments, hms.service_turns) TO hms_staff;
