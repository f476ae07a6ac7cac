import { expect, it } from "vitest";
import type { SyntaxNode } from "../../../src/model/syntax.js";
import { copyOf } from "../../../src/read/source/tree-copy.js";

it("gives a cursor's memory back: collected after its tree was freed, it would damage that of others", () => {
  let deleted = 0;
  const cursor = {
    nodeType: "a",
    nodeIsNamed: true,
    startIndex: 0,
    endIndex: 1,
    currentFieldName: null,
    gotoFirstChild: () => false,
    gotoNextSibling: () => false,
    gotoParent: () => false,
    delete: () => {
      deleted += 1;
    },
  };
  expect(copyOf({ walk: () => cursor } as unknown as SyntaxNode, "x").text).toBe("x");
  expect(deleted).toBe(1);
});
