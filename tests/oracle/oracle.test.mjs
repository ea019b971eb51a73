// The cases and the comparison as tests: `node --test tests/oracle`. They need the release build.
// JAARPLAN_PLANS sets how many generated plans are compared, JAARPLAN_SEED which.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMMAND = ["target/release/jaarplan", "evaluate", "-", "--format", "json"];

function passes(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

test("the oracle and the command line give the published and the hand-calculated figures", () => {
  passes("tests/oracle/cases.mjs", ...COMMAND);
});

test("the command line agrees with the oracle on generated plans", () => {
  const { JAARPLAN_PLANS = "10000", JAARPLAN_SEED = "1" } = process.env;
  passes("tests/oracle/compare.mjs", "--plans", JAARPLAN_PLANS, "--seed", JAARPLAN_SEED, "--", ...COMMAND);
});
