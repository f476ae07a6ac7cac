import { readFileSync } from "node:fs";

/** The text of a file in fixtures/specifications. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/specifications/${name}`, import.meta.url), "utf8");
}

export const specifications = ["Lease.tla", "Notation.tla", "Ticket.tla", "Broken.tla"];
export const configurations = ["Lease.cfg", "LeaseVulnerable.cfg", "Broken.cfg"];
