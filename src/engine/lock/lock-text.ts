import type { LockEntry } from "../../model/lock.js";
import type { LockBlock } from "../../model/lock-file.js";

/** The first lines of every lock: for those who meet it in a diff. */
const head = "# The links between rows and code that somebody reviewed. `spec-anchors review` writes this file.\nversion = 1\n";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By name, path, owner and ordinal: blocks of different links never change places, so that changes of different links merge. */
function inOrder(a: LockEntry, b: LockEntry): number {
  return (
    compare(a.name, b.name) ||
    compare(a.path, b.path) ||
    compare(a.owner, b.owner) ||
    a.ordinal - b.ordinal ||
    compare(a.fingerprint, b.fingerprint) ||
    a.twin - b.twin
  );
}

/** What TOML refuses in a string, and what a terminal or an editor would obey instead of showing. */
const unsafe = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text as a TOML string on one line. JSON's escapes are TOML's, but half of a surrogate pair has none. */
function quoted(text: string): string {
  const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return JSON.stringify(whole).replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function blockOf(entry: LockEntry): string {
  const { name, path, owner, ordinal, fingerprint, twin, equal, explanation, definition, commit, note } = entry;
  // What tells the link comes first and rarely changes: it keeps the changes of two neighbours apart, and they merge.
  const block: { readonly [Key in keyof LockBlock]-?: LockBlock[Key] | undefined } = {
    name,
    path,
    owner,
    ordinal: ordinal === 0 ? undefined : ordinal,
    fingerprint,
    twin: twin === 0 ? undefined : twin,
    equal: equal === 1 ? undefined : equal,
    explanation,
    definition,
    commit,
    note,
  };
  const lines = Object.entries(block).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key} = ${typeof value === "number" ? value : quoted(value)}\n`],
  );
  return `\n[[link]]\n${lines.join("")}`;
}

/** The text of a lock with these entries: the same entries give the same text, in whatever order they come. */
export function lockText(entries: readonly LockEntry[]): string {
  return head + entries.toSorted(inOrder).map(blockOf).join("");
}
