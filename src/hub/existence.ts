import { OperationError } from '../errors.ts';
import { isRecord } from './json.ts';

/** What was found where something is looked for. */
export type Existence =
  | { readonly kind: 'found'; readonly body: unknown }
  /** Nothing is there, or nothing that the account may see: the Hub tells both alike. */
  | { readonly kind: 'missing' }
  /** It has another name now; `address` is where the Hub sends who asks for the old one. */
  | { readonly kind: 'moved'; readonly address: string | undefined };

/** Makes of an answer, or of the lack of one, what was found. Other failures are thrown on. */
export async function lookFor<Answer extends { readonly output: unknown }>(
  ask: () => Promise<Answer>,
): Promise<{ readonly seen: Existence; readonly answer?: Answer }> {
  try {
    const answer = await ask();
    return { seen: { kind: 'found', body: answer.output }, answer };
  } catch (error) {
    const seen = error instanceof OperationError ? seenIn(error) : undefined;
    if (seen === undefined) throw error;
    return { seen };
  }
}

function seenIn({ code, details }: OperationError): Existence | undefined {
  // A 404 of Membrane's own (the connection, the action) is no answer about the Hub.
  if (code === 'HUB_NOT_FOUND') return { kind: 'missing' };
  const { status = 0, upstream } = details;
  if (status < 300 || status >= 400) return undefined;
  return { kind: 'moved', address: upstream?.headers.location };
}

/** An action of the workspace may answer the question itself: then that is the answer. */
export function ownVerdict(body: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof body === 'boolean') return { exists: body };
  return isRecord(body) && typeof body.exists === 'boolean' ? body : undefined;
}
