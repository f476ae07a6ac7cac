const speakers = new Set(["row", "name", "anchor"]);

/** `ident row body` → `ident body`: the feature whoever says it; `undefined` for what nobody says (`size`, `callee`). */
export function sharedOf(feature: string): string | undefined {
  const words = feature.split(" ");
  const rest = words.filter((word) => !speakers.has(word));
  return rest.length === words.length ? undefined : rest.join(" ");
}

/** What a feature's weight is the sum of: a part of its own, and one that all speakers of it share. */
export function parametersOf(feature: string): readonly string[] {
  const shared = sharedOf(feature);
  return shared === undefined ? [feature] : [feature, `shared ${shared}`];
}

/** True for parts of a weight that are kept small more strongly: those of one speaker alone. */
export function isOfOneSpeaker(parameter: string): boolean {
  return !parameter.startsWith("shared ") && sharedOf(parameter) !== undefined;
}

/** True for what may also speak against a candidate. What is found somewhere never does: weights below zero would fit chance. */
export function isSigned(parameter: string): boolean {
  return parameter === "size" || parameter.startsWith("is ");
}
