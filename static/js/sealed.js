/**
 * Encryption of what stays on this phone. The key cannot be taken out of the browser;
 * when the person signs out it goes, and what it sealed can be read by nobody.
 */
import { device } from "./store.js";

const AES = "AES-GCM";
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @returns {Promise<CryptoKey>} */
async function theKey() {
  const known = await device("readonly", (rows) => rows.get("key"));
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  // Two tabs may be here at once: the first one's key is the key.
  await device("readwrite", (rows) => {
    const found = rows.get("key");
    found.onsuccess = () => found.result ?? rows.put(fresh, "key");
    return found;
  });
  return device("readonly", (rows) => rows.get("key"));
}

/**
 * @param {string} name what it is, so that one sealed thing cannot stand in for another
 * @param {object} value
 * @returns {Promise<Sealed>}
 */
export async function seal(name, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: AES, iv, additionalData: bytes(name) };
  const data = await crypto.subtle.encrypt(how, await theKey(), bytes(JSON.stringify(value)));
  return { iv, data };
}

/**
 * What was sealed, or null if it cannot be read any more.
 * @param {string} name
 * @param {Sealed} sealed
 */
export async function unseal(name, { iv, data }) {
  const how = { name: AES, iv, additionalData: bytes(name) };
  const key = await theKey();
  return crypto.subtle.decrypt(how, key, data).then(
    (plain) => JSON.parse(new TextDecoder().decode(plain)),
    () => null,
  );
}
