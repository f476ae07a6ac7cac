import { atAnchor, type Mutation, mutant, spliceFile } from "./mutant.js";
import { codeAfter, functionAround } from "./rust-places.js";
import { indentOf } from "./splice.js";
import type { Pair, Subject } from "./subject.js";

const linesOf = (subject: Subject, { anchor }: Pair): readonly string[] => (subject.files.get(anchor.path) ?? "").split("\n");

const quoted = (comment: string): string => `"${comment.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** Code with a literal in it that may stand where the anchor stands. */
function codeWith(literal: string, kind: ReturnType<typeof codeAfter>["kind"]): string {
  if (kind === "item") return `const MARKED: &str = ${literal};`;
  if (kind === "arm") return `_ if ${literal}.is_empty() => unreachable!(),`;
  return `let _ = ${literal};`;
}

/** The anchor's comment becomes other lines in its place; `marker` is the index of that with the marker. */
function inPlace(
  id: string,
  replace: (comment: readonly string[], kind: ReturnType<typeof codeAfter>["kind"]) => readonly string[],
  marker = 0,
): Mutation {
  return {
    id,
    apply: (subject, pair) => {
      const { anchor } = pair;
      const lines = linesOf(subject, pair);
      const indent = indentOf(lines[anchor.line]);
      const written = replace(anchor.comment, codeAfter(lines, anchor).kind).map((line) => indent + line);
      const kept = anchor.code === "" ? [] : [anchor.code];
      const { text, landed } = spliceFile(subject, anchor.path, [{ at: anchor.line, remove: anchor.lines, lines: [...kept, ...written] }]);
      return mutant(pair, anchor.path, text, [atAnchor(pair, "not-a-comment", (landed[0] ?? 0) + kept.length + marker)]);
    },
  };
}

/** The marker stands where it was, but not in a live comment any more. */
export const anchorDead: readonly Mutation[] = [
  inPlace("anchor in a string", ([first = ""], kind) => [codeWith(quoted(first), kind)]),
  inPlace("anchor in a raw string", ([first = ""], kind) => [...codeWith(`r#"\n${first}\n"#`, kind).split("\n")], 1),
  inPlace("anchor in a string of lines", ([first = ""], kind) => [...codeWith(`"\n${first.replaceAll('"', "'")}\n"`, kind).split("\n")], 1),
  inPlace("anchor commented out", (comment) => comment.map((line) => `// ${line}`)),
  inPlace("anchor in a block comment, with its sign", (comment) => [`/* ${comment.join(" ")} */`]),
  inPlace("anchor commented out with lines", (comment) => ["/*", ...comment, "*/"], 1),
  inPlace("anchor in an attribute", ([first = ""]) => [`#[doc = ${quoted(first.replace(/^\/\/[/!]?\s*/, ""))}]`]),
  inPlace("anchor commented out with code", ([first = "", ...more]) => [`// self.check(); ${first}`, ...more]),
  {
    id: "anchor in a doc-test",
    apply: (subject, pair) => {
      const { anchor } = pair;
      const lines = linesOf(subject, pair);
      const head = functionAround(lines, anchor);
      if (head === undefined) return undefined;
      const fence = ["```", ...anchor.comment.slice(0, 1), "let two = 1 + 1;", "```"].map((line) => `${indentOf(lines[head])}/// ${line}`);
      const { text, landed } = spliceFile(subject, anchor.path, [
        { at: anchor.line, remove: anchor.lines, lines: anchor.code === "" ? [] : [anchor.code] },
        { at: head, remove: 0, lines: fence },
      ]);
      return mutant(pair, anchor.path, text, [atAnchor(pair, "not-a-comment", (landed[1] ?? 0) + 1)]);
    },
  },
];
