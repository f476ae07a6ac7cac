import { describe, expect, it } from "vitest";
import { visible, visiblePath, visibleUnits } from "../../src/reporters/visible.js";

describe("visible", () => {
  it.each([
    ["\x1b[2J", "␛[2J"],
    ["a\r\n\tb\0", "a␍␊␉b␀"],
    ["\x7f\x9b31m", "␡<U+009B>31m"],
    ["\u202eabc\u2066\u200f\u061c", "<U+202E>abc<U+2066><U+200F><U+061C>"],
    ["a\u2028b\u2029c", "a<U+2028>b<U+2029>c"],
    ["\ufeff\u200b\u00ad", "<U+FEFF><U+200B><U+00AD>"],
    ["\ud83d!", "<U+D83D>!"],
    ["\u{e0041}", "<U+E0041>"],
    ["Bounded\u200d", "Bounded<U+200D>"],
    ["##[set-output name=a]b", "##<U+005B>set-output name=a]b"],
  ])("shows %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
    expect(visibleUnits(text).join("")).toBe(shown);
    expect(visibleUnits(text)).toHaveLength(text.length);
  });

  it.each(["plain `code` #[test] — é", "👩‍👩‍👧 🇫🇮 日本", "می‌خواهم", "e\u0301"])("leaves %j alone", (text) => {
    expect(visible(text)).toBe(text);
  });

  it("keeps a path from being a workflow command", () => {
    expect(visiblePath("::error::x.md")).toBe("./::error::x.md");
    expect(visiblePath("\u00a0::error::x.md")).toBe("./\u00a0::error::x.md");
    expect(visiblePath("src/a.rs")).toBe("src/a.rs");
  });
});
