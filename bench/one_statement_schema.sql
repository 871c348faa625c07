CREATE TABLE daily_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient int NOT NULL, day int NOT NULL, pain smallint, mobility smallint,
    symptoms jsonb, note text, at timestamptz, UNIQUE (patient, day)
);
CREATE SEQUENCE daily_log_day;
CREATE TABLE patient_summary (
    patient int PRIMARY KEY, clinician int, pain smallint[], risk smallint,
    red_flags jsonb
) WITH (fillfactor = 70);
CREATE INDEX ON patient_summary (clinician, risk DESC, patient);
INSERT INTO patient_summary
    SELECT i, i % 20, array_fill(5::smallint, ARRAY[14]), 0, '[]'
    FROM generate_series(1, 10000) i;
CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, patient int,
    payload jsonb, sent_at timestamptz
);
CREATE INDEX ON outbox (id) WHERE sent_at IS NULL;
ANALYZE;
