import { extended } from "../../judge/nearness.js";
import type { Site } from "../../model/project.js";
import type { RowName, WrittenSite } from "../../model/row.js";
import { isNamed } from "../../model/spec.js";
import type { Definition, Specifications, SpecName } from "../../model/specification.js";
import type { MappingRow, MappingTable } from "../../read/documents/mapping.js";
import type { SpecMention } from "../../read/documents/mapping-spec.js";
import { onlyClaims } from "../specs/claims.js";

interface Used {
  readonly found: SpecName;
  /** True where the modules define the name with a word more: it is meant, and written otherwise. */
  readonly isMeant: boolean;
  /** False for what the modules use without defining it: a field, a bound name, a string. */
  readonly isJudged: boolean;
}

/** The module's text without its comments. */
function codeOf(text: string): string {
  return text.replace(/\\\*.*|\(\*[\s\S]*?\*\)/g, "");
}

/** Tells the words that modules use outside of comments; their texts are read when first asked. */
export function specWords(specifications: Specifications | undefined): (word: string) => boolean {
  let words: Set<string> | undefined;
  return (word) => {
    words ??= new Set([...(specifications?.modules.values() ?? [])].flatMap(({ text }) => codeOf(text).match(/[A-Za-z_]\w*/g) ?? []));
    return words.has(word);
  };
}

/** Looks up the names that mapping tables take from specifications. What an explanation quotes may be code instead: `isCode` tells words of it. */
export function specNames(
  document: string,
  tables: readonly MappingTable[],
  specifications: Specifications,
  siteOf: (written: WrittenSite) => Site,
  isCode: (word: string) => boolean,
): readonly SpecName[] {
  const scope = specifications.about(document);
  const isInScope = new Set(scope);
  const codes = new Map<string, string>();
  const mentions = (path: string, name: string): boolean => {
    const code = codes.get(path) ?? codeOf(specifications.modules.get(path)?.text ?? "");
    codes.set(path, code);
    return new RegExp(`(?<!\\w)${name}(?!\\w)`).test(code);
  };
  const units = new Map<string, readonly string[]>();
  const namesIn = (paths: readonly string[]): readonly string[] =>
    paths.flatMap((path) => {
      const own =
        units.get(path) ??
        specifications.modules.get(path)?.facts.modules.flatMap((module) => module.units.filter(isNamed).map((unit) => unit.name)) ??
        [];
      units.set(path, own);
      return own;
    });
  const modulesOf = (sites: readonly WrittenSite[]): readonly string[] => [
    ...new Set(
      sites.flatMap((written) => {
        const site = siteOf(written);
        return site.resolved === "file" && specifications.modules.has(site.target) ? [site.target] : [];
      }),
    ),
  ];
  const lookUp = (name: RowName, sites: readonly WrittenSite[], table: MappingTable): Used => {
    const modules = modulesOf(sites);
    const all = specifications.definitionsOf(name.name).filter(({ path }) => isInScope.has(path));
    const own = modules.flatMap((path): readonly Definition[] => {
      const meant = specifications.visible(path, name.name);
      return meant === undefined ? all.filter((definition) => definition.path === path) : [meant];
    });
    const [within] = modules;
    const definitions = within === undefined ? all : own;
    return {
      found: {
        document,
        scope,
        name,
        row: undefined,
        within,
        definitions,
        elsewhere: definitions.length > 0 || within === undefined ? [] : all,
        claimed: onlyClaims(table.header) && !definitions.some(specifications.isStep),
        answered: undefined,
      },
      isMeant: definitions.length === 0 && extended(name.name, namesIn(within === undefined ? scope : modules)) !== undefined,
      isJudged: definitions.length > 0 || !(within === undefined ? scope : modules).some((path) => mentions(path, name.name)),
    };
  };
  const namesOf = (row: MappingRow, table: MappingTable): readonly Used[] => {
    const around = row.modules.length > 0 ? row.modules : table.modules;
    // A row whose module is missing says nothing of names that could be held against another.
    if (row.modules.length > 0 && modulesOf(row.modules).length === 0) return [];
    const ofMention = ({ name, module }: SpecMention): Used => {
      if (module === undefined) return lookUp(name, around, table);
      if (modulesOf([module]).length > 0) return lookUp(name, [module], table);
      // `I!Name` of a module that instantiates another one as `I`; what is instantiated where nobody says is not judged.
      const instance = module.path.replace(/\.tla$/, "");
      const modules = modulesOf(around);
      const among = modules.length > 0 ? modules : scope;
      const meant = among.flatMap((path) => specifications.visible(path, `${instance}!${name.name}`) ?? []);
      const used = lookUp(name, around, table);
      return meant.length > 0
        ? { ...used, found: { ...used.found, definitions: meant, elsewhere: [] }, isJudged: true }
        : { ...used, isJudged: false };
    };
    const ofQuoted = (name: RowName): Used => {
      const used = lookUp(name, row.modules, table);
      return used.found.definitions.length === 0 && isCode(name.name) ? { ...used, isJudged: false } : used;
    };
    return [...row.names.map(ofMention), ...row.quoted.map(ofQuoted)];
  };
  if (scope.length === 0) return [];
  const named = new Set<string>();
  return tables.flatMap((table) => {
    const used = table.rows.flatMap((row) => namesOf(row, table)).filter(({ isJudged }) => isJudged);
    const known = used.filter(({ found }) => found.definitions.length > 0);
    const meant = used.filter(({ isMeant }) => isMeant);
    // A table of which few names are defined is about other modules, or about names of another kind: one that pairs none with code the more so.
    const pairsCode = table.rows.some(({ symbols, paths }) => symbols.length + paths.length > 0);
    const share = pairsCode && /\btla\b|\btla\+|\bspec/i.test(table.header) ? 1 / 3 : 2 / 3;
    const isAbout = known.length + meant.length > 0 && known.length + meant.length >= used.length * share;
    return (isAbout ? used : known).flatMap(({ found }) => {
      const key = `${found.name.name}\n${found.within ?? ""}`;
      if (found.definitions.length === 0 && named.has(key)) return [];
      named.add(key);
      return [found];
    });
  });
}
