import type { Chance } from "./chance.js";
import type { LanguageName } from "./world.js";

const verbs = ["collect", "measure", "publish", "resolve", "archive", "balance", "rotate", "inspect", "trim", "probe"];
const nouns = ["Quota", "Ticket", "Cursor", "Shard", "Ledger", "Beacon", "Bucket", "Digest", "Gauge", "Marker"];

/** A name that no other code has. */
export function newName(language: LanguageName, chance: Chance, number: number): string {
  const [verb, noun] = [chance.one(verbs), chance.one(nouns)];
  return language === "rust" || language === "python" ? `${verb}_${noun.toLowerCase()}_${number}` : `${verb}${noun}${number}`;
}

const heads: Readonly<Record<LanguageName, (name: string) => string>> = {
  rust: (name) => `pub fn ${name}(mut value: u64) -> u64 {`,
  cpp: (name) => `unsigned long ${name}(unsigned long value) {`,
  go: (name) => `func ${name}(value uint64) uint64 {`,
  python: (name) => `def ${name}(value):`,
  typescript: (name) => `export function ${name}(value: number): number {`,
};

const steps: Readonly<Record<LanguageName, (factor: number, added: number) => string>> = {
  rust: (factor, added) => `    value = value.wrapping_mul(${factor}).rotate_left(${added % 60});`,
  cpp: (factor, added) => `  value = value * ${factor} + ${added};`,
  go: (factor, added) => `\tvalue = value*${factor} + ${added}`,
  python: (factor, added) => `    value = (value * ${factor} + ${added}) % 65521`,
  typescript: (factor, added) => `  value = (value * ${factor} + ${added}) % 65521;`,
};

const tails: Readonly<Record<LanguageName, readonly string[]>> = {
  rust: ["    value", "}"],
  cpp: ["  return value;", "}"],
  go: ["\treturn value", "}"],
  python: ["    return value"],
  typescript: ["  return value;", "}"],
};

/** A function that nobody cites. */
export function fillerFunction(language: LanguageName, chance: Chance, number: number): readonly string[] {
  const body = Array.from({ length: 1 + chance.below(24) }, () => steps[language](3 + chance.below(90), chance.below(9000)));
  return [heads[language](newName(language, chance, number)), ...body, ...tails[language]];
}

const statements: Readonly<Record<LanguageName, (number: number) => string>> = {
  rust: (number) => `debug_assert!(${number} > 0);`,
  cpp: (number) => `static_assert(${number} > 0);`,
  go: (number) => `_ = ${number}`,
  python: (number) => `assert ${number} > 0`,
  typescript: (number) => `void ${number};`,
};

/** A statement that changes nothing. */
export const fillerStatement = (language: LanguageName, number: number): string => statements[language](number);
