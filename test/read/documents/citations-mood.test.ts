import { expect, it } from "vitest";
import { isProposal } from "../../../src/read/documents/citations-mood.js";

it.each([
  "File:  (NEW)",
  "We are to write  (new) for it.",
  "Add  to the specification.",
  "The guard should move to .",
  "WHEN  exists",
  "- **THEN** it reads ",
  "[ ] T012 [P] [US1] Integrate  into  in .",
  ": initialize state from  and begin at line 2.",
])("`%s` speaks of what is to be done", (sentence) => {
  expect(isProposal(sentence)).toBe(true);
});

it.each(["File: ", "The new guard stands in .", "A client (new or old) is refused by .", "When  is there, it is read."])(
  "`%s` speaks of what is there",
  (sentence) => {
    expect(isProposal(sentence)).toBe(false);
  },
);
