import { describe, it } from "vitest";
import { holdsDamaged } from "./damage.js";
import { fixtureWorkspaces } from "./workspaces.js";

// By themselves: the two files run beside each other.
describe("a file in other languages that is gone, empty, cut off anywhere or swapped with another is reported, never thrown", () => {
  it.each(fixtureWorkspaces.filter(([name]) => name.includes("languages")))("%s", (_name, files) => holdsDamaged(files));
});
