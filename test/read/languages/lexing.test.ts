import { describe, expect, it } from "vitest";
import { languageOf } from "../../../src/read/languages/index.js";
import { segments } from "../../../src/read/source/segments.js";
import { lexingCases } from "./lexing-cases.js";

const letter = { "line-comment": "l", "block-comment": "b", string: "s" };

/** The segments of a text as the cases write them. */
function seen(path: string, text: string): readonly string[] {
  const language = languageOf(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  return segments(text, language.comments).map(({ kind, span }) => `${letter[kind]} ${text.slice(span.start, span.end)}`);
}

describe("segments", () => {
  it.each(lexingCases)("%s %j", (path, text, expected) => {
    expect(seen(path, text)).toEqual(expected);
  });

  it.each(lexingCases)("with CRLF: %s %j", (path, text, expected) => {
    const withReturns = (of: string): string => of.replace(/\n/g, "\r\n");
    expect(seen(path, withReturns(text))).toEqual(expected.map(withReturns));
  });
});
