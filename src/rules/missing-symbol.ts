import { citationsOf, missingSymbolFinding } from "../judge/citations/findings.js";
import { quoted } from "../judge/places.js";
import { findSymbol, whereElse } from "../judge/symbols.js";
import { qualifiersOf } from "../judge/symbols-lookup.js";
import type { Finding, Rule } from "../model/finding.js";
import type { LinkedRow, Project } from "../model/project.js";
import type { SymbolReference } from "../model/reference.js";
import type { SourceFacts } from "../model/source.js";

function declaredSources(project: Project, row: LinkedRow): readonly SourceFacts[] {
  return row.sites.flatMap((site) => {
    const source = site.resolved === "file" ? project.sources.get(site.target) : undefined;
    return source === undefined ? [] : [source];
  });
}

function* ofAnchorRows(project: Project): Generator<Finding> {
  for (const row of project.rows) {
    if (row.kind !== "anchor" || row.row.reading.kind !== "promise") continue;
    const sources = declaredSources(project, row);
    if (sources.length === 0 || sources.length < row.sites.length) continue;
    for (const { symbol, span } of row.row.reading.symbols) {
      if (sources.some((source) => findSymbol(source, symbol))) continue;
      const elsewhere = whereElse(project.sources.values(), symbol);
      yield {
        message: `${quoted(
          sources.map((source) => source.path),
          "and",
        )} has no \`${symbol}\`.`,
        hint: elsewhere === undefined ? "Correct the symbol, or the file." : `\`${elsewhere.path}\` has it.`,
        name: row.row.names[0]?.name,
        place: { path: row.row.document, span },
        related: elsewhere === undefined ? [] : [{ place: elsewhere, message: "defined here" }],
      };
    }
  }
}

/** Symbols that are missing in the same way, per document. */
function groupsOf(project: Project): readonly (readonly SymbolReference[])[] {
  const groups = new Map<string, SymbolReference[]>();
  for (const reference of project.references) {
    if (reference.kind !== "symbol" || (reference.verdict.kind !== "missing" && reference.verdict.kind !== "elsewhere")) continue;
    const { document, symbol, files, within } = reference;
    const key = [document, symbol.names.join("."), within, ...files.map(({ path }) => path)].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  return [...groups.values()];
}

/** Where the symbol is said to be, as the beginning of a sentence. */
function whereOf({ files, within }: SymbolReference): string {
  if (within !== undefined) return `\`${within}\``;
  const there = files.flatMap((site) => (site.resolved === "file" || site.resolved === "directory" ? [site.target] : [site.path]));
  return there.length === 0 ? "No source" : quoted(there, "and");
}

function* ofReferences(project: Project): Generator<Finding> {
  for (const [first, ...others] of groupsOf(project)) {
    if (first === undefined) continue;
    const { document, span, symbol, verdict, files, within } = first;
    const places = verdict.kind === "elsewhere" ? verdict.places : [];
    const [place] = places;
    const near = verdict.kind === "missing" ? verdict.near : undefined;
    const names = symbol.form === "typed" ? symbol.names.join(".") : symbol.written;
    yield {
      message: `${whereOf(first)} ${files.length > 1 && within === undefined ? "have" : "has"} ${whereOf(first) === "No source" ? "" : "no "}\`${names}\`.`,
      hint:
        near !== undefined
          ? `Did you mean \`${near.name}\`?`
          : place === undefined
            ? "Correct the name, or remove it if the code no longer has it."
            : `\`${place.path}\` has ${qualifiersOf(symbol).length > 0 ? "one of that name" : "it"}.`,
      place: { path: document, span },
      related: [
        ...places.map((at) => ({ place: at, message: "defined here" })),
        ...(near === undefined ? [] : [{ place: near.place, message: `\`${near.name}\` is defined here` }]),
        ...others.map((other) => ({ place: { path: document, span: other.span }, message: "named here, too", same: true as const })),
      ],
    };
  }
  for (const reference of project.references) {
    if (reference.kind !== "testless") continue;
    yield {
      message: `\`${reference.path}\` has no test.`,
      hint: "Name the file that has the tests, or write them.",
      place: { path: reference.document, span: reference.span },
    };
  }
}

/** A name that a document misses in the same file again and again is one finding, unless history tells each its own story. */
function* ofCitations(project: Project): Generator<Finding> {
  const groups = new Map<string, Finding[]>();
  for (const { judged, verdict } of citationsOf(project, "missing-symbol")) {
    const finding = missingSymbolFinding(judged, verdict);
    const key = [judged.document, finding.message, finding.hint].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const same = others.flatMap(({ place }) => (place === undefined ? [] : [{ place, message: "named here, too", same: true as const }]));
    yield { ...first, related: [...(first.related ?? []), ...same] };
  }
}

function* check(project: Project): Generator<Finding> {
  yield* ofAnchorRows(project);
  yield* ofReferences(project);
  yield* ofCitations(project);
}

/** A symbol that a document names is not where it says, or nowhere. */
export const missingSymbol: Rule = {
  id: "missing-symbol",
  severity: "error",
  summary: "a symbol is not in the file a row declares, or in no source",
  check,
};
