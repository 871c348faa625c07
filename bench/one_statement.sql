\set patient random(1, 10000)
WITH log AS (
    INSERT INTO daily_log (patient, day, pain, mobility, symptoms, note, at)
    SELECT :patient, nextval('daily_log_day'), 5, 5, '["a","b","c"]'::jsonb,
        'a note of about fifty characters, nothing special.', now()
    ON CONFLICT DO NOTHING RETURNING patient
), summary AS (
    UPDATE patient_summary SET pain = pain[2:14] || 5::smallint
    WHERE patient = :patient RETURNING patient
)
INSERT INTO outbox (patient, payload) SELECT patient, '{"k":"check_in"}'::jsonb FROM log;
