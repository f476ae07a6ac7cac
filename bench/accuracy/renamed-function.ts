import type { LinkedRow } from "../../src/model/project.js";
import { lineStarts, positionAt } from "../../src/model/span.js";
import type { CodeMap } from "./code-map.js";
import { freshName } from "./fresh-name.js";
import { type At, type Kind, type Mutant, rowRules } from "./mutant.js";
import { explanationCells, promisesOf, rowFiles, rowNames, rowPlace } from "./rows.js";
import type { Subject } from "./subject.js";

interface Mapped {
  readonly path: string;
  readonly text: string;
  readonly map: CodeMap;
}

/** The functions that a row quotes, as their names outermost first: `f`, `f()`, `T::f`. */
function quotedFunctions(subject: Subject, row: LinkedRow): readonly (readonly string[])[] {
  const quoted = explanationCells(subject, row).flatMap(({ pieces }) =>
    pieces.flatMap(({ kind, value }) => {
      const symbol = kind === "code" ? /^([A-Za-z_]\w*(?:(?:::|\.|->)[A-Za-z_]\w*)*)(?:\(\))?$/.exec(value.trim())?.[1] : undefined;
      return symbol === undefined ? [] : [symbol];
    }),
  );
  return [...new Set(quoted)].map((symbol) => symbol.split(/::|\.|->/));
}

/** Where a file defines the function; what is written before its name has to be around it, or be the file. */
function definitionIn({ path, text, map }: Mapped, names: readonly string[]): At | undefined {
  const owners = names.slice(0, -1).filter((name) => !["self", "this", "crate", "super"].includes(name));
  const found = map.signatures.find(
    ({ name, owner, active }) => active && name === names.at(-1) && owners.every((one) => [...path.split(/[/.]/), ...owner].includes(one)),
  );
  return found && { path, line: positionAt(lineStarts(text), found.span.start).line };
}

/** The text with another name for every identifier of this name. */
function renamedIn({ text, map }: Mapped, name: string, fresh: string): string {
  return map.identifiers
    .filter((identifier) => identifier.text === name)
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, { span }) => done.slice(0, span.start) + fresh + done.slice(span.end), text);
}

function renamings(subject: Subject, row: LinkedRow, seed: string): readonly Mutant[] {
  return quotedFunctions(subject, row).flatMap((names): readonly Mutant[] => {
    const name = names.at(-1) ?? "";
    const files = [...subject.texts].flatMap(([path, text]): readonly Mapped[] => {
      const map = text.includes(name) ? subject.mapOf(path) : undefined;
      return map === undefined ? [] : [{ path, text, map }];
    });
    // Of a field that is called as the function is, nobody can tell which of them the row means; it would keep its name.
    if (files.some(({ map }) => map.bound.has(name))) return [];
    const [definition] = files.filter(({ path }) => rowFiles(row).includes(path)).flatMap((file) => definitionIn(file, names) ?? []);
    const taken = (one: string): boolean => [...subject.texts.values()].some((text) => new RegExp(`\\b${one}\\b`).test(text));
    const fresh = definition && freshName(name, taken, `${seed}/${rowNames(row).join()}/${name}`);
    if (definition === undefined || fresh === undefined) return [];
    const changed = files.map((file) => [file.path, renamedIn(file, name, fresh)] as const);
    return [
      {
        targets: [rowNames(row)],
        rules: rowRules,
        files: new Map(changed.filter(([path, text]) => text !== subject.texts.get(path))),
        from: rowPlace(subject, row),
        to: definition,
        note: `${name} → ${fresh}`,
      },
    ];
  });
}

/** A function that a row quotes has another name now, wherever the code uses it. */
export const renamedFunction: Kind = {
  id: "renamed-function",
  mutants: (subject, { seed }) => promisesOf(subject).flatMap((row) => renamings(subject, row, `${seed}/renamed-function`)),
};
