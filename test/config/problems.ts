import { parseConfig } from "../../src/config/parse.js";

/** The rules of the tests: three that can be set, one that cannot. */
export const rules = { ids: ["missing-anchor", "wrong-file", "stale-lines", "unreadable"], always: ["unreadable"] };

/** Every problem of the text as `line:column message | hint`. */
export function problems(text: string): readonly string[] {
  const result = parseConfig("spec-anchors.toml", text, rules);
  if (result.kind === "config") return [];
  return result.problems.map(({ line, column, message, hint }) => `${line}:${column} ${message} | ${hint}`);
}
