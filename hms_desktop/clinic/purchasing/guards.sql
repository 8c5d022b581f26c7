-- Suppliers and orders: written, approved by limit, sent, cancelled. Receipts and invoices stand in files of their own.

-- Numbers, limits, steps ---------------------------------------------------------------------------------------------

-- The next number of a kind of paper in this year, such as PO-2026-00012; its row stays locked until the end.
CREATE FUNCTION hms.next_purchasing_number(p_kind text) RETURNS text
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    this_year bigint := extract(year FROM business_date());
    drawn bigint;
BEGIN
    INSERT INTO purchasing_numbers AS n (kind, year, last) VALUES (p_kind, this_year, 1)
    ON CONFLICT (kind, year) DO UPDATE SET last = n.last + 1 RETURNING last INTO drawn;
    RETURN format('%s-%s-%s', p_kind, this_year, lpad(drawn::text, greatest(5, length(drawn::text)), '0'));
END $$;

-- Up to which amount the person who asks may approve; `Infinity` for any. `p_own`: what they wrote themselves.
CREATE FUNCTION hms.approval_limit(p_own boolean) RETURNS numeric
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT coalesce(max(least(coalesce(most, 'Infinity'), CASE WHEN p_own THEN own_most ELSE 'Infinity' END)), 0)
    FROM approval_limits WHERE pg_has_role(session_user, 'hms_' || duty, 'MEMBER')
$$;

-- Whether the person who asks wrote on the order: its draft, or that it was handed in.
CREATE FUNCTION hms.wrote_order(p_order bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM purchase_steps
        WHERE order_id = p_order AND person = session_user AND state IN ('draft', 'submitted')
    )
$$;

-- The order, locked, in one of these states and as whoever asks has seen it. The order is locked before its lines.
CREATE FUNCTION hms.hold_purchase_order(p_order bigint, p_version bigint, p_states text[]) RETURNS hms.purchase_orders
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    held purchase_orders;
BEGIN
    SELECT * INTO held FROM purchase_orders WHERE id = p_order FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('order.unknown', 'This order is not on the list; reload the list.');
    ELSIF held.version IS DISTINCT FROM p_version THEN
        PERFORM stale('order.stale', 'A colleague went on with this order meanwhile; look at it again.',
                      jsonb_build_object('version', held.version));
    ELSIF held.state <> ALL (p_states) THEN
        PERFORM refuse('order.state', 'This order is not at that step any more; look at its state.',
                       jsonb_build_object('state', held.state));
    END IF;
    RETURN held;
END $$;

CREATE FUNCTION hms.note_purchase_step(p_order bigint, p_state text, p_reason text) RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    INSERT INTO purchase_steps (order_id, state, at, reason) VALUES (p_order, p_state, hospital_now(), btrim(p_reason))
$$;

-- Which state may follow which, whoever writes; what was approved keeps its supplier, store and total.
CREATE FUNCTION hms.keep_purchase_order() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
           ('draft', 'submitted'), ('submitted', 'draft'), ('submitted', 'approved'), ('approved', 'sent'),
           ('approved', 'draft'), ('sent', 'complete'), ('complete', 'sent'), ('draft', 'cancelled'),
           ('submitted', 'cancelled'), ('approved', 'cancelled'), ('sent', 'cancelled'))
       OR OLD.number <> NEW.number
       OR (OLD.state <> 'draft'
           AND (OLD.supplier_id, OLD.store_id, OLD.total) IS DISTINCT FROM (NEW.supplier_id, NEW.store_id, NEW.total)) THEN
        PERFORM hms.refuse('order.state', 'This order is not at that step any more; look at its state.',
                           jsonb_build_object('state', OLD.state));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_purchase_order BEFORE UPDATE ON hms.purchase_orders
    FOR EACH ROW EXECUTE FUNCTION hms.keep_purchase_order();

-- What an order asks for is fixed once it is handed in; only the counts of what came go on.
CREATE FUNCTION hms.keep_purchase_line() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    at_step text := (SELECT state FROM hms.purchase_orders WHERE id = coalesce(NEW.order_id, OLD.order_id));
BEGIN
    IF at_step <> 'draft' AND (TG_OP <> 'UPDATE'
       OR (OLD.order_id, OLD.medicine_id, OLD.packs, OLD.pack_units, OLD.pack_price)
          IS DISTINCT FROM (NEW.order_id, NEW.medicine_id, NEW.packs, NEW.pack_units, NEW.pack_price)) THEN
        PERFORM hms.refuse('order.fixed', 'This order was handed in; send it back to its writer to change it.');
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_purchase_line BEFORE INSERT OR UPDATE OR DELETE ON hms.purchase_lines
    FOR EACH ROW EXECUTE FUNCTION hms.keep_purchase_line();
CREATE TRIGGER keep_purchase_steps BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.purchase_steps
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- What the hospital sets ---------------------------------------------------------------------------------------------

CREATE FUNCTION hms.save_supplier(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_supplier');
    r suppliers := jsonb_populate_record(NULL::suppliers, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF EXISTS (SELECT FROM suppliers WHERE lower(name) = lower(btrim(r.name)) AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('supplier.name', 'Another supplier has this name; choose another one.');
    ELSIF coalesce(r.lead_days, -1) NOT BETWEEN 0 AND 730 THEN
        PERFORM refuse('supplier.lead_days', 'The delivery time is 0 to 730 days; correct it.');
    ELSIF p_id IS NULL THEN
        INSERT INTO suppliers (name, contact, email, phone, address, lead_days, note)
        VALUES (btrim(r.name), coalesce(r.contact, ''), coalesce(r.email, ''), coalesce(r.phone, ''),
                coalesce(r.address, ''), r.lead_days, coalesce(r.note, ''))
        RETURNING id INTO saved;
    ELSE
        UPDATE suppliers SET name = btrim(r.name), contact = coalesce(r.contact, ''), email = coalesce(r.email, ''),
            phone = coalesce(r.phone, ''), address = coalesce(r.address, ''), lead_days = r.lead_days,
            note = coalesce(r.note, ''), active = coalesce(r.active, true), version = p_version
        WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('supplier.unknown', 'This supplier is not on the list; reload the list.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

CREATE FUNCTION hms.save_purchasing_rules(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_purchasing_rules');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE purchasing_rules SET over_percent = r.over_percent, price_percent = r.price_percent,
                                shelf_days = r.shelf_days, version = p_version
    FROM jsonb_populate_record(NULL::purchasing_rules, p_record) r;
    RETURN settle_intent(p_intent, '{"id": 1}');
END $$;

CREATE FUNCTION hms.save_approval_limit(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_approval_limit');
    r approval_limits := jsonb_populate_record(NULL::approval_limits, p_record);
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF r.most < 0 OR coalesce(r.own_most, -1) < 0 THEN
        PERFORM refuse('limit.own_most', 'A limit is an amount of zero or more; correct it.');
    END IF;
    UPDATE approval_limits SET most = r.most, own_most = r.own_most, version = p_version WHERE id = p_id;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

-- Orders -------------------------------------------------------------------------------------------------------------

-- Writes the lines of a draft anew: [{medicine_id, pack_id, packs, pack_units, pack_price}], in their order.
CREATE FUNCTION hms.write_purchase_lines(p_order bigint, p_lines jsonb) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT w.place INTO wrong
    FROM jsonb_array_elements(p_lines) WITH ORDINALITY one(line, place)
    CROSS JOIN LATERAL (
        SELECT one.place, (line ->> 'packs')::bigint AS packs, (line ->> 'pack_units')::bigint AS pack_units,
               (line ->> 'pack_price')::numeric AS pack_price
    ) w
    WHERE NOT coalesce(w.packs BETWEEN 1 AND 1000000000 AND w.pack_units BETWEEN 1 AND 1000000000
                       AND w.packs * w.pack_units <= 1000000000
                       AND w.pack_price BETWEEN 0 AND 1000000000 AND scale(trim_scale(w.pack_price)) <= 4, false)
    ORDER BY w.place LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('order.line', format('Line %s needs whole packs, at most 1,000,000,000 units, and a price with four decimals at most.',
                                            wrong), jsonb_build_object('line', wrong));
    END IF;
    SELECT one.place INTO wrong
    FROM jsonb_array_elements(p_lines) WITH ORDINALITY one(line, place)
    WHERE NOT EXISTS (SELECT FROM medicines m WHERE m.id = (line ->> 'medicine_id')::bigint AND m.active)
       OR line ->> 'pack_id' IS NOT NULL
          AND NOT EXISTS (SELECT FROM packs p WHERE p.id = (line ->> 'pack_id')::bigint
                          AND p.medicine_id = (line ->> 'medicine_id')::bigint
                          AND p.units = (line ->> 'pack_units')::bigint)
    ORDER BY one.place LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('order.medicine', format('The medicine or pack of line %s is not on the list any more; choose again.', wrong),
                       jsonb_build_object('line', wrong));
    END IF;
    DELETE FROM purchase_lines WHERE order_id = p_order;
    INSERT INTO purchase_lines (order_id, place, medicine_id, pack_id, packs, pack_units, units, pack_price, amount, most)
    SELECT p_order, one.place, w.medicine_id, w.pack_id, w.packs, w.pack_units, w.packs * w.pack_units, w.pack_price,
           round(w.packs * w.pack_price, 2), w.packs * w.pack_units
    FROM jsonb_array_elements(p_lines) WITH ORDINALITY one(line, place)
    CROSS JOIN LATERAL jsonb_to_record(one.line)
        AS w(medicine_id bigint, pack_id bigint, packs bigint, pack_units bigint, pack_price numeric);
END $$;

-- The draft of an order with all its lines: new where `p_id` is NULL.
CREATE FUNCTION hms.save_purchase_order(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_purchase_order');
    r purchase_orders := jsonb_populate_record(NULL::purchase_orders, p_record - 'lines');
    saved purchase_orders;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF NOT EXISTS (SELECT FROM suppliers WHERE id = r.supplier_id AND active) THEN
        PERFORM refuse('order.supplier_id', 'This supplier is not in use; choose another one.');
    ELSIF NOT EXISTS (SELECT FROM stores WHERE id = r.store_id AND active) THEN
        PERFORM refuse('order.store_id', 'This store is not in use; choose another one.');
    ELSIF jsonb_array_length(coalesce(p_record -> 'lines', '[]')) = 0 THEN
        PERFORM refuse('order.empty', 'An order needs a line; add a medicine.');
    ELSIF p_id IS NULL THEN
        INSERT INTO purchase_orders (number, supplier_id, store_id, written_on, expected_on, note)
        VALUES (next_purchasing_number('PO'), r.supplier_id, r.store_id, business_date(), r.expected_on,
                coalesce(r.note, ''))
        RETURNING * INTO saved;
    ELSE
        saved := hold_purchase_order(p_id, p_version, '{draft}');
    END IF;
    PERFORM write_purchase_lines(saved.id, p_record -> 'lines');
    UPDATE purchase_orders SET supplier_id = r.supplier_id, store_id = r.store_id, expected_on = r.expected_on,
        note = coalesce(r.note, ''), total = (SELECT sum(l.amount) FROM purchase_lines l WHERE l.order_id = saved.id)
    WHERE id = saved.id;
    PERFORM note_purchase_step(saved.id, 'draft', '');
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved.id, 'number', saved.number));
END $$;

-- Hands the draft in for approval.
CREATE FUNCTION hms.submit_purchase_order(p_intent uuid, p_order bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'submit_purchase_order');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM hold_purchase_order(p_order, p_version, '{draft}');
    UPDATE purchase_orders SET state = 'submitted' WHERE id = p_order;
    PERFORM note_purchase_step(p_order, 'submitted', '');
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_order));
END $$;

-- Approves what was handed in: up to the limit of one's duty, and what one wrote only up to the limit for that.
CREATE FUNCTION hms.approve_purchase_order(p_intent uuid, p_order bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'approve_purchase_order');
    held purchase_orders;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    held := hold_purchase_order(p_order, p_version, '{submitted}');
    IF held.total > approval_limit(false) THEN
        PERFORM refuse('approval.limit', format('You approve orders up to %s; ask somebody with a higher limit.', approval_limit(false)),
                       jsonb_build_object('most', approval_limit(false)));
    ELSIF wrote_order(p_order) AND held.total > approval_limit(true) THEN
        PERFORM refuse('approval.own', 'You wrote this order yourself; somebody else must approve it.');
    END IF;
    UPDATE purchase_orders SET state = 'approved' WHERE id = p_order;
    PERFORM note_purchase_step(p_order, 'approved', '');
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_order));
END $$;

-- Gives the order back to its writer, who may change it and hand it in again.
CREATE FUNCTION hms.send_back_purchase_order(p_intent uuid, p_order bigint, p_version bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'send_back_purchase_order');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM hold_purchase_order(p_order, p_version, '{submitted,approved}');
    PERFORM need_purchasing_reason(p_reason);
    UPDATE purchase_orders SET state = 'draft' WHERE id = p_order;
    PERFORM note_purchase_step(p_order, 'sent_back', p_reason);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_order));
END $$;

CREATE FUNCTION hms.need_purchasing_reason(p_reason text) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    IF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM hms.refuse('purchasing.reason', 'Say why; a reason is missing.', '{"field": "reason"}');
    END IF;
END $$;

-- The supplier has it from now on; what may arrive with today's tolerance is written down with it.
CREATE FUNCTION hms.send_purchase_order(p_intent uuid, p_order bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'send_purchase_order');
    held purchase_orders;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    held := hold_purchase_order(p_order, p_version, '{approved}');
    UPDATE purchase_lines l SET most = floor(l.units * (100 + r.over_percent) / 100)
    FROM purchasing_rules r WHERE l.order_id = p_order;
    UPDATE purchase_orders o SET state = 'sent', sent_on = business_date(),
        expected_on = greatest(coalesce(o.expected_on, business_date() + s.lead_days::integer), business_date())
    FROM suppliers s WHERE o.id = p_order AND s.id = o.supplier_id;
    PERFORM note_purchase_step(p_order, 'sent', '');
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_order));
END $$;

-- Cancels the whole order, or the rest of one of which something came.
CREATE FUNCTION hms.cancel_purchase_order(p_intent uuid, p_order bigint, p_version bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'cancel_purchase_order');
    ends text;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM hold_purchase_order(p_order, p_version, '{draft,submitted,approved,sent}');
    PERFORM need_purchasing_reason(p_reason);
    ends := CASE WHEN EXISTS (SELECT FROM purchase_lines WHERE order_id = p_order AND received > 0)
        THEN 'complete' ELSE 'cancelled' END;
    UPDATE purchase_lines SET cancelled = units - received WHERE order_id = p_order AND received + cancelled < units;
    UPDATE purchase_orders SET state = ends WHERE id = p_order;
    PERFORM note_purchase_step(p_order, CASE ends WHEN 'complete' THEN 'rest_cancelled' ELSE ends END, p_reason);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_order));
END $$;

-- What the duties may do here ----------------------------------------------------------------------------------------

SELECT hms.named('suppliers', 'name', 300), hms.noted('suppliers', 'contact', 200), hms.noted('suppliers', 'email', 200),
       hms.noted('suppliers', 'phone', 60), hms.noted('suppliers', 'address', 500), hms.noted('suppliers', 'note', 500),
       hms.noted('purchase_orders', 'note', 500), hms.noted('purchase_steps', 'reason', 500);
SELECT hms.versioned(t), hms.audited(t), hms.knocks(t, 'hms_changes', 'purchasing', 'id')
FROM unnest(ARRAY['suppliers', 'purchasing_rules', 'approval_limits', 'purchase_orders']) t;
SELECT hms.audited('purchase_lines'), hms.audited('purchase_steps');

GRANT SELECT ON hms.suppliers, hms.purchasing_rules, hms.purchase_orders, hms.purchase_lines, hms.purchase_steps
    TO hms_store, hms_pharmacist, hms_manager;
GRANT SELECT ON hms.purchasing_rules, hms.approval_limits TO hms_store, hms_pharmacist, hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.approval_limit(boolean), hms.wrote_order(bigint),
    hms.save_supplier(uuid, bigint, bigint, jsonb), hms.save_purchase_order(uuid, bigint, bigint, jsonb),
    hms.submit_purchase_order(uuid, bigint, bigint), hms.approve_purchase_order(uuid, bigint, bigint),
    hms.send_back_purchase_order(uuid, bigint, bigint, text), hms.send_purchase_order(uuid, bigint, bigint),
    hms.cancel_purchase_order(uuid, bigint, bigint, text) TO hms_store, hms_pharmacist, hms_manager;
GRANT EXECUTE ON FUNCTION hms.save_purchasing_rules(uuid, bigint, jsonb),
    hms.save_approval_limit(uuid, bigint, bigint, jsonb) TO hms_admin;
