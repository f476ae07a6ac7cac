import type { TracePlace } from "../../model/trace.js";

/** How words weigh. */
export type Mark = "plain" | "good" | "doubt" | "fault";

/** A stretch of what the matrix says: its own words; text of the repository, which is shown as code; a place, which is a link where there are any. */
export type Part =
  | { readonly kind: "words"; readonly value: string; readonly mark: Mark }
  | { readonly kind: "code"; readonly value: string }
  | { readonly kind: "place"; readonly place: TracePlace };

/** One thing that the matrix says. */
export type Item = readonly Part[];

/** Words of the matrix. */
export function words(value: string, mark: Mark = "plain"): Part {
  return { kind: "words", value, mark };
}

/** Text of the repository. */
export function code(value: string): Part {
  return { kind: "code", value };
}

/** A line of a file. */
export function at({ path, line }: TracePlace): Part {
  return { kind: "place", place: { path, line } };
}
