import { parseArgs } from 'node:util';
import { commands } from './commands.js';

const text = { type: 'string' };
const yes = { type: 'boolean' };
const many = { type: 'string', multiple: true };

/** Flags that every command takes. */
const COMMON = { json: yes, workspaceKey: text, tenantKey: text, apiUri: text, 'non-interactive': yes };

const FLAGS = {
  text,
  yes,
  many,
  method: { type: 'string', short: 'X' },
  header: { type: 'string', short: 'H', multiple: true },
  data: { type: 'string', short: 'd' },
};

/** The longest command name that the arguments start with, its operands and its flags. */
export function readCommand(args) {
  const name = [args.slice(0, 2).join(' '), args[0]].find((candidate) => candidate in commands);
  if (!name) throw new Error(`unknown command '${args[0]}'`);
  const options = { ...COMMON };
  for (const [flag, kind] of Object.entries(commands[name].flags)) options[flag] = FLAGS[kind];
  const rest = args.slice(name.split(' ').length);
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true });
  const wanted = commands[name].operands.match(/[A-Z_]+/g)?.length ?? 0;
  if (positionals.length < wanted) throw new Error(`missing required argument of 'membrane ${name}'`);
  if (positionals.length > wanted) throw new Error(`too many arguments for 'membrane ${name}'`);
  return { name, operands: positionals, flags: values };
}
