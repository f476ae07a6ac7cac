import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";
import type { SpecFault } from "../model/spec.js";

/** One finding for a file: behind a first fault, others are often only its consequences. */
function* faultsOf(path: string, what: string, faults: readonly SpecFault[]): Generator<Finding> {
  const [first, ...others] = faults;
  if (first === undefined) return;
  yield {
    message: `The ${what} cannot be read here: ${first.message}.`,
    hint: "What could be read is judged; correct this, and see what the model checker says.",
    place: { path, span: first.span },
    related: others.slice(0, 5).map(({ span, message }) => ({ place: { path, span }, message, same: true as const })),
  };
}

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  for (const { path, facts } of specifications.modules.values()) yield* faultsOf(path, "module", facts.faults);
  // One configuration may be for several modules.
  const configs = new Map(specifications.configs.map(({ path, facts }) => [path, facts]));
  for (const [path, facts] of configs) yield* faultsOf(path, "configuration", facts.faults);
}

/** A module or a configuration has a syntax error. */
export const unreadableSpec: Rule = {
  id: "unreadable-spec",
  severity: "error",
  summary: "a module or a configuration has a syntax error",
  check,
};
