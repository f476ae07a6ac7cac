import type { Project } from "../../model/project.js";
import { holds, type Place } from "../../model/span.js";
import type { Specifications } from "../../model/specification.js";
import { isOfModule, namedCells } from "../specs/named-cells.js";

/** A name in a cell that holds nothing but names, and the modules that its document, or its row, is about. */
export interface Mention {
  readonly name: string;
  readonly place: Place;
  readonly scope: ReadonlySet<string>;
}

/** The names in the cells of all tables that count as documentation of a name, as `specs/documented.ts` has it; those of anchor tables' rows excepted. */
export function mentionsIn(project: Project, specifications: Specifications, marker: string): readonly Mention[] {
  const rows = project.rows.filter(({ kind }) => kind === "anchor").map(({ row }) => row);
  return project.documents.flatMap(({ path, tables }) => {
    const scope = new Set(specifications.about(path));
    if (scope.size === 0) return [];
    const own = rows.filter(({ document }) => document === path);
    return tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        own.some(({ span }) => holds(span, row.span))
          ? []
          : namedCells(row, marker).flatMap((cell) => {
              const modules = cell.modules === undefined ? scope : new Set([...scope].filter((module) => isOfModule(cell, module)));
              return cell.names.map(({ name, span }) => ({ name, place: { path, span }, scope: modules }));
            }),
      ),
    );
  });
}
