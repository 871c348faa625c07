/** The tables of the phone, when the browser has closed them behind the page's back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.js";
const { device } = await import("../../static/js/store.js");

const read = () => device("readonly", (rows) => rows.get("a"));

test("a connection that is closed is opened again", async () => {
  await device("readwrite", (rows) => rows.put("kept", "a"));
  const { transaction } = IDBDatabase.prototype;
  let lost = 0;
  IDBDatabase.prototype.transaction = function (...asked) {
    if (lost++ === 0) this.close();
    return transaction.apply(this, asked);
  };

  assert.equal(await read(), "kept");
  assert.equal(await read(), "kept");
  IDBDatabase.prototype.transaction = transaction;
  assert.equal(lost, 3);
});

test("storage that cannot be opened now is opened later", async () => {
  const { open } = indexedDB;
  const fails = () => {
    indexedDB.open = open;
    throw new Error("lost");
  };
  // The connection that is open is closed first, so that a new one is needed.
  await device("readonly", (rows) => (rows.transaction.db.close(), rows.get("a")));
  indexedDB.open = fails;

  await assert.rejects(read);
  assert.equal(await read(), "kept");
});
