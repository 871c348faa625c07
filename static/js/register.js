/** The service worker: the pages work the same without it. A new one waits for a tap. */
const workers = navigator.serviceWorker;
const READY = "installed";

/** @param {ServiceWorker} fresh */
function offer(fresh) {
  const line = document.createElement("p");
  const use = document.createElement("button");
  line.className = "notice row row-apart no-print";
  line.setAttribute("role", "status");
  use.className = "button";
  use.type = "button";
  use.textContent = "Use it";
  use.addEventListener("click", () => {
    workers.addEventListener("controllerchange", () => location.reload());
    fresh.postMessage("use");
  });
  line.append("A new version is ready. ", use);
  // Whoever has begun to answer is not disturbed: it is offered at the next visit.
  document.addEventListener("input", () => line.remove());
  if (!document.querySelector("input:not([type=hidden], [name=temperature_unit]):checked")) {
    document.querySelector("main")?.prepend(line);
  }
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  if (registration.waiting && workers.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === READY && workers.controller) offer(fresh);
    });
  });
}

workers?.register("/sw.js", { scope: "/", type: "module" }).then(watch, () => {});
