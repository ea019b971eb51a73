// Runs the published and the hand-calculated cases through the oracle, and the arithmetic of the hand
// calculations itself: `node tests/oracle/cases.mjs [command …]`. With a command, its results are
// tested too: it reads one plan per line and writes one result per line.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arithmetic } from "./arithmetic.mjs";
import { evaluate } from "./model.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));

/** The figure at a path such as `value.months[0].value`. Past the end of a list it is null. */
function figure(result, path) {
  return path.replaceAll("[", ".").replaceAll("]", "").split(".")
    .reduce((at, step) => (Array.isArray(at) && step >= at.length ? null : at?.[step]), result);
}

function same(got, value, tolerance) {
  if (typeof value === "number") return typeof got === "number" && Math.abs(got - value) <= tolerance;
  return value === null ? got === null : JSON.stringify(got) === JSON.stringify(value);
}

const cases = [
  ...read("cases/published.json").cases.map(({ id, maps }) => ({ id, ...maps })),
  ...read("cases/hand.json").cases,
];
const failures = [];
let figures = 0;
let sums = 0;

function check(who, { id, expect }, result) {
  for (const { figure: path, value, tolerance } of expect) {
    figures += 1;
    const got = figure(result, path);
    if (!same(got, value, tolerance)) failures.push(`${who} ${id} ${path}: ${JSON.stringify(got)} instead of ${JSON.stringify(value)}`);
  }
}

for (const item of cases) {
  check("oracle", item, evaluate(JSON.stringify(item.plan)));
  for (const { figure: path, value, tolerance, how } of item.expect) {
    if (how === undefined || typeof value !== "number") continue;
    sums += 1;
    const got = arithmetic(how.split(";")[0]); // a remark follows the semicolon
    if (!same(got, value, tolerance)) failures.push(`sum ${item.id} ${path}: ${how} is ${got}, not ${value}`);
  }
  const example = /^example-(.*)$/.exec(item.id);
  if (example && JSON.stringify(item.plan) !== JSON.stringify(read(`../examples/${example[1]}.json`))) {
    failures.push(`${item.id}: the plan differs from examples/${example[1]}.json`);
  }
}

const [command, ...args] = process.argv.slice(2);
if (command !== undefined) {
  const run = spawnSync(command, args, { input: cases.map(({ plan }) => `${JSON.stringify(plan)}\n`).join(""), encoding: "utf8", maxBuffer: 2 ** 30 });
  const results = run.stdout.trim().split("\n").map((text) => JSON.parse(text));
  cases.forEach((item, i) => check(command, item, results[i]));
}

console.log(`${cases.length} cases, ${figures} figures, ${sums} sums by hand, ${failures.length} failures`);
failures.forEach((failure) => console.log(failure));
process.exitCode = failures.length > 0 ? 1 : 0;
