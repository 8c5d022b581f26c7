-- What arrives: counted against the order, written to the ledger, corrected, and sent back to the supplier (rule 28).

CREATE TRIGGER keep_receipts BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.receipts
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_supplier_return_lines BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.supplier_return_lines
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- Of a counted line only what went back, what was never there and why may change.
CREATE FUNCTION hms.keep_receipt_line() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
       OR to_jsonb(NEW) - '{returned,corrected,reason}'::text[] <> to_jsonb(OLD) - '{returned,corrected,reason}'::text[] THEN
        PERFORM hms.refuse('row.kept', 'This entry is never changed; a mistake is corrected by a new entry.',
                           jsonb_build_object('table', TG_TABLE_NAME));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_receipt_line BEFORE UPDATE OR DELETE ON hms.receipt_lines
    FOR EACH ROW EXECUTE FUNCTION hms.keep_receipt_line();

-- What the order still expects, with the hospital's tolerance; the line is locked by its order.
CREATE FUNCTION hms.count_received(p_line bigint, p_units bigint) RETURNS hms.purchase_lines
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    held purchase_lines;
    free bigint;
BEGIN
    SELECT * INTO held FROM purchase_lines WHERE id = p_line FOR UPDATE;
    free := held.most - held.cancelled - held.received;
    IF p_units > free THEN
        PERFORM refuse('receipt.too_many',
            format('Line %s expects %s more units and takes at most %s; count again or ask the supplier.', held.place,
                   greatest(held.units - held.cancelled - held.received, 0), greatest(free, 0)),
            jsonb_build_object('line', held.place, 'most', greatest(free, 0),
                               'expected', greatest(held.units - held.cancelled - held.received, 0)));
    END IF;
    UPDATE purchase_lines SET received = received + p_units WHERE id = p_line RETURNING * INTO held;
    RETURN held;
END $$;

-- Long enough to live, and no lot that is known with another expiry or for another medicine unless somebody looked.
CREATE FUNCTION hms.check_arrival(p_line hms.purchase_lines, p_lot text, p_expiry date, p_looked boolean, p_reason text)
    RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    least_day date := business_date() + (SELECT shelf_days::integer FROM purchasing_rules);
    other record;
BEGIN
    IF btrim(coalesce(p_lot, '')) = '' THEN
        PERFORM refuse('receipt.lot', format('Line %s has no lot; type or scan it.', p_line.place),
                       jsonb_build_object('line', p_line.place));
    ELSIF p_expiry <= business_date() THEN
        PERFORM refuse('receipt.expired', format('What came for line %s has expired; refuse it.', p_line.place),
                       jsonb_build_object('line', p_line.place));
    ELSIF p_expiry < least_day AND btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('receipt.shelf_life',
            format('What came for line %s expires before %s; refuse it, or say why it is taken.', p_line.place, least_day),
            jsonb_build_object('line', p_line.place, 'date', least_day));
    END IF;
    SELECT b.expiry, b.medicine_id INTO other FROM batches b
    WHERE b.lot = btrim(p_lot) AND (b.expiry IS DISTINCT FROM p_expiry OR b.medicine_id <> p_line.medicine_id)
    ORDER BY b.medicine_id = p_line.medicine_id DESC, b.id LIMIT 1;
    IF FOUND AND NOT coalesce(p_looked, false) THEN
        IF other.medicine_id = p_line.medicine_id THEN
            PERFORM refuse('receipt.other_expiry',
                format('Lot %s is known with the expiry %s; look at the pack again and confirm it.', btrim(p_lot),
                       coalesce(other.expiry::text, 'none')),
                jsonb_build_object('line', p_line.place, 'lot', btrim(p_lot), 'date', coalesce(other.expiry::text, '–')));
        END IF;
        PERFORM refuse('receipt.other_medicine',
            format('Lot %s is known for another medicine; look at the pack again and confirm it.', btrim(p_lot)),
            jsonb_build_object('line', p_line.place, 'lot', btrim(p_lot)));
    END IF;
END $$;

-- One delivery: {delivery_note, note, lines: [{line_id, units, lot, expiry, looked, reason}]}. Two clerks who count the
-- same delivery: the second one's version is old.
CREATE FUNCTION hms.receive_goods(p_intent uuid, p_order bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'receive_goods');
    held purchase_orders;
    made receipts;
    came jsonb := '[]';
    counted purchase_lines;
    one record;
    paper text := btrim(coalesce(p_record ->> 'delivery_note', ''));
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    held := hold_purchase_order(p_order, p_version, '{sent}');
    IF jsonb_array_length(coalesce(p_record -> 'lines', '[]')) = 0 THEN
        PERFORM refuse('receipt.empty', 'Nothing was counted; scan a pack or type a quantity.');
    ELSIF paper <> '' AND EXISTS (SELECT FROM receipts WHERE order_id = p_order AND lower(delivery_note) = lower(paper)) THEN
        PERFORM refuse('receipt.delivery_note', 'This delivery note was received already; look at the receipts of the order.');
    END IF;
    INSERT INTO receipts (number, order_id, store_id, delivery_note, received_on, recorded_at, note)
    VALUES (next_purchasing_number('GR'), p_order, held.store_id, paper, business_date(), hospital_now(),
            btrim(coalesce(p_record ->> 'note', '')))
    RETURNING * INTO made;
    FOR one IN
        SELECT w.*, l.order_id FROM jsonb_to_recordset(p_record -> 'lines')
            AS w(line_id bigint, units bigint, lot text, expiry date, looked boolean, reason text)
        LEFT JOIN purchase_lines l ON l.id = w.line_id
        ORDER BY l.medicine_id, w.lot, w.expiry
    LOOP
        IF one.order_id IS DISTINCT FROM p_order OR NOT coalesce(one.units BETWEEN 1 AND 1000000000, false) THEN
            PERFORM refuse('receipt.line', 'A counted line does not fit the order; read the order again.');
        END IF;
        counted := count_received(one.line_id, one.units);
        PERFORM check_arrival(counted, one.lot, one.expiry, one.looked, one.reason);
        came := came || jsonb_build_object(
            'line', one.line_id, 'units', one.units, 'reason', btrim(coalesce(one.reason, '')),
            'cost', round(counted.pack_price / counted.pack_units, 4),
            'amount', round(one.units * counted.pack_price / counted.pack_units, 2),
            'batch', batch_of(counted.medicine_id, btrim(one.lot), one.expiry,
                              round(counted.pack_price / counted.pack_units, 4)));
    END LOOP;
    FOR one IN
        SELECT * FROM jsonb_to_recordset(came)
            AS c(line bigint, units bigint, reason text, cost numeric, amount numeric, batch bigint)
        ORDER BY c.batch
    LOOP
        INSERT INTO receipt_lines (receipt_id, purchase_line_id, batch_id, movement_id, units, unit_cost, amount, reason)
        VALUES (made.id, one.line, one.batch,
                move_stock(one.batch, held.store_id, 'receipt', one.units, one.reason, made.number),
                one.units, one.cost, one.amount, one.reason);
    END LOOP;
    PERFORM close_or_reopen_order(p_order);
    RETURN settle_intent(p_intent, jsonb_build_object('id', made.id, 'number', made.number, 'recalled', ARRAY(
        SELECT DISTINCT b.lot FROM receipt_lines l JOIN batches b ON b.id = l.batch_id
        WHERE l.receipt_id = made.id AND b.state = 'recalled' ORDER BY b.lot)));
END $$;

-- Complete when nothing more is expected, sent when something is again; the order's version goes on in any case.
CREATE FUNCTION hms.close_or_reopen_order(p_order bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    becomes text := CASE WHEN EXISTS (
        SELECT FROM purchase_lines WHERE order_id = p_order AND received + cancelled < units
    ) THEN 'sent' ELSE 'complete' END;
    was text;
BEGIN
    SELECT state INTO was FROM purchase_orders WHERE id = p_order;
    UPDATE purchase_orders SET state = becomes WHERE id = p_order;
    IF was <> becomes THEN
        PERFORM note_purchase_step(p_order, CASE becomes WHEN 'sent' THEN 'reopened' ELSE becomes END, '');
    END IF;
END $$;

-- The counted line with its receipt and order, the order locked first.
CREATE FUNCTION hms.hold_receipt_line(p_line bigint) RETURNS hms.receipt_lines
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    held receipt_lines;
BEGIN
    PERFORM FROM purchase_orders o
    WHERE o.id = (SELECT r.order_id FROM receipts r JOIN receipt_lines l ON l.receipt_id = r.id WHERE l.id = p_line)
    FOR UPDATE;
    SELECT * INTO held FROM receipt_lines WHERE id = p_line FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('receipt.unknown', 'This receipt is not on the list; reload the list.');
    END IF;
    RETURN held;
END $$;

-- So many units of a counted line never came: the ledger's entry is reversed, once, and the order expects them again.
CREATE FUNCTION hms.correct_receipt(p_intent uuid, p_line bigint, p_units bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'correct_receipt');
    held receipt_lines;
    moved bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    held := hold_receipt_line(p_line);
    PERFORM need_purchasing_reason(p_reason);
    IF held.corrected > 0 THEN
        PERFORM refuse('receipt.corrected', 'This line was corrected already; record a stock-take or a loss instead.');
    ELSIF NOT coalesce(p_units BETWEEN 1 AND held.units - held.returned, false) THEN
        PERFORM refuse('receipt.correction', format('This line holds %s units; no more can be taken back.', held.units - held.returned),
                       jsonb_build_object('held', held.units - held.returned));
    END IF;
    moved := reverse_movement_of(held.movement_id, p_units, btrim(p_reason));
    UPDATE receipt_lines SET corrected = p_units, reason = btrim(p_reason) WHERE id = p_line;
    UPDATE purchase_lines SET received = received - p_units WHERE id = held.purchase_line_id;
    PERFORM close_or_reopen_order((SELECT order_id FROM purchase_lines WHERE id = held.purchase_line_id));
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_line, 'movement', moved));
END $$;

-- Goods of one receipt go back: [{receipt_line_id, units}], out of a store that holds them; expired and recalled ones too.
CREATE FUNCTION hms.return_to_supplier(p_intent uuid, p_receipt bigint, p_store bigint, p_reason text, p_lines jsonb)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'return_to_supplier');
    made supplier_returns;
    held receipt_lines;
    one record;
    worth numeric;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF jsonb_array_length(coalesce(p_lines, '[]')) = 0 THEN
        PERFORM refuse('return.empty', 'Nothing goes back yet; type a quantity.');
    END IF;
    PERFORM need_purchasing_reason(p_reason);
    INSERT INTO supplier_returns (number, receipt_id, store_id, returned_on, recorded_at, reason)
    VALUES (next_purchasing_number('SR'), p_receipt, p_store, business_date(), hospital_now(), btrim(p_reason))
    RETURNING * INTO made;
    FOR one IN
        SELECT w.*, l.batch_id FROM jsonb_to_recordset(p_lines) AS w(receipt_line_id bigint, units bigint)
        LEFT JOIN receipt_lines l ON l.id = w.receipt_line_id AND l.receipt_id = p_receipt ORDER BY l.batch_id, l.id
    LOOP
        held := hold_receipt_line(one.receipt_line_id);
        IF held.receipt_id <> p_receipt
           OR NOT coalesce(one.units BETWEEN 1 AND held.units - held.returned - held.corrected, false) THEN
            PERFORM refuse('return.too_many',
                format('Of this batch %s units came and did not go back yet; return no more.',
                       held.units - held.returned - held.corrected),
                jsonb_build_object('most', held.units - held.returned - held.corrected));
        END IF;
        UPDATE receipt_lines SET returned = returned + one.units WHERE id = held.id;
        SELECT round(one.units * l.pack_price / l.pack_units, 2) INTO worth
        FROM purchase_lines l WHERE l.id = held.purchase_line_id;
        INSERT INTO supplier_return_lines (return_id, receipt_line_id, movement_id, units, amount)
        VALUES (made.id, held.id,
                move_stock(held.batch_id, p_store, 'supplier_return', one.units, btrim(p_reason), made.number),
                one.units, worth);
        UPDATE supplier_returns SET credit = credit + worth WHERE id = made.id;
    END LOOP;
    RETURN settle_intent(p_intent, jsonb_build_object('id', made.id, 'number', made.number));
END $$;

-- What the duties may do here ----------------------------------------------------------------------------------------

SELECT hms.noted('receipts', 'delivery_note', 60), hms.noted('receipts', 'note', 500),
       hms.noted('receipt_lines', 'reason', 500), hms.noted('supplier_returns', 'reason', 500);
SELECT hms.audited(t) FROM unnest(ARRAY['receipts', 'receipt_lines', 'supplier_returns', 'supplier_return_lines']) t;
SELECT hms.knocks('receipts', 'hms_changes', 'purchasing', 'id'),
       hms.knocks('supplier_returns', 'hms_changes', 'purchasing', 'id');

GRANT SELECT ON hms.receipts, hms.receipt_lines, hms.supplier_returns, hms.supplier_return_lines
    TO hms_store, hms_pharmacist, hms_manager;
GRANT EXECUTE ON FUNCTION hms.receive_goods(uuid, bigint, bigint, jsonb),
    hms.correct_receipt(uuid, bigint, bigint, text),
    hms.return_to_supplier(uuid, bigint, bigint, text, jsonb) TO hms_store, hms_pharmacist, hms_manager;
