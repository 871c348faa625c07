/** Signing out: nothing of this person stays, and nothing of another person goes. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { give, server } from "./browser.js";

/** @param {object} [more] @returns {any} */
const element = (more) => ({ append: mock.fn(), focus() {}, scrollIntoView() {}, ...more });
/** @type {any[]} */
const made = [];
const form = element({
  before: mock.fn(), submit: mock.fn(),
  addEventListener: (/** @type {string} */ _, /** @type {any} */ act) => (form.leave = act),
});
const worker = { unregister: mock.fn() };
const shells = new Set();
give("document", {
  querySelectorAll: (/** @type {string} */ selector) => (selector.startsWith("form") ? [form] : []),
  querySelector: () => null,
  getElementById: () => null,
  createElement: () => made[made.push(element()) - 1],
});
give("localStorage", { clear: mock.fn(), setItem() {} });
give("caches", { keys: async () => [...shells], delete: async (/** @type {string} */ name) => shells.delete(name) });
Object.assign(navigator.serviceWorker, { getRegistrations: async () => [worker] });
await import("../../static/js/sign_out.js");
const { ask, card } = await import("../../static/js/device.js");
const { device, outbox } = await import("../../static/js/store.js");
const { everybodys, keep } = await import("../../static/js/outbox.js");

const row = (/** @type {string} */ id, /** @type {string} */ owner) =>
  keep({ id, owner, action: "/check-in", body: `check_in_id=${id}`, savedAt: 1 });
const left = async () => (await everybodys()).map((found) => found.owner);
const isWiped = () => form.append.mock.callCount() > 0;

/** Until the form goes, or the question is there. */
async function signOut() {
  form.leave({ preventDefault() {} });
  const isDone = () => form.submit.mock.callCount() || form.before.mock.callCount();
  const givesUp = Date.now() + 20000;
  while (!isDone() && Date.now() < givesUp) await sleep(1);
}

beforeEach(async () => {
  await outbox("readwrite", (rows) => rows.clear());
  await device("readwrite", (rows) => rows.clear());
  Object.assign(server, { owner: "maria", answers: [], posts: [], session: null });
  for (const { mock: calls } of [form.append, form.before, form.submit, worker.unregister]) calls.resetCalls();
  shells.add("cairn-shell-1");
  made.length = 0;
});

test("with nothing unsent, everything goes", async () => {
  await ask();

  await signOut();

  assert.ok(isWiped());
  assert.deepEqual(await device("readonly", (rows) => rows.getAllKeys()), []);
  assert.equal(shells.size, 0);
});

test("what another person has not sent stays readable to them", async () => {
  await row("1", "pat");

  await signOut();

  assert.ok(!isWiped());
  assert.deepEqual(await left(), ["pat"]);
  assert.deepEqual([await card(), shells.size, worker.unregister.mock.callCount()], [null, 0, 1]);
});

test("a member of staff owns no entry, and takes none away", async () => {
  await ask();
  await row("1", "maria");
  server.session = { ok: false, status: 403 };

  await signOut();

  assert.ok(!isWiped());
  assert.deepEqual(await left(), ["maria"]);
});

test("deleting one's own unsent entries leaves those of another person", async () => {
  await row("1", "pat");
  await row("2", "maria");
  await signOut();
  assert.equal(form.before.mock.callCount(), 1);

  await made.at(-1).onclick();

  assert.ok(!isWiped());
  assert.deepEqual(await left(), ["pat"]);
  assert.equal(form.submit.mock.callCount(), 1);
});

test("who chose to leave leaves, also where nothing can be deleted", async () => {
  await row("2", "maria");
  await signOut();
  const { keys } = /** @type {any} */ (caches);
  Object.assign(caches, { keys: () => Promise.reject(new Error("no")) });

  await made.at(-1).onclick();

  Object.assign(caches, { keys });
  assert.ok(!isWiped());
  assert.equal(form.submit.mock.callCount(), 1);
});

test("whose phone it was owns the entries where the server cannot say it", async () => {
  await ask();
  await row("1", "maria");
  server.session = { ok: false, status: 500 };

  await signOut();

  assert.equal(form.before.mock.callCount(), 1);
  assert.equal(form.submit.mock.callCount(), 0);
});

test("a phone that cannot be looked through is not cleared", async () => {
  const { keys } = /** @type {any} */ (caches);
  Object.assign(caches, { keys: () => Promise.reject(new Error("no")) });

  await signOut();

  Object.assign(caches, { keys });
  assert.ok(!isWiped());
  assert.equal(form.submit.mock.callCount(), 1);
});
