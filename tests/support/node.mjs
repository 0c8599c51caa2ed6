// Evaluates first-party modules where there is no browser: each page is a realm of its own that has the language and the
// codings of text and of addresses, and nothing else. Line by line a question comes in and its answer goes out, both JSON.
//
//   {"tables": {"tables/live.js": "..."}, "client": "<folder>"}   first: tables are generated, the rest is in the folder
//   {"open": true}                                 a new page; the one before is gone
//   {"evaluate": "async (x) => ...", "given": ...} → {"value": ...} or {"fault": "..."}; and what nobody caught: {"uncaught": []}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Script, SourceTextModule, createContext } from "node:vm";

const ROOT = "/client/";

/** @type {{ tables: Record<string, string>, client: string }} */
let app;
/** @type {{ realm: import("node:vm").Context, modules: Map<string, SourceTextModule> }} */
let page;
/** @type {string[]} */
const uncaught = [];

process.on("unhandledRejection", (error) => uncaught.push(told(error)));
process.on("uncaughtException", (error) => uncaught.push(told(error)));

/** @param {any} question */
async function answer(question) {
  if (question.client) app = question;
  if (question.open) page = { realm: createContext({ TextEncoder, TextDecoder, URLSearchParams }), modules: new Map() };
  const value = question.evaluate ? await evaluate(question.evaluate, question.given) : null;
  // Node tells of what was rejected once this turn is over.
  await new Promise((over) => setImmediate(over));
  return { value };
}

/** @param {string} expression a value, or a function to call with what is given @param {unknown} given */
async function evaluate(expression, given) {
  const program = `(async (given) => {
    const found = (${expression}\n);
    return JSON.stringify(await (typeof found === "function" ? found(JSON.parse(given)) : found)) ?? "null";
  })`;
  const script = new Script(program, { filename: "evaluate", importModuleDynamically: (name) => imported(name, ROOT) });
  return JSON.parse(await script.runInContext(page.realm)(JSON.stringify(given ?? null)));
}

/** @param {string} name @param {string} from */
async function imported(name, from) {
  const module = linked(name, from);
  if (module.status === "unlinked" || module.status === "linked") module.instantiate();
  await module.evaluate();
  return module;
}

/** @param {string} name as it is imported @param {string} from the path of the module that imports it */
function linked(name, from) {
  const path = new URL(name, `file://${from}`).pathname;
  if (!/^[./]/.test(name) || !path.startsWith(ROOT)) throw new Error(`${from} imports ${name}, which is none of our modules`);
  const kept = page.modules.get(path);
  if (kept) return kept;
  const importModuleDynamically = (/** @type {string} */ wanted) => imported(wanted, path);
  const made = new SourceTextModule(source(path.slice(ROOT.length)), { context: page.realm, identifier: path, importModuleDynamically });
  page.modules.set(path, made);
  made.linkRequests(made.moduleRequests.map(({ specifier }) => linked(specifier, path)));
  return made;
}

/** @param {string} place below assets/client */
const source = (place) => app.tables[place] ?? readFileSync(join(app.client, place), "utf8");

/** @param {any} error */
const told = (error) => String(error?.stack ?? error);

for await (const line of createInterface({ input: process.stdin })) {
  const said = await answer(JSON.parse(line)).catch((error) => ({ fault: told(error) }));
  process.stdout.write(`${JSON.stringify({ ...said, uncaught: uncaught.splice(0) })}\n`);
}
