/** What git would take as its repository, index or kind of pathspec in place of what it finds in the folder it is run in. */
const binding = new Set([
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_SHALLOW_FILE",
  "GIT_GRAFT_FILE",
  "GIT_NAMESPACE",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
]);

/**
 * The environment in which git answers for the folder it is run in. Hooks run with GIT_DIR and GIT_INDEX_FILE set: in a linked worktree
 * git then takes any folder for the top one, and another repository would be read by this one's index. What is to be committed but is
 * not in the ordinary index (`commit -a`, `commit PATH`) stands on disk all the same, so the listing loses nothing.
 * Git is also kept from writing its index meanwhile, and from downloading what a partial clone left out.
 */
export function gitEnvironment(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> {
  const kept = Object.entries(env).filter(([name]) => !binding.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" };
}
