import type { Definition } from "../../model/specification.js";
import { shapeOf } from "../../read/tla/truth.js";
import type { Uses } from "./uses.js";

/** Words that call a name something that has to be checked. */
const claim = /\b(?:invariants?|propert(?:y|ies)|theorems?|lemmas?|safety|liveness|guarantees?|assertions?)\b/i;

/** Words that call a name something else. */
const noClaim =
  /\b(?:actions?|operators?|variables?|constants?|transitions?|states?|steps?|definitions?|modules?|process(?:es)?|macros?|procedures?|labels?|concepts?)\b/i;

/** True if a header calls its names something to be checked, and nothing else besides. */
export function onlyClaims(header: string): boolean {
  return claim.test(header) && !noClaim.test(header);
}

/** What a table's header calls its names. */
export function calledBy(header: string): "claimed" | "other" | "nothing" {
  return claim.test(header) ? "claimed" : noClaim.test(header) ? "other" : "nothing";
}

/** What a status cell says that needs no configuration. */
const answer = /\b(?:deadlock|proofs?|proved|proven|tlaps|assume[ds]?|assumptions?|axioms?|theorems?)\b/gi;

/** Words before an answer, or behind it, that take it back. That there is no deadlock is an answer. */
const takenBack = /\b(?:not|no|never|without|needs?|lacks?|missing|todo|tbd|pending|awaiting|planned|yet)\b[^.;|]{0,16}$/i;
const openStill = /^[^.;|]{0,16}\b(?:todo|tbd|pending|missing|planned|omitted|open|incomplete)\b/i;

/** How a status says that a name is checked, if it does. */
export function answerIn(status: string): string | undefined {
  for (const match of status.matchAll(answer)) {
    const [word] = match;
    const isOpen = openStill.test(status.slice(match.index + word.length));
    if (/deadlock/i.test(word) || !(isOpen || takenBack.test(status.slice(0, match.index)))) return word;
  }
  return undefined;
}

/** What definitions are looked up in. */
export interface Formulas extends Uses {
  readonly visible: (module: string, name: string) => Definition | undefined;
  readonly textOf: (path: string) => string;
}

function bodyOf({ unit, path }: Definition, textOf: Formulas["textOf"]): string {
  if (unit.kind !== "operator") return "";
  return textOf(path)
    .slice(unit.body.start, unit.body.end)
    .replace(/"(?:\\.|[^"\\\n])*"|\\\*.*|\(\*[\s\S]*?\*\)/g, '""');
}

const timeless = /\[\]|<>|~>|\b[WS]F_|\bENABLED\b/;
const twoStates = /\w'|\bUNCHANGED\b/;

/** True if the definition speaks of two states, as actions do, by itself or by what it is made of; a formula about all behaviours may. */
function isAction(definition: Definition, formulas: Formulas, seen: Set<Definition["unit"]> = new Set()): boolean {
  if (definition.unit.kind !== "operator" || seen.has(definition.unit)) return false;
  seen.add(definition.unit);
  const body = bodyOf(definition, formulas.textOf);
  if (timeless.test(body)) return false;
  if (twoStates.test(body)) return true;
  return [...new Set(body.match(/(?<![\w!])[A-Za-z_]\w*(?:!\w+)*/g))].some((name) => {
    const used = formulas.visible(definition.path, name);
    return used !== undefined && isAction(used, formulas, seen);
  });
}

/** True if the definition is true or false in each state, and no value, by itself or by what it calls. */
function isFormula({ unit, path }: Definition, formulas: Formulas, depth = 0): boolean {
  if (unit.kind !== "operator" || depth > 9) return false;
  const shape = shapeOf(formulas.textOf(path), unit.body);
  if (shape.kind !== "call") return shape.kind === "formula";
  const called = formulas.visible(path, shape.name);
  return called !== undefined && isFormula(called, formulas, depth + 1);
}

/** Names that everybody gives to what describes the system, and not to what is checked of it. */
const conventional = /^(?:(?:Init|Next|Spec|Fair)(?:[A-Z_\d]\w*)?|\w*(?:Init|Next|Spec|Fairness|Vars)[A-Z\d]?|vars)$/;

/** True for what a table that calls its names nothing asks to be checked: a formula about states. */
export function isStatement(definition: Definition, formulas: Formulas): boolean {
  const { unit, name } = definition;
  if (unit.kind !== "operator" || unit.parameters.length > 0 || conventional.test(name) || formulas.isUsed(definition)) return false;
  return isFormula(definition, formulas) && !isAction(definition, formulas);
}

/** True for an action that the specification takes, whatever a table calls it. */
export function isStep(definition: Definition, formulas: Formulas): boolean {
  const body = bodyOf(definition, formulas.textOf);
  return twoStates.test(body) && !timeless.test(body) && formulas.isPart(definition);
}
