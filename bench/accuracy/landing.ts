import { lineStarts, positionAt, type Span } from "../../src/model/span.js";
import { isSame } from "./code-text.js";
import { codeSpanOf, type Marked, type Source } from "./subject.js";

/** Where an anchor should be after its file changed: on a 1-based line, on a construct of the unchanged code. */
export interface Expected {
  readonly anchor: Marked;
  readonly line: number;
  readonly construct: Span;
}

/**
 * True if a changed text has the same code, its anchors that moved are where they should be, on code that runs, and all others still are on
 * their constructs.
 */
export function landsAs(source: Source, text: string, moved: readonly Expected[]): boolean {
  const { anchors, code } = source.read(text);
  if (code.code !== source.code.code) return false;
  const starts = lineStarts(text);
  const left = new Set(anchors);
  const isAt = (names: readonly string[], line: number | undefined, construct: Span): boolean =>
    names.every((name) => {
      const found = [...left].find(
        (one) =>
          one.name === name &&
          (line === undefined || positionAt(starts, one.mark.span.start).line === line) &&
          one.placement.kind === "construct" &&
          one.placement.construct.activity.kind === "active" &&
          isSame(code.spanOf(one.placement.construct.span), construct),
      );
      if (found !== undefined) left.delete(found);
      return found !== undefined;
    });
  return (
    moved.every(({ anchor, line, construct }) => isAt(anchor.names, line, construct)) &&
    source.anchors
      .filter((anchor) => !moved.some((one) => one.anchor === anchor))
      .every((anchor) => isAt(anchor.names, undefined, codeSpanOf(source, anchor)))
  );
}
