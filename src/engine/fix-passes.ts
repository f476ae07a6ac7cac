import type { FixMode } from "../model/fixing.js";
import type { ReportFix } from "../model/report.js";
import type { Checked } from "./check.js";
import { applyFixes } from "./fix.js";

/** A file that fixes would change and that has to stay as it is. */
export interface RefusedFile {
  readonly path: string;
  readonly reason: string;
}

/** What repeated passes of repairs came to. Nothing is written yet. */
export interface FixPasses {
  /** What the check says of the files as they are. */
  readonly before: Checked;
  /** The files that changed, in the order of their paths. */
  readonly texts: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  /** How many diagnostics were mended. */
  readonly fixed: number;
  readonly refused: readonly RefusedFile[];
  /** True if there was something to mend even after the last pass. */
  readonly unfinished: boolean;
}

/** What the passes may use. */
export interface FixRequest {
  readonly mode: FixMode;
  /** Checks the files with these texts, by path, in place of their own. */
  readonly check: (texts: ReadonlyMap<string, string>) => Promise<Checked>;
  /** Why the file with this text has to stay as it is; `undefined`: it may be changed. */
  readonly refusal: (path: string, text: string) => string | undefined;
}

/** How often fixes are made and looked for again. Two that undo each other would go on for ever. */
export const mostPasses = 10;

function wanted({ report }: Checked, mode: FixMode): readonly ReportFix[] {
  return report.diagnostics.flatMap(({ fix }) => (fix !== undefined && (fix.safe || mode === "all") ? [fix] : []));
}

/** Makes the fixes of what is reported and checks again, until nothing changes or `mostPasses` were made. */
export async function fixPasses({ mode, check, refusal }: FixRequest): Promise<FixPasses> {
  const originals = new Map<string, string>();
  const texts = new Map<string, string>();
  const refused = new Map<string, string>();
  const asked = new Set<string>();

  const isRefused = (path: string, checked: Checked): boolean => {
    const text = checked.textOf(path);
    // Asked at the first sight of a file, when its text is still the one that was read.
    if (!asked.has(path) && text !== undefined) {
      asked.add(path);
      const reason = refusal(path, text);
      if (reason !== undefined) refused.set(path, reason);
    }
    return refused.has(path);
  };
  const possible = (checked: Checked): readonly ReportFix[] =>
    wanted(checked, mode).filter(({ edits }) => !edits.some(({ path }) => isRefused(path, checked)));
  const pass = (checked: Checked): number => {
    const made = applyFixes(possible(checked), checked.textOf);
    for (const [path, after] of made.texts) {
      if (!originals.has(path)) originals.set(path, checked.textOf(path) ?? "");
      texts.set(path, after);
    }
    return made.texts.size === 0 ? 0 : made.fixed;
  };

  const before = await check(new Map());
  let fixed = 0;
  let last = pass(before);
  for (let passes = 1; last > 0; passes += 1) {
    fixed += last;
    if (passes === mostPasses) break;
    last = pass(await check(new Map(texts)));
  }
  const unfinished = last > 0 && possible(await check(new Map(texts))).length > 0;
  const changed = [...originals].map(([path, text]) => ({ path, before: text, after: texts.get(path) ?? text }));
  return {
    before,
    texts: changed.filter((file) => file.before !== file.after).sort((a, b) => (a.path < b.path ? -1 : 1)),
    fixed,
    refused: [...refused].map(([path, reason]) => ({ path, reason })),
    unfinished,
  };
}
