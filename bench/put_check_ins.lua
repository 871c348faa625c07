-- wrk: each request is another patient's new check-in. BENCH_USERS names a file
-- with one session key per line; BENCH_ALERTS is how many in 100 raise an alert.
local keys, token = {}, string.rep("a", 32)
for line in io.lines(os.getenv("BENCH_USERS")) do keys[#keys + 1] = line end
local alerts = tonumber(os.getenv("BENCH_ALERTS") or "0")
local today = os.getenv("BENCH_TODAY")
math.randomseed(tonumber(os.getenv("BENCH_SEED")))
local quiet = '[{"code":"leg_pain_one_side","change":"same"},'
  .. '{"code":"back_stiffness","change":"same"},{"code":"muscle_spasm","change":"better"}]'
local loud = '[{"code":"site_discharge","change":"new"}]'

local function uuid()
  return (string.gsub("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx", "x",
    function() return string.format("%x", math.random(0, 15)) end))
end

function request()
  local symptoms = math.random(1, 100) <= alerts and loud or quiet
  local body = string.format(
    '{"local_date":"%s","recorded_at":"%sT12:00:00+00:00","pain":%d,"mobility":5,'
    .. '"symptoms":%s,"note":"a note of about fifty characters, nothing special."}',
    today, today, math.random(3, 6), symptoms)
  return wrk.format("PUT", "/api/v1/check-ins/" .. uuid(), {
    ["Content-Type"] = "application/json",
    ["Cookie"] = "sessionid=" .. keys[math.random(#keys)] .. "; csrftoken=" .. token,
    ["X-CSRFToken"] = token,
  }, body)
end

local wrong = 0
function response(status) if status ~= 201 then wrong = wrong + 1 end end

function done(summary, latency)
  io.write(string.format("BENCH %d %d %d %d %d %d\n", summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99),
    summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout, wrong))
end
