/** Signing out leaves nothing on this phone, and asks first what to do with the unsent. */
import { forget } from "./device.js";
import { make, word } from "./dom.js";
import { drop, waiting } from "./outbox.js";
import { device } from "./store.js";

/** @param {Form} form */
async function wipe(form) {
  await forget();
  await device("readwrite", (all) => all.clear()).catch(() => {});
  localStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  // The server then has the browser clear the rest as well.
  form.append(make("input", { type: "hidden", name: "wipe", value: "yes" }));
  form.submit();
}

/**
 * @param {Form} form
 * @param {Row[]} rows
 */
function askFirst(form, rows) {
  document.getElementById("before-leaving")?.remove();
  const className = "notice stack-tight";
  const notice = make("div", { className, id: "before-leaving", tabIndex: -1, role: "alert" });
  const textContent = word("unsent-here", { count: rows.length });
  /** @param {string} text @param {() => void} onclick */
  const button = (text, onclick) =>
    make("button", { type: "button", className: "button button-wide", textContent: text, onclick });
  notice.append(
    make("p", { textContent }),
    button(word("stay"), () => notice.remove()),
    button(word("leave-and-keep"), async () => {
      await forget();
      form.submit();
    }),
    button(word("leave-and-delete"), async () => {
      for (const row of rows) await drop(row.id);
      await wipe(form);
    }),
  );
  form.before(notice);
  notice.scrollIntoView({ block: "center" });
  notice.focus({ preventScroll: true });
}

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll('form[action$="/logout/"]');
for (const form of forms) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const rows = await waiting().catch(() => []);
    if (rows.length) askFirst(form, rows);
    else await wipe(form).catch(() => form.submit());
  });
}
