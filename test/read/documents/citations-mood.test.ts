import { expect, it } from "vitest";
import { isProposal } from "../../../src/read/documents/citations-mood.js";

it.each(["File:  (NEW)", "We are to write  (new) for it.", "Add  to the specification.", "The guard should move to ."])(
  "`%s` speaks of what is to be done",
  (sentence) => {
    expect(isProposal(sentence)).toBe(true);
  },
);

it.each(["File: ", "The new guard stands in .", "A client (new or old) is refused by ."])("`%s` speaks of what is there", (sentence) => {
  expect(isProposal(sentence)).toBe(false);
});
