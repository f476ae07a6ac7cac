import type { Span } from "./span.js";

/** A `spec-anchors-ignore RULE: reason` directive in a document or a source file. */
export interface Suppression {
  /** Where the directive itself stands. */
  readonly span: Span;
  /** The rule it names, as written. */
  readonly rule: string;
  /** Why; empty where none is given, which makes the directive a fault of its own. */
  readonly reason: string;
  /** What it covers: findings that begin in here are suppressed. `undefined` if nothing follows it. */
  readonly covers: Span | undefined;
}
