import { gather } from "../../src/engine/gather.js";
import { rowsOf } from "../../src/judge/coverage.js";
import { itemsBeside } from "../../src/judge/evidence/beside.js";
import { claimsOf } from "../../src/judge/evidence/claims.js";
import { itemOf, partIn, placeOf } from "../../src/judge/evidence/located.js";
import { type Occurrences, occurrencesIn } from "../../src/judge/evidence/occurrences.js";
import type { LinkedRow } from "../../src/model/project.js";
import { lineIndexAt, lineStarts, type Span } from "../../src/model/span.js";
import type { Repository } from "../accuracy/repositories.js";
import { historyOf, workspaceOf, worldOf } from "../accuracy/world.js";
import type { Said } from "./example.js";

/** An anchor that is where it should be. */
export interface Case extends Said {
  readonly repository: string;
  readonly path: string;
  readonly name: string;
  readonly rows: readonly LinkedRow[];
  /** What the anchor stands on. */
  readonly construct: Span;
  /** Index of the anchor's place among those of its item. */
  readonly place: number;
  /** The 0-based line of an offset in the file's text. */
  readonly lineOf: (offset: number) => number;
}

/** The anchors of a repository that have a row and are judged. */
export async function casesOf({ name: repository, folder }: Repository, env: NodeJS.ProcessEnv): Promise<readonly Case[]> {
  const world = await worldOf(await workspaceOf(folder, env), historyOf(folder, env));
  const { project } = await gather(world, [], "if-locked", true);
  const files = new Map<string, Pick<Case, "code" | "lineOf">>();
  const cases = project.anchors.flatMap((anchor): readonly Omit<Case, "beside">[] => {
    const { path, name, placement } = anchor;
    const rows = rowsOf(project.rows, anchor);
    const outline = project.sources.get(path)?.outline;
    if (rows.length === 0 || outline === undefined || placement.kind !== "construct") return [];
    const { span, activity } = placement.construct;
    if (activity.kind !== "active") return [];
    const item = itemOf(outline, span);
    const place = placeOf(outline.placesIn(item), partIn(outline, item, span));
    if (place === undefined) return [];
    const starts = lineStarts(project.textOf(path) ?? "");
    const file = files.get(path) ?? { code: occurrencesIn(outline, world.phrasebook()), lineOf: (offset) => lineIndexAt(starts, offset) };
    files.set(path, file);
    return [{ repository, path, name, claims: claimsOf(rows, anchor), rows, construct: span, item, place, ...file }];
  });
  return cases.map((one) => ({ ...one, beside: itemsBeside(one, one.rows, project.rows, cases, one.code.outline) }));
}

/** The code of a file, and the anchors in it. */
export function filesOf(cases: readonly Case[]): ReadonlyMap<Occurrences, readonly Case[]> {
  const files = new Map<Occurrences, Case[]>();
  for (const one of cases) {
    const known = files.get(one.code);
    if (known === undefined) files.set(one.code, [one]);
    else known.push(one);
  }
  return files;
}
