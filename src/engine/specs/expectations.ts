import type { ConfigFacts, Remark, Remarks } from "../../model/spec.js";
import type { Expectation } from "../../model/specification.js";
import { blocksOf } from "../../read/tla/remarks.js";
import { isFailing, isResult, speaksOfOne } from "./failing-words.js";
import { folderOf, stemOf } from "./spec-paths.js";

/** Words of a file's name that say that its model is broken on purpose, whatever else the name says. */
const broken = /(?<!in|un|no|non|not|[_-]no|without)[_-]?(?:vulnerab|buggy(?!-?free)|broken)/i;

/** Words that say so only of a configuration that its module's name does not explain. */
const suspicious =
  /(?<![A-Za-z]|no|No|non|Non)(?:bug|bad|unsafe|negative|mutant|wrong|violat(?:ed|es|ion|ing)|counter-?example)(?![a-z])(?![_-]?(?:fix|free))|(?<=[a-z\d])(?<!No|Non|Not)(?:Bug|Bad|Unsafe|Negative|Mutant|Wrong|Violat(?:ed|es|ion|ing)|Counter[Ee]xample)(?![a-z])(?!Fix|Free)|(?:expect|should|must|will)(?:ed)?(?:[_-]?to)?[_-]?fail/i;

/** Names of folders of models that are broken on purpose. */
const brokenFolder =
  /(?:^|\/)(?:broken|buggy|bugs|vulnerable|unsafe|negative|mutants?|counter-?examples?|(?:expect(?:ed)?|should|must)[_-]fail(?:ures?)?)\//i;

/** What a configuration's name says of its outcome; `module` is the path of what it is for. */
export function expectationOfName(path: string, module: string | undefined): Expectation {
  const stem = stemOf(path);
  const own = module === undefined ? "" : stemOf(module);
  // What the module is called says what it is about; what the configuration adds says what becomes of it.
  const added = own !== "" && stem.includes(own) ? stem.replace(own, "-") : stem;
  if (broken.test(stem) || suspicious.test(added)) return { fails: `the name \`${stem}\`` };
  const folder = folderOf(path);
  const [said] = module === undefined || folderOf(module) !== folder ? (brokenFolder.exec(folder) ?? []) : [];
  return said === undefined ? undefined : { fails: `the folder \`${said.replaceAll("/", "")}\`` };
}

/** What a configuration gives to constants, as it is written. */
export function assignedValues({ sections }: Pick<ConfigFacts, "sections">, text: string): ReadonlyMap<string, string> {
  const all = sections.flatMap((section) => (section.kind === "constants" ? section.assignments : []));
  return new Map(all.flatMap((one) => (one.kind === "value" ? [[one.name, text.slice(one.value.start, one.value.end)] as const] : [])));
}

/** True if a sentence speaks of other constants than these: `with Guard = FALSE` where `Guard = TRUE`. */
function isOfOthers(sentence: string, values: ReadonlyMap<string, string>): boolean {
  return [...sentence.matchAll(/\b([A-Za-z_]\w*)\s*=\s*`?([\w-]+)/g)].some(([, name = "", value]) => (values.get(name) ?? value) !== value);
}

/** Words without one of which nothing is said of an outcome. */
const telling = /fail|violat|counter-?example|broken|falsified|error|deadlock|hold|flag|report|detect|catch|reject|refute|buggy/i;

/** The first sentence of a text that says that a check fails; dashes part sentences as full stops do. */
export function sayingIn(text: string, values: ReadonlyMap<string, string>): string | undefined {
  if (!telling.test(text)) return undefined;
  const sentences = text.split(/[.;!?](?=\s|$)|\s[-–—]{1,3}\s|—/).map((sentence) => sentence.trim());
  return sentences.find((one) => isFailing(one) && !isOfOthers(one, values));
}

const joined = (remarks: readonly Pick<Remark, "text">[]): string => remarks.map(({ text }) => (text === "" ? ". " : text)).join(" ");

/** What comments that belong together say of the outcome: their words as they show it best. */
export function expectationOf(remarks: readonly Pick<Remark, "text">[], values: ReadonlyMap<string, string>): Expectation {
  const said = sayingIn(joined(remarks), values);
  if (said === undefined) return undefined;
  const line = remarks.map(({ text }) => sayingIn(text, values)).find((one) => one !== undefined) ?? said;
  return { fails: line.length > 100 ? `${line.slice(0, 99)}…` : line };
}

/** What the comments before something say of its outcome. */
export function expectationBefore(before: readonly Remark[], values: ReadonlyMap<string, string>): Expectation {
  return expectationOf(before, values);
}

/** What the comments around something say of its outcome. Behind a name a single word is enough. */
export function expectationAround({ before, after }: Remarks, values: ReadonlyMap<string, string>): Expectation {
  const behind = after.find(({ text }) => isResult(text));
  return expectationBefore(before, values) ?? (behind === undefined ? expectationOf(after, values) : { fails: behind.text });
}

/** True if the comments speak of a single name: of the next one only. */
export function isOfOne(before: readonly Remark[]): boolean {
  return speaksOfOne(joined(before));
}

/**
 * What the comments say that speak of the whole file: those before its first section, and those that begin with what is expected.
 */
export function expectationOfFile({ comments, sections }: ConfigFacts, text: string, values: ReadonlyMap<string, string>): Expectation {
  const first = sections[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const blocks = blocksOf(text, comments);
  for (const block of blocks) {
    const isHead = (block.at(-1)?.span.end ?? 0) <= first;
    if (!isHead && !/^expected\b[\w ]{0,12}:/i.test(joined(block))) continue;
    const found = expectationOf(block, values);
    if (found !== undefined) return found;
  }
  return undefined;
}
