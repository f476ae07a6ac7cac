import type { Rule } from "../../model/finding.js";
import type { Project } from "../../model/project.js";
import type { Matrix } from "../../model/trace.js";
import { gather } from "../gather.js";
import { levelsOf, runRules } from "../run-rules.js";
import type { Signed } from "../sign.js";
import type { World } from "../world.js";

/** The project as it would be if nothing were suppressed. */
function unsuppressed(project: Project): Project {
  const { documents, sources, specifications } = project;
  return {
    ...project,
    documents: documents.map((document) => ({ ...document, suppressions: [] })),
    sources: new Map([...sources].map(([path, source]) => [path, { ...source, suppressions: [] }])),
    specifications: specifications && { ...specifications, suppressions: new Map() },
  };
}

const keyOf = ({ rule, finding: { message, place } }: Signed): string => JSON.stringify([rule, message, place?.path, place?.span]);

/** Reads a workspace and makes its traceability matrix. The rules run at the levels of the configuration, as they do in a check. */
export async function trace(world: World, rules: readonly Rule[]): Promise<Matrix> {
  // Verdicts of earlier runs tell only what could not be judged.
  const { project } = await gather({ ...world, verdicts: undefined }, [], "if-locked", true);
  const levels = levelsOf(rules, world.config.rules, []);
  const { findings } = runRules(project, rules, levels);
  const reported = new Set(findings.map(keyOf));
  const bare = unsuppressed(project);
  const silenced = runRules(bare, rules, levels).findings.filter((finding) => !reported.has(keyOf(finding)));
  // What is wrong with suppressions is about none of the names.
  const found = [
    ...findings.map((signed) => ({ ...signed, suppressed: false })),
    ...silenced.map((signed) => ({ ...signed, suppressed: true })),
  ];
  // Loaded on demand: a check does without.
  const { matrixOf } = await import("./trace-matrix.js");
  return matrixOf(world, { project, found, summaries: new Map(rules.map(({ id, summary }) => [id, summary])) });
}
