import { describe, expect, it } from "vitest";
import { checkFiles } from "../harness/check-files.js";
import { reportFaults } from "./report-faults.js";
import { exampleWorkspaces, fixtureWorkspaces } from "./workspaces.js";

const workspaces = [...fixtureWorkspaces, ...exampleWorkspaces];
describe.each(workspaces)("%s", (_name, files) => {
  it("x", async () => {
    const t = performance.now();
    const { report } = await checkFiles(files);
    console.log(_name, Object.keys(files).length, performance.now() - t);
    expect(reportFaults(report, files)).toEqual([]);
  });
});
