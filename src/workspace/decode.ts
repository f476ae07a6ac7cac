import type { FileText } from "../model/workspace.js";

/** Why there is no text. */
export type NoText = Exclude<FileText, { readonly kind: "text" }>;

/** The size in bytes above which a file is not read: 8 MiB. */
export const defaultMaxBytes = 8 * 1024 * 1024;

const strict = new TextDecoder("utf-8", { fatal: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of strict UTF-8 without its byte order mark, or the place of the first fault. */
export function decode(bytes: Uint8Array): FileText {
  try {
    return { kind: "text", text: strict.decode(bytes) };
  } catch {
    return { kind: "unreadable", reason: `is not UTF-8 (byte ${(firstFault(bytes) + 1).toLocaleString("en-US")})` };
  }
}

/** Why a file above the limit, in bytes, is not read. */
export function tooLarge(maxBytes: number): NoText {
  return { kind: "unreadable", reason: `is larger than ${size(maxBytes)}` };
}

/** The text without the byte order mark that some editors keep. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** The 0-based offset of the first byte that is not UTF-8, found by what replaces it: U+FFFD, which may also stand there rightly. */
function firstFault(bytes: Uint8Array): number {
  const text = lenient.decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    from = at;
  }
  return offset;
}

function size(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.round(bytes / 104_857.6) / 10} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 102.4) / 10} KB` : `${bytes} bytes`;
}
