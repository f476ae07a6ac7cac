import type { Entry, FileText, Workspace } from "../model/workspace.js";
import { decode, defaultMaxBytes, tooLarge, withoutMark } from "./decode.js";
import { folderOf, normalPath, sortedPaths } from "./paths.js";

/** What a workspace in memory may be told. */
export interface MemoryOptions {
  /** The root's absolute path; `/memory` unless said otherwise. Nothing is looked up there. */
  readonly root?: string;
  /** The size in bytes above which a file is not read. */
  readonly maxBytes?: number;
}

/** A workspace of the given files, keyed by path relative to the root; their folders are implied. */
export function memoryWorkspace(files: Readonly<Record<string, string | Uint8Array>>, options: MemoryOptions = {}): Workspace {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const contents = new Map(Object.entries(files).map(([path, content]) => [normalPath(path) ?? path, encoded(content)]));
  const folders = foldersOf(contents.keys());

  const entry = (path: string): Entry => {
    const normal = normalPath(path);
    if (normal === undefined) return "absent";
    if (contents.has(normal)) return "file";
    return folders.has(normal) ? "directory" : "absent";
  };

  const read = (path: string): FileText => {
    const kind = entry(path);
    if (kind === "directory") return { kind: "unreadable", reason: "is a directory" };
    const content = contents.get(normalPath(path) ?? path);
    if (kind === "absent" || content === undefined) return { kind: "absent" };
    return content.length > maxBytes ? tooLarge(maxBytes) : decode(content);
  };

  const bytes = (path: string): Uint8Array | undefined => {
    const content = contents.get(normalPath(path) ?? path);
    return content !== undefined && content.length <= maxBytes ? content : undefined;
  };

  return { root: options.root ?? "/memory", list: async () => sortedPaths(contents.keys()), entry, real: (path) => path, bytes, read };
}

/**
 * Unsaved editor text over another workspace: `texts`, keyed by path relative to the root, is asked anew each time, so its owner may change it.
 * A text is listed where the file beneath is, or where nothing stands beneath: an ignored file that is open stays ignored.
 */
export function overlay(workspace: Workspace, texts: ReadonlyMap<string, string>): Workspace {
  const textAt = (path: string): string | undefined => {
    const normal = normalPath(path);
    return normal === undefined ? undefined : texts.get(normal);
  };

  const list = async (): Promise<readonly string[]> => {
    const beneath = await workspace.list();
    return sortedPaths([...beneath, ...[...texts.keys()].filter((path) => workspace.entry(path) === "absent")]);
  };

  const entry = (path: string): Entry => {
    if (textAt(path) !== undefined) return "file";
    const beneath = workspace.entry(path);
    const normal = normalPath(path);
    return beneath === "absent" && normal !== undefined && foldersOf(texts.keys()).has(normal) ? "directory" : beneath;
  };

  const read = (path: string): FileText => {
    const text = textAt(path);
    if (text !== undefined) return { kind: "text", text: withoutMark(text) };
    return entry(path) === "directory" ? { kind: "unreadable", reason: "is a directory" } : workspace.read(path);
  };

  const bytes = (path: string): Uint8Array | undefined => {
    const text = textAt(path);
    return text === undefined ? workspace.bytes(path) : encoded(text);
  };

  return { root: workspace.root, list, entry, real: workspace.real, bytes, read };
}

function encoded(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set([""]);
  for (const path of paths) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}
