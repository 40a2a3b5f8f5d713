import { OperationError } from '../../errors.ts';
import { LineWriter, parseLine, readLineFile } from './line-file.ts';
import { type AuditPart, auditPartSchema } from './part.ts';

/** Findings go a line each: one JSON text of 100,000 would need several times the room. */
export async function writePart(file: string, part: AuditPart): Promise<void> {
  const { findings, ...head } = part;
  const writer = new LineWriter(file);
  await writer.write(JSON.stringify(head));
  for (const finding of findings) await writer.write(JSON.stringify(finding));
  await writer.commit();
}

/** `given` is how the user knows the file. @throws OperationError `INPUT_INVALID` */
export async function readPart(file: string, given: string): Promise<AuditPart> {
  const lines: unknown[] = [];
  const state = await readLineFile(file, (line) => lines.push(parseLine(line)));
  if (state === 'missing') throw unusable(given, 'does not exist');
  if (state === 'corrupted') throw unusable(given, 'is cut short or was changed');
  const [head, ...findings] = lines;
  const part = auditPartSchema.safeParse({ ...Object(head), findings });
  if (!part.success) throw unusable(given, 'is no result of an audit of this version');
  return part.data;
}

function unusable(given: string, why: string): OperationError {
  return new OperationError('INPUT_INVALID', `The result ${given} ${why}.`, {
    hint: 'Give the files that `audit` wrote as `result`, all by the same version of the action.',
    effect: 'none',
  });
}
