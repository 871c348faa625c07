/** What Node lacks of a browser, as far as the outbox and the emergency gate use it. */
import "fake-indexeddb/auto";
import { mock } from "node:test";

/** @param {string} name @param {unknown} value */
export function give(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** Removes one of the things given. @param {string} name */
export const take = (name) => Reflect.deleteProperty(globalThis, name);

/** A server that says who is signed in, and does with an entry what it is told. */
export class Server {
  /** @type {string | null} */
  owner = "pat";
  /** @type {Array<() => object | null | Promise<object>>} */
  answers = [];
  /** @type {Array<{ path: string, body: string, token: string }>} */
  posts = [];
  /** @type {object | null} */
  session = null;

  fetch = async (/** @type {string} */ path, /** @type {any} */ options = {}) => {
    if (path === "/device") return this.device();
    this.posts.push({ path, body: options.body, token: options.headers["X-CSRFToken"] });
    const answer = (this.answers.shift() ?? (() => arrived(options.body)))();
    if (!answer) throw new TypeError("Failed to fetch");
    return answer;
  };

  async device() {
    if (this.session) return { json: async () => null, ...(await this.session) };
    if (!this.owner) return { ok: false, status: 401 };
    const said = { owner: this.owner, csrf: "token", phone: "1", zone: "UTC" };
    return { ok: true, status: 200, json: async () => said };
  }
}

/** @param {string} body */
export function arrived(body) {
  const id = new URLSearchParams(body).get("check_in_id");
  return { redirected: true, url: `https://cairn.test/check-in/${id}`, status: 200 };
}

export const server = new Server();
/** @type {string[]} what the browser was asked to wake us for */
export const tags = [];

give("fetch", (/** @type {string} */ path, /** @type {object} */ options) => server.fetch(path, options));
give("BroadcastChannel", class {
  postMessage = mock.fn();
});
give("navigator", {
  onLine: true,
  locks: { request: (/** @type {string} */ _, /** @type {() => unknown} */ act) => act() },
  storage: { persist: async () => true },
  serviceWorker: {
    getRegistration: async () => ({ sync: { register: async (/** @type {string} */ tag) => tags.push(tag) } }),
  },
});
// Nobody waits in a test.
give("setTimeout", (/** @type {() => void} */ act) => queueMicrotask(act));
