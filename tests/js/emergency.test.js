/** The emergency gate: shown from the device, sent behind it, honest about both. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, mock, test } from "node:test";
import { give, server } from "./browser.js";

/** A small stand-in for an element. @param {object} [more] @returns {any} */
const element = (more) => ({
  hidden: true, dataset: {}, textContent: "", focus: mock.fn(), append: mock.fn(),
  lastElementChild: { replaceChildren: mock.fn() }, ...more,
});
const TABLE = {
  chest_pain: { changes: ["new", "worse"], title: "Pida ayuda ahora", text: "Llame al 911.", english: "Get help now. Call 911.", extra: [] },
  self_harm_thoughts: {
    changes: ["new"], title: "You matter", text: "Call.", english: "",
    extra: [{ label: "Talk to someone: 988", number: "9-8 8" }],
  },
};
const back = element();
const page = element({ querySelector: () => back });
/** @type {Record<string, any>} */
const elements = {
  emergencies: element({ textContent: JSON.stringify(TABLE) }),
  "emergency-now": page,
  "emergency-title": element(),
  "emergency-text": element(),
  "emergency-english": element(),
  "emergency-extra": element(),
  "emergency-receipt": element(),
};
/** What the page says to the module, in English. @type {Record<string, any>} */
const words = Object.fromEntries(
  [...readFileSync("tracker/templates/tracker/patient/_words_of_check_in.html", "utf8")
    .matchAll(/data-word="([^"]+)">{% translate "([^"]+)" %}/g)]
    .map(([, name, textContent]) => [`[data-word="${name}"]`, { textContent }]),
);
const content = {
  querySelectorAll: (/** @type {string} */ selector) => (words[selector] ? [words[selector]] : []),
};
/** @type {Array<() => unknown>} */
const later = [];
give("document", {
  getElementById: (/** @type {string} */ id) => elements[id],
  querySelector: () => ({ getAttribute: () => "pat" }),
  querySelectorAll: () => [{ content }],
  createElement: () => element(),
});
give("window", { scrollTo: mock.fn() });
give("location", { replace: mock.fn() });
const { actsAlone, showEmergency, signIn, stamp } = await import("../../static/js/emergency.js");
const { outbox } = await import("../../static/js/store.js");
const { waiting } = await import("../../static/js/outbox.js");

/** A form in which these things are answered. @param {object[]} fields @returns {any} */
function form(fields) {
  const id = "00000000-0000-4000-8000-0000000000ff";
  const hidden = { type: "hidden", dataset: {} };
  const known = {
    check_in_id: { ...hidden, name: "check_in_id", value: id },
    recorded_at: { ...hidden, dataset: {}, name: "recorded_at", value: "" },
    local_date: { ...hidden, name: "local_date", value: "2026-11-20" },
  };
  const corrects = { ...hidden, name: "corrects", value: "1" };
  const all = [...Object.values(known), corrects, ...fields];
  return { action: "https://cairn.test/symptom", elements: known, hidden: false, querySelectorAll: () => all };
}
const radio = (/** @type {string} */ name, /** @type {string} */ value, checked = true) =>
  ({ type: "radio", name, value, checked });
const CHEST = radio("change_chest_pain", "new");
const receipt = () => elements["emergency-receipt"].textContent;
const settled = () => new Promise((done) => setImmediate(() => setImmediate(() => setImmediate(done))));
const sent = () => waitFor(() => server.posts.length || /NOT|page/.test(receipt()));

/** @param {() => unknown} isSo */
async function waitFor(isSo) {
  const until = performance.now() + 20_000;
  while (!isSo() && performance.now() < until) await settled();
  for (let turn = 0; turn < 20; turn += 1) await settled();
}

beforeEach(async () => {
  await outbox("readwrite", (rows) => rows.clear());
  Object.assign(server, { owner: "pat", answers: [], posts: [], session: null });
  page.hidden = true;
  elements["emergency-receipt"].textContent = "";
  later.length = 0;
  /** @type {any} */ (location.replace).mock.resetCalls();
  const now = globalThis.queueMicrotask;
  // A try that is due in seconds waits for the test; the short ones run through.
  give("setTimeout", (/** @type {() => void} */ act, /** @type {number} */ length) =>
    length >= 5000 ? later.push(act) : now(act));
});

test("a change that alarms acts alone, another does not", () => {
  assert.equal(actsAlone("chest_pain", "worse"), true);
  assert.equal(actsAlone("chest_pain", "same"), false);
  assert.equal(actsAlone("tingling", "new"), false);
});

test("the page is shown before anything is sent, and sent behind it", async () => {
  const answers = form([CHEST, radio("pain", "6"), radio("mobility", "5"), radio("pain", "7", false),
    radio("temperature_unit", "C"), { type: "checkbox", name: "symptom", value: "x", checked: true }]);
  const id = answers.elements.check_in_id.value;

  showEmergency(answers, "chest_pain", "new");

  assert.deepEqual([page.hidden, answers.hidden, server.posts.length], [false, true, 0]);
  assert.equal(elements["emergency-title"].textContent, "Pida ayuda ahora");
  assert.equal(elements["emergency-english"].textContent, "Get help now. Call 911.");
  assert.equal(elements["emergency-extra"].hidden, true);
  await sent();
  const body = new URLSearchParams(server.posts[0].body);
  assert.deepEqual([...body.keys()].sort(), [
    "change_chest_pain", "check_in_id", "local_date", "mobility", "pain", "recorded_at", "symptom"]);
  assert.equal(body.get("pain"), "6");
  assert.equal(body.get("check_in_id"), id);
  const calls = /** @type {any} */ (location.replace).mock.calls;
  assert.deepEqual(calls[0].arguments, [`https://cairn.test/check-in/${id}`]);
  // What is still to be answered becomes an entry of its own.
  assert.notEqual(answers.elements.check_in_id.value, id);
  assert.equal(answers.elements.recorded_at.dataset.stamped, undefined);
});

test("a line for talking is offered where there is one", async () => {
  showEmergency(form([]), "self_harm_thoughts", "new");
  await sent();

  const line = elements["emergency-extra"];
  assert.deepEqual([line.hidden, line.href], [false, "tel:988"]);
});

test("a second emergency does not replace the first", async () => {
  showEmergency(form([]), "chest_pain", "new");
  const second = form([]);

  showEmergency(second, "self_harm_thoughts", "new");

  await sent();
  assert.equal(second.hidden, false);
  assert.equal(server.posts.length, 1);
});

test("the way back shows the form as it was, and stays there", async () => {
  const answers = form([CHEST]);
  showEmergency(answers, "chest_pain", "new");

  const event = { preventDefault: mock.fn() };
  back.onclick(event);
  await sent();

  assert.deepEqual([page.hidden, answers.hidden], [true, false]);
  assert.equal(event.preventDefault.mock.callCount(), 1);
  assert.equal(/** @type {any} */ (location.replace).mock.callCount(), 0);
  assert.equal(server.posts.length, 1);
});

test("no connection is said, and tried again until it arrives", async () => {
  server.answers = Array(4).fill(() => null);
  showEmergency(form([CHEST]), "chest_pain", "new");
  await waitFor(() => later.length);
  assert.match(receipt(), /NOT received this yet\. It is saved on this phone, and we keep trying/);
  assert.equal((await waiting()).length, 1);

  later[0]();
  await waitFor(() => /** @type {any} */ (location.replace).mock.callCount());

  assert.equal(/** @type {any} */ (location.replace).mock.callCount(), 1);
});

test("a fault of the clinic's system says to call now", async () => {
  server.session = { ok: false, status: 500 };

  showEmergency(form([CHEST]), "chest_pain", "new");
  await waitFor(() => later.length);

  assert.match(receipt(), /its system has a fault\. Call now\./);
});

for (const [why, said] of /** @type {[string, RegExp][]} */ ([
  ["withdrawn", /will NOT get this: since the consent was withdrawn, nobody there reads it\. Call now/],
  ["ended", /will NOT get this: it does not take entries from you any more\. Call now/],
])) {
  test(`"${why}" is said as it is, and not tried again`, async () => {
    server.session = { ok: true, status: 200, json: async () => ({ owner: "pat", refuses: why }) };

    showEmergency(form([CHEST]), "chest_pain", "new");
    await waitFor(() => said.test(receipt()));

    assert.match(receipt(), said);
    assert.doesNotMatch(receipt(), /fault|keep trying/);
    assert.equal(later.length, 0);
    assert.deepEqual(server.posts, []);
    assert.equal((await waiting())[0].parked, why);
  });
}

test("what goes alone keeps the day and the moment of answering", async () => {
  server.answers = [() => ({ status: 422, ok: false, url: "" })];
  const answers = form([CHEST, radio("pain", "4")]);

  showEmergency(answers, "chest_pain", "new");
  await waitFor(() => server.posts.length === 2);

  const [whole, alone] = server.posts.map(({ body }) => new URLSearchParams(body));
  assert.equal(alone.get("local_date"), "2026-11-20");
  assert.match(String(alone.get("recorded_at")), /^\d{4}-/);
  assert.equal(alone.get("recorded_at"), whole.get("recorded_at"));
  assert.deepEqual([whole.get("pain"), alone.get("pain")], ["4", null]);
});

test("an ended session says to call now, and leads to the sign-in", async () => {
  server.owner = null;

  showEmergency(form([CHEST]), "chest_pain", "new");
  await waitFor(() => /signed out/.test(receipt()));

  assert.match(receipt(), /NOT received this: you are signed out\. Call now/);
  assert.equal(later.length, 0);
  const link = signIn();
  assert.equal(link.href, "/today");
});

test("a phone that cannot keep it says to leave the page open", async () => {
  const { crypto } = globalThis;
  give("crypto", { randomUUID: () => crypto.randomUUID(), subtle: undefined });
  server.session = { ok: false, status: 500 };

  showEmergency(form([CHEST]), "chest_pain", "new");
  await waitFor(() => later.length);

  give("crypto", crypto);
  assert.match(receipt(), /Keep this page open: we keep trying/);
});

test("the moment of answering is set once", () => {
  const answers = form([]);
  stamp(answers);
  const first = answers.elements.recorded_at.value;
  answers.elements.recorded_at.value = "kept";

  stamp(answers);

  assert.match(first, /^\d{4}-/);
  assert.equal(answers.elements.recorded_at.value, "kept");
});
