import type { Language } from "../../../src/read/languages/language.js";
import { type Fence, fencesOf } from "../source/pages.js";

/** A way to break an anchor, and the one rule that reports it. */
export interface Break {
  readonly id: string;
  readonly rule: string;
  /** The anchor of the language's page that it is tried on. */
  readonly anchor: string;
  /** The files of a workspace with the anchor and its row, broken; as they are where it is the anchor itself that stands wrong. */
  readonly files?: (sample: Sample) => Readonly<Record<string, string>>;
}

/** One anchor of a language's page with its row: everything else on the page is no anchor. */
export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly code: string;
  /** The line of the code that holds the anchor, without its line end. */
  readonly line: string;
}

/** The anchor's fence, in which all other anchors are none any more. */
export function sampleOf(language: Language, name: string): Sample | undefined {
  const marked = (fence: Fence): boolean => new RegExp(`SPEC: ${name}\\b`).test(fence.code);
  const fence = fencesOf(language).find(marked);
  if (fence === undefined) return undefined;
  const code = `${fence.code.replace(new RegExp(`SPEC: (?!${name}\\b)`, "g"), "SEE ").replace(/ — (?:precedes|documents|trails|dangling|unjudged)[^\n]*?(?= ?(?:\*\/|-->)|\n|$)/g, "")}\n`;
  const line = code.split("\n").find((one) => one.includes(`SPEC: ${name}`)) ?? "";
  return { name, path: `src/${fence.path}`, code, line };
}

const documentFor = ({ name, path }: Sample): string =>
  `# Anchors\n\n| Invariant | Anchor |\n| --- | --- |\n| \`${name}\` | \`${path}\` |\n`;

/** A workspace of the sample, with other code if it is given. */
export function workspaceOf(sample: Sample, code = sample.code): Readonly<Record<string, string>> {
  return { "specs/README.md": documentFor(sample), [sample.path]: code };
}

/** The sample with another line for the anchor's. */
function withLine(sample: Sample, line: string): Readonly<Record<string, string>> {
  return workspaceOf(sample, sample.code.replace(`${sample.line}\n`, line === "" ? "" : `${line}\n`));
}

const inLine = (change: (line: string, name: string) => string) => (sample: Sample) => withLine(sample, change(sample.line, sample.name));

/** Every way to break an anchor. One list for all languages. */
export const breaks: readonly Break[] = [
  { id: "deleted", rule: "missing-anchor", anchor: "InFunction", files: inLine(() => "") },
  { id: "other letters", rule: "malformed-anchor", anchor: "InFunction", files: inLine((line) => line.replace("SPEC:", "Spec:")) },
  { id: "no colon", rule: "malformed-anchor", anchor: "InFunction", files: inLine((line) => line.replace("SPEC:", "SPEC")) },
  { id: "no space", rule: "malformed-anchor", anchor: "InFunction", files: inLine((line) => line.replace("SPEC: ", "SPEC:")) },
  {
    id: "misspelt",
    rule: "malformed-anchor",
    anchor: "InFunction",
    files: inLine((line, name) => line.replace(name, name.replace("c", "k"))),
  },
  {
    id: "commented out",
    rule: "not-a-comment",
    anchor: "InFunction",
    files: inLine((line) => line.replace(/\S+(?= SPEC:)/, (sign) => `${sign} ${sign}`)),
  },
  { id: "twice on one construct", rule: "duplicate-anchor", anchor: "InFunction", files: inLine((line) => `${line}\n${line}`) },
  { id: "at the end of the file", rule: "dangling-anchor", anchor: "EndOfFile" },
  {
    id: "in another file",
    rule: "wrong-file",
    anchor: "InFunction",
    files: (sample) => ({ ...inLine(() => "")(sample), [sample.path.replace("page", "other")]: sample.code }),
  },
  {
    id: "without its file",
    rule: "missing-file",
    anchor: "InFunction",
    files: (sample) => ({ "specs/README.md": documentFor(sample), "src/kept.txt": "" }),
  },
  {
    id: "without its row",
    rule: "undeclared-anchor",
    anchor: "InFunction",
    files: (sample) => ({
      ...workspaceOf(sample, sample.code.replace(sample.line, `${sample.line.replace(sample.name, "OtherRow")}\n${sample.line}`)),
    }),
  },
  {
    id: "in a file without a language",
    rule: "unjudged-anchor",
    anchor: "InFunction",
    files: (sample) => workspaceOf({ ...sample, path: `${sample.path}.unknown` }),
  },
  { id: "in a string", rule: "not-a-comment", anchor: "InString" },
  { id: "in a raw string", rule: "not-a-comment", anchor: "InRawString" },
  { id: "in a string of several lines", rule: "not-a-comment", anchor: "InLongString" },
  { id: "at the end of a class", rule: "dangling-anchor", anchor: "EndOfClass" },
  { id: "at the end of a module", rule: "dangling-anchor", anchor: "EndOfModule" },
  { id: "on an import", rule: "inactive-anchor", anchor: "OnImport" },
  { id: "on a test", rule: "inactive-anchor", anchor: "OnTest" },
  { id: "in a test", rule: "inactive-anchor", anchor: "InTest" },
  { id: "on code that no build has", rule: "inactive-anchor", anchor: "CompiledOut" },
  { id: "under a condition that never holds", rule: "inactive-anchor", anchor: "IfFalse" },
  { id: "on a syntax error", rule: "unjudged-anchor", anchor: "ErrorInside" },
];
