/** Offers to put the app on the home screen, once, where the browser can do it. */
import { byId } from "./dom.js";

const DISMISSED = "install-dismissed";
const offer = byId("install");
const button = byId("install-now");
const { userAgent, maxTouchPoints } = navigator;

/** An iPad says that it is a Mac; other browsers there have their own menus. */
const isSafariOnIos =
  (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) &&
  !/CriOS|FxiOS|EdgiOS/.test(userAgent);
const isInstalled =
  matchMedia("(display-mode: standalone)").matches || "standalone" in navigator && navigator.standalone;

function dismiss() {
  localStorage.setItem(DISMISSED, "yes");
  offer.hidden = true;
}

/** @param {Event & { prompt?: () => Promise<unknown> }} event */
function onCanInstall(event) {
  event.preventDefault();
  button.hidden = offer.hidden = false;
  button.onclick = async () => {
    await event.prompt?.();
    dismiss();
  };
}

if (!isInstalled && !localStorage.getItem(DISMISSED)) {
  byId("install-steps").hidden = !isSafariOnIos;
  offer.hidden = !isSafariOnIos;
  addEventListener("beforeinstallprompt", onCanInstall);
  byId("install-later").addEventListener("click", dismiss);
}
