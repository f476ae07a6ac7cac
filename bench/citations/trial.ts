import type { Diagnostic } from "../../src/model/report.js";
import { faults, type Truth, type Verdict } from "./truth.js";

/** How one citation fared. */
export interface Trial {
  readonly truth: Truth;
  readonly found: readonly string[];
  /** `other`: something was found, and it is not what is true. */
  readonly verdict: "right" | "missed" | "false" | "other";
  /** `none`: there was nothing to repair, and nothing was. */
  readonly repair: "right" | "wrong" | "none" | "not-made";
  /** The line after the repair, where that is wrong. */
  readonly repaired: string | undefined;
}

const known: ReadonlySet<string> = new Set(faults);
const aboutFiles: ReadonlySet<string> = new Set<Verdict>(["missing-file", "ambiguous-path", "broken-link"]);

/** Holds what was reported against the truth, by the line of the document. */
export function tryOne(truth: Truth, diagnostics: readonly Diagnostic[]): Trial {
  const own = diagnostics.filter((diagnostic) => known.has(diagnostic.rule) && isAbout(truth, diagnostic));
  const found = [...new Set(own.map(({ rule }) => rule))];
  const accepted = new Set<string>([truth.verdict, ...truth.also]);
  const verdict = ((): Trial["verdict"] => {
    if (found.length === 0) return truth.verdict === "right" ? "right" : "missed";
    if (found.every((rule) => accepted.has(rule))) return "right";
    return truth.verdict === "right" ? "false" : "other";
  })();
  const after = repairedLine(truth, own);
  const isWrong = after !== truth.written && !truth.repaired.has(after);
  const isDone = after !== truth.written || (truth.repaired.has(after) && !truth.isRepairable);
  const repair = isWrong ? "wrong" : truth.isRepairable ? (isDone ? "right" : "not-made") : after === truth.written ? "none" : "right";
  return { truth, found, verdict, repair, repaired: isWrong ? after : undefined };
}

/** A file that is not there is reported once, at one of the lines that name it, with the others as related places. */
function isAbout({ document, line, shared }: Truth, { rule, path, line: at, related }: Diagnostic): boolean {
  const lines = new Set(aboutFiles.has(rule) ? [line, ...shared] : [line]);
  const places = aboutFiles.has(rule) ? [{ path, line: at }, ...related] : [{ path, line: at }];
  return places.some((place) => place.path === document && lines.has(place.line));
}

/** The citation's line with all safe fixes made. */
function repairedLine({ document, line, written }: Truth, own: readonly Diagnostic[]): string {
  const edits = own
    .flatMap(({ fix }) => (fix?.safe === true ? fix.edits : []))
    .filter((edit) => edit.path === document && edit.line === line && edit.endLine === line)
    .sort((a, b) => b.column - a.column);
  return edits.reduce((text, edit) => text.slice(0, edit.column - 1) + edit.text + text.slice(edit.endColumn - 1), written);
}
