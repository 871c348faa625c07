/** When to send what waits: at each visit, when the network returns, when seen again. */
import { arrivedAt, drop, flush, sendEmergencies, waiting } from "./outbox.js";

const place = document.getElementById("unsent");

function button(words, onClick) {
  const made = document.createElement("button");
  made.className = "button";
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", onClick);
  return made;
}

/** The form filled with the row again: the server's own page says what is wrong. */
function open(row) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = row.action;
  const fields = new URLSearchParams(row.body);
  fields.set("csrfmiddlewaretoken", document.querySelector('meta[name="cairn-csrf"]').content);
  for (const [name, value] of fields) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

async function remove(row) {
  if (!window.confirm("Delete this check-in? The clinic will not get it.")) return;
  await drop(row.id);
  await show();
}

function offer(row) {
  const line = document.createElement("span");
  line.append(
    "The clinic could not read one answer. ",
    button("Open it", () => open(row)),
    " ",
    button("Delete it", () => remove(row)),
    " ",
  );
  return line;
}

async function show() {
  const rows = await waiting();
  const refused = rows.filter((row) => row.refused);
  const count = rows.length - refused.length;
  if (place) {
    place.hidden = rows.length === 0;
    place.replaceChildren(...refused.map(offer));
    if (count) {
      const what = count === 1 ? "1 check-in is" : `${count} check-ins are`;
      place.prepend(`${what} saved on this phone and not sent yet. `);
    }
  }
  return count;
}

async function sync() {
  const here = arrivedAt(location.href);
  if (here) await drop(here);
  if ((await show()) === 0) return;
  const emergency = (await sendEmergencies()).find((place) => place.includes("/"));
  // Nobody is taken away from a form that is being filled in.
  if (emergency && !document.getElementById("check-in")) location.assign(emergency);
  else {
    await flush();
    await show();
  }
}

function warnBeforeLeaving() {
  for (const form of document.querySelectorAll('form[action$="/logout/"]')) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const count = await waiting().then((rows) => rows.length, () => 0);
      const question = "A check-in on this phone has not been sent yet. Sign out anyway?";
      if (count === 0 || window.confirm(question)) form.submit();
    });
  }
}

addEventListener("online", sync);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") sync();
});
warnBeforeLeaving();
sync();
