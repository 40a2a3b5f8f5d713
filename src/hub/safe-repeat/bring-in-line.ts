import { OperationError } from '../../errors.ts';
import type { JsonObject } from '../json.ts';
import type { HubOperation } from '../operation.ts';
import { sendWrite } from '../read-back/send-write.ts';
import { absent, done, type Look } from '../read-back/verdict.ts';
import type { RunContext } from '../run-context.ts';
import { differing, type MendingCall, mendingCalls, settingName, shown } from './differences.ts';
import type { HubReader } from './hub-reader.ts';
import type { Repeat, Setting } from './repeat.ts';

/** What is to be brought in line. */
export interface Unlike {
  readonly operation: HubOperation;
  readonly repeat: Repeat;
  readonly params: JsonObject;
  readonly differences: readonly Setting[];
}

/** Sends what brings the differences in line, one call after the other. */
export async function bringInLine(unlike: Unlike, context: RunContext): Promise<void> {
  const changed: string[] = [];
  for (const call of mendingCalls(unlike.differences)) {
    const settings = unlike.differences.filter(({ name }) => call.names.includes(name));
    for (const setting of settings) {
      context.log.info(`Bringing in line: ${settingName(setting)}, ${shown(setting, 'now')} → ${shown(setting)}.`);
    }
    try {
      await sendMend(call, unlike, context);
    } catch (error) {
      throw changed.length > 0 ? afterSome(error, changed) : error;
    }
    changed.push(...settings.map(settingName));
  }
}

/** Setting something twice is setting it once, so a lost answer is no open question. */
function sendMend(call: MendingCall, unlike: Unlike, context: RunContext): Promise<unknown> {
  const { operation, params, repeat } = unlike;
  const recognise = {
    safeTwice: true,
    tell: async (look: Look) => ((await isInLine(call, repeat, params, look)) ? done(null) : absent),
    answer: (output: unknown) => output,
  };
  const send = async () =>
    (await context.hub.request(call.request, { effect: 'write', signal: context.signal })).body ?? null;
  const what = `bringing ${call.names.map((name) => settingName({ name })).join(', ')} in line`;
  return sendWrite({ what, where: operation.page(params, null), send, recognise }, context);
}

async function isInLine(call: MendingCall, repeat: Repeat, params: JsonObject, look: Look): Promise<boolean> {
  const settings = (await (await repeat.present(params, readerOf(look)))?.settings()) ?? [];
  return settings.length > 0 && !differing(settings).some(({ name }) => call.names.includes(name));
}

function readerOf(look: Look): HubReader {
  return {
    async read(request) {
      const seen = await look.get(request);
      return seen.kind === 'found' ? (seen.body ?? null) : undefined;
    },
  };
}

/** Some of it is done: whoever reads the error must know. */
function afterSome(error: unknown, changed: readonly string[]): unknown {
  if (!(error instanceof OperationError)) return error;
  const sentence = `Before that, ${changed.join(', ')} had been brought in line.`;
  return new OperationError(error.code, `${error.message} ${sentence}`, {
    ...error.details,
    effect: 'done',
    cause: error,
  });
}
