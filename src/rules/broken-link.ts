import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";
import type { LinkReference } from "../model/reference.js";

/** The links of a document that lead to the same missing place. */
function groupsOf(project: Project): readonly (readonly LinkReference[])[] {
  const groups = new Map<string, LinkReference[]>();
  for (const reference of project.references) {
    if (reference.kind !== "link" || reference.site.resolved !== "missing") continue;
    const key = `${reference.document}\n${reference.site.path}`;
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  return [...groups.values()];
}

function* check(project: Project): Generator<Finding> {
  for (const [first, ...others] of groupsOf(project)) {
    if (first === undefined) continue;
    const { document, span, site, meant } = first;
    yield {
      message: `The link leads to \`${site.path}\`, which does not exist.`,
      hint:
        meant === undefined
          ? "Correct the link: its path begins in the document's own folder."
          : `Write \`${meant}\`: a link begins in the document's own folder.`,
      place: { path: document, span },
      related: others.map((other) => ({ place: { path: document, span: other.span }, message: "and this one", same: true as const })),
    };
  }
}

/** A relative link of a document leads nowhere. */
export const brokenLink: Rule = { id: "broken-link", severity: "error", summary: "a relative link leads to no file or folder", check };
