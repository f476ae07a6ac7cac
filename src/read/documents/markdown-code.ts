import type { Code } from "mdast";
import type { CodeBlock } from "../../model/document.js";
import { type MarkdownSource, originalSpan } from "./markdown-source.js";

/** A fence at the start of a block of code, whatever list or quote it stands in. */
const fence = /^(?:`{3,}|~{3,})/;

/** A block of code with the place of its lines: between the fences where it has any, else all of it. */
export function codeBlock(source: MarkdownSource, node: Code): CodeBlock {
  const span = originalSpan(source, node);
  const text = source.original.slice(span.start, span.end);
  const language = node.lang?.toLowerCase();
  const facts = { kind: "code", span, language, value: node.value } as const;
  if (!fence.test(text)) return { ...facts, content: span };
  const first = text.indexOf("\n") + 1;
  if (first === 0 || node.value === "")
    return { ...facts, content: { start: span.start + (first || text.length), end: span.start + (first || text.length) } };
  // As many lines as the value has: the closing fence may be missing.
  let end = first;
  for (let line = node.value.split("\n").length; line > 0 && end < text.length; line -= 1) {
    const next = text.indexOf("\n", end);
    end = next === -1 ? text.length : next + 1;
  }
  return { ...facts, content: { start: span.start + first, end: span.start + end } };
}
