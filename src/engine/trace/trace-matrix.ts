import type { Project } from "../../model/project.js";
import { isIncomplete, type Matrix, type TracedName } from "../../model/trace.js";
import type { World } from "../world.js";
import { anchorFacts, anchorsOfDraft, reviewOfName, rowsOfDraft } from "./anchors.js";
import { checksOf, definitionsOf } from "./checks.js";
import { draftsOf } from "./collect.js";
import type { Draft } from "./drafts.js";
import { linesOf } from "./lines.js";
import { type Found, missingFrom, wordsFor } from "./missing.js";
import { inOrder } from "./order.js";
import { testsNaming } from "./tests.js";

/** What a matrix is made from. */
export interface TraceSubject {
  readonly project: Project;
  readonly found: readonly Found[];
  /** The rules' summaries, by id. */
  readonly summaries: ReadonlyMap<string, string>;
}

/** The titles of the lines: names, with their modules where several have the same. */
function titlesOf(drafts: readonly Draft[]): ReadonlyMap<Draft, string> {
  const counts = new Map<string, number>();
  for (const { name } of drafts) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    drafts.map((draft) => {
      const module = draft.definitions[0]?.module;
      return [draft, (counts.get(draft.name) ?? 0) < 2 || module === undefined ? draft.name : `${module}!${draft.name}`];
    }),
  );
}

/** Puts together what a project says of each of its names. Nothing is judged here: what is missing is what the rules found. */
export async function matrixOf(world: World, { project, found, summaries }: TraceSubject): Promise<Matrix> {
  const { textOf, specifications } = project;
  const lineOf = linesOf(textOf);
  const drafts = inOrder(draftsOf(project, world.config.specifications.properties));
  const tests = await testsNaming(world, new Set(drafts.map(({ name }) => name)));
  const missing = missingFrom(found, drafts, project, wordsFor(summaries), lineOf);
  const facts = anchorFacts(project);
  const titles = titlesOf(drafts);
  const names = drafts.map((draft): TracedName => {
    const anchors = anchorsOfDraft(draft, project, facts, lineOf);
    return {
      name: draft.name,
      title: titles.get(draft) ?? draft.name,
      definitions: definitionsOf(draft, lineOf),
      checks: checksOf(draft, specifications, lineOf),
      rows: rowsOfDraft(draft, lineOf),
      anchors,
      tests: tests.of(draft.name),
      review: reviewOfName(anchors, project),
      missing: missing.of(draft),
    };
  });
  return {
    version: 1,
    root: world.workspace.root,
    specifications: specifications !== undefined,
    summary: {
      names: names.length,
      incomplete: names.filter(isIncomplete).length,
      shown: names.length,
      otherFindings: missing.others,
    },
    names,
    unreadable: project.unreadable.map(({ path, at, message }) => ({ ...lineOf({ path, span: at ?? { start: 0, end: 0 } }), message })),
    unreadTests: tests.unread,
  };
}
