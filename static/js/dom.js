/** The elements that a page of ours is known to have, with their types. */

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {ParentNode} root @param {string} selector */
export const all = (root, selector) =>
  /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/** @param {ParentNode} root @param {string} selector */
export const inputs = (root, selector) =>
  /** @type {HTMLInputElement[]} */ (all(root, selector));

/**
 * A field of a form by its name, also where it is several radio buttons.
 * @param {Form} form
 * @param {string} name
 */
export const field = (form, name) =>
  /** @type {HTMLInputElement} */ (/** @type {any} */ (form.elements)[name]);

/** @type {Make} a new element with these properties */
export const make = (name, properties) => Object.assign(document.createElement(name), properties);

/**
 * Words stand in the page, in the language of its reader; `{names}` are filled in.
 * @param {string} name
 * @param {Record<string, unknown>} [known]
 */
export function word(name, known = {}) {
  const places = [...document.querySelectorAll("template")];
  const [found] = places.flatMap(({ content }) => all(content, `[data-word="${name}"]`));
  return (found?.textContent ?? "").replace(/\{(\w+)\}/g, (_, key) => String(known[key]));
}

/** For dates: English ones are written as in Britain. */
export const locale = () => document.documentElement.lang.replace(/^en$/, "en-GB");

/** The check-in, on the pages that have one. */
export const checkIn = () => /** @type {Form} */ (byId("check-in"));
