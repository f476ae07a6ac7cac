import { indentOf } from "./splice.js";
import type { Anchor } from "./subject.js";

const item =
  /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:(?:async|const|unsafe|extern(?:\s+"\w+")?)\s+)*(?:fn|struct|enum|impl|trait|mod|static|const|type|union)\b/;
const functionHead = /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:(?:async|const|unsafe)\s+)*fn\s+\w+/;

/** The 0-based line of the first `#[cfg(test)]` module; the number of lines where there is none. */
function testsFrom(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, index) => /^\s*#\[cfg\((?:all\()?test\b/.test(line) && /^\s*(?:pub )?mod\b/.test(lines[index + 1] ?? ""),
  );
  return at === -1 ? lines.length : at;
}

/** Production functions that a comment line may be put directly before, without becoming part of another comment. */
export function functions(lines: readonly string[]): readonly number[] {
  return lines
    .slice(0, testsFrom(lines))
    .flatMap((line, at) => (functionHead.test(line) && !/^\s*(?:\/\/(?![/!])|#\[)/.test(lines[at - 1] ?? "") ? [at] : []));
}

/** The first function of a test module, if there is one. */
export function testFunction(lines: readonly string[]): number | undefined {
  const from = testsFrom(lines);
  const at = lines.findIndex((line, index) => index > from && functionHead.test(line));
  return at === -1 ? undefined : at;
}

/** Imports at the top level of the file. */
export function imports(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line, at) => (/^(?:pub )?use\s/.test(line) && !/^\s*#\[/.test(lines[at - 1] ?? "") ? [at] : []));
}

/** The lines with the closing bracket of each production `impl` that is indented as its head is. */
export function implEnds(lines: readonly string[]): readonly number[] {
  const end = testsFrom(lines);
  return lines.slice(0, end).flatMap((line, at) => {
    if (!/^\s*(?:unsafe )?impl\b/.test(line) || line.trimEnd().endsWith("}")) return [];
    const close = lines.findIndex((other, index) => index > at && other.trimEnd() === `${indentOf(line)}}`);
    return close === -1 || close >= end ? [] : [close];
  });
}

/** What stands after an anchor's comment: the next line that is neither blank nor comment nor attribute. */
export function codeAfter(
  lines: readonly string[],
  anchor: Anchor,
): { readonly at: number; readonly kind: "item" | "arm" | "statement" | "end" } {
  const from = anchor.line + (anchor.code === "" ? anchor.lines : 0);
  const found = lines.findIndex((line, index) => index >= from && !/^\s*(?:$|\/\/|#\[)/.test(line));
  const line = lines[found] ?? "";
  if (anchor.code !== "" || /^\s*[})\]]/.test(line) || found === -1) return { at: found, kind: "end" };
  if (item.test(line)) return { at: found, kind: "item" };
  return { at: found, kind: /=>\s*(?:\{|[^,]+,)?\s*$/.test(line) && !/^\s*(?:let|match|if|for)\b/.test(line) ? "arm" : "statement" };
}

/** The last line of the code that begins at a line, where code is indented as rustfmt does it. */
export function endOfCode(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at]);
  if (/[;,}]\s*$/.test(lines[at] ?? "")) return at;
  const end = lines.findIndex((line, index) => index > at && indentOf(line) === indent && /^\s*[})\]].*[^{(]\s*$|^\s*[})\]]$/.test(line));
  return end === -1 ? at : end;
}

/** The line of the function that is or encloses an anchor, as far as text can tell. */
export function functionAround(lines: readonly string[], anchor: Anchor): number | undefined {
  const after = codeAfter(lines, anchor);
  if (after.kind === "item" && functionHead.test(lines[after.at] ?? "")) return after.at;
  const before = lines.slice(0, anchor.line).findLastIndex((line) => functionHead.test(line));
  return before === -1 ? undefined : before;
}
