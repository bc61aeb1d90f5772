// The drafts in the browser's own database. A draft is only ever written over by who has seen what is there: each write
// names the revision that it follows, and fails where another tab has written since. What stood before a pause or before
// ten minutes of writing stays as a version.

/** @import {OpenFile} from "../out/save.js" */

/**
 * @typedef {object} DraftRecord
 * @property {string} id
 * @property {string} name its headline, or its first words
 * @property {string} text
 * @property {number} created milliseconds since 1970, like the other times
 * @property {number} changed
 * @property {number} versioned when its last version was kept
 * @property {number} revision counts the writes
 * @property {number | null} deleted
 * @property {OpenFile | null} [file] from which it was opened, or into which it was saved
 */

/** @typedef {{id: number, draft: string, text: string, at: number}} VersionRecord at: when the text was last changed */

const NAME = "pressmark-studio";
const MINUTE = 60_000;
/** A pause of the author that ends a version, and the longest time of writing that one holds. */
const PAUSE = 5 * MINUTE;
const LONGEST = 10 * MINUTE;
/** Versions of a draft; the oldest go first. */
const MOST_VERSIONS = 100;
/** How long a deleted draft can be brought back. */
export const DAYS_TO_REGRET = 30;
/** Some browsers never answer where they keep nothing, or while another page holds the database up. */
const LONGEST_ANSWER = 10_000;

/** Another tab has written the draft since it was read. */
export class ConflictError extends Error {
  name = "ConflictError";
}

export class DraftStore {
  /** @type {Promise<IDBDatabase> | null} */
  #database = null;

  /** Every draft, deleted ones too, the latest change first. @returns {Promise<DraftRecord[]>} */
  async list() {
    const drafts = await this.#read("drafts", (store) => store.getAll());
    return drafts.sort((/** @type {DraftRecord} */ one, /** @type {DraftRecord} */ other) => other.changed - one.changed);
  }

  /** @param {string} id @returns {Promise<DraftRecord | undefined>} */
  get(id) {
    return this.#read("drafts", (store) => store.get(id));
  }

  /** The versions of a draft, the latest first. @param {string} id @returns {Promise<VersionRecord[]>} */
  async versions(id) {
    const versions = await this.#read("versions", (store) => store.index("draft").getAll(id));
    return versions.sort((/** @type {VersionRecord} */ one, /** @type {VersionRecord} */ other) => other.at - one.at || other.id - one.id);
  }

  /**
   * Writes a draft over the revision that it follows; 0: it is new.
   * @param {{id: string, name: string, text: string}} draft
   * @param {number} revision
   * @returns {Promise<DraftRecord>} as it was written
   * @throws {ConflictError}
   */
  write({ id, name, text }, revision) {
    return this.#write(async ({ drafts, versions }) => {
      const before = /** @type {DraftRecord | undefined} */ (await answer(drafts.get(id)));
      if ((before?.revision ?? 0) !== revision) throw new ConflictError("The draft was changed in another tab.");
      const now = Date.now();
      const ends = before && (now - before.changed > PAUSE || now - before.versioned > LONGEST);
      const keeps = ends && before.text !== text && before.text.trim() !== "";
      if (keeps) await addVersion(versions, { draft: id, text: before.text, at: before.changed });
      const record = {
        id,
        name,
        text,
        created: before?.created ?? now,
        changed: before?.text === text ? before.changed : now,
        versioned: keeps ? now : (before?.versioned ?? now),
        revision: revision + 1,
        deleted: null,
        file: before?.file ?? null,
      };
      await answer(drafts.put(record));
      return record;
    });
  }

  /** Keeps the text of a draft, as it is now, as a version. @param {string} id */
  addVersion(id) {
    return this.#write(async ({ drafts, versions }) => {
      const draft = /** @type {DraftRecord | undefined} */ (await answer(drafts.get(id)));
      if (draft) await addVersion(versions, { draft: id, text: draft.text, at: Date.now() });
    });
  }

  /**
   * Notes the file that a draft belongs to; its text stays as it is.
   * @param {string} id
   * @param {OpenFile} file
   */
  setFile(id, file) {
    return this.#write(async ({ drafts }) => {
      const draft = /** @type {DraftRecord | undefined} */ (await answer(drafts.get(id)));
      if (draft) await answer(drafts.put({ ...draft, file }));
    });
  }

  /**
   * Puts a draft aside or brings it back.
   * @param {string} id
   * @param {boolean} isDeleted
   */
  setDeleted(id, isDeleted) {
    return this.#write(async ({ drafts }) => {
      const draft = /** @type {DraftRecord | undefined} */ (await answer(drafts.get(id)));
      if (draft) await answer(drafts.put({ ...draft, deleted: isDeleted ? Date.now() : null, revision: draft.revision + 1 }));
    });
  }

  /** Throws away what was deleted long ago. */
  async clear() {
    const old = (await this.list()).filter(({ deleted }) => deleted !== null && Date.now() - deleted > DAYS_TO_REGRET * 24 * 60 * MINUTE);
    if (old.length === 0) return;
    await this.#write(async ({ drafts, versions }) => {
      for (const { id } of old) {
        for (const key of await answer(versions.index("draft").getAllKeys(id))) await answer(versions.delete(key));
        await answer(drafts.delete(id));
      }
    });
  }

  /** @returns {Promise<IDBDatabase>} */
  #open() {
    if (!this.#database) {
      const opening = inTime(openDatabase(() => (this.#database = null)));
      this.#database = opening;
      opening.catch(() => (this.#database = null));
    }
    return this.#database;
  }

  /**
   * @param {"drafts" | "versions"} name
   * @param {(store: IDBObjectStore) => IDBRequest} ask
   */
  async #read(name, ask) {
    const database = await this.#open();
    return inTime(answer(ask(database.transaction(name).objectStore(name))));
  }

  /**
   * One transaction: all of the work is done, or nothing of it.
   * @template Result
   * @param {(stores: {drafts: IDBObjectStore, versions: IDBObjectStore}) => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  async #write(work) {
    const database = await this.#open();
    // What is said to be kept is on the disk, and survives a machine that stops.
    const transaction = database.transaction(["drafts", "versions"], "readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("The browser stopped the writing."));
    });
    // Who fails first says why.
    done.catch(() => {});
    try {
      const result = await inTime(work({ drafts: transaction.objectStore("drafts"), versions: transaction.objectStore("versions") }));
      await inTime(done);
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      throw error;
    }
  }
}

/**
 * @template Value
 * @param {Promise<Value>} promise
 * @returns {Promise<Value>}
 */
function inTime(promise) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = /** @type {Promise<never>} */ (
    new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("The browser's storage does not answer.")), LONGEST_ANSWER)))
  );
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * @param {IDBObjectStore} versions
 * @param {Omit<VersionRecord, "id">} version
 */
async function addVersion(versions, version) {
  await answer(versions.add(version));
  const keys = await answer(versions.index("draft").getAllKeys(version.draft));
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_VERSIONS))) await answer(versions.delete(key));
}

/**
 * @param {() => void} closed
 * @returns {Promise<IDBDatabase>}
 */
function openDatabase(closed) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("drafts", { keyPath: "id" });
      request.result.createObjectStore("versions", { keyPath: "id", autoIncrement: true }).createIndex("draft", "draft");
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = closed;
      database.onversionchange = () => {
        database.close();
        closed();
      };
      resolve(database);
    };
    request.onerror = () => reject(request.error ?? new Error("The browser's storage cannot be opened."));
  });
}

/**
 * @template Value
 * @param {IDBRequest<Value>} request
 * @returns {Promise<Value>}
 */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
