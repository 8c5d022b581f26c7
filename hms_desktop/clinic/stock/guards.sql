-- The ledger of stock: what may move, the balances that follow from it, and that no entry ever changes (RULES 22-29).

-- Balances -----------------------------------------------------------------------------------------------------------

-- Adds to what a store holds of a batch and returns what it then holds. The row stays locked until the end.
CREATE FUNCTION hms.post_to_balance(p_batch bigint, p_store bigint, p_units bigint) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    after bigint;
    held bigint;
BEGIN
    UPDATE hms.balances SET units = units + p_units
    WHERE batch_id = p_batch AND store_id = p_store AND units + p_units >= 0 RETURNING units INTO after;
    IF FOUND THEN
        RETURN after;
    ELSIF p_units < 0 THEN
        held := coalesce((SELECT units FROM hms.balances WHERE batch_id = p_batch AND store_id = p_store), 0);
        PERFORM hms.refuse('stock.short', format('The store holds only %s of this batch; take less or another batch.', held),
                           jsonb_build_object('held', held, 'batch', p_batch));
    END IF;
    INSERT INTO hms.balances (batch_id, store_id, units) VALUES (p_batch, p_store, p_units)
    ON CONFLICT (batch_id, store_id) DO UPDATE SET units = balances.units + excluded.units RETURNING units INTO after;
    RETURN after;
END $$;

CREATE FUNCTION hms.keep_balance() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hms.refuse('stock.balance_kept', 'A balance follows from the ledger; record a movement instead.');
    RETURN NULL;
END $$;
CREATE TRIGGER keep_balance BEFORE INSERT OR UPDATE OR DELETE ON hms.balances
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION hms.keep_balance();
CREATE TRIGGER keep_balances BEFORE TRUNCATE ON hms.balances FOR EACH STATEMENT EXECUTE FUNCTION hms.keep_balance();

-- What may move ------------------------------------------------------------------------------------------------------

-- Nothing that is expired, recalled or in quarantine is handed on, except to a quarantine store (rules 25, 27, 29).
CREATE FUNCTION hms.check_goods(m hms.movements, p_today date) RETURNS void
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    goods record;
BEGIN
    SELECT b.state, b.expiry, s.kind, s.active INTO goods FROM hms.batches b CROSS JOIN hms.stores s
    WHERE b.id = m.batch_id AND s.id = m.store_id;
    IF NOT FOUND THEN
        PERFORM hms.refuse('stock.unknown', 'This batch or store is not on the list; reload the list.');
    ELSIF m.units > 0 AND NOT goods.active AND m.kind <> 'reversal' THEN
        PERFORM hms.refuse('stock.store_closed', 'This store is closed; choose another one.');
    ELSIF m.kind = 'patient_return' AND goods.kind <> 'quarantine' THEN
        PERFORM hms.refuse('stock.return_place', 'What a patient brings back goes to a quarantine store; choose one.');
    ELSIF m.kind NOT IN ('issue', 'dispense', 'transfer_out') THEN
        RETURN;
    ELSIF m.kind = 'transfer_out' THEN
        IF EXISTS (SELECT FROM hms.stores WHERE id = m.other_store_id AND kind = 'quarantine') THEN
            RETURN;
        END IF;
    END IF;
    IF goods.state = 'recalled' THEN
        PERFORM hms.refuse('stock.recalled', 'This batch is recalled and goes to nobody; choose another one.',
                           jsonb_build_object('batch', m.batch_id));
    ELSIF goods.state = 'quarantined' THEN
        PERFORM hms.refuse('stock.quarantined', 'This batch is in quarantine; choose another one or have it released.',
                           jsonb_build_object('batch', m.batch_id));
    ELSIF goods.expiry < p_today THEN
        PERFORM hms.refuse('stock.expired', 'This batch has expired and leaves only as a loss or a return; choose another one.',
                           jsonb_build_object('batch', m.batch_id));
    ELSIF goods.kind = 'quarantine' AND m.kind <> 'transfer_out' THEN
        PERFORM hms.refuse('stock.from_quarantine', 'Nothing is given out from a quarantine store; move it to a shelf first.');
    END IF;
END $$;

-- No further back than the hospital allows, and so that the store held enough at every moment since (rule 23).
CREATE FUNCTION hms.check_day(m hms.movements, p_today date) RETURNS void
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    least_held bigint;
    most integer;
BEGIN
    SELECT backdate_days INTO most FROM hms.stock_rules;
    IF m.occurred_on NOT BETWEEN p_today - most AND p_today THEN
        PERFORM hms.refuse('stock.day', format('A movement is dated today or at most %s days back; correct the date.', most),
                           jsonb_build_object('days', most));
    ELSIF m.units > 0 THEN
        RETURN;
    END IF;
    SELECT least(coalesce(sum(r.units) FILTER (WHERE r.occurred_on <= m.occurred_on), 0),
                 min(r.running) FILTER (WHERE r.occurred_on > m.occurred_on))
    INTO least_held
    FROM (
        SELECT e.units, e.occurred_on, sum(e.units) OVER (ORDER BY e.occurred_on, e.id) AS running
        FROM hms.movements e WHERE e.batch_id = m.batch_id AND e.store_id = m.store_id
    ) r;
    IF least_held + m.units < 0 THEN
        PERFORM hms.refuse('stock.short_then',
                           format('On that day or since, the store held only %s of this batch; correct the date or the quantity.',
                                  least_held),
                           jsonb_build_object('held', least_held, 'batch', m.batch_id));
    END IF;
END $$;

-- A reversal takes back its original, of the same batch and store, and never more than that; once, by its unique key.
CREATE FUNCTION hms.check_reversal(m hms.movements) RETURNS void
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    original hms.movements;
BEGIN
    SELECT * INTO original FROM hms.movements WHERE id = m.reverses_id;
    IF NOT FOUND OR (original.batch_id, original.store_id) <> (m.batch_id, m.store_id) OR original.kind = 'reversal' THEN
        PERFORM hms.refuse('stock.reversal', 'This entry cannot be taken back; record what happened as a new entry.');
    ELSIF sign(m.units) = sign(original.units) OR abs(m.units) > abs(original.units) THEN
        PERFORM hms.refuse('stock.reversal_units', format('This entry moved %s; no more can be taken back.', abs(original.units)),
                           jsonb_build_object('moved', abs(original.units)));
    END IF;
END $$;

-- Holds for everyone who writes the ledger: who, when and the balance are the database's own words.
-- The batch is read only after its balance is locked: a recall, which locks the balances of its batch, is then seen.
CREATE FUNCTION hms.post_movement() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    today date := hms.business_date();
BEGIN
    IF abs(NEW.units) > 1000000000 THEN
        PERFORM hms.refuse('stock.units', 'A quantity is a whole number of base units from 1 to 1,000,000,000.');
    ELSIF NEW.kind = 'loss' AND btrim(NEW.reason) = '' THEN
        PERFORM hms.refuse('stock.reason', 'Say why; a reason is missing.');
    END IF;
    NEW.person := session_user;
    NEW.recorded_at := hms.hospital_now();
    NEW.occurred_on := coalesce(NEW.occurred_on, today);
    NEW.balance := hms.post_to_balance(NEW.batch_id, NEW.store_id, NEW.units);
    -- Numbered anew now that the balance is locked: a batch card, read by number, adds up however many wrote at once.
    NEW.id := nextval('hms.movements_id_seq');
    PERFORM hms.check_goods(NEW, today);
    IF NEW.occurred_on <> today THEN
        PERFORM hms.check_day(NEW, today);
    END IF;
    IF NEW.kind = 'reversal' THEN
        PERFORM hms.check_reversal(NEW);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER post_movement BEFORE INSERT ON hms.movements FOR EACH ROW EXECUTE FUNCTION hms.post_movement();
CREATE TRIGGER keep_movements BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.movements
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- A batch is what it was at receipt; only its state changes, and a cost that was unknown may become known.
CREATE TRIGGER keep_batch BEFORE UPDATE ON hms.batches
    FOR EACH ROW WHEN (
        (OLD.id, OLD.medicine_id, OLD.lot, OLD.expiry, OLD.received_on)
        IS DISTINCT FROM (NEW.id, NEW.medicine_id, NEW.lot, NEW.expiry, NEW.received_on)
        OR OLD.unit_cost IS NOT NULL AND NEW.unit_cost IS DISTINCT FROM OLD.unit_cost
    ) EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_batches BEFORE DELETE OR TRUNCATE ON hms.batches
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- What other areas call (never a person: nobody is granted these) ----------------------------------------------------

-- Moves so many base units, always a positive number except for `count`; the kind says whether they come or leave.
CREATE FUNCTION hms.move_stock(p_batch bigint, p_store bigint, p_kind text, p_units bigint, p_reason text,
                               p_document text, p_occurred date DEFAULT NULL) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
BEGIN
    IF coalesce(p_units, 0) = 0 OR p_units < 0 AND p_kind <> 'count' THEN
        PERFORM hms.refuse('stock.units', 'A quantity is a whole number of base units from 1 to 1,000,000,000.');
    END IF;
    INSERT INTO hms.movements (batch_id, store_id, kind, units, reason, document, occurred_on)
    VALUES (p_batch, p_store, p_kind,
            CASE WHEN p_kind IN ('issue', 'dispense', 'supplier_return', 'loss') THEN -p_units ELSE p_units END,
            coalesce(p_reason, ''), coalesce(p_document, ''), p_occurred)
    RETURNING id INTO made;
    RETURN made;
END $$;

-- Locks what two stores hold of a batch, always the lower store first.
CREATE FUNCTION hms.lock_balances(p_batch bigint, VARIADIC p_stores bigint[]) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM hms.balances WHERE batch_id = p_batch AND store_id = ANY (p_stores) ORDER BY store_id FOR UPDATE;
END $$;

-- From one store to another: two entries with one document, the lower store's first. A balance that is not there yet
-- cannot be locked beforehand, and whoever locks all balances of a batch, as a recall does, goes from store to store.
-- Returns the one that left.
CREATE FUNCTION hms.transfer_of(p_batch bigint, p_from bigint, p_to bigint, p_units bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    paper text := 'transfer ' || nextval('hms.movements_id_seq');
    at bigint;
    made bigint;
    gone bigint;
BEGIN
    IF coalesce(p_units, 0) <= 0 THEN
        PERFORM hms.refuse('stock.units', 'A quantity is a whole number of base units from 1 to 1,000,000,000.');
    ELSIF p_from = p_to THEN
        PERFORM hms.refuse('stock.same_store', 'Stock moves from one store to another; choose another store.');
    END IF;
    FOR at IN SELECT s FROM unnest(ARRAY[p_from, p_to]) s ORDER BY s LOOP
        INSERT INTO hms.movements (batch_id, store_id, kind, units, other_store_id, reason, document)
        VALUES (p_batch, at, CASE WHEN at = p_from THEN 'transfer_out' ELSE 'transfer_in' END,
                CASE WHEN at = p_from THEN -p_units ELSE p_units END,
                CASE WHEN at = p_from THEN p_to ELSE p_from END, coalesce(p_reason, ''), paper)
        RETURNING id INTO made;
        gone := CASE WHEN at = p_from THEN made ELSE gone END;
    END LOOP;
    RETURN gone;
END $$;

-- The other half of a transfer; NULL for anything else.
CREATE FUNCTION hms.other_half_of(m hms.movements) RETURNS bigint
    LANGUAGE sql STABLE AS $$
    SELECT o.id FROM hms.movements o
    WHERE m.other_store_id IS NOT NULL AND o.batch_id = m.batch_id AND o.store_id = m.other_store_id
      AND o.document = m.document AND o.kind IN ('transfer_out', 'transfer_in')
$$;

-- Takes an entry back, wholly or in part, once; both halves of a transfer. Returns the reversal.
CREATE FUNCTION hms.reverse_movement_of(p_movement bigint, p_units bigint DEFAULT NULL, p_reason text DEFAULT '')
    RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    original hms.movements;
    half bigint;
    made bigint;
BEGIN
    SELECT * INTO original FROM hms.movements WHERE id = p_movement;
    IF NOT FOUND THEN
        PERFORM hms.refuse('stock.reversal', 'This entry cannot be taken back; record what happened as a new entry.');
    END IF;
    half := hms.other_half_of(original);
    PERFORM hms.lock_balances(original.batch_id, original.store_id, coalesce(original.other_store_id, original.store_id));
    IF EXISTS (SELECT FROM hms.movements WHERE reverses_id = p_movement) THEN
        PERFORM hms.refuse('stock.reversed', 'This entry was taken back already; reload the list.');
    ELSIF p_units < 1 THEN
        PERFORM hms.refuse('stock.units', 'A quantity is a whole number of base units from 1 to 1,000,000,000.');
    END IF;
    INSERT INTO hms.movements (batch_id, store_id, kind, units, reverses_id, reason, document)
    SELECT m.batch_id, m.store_id, 'reversal', -sign(m.units) * coalesce(p_units, abs(m.units)), m.id,
           coalesce(p_reason, ''), m.document
    FROM hms.movements m WHERE m.id = half;
    INSERT INTO hms.movements (batch_id, store_id, kind, units, reverses_id, reason, document)
    VALUES (original.batch_id, original.store_id, 'reversal',
            -sign(original.units) * coalesce(p_units, abs(original.units)), original.id, coalesce(p_reason, ''),
            original.document)
    RETURNING id INTO made;
    RETURN made;
END $$;

-- Finds or makes the batch of this medicine, lot and expiry; another expiry is another batch (rule 24).
CREATE FUNCTION hms.batch_of(p_medicine bigint, p_lot text, p_expiry date, p_cost numeric DEFAULT NULL) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    wanted text := btrim(coalesce(p_lot, ''));
    known bigint;
BEGIN
    IF length(wanted) NOT BETWEEN 1 AND 60 THEN
        PERFORM hms.refuse('stock.lot', 'A batch has a lot number of at most 60 characters; copy it from the pack.');
    ELSIF NOT EXISTS (SELECT FROM hms.medicines WHERE id = p_medicine) THEN
        PERFORM hms.refuse('stock.medicine', 'This medicine is not on the list; reload the list.');
    END IF;
    LOOP
        SELECT id INTO known FROM hms.batches
        WHERE medicine_id = p_medicine AND lot = wanted AND expiry IS NOT DISTINCT FROM p_expiry;
        EXIT WHEN FOUND;
        INSERT INTO hms.batches (medicine_id, lot, expiry, received_on, unit_cost)
        VALUES (p_medicine, wanted, p_expiry, hms.business_date(), p_cost) ON CONFLICT DO NOTHING;
    END LOOP;
    UPDATE hms.batches SET unit_cost = p_cost WHERE id = known AND unit_cost IS NULL AND p_cost IS NOT NULL;
    RETURN known;
END $$;

-- What may be issued today, batch by batch (rule 25); how long it must last is the caller's question.
CREATE VIEW hms.allocatable AS
    SELECT h.store_id, h.batch_id, b.medicine_id, b.lot, b.expiry, b.received_on, h.units
    FROM hms.balances h
    JOIN hms.batches b ON b.id = h.batch_id
    JOIN hms.stores s ON s.id = h.store_id
    WHERE h.units > 0 AND b.state = 'usable' AND s.kind <> 'quarantine'
      AND (b.expiry IS NULL OR b.expiry >= (SELECT hms.business_date()));

-- What the duties may do here ----------------------------------------------------------------------------------------

CREATE FUNCTION hms.knock_at_stores() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hms.knock_at('hms_changes', 'stock:' || NEW.store_id);
    RETURN NULL;
END $$;
CREATE TRIGGER knock_insert AFTER INSERT ON hms.movements FOR EACH ROW EXECUTE FUNCTION hms.knock_at_stores();

SELECT hms.audited('movements'),
       hms.audited('batches'), hms.versioned('batches'), hms.named('batches', 'lot', 60),
       hms.knocks('batches', 'hms_changes', 'stock', 'medicine_id'),
       hms.audited('stores'), hms.versioned('stores'), hms.named('stores', 'name', 120),
       hms.knocks('stores', 'hms_changes', 'stock', 'id'),
       hms.noted('movements', 'reason', 500);

GRANT SELECT ON hms.stores TO hms_staff;
GRANT SELECT ON hms.batches, hms.balances, hms.allocatable TO hms_pharmacist, hms_store, hms_clinician, hms_manager;
GRANT SELECT ON hms.movements TO hms_pharmacist, hms_store, hms_manager;
