import { all, byId, checkIn, inputs, word } from "./dom.js";

/**
 * One question at a time in one document; the browser's Back goes one question back.
 * @param {Form} form
 * @param {HTMLInputElement} [none]
 */
function takeSteps(form, none) {
  const steps = all(form, ".step");
  const counter = byId("steps");
  /** @param {HTMLElement} step */
  const isAnswered = (step) => step.querySelector("input[type=radio]:checked") !== null;

  /** @param {number} index @param {{ moveFocus: boolean }} how */
  function show(index, { moveFocus }) {
    if ("onePage" in form.dataset) return;
    steps.forEach((step, at) => {
      step.hidden = at !== index;
      step.classList.toggle("step-in", at === index);
    });
    counter.textContent = word("step", { number: index + 1, total: steps.length });
    if (moveFocus) {
      steps[index].tabIndex = -1;
      steps[index].focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  const current = () => {
    const at = steps.findIndex((step) => `#${step.id}` === location.hash);
    return at < 0 ? 0 : at;
  };

  /** @param {HTMLElement} step */
  function next(step) {
    const index = steps.indexOf(step) + 1;
    if ("onePage" in form.dataset) return;
    if (index >= steps.length) return;
    history.pushState(null, "", `#${steps[index].id}`);
    show(index, { moveFocus: true });
  }

  for (const step of steps) {
    step.querySelector("[data-next]")?.addEventListener("click", () => next(step));
    if (step.contains(none ?? null)) {
      none?.addEventListener("change", () => none.checked && next(step));
    }
    if ("movesOn" in step.dataset) {
      // A tap moves on; the arrow keys only look around, Enter moves on.
      step.addEventListener("click", (event) => {
        const label = /** @type {Element} */ (event.target).closest("label");
        if (!label || event.detail === 0) return;
        if (/** @type {HTMLInputElement} */ (label.control).checked) next(step);
        else step.dataset.tapped = "yes";
      });
      step.addEventListener("change", () => {
        if (step.dataset.tapped) {
          delete step.dataset.tapped;
          next(step);
        }
      });
      step.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && isAnswered(step)) {
          event.preventDefault();
          next(step);
        }
      });
    }
  }
  const ways = all(form, ".step-next");
  for (const way of ways) way.hidden = false;
  window.addEventListener("popstate", () => show(current(), { moveFocus: true }));

  // A fault may be at any question: all of them are shown from here on.
  form.addEventListener("one-page", () => {
    form.dataset.onePage = "";
    form.classList.remove("stepping");
    counter.hidden = true;
    for (const step of steps) step.hidden = false;
    for (const way of ways) way.hidden = true;
  });

  // Loaded again in the middle: nothing is answered any more.
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  counter.hidden = false;
  form.classList.add("stepping");
  show(current(), { moveFocus: false });
  // Tapped before this was here. Arrow keys have only looked around.
  for (const step of steps) {
    if (!("movesOn" in step.dataset && isAnswered(step)) || step.querySelector(":focus-visible")) break;
    next(step);
  }
}

const form = checkIn();
const aloud = byId("aloud");
aloud.hidden = !window.speechSynthesis;
aloud.onclick = () => import("./read_aloud.js").then(({ toggle }) => toggle());
if (!("onePage" in form.dataset)) takeSteps(form, inputs(form, "#no_symptoms")[0]);
