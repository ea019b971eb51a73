// Where fuzzing starts: every plan of the examples and the cases, everything that the tests type in a
// number field, and the words of the document. Writes seeds/<target>/ and words.dict.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

const cases = ["hand", "published"].flatMap((name) => JSON.parse(read(`tests/cases/${name}.json`)).cases);
const examples = readdirSync(new URL("examples/", root)).filter((name) => name.endsWith(".json"));
const full = JSON.parse(read("tests/cases/full.json"));
const plans = [
  full,
  ...examples.map((name) => JSON.parse(read(`examples/${name}`))),
  ...cases.map((one) => (one.maps ?? one).plan).filter(Boolean),
];
const links = [...`${read("src/link/mod.rs")}${read("src/link/tests.rs")}`.matchAll(/"(#jp\d\.[^"]*)"/g)].map((match) => match[1].replace(/\\\n */g, ""));
const typed = [...read("tests/numbers.rs").matchAll(/"((?:[^"\\\n]|\\")*)"/g)].map((match) => match[1]);

function write(target, seeds) {
  const folder = new URL(`fuzz/seeds/${target}/`, root);
  mkdirSync(folder, { recursive: true });
  // What fuzzing finds goes there; libFuzzer does not make the folder.
  mkdirSync(new URL(`fuzz/corpus/${target}/`, root), { recursive: true });
  seeds.forEach((seed, i) => writeFileSync(new URL(String(i), folder), seed));
  console.log(`${target}: ${seeds.length} seeds`);
}

// The first byte of a number, a line or a link chooses how it is asked; letters keep the files readable.
const asked = (text, i) => String.fromCharCode(97 + (i % 12)) + text;
// What a link holds, for the choice that puts it into a link.
const held = (link) => Buffer.concat([Buffer.from("c"), Buffer.from(link.split(".")[1], "base64url")]);
write("document", plans.map((plan, i) => (i % 2 ? JSON.stringify(plan) : JSON.stringify(plan, null, 2))));
write("line", plans.map((plan, i) => asked(JSON.stringify(plan), i)));
write("number", typed.map(asked));
write("link", [...plans.map((plan) => `a${JSON.stringify(plan)}`), ...links.map((link) => `d${link}`), ...links.map(held)]);

const words = new Set();
const collect = (value) => {
  if (typeof value === "string") words.add(value);
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) Object.keys(value).forEach((key) => words.add(key));
  Object.values(value).forEach(collect);
};
plans.forEach(collect);
const quoted = [...words].filter((word) => /^[\w-]{1,30}$/.test(word)).map((word) => `"\\"${word}\\""`);
const loose = ["null", "true", "false", "0.5", "1e-7", "{}", "[]", "€", "%", "\u00a0"];
const dictionary = [...quoted, ...loose.map((word) => `"${[...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}"`)];
writeFileSync(new URL("fuzz/words.dict", root), `${dictionary.join("\n")}\n`);
console.log(`${dictionary.length} words`);
