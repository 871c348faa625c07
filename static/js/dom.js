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

/** The check-in, on the pages that have one. */
export const checkIn = () => /** @type {Form} */ (byId("check-in"));
