import type { Finding, Level, Rule } from "../model/finding.js";
import type { Directive, Project } from "../model/project.js";
import type { Place } from "../model/span.js";
import type { Signed } from "./sign.js";

/** Which rules run, and at which severity. */
export type Levels = ReadonlyMap<string, Level>;

/** What the rules found, and how many of their findings were suppressed. */
export interface Outcome {
  readonly findings: readonly Signed[];
  readonly suppressed: number;
}

/** The level of each rule: its own, as configuration and options change it. Rules that always run keep theirs. */
export function levelsOf(rules: readonly Rule[], changes: Readonly<Record<string, Level>>, only: readonly string[]): Levels {
  return new Map(
    rules.map((rule): [string, Level] => {
      if (rule.always === true) return [rule.id, rule.severity];
      const level = changes[rule.id] ?? rule.severity;
      return [rule.id, only.length === 0 || only.includes(rule.id) ? level : "off"];
    }),
  );
}

/** Every suppression of documents and sources that is well formed enough to suppress. */
function directivesOf(project: Project): readonly Directive[] {
  const ofSpecs = [...(project.specifications?.suppressions ?? [])].flatMap(([path, suppressions]) =>
    project.sources.has(path) ? [] : [{ path, suppressions }],
  );
  const files = [...project.documents, ...project.sources.values(), ...ofSpecs];
  return files.flatMap(({ path, suppressions }) => suppressions.map((suppression): Directive => ({ path, suppression, use: "not-run" })));
}

function suppresses({ path, suppression }: Directive, rule: string, place: Place | undefined): boolean {
  const { covers } = suppression;
  if (place === undefined || covers === undefined || suppression.rule !== rule || suppression.reason === "" || place.path !== path)
    return false;
  return covers.start <= place.span.start && place.span.start < covers.end;
}

/**
 * The directives that silence a finding: one for each place where the fault stands, or, for a fault in a source file, one for the
 * row it is about. None if a place is left over: then the finding still speaks for that place.
 */
function silencers(directives: readonly Directive[], rule: Rule, finding: Finding): readonly Directive[] {
  if (rule.always === true) return [];
  const covering = (place: Place | undefined): Directive | undefined =>
    directives.find((directive) => suppresses(directive, rule.id, place));
  const related = finding.related ?? [];
  const own = [finding.place, ...related.filter(({ same }) => same).map(({ place }) => place)].map(covering);
  const all = own.filter((directive) => directive !== undefined);
  if (all.length === own.length) return all;
  const about = related.filter(({ same, place }) => !same && place.path !== finding.place?.path).map(({ place }) => covering(place));
  return about.filter((directive) => directive !== undefined).slice(0, 1);
}

/** Runs the rules; those that judge the others' outcome run last. */
export function runRules(project: Project, rules: readonly Rule[], levels: Levels): Outcome {
  const directives = directivesOf(project);
  const used = new Set<Directive>();
  const findings: Signed[] = [];
  let suppressed = 0;
  const run = (rule: Rule, subject: Project): void => {
    const severity = levels.get(rule.id) ?? rule.severity;
    if (severity === "off") return;
    for (const finding of rule.check(subject)) {
      const silent = silencers(directives, rule, finding);
      if (silent.length === 0) findings.push({ rule: rule.id, severity: finding.severity ?? severity, finding });
      else {
        for (const directive of silent) used.add(directive);
        suppressed += 1;
      }
    }
  };
  const subject: Project = {
    ...project,
    ruleIds: rules.map((rule) => rule.id),
    alwaysIds: rules.filter((rule) => rule.always === true).map((rule) => rule.id),
    directives,
  };
  for (const rule of rules) if (rule.last !== true) run(rule, subject);
  const judged = directives.map((directive): Directive => {
    if (used.has(directive)) return { ...directive, use: "used" };
    const { rule, reason } = directive.suppression;
    const known = subject.ruleIds.includes(rule) && !subject.alwaysIds.includes(rule) && reason !== "";
    return { ...directive, use: known && levels.get(rule) !== "off" ? "unused" : "not-run" };
  });
  for (const rule of rules) if (rule.last === true) run(rule, { ...subject, directives: judged });
  return { findings, suppressed };
}
