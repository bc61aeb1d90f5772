// The native core beside native cmark, in turns.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { interleaved } from "./rounds.mjs";
import { nativeCmark, nativePressmark } from "./set_up.mjs";

const PROGRAMS = { pressmark: nativePressmark, cmark: nativeCmark };

/**
 * @param {Record<string, string>} files by the name of their text
 * @param {{rounds: number, batch: number}} options
 * @returns {Promise<{text: string, pressmark: number, cmark: number}[]>} milliseconds
 */
export async function measureNative(files, { rounds, batch }) {
  const results = [];
  for (const [text, file] of Object.entries(files)) {
    const running = Object.entries(PROGRAMS).map(([name, program]) => {
      const child = spawn(program, [file], { stdio: ["pipe", "pipe", "inherit"] });
      return { name, child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
    });
    const sample = async ({ child, answers }) => {
      child.stdin.write(`${batch}\n`);
      return Number((await answers.next()).value.split(" ")[0]);
    };
    for (const one of running) await sample(one);
    const medians = await interleaved(running, rounds, sample);
    results.push({ text, ...Object.fromEntries([...medians].map(([{ name }, time]) => [name, time])) });
    for (const { child } of running) child.stdin.end();
  }
  return results;
}
