import { type CheckOptions, checkFolder, openFolder } from "./check-folder.js";
import { type Checked, check } from "./engine/check.js";
import { pastOfChanged } from "./engine/citations/history.js";
import { fixPasses, type RefusedFile } from "./engine/fix-passes.js";
import type { FileChange, FixMode, FixOutcome } from "./model/fixing.js";
import { rules } from "./rules/index.js";
import { overlay } from "./workspace/memory.js";
import { openWriter, type Replaceable } from "./workspace/write.js";

/** What to check and mend, as a user says it. */
export interface FixOptions extends CheckOptions {
  /** `"safe"`, if nothing is said: only the fixes that never change what the program or a document claims. */
  readonly mode?: FixMode;
  /** True if nothing is to be written: the changes are only told. */
  readonly dryRun?: boolean;
}

/** What is left to report after fixing, and what was done. In a dry run nothing is done, and all of it is left. */
export interface FixedFolder extends Checked {
  readonly outcome: FixOutcome;
  readonly changes: readonly FileChange[];
  /** Files that fixes would change and that had to stay as they are. */
  readonly refused: readonly RefusedFile[];
  /** True if fixes were left after the last pass. */
  readonly unfinished: boolean;
}

function told(checked: Checked, outcome: FixOutcome, rest: Pick<FixedFolder, "changes" | "refused" | "unfinished">): FixedFolder {
  const { report, textOf } = checked;
  const summary = { ...report.summary, fixed: outcome.written ? outcome.fixed : 0 };
  return { report: { ...report, summary }, textOf, outcome, ...rest };
}

/** Checks a folder, makes the fixes of what is reported, and checks what became of it. Throws a `UserError` for wrong usage. */
export async function fixFolder({ mode = "safe", dryRun = false, ...options }: FixOptions): Promise<FixedFolder> {
  const opened = await openFolder(options);
  const none = { mode, fixed: 0, files: 0, written: !dryRun };
  if (opened.kind === "broken") return told(opened.checked, none, { changes: [], refused: [], unfinished: false });
  const { world, paths } = opened;
  const { levels = {}, only = [], requireReview = false } = options;
  const request = { rules, levels, only, paths, requireReview };
  const writer = openWriter(world.workspace.root);
  const contents = new Map<string, Replaceable>();
  const textOnDisk = (path: string): string | undefined => {
    const file = world.workspace.read(path);
    return file.kind === "text" ? file.text : undefined;
  };

  const passes = await fixPasses({
    mode,
    check: (texts) => {
      // An overlay takes one byte order mark away. A second one, if there is one, belongs to the text.
      const marked = new Map([...texts].map(([path, text]) => [path, `\uFEFF${text}`]));
      if (texts.size === 0) return check(world, request);
      const past = world.past && pastOfChanged(world.past, texts, textOnDisk);
      return check({ ...world, past, workspace: overlay(world.workspace, marked) }, request);
    },
    refusal: (path, text) => {
      const content = writer.contentOf(path, text);
      contents.set(path, content);
      return content.kind === "refused" ? content.reason : undefined;
    },
  });
  const changes = passes.texts.flatMap(({ path, before, after }): readonly FileChange[] => {
    const content = contents.get(path);
    if (content?.kind !== "content") return [];
    const mark = content.content.slice(0, content.content.length - before.length);
    return [{ path, before: content.content, after: mark + after }];
  });
  const rest = { changes, refused: passes.refused, unfinished: passes.unfinished };
  const outcome = { mode, fixed: changes.length === 0 ? 0 : passes.fixed, files: changes.length, written: !dryRun };
  if (dryRun || changes.length === 0) return told(passes.before, outcome, rest);
  writer.write(changes);
  // From the files and from git anew: what was told in between was told of texts that stood nowhere yet.
  return told(await checkFolder(options), outcome, rest);
}
