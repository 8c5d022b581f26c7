-- The supplier's invoice against order and receipts: what agrees is matched, what differs waits for a second person.

-- What does not agree now: a price above the ordered one and the hospital's percent, more asked for than stayed here, or
-- a sum on the paper that is not that of its lines and charges. `expected` and `found` are prices, packs or money.
CREATE VIEW hms.invoice_differences AS
    SELECT i.id AS invoice_id, l.id AS purchase_line_id, d.kind, d.expected, d.found
    FROM hms.supplier_invoices i
    JOIN hms.supplier_invoice_lines n ON n.invoice_id = i.id
    JOIN hms.purchase_lines l ON l.id = n.purchase_line_id
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(o.packs), 0) AS packs FROM hms.supplier_invoice_lines o
        JOIN hms.supplier_invoices oi ON oi.id = o.invoice_id AND oi.state <> 'rejected'
        WHERE o.purchase_line_id = l.id AND o.invoice_id < i.id
    ) earlier
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(r.units - r.returned - r.corrected), 0) AS units FROM hms.receipt_lines r
        WHERE r.purchase_line_id = l.id
    ) came
    CROSS JOIN LATERAL (
        VALUES ('price', l.pack_price, n.pack_price,
                n.pack_price > l.pack_price * (100 + (SELECT price_percent FROM hms.purchasing_rules)) / 100),
               ('quantity', round(came.units::numeric / l.pack_units - earlier.packs, 2), n.packs,
                (earlier.packs + n.packs) * l.pack_units > came.units)
    ) d(kind, expected, found, differs)
    WHERE d.differs
    UNION ALL
    SELECT i.id, NULL, 'total', i.charges + sum(n.amount), i.amount
    FROM hms.supplier_invoices i JOIN hms.supplier_invoice_lines n ON n.invoice_id = i.id
    GROUP BY i.id HAVING i.amount <> i.charges + sum(n.amount);

-- An invoice of one order: {number, dated, amount, charges, lines: [{line_id, packs, pack_price}]}.
CREATE FUNCTION hms.enter_invoice(p_intent uuid, p_order bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'enter_invoice');
    r supplier_invoices := jsonb_populate_record(NULL::supplier_invoices, p_record - 'lines');
    held purchase_orders;
    made bigint;
    settled text;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO held FROM purchase_orders WHERE id = p_order FOR UPDATE;
    IF held.state IS NULL OR held.state NOT IN ('sent', 'complete') THEN
        PERFORM refuse('invoice.order', 'Only an order that was sent can be invoiced; choose another one.');
    ELSIF btrim(coalesce(r.number, '')) = '' OR r.dated IS NULL OR coalesce(r.amount, -1) < 0 OR coalesce(r.charges, 0) < 0 THEN
        PERFORM refuse('invoice.missing', 'An invoice needs its number, its date and an amount of zero or more.');
    ELSIF r.dated > business_date() THEN
        PERFORM refuse('invoice.dated', 'The invoice is dated in the future; correct the date.');
    ELSIF EXISTS (SELECT FROM supplier_invoices WHERE supplier_id = held.supplier_id
                  AND lower(number) = lower(btrim(r.number)) AND state <> 'rejected') THEN
        PERFORM refuse('invoice.number', 'This supplier''s invoice with that number was entered already; look at it.');
    ELSIF jsonb_array_length(coalesce(p_record -> 'lines', '[]')) = 0 THEN
        PERFORM refuse('invoice.empty', 'The invoice asks for nothing of this order; enter its lines.');
    ELSIF EXISTS (
        SELECT FROM jsonb_to_recordset(p_record -> 'lines') AS w(line_id bigint, packs bigint, pack_price numeric)
        LEFT JOIN purchase_lines l ON l.id = w.line_id AND l.order_id = p_order
        WHERE l.id IS NULL OR NOT coalesce(w.packs BETWEEN 1 AND 1000000000 AND w.pack_price BETWEEN 0 AND 1000000000
                                           AND scale(trim_scale(w.pack_price)) <= 4, false)
    ) THEN
        PERFORM refuse('invoice.line', 'A line of the invoice does not fit the order; look at its packs and price.');
    END IF;
    INSERT INTO supplier_invoices (supplier_id, order_id, number, dated, amount, charges, state, entered_at)
    VALUES (held.supplier_id, p_order, btrim(r.number), r.dated, r.amount, coalesce(r.charges, 0), 'differs', hospital_now())
    RETURNING id INTO made;
    INSERT INTO supplier_invoice_lines (invoice_id, purchase_line_id, packs, pack_price, amount)
    SELECT made, w.line_id, w.packs, w.pack_price, round(w.packs * w.pack_price, 2)
    FROM jsonb_to_recordset(p_record -> 'lines') AS w(line_id bigint, packs bigint, pack_price numeric);
    settled := match_now(made);
    RETURN settle_intent(p_intent, jsonb_build_object('id', made, 'state', settled));
END $$;

-- The state that an undecided invoice has by what came until now.
CREATE FUNCTION hms.match_now(p_invoice bigint) RETURNS text
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    becomes text := CASE WHEN EXISTS (SELECT FROM invoice_differences WHERE invoice_id = p_invoice)
        THEN 'differs' ELSE 'matched' END;
BEGIN
    UPDATE supplier_invoices SET state = becomes WHERE id = p_invoice AND state IN ('differs', 'matched') AND state <> becomes;
    RETURN becomes;
END $$;

-- Looks again, after more has come.
CREATE FUNCTION hms.match_invoice(p_intent uuid, p_invoice bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'match_invoice');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM hold_invoice(p_invoice, (SELECT version FROM supplier_invoices WHERE id = p_invoice), '{differs,matched}');
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_invoice, 'state', match_now(p_invoice)));
END $$;

-- The invoice, locked behind its order, in one of these states and as whoever asks has seen it.
CREATE FUNCTION hms.hold_invoice(p_invoice bigint, p_version bigint, p_states text[]) RETURNS hms.supplier_invoices
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    held supplier_invoices;
BEGIN
    PERFORM FROM purchase_orders WHERE id = (SELECT order_id FROM supplier_invoices WHERE id = p_invoice) FOR UPDATE;
    SELECT * INTO held FROM supplier_invoices WHERE id = p_invoice FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('invoice.unknown', 'This invoice is not on the list; reload the list.');
    ELSIF held.version IS DISTINCT FROM p_version OR held.state <> ALL (p_states) THEN
        PERFORM stale('invoice.stale', 'A colleague went on with this invoice meanwhile; look at it again.');
    END IF;
    RETURN held;
END $$;

-- Accepts the differences for a reason: somebody else than who entered it, with a limit that covers the amount.
CREATE FUNCTION hms.approve_invoice(p_intent uuid, p_invoice bigint, p_version bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'approve_invoice');
    held supplier_invoices;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    held := hold_invoice(p_invoice, p_version, '{differs}');
    PERFORM need_purchasing_reason(p_reason);
    IF held.entered_by = session_user THEN
        PERFORM refuse('invoice.own', 'You entered this invoice yourself; somebody else must accept its differences.');
    ELSIF held.amount > approval_limit(false) THEN
        PERFORM refuse('approval.limit', format('You approve orders up to %s; ask somebody with a higher limit.', approval_limit(false)),
                       jsonb_build_object('most', approval_limit(false)));
    END IF;
    UPDATE supplier_invoices SET state = 'approved', decided_by = session_user, reason = btrim(p_reason) WHERE id = p_invoice;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_invoice, 'state', 'approved'));
END $$;

-- The invoice is wrong and goes back; its number may come again on a right one. Whoever entered it asks a colleague.
CREATE FUNCTION hms.reject_invoice(p_intent uuid, p_invoice bigint, p_version bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'reject_invoice');
    held supplier_invoices;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    held := hold_invoice(p_invoice, p_version, '{differs,matched}');
    PERFORM need_purchasing_reason(p_reason);
    IF held.entered_by = session_user THEN
        PERFORM refuse('invoice.own_rejected', 'You entered this invoice yourself; somebody else must reject it.');
    END IF;
    UPDATE supplier_invoices SET state = 'rejected', decided_by = session_user, reason = btrim(p_reason) WHERE id = p_invoice;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_invoice, 'state', 'rejected'));
END $$;

-- What the duties may do here ----------------------------------------------------------------------------------------

CREATE TRIGGER keep_supplier_invoice_lines BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.supplier_invoice_lines
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
SELECT hms.noted('supplier_invoices', 'number', 60), hms.noted('supplier_invoices', 'reason', 500);
SELECT hms.versioned('supplier_invoices'), hms.audited('supplier_invoices'),
       hms.knocks('supplier_invoices', 'hms_changes', 'purchasing', 'id'), hms.audited('supplier_invoice_lines');

GRANT SELECT ON hms.supplier_invoices, hms.supplier_invoice_lines, hms.invoice_differences
    TO hms_store, hms_pharmacist, hms_manager;
GRANT EXECUTE ON FUNCTION hms.enter_invoice(uuid, bigint, jsonb), hms.match_invoice(uuid, bigint),
    hms.approve_invoice(uuid, bigint, bigint, text), hms.reject_invoice(uuid, bigint, bigint, text)
    TO hms_store, hms_pharmacist, hms_manager;
