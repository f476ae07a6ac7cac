import type { Obligation, Project, Unmet } from "../model/project.js";

type Because = Unmet["because"];

/** An unmet obligation whose explanation is of one kind. */
export interface UnmetBy<Kind extends Because["kind"]> {
  readonly obligation: Obligation;
  readonly because: Because & { readonly kind: Kind };
}

/** The unmet obligations that marks explain in one way, together where one mark with several names explains several. */
export function byMark<Kind extends "malformed" | "not-a-comment">(project: Project, kind: Kind): readonly (readonly UnmetBy<Kind>[])[] {
  const groups = new Map<string, UnmetBy<Kind>[]>();
  const isKind = (because: Because): because is Because & { readonly kind: Kind } => because.kind === kind;
  for (const { obligation, because } of project.unmet) {
    if (!isKind(because)) continue;
    const key = `${because.path}\n${because.mark.span.start}`;
    groups.set(key, [...(groups.get(key) ?? []), { obligation, because }]);
  }
  return [...groups.values()];
}
