/** Guesses the time zone of this device and shows it; the person may change it. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const select = /** @type {HTMLSelectElement | null} */ (document.getElementById("id_zone"));
if (select && zone && [...select.options].some((option) => option.value === zone)) {
  select.value = zone;
}
