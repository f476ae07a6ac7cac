import { eastAsianWidth } from "get-east-asian-width";

let emoji: RegExp | undefined;
let unseen: RegExp | undefined;

/**
 * The columns that a terminal gives one grapheme: 0, 1 or 2. The expressions are compiled when the first character beyond ASCII
 * comes along: most reports have none, and the tables of characters take longer to load than the report to write.
 */
export function graphemeWidth(character: string): number {
  emoji ??= /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})/u;
  unseen ??= /^\p{Default_Ignorable_Code_Point}+$/u;
  if (unseen.test(character)) return 0;
  return emoji.test(character) ? 2 : eastAsianWidth(character.codePointAt(0) ?? 0);
}
