import type { ProxyRequest } from '../../membrane/client.ts';
import type { JsonObject } from '../json.ts';

/** What the Hub shows of a write whose answer was lost. */
export type Verdict =
  /** `output`: what the answer would have said, as far as the Hub tells it now. */
  | { readonly kind: 'done'; readonly output: unknown }
  /** Nothing of it is there. It may still be under way: how long to wait for that is not the row's business. */
  | { readonly kind: 'absent' }
  /** `why` finishes the sentence 'The Hub cannot tell: …'. */
  | { readonly kind: 'unclear'; readonly why: string };

/** What is at an address of the Hub. */
export type Seen =
  | { readonly kind: 'found'; readonly body: unknown }
  | { readonly kind: 'missing' }
  /** The address leads elsewhere: what was there has a new name. */
  | { readonly kind: 'moved' };

/** Whether something was made by a write of ours, judged by its date alone. */
export type Age = 'since' | 'before' | 'unclear';

/** Looks at the Hub after a write. */
export interface Look {
  /** Reads; a refusal other than 'not there' is thrown. */
  get(request: ProxyRequest): Promise<Seen>;
  /** @param date as the Hub writes dates, from outside: anything else is `unclear` */
  age(date: unknown): Age;
}

/** How a write of the catalogue recognises its own effect. */
export interface Recognition {
  /**
   * Whether the Hub itself sees to it that sending the same write twice has one effect: a name can be taken once, and
   * settings that are set again are the same settings.
   */
  readonly safeTwice: boolean;
  /** Where a person can look, an address. */
  where(params: JsonObject): string;
  tell(params: JsonObject, look: Look): Promise<Verdict>;
}

export const absent: Verdict = { kind: 'absent' };

export function done(output: unknown): Verdict {
  return { kind: 'done', output };
}

export function unclear(why: string): Verdict {
  return { kind: 'unclear', why };
}

/** For something that only a write like this one makes: its age decides. */
export function byAge(age: Age, output: unknown): Verdict {
  if (age === 'since') return done(output);
  return age === 'before' ? absent : unclear('it is there, but not whether this step made it');
}
