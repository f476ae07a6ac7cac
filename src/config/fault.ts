import type { KeyPath } from "./toml-locate.js";

/** A fault of a parsed configuration, before its place in the text is known. */
export interface Fault {
  readonly path: KeyPath;
  /** Which of the two is wrong. */
  readonly at: "key" | "value";
  /** One sentence, names in backticks. */
  readonly message: string;
  /** What to do about it; `undefined` where the message says it all. */
  readonly hint: string | undefined;
}

/** What messages call the value at the path: its key, with `columns.` before a role; an element by its array. */
export function nameOf(path: KeyPath): string {
  const keys = path.filter((key) => typeof key === "string");
  const name = `\`${(keys.length > 1 && /^(?:tables|specifications|citations|anchors|declarations)$/.test(keys[0] ?? "") ? keys.slice(1) : keys).join(".")}\``;
  return typeof path.at(-1) === "number" ? `An entry of ${name}` : name;
}

/** What messages call the type of a parsed value, with its article: TOML's word for it. */
export function tomlType(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return "a date";
  if (typeof value === "object") return "a table";
  return `a ${typeof value}`;
}

/** True for a table; arrays and dates, which JavaScript takes for objects too, are none. */
export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return tomlType(value) === "a table";
}
