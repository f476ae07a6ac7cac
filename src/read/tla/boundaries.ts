import { positionAt } from "../../model/span.js";
import type { SpecFault } from "../../model/spec.js";
import { canEnd } from "./endings.js";
import { type Head, headAt } from "./heads.js";
import type { Pairs } from "./pairs.js";
import type { Proofs } from "./proofs.js";
import type { Token } from "./tokens.js";
import { beginsAfterUnit, beginsAnywhere, claims } from "./vocabulary.js";

/** Where something of a module begins. It goes up to the next one. `at` is the index of its first token. */
export type Boundary =
  | { readonly kind: "header" | "end" | "rule" | "keyword"; readonly at: number }
  | { readonly kind: "definition"; readonly at: number; readonly head: Head };

/** Where the units of the modules begin, in order, and every head of a definition by its first token, those in LET and proofs included. */
export interface Boundaries {
  readonly starts: readonly Boundary[];
  readonly heads: ReadonlyMap<number, Head>;
  readonly faults: readonly SpecFault[];
}

/**
 * Finds where units begin. A `==` that stands neither in LET nor in a proof makes what stands before it a definition; keywords
 * begin the rest. A LET without IN, and a proof without QED, hold the definitions that are indented more than their unit.
 */
export function boundariesOf(lines: readonly number[], tokens: readonly Token[], pairs: Pairs, proofs: Proofs): Boundaries {
  const columnOf = (at: number): number => positionAt(lines, tokens[at]?.span.start ?? 0).column;
  const starts: Boundary[] = [];
  const heads = new Map<number, Head>();
  const faults: SpecFault[] = [];
  const textAt = (at: number): string | undefined => tokens[at]?.text;
  let held: number | undefined;
  let skip = 0;

  const isFree = (at: number): boolean => held === undefined || columnOf(at) <= held;
  const begin = (boundary: Boundary): void => {
    const local = textAt(boundary.at - 1) === "LOCAL" ? 1 : 0;
    starts.push({ ...boundary, at: boundary.at - local });
    held = undefined;
  };

  tokens.forEach((token, at) => {
    const head = token.text === "==" && token.kind === "sign" ? headAt(tokens, pairs, at) : undefined;
    if (head !== undefined) heads.set(head.start, head);
    if (at < skip) return;
    if (token.kind === "rule" && textAt(at + 1) === "MODULE") begin({ kind: "header", at });
    else if (token.kind === "rule" && textAt(at - 2) !== "MODULE") begin({ kind: "rule", at });
    else if (token.kind === "end") begin({ kind: "end", at });
    else if (token.kind === "keyword" && beginsAnywhere.has(token.text)) begin({ kind: "keyword", at });
    else if (token.text === "LET" || proofs.ends.has(at)) {
      const end = pairs.closes.get(at) ?? proofs.ends.get(at);
      if (end !== undefined) skip = end + 1;
      else held ??= columnOf(starts.at(-1)?.at ?? 0);
    } else if (head !== undefined && head.start > (starts.at(-1)?.at ?? 0)) {
      const names = claims.has(textAt(head.start - 1) ?? "");
      if (!names && isFree(head.start)) begin({ kind: "definition", at: head.start, head });
    } else if (token.text === "==") {
      // Or a head that begins before the last definition: its brackets pair by accident.
      if (held === undefined) faults.push({ span: token.span, message: "what stands before this `==` is nothing that can be defined" });
    } else if (beginsAfterUnit.has(token.text) && isFree(at) && (canEnd(tokens, at - 1) || textAt(at - 1) === "LOCAL")) {
      begin({ kind: "keyword", at });
    }
  });
  return { starts, heads, faults };
}
