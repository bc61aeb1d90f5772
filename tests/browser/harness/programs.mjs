// Finding and running the programs of this machine.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these programs that is installed. @param {string[]} names */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of names) {
    for (const folder of name.startsWith("/") ? [""] : folders) {
      const file = name.startsWith("/") ? name : join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not in this folder
      }
    }
  }
  throw new Error(`none of these programs is installed: ${names.join(", ")}`);
}

/** Programs that run. They must not outlive this one, however it ends. @type {Set<Program>} */
const running = new Set();
process.on("exit", () => running.forEach((program) => program.kill()));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** A program of ours in the background, with a process group of its own; `stop` ends it and what it has started. */
export class Program {
  constructor(file, values, options = {}) {
    this.process = spawn(file, values, { stdio: ["ignore", "ignore", "ignore"], detached: true, ...options });
    running.add(this);
    this.ended = new Promise((resolve) => {
      this.process.once("exit", resolve);
      this.process.once("error", resolve);
    });
  }

  async stop() {
    this.#signal("SIGTERM");
    const late = setTimeout(() => this.#signal("SIGKILL"), 3000);
    await this.ended;
    clearTimeout(late);
    this.kill();
    running.delete(this);
  }

  /** Ends it and what it has started at once. */
  kill() {
    this.#signal("SIGKILL");
  }

  /** @param {NodeJS.Signals} signal to the group, whose id is the program's own */
  #signal(signal) {
    if (this.process.pid === undefined) return;
    try {
      process.kill(-this.process.pid, signal);
    } catch {
      // all of it has ended
    }
  }
}
