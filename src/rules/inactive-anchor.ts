import { rowsOf } from "../judge/coverage.js";
import { placeOfMark, relatedRow } from "../judge/places.js";
import type { Finding, Related, Rule } from "../model/finding.js";
import type { Anchor, LinkedRow, Project } from "../model/project.js";
import type { Activity } from "../model/source.js";

/** True if a row names the anchor's file itself, rather than a folder above it. */
const namesFile = (row: LinkedRow, anchor: Anchor): boolean =>
  row.sites.some((site) => site.resolved === "file" && site.target === anchor.path);

/** Folders whose files only test builds hold. A row that declares such a file knows what it says. */
const testFolder = /(?:^|\/)(?:tests|src\/test)\//;

function reason(activity: Activity): { message: string; related: (path: string) => readonly Related[] } | undefined {
  switch (activity.kind) {
    case "active":
      return undefined;
    case "import":
      return { message: "an import, which does nothing", related: () => [] };
    case "test":
      return {
        message: `code that only test builds hold (\`${activity.because}\`)`,
        related: (path) => [{ place: { path, span: activity.span }, message: "tests only" }],
      };
    case "compiled-out":
      return {
        message: `code that no build holds (\`${activity.because}\`)`,
        related: (path) => [{ place: { path, span: activity.span }, message: "never true" }],
      };
  }
}

function* check(project: Project): Generator<Finding> {
  for (const anchor of project.anchors) {
    if (anchor.placement.kind !== "construct") continue;
    const rows = rowsOf(project.rows, anchor);
    if (rows.length === 0) continue;
    // A form that names what it marks may name a test; whether it marks that one is another rule's.
    const isNamed = anchor.claimed !== undefined;
    const byPath =
      !isNamed && testFolder.test(anchor.path) && !rows.some((row) => namesFile(row, anchor))
        ? { message: "code of a test folder", related: () => [] }
        : undefined;
    const { activity } = anchor.placement.construct;
    const because = isNamed && activity.kind === "test" ? undefined : (reason(activity) ?? byPath);
    if (because === undefined) continue;
    yield {
      message: `The anchor \`${anchor.name}\` stands on ${because.message}.`,
      hint: "Move it to the code that upholds the invariant in production.",
      name: anchor.name,
      place: placeOfMark(anchor),
      related: [...because.related(anchor.path), ...rows.slice(0, 1).map(relatedRow)],
    };
  }
}

/** An anchor stands on code that never runs in production: tests, compiled-out code, an import. */
export const inactiveAnchor: Rule = {
  id: "inactive-anchor",
  severity: "error",
  summary: "an anchor stands on test-only or compiled-out code, or on an import",
  check,
};
