/** The service worker: the pages work the same without it. A new one waits for a tap. */
const workers = navigator.serviceWorker;

/** @param {ServiceWorker | null} fresh */
const offer = (fresh) =>
  fresh?.state === "installed" &&
  workers.controller &&
  import("./update.js").then((update) => update.offer(fresh));

const url = `/sw.js?lang=${document.documentElement.lang}`;
// The one address that our Trusted Types policy lets through.
const policy = window.trustedTypes?.createPolicy("cairn", { createScriptURL: () => url });

workers?.register(policy?.createScriptURL("") ?? url, { scope: "/", type: "module" }).then(
  (registration) => {
    if (!registration) return; // a browser that was told to have no workers
    offer(registration.waiting);
    registration.onupdatefound = () => {
      const fresh = registration.installing;
      fresh?.addEventListener("statechange", () => offer(fresh));
    };
  },
  () => {},
);
