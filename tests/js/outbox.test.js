/** The outbox: kept until the server has it, sealed, sent for nobody else. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { arrived, give, server, tags, take } from "./browser.js";

const { card, owner, ask, refresh } = await import("../../static/js/device.js");
const { device, outbox } = await import("../../static/js/store.js");
const {
  arrivedAt, channel, draft, drop, flush, keep, send, sendEmergencies, waiting,
} = await import("../../static/js/outbox.js");

const ONCE = [0];
let count = 0;

/** @param {Partial<Row>} [more] @returns {Row} */
function row(more = {}) {
  const id = `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`;
  const body = `check_in_id=${id}&note=stairs`;
  return { id, action: "/check-in", body, savedAt: count, owner: "pat", ...more };
}
const status = (/** @type {number} */ code) => () => ({ status: code, ok: code < 400, url: "" });
const nothing = () => null;
const stored = () => outbox("readonly", (rows) => rows.getAll());

beforeEach(async () => {
  await outbox("readwrite", (rows) => rows.clear());
  await device("readwrite", (rows) => rows.clear());
  Object.assign(server, { owner: "pat", answers: [], posts: [], session: null });
  tags.length = 0;
  Object.assign(navigator, { onLine: true });
  await ask();
});

test("an entry is kept sealed and read again whole", async () => {
  const kept = row({ last: { id: "2", body: "b" }, localTime: "2026-11-21T09:10", zone: "UTC" });

  await keep(kept);

  const [found] = await stored();
  assert.deepEqual(Object.keys(found).sort(), ["data", "error", "id", "iv", "parked", "savedAt", "tries"]);
  assert.ok(!new TextDecoder("latin1").decode(found.data).includes("stairs"));
  assert.deepEqual(await waiting(), [{ tries: 0, error: undefined, parked: undefined, ...kept }]);
});

test("an entry without an owner becomes the phone's owner's, or is not kept", async () => {
  await keep(row({ owner: undefined }));
  assert.equal((await waiting())[0].owner, "pat");

  await device("readwrite", (rows) => rows.delete("card"));
  await assert.rejects(keep(row({ owner: undefined })), /nobody's phone/);
});

test("what belongs to another person is neither shown nor sent", async () => {
  await keep(row({ owner: "pia" }));

  assert.deepEqual(await waiting(), []);
  assert.deepEqual(await flush(), []);
  assert.equal(await send(row({ owner: "pia" }), ONCE), "signed out");
  assert.deepEqual(server.posts, []);
});

test("what can no longer be opened is nobody's", async () => {
  await keep(row());
  await device("readwrite", (rows) => rows.delete("key"));
  await ask();

  assert.deepEqual(await waiting(), []);
});

test("a row that arrived is gone, and others are told where", async () => {
  const sent = row();
  await keep(sent);

  const outcome = await send(sent);

  assert.equal(arrivedAt(outcome), sent.id);
  assert.deepEqual(await stored(), []);
  const told = /** @type {any} */ (channel.postMessage).mock.calls.at(-1);
  assert.deepEqual(told.arguments, [outcome]);
  assert.equal(server.posts[0].token, "token");
});

test("no answer is tried again, and then left to the browser to wake us", async () => {
  const sent = row();
  await keep(sent);
  server.answers = [nothing, nothing, nothing, nothing];

  assert.equal(await send(sent), "unsent");

  assert.equal(server.posts.length, 4);
  assert.deepEqual(tags, ["outbox"]);
  const [left] = await waiting();
  assert.deepEqual([left.tries, left.error, left.parked], [1, "unsent", undefined]);
});

for (const [code, outcome, parked] of /** @type {[number, string, string | undefined][]} */ ([
  [401, "signed out", undefined],
  [403, "failed", undefined],
  [429, "failed", undefined],
  [200, "failed", undefined],
  [500, "failed", undefined],
  [409, "rejected", "rejected"],
  [422, "refused", "refused"],
])) {
  test(`${code} is "${outcome}" and the entry stays`, async () => {
    const sent = row();
    await keep(sent);
    server.answers = [status(code)];

    assert.equal(await send(sent, ONCE), outcome);

    assert.equal((await waiting())[0].parked, parked);
    server.answers = [];
    const again = await flush();
    assert.equal(again.length, parked ? 0 : 1);
  });
}

test("a redirect elsewhere is the sign-in or a fault", async () => {
  const to = (/** @type {string} */ url) => () => ({ redirected: true, url, status: 200 });
  server.answers = [to("https://cairn.test/accounts/login/"), to("https://cairn.test/today")];

  assert.equal(await send(row(), ONCE), "signed out");
  assert.equal(await send(row(), ONCE), "failed");
});

test("without a pass nothing is posted", async () => {
  const outcomes = [];
  for (const code of [401, 403, 500]) {
    server.session = { ok: false, status: code };
    outcomes.push(await send(row(), ONCE));
  }
  server.session = { ok: true, status: 200, json: async () => ({}) };
  outcomes.push(await send(row(), ONCE));
  server.session = /** @type {any} */ (Promise.reject(new TypeError("Failed to fetch")));
  outcomes.push(await send(row(), ONCE));

  assert.deepEqual(outcomes, ["signed out", "signed out", "failed", "failed", "unsent"]);
  assert.deepEqual(server.posts, []);
});

test("a session that ended is forgotten with all it knew", async () => {
  assert.equal(await owner(), "pat");
  server.owner = null;

  await ask();

  assert.equal(await card(), null);
  assert.equal(await owner(), undefined);
});

test("what arrived meanwhile does not come back", async () => {
  const sent = row();
  await keep(sent);
  await drop(sent.id);
  server.answers = [status(500)];

  await send(sent, ONCE);

  assert.deepEqual(await stored(), []);
});

test("an emergency that is refused goes again as the one symptom", async () => {
  const id = row().id;
  const body = `check_in_id=${id}&symptom=chest_pain`;
  await keep(row({ last: { id, body } }));
  server.answers = [status(422)];

  const [outcome] = await sendEmergencies();

  assert.equal(arrivedAt(outcome), id);
  assert.equal(server.posts[1].body, body);
  assert.deepEqual(await stored(), []);
});

test("an emergency is never parked", async () => {
  await keep(row({ last: {} }));
  server.answers = [status(409)];

  assert.deepEqual(await sendEmergencies(), ["failed"]);
  assert.equal((await waiting())[0].parked, undefined);
});

/** @param {string} refuses */
const refusing = (refuses, owner = "pat") => {
  server.session = { ok: refuses !== "ended", status: 404, json: async () => ({ owner, refuses, csrf: "token" }) };
};

for (const why of ["withdrawn", "ended"]) {
  test(`an emergency of somebody whose care or consent is "${why}" is parked, also for later`, async () => {
    await keep(row({ last: { id: row().id, body: "symptom=chest_pain" } }));
    refusing(why);

    assert.deepEqual(await sendEmergencies(), [why]);

    assert.equal((await waiting())[0].parked, why);
    server.session = null;
    assert.deepEqual([await sendEmergencies(), await flush()], [[], []]);
    assert.deepEqual(server.posts, []);
  });
}

test("the end of one person's help says nothing of another's entries", async () => {
  await keep(row({ last: {} }));
  refusing("ended", "maria");

  assert.deepEqual(await sendEmergencies(), ["signed out"]);
  assert.equal((await waiting())[0].parked, undefined);
});

test("an emergency goes without its times where even those are refused", async () => {
  const [dated, bare] = [row().id, row().id];
  const last = { id: bare, body: `check_in_id=${bare}` };
  await keep(row({ last: { id: dated, body: `check_in_id=${dated}&recorded_at=1970`, last } }));
  server.answers = [status(422), status(422)];

  const [outcome] = await sendEmergencies();

  assert.equal(arrivedAt(outcome), bare);
  assert.deepEqual(await stored(), []);
});

test("emergencies come first and the flush leaves them alone", async () => {
  await keep(row());
  await keep(row({ last: {} }));
  await keep(row());

  const order = (await waiting()).map((found) => Boolean(found.last));
  const sent = await flush();

  assert.deepEqual(order, [true, false, false]);
  assert.equal(sent.length, 2);
  assert.equal((await waiting()).length, 1);
});

test("one entry that hangs costs the next one a single try", async () => {
  await keep(row());
  await keep(row());
  server.answers = Array(5).fill(nothing);

  assert.deepEqual(await flush(), ["unsent", "unsent"]);
  assert.equal(server.posts.length, 5);
});

test("without a connection the browser is asked at once to wake us", async () => {
  Object.assign(navigator, { onLine: false });

  await keep(row());
  await new Promise((done) => setImmediate(done));

  assert.deepEqual(tags, ["outbox"]);
});

test("a browser that cannot wake us, or store for long, is taken as it is", async () => {
  const { serviceWorker, storage } = navigator;
  Object.assign(navigator, { serviceWorker: undefined, storage: undefined, onLine: false });

  await keep(row());
  Object.assign(navigator, { storage: { persist: () => Promise.reject(new Error("no")) } });
  await keep(row());
  Object.assign(navigator, { storage: {}, serviceWorker: { getRegistration: async () => ({}) } });
  await keep(row());
  give("registration", { sync: { register: () => Promise.reject(new Error("no")) } });
  await keep(row());
  await new Promise((done) => setImmediate(done));

  take("registration");
  Object.assign(navigator, { serviceWorker, storage });
  assert.equal((await waiting()).length, 4);
});

test("a phone without storage still sends", async () => {
  const { indexedDB } = globalThis;
  const stores = await import(`../../static/js/store.js?${count}`);
  give("indexedDB", { open: () => { throw new Error("no storage"); } });

  await assert.rejects(stores.outbox("readonly", (/** @type {any} */ rows) => rows.getAll()));

  give("indexedDB", indexedDB);
  assert.deepEqual(await stores.outbox("readonly", (/** @type {any} */ rows) => rows.getAll()), []);
});

test("a draft holds the answers, the moment and the zone, and no token", () => {
  const said = [["check_in_id", "7"], ["pain", "6"], ["csrfmiddlewaretoken", "t"]];
  give("FormData", class { *[Symbol.iterator]() { yield* said; } });
  const form = /** @type {any} */ ({ action: "https://cairn.test/check-in" });

  const made = draft(form);

  assert.deepEqual([made.id, made.action, made.body], ["7", "/check-in", "check_in_id=7&pain=6"]);
  assert.match(made.localTime ?? "", /^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
  assert.ok(made.zone);
  assert.equal(draft(form, new URLSearchParams("check_in_id=8")).id, "8");
});

test("an address shows an entry, or none", () => {
  const id = row().id;

  assert.equal(arrivedAt(`https://cairn.test/emergency/${id}`), id);
  assert.equal(arrivedAt("https://cairn.test/today"), undefined);
  assert.equal(arrivedAt(arrived(`check_in_id=${id}`).url), id);
});

test("a page that names its person brings the phone up to date", async () => {
  const named = (/** @type {string} */ who) =>
    give("document", { querySelector: () => ({ getAttribute: () => who }) });
  give("localStorage", { setItem() {} });
  server.owner = "pia";

  named("pat");
  await refresh();
  assert.equal((await card())?.owner, "pat");
  named("pia");
  await refresh();

  assert.equal((await card())?.owner, "pia");
  assert.equal(await owner(), "pia");
  take("document");
  take("localStorage");
  await refresh();
});
