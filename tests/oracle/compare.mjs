// Compares a program with the oracle on generated plans:
//
//   node tests/oracle/compare.mjs [--plans 1000] [--seed 1] [--show 20] [-- command arguments …]
//
// The command reads one plan per line and writes one result per line; without one it is
// `target/release/jaarplan evaluate - --format json`. Figures that are exact to the cent, whole numbers,
// truths, names and nulls must be equal; the others may differ by a billionth. Exits with 1 on any difference.

import { spawnSync } from "node:child_process";
import { TooLarge, evaluate } from "./model.mjs";
import { plan } from "./plans.mjs";

const RELATIVE = 1e-9;
const ABSOLUTE = 1e-6;

/** Figures that are exact: whole numbers, and money that is rounded to the cent. */
const EXACT = /^(?:profCircles\.(?:circles|sessions|facilitators|sizes.*|groups.*)|.*participants|budget\.(?:lines\[\d+\]\.amount|cash|full|reported|available|gap|expectedSpend|expectedUnderspend|socialBalance\.\w+\.(?:grossCost|contributions|subsidies|netCost))|value\.paybackMonth|value\.months\[\d+\]\.month)$/;

function walk(expected, got, path, report) {
  const label = /^budget\.lines\[\d+\]\.label$/.test(path);
  if (label && expected === null) return; // the name of a line that the model itself adds is the program's own
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length) report(`${path}.length`, expected.length, got.length);
    expected.slice(0, got.length).forEach((item, i) => walk(item, got[i], `${path}[${i}]`, report));
  } else if (expected !== null && got !== null && typeof expected === "object" && typeof got === "object") {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      walk(expected[key], got[key], path === "" ? key : `${path}.${key}`, report);
    }
  } else if (typeof expected === "number" && typeof got === "number") {
    const close = Math.abs(expected - got) <= ABSOLUTE || Math.abs(expected - got) <= RELATIVE * Math.max(Math.abs(expected), Math.abs(got));
    if (EXACT.test(path) ? expected !== got : !close) report(path, expected, got);
  } else if (expected !== got) {
    report(path, expected, got);
  }
}

function bags(name, expected, got, report) {
  const [a, b] = [expected, got].map((items) => JSON.stringify([...(items ?? [])].sort()));
  if (a !== b) {
    const missing = expected.filter((item) => !got?.includes(item));
    const extra = (got ?? []).filter((item) => !expected.includes(item));
    report(name, missing, extra);
  }
}

function compare(expected, got, report) {
  const { warnings, defaultsUsed, ...figures } = expected;
  const { warnings: gotWarnings, defaultsUsed: gotDefaults, ...gotFigures } = got;
  walk(figures, gotFigures, "", report);
  const codes = (list) => (list ?? []).map(({ code, path }) => `${code} ${path}`);
  bags("warnings", codes(warnings), codes(gotWarnings), report);
  bags("defaultsUsed", [...new Set(defaultsUsed)], gotDefaults, report);
}

/** The oracle's result, or null when an amount is too large. */
function expectation(text) {
  try {
    return evaluate(text);
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

function options(words) {
  const found = { plans: 1000, seed: 1, show: 20 };
  const split = words.indexOf("--");
  const own = split === -1 ? words : words.slice(0, split);
  for (let i = 0; i < own.length; i += 2) {
    const name = own[i].replace(/^--/, "");
    if (!(name in found)) throw new Error(`unknown option ${own[i]}`);
    found[name] = Number(own[i + 1]);
  }
  const command = split === -1 ? [] : words.slice(split + 1);
  return { ...found, command: command.length > 0 ? command : ["target/release/jaarplan", "evaluate", "-", "--format", "json"] };
}

const { plans, seed, show, command } = options(process.argv.slice(2));
const texts = Array.from({ length: plans }, (_, number) => plan(number, seed));
const run = spawnSync(command[0], command.slice(1), { input: `${texts.join("\n")}\n`, encoding: "utf8", maxBuffer: 2 ** 32 });
if (run.error) throw run.error;
const results = run.stdout.split("\n").filter((row) => row !== "");

const differences = [];
const plansThatDiffer = new Set();
const byFigure = new Map();
let figures = 0;
let refused = 0;
if (results.length !== plans) differences.push({ number: "-", path: "results", expected: plans, got: results.length });
texts.slice(0, results.length).forEach((text, number) => {
  const report = (path, expected, got) => {
    differences.push({ number, path, expected, got });
    plansThatDiffer.add(number);
    const kind = path.replace(/\[\d+\]/g, "[]");
    byFigure.set(kind, (byFigure.get(kind) ?? 0) + 1);
  };
  const got = JSON.parse(results[number]);
  const expected = expectation(text);
  if (expected === null) {
    refused += 1;
    if (!got.error?.errors.every(({ code }) => code === "too-large")) report("error", "too-large", got.error ?? "a result");
    return;
  }
  figures += JSON.stringify(expected).split(/[,[{]/).length;
  if (got.error) report("error", "a result", got.error);
  else compare(expected, got, report);
});

console.log(`${plans} plans (seed ${seed}), about ${figures} figures, ${refused} plans too large, ${plansThatDiffer.size} plans differ in ${differences.length} figures`);
for (const [kind, times] of [...byFigure].sort((a, b) => b[1] - a[1])) console.log(`  ${times} × ${kind}`);
for (const { number, path, expected, got } of differences.slice(0, show)) {
  console.log(`plan ${number} ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
}
process.exitCode = differences.length > 0 ? 1 : 0;
