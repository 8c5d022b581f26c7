-- What the hospital sets about its stock: how far back an entry may be dated, and by which days it orders.

INSERT INTO hms.stock_rules (id) VALUES (1) ON CONFLICT DO NOTHING;

-- p_record: backdate_days, usage_days, level_days, cover_days; what is left out stays as it is.
CREATE FUNCTION hms.save_stock_rules(p_intent uuid, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_stock_rules');
    r stock_rules;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT (jsonb_populate_record(s, p_record)).* INTO r FROM stock_rules s;
    IF r.cover_days <= r.level_days THEN
        PERFORM refuse('stock.cover_days', 'An order lasts longer than the level at which it is made; enter more days.',
                       '{"field": "cover_days"}');
    END IF;
    UPDATE stock_rules SET backdate_days = r.backdate_days, usage_days = r.usage_days, level_days = r.level_days,
        cover_days = r.cover_days, version = p_version;
    RETURN settle_intent(p_intent, '{}');
END $$;

SELECT hms.versioned('stock_rules'), hms.audited('stock_rules'), hms.knocks('stock_rules', 'hms_changes', 'stock', 'id');

GRANT SELECT ON hms.stock_rules TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.save_stock_rules(uuid, bigint, jsonb) TO hms_manager;
