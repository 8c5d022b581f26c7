-- Stock-takes while trading goes on: a blind count, a second one where it differs, approval by somebody else (RULE 31).
-- Blind here, not by habit: whoever counts a sheet cannot read its books, whoever reads them no longer counts it. The
-- shelf itself (balances) stays readable to both, because dispensing and picking go on from it meanwhile.

CREATE TRIGGER keep_stock_take_lines BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.stock_take_lines
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_stock_take_entries BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.stock_take_entries
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_stock_take BEFORE UPDATE ON hms.stock_takes
    FOR EACH ROW WHEN (OLD.state <> 'counting' OR (OLD.id, OLD.store_id, OLD.opened_at, OLD.opened_by)
                       IS DISTINCT FROM (NEW.id, NEW.store_id, NEW.opened_at, NEW.opened_by))
    EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_stock_take_looks BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.stock_take_looks
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_stock_takes BEFORE DELETE OR TRUNCATE ON hms.stock_takes
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- The sheet holds what the store holds now, of these medicines or of all.
CREATE FUNCTION hms.open_count(p_intent uuid, p_store bigint, p_medicines bigint[]) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'open_count');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM FROM stores WHERE id = p_store AND active FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('stock.store_closed', 'This store is closed; choose another one.');
    ELSIF EXISTS (SELECT FROM stock_takes WHERE store_id = p_store AND state = 'counting') THEN
        PERFORM refuse('count.open', 'A stock-take of this store is under way already; go on with it.');
    END IF;
    INSERT INTO stock_takes (store_id, opened_at) VALUES (p_store, hospital_now()) RETURNING id INTO made;
    INSERT INTO stock_take_lines (stock_take_id, batch_id)
    SELECT made, h.batch_id FROM balances h JOIN batches b ON b.id = h.batch_id
    WHERE h.store_id = p_store AND h.units > 0 AND (p_medicines IS NULL OR b.medicine_id = ANY (p_medicines))
    ORDER BY h.batch_id;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

CREATE FUNCTION hms.open_take(p_count bigint, p_closing boolean) RETURNS hms.stock_takes
    LANGUAGE plpgsql AS $$
DECLARE
    take hms.stock_takes;
BEGIN
    IF p_closing THEN
        SELECT * INTO take FROM hms.stock_takes WHERE id = p_count FOR UPDATE;
    ELSE
        SELECT * INTO take FROM hms.stock_takes WHERE id = p_count FOR SHARE;
    END IF;
    IF take.state IS DISTINCT FROM 'counting' THEN
        PERFORM hms.refuse('count.closed', 'This stock-take is closed; begin another one.');
    END IF;
    RETURN take;
END $$;

-- From now on this person reads the books of the sheet, and no longer counts it. Waits for the own count under way.
CREATE FUNCTION hms.look_at_books(p_intent uuid, p_count bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'look_at_books');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM FROM stock_takes WHERE id = p_count FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('count.closed', 'This stock-take is closed; begin another one.');
    ELSIF (SELECT own FROM counts_read WHERE stock_take_id = p_count) THEN
        PERFORM refuse('count.blind', 'Whoever counted does not see the books; ask a colleague who did not count.');
    END IF;
    INSERT INTO stock_take_looks (stock_take_id, at) VALUES (p_count, hospital_now()) ON CONFLICT DO NOTHING;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_count));
END $$;

-- What lies on the shelf, compared with the balance at that moment: now, or when it was written on the paper sheet.
-- Says only whether it must be counted again: whoever counts does not see the books.
CREATE FUNCTION hms.enter_count(p_intent uuid, p_count bigint, p_batch bigint, p_counted bigint, p_at timestamptz)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'enter_count');
    take stock_takes;
    line bigint;
    held bigint;
    times bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF p_counted IS NULL OR p_counted NOT BETWEEN 0 AND 1000000000 THEN
        PERFORM refuse('count.units', 'A count is a whole number of base units from 0 to 1,000,000,000.', '{"field": "counted"}');
    END IF;
    take := open_take(p_count, false);
    IF EXISTS (SELECT FROM stock_take_looks WHERE stock_take_id = p_count AND person = session_user) THEN
        PERFORM refuse('count.seen', 'You have looked at the books of this stock-take; let a colleague count.');
    ELSIF p_at > hospital_now() OR p_at < take.opened_at THEN
        PERFORM refuse('count.moment', 'The count was made after this stock-take began and not later than now; correct the time.',
                       '{"field": "at"}');
    ELSIF NOT EXISTS (SELECT FROM batches WHERE id = p_batch) THEN
        PERFORM refuse('stock.unknown', 'This batch or store is not on the list; reload the list.');
    END IF;
    INSERT INTO stock_take_lines (stock_take_id, batch_id) VALUES (p_count, p_batch) ON CONFLICT DO NOTHING;
    SELECT id INTO line FROM stock_take_lines WHERE stock_take_id = p_count AND batch_id = p_batch FOR UPDATE;
    SELECT units INTO held FROM balances WHERE batch_id = p_batch AND store_id = take.store_id FOR SHARE;
    held := coalesce(held, 0) - coalesce((
        SELECT sum(m.units) FROM movements m
        WHERE p_at IS NOT NULL AND m.batch_id = p_batch AND m.store_id = take.store_id AND m.recorded_at > p_at), 0);
    times := 1 + (SELECT count(*) FROM stock_take_entries WHERE line_id = line);
    INSERT INTO stock_take_entries (line_id, round, counted, balance, counted_at)
    VALUES (line, times, p_counted, held, coalesce(p_at, hospital_now()));
    RETURN settle_intent(p_intent, jsonb_build_object('round', times, 'again', times = 1 AND held <> p_counted));
END $$;

-- The last count of each line of a stock-take; what was not counted has none and stays as it is.
CREATE VIEW hms.counted_lines AS
    SELECT DISTINCT ON (l.stock_take_id, e.line_id) l.stock_take_id, l.batch_id, e.line_id, e.round, e.counted, e.balance,
           e.counted - e.balance AS difference, e.counted_at, e.person
    FROM hms.stock_take_entries e JOIN hms.stock_take_lines l ON l.id = e.line_id
    ORDER BY l.stock_take_id, e.line_id, e.round DESC;

-- Each stock-take as this person may read it: everybody the books of one that was approved, else who has looked.
CREATE VIEW hms.counts_read AS
    SELECT t.id AS stock_take_id, p.looked, p.own, t.state = 'approved' OR p.looked AS books
    FROM hms.stock_takes t CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM hms.stock_take_looks k WHERE k.stock_take_id = t.id AND k.person = session_user) AS looked,
               EXISTS (SELECT FROM hms.stock_take_lines l JOIN hms.stock_take_entries e ON e.line_id = l.id
                       WHERE l.stock_take_id = t.id AND e.person = session_user) AS own) p;

-- The last counts as this person may read them: `again` is all that somebody who counts learns of the books.
CREATE VIEW hms.last_counts AS
    SELECT c.stock_take_id, c.batch_id, c.line_id, c.round, c.counted, CASE WHEN r.books THEN c.balance END AS balance,
           CASE WHEN r.books THEN c.difference END AS difference, c.round = 1 AND c.difference <> 0 AS again,
           c.counted_at, c.person
    FROM hms.counted_lines c JOIN hms.counts_read r USING (stock_take_id);

-- What a colleague agrees to: everything that was entered up to the last entry.
CREATE FUNCTION hms.count_content(p_count bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT jsonb_build_object('count', p_count, 'entries', count(*), 'last', coalesce(max(e.id), 0))
    FROM stock_take_entries e JOIN stock_take_lines l ON l.id = e.line_id WHERE l.stock_take_id = p_count
$$;

-- Somebody who did not count posts the differences: by their own login, or by an assent at the counter's desk.
CREATE FUNCTION hms.approve_count(p_intent uuid, p_count bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'approve_count');
    take stock_takes;
    counters text[];
    once bigint;
    approver text := session_user;
    posted bigint := 0;
    one record;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    take := open_take(p_count, true);
    SELECT array_agg(DISTINCT e.person) INTO counters
    FROM stock_take_entries e JOIN stock_take_lines l ON l.id = e.line_id WHERE l.stock_take_id = p_count;
    once := (SELECT count(*) FROM counted_lines WHERE stock_take_id = p_count AND round = 1 AND difference <> 0);
    IF counters IS NULL THEN
        PERFORM refuse('count.empty', 'Nothing was counted yet; enter a count first.');
    ELSIF once > 0 THEN
        PERFORM refuse('count.second', format('Lines that differ from the books must be counted a second time; left: %s.', once),
                       jsonb_build_object('left', once));
    ELSIF approver = ANY (counters) THEN
        approver := use_assent(p_intent, 'stock.count', digest_of(count_content(p_count)));
    END IF;
    IF approver = ANY (counters) THEN
        PERFORM refuse('count.own', 'Whoever counted does not approve; ask a colleague who did not count.');
    END IF;
    FOR one IN SELECT * FROM counted_lines WHERE stock_take_id = p_count AND difference <> 0 ORDER BY batch_id LOOP
        PERFORM move_stock(one.batch_id, take.store_id, 'count', one.difference, '', 'count ' || p_count);
        posted := posted + 1;
    END LOOP;
    UPDATE stock_takes SET state = 'approved', closed_at = hospital_now(), closed_by = session_user,
                           approved_by = approver WHERE id = p_count;
    RETURN settle_intent(p_intent, jsonb_build_object('posted', posted));
END $$;

CREATE FUNCTION hms.cancel_count(p_intent uuid, p_count bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'cancel_count');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM open_take(p_count, true);
    UPDATE stock_takes SET state = 'cancelled', closed_at = hospital_now(), closed_by = session_user WHERE id = p_count;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_count));
END $$;

SELECT hms.versioned('stock_takes'), hms.audited('stock_takes'), hms.audited('stock_take_lines'),
       hms.audited('stock_take_entries'), hms.audited('stock_take_looks'),
       hms.knocks('stock_takes', 'hms_changes', 'counts', 'id'),
       hms.knocks('stock_take_entries', 'hms_changes', 'counts', 'line_id');

GRANT SELECT ON hms.stock_takes, hms.stock_take_lines, hms.stock_take_looks, hms.counts_read, hms.last_counts
    TO hms_pharmacist, hms_store, hms_manager;
GRANT SELECT (id, line_id, round, counted, counted_at, person) ON hms.stock_take_entries
    TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.open_count(uuid, bigint, bigint[]), hms.look_at_books(uuid, bigint),
    hms.enter_count(uuid, bigint, bigint, bigint, timestamptz), hms.count_content(bigint),
    hms.approve_count(uuid, bigint), hms.cancel_count(uuid, bigint) TO hms_pharmacist, hms_store, hms_manager;
