import type { FileChange } from "../model/fixing.js";
import { type DiffLine, diffLines } from "./line-diff.js";

/** One line of a unified diff: what kind it is, and its text with sign and without line end. */
export interface PatchLine {
  readonly kind: "file" | "hunk" | DiffLine["kind"] | "note";
  readonly text: string;
}

/** How many unchanged lines are shown around a change. */
const around = 3;

const signs = { same: " ", old: "-", new: "+" } as const;

/** The lines of a text, each with its line end: `\r\n` and a missing last line end are part of the difference. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A file's name as `patch` and git read it: in quotes where it has signs of its own, ended by a tab where it has spaces. */
function fileName(path: string): string {
  if (/[\p{Cc}"\\]/u.test(path)) return `"${path.replace(/[\p{Cc}"\\]/gu, escaped)}"`;
  return path.includes(" ") ? `${path}\t` : path;
}

function escaped(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}

/** Half-open stretches of the lines that belong together: changes with the lines around them, joined where these meet. */
function stretches(lines: readonly DiffLine[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [at, { kind }] of lines.entries()) {
    if (kind === "same") continue;
    const [from, to] = [Math.max(0, at - around), Math.min(lines.length, at + around + 1)];
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

/** `begin,count` of one side. A side without lines is named by the line before it. */
function range(before: number, count: number): string {
  return `${count === 0 ? before : before + 1},${count}`;
}

function patchLines({ kind, text }: DiffLine): readonly PatchLine[] {
  const ends = text.endsWith("\n");
  const line: PatchLine = { kind, text: signs[kind] + (ends ? text.slice(0, -1) : text) };
  return ends ? [line] : [line, { kind: "note", text: "\\ No newline at end of file" }];
}

/** The change as a unified diff. Nothing where the texts are the same. */
export function unifiedDiff({ path, before, after }: FileChange): readonly PatchLine[] {
  const lines = diffLines(linesOf(before), linesOf(after));
  const isOld = ({ kind }: DiffLine): boolean => kind !== "new";
  const isNew = ({ kind }: DiffLine): boolean => kind !== "old";
  let [at, oldLine, newLine] = [0, 0, 0];
  const hunks = stretches(lines).flatMap(({ from, to }): readonly PatchLine[] => {
    const [skipped, shown] = [lines.slice(at, from), lines.slice(from, to)];
    oldLine += skipped.length;
    newLine += skipped.length;
    const [old, fresh] = [shown.filter(isOld).length, shown.filter(isNew).length];
    const head: PatchLine = { kind: "hunk", text: `@@ -${range(oldLine, old)} +${range(newLine, fresh)} @@` };
    [at, oldLine, newLine] = [to, oldLine + old, newLine + fresh];
    return [head, ...shown.flatMap(patchLines)];
  });
  if (hunks.length === 0) return [];
  return [{ kind: "file", text: `--- ${fileName(`a/${path}`)}` }, { kind: "file", text: `+++ ${fileName(`b/${path}`)}` }, ...hunks];
}
