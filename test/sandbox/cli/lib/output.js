import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from './api.js';
import { misbehave } from './behaviour.js';

const BEFORE = [
  '\u001b[33m╭──────────────────────────────────────────────╮\u001b[39m',
  '\u001b[33m│\u001b[39m Update available {1.18.2} → \u001b[32m1.19.0\u001b[39m · naïve ✨  \u001b[33m│\u001b[39m',
  '\u001b[33m╰──────────────────────────────────────────────╯\u001b[39m',
  '\u001b[2K\u001b[1G⠋ [1/2] Contacting Membrane…',
  '',
].join('\n');
const AFTER = '\n\u001b[32m✔\u001b[39m [2/2] Done in 0.1s {ok}\n';

/** Prime, so that the cuts wander through characters of two and three bytes. */
const PIECE_BYTES = 997;
const HUGE_LINES = 400_000;

/** What the command prints, in the manner asked for. */
export class Output {
  constructor(behaviour, json) {
    this.behaviour = behaviour;
    this.isJson = json;
  }

  /** A value for machines, or the lines for people. */
  async value(value, lines = JSON.stringify(value, null, 2)) {
    await this.text(this.isJson ? JSON.stringify(value, null, 2) : lines);
  }

  async text(text) {
    const { fault, noise } = this.behaviour;
    await misbehave(fault, 'after');
    if (fault === 'die-after') {
      await write(text.slice(0, Math.ceil(text.length / 2)));
      process.kill(process.pid, 'SIGKILL');
    }
    if (fault === 'huge') await write(`${'x'.repeat(99)}\n`.repeat(HUGE_LINES));
    await (noise ? writeInPieces(`${BEFORE}${text}${AFTER}`) : write(`${text}\n`));
  }

  async failure(error) {
    const { errors } = this.behaviour;
    const { envelope } = error instanceof ApiError ? error : {};
    if (!envelope || !this.isJson || errors === 'text') {
      process.exitCode = 1;
      await writeTo(process.stderr, `${explain(error)}\n`);
      return;
    }
    if (errors === 'envelope') process.exitCode = 1;
    await this.text(JSON.stringify(envelope, null, 2));
  }
}

/** The message and those of its causes; the deepest has the app's own status in its words. */
function explain(error) {
  const lines = [`Error: ${error.message}${error.status ? ` (HTTP ${error.status})` : ''}`];
  let cause = error.envelope?.causedByError;
  while (cause) {
    lines.push(`  caused by: ${cause.message}`);
    cause = cause.causedByError;
  }
  return lines.join('\n');
}

async function writeInPieces(text) {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    await writeTo(process.stdout, bytes.subarray(start, start + PIECE_BYTES));
    await wait(1);
  }
}

function write(text) {
  return writeTo(process.stdout, text);
}

function writeTo(stream, chunk) {
  return new Promise((resolve) => stream.write(chunk, resolve));
}
