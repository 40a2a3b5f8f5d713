/** A name without its spelling: `repo-id`, `repoId`, `repo_id` and `Repo ID` are the same one. */
export function spelling(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

export function sameName(one: string, other: string): boolean {
  return spelling(one) === spelling(other);
}

/** `gatedNotificationsEmail` → `gated-notifications-email`, as the documentation writes names. */
export function kebabCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
