import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdicts } from "../model/workspace.js";

/** The most that are kept; the oldest go first. */
const most = 200;

/**
 * Verdicts kept as files of a folder, by their key. They say nothing of whose files they are about. A folder that cannot be read or written
 * keeps nothing: then everything is judged anew, with the same result.
 */
export function openVerdicts(folder: string): Verdicts {
  const fileOf = (key: string): string => join(folder, `${key}.verdict`);
  return {
    recall: (key) => {
      try {
        return readFileSync(fileOf(key), "utf8");
      } catch {
        return undefined;
      }
    },
    keep: (key, verdict) => {
      const unfinished = `${fileOf(key)}.${randomUUID()}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(unfinished, verdict);
        renameSync(unfinished, fileOf(key));
        const kept = readdirSync(folder).filter((name) => name.endsWith(".verdict"));
        if (kept.length <= most) return;
        const aged = kept.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs })).sort((a, b) => a.time - b.time);
        for (const { name } of aged.slice(0, kept.length - most)) rmSync(join(folder, name), { force: true });
      } catch {
        // Kept by another run, or by none: no result depends on it.
      }
    },
  };
}
