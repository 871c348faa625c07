-- wrk: the bare view, each request a new row.
local number = tonumber(os.getenv("BENCH_SEED")) * 1000000
function request()
  number = number + 1
  return wrk.format("POST", "/log/" .. number, {}, "{}")
end
function done(summary, latency)
  io.write(string.format("BENCH %d %d %d %d %d 0\n", summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99),
    summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout))
end
