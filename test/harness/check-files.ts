import { grammarsFolder } from "../../src/assets.js";
import { selectionOf } from "../../src/check-folder.js";
import { loadLock } from "../../src/config/lock.js";
import { parseConfig } from "../../src/config/parse.js";
import { type Checked, check } from "../../src/engine/check.js";
import type { World } from "../../src/engine/world.js";
import { openGrammars } from "../../src/grammars/open.js";
import { defaultConfig } from "../../src/model/config.js";
import type { Level } from "../../src/model/finding.js";
import type { Diagnostic } from "../../src/model/report.js";
import type { Grammars } from "../../src/model/syntax.js";
import type { History, Verdicts, Workspace } from "../../src/model/workspace.js";
import { openPhrasebook } from "../../src/open-phrasebook.js";
import { compact } from "../../src/reporters/compact.js";
import { rules } from "../../src/rules/index.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";

/** One for all: it never changes. */
export const phrasebook = openPhrasebook();

const opened = new Map<Setting["door"], Grammars>();

/** One for all checks of a file, as a process has: WebAssembly keeps what each loads, and comes to an end of it. */
function grammarsBy(door: Setting["door"]): Grammars {
  const grammars = opened.get(door) ?? openGrammars(grammarsFolder, door);
  opened.set(door, grammars);
  return grammars;
}

/** A project without git. */
export const noHistory: History = { renamedTo: () => undefined, lastChange: () => undefined, ignored: () => new Set() };

/** What a test may set beside the files; `spec-anchors.toml` among the files is the configuration, `spec-anchors.lock` the lock. */
export interface Setting {
  readonly history?: History;
  readonly door?: "native" | "wasm";
  readonly levels?: Readonly<Record<string, Level>>;
  readonly only?: readonly string[];
  readonly paths?: readonly string[];
  readonly requireReview?: boolean;
  readonly verdicts?: Verdicts;
}

/** The world that the engine sees in a workspace. */
export async function worldOf(workspace: Workspace, setting: Setting = {}): Promise<World> {
  const file = workspace.read("spec-anchors.toml");
  const known = { ids: rules.map(({ id }) => id), always: rules.filter(({ always }) => always === true).map(({ id }) => id) };
  const parsed =
    file.kind === "text" ? parseConfig("spec-anchors.toml", file.text, known) : { kind: "config" as const, config: defaultConfig };
  if (parsed.kind === "problems") throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  const { config } = parsed;
  const files = await workspace.list();
  const { matcher } = await import("../../src/workspace/glob.js");
  const selection = await selectionOf(config, workspace.root);
  return {
    workspace,
    config,
    grammars: grammarsBy(setting.door),
    phrasebook,
    history: setting.history ?? noHistory,
    lock: await loadLock(workspace),
    verdicts: setting.verdicts,
    // The files are in memory: patterns are matched against their list, not the disk.
    selection: config.documents === undefined ? selection : { ...selection, documents: files.filter(matcher(config.documents)) },
  };
}

/** Checks a workspace as the command does. */
export async function checkWorkspace(workspace: Workspace, setting: Setting = {}): Promise<Checked> {
  const { levels = {}, only = [], paths = [], requireReview = false } = setting;
  return check(await worldOf(workspace, setting), { rules, levels, only, paths, requireReview });
}

/** Checks files in memory, by their paths. */
export function checkFiles(files: Readonly<Record<string, string>>, setting: Setting = {}): Promise<Checked> {
  return checkWorkspace(memoryWorkspace(files), setting);
}

/** The diagnostics of files in memory. */
export async function diagnose(files: Readonly<Record<string, string>>, setting: Setting = {}): Promise<readonly Diagnostic[]> {
  return (await checkFiles(files, setting)).report.diagnostics;
}

/** What `--format compact` prints for files in memory, a line each. */
export async function compactLines(files: Readonly<Record<string, string>>, setting: Setting = {}): Promise<readonly string[]> {
  const { report, textOf } = await checkFiles(files, setting);
  return compact(report, { textOf, colour: false, width: undefined, prefix: "", quiet: false })
    .split("\n")
    .filter((line) => line !== "");
}
