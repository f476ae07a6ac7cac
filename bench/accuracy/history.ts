import { gather } from "../../src/engine/gather.js";
import type { World } from "../../src/engine/world.js";
import type { History } from "../../src/model/workspace.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { type Claim, claimsOf, type Found } from "../claims.js";
import { commitsIn, treeReader } from "./commits.js";
import { rowRules } from "./mutant.js";
import { rowFiles } from "./rows.js";
import { checkOf, type Reported, worldOf } from "./world.js";

/** What a repository's history is accused of. */
export interface HistoryAlarms {
  /** How many commits were checked, and how many there are. */
  readonly checked: number;
  readonly commits: number;
  readonly claims: readonly Claim<Reported>[];
}

const isDocument = (path: string): boolean => /\.(?:md|markdown)$/i.test(path) || path === "spec-anchors.toml";

/** The documents with tables, and the files that their rows declare. */
async function matterIn(world: World): Promise<ReadonlySet<string>> {
  const { project } = await gather(world, []);
  return new Set([
    ...project.documents.filter(({ tables }) => tables.length > 0).map(({ path }) => path),
    ...project.rows.filter(({ kind }) => kind === "anchor").flatMap(rowFiles),
  ]);
}

/**
 * Checks every commit that changes a document with a table or a file that one declares, without a work tree. A change of other
 * Markdown is looked at too: it may have become such a document.
 */
export async function alarmsIn(folder: string, history: History): Promise<HistoryAlarms> {
  const filesAt = treeReader(folder);
  const commits = commitsIn(folder);
  const found: Found<Reported>[] = [];
  let matter: ReadonlySet<string> = new Set();
  for (const { id, changed } of commits) {
    const [documents, declared] = [changed.some(isDocument), changed.some((path) => matter.has(path))];
    if (!documents && !declared) continue;
    const world = await worldOf(memoryWorkspace(filesAt(id)), history);
    if (documents) matter = await matterIn(world);
    if (!declared && !changed.some((path) => matter.has(path))) continue;
    const { diagnostics } = await checkOf(world)(new Map());
    found.push({ commit: id, findings: diagnostics.filter(({ rule }) => rowRules.includes(rule)) });
  }
  return { checked: found.length, commits: commits.length, claims: claimsOf(found, ({ message, name }) => `${name}\n${message}`) };
}

/** The alarms, one line each with the first and the last commit that has it. */
export function historyLines({ checked, commits, claims }: HistoryAlarms): string {
  const lines = claims.map(({ finding, first, last, commits: having }) => {
    const { path, line, rule, name, message } = finding;
    return `  ${first.slice(0, 10)} – ${last.slice(0, 10)} (${having} commits) ${path}:${line} ${rule} ${name ?? "-"}: ${message}`;
  });
  return [`history: ${claims.length} distinct alarms in ${checked} of ${commits} commits`, ...lines].join("\n");
}
