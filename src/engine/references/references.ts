import type { DocumentFacts } from "../../model/document.js";
import type { Site } from "../../model/project.js";
import type { Reference } from "../../model/reference.js";
import type { WrittenSite } from "../../model/row.js";
import type { Specifications, SpecName } from "../../model/specification.js";
import { linksIn } from "../../read/documents/links.js";
import { type MappingTable, mappingsIn } from "../../read/documents/mapping.js";
import type { SymbolMention } from "../../read/documents/mapping-cell.js";
import { configOf } from "../../read/documents/rows.js";
import type { ReadDocument } from "../discover.js";
import type { ResolveSite } from "../link/sites.js";
import type { NamedSite } from "../suggestions.js";
import type { World } from "../world.js";
import { symbolAnswers } from "./answers.js";
import { needsOf } from "./needs.js";
import { type DocumentPaths, pathsIn } from "./paths.js";
import { symbolSources } from "./sources.js";
import { specNames, specWords } from "./spec-names.js";
import { type AskedSymbol, wordsOf } from "./symbols.js";
import { tablePaths } from "./table-paths.js";
import { testsOf } from "./tests.js";

/** What references are looked up in. */
export interface ReferenceInput {
  readonly world: World;
  readonly documents: readonly ReadDocument[];
  /** The files under the root that git does not ignore, sorted. */
  readonly files: readonly string[];
  /** Those of them that are sources. */
  readonly candidates: readonly string[];
  readonly resolve: ResolveSite;
  readonly specifications: Specifications | undefined;
}

/** What documents name beside what anchor tables promise. */
export interface References {
  readonly references: readonly Reference[];
  /** What mapping tables take from specifications. */
  readonly names: readonly SpecName[];
  /** The text of a source that was looked at. */
  readonly textOf: (path: string) => string | undefined;
  /** The sites among them, to find out where those went that are missing. */
  readonly sites: readonly NamedSite[];
}

interface DocumentReading {
  readonly facts: DocumentFacts;
  readonly paths: DocumentPaths;
  readonly tables: readonly MappingTable[];
  /** Indices of anchor tables, and of those that the configuration leaves alone. */
  readonly others: ReadonlySet<number>;
}

interface Asked extends AskedSymbol {
  readonly mention: SymbolMention;
}

/** The symbols of a document's mapping tables. One that is written several times in one way is one question, with the places of all. */
function symbolsOf({ tables, paths }: DocumentReading): readonly Asked[] {
  return tables.flatMap(({ rows, files, folders }) =>
    rows.flatMap(({ symbols }) =>
      symbols.map((mention): Asked => {
        const written: readonly WrittenSite[] = mention.file === undefined ? files : [mention.file];
        const sites: readonly Site[] = written.map((site) => paths.site(site, [...folders, ""]));
        return { mention, symbol: mention.symbol, within: mention.within, files: sites };
      }),
    ),
  );
}

function readingOf({ facts, tables }: ReadDocument, paths: DocumentPaths, world: World): DocumentReading {
  const { config, selection } = world;
  const anchors = new Set(tables.flatMap(({ table, verdict }) => (verdict.kind === "anchor" ? [table.index] : [])));
  const configs = facts.tables.map((table) => configOf(facts, table, config.tables, selection.matches));
  const others = new Set(facts.tables.flatMap((_, index) => (anchors.has(index) || configs[index]?.kind === "ignore" ? [index] : [])));
  return {
    facts,
    paths,
    others,
    tables: mappingsIn(facts, { isOther: (index) => others.has(index), configOf: (index) => configs[index] }),
  };
}

/** The references without those that say the same of the same place: a file of tests may stand in a mapping table. */
function once(references: readonly Reference[]): readonly Reference[] {
  const seen = new Set<string>();
  return references.filter((reference) => {
    const key = `${reference.kind} ${reference.span.start} ${reference.kind === "path" ? reference.site.path : ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Looks up what mapping tables, links and commands of the documents name. Only files that hold what is asked for are parsed. */
export async function referencesIn(input: ReferenceInput): Promise<References> {
  const { world, documents, files, candidates, resolve, specifications } = input;
  const { workspace, history } = world;
  const pathsOf = pathsIn({ workspace, files, history, resolve });
  const readings = documents.map((document) => readingOf(document, pathsOf(document.facts), world));
  const asked = readings.flatMap((reading) => symbolsOf(reading).map((one) => ({ ...one, document: reading.facts.path })));
  const quoted = readings.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.quoted.map(({ name }) => name))));
  const sources = symbolSources(world, candidates, asked.length === 0 ? new Set() : new Set([...asked.flatMap(wordsOf), ...quoted]));
  const answers = await symbolAnswers(asked, sources, specWords(specifications), world.verdicts);
  const symbols = asked.flatMap(({ document, mention, files: sites, within }, at): readonly Reference[] => {
    const { span, symbol } = mention;
    const { verdict, otherType } = answers[at] ?? { verdict: { kind: "unjudged", because: "unclear" } };
    const reference: Reference = { kind: "symbol", document, span, symbol, files: sites, within: within?.written, verdict };
    return otherType === undefined ? [reference] : [reference, { kind: "type", document, span, symbol, ...otherType }];
  });
  const places = readings.flatMap(({ facts, paths, tables, others }): readonly Reference[] => {
    const links = linksIn(facts);
    const isLink = new Set(links.map(({ span }) => span.start));
    // A link is judged as one, whatever its text is.
    const named = [...tablePaths(facts, tables, others, paths), ...testsOf(facts, others, paths, workspace)].filter(
      ({ span }) => !isLink.has(span.start),
    );
    return [
      ...once(named),
      ...links.map((written): Reference => ({ kind: "link", document: facts.path, span: written.span, ...paths.link(written) })),
      ...needsOf(facts, paths, workspace, files),
    ];
  });
  return {
    references: [...places, ...symbols],
    textOf: sources.text,
    sites: places.flatMap((reference) => (reference.kind === "path" ? [{ document: reference.document, site: reference.site }] : [])),
    names:
      specifications === undefined
        ? []
        : readings.flatMap(({ facts, tables, paths }) =>
            specNames(facts.path, tables, specifications, paths.site, (word) => sources.filesWith(word).length > 0),
          ),
  };
}
