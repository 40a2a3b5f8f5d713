import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The schema as Microsoft's SARIF SDK ships it, whose maintainers edit the standard's. */
const schemaFile = new URL(
  '../../../../node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json',
  import.meta.url,
);
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** What the schema of SARIF 2.1.0 finds wrong; nothing where the file is valid. */
export function problemsOf(log: unknown): unknown {
  validate(log);
  return validate.errors ?? [];
}
