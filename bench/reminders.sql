-- As many people with one schedule each as the run has reminders. Ids begin with the
-- time, as those that the product makes.
INSERT INTO accounts_user (id, created_at, password, is_superuser, email, name, zone,
                           locale, is_active, is_staff)
SELECT uuidv7(), now(), '!', false, 'p' || n || '@example.org', '', 'UTC',
       'en', true, false
FROM generate_series(1, %(rows)s) n;

-- 1,460 courses: a year of first days, four hours of one evening.
INSERT INTO reminders_reminderschedule (id, created_at, recipient_id, clinic_id, kind,
    subject_id, segments, wall_time, weekday_times, nudge_minutes, zone, earlier_zones,
    state, planned_through, awaits_planning)
SELECT uuidv7(), now(), u.id, %(clinic)s, 'bench', gen_random_uuid(),
       jsonb_build_array(jsonb_build_object(
           'first', date '2026-11-22' - (n %% 365)::int, 'last', NULL,
           'cadence', 'daily')),
       time '17:45' + (n %% 4) * interval '15 min', '{}', '[]', 'UTC', '[]',
       'active', '2026-11-22', false
FROM (SELECT id, row_number() OVER (ORDER BY id) n
      FROM accounts_user WHERE password = '!') u;

-- What the reminders are compared with: two tables of as many narrow rows.
CREATE TABLE bench_limit (id bigint PRIMARY KEY, due_at timestamptz, state text,
                          settled_at timestamptz);
INSERT INTO bench_limit SELECT n, now(), 'planned', NULL
FROM generate_series(1, %(rows)s) n;
CREATE INDEX ON bench_limit (due_at) WHERE state = 'planned';
CREATE TABLE bench_drain (LIKE bench_limit INCLUDING ALL);
INSERT INTO bench_drain SELECT * FROM bench_limit;
