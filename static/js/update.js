/** A new version of the app is ready: it is taken on a tap, never under a form. */
import { make, word } from "./dom.js";

const workers = navigator.serviceWorker;
/** @param {ServiceWorker | null} worker */
const language = (worker) => worker && new URL(worker.scriptURL).searchParams.get("lang");

/** @param {ServiceWorker} fresh */
export function offer(fresh) {
  // The person chose another language: that was the tap.
  const [before, now] = [workers.controller, fresh].map(language);
  if (before && before !== now) {
    fresh.postMessage("use");
    return;
  }
  document.getElementById("new-version")?.remove();
  const id = "new-version";
  const line = make("p", { className: "notice row row-apart no-print", id, role: "status" });
  const use = make("button", { className: "button", type: "button", textContent: word("use-it") });
  use.onclick = () => {
    workers.oncontrollerchange = () => location.reload();
    fresh.postMessage("use");
  };
  line.append(`${word("new-version")} `, use);
  // Whoever has begun to answer is not disturbed: it is offered at the next visit.
  document.addEventListener("input", () => line.remove(), { once: true });
  const fields = [...document.querySelectorAll("input, textarea, select")];
  if (!fields.some(isChanged)) document.querySelector("main")?.prepend(line);
}

/** @param {any} field */
const isChanged = (field) =>
  (field.defaultChecked ?? field.checked) !== field.checked ||
  (field.defaultValue ?? field.value) !== field.value;
