/** One question at a time in one document; the browser's Back goes one question back. */
export function takeSteps(form, none) {
  const steps = [...form.querySelectorAll(".step")];
  const counter = document.getElementById("steps");
  const hasAnswer = () => form.querySelector("input[type=radio]:checked:not([name=temperature_unit])");
  const isAnswered = (step) => step.querySelector("input[type=radio]:checked") !== null;

  function show(index, { moveFocus }) {
    if ("onePage" in form.dataset) return;
    steps.forEach((step, at) => {
      step.hidden = at !== index;
      step.classList.toggle("step-in", at === index);
    });
    counter.textContent = `${index + 1} of ${steps.length}`;
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

  function next(step) {
    const index = steps.indexOf(step) + 1;
    if ("onePage" in form.dataset) return;
    if (index >= steps.length) return;
    history.pushState(null, "", `#${steps[index].id}`);
    show(index, { moveFocus: true });
  }

  for (const step of steps) {
    if ("movesOn" in step.dataset) {
      // A tap moves on; the arrow keys only look around, Enter moves on.
      step.addEventListener("click", (event) => {
        const label = event.target.closest("label");
        if (!label || event.detail === 0) return;
        if (label.control.checked) next(step);
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
  for (const button of form.querySelectorAll("[data-next]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => next(button.closest(".step")));
  }
  none?.addEventListener("change", () => {
    if (none.checked) next(none.closest(".step"));
  });
  window.addEventListener("popstate", () => show(current(), { moveFocus: true }));

  // A fault may be at any question: all of them are shown from here on.
  form.addEventListener("one-page", () => {
    form.dataset.onePage = "";
    form.classList.remove("stepping");
    counter.hidden = true;
    for (const step of steps) step.hidden = false;
    for (const button of form.querySelectorAll("[data-next]")) button.parentElement.hidden = true;
  });

  // Loaded again in the middle with nothing answered: begin at the beginning.
  if (location.hash && !hasAnswer()) history.replaceState(null, "", location.pathname);
  counter.hidden = false;
  form.classList.add("stepping");
  show(current(), { moveFocus: false });
}
