const speakers = new Set(["row", "name", "anchor", "lead"]);

/** `ident row body` → `ident body`: the feature whoever says it; `undefined` for what nobody says (`size`, `callee`). */
export function sharedOf(feature: string): string | undefined {
  const words = feature.split(" ");
  const rest = words.filter((word) => !speakers.has(word));
  return rest.length === words.length ? undefined : rest.join(" ");
}

/** What a feature's weight is the sum of: a part of its own, and one that all speakers of it share. */
function parametersOf(feature: string): readonly string[] {
  const shared = sharedOf(feature);
  return shared === undefined ? [feature] : [feature, `shared ${shared}`];
}

/** True for parts of a weight that are kept small more strongly: those of one speaker alone. */
function isOfOneSpeaker(parameter: string): boolean {
  return !parameter.startsWith("shared ") && sharedOf(parameter) !== undefined;
}

/** True for what may also speak against a candidate. What is found somewhere never does: weights below zero would fit chance. */
function isSigned(parameter: string): boolean {
  return parameter === "size" || parameter.startsWith("is ");
}

/** How weights are made up of what is fitted. */
export interface Form {
  readonly parametersOf: (feature: string) => readonly string[];
  readonly isOfOneSpeaker: (parameter: string) => boolean;
  readonly isSigned: (parameter: string) => boolean;
}

/** Weights of evidence. */
export const ofEvidence: Form = { parametersOf, isOfOneSpeaker, isSigned };

/** Weights of traits: each is its own, and may speak for or against. */
export const ofTraits: Form = { parametersOf: (trait) => [trait], isOfOneSpeaker: () => false, isSigned: () => true };
