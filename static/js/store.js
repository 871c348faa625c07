/**
 * Two small tables on this phone: the entries that are not sent yet, and what is kept
 * of its owner. Two databases, so that neither ever waits for a page of an earlier
 * version to let go of the other.
 */

/**
 * @param {string} name
 * @param {string} table
 * @param {IDBObjectStoreParameters} [options]
 */
function open(name, table, options) {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opening;

  /** @returns {Promise<IDBDatabase>} */
  const connect = () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(table, options);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => resolve(request.result);
    });

  /**
   * One transaction; what `act` asked for, once it is on the disk.
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(rows: IDBObjectStore) => IDBRequest<T>} act
   * @returns {Promise<T>}
   */
  const run = async (mode, act) => {
    const database = await (opening ??= connect());
    return new Promise((resolve, reject) => {
      const change = database.transaction(table, mode, { durability: "strict" });
      const request = act(change.objectStore(table));
      change.oncomplete = () => resolve(request.result);
      change.onabort = () => reject(change.error);
    });
  };

  /** A browser may close it at any time: then once more. @type {typeof run} */
  return (mode, act) =>
    run(mode, act).catch(() => {
      opening = undefined;
      return run(mode, act);
    });
}

export const outbox = open("cairn", "outbox", { keyPath: "id" });
export const device = open("cairn-device", "kept");
