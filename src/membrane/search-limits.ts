/** What the CLI asks for where nobody says; both transports ask for the same. */
export const defaultSearchLimit = 10;

/** Membrane refuses a longer intent. */
export function boundedIntent(intent: string): string {
  return intent.slice(0, 200).toWellFormed();
}
