import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

/** True if something but anchor tables was held against the code: symbols of mapping tables, or citations that say what their place holds. */
function holdsOther({ references, citations }: Project): boolean {
  return (
    references.some((reference) => reference.kind === "symbol" && reference.verdict.kind !== "unjudged") ||
    citations.some(({ citation, verdict }) => verdict.kind !== "unjudged" && (citation.lines.length > 0 || citation.claims.length > 0))
  );
}

function fault(project: Project): { message: string; hint: string } | undefined {
  if (project.documents.length === 0) {
    return {
      message: "Nothing was checked: there is no document with an anchor table.",
      hint: "Name the documents on the command line or in spec-anchors.toml, or run in the repository's folder.",
    };
  }
  if (!project.rows.some(({ kind }) => kind === "anchor")) {
    return {
      message: `Nothing was checked: no table row of ${project.documents.length === 1 ? `\`${project.documents[0]?.path}\`` : `the ${project.documents.length} documents`} promises an anchor.`,
      hint: "An anchor table has a column of names, a column of files, and the word `anchor` in its header or heading; or say so under [[tables]] in spec-anchors.toml.",
    };
  }
  if (!project.rows.some(({ kind, row }) => kind === "anchor" && row.reading.kind !== "no-promise")) {
    return { message: "Nothing was checked: no row promises an anchor.", hint: "Give a row the path of the file that upholds it." };
  }
  if (
    project.rows.every(
      ({ kind, sites }) => kind !== "anchor" || (sites.length > 0 && sites.every(({ resolved }) => resolved === "external")),
    )
  ) {
    return {
      message: "Nothing was checked: every row is about another repository or an ignored file.",
      hint: "Run in the repository that holds the code, or correct `external` in spec-anchors.toml.",
    };
  }
  const missing = project.rows.some(({ sites }) => sites.some(({ resolved }) => resolved === "missing"));
  if (project.searched === 0 && project.sources.size === 0 && !missing) {
    return {
      message: "Nothing was checked: there is no source file under the root.",
      hint: "Check --root and the `sources` and `exclude` patterns of spec-anchors.toml.",
    };
  }
  return undefined;
}

function* check(project: Project): Generator<Finding> {
  // A project with anchors wants a table for them, whatever else its documents say.
  const found = project.anchors.length === 0 && holdsOther(project) ? undefined : fault(project);
  if (found !== undefined && project.unreadable.length === 0) yield { ...found, place: undefined };
}

/** There was no document, no row or no source to check: never a green nothing. */
export const nothingChecked: Rule = {
  id: "nothing-checked",
  severity: "error",
  summary: "there was nothing to check",
  always: true,
  check,
};
