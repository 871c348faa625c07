/** The account menu closes on Escape and on a press elsewhere. */
const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details.me"));

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
});
