/**
 * What the documentation leaves open, decided here and nowhere else. Each decision can be
 * turned by `answers: 'older'`, so that whoever talks to the sandbox meets both readings.
 */
export type Answers = 'newer' | 'older';

export interface Doubts {
  /** Newer runs answer `actionRunId` beside `output`. */
  actionRunId: boolean;
  /** Older servers lack POST /act. */
  act: boolean;
  /** Where `POST /connections/:id/request` puts the Hub's body. */
  requestBodyField: 'data' | 'body';
  /** Whether an error status of the Hub is data in a 200 answer, or an error envelope. */
  requestErrorsAsEnvelope: boolean;
  /** Older connections say `disconnected: true` under state READY where newer ones carry a `clientAction`. */
  clientAction: boolean;
  /** HTTP status of an action run that met an error of the app. */
  failedRunStatus: number;
}

export function doubtsFor(answers: Answers): Doubts {
  const newer = answers === 'newer';
  return {
    actionRunId: newer,
    act: newer,
    requestBodyField: newer ? 'data' : 'body',
    requestErrorsAsEnvelope: !newer,
    clientAction: newer,
    failedRunStatus: newer ? 400 : 500,
  };
}
