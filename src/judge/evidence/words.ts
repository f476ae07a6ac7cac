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

/** Words and identifiers. Ranges instead of Unicode classes, which take longer to compile than a document's rows to read. */
const word = /[\w\u00c0-\u1fff\u2c00-\ud7ff]+/g;

/** `claimTail`, `claim_tail`, `HTTPServer2` → the words of an identifier. */
const part = /[A-Z]+(?![a-z])|[A-Z]?[a-z\u00c0-\u1fff\u2c00-\ud7ff]+|\d+/g;

const kept = new Map<string, readonly Word[]>();

/** A word as it is written, in lower case, and what it has in common with its other forms: `sorts`, `sorted` and `sorting`. */
export interface Word {
  readonly written: string;
  readonly stem: string;
}

/** All words of one identifier, of two letters at least; stemmed by Porter's algorithm (1980). */
export function partsOf(identifier: string): readonly Word[] {
  const known = kept.get(identifier);
  if (known !== undefined) return known;
  const parts = (identifier.match(part) ?? []).map((one) => one.toLowerCase());
  const words = parts.filter((one) => one.length > 1).map((written) => ({ written, stem: stemmer(written) }));
  kept.set(identifier, words);
  return words;
}

/** The words of identifiers or of a sentence that may say something: none of English's small ones. */
export function wordsOf(text: string): readonly Word[] {
  return (text.match(word) ?? []).flatMap(partsOf).filter(({ written }) => !idle.has(written));
}

/** The stems of these words. */
export function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

/** An identifier without underscores, the sign of private members and case: `commitIndex`, `commit_index` and `#commitIndex` are one name in several languages. */
export function foldedName(name: string): string {
  return name.replaceAll(/[_#]/g, "").toLowerCase();
}
