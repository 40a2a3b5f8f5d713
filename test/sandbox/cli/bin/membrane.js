#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { readCommand } from '../lib/arguments.js';
import { behaviourFrom, misbehave } from '../lib/behaviour.js';
import { commands } from '../lib/commands.js';
import { Output } from '../lib/output.js';
import { settingsFor } from '../lib/settings.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

async function main(args) {
  if (args[0] === '--version' || args[0] === '-V') return process.stdout.write(`${version}\n`);
  if (args.length === 0 || args[0] === '--help') return process.stdout.write(usage());
  const command = readCommand(args);
  const settings = settingsFor(command.flags);
  const behaviour = await behaviourFrom(settings.apiUri, command.name);
  await misbehave(behaviour.fault, 'before');
  const output = new Output(behaviour, command.flags.json === true);
  try {
    await commands[command.name].run({ ...command, settings, behaviour, output });
  } catch (error) {
    await output.failure(error);
  }
  return undefined;
}

function usage() {
  const lines = Object.entries(commands).map(([name, { operands }]) => `  membrane ${name} ${operands}`);
  return `Usage: membrane <command> [options]\n\n${lines.join('\n')}\n`;
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 1;
});
