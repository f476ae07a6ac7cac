import { blanksFor } from "./mends.js";

/** Words that only tell a compiler where a name is seen or where code runs, in front of what they are about. */
const marking =
  /\b(?:[A-Z][A-Z0-9_]*_(?:API|EXPORTS?|PUBLIC|DLL|FORCE_?INLINE|ALWAYS_INLINE|NO_?INLINE|HOST_DEVICE|NORETURN|NODISCARD)|__(?:global|device|host|constant|shared|managed|forceinline|noinline)__|__launch_bounds__\s*\([^()]*\))(?=\s+[A-Za-z_~[(:]|\s*\n)/g;

/** A macro between `class` and the name of a class. */
const exported = /\b((?:class|struct|union)\s+)([A-Z][A-Z0-9_]{2,}(?:\([^()\n]*\))?)(?=\s+[A-Za-z_][\w:]*\s*(?:final\s*)?[:{])/g;

/** A macro before a word that begins a declaration. */
const before =
  /^([ \t]*)([A-Z][A-Z0-9_]{2,})(?=[ \t]+(?:static|inline|virtual|explicit|constexpr|extern|const|void|bool|char|int|unsigned|float|double|auto|size_t|std::)\b)/gm;

/** A macro alone on its line between members or statements: the last of a list without a comma has a bracket after it. */
const alone = /((?:^|[;{}:])[ \t]*(?:\/\/.*)?\r?\n\s{0,200}?)([A-Z][A-Z0-9_]{3,})(?=[ \t]*(?:\/\/.*)?\r?\n\s{0,200}[A-Za-z_~#[/@])/gm;

/** What a declaration says of the locks that guard it. */
const guarded =
  /\b(?:(?:PT_)?GUARDED_BY|(?:EXCLUSIVE_|SHARED_)?LOCKS?_REQUIRED|(?:EXCLUSIVE|SHARED)_(?:LOCK|UNLOCK)_FUNCTION|LOCKS_EXCLUDED|LOCK_RETURNED|ACQUIRED_(?:AFTER|BEFORE)|NO_THREAD_SAFETY_ANALYSIS|ABSL_[A-Z_]+|TSA_[A-Z_]+)\b(?:\((?:[^()]|\([^()]*\))*\))?(?=\s*[;{=,)]|\s+[A-Z])/g;

/** The launch of a kernel, `f<<<grid, block>>>(x)`. */
const launch = /<<<(?=[^;{}]{0,300}>>>\s{0,9}\()/g;

const addressSpaces = /\b(?:kernel|vertex|fragment|device|constant|threadgroup|threadgroup_imageblock|thread)(?=\s+[A-Za-z_])/g;

/** Takes away what the grammar of C++ takes for a type: macros that export, and the words that CUDA and Metal add to the language. */
export function withoutMarkings(text: string): string {
  const blank = (_: string, kept: string, macro: string): string => kept + blanksFor(macro);
  let mended = text
    .replace(marking, blanksFor)
    .replace(exported, blank)
    .replace(before, blank)
    .replace(alone, blank)
    .replace(guarded, blanksFor);
  if (mended.includes("<<<")) mended = mended.replace(launch, "(  ").replace(/>>>(\s*)\(/g, (_, between: string) => `   ${between},`);
  return /metal_stdlib|\busing namespace metal\b/.test(mended) ? mended.replace(addressSpaces, blanksFor) : mended;
}
