import { NotByCliError } from './not-by-cli.ts';

/** Linux allows 128 KiB for one argument (`MAX_ARG_STRLEN`, with its closing NUL); some room is left. Bytes. */
const longestArgument = 120 * 1024;
/** macOS allows 1 MiB for all arguments and the environment together (`ARG_MAX`). Bytes. */
const longestCommand = 900 * 1024;
/** `CreateProcess` on Windows takes 32,767 characters, quoting included. */
const longestWindowsCommand = 32_000;

/**
 * Refuses what the operating system would refuse, before a process is started.
 * @throws NotByCliError `CLI_UNUSABLE`
 */
export function assertFits(args: readonly string[], platform: NodeJS.Platform): void {
  if (args.some((argument) => argument.includes('\0'))) throw zeroByte();
  const fits = platform === 'win32' ? fitsWindows(args) : fitsPosix(args);
  if (!fits) throw tooLong();
}

function fitsWindows(args: readonly string[]): boolean {
  return args.reduce((total, argument) => total + quotedLength(argument), 0) <= longestWindowsCommand;
}

/** At worst every quote and backslash is doubled, and quotes and a space stand around the whole. */
function quotedLength(argument: string): number {
  return argument.length + (argument.match(/["\\]/g)?.length ?? 0) + 3;
}

function fitsPosix(args: readonly string[]): boolean {
  const sizes = args.map((argument) => Buffer.byteLength(argument) + 1);
  return Math.max(0, ...sizes) <= longestArgument && sizes.reduce((total, size) => total + size, 0) <= longestCommand;
}

/** Also for a system with a lower limit, which says so itself (`E2BIG`, `ENAMETOOLONG`). */
export function tooLong(cause?: unknown): NotByCliError {
  return new NotByCliError(
    'argument-too-long',
    'CLI_UNUSABLE',
    'The input is too long to be an argument of the Membrane CLI.',
    {
      hint: 'Use `transport: api` (or `auto`), which has no such limit, or send less at once.',
      cause,
    },
  );
}

function zeroByte(): NotByCliError {
  return new NotByCliError(
    'argument-too-long',
    'CLI_UNUSABLE',
    'The input holds a zero byte, which no argument can hold.',
    {
      hint: 'Use `transport: api` (or `auto`), or send text without zero bytes.',
    },
  );
}
