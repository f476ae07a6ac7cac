import { parse, TomlError } from "smol-toml";
import { nearestWord } from "../judge/nearness.js";
import type { LockEntry, LockProblem } from "../model/lock.js";
import type { LockBlock, LockFile } from "../model/lock-file.js";
import { lineStarts, type Position } from "../model/span.js";
import { isTable, tomlType } from "./fault.js";
import { tomlProblem } from "./toml-error.js";
import { type KeyPath, locator } from "./toml-locate.js";

/** The entries of a lock's text, or everything that is wrong with it, in the order of the text. */
export type ParsedLock =
  | { readonly kind: "lock"; readonly entries: readonly LockEntry[] }
  | { readonly kind: "problems"; readonly problems: readonly LockProblem[] };

/** A fault and the value or key it is about. */
interface Fault {
  readonly at: KeyPath;
  readonly message: string;
  readonly hint?: string;
}

/** What a value has to be, and whether it has to be there. */
interface Kind {
  readonly type: "string" | "number";
  readonly required: boolean;
  readonly form?: { readonly pattern: RegExp; readonly words: string };
}

const again = "Take the block out and run `spec-anchors review` for its name.";
const required: Kind = { type: "string", required: true };
const optional: Kind = { type: "string", required: false };
const count: Kind = { type: "number", required: false, form: { pattern: /^[1-9]\d{0,8}$/, words: "a whole number above 0" } };

const kinds: Readonly<Record<keyof LockBlock, Kind>> = {
  name: { ...required, form: { pattern: /\S/, words: "a name" } },
  path: { ...required, form: { pattern: /^(?!\/|\.{1,2}(?:\/|$)).+/, words: "a path below the root" } },
  owner: required,
  ordinal: count,
  fingerprint: { ...required, form: { pattern: /^[0-9a-f]{16,64}$/, words: "16 to 64 hexadecimal digits" } },
  twin: count,
  equal: { ...count, form: { pattern: /^(?:[2-9]|[1-9]\d{1,8})$/, words: "a whole number above 1" } },
  explanation: required,
  definition: { ...optional, form: { pattern: /^[0-9a-f]{16,64}$/, words: "16 to 64 hexadecimal digits" } },
  // It gets to git: it must never look like an option.
  commit: { ...optional, form: { pattern: /^[0-9a-f]{7,64}$/, words: "the hash of a commit" } },
  note: optional,
};

function valueFault(key: string, value: unknown, { type, form }: Kind): Pick<Fault, "message" | "hint"> | undefined {
  const isOfType = type === "number" ? typeof value === "number" || typeof value === "bigint" : typeof value === type;
  if (!isOfType) return { message: `\`${key}\` must be a ${type}, not ${tomlType(value)}.`, hint: again };
  return form === undefined || form.pattern.test(String(value)) ? undefined : { message: `\`${key}\` is not ${form.words}.`, hint: again };
}

function* blockFaults(block: unknown, at: KeyPath): Generator<Fault> {
  if (!isTable(block)) {
    yield { at, message: `\`link\` must hold tables, not ${tomlType(block)}.`, hint: "Write `[[link]]`." };
    return;
  }
  for (const [key, kind] of Object.entries(kinds)) {
    if (block[key] === undefined) {
      if (kind.required) yield { at, message: `This block has no \`${key}\`.`, hint: again };
      continue;
    }
    const fault = valueFault(key, block[key], kind);
    if (fault !== undefined) yield { at: [...at, key], ...fault };
  }
  for (const key of Object.keys(block)) if (!Object.hasOwn(kinds, key)) yield unknownKey([...at, key], key, Object.keys(kinds));
}

function unknownKey(at: KeyPath, key: string, known: readonly string[]): Fault {
  const near = nearestWord(key, known);
  return { at, message: `A lock has no key \`${key}\`.`, hint: near === undefined ? "Remove it." : `Did you mean \`${near}\`?` };
}

function* fileFaults(file: Readonly<Record<string, unknown>>): Generator<Fault> {
  const known: readonly (keyof LockFile)[] = ["version", "link"];
  const { version, link } = file;
  if (version !== 1 && version !== 1n) {
    const isNewer = (typeof version === "number" || typeof version === "bigint") && version > 1;
    const hint = isNewer ? "Use the spec-anchors that wrote it." : "Write `version = 1` as its first line.";
    yield { at: ["version"], message: isNewer ? `This lock has version ${version}; 1 is known.` : "This lock has no version.", hint };
    if (isNewer) return;
  }
  for (const key of Object.keys(file)) if (!known.some((other) => other === key)) yield unknownKey([key], key, known);
  if (link === undefined) return;
  if (!Array.isArray(link)) {
    yield {
      at: ["link"],
      message: `\`link\` must be an array of tables, not ${tomlType(link)}.`,
      hint: "Write `[[link]]`, in double brackets.",
    };
    return;
  }
  const seen = new Set<string>();
  for (const [at, block] of link.entries()) {
    yield* blockFaults(block, ["link", at]);
    if (!isTable(block)) continue;
    const { name, path, owner, fingerprint, twin } = block;
    const identity = JSON.stringify([name, path, owner, fingerprint, String(twin)]);
    if (seen.has(identity)) yield { at: ["link", at], message: "This link stands twice.", hint: "Keep one of the two blocks." };
    seen.add(identity);
  }
}

function entryOf({ name, path, owner, ordinal, fingerprint, twin, equal, explanation, definition, commit, note }: LockBlock): LockEntry {
  const numbers = { ordinal: Number(ordinal ?? 0), twin: Number(twin ?? 0), equal: Number(equal ?? 1) };
  return { name, path, owner, fingerprint, explanation, definition, commit, note, ...numbers };
}

/** The first line that a merge left behind. */
function conflict(text: string): LockProblem | undefined {
  const found = /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t].*|(?=\r?$))/m.exec(text);
  if (found === null) return undefined;
  const at = { start: found.index, end: found.index + found[0].replace(/\r$/, "").length };
  const end = text.indexOf("\n>>>>>>>", found.index);
  const isInside = end !== -1 && !/^(?:\[\[link\]\]|(?:name|path|owner|ordinal) = )/m.test(text.slice(found.index, end));
  const message = "A merge left a conflict here.";
  if (isInside)
    return { at, message, hint: "Keep one side: both are about one link. Then run `spec-anchors review` to see whether it fits." };
  return {
    at,
    message,
    hint: "Keep the blocks of both sides, each under a `[[link]]` of its own, or of one, and run `spec-anchors review` to see what is to be reviewed again.",
  };
}

/** Reads the text of a lock (without byte order mark). `path` is what its problems call it. */
export function parseLock(path: string, text: string): ParsedLock {
  const merged = conflict(text);
  if (merged !== undefined) return { kind: "problems", problems: [merged] };
  const starts = lineStarts(text);
  const from = ({ line, column }: Position): { start: number; end: number } => {
    const start = Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
    const end = text.indexOf("\n", start);
    return { start, end: end === -1 ? text.length : end - (text[end - 1] === "\r" && end > start ? 1 : 0) };
  };
  let file: Readonly<Record<string, unknown>>;
  try {
    file = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column, message, hint } = tomlProblem(path, text, error);
    return { kind: "problems", problems: [{ at: from({ line: line ?? 1, column: column ?? 1 }), message, hint }] };
  }
  const faults = [...fileFaults(file)];
  if (faults.length > 0) {
    const locate = locator(text);
    const problems = faults.map(({ at, message, hint }) => ({ at: from(locate(at)?.key ?? { line: 1, column: 1 }), message, hint }));
    return { kind: "problems", problems: problems.sort((a, b) => a.at.start - b.at.start) };
  }
  return { kind: "lock", entries: ((file as unknown as LockFile).link ?? []).map(entryOf) };
}
