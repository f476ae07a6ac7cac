import { stemmer } from "stemmer";

/** Small words of English, which say nothing about code. */
const idle = new Set(
  (
    "a an the this that these those it its is are was were be been being has have had do does did will would can could may might must shall should " +
    "of to in on at by for from with without into onto over under than then so as and or nor not no but if when while where which who whom whose what how why " +
    "there here only just also too very any all each every some such same other another both either neither one own more most less least ever never always " +
    "because since until before after again already still yet through up down out off about against between during per via their they them he she his her we you your our"
  ).split(" "),
);

/** `claimTail`, `claim_tail`, `HTTPServer2` → the words of an identifier, in lower case. */
function wordsOf(identifier: string): readonly string[] {
  return (identifier.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu) ?? []).map((word) => word.toLowerCase());
}

const kept = new Map<string, string>();

/** What `sorts`, `sorted` and `sorting` have in common (Porter's algorithm, "An algorithm for suffix stripping", 1980). */
function stemOf(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  kept.set(word, stem);
  return stem;
}

/** The words of identifiers or of a sentence that may say something: two letters at least, none of English's small words. */
export function tellingWords(text: string): readonly string[] {
  const words = (text.match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap(wordsOf);
  return words.filter((word) => word.length > 1 && !idle.has(word));
}

/** The stems of the telling words. */
export function stemsOf(text: string): readonly string[] {
  return tellingWords(text).map(stemOf);
}

/** An identifier without underscores and case: `commitIndex` and `commit_index` are one name in two languages. */
export function foldedName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
