import type { Edit } from "../model/finding.js";
import type { Anchor } from "../model/project.js";
import type { Span } from "../model/span.js";

/** The whole line that holds the offset, with its line end. */
function lineAt(text: string, offset: number): Span {
  const next = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset - 1) + 1, end: next === -1 ? text.length : next + 1 };
}

/**
 * The edits that move an anchor's comment before the construct at `place`; `undefined` where that is no simple move: a comment after code,
 * in a block or a doc comment, for several names, or a construct that does not begin its line. `isAnchor` tells the comment line of another anchor.
 */
export function moveEdits(
  text: string,
  anchor: Anchor,
  isAnchor: (said: string) => boolean,
  alone: boolean,
  place: Span,
): readonly [Edit, Edit] | undefined {
  const first = lineAt(text, anchor.mark.span.start);
  const before = /^([ \t]*)(\S+)[ \t]*$/.exec(text.slice(first.start, anchor.mark.span.start));
  const target = lineAt(text, place.start);
  const indent = /^[ \t]*$/.exec(text.slice(target.start, place.start))?.[0];
  const sign = before?.[2];
  if (
    !alone ||
    sign === undefined ||
    indent === undefined ||
    anchor.placement.kind !== "construct" ||
    anchor.placement.construct.tie !== "precedes"
  )
    return undefined;
  // Line comments only: after the sign of a block comment its end would have to move, too.
  if (/^\/\*|^\*|^\(\*|^\{-|^<!--/.test(sign)) return undefined;
  let { end } = first;
  while (end < text.length) {
    const next = lineAt(text, end);
    const line = text.slice(next.start, next.end).trim();
    // A comment of another kind, the next anchor, a directive, or a note of its own (`SAFETY: …`, `TODO(ann): …`) stays where it is.
    const [own = "", said = ""] = /^(\S*)\s*(.*)$/s.exec(line)?.slice(1) ?? [];
    if (own !== sign || isAnchor(said) || said.startsWith("spec-anchors-ignore") || /^[A-Z]{3,}(?:\([^)]*\))?:/.test(said)) break;
    end = next.end;
  }
  const comment = text.slice(first.start, end);
  if (!comment.endsWith("\n") || (first.start <= place.start && place.start < end)) return undefined;
  // Line feeds only: whoever makes the edit gives the text the line ends of its file.
  const moved = comment
    .replaceAll("\r\n", "\n")
    .split(/(?<=\n)/)
    .map((line) => indent + line.trimStart())
    .join("");
  return [
    { path: anchor.path, span: { start: first.start, end }, text: "" },
    { path: anchor.path, span: { start: target.start, end: target.start }, text: moved },
  ];
}
