import { lineStarts, type Place, positionAt } from "../../model/span.js";
import type { TracePlace } from "../../model/trace.js";

/** Finds the line of a place. The line starts of each file are found once. */
export type LineOf = (place: Place) => TracePlace;

/** Lines of the texts that were read; 1 where there is no text. */
export function linesOf(textOf: (path: string) => string | undefined): LineOf {
  const known = new Map<string, readonly number[]>();
  return ({ path, span }) => {
    const starts = known.get(path) ?? lineStarts(textOf(path) ?? "");
    known.set(path, starts);
    return { path, line: positionAt(starts, span.start).line };
  };
}
