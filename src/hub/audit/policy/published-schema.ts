import { z } from 'zod';
import { isRecord } from '../../json.ts';
import { kebabCase } from '../../name-forms.ts';
import { severities } from '../findings.ts';
import { settingsDocumentSchema } from '../settings/settings-document.ts';
import { baselineSchema, policySchema } from './policy-schema.ts';

/** The JSON Schema editors complete a policy file with: kebab-case, and `rule: high` as a short form. */
export function publishedPolicySchema(): unknown {
  const schema = published(policySchema, 'Policy of a Hugging Face namespace, for `operation: audit`');
  const rules = isRecord(schema.properties) ? schema.properties.rules : undefined;
  if (isRecord(rules) && isRecord(rules.properties)) {
    rules.properties = Object.fromEntries(Object.entries(rules.properties).map(([id, rule]) => [id, withShort(rule)]));
  }
  return schema;
}

/** The same for the file of accepted findings. */
export function publishedBaselineSchema(): unknown {
  return published(baselineSchema, 'Accepted findings, for `baseline` of `operation: audit`');
}

/** The same for the file that `snapshot` writes and `apply` reads. */
export function publishedSettingsSchema(): unknown {
  return published(settingsDocumentSchema, 'Settings of a Hugging Face namespace, for `snapshot` and `apply`');
}

function withShort(rule: unknown): unknown {
  if (!isRecord(rule)) return rule;
  const { description, ...options } = rule;
  const short = { enum: [...severities, 'off'] };
  const needsOptions = Array.isArray(rule.required) && rule.required.length > 0;
  return { description, anyOf: [needsOptions ? { enum: ['off'] } : short, options] };
}

function published(schema: z.ZodType, title: string): Record<string, unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const spelled = inKebabCase(json);
  return { ...(isRecord(spelled) ? spelled : {}), title };
}

/** Only names of properties are spelled anew; `allowed` is a note for our own messages. */
function inKebabCase(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inKebabCase);
  if (!isRecord(node)) return node;
  const entries = Object.entries(node).filter(([key]) => key !== 'allowed');
  return Object.fromEntries(entries.map(([key, value]) => [key, spelledKeyword(key, value)]));
}

function spelledKeyword(key: string, value: unknown): unknown {
  if (key === 'properties' && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [kebabCase(name), inKebabCase(schema)]));
  }
  if (key === 'required' && Array.isArray(value)) return value.map((name) => kebabCase(String(name)));
  return key === 'default' || key === 'enum' ? value : inKebabCase(value);
}
