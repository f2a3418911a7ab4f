-- The same move by hand, for PostGraphile, the bare route and pgbench: lock, version, history, audit, word to who listens.
CREATE FUNCTION move_deal(deal_id uuid, stage_id uuid, version integer) RETURNS deal
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    old deal;
    new deal;
    target stage;
    event deal_event;
    member uuid := nullif(current_setting('kesher.member', true), '')::uuid;
    moment timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO old FROM deal d WHERE d.id = move_deal.deal_id AND d.deleted_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'NOT_FOUND'; END IF;
    IF old.version <> move_deal.version THEN RAISE EXCEPTION 'CONFLICT'; END IF;
    IF old.status <> 'OPEN' THEN RAISE EXCEPTION 'DEAL_CLOSED'; END IF;
    SELECT * INTO target FROM stage s WHERE s.id = move_deal.stage_id AND s.deleted_at IS NULL;
    IF NOT FOUND THEN RAISE EXCEPTION 'NOT_FOUND'; END IF;
    IF target.pipeline_id <> old.pipeline_id THEN RAISE EXCEPTION 'FOREIGN_STAGE'; END IF;
    UPDATE deal d SET
        stage_id = target.id, stage_entered_at = moment, status = target.kind, version = d.version + 1,
        updated_at = moment, closed_on = CASE WHEN target.kind <> 'OPEN' THEN current_date END,
        realized_amount = CASE target.kind WHEN 'WON' THEN d.amount WHEN 'LOST' THEN 0 END
        WHERE d.id = old.id RETURNING * INTO new;
    INSERT INTO deal_event (id, deal_id, kind, at, by_id, from_stage_id, to_stage_id, seconds)
        VALUES (gen_random_uuid(), old.id, 'STAGE', moment, member, old.stage_id, target.id,
                floor(extract(epoch FROM moment - old.stage_entered_at)))
        RETURNING * INTO event;
    INSERT INTO audit_entry (id, at, member_id, request_id, action, entity, entity_id, before, after) VALUES
        (gen_random_uuid(), moment, member, txid_current()::text, 'CREATE', 'deal_event', event.id, NULL,
         jsonb_strip_nulls(to_jsonb(event))),
        (gen_random_uuid(), moment, member, txid_current()::text, 'UPDATE', 'deal', old.id,
         jsonb_build_object('stage_id', old.stage_id, 'stage_entered_at', old.stage_entered_at),
         jsonb_build_object('stage_id', new.stage_id, 'stage_entered_at', new.stage_entered_at));
    PERFORM ext.tell_changes(json_build_object('by', replace(member::text, '-', ''), 'rows', json_build_object(
        'deal_event', 'C' || replace(event.id::text, '-', ''), 'deal', 'U' || replace(old.id::text, '-', '')),
        'whole', json_build_array())::text);
    RETURN new;
END $$;
