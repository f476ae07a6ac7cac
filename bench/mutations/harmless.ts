import { type Mutation, mutant, spliceFile } from "./mutant.js";
import { indentOf } from "./splice.js";
import type { Pair, Subject } from "./subject.js";

/** Changes the text of a file in a way that takes nothing away. */
function neutral(id: string, path: (pair: Pair) => string, change: (text: string, pair: Pair) => string): Mutation {
  return {
    id,
    apply: (subject, pair) => {
      const text = subject.files.get(path(pair)) ?? "";
      const changed = change(text, pair);
      return changed === text ? undefined : mutant(pair, path(pair), changed, []);
    },
  };
}

const rowPath = ({ row }: Pair): string => row.path;
const anchorPath = ({ anchor }: Pair): string => anchor.path;

/** Replaces the anchor's comment by one that says the same. */
function said(id: string, write: (comment: readonly string[]) => readonly string[]): Mutation {
  return {
    id,
    apply: (subject: Subject, pair) => {
      const { anchor } = pair;
      if (anchor.code !== "") return undefined;
      const indent = indentOf((subject.files.get(anchor.path) ?? "").split("\n")[anchor.line]);
      const lines = write(anchor.comment).map((line) => indent + line);
      return mutant(pair, anchor.path, spliceFile(subject, anchor.path, [{ at: anchor.line, remove: anchor.lines, lines }]).text, []);
    },
  };
}

/** Nothing is wrong after these: what they bring to light is a false alarm. */
export const harmless: readonly Mutation[] = [
  neutral("row without backticks", rowPath, (text, { name }) => text.replace(`| \`${name}\` |`, `| ${name} |`)),
  neutral("row's name in bold", rowPath, (text, { name }) => text.replace(`| \`${name}\` |`, `| **\`${name}\`** |`)),
  neutral("row indented", rowPath, (text, { name }) => text.replace(`\n| \`${name}\` |`, `\n  | \`${name}\` |`)),
  neutral("document with CRLF", rowPath, (text) => text.replaceAll(/\r?\n/g, "\r\n")),
  neutral("source with CRLF", anchorPath, (text) => text.replaceAll(/\r?\n/g, "\r\n")),
  neutral("anchor in backticks", anchorPath, (text, { name }) => text.replace(`SPEC: ${name} `, `SPEC: \`${name}\` `)),
  said("anchor in a block comment", (comment) => [`/* ${comment.map((line) => line.replace(/^\/\/[/!]?\s*/, "")).join("\n   ")} */`]),
  said("anchor without its text", ([first = ""]) => [first.replace(/(SPEC: `?\w+`?).*$/, "$1")]),
  said("anchor with an empty comment line before it", (comment) => ["//", ...comment]),
  said("anchor as an item of a list", ([first = "", ...more]) => [first.replace("SPEC:", "- SPEC:"), ...more]),
  said("anchor with a blank line after it", (comment) => [...comment, ""]),
];
