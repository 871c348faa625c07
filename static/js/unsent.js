/**
 * The entries that wait on this phone, in words: to read out on the telephone, to copy,
 * to mend or to delete.
 */
import { ask, owner } from "./device.js";
import { byId, locale, make, word } from "./dom.js";
import { drop, waiting } from "./outbox.js";

/** @typedef {{ change: Record<string, string>, [field: string]: Record<string, string> }} Words */

const list = byId("entries");
const none = byId("no-entries");
const copy = byId("copy");
/** @type {Words} */
const words = JSON.parse(byId("words").textContent ?? "{}");

/** Answers whose words have the answer in them. */
const LINES = new Set(["pain", "temperature", "walk_minutes", "sleep_hours", "no_symptoms", "note"]);

/**
 * @param {Row} row
 * @returns {string[]} what was answered, one line each
 */
function answers(row) {
  const said = new URLSearchParams(row.body);
  const lines = [];
  for (const [name, value] of said) {
    if (!value.trim()) continue;
    const label = words[name]?.[value] ?? value;
    if (name === "symptom") lines.push(`${label}: ${words.change[said.get(`change_${value}`) ?? ""] ?? word("no-answer")}`);
    else if (name === "temperature") lines.push(word("line-temperature", { value: `${value} °${said.get("temperature_unit")}` }));
    else if (LINES.has(name)) lines.push(word(`line-${name}`, { value }));
    else if (words[name]) lines.push(label);
  }
  return lines;
}

/** @param {Row} row */
const when = (row) =>
  new Date(row.savedAt).toLocaleString(locale(), {
    weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
  });

/** @param {Row} row */
function state(row) {
  if (!row.error && !row.parked) return word("waits");
  const tries = row.tries === 1 ? word("tried-once") : row.tries ? word("tried", { count: row.tries }) : "";
  return `${word(`why-${row.parked ?? row.error}`)} ${tries}`.trim();
}

/** @param {string} textContent @param {() => void} onclick */
const button = (textContent, onclick) =>
  make("button", { type: "button", className: "button", textContent, onclick });

/**
 * The form filled with the row again: the server's own page says what is wrong.
 * @param {Row} row
 */
async function open(row) {
  const pass = await ask();
  const form = make("form", { method: "post", action: row.action });
  const fields = new URLSearchParams(row.body);
  if (typeof pass !== "string") fields.set("csrfmiddlewaretoken", pass.csrf);
  for (const [name, value] of fields) form.append(make("input", { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}

/** @param {Row} row */
async function remove(row) {
  if (!window.confirm(word("delete-really"))) return;
  await drop(row.id);
  await show();
}

/** @param {Row} row */
function entry(row) {
  const item = make("li", { className: "card stack-tight" });
  const said = make("ul");
  said.append(...answers(row).map((textContent) => make("li", { textContent })));
  const buttons = make("p", { className: "row" });
  if (row.parked === "refused") buttons.append(button(word("open"), () => open(row)));
  if (row.parked) buttons.append(button(word("delete"), () => remove(row)));
  item.append(
    make("h2", { textContent: when(row) }),
    said,
    make("p", { textContent: state(row) }),
    buttons,
  );
  return item;
}

async function show() {
  const rows = await waiting();
  list.replaceChildren(...rows.map(entry));
  none.hidden = rows.length > 0;
  copy.hidden = rows.length === 0;
  copy.onclick = async () => {
    const text = rows.map((row) => [when(row), ...answers(row)].join("\n")).join("\n\n");
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = word("copied");
    } catch {
      getSelection()?.selectAllChildren(list); // to copy by hand
    }
  };
}

addEventListener("outbox", show);
show().catch(() => {});

/** This page names nobody: a phone that does not know its owner yet asks, then sends. */
async function meetOwner() {
  if (await owner()) return;
  await ask();
  if (await owner()) dispatchEvent(new Event("online"));
}
meetOwner();
