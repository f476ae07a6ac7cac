import type { Suppression } from "../../model/suppression.js";
import { commentLineAt, standing } from "./comment-lines.js";
import type { Lens } from "./lens.js";
import { directiveWord } from "./marks.js";

const directive = new RegExp(`${directiveWord}(?![\\w-])[ \\t]*([\\w-]*)[ \\t]*:?[ \\t]*(.*)$`);

/** The directives of a source file: each covers the next line that is neither blank nor a directive itself. */
export function suppressionsIn(text: string, lens: Lens, signs: readonly string[]): readonly Suppression[] {
  const found: Suppression[] = [];
  for (let at = text.indexOf(directiveWord); at !== -1; at = text.indexOf(directiveWord, at + directiveWord.length)) {
    const sight = lens(at);
    if (sight.kind !== "comment") continue;
    const line = commentLineAt(text, sight.comment, at);
    if (standing(line, at, signs) !== "begins") continue;
    const parts = directive.exec(line.text);
    if (parts === null) continue;
    found.push({
      span: { start: at, end: line.span.end },
      rule: parts[1] ?? "",
      reason: (parts[2] ?? "").trim(),
      covers: nextLine(text, line.span.end),
    });
  }
  return found;
}

function nextLine(text: string, from: number): { start: number; end: number } | undefined {
  let start = text.indexOf("\n", from) + 1;
  while (start > 0) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== "" && !line.includes(directiveWord)) return { start, end };
    if (newline === -1) return undefined;
    start = newline + 1;
  }
  return undefined;
}
