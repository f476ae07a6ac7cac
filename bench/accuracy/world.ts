import { check } from "../../src/engine/check.js";
import type { World } from "../../src/engine/world.js";
import { gitEnvironment } from "../../src/git/environment.js";
import { openHistory } from "../../src/git/history.js";
import type { Diagnostic, UnjudgedLink } from "../../src/model/report.js";
import type { FileText, History, Workspace } from "../../src/model/workspace.js";
import { rules } from "../../src/rules/index.js";
import { openWorkspace } from "../../src/workspace/disk.js";
import { overlay } from "../../src/workspace/memory.js";
import { worldOf as worldIn } from "../../test/harness/check-files.js";

/** What is used of a diagnostic. */
export type Reported = Pick<Diagnostic, "rule" | "name" | "path" | "line" | "message">;

/** What a check says of the anchors. */
export interface Verdicts {
  readonly diagnostics: readonly Reported[];
  readonly unjudged: readonly UnjudgedLink[];
}

/** Checks a repository with some of its texts replaced. */
export type Check = (changed: ReadonlyMap<string, string>) => Promise<Verdicts>;

/** The files of a folder, each read once; nothing of the folder is written. */
export async function workspaceOf(folder: string, env: NodeJS.ProcessEnv): Promise<Workspace> {
  const disk = openWorkspace(folder, { env: gitEnvironment(env) });
  const files = await disk.list();
  const texts = new Map<string, FileText>();
  const bytes = new Map<string, Uint8Array | undefined>();
  return {
    ...disk,
    list: async () => files,
    read: (path) => {
      const text = texts.get(path) ?? disk.read(path);
      texts.set(path, text);
      return text;
    },
    bytes: (path) => {
      if (!bytes.has(path)) bytes.set(path, disk.bytes(path));
      return bytes.get(path);
    },
  };
}

/** What git says of a folder, but not which lines changed last: it does not know the texts that are checked here. */
export function historyOf(folder: string, env: NodeJS.ProcessEnv): History {
  return { ...openHistory(folder, gitEnvironment(env)), lastChange: () => undefined };
}

/** The world that the engine sees in a workspace, without its lock: nothing may pass as reviewed. */
export async function worldOf(workspace: Workspace, history: History): Promise<World> {
  return { ...(await worldIn(workspace, { history })), lock: undefined };
}

/** What git would say of the changes if they were made: which words the files had. It need not show what became of them. */
function lostFrom(before: Workspace, changed: ReadonlyMap<string, string>): NonNullable<History["lost"]> {
  return (path, word) => {
    const file = changed.has(path) ? before.read(path) : undefined;
    return file?.kind === "text" && new Set(file.text.match(/\w+/g)).has(word) ? { now: undefined } : undefined;
  };
}

/** The check of a world. Reviews are left out: that a reviewed link changed is true of every mutation. */
export function checkOf(world: World): Check {
  return async (changed) => {
    const workspace = overlay(world.workspace, changed);
    const history = { ...world.history, lost: lostFrom(world.workspace, changed) };
    const { report } = await check({ ...world, workspace, history }, { rules, levels: { "suspect-link": "off" }, only: [], paths: [] });
    // Native syntax trees are given back between turns of the event loop only.
    await new Promise((resolve) => setImmediate(resolve));
    return report;
  };
}
