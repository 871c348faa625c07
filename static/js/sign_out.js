/**
 * Signing out leaves nothing of this person on this phone, and asks first what to do
 * with the unsent. What somebody else has not sent yet stays, sealed, with its key.
 */
import { ask, forget, owner } from "./device.js";
import { make, word } from "./dom.js";
import { drop, everybodys } from "./outbox.js";
import { device } from "./store.js";

/** Whose entries the person who signs out may delete. */
async function signer() {
  const pass = await ask();
  if (typeof pass !== "string") return pass.owner;
  // Staff own no entry. Where the server cannot say, it is whose phone it was.
  return pass === "signed out" ? undefined : owner();
}

/** The unsent entries of whoever signs out, and those of other people. */
async function unsent() {
  const known = await signer();
  const rows = (await everybodys()).filter((row) => row.owner);
  return {
    mine: rows.filter((row) => row.owner === known),
    others: rows.filter((row) => row.owner !== known),
  };
}

/** @param {Form} form @param {boolean} isShared somebody else's entries are here */
async function wipe(form, isShared) {
  await forget();
  localStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  if (isShared) {
    // It comes back whole with the next visit; without its cache it is no use.
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    for (const worker of workers) await worker.unregister();
  } else {
    await device("readwrite", (all) => all.clear()).catch(() => {});
    // The server then has the browser clear the rest as well.
    form.append(make("input", { type: "hidden", name: "wipe", value: "yes" }));
  }
  form.submit();
}

/**
 * @param {Form} form
 * @param {Row[]} rows
 * @param {boolean} isShared
 */
function askFirst(form, rows, isShared) {
  document.getElementById("before-leaving")?.remove();
  const className = "notice stack-tight";
  const notice = make("div", { className, id: "before-leaving", tabIndex: -1, role: "alert" });
  const textContent = word("unsent-here", { count: rows.length });
  /** @param {string} textContent @param {() => Promise<void>} act */
  const button = (textContent, act) =>
    make("button", {
      type: "button", className: "button button-wide", textContent,
      onclick: () => act().catch(() => form.submit()),
    });
  notice.append(
    make("p", { textContent }),
    button(word("stay"), async () => notice.remove()),
    button(word("leave-and-keep"), async () => {
      await forget();
      form.submit();
    }),
    button(word("leave-and-delete"), async () => {
      for (const row of rows) await drop(row.id);
      await wipe(form, isShared);
    }),
  );
  form.before(notice);
  notice.scrollIntoView({ block: "center" });
  notice.focus({ preventScroll: true });
}

/** @param {Form} form */
async function leave(form) {
  const { mine, others } = await unsent();
  if (mine.length) askFirst(form, mine, others.length > 0);
  else await wipe(form, others.length > 0);
}

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll('form[action$="/logout/"]');
for (const form of forms) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Where this phone cannot be looked through, nothing of it is cleared.
    leave(form).catch(() => form.submit());
  });
}
