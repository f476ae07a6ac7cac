/** Words before an `enum`, before which the grammar knows annotations alone. */
const enumModifiers = /^([ \t]*)((?:(?:private|protected|final|sealed)(?:\[\w+\])?[ \t]+)+)(?=enum[ \t]+\w)/gm;

const asAnnotations = (words: string): string => words.replace(/\S+/g, (word) => `@${word.slice(1).replace(/\W/g, "_")}`);

/** Parameters without names: `(using Show[Int])`. The grammar takes them for names, which have no brackets. */
const unnamed = /\(using\s+[^():]*\)/g;
const typeArguments = /\[[^[\]\n]*(?:\[[^[\]\n]*\][^[\]\n]*)*\]/g;

/** A name that the grammar takes for the word that says what ends. */
const nameEnd = /^([ \t]*)end(?=[ \t]*[-+*/.(<>=!&|])/gm;

const beginsGenerator = /^[ \t]*(?:case[ \t]+)?(?:\w+|\([^\n]*\))[ \t]*<-[ \t]/;
const beginsDefinition = /^[ \t]*\w+[ \t]*=[ \t]/;
const endsWithOperator = /[ \t]([-<>*&|+:~^/]{2,4})[ \t]*\r?$/;

const isIdle = /^[ \t]*(?:\/\/.*)?\r?$/;

/**
 * Lets a generator go on behind an operator at the end of a line, where the grammar ends it: `a <- b >>` becomes `a <- b . `, which holds
 * the same names.
 */
function withLongGenerators(text: string): string {
  if (!text.includes("<-")) return text;
  const lines = text.split("\n");
  let [generates, goesOn] = [false, false];
  for (const [at, line] of lines.entries()) {
    if (isIdle.test(line)) continue;
    const begins = beginsGenerator.test(line) || (generates && beginsDefinition.test(line));
    if (beginsGenerator.test(line)) generates = true;
    if (/^[ \t]*(?:\}|yield\b|do\b)/.test(line)) generates = false;
    const operator = begins || goesOn ? endsWithOperator.exec(line)?.[1] : undefined;
    const next = lines.slice(at + 1, at + 9).find((other) => !isIdle.test(other)) ?? "";
    goesOn = operator !== undefined && operator !== "<-" && /^[ \t]+[A-Za-z_$]/.test(next);
    if (!goesOn || operator === undefined) continue;
    const from = line.lastIndexOf(operator);
    lines[at] = `${line.slice(0, from)}.${" ".repeat(operator.length - 1)}${line.slice(from + operator.length)}`;
  }
  return lines.join("\n");
}

/** What the grammar of Scala cannot read, in signs that it can. */
export function withKnownForms(text: string): string {
  return withLongGenerators(text)
    .replace(enumModifiers, (_, indent: string, words: string) => indent + asAnnotations(words))
    .replace(unnamed, (list) => list.replace(typeArguments, (given) => "_".repeat(given.length)))
    .replace(nameEnd, "$1enD");
}
