import fc from "fast-check";
import { describe, it } from "vitest";
import { damaged, holds, holdsDamaged } from "./damage.js";
import { smallWorkspace } from "./small-workspace.js";
import { exampleWorkspaces, fixtureWorkspaces } from "./workspaces.js";

const example = fc.constantFrom(...exampleWorkspaces).map(([, files]) => files);

describe("a file that is gone, empty, cut off anywhere or swapped with another is reported, never thrown", () => {
  it.each(fixtureWorkspaces.filter(([name]) => !name.includes("languages")))("%s", (_name, files) => holdsDamaged(files));

  it("the rules' examples", () => fc.assert(fc.asyncProperty(damaged(example), holds), { numRuns: 300 }));

  it("generated workspaces", () => fc.assert(fc.asyncProperty(damaged(smallWorkspace), holds), { numRuns: 150 }));
});
