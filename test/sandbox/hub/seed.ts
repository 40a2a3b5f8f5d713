import { seedCollections, seedDiscussions, seedPapers } from './seed-activity.ts';
import type { AccessToken, Membership, Organization, Role, User } from './store/account.ts';
import { oid24 } from './store/ids.ts';
import { newRepository } from './store/new-repository.ts';
import type { RepositoryFacts, RepositoryType } from './store/repository.ts';
import type { Store } from './store/store.ts';

/** Tokens of the seeded accounts. */
export const SEEDED_TOKENS = {
  /** Admin of my-org, writer of other-org. */
  ada: 'hf_sandbox_ada_write',
  /** The same person, but a token that only reads. */
  adaReadOnly: 'hf_sandbox_ada_read',
  /** Contributor of my-org. */
  grace: 'hf_sandbox_grace_write',
  /** Reader of my-org. */
  linus: 'hf_sandbox_linus_write',
  /** In no organisation. */
  mallory: 'hf_sandbox_mallory_write',
  /** Ada's token for writing my-org/my-model alone. */
  adaFineGrained: 'hf_sandbox_ada_fine',
} as const;

const SEED_DATE = new Date('2026-01-15T09:00:00.000Z');

function person(name: string, fullname: string): User {
  return {
    _id: oid24(`user/${name}`),
    name,
    fullname,
    email: `${name}@example.com`,
    isPro: name === 'ada',
    createdAt: SEED_DATE,
  };
}

function token(
  value: string,
  user: string,
  role: AccessToken['role'],
  scopes: AccessToken['scopes'] = [],
): AccessToken {
  return { value, user, displayName: `${user}-${role}`, role, scopes, createdAt: SEED_DATE, expiresAt: undefined };
}

function organization(
  name: string,
  fullname: string,
  plan: Organization['plan'],
  roles: Readonly<Record<string, Role>>,
): Organization {
  const members = Object.entries(roles).map(([user, role]): [string, Membership] => [
    user,
    { role, twoFactor: role === 'admin' },
  ]);
  const group = {
    id: oid24(`group/${name}/research`),
    name: 'research',
    description: 'Research',
    members: new Map<string, Role>([['ada', 'admin']]),
  };
  return {
    _id: oid24(`organisation/${name}`),
    name,
    fullname,
    plan,
    members: new Map(members),
    resourceGroups: new Map(plan === undefined ? [] : [[group.id, group]]),
    hasPrivateMembersList: false,
    defaultPrivate: false,
  };
}

interface Seeded {
  readonly type: RepositoryType;
  readonly id: string;
  readonly readme: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly facts?: Partial<RepositoryFacts>;
}

const REPOSITORIES: readonly Seeded[] = [
  {
    type: 'model',
    id: 'my-org/my-model',
    readme:
      '---\nlicense: apache-2.0\nlibrary_name: transformers\npipeline_tag: text-generation\ntags:\n- sandbox\nlanguage: en\n---\n# My model\n',
    files: { 'config.json': '{"model_type":"bert"}\n', 'src/model.py': 'print("model")\n' },
    facts: { likes: 12, downloads: 3400, downloadsAllTime: 40_000, trendingScore: 5, safetensors: { F32: 1_000_000 } },
  },
  {
    type: 'model',
    id: 'my-org/private-model',
    readme: '---\nlicense: mit\n---\n# Private\n',
    facts: { visibility: 'private', likes: 1 },
  },
  {
    type: 'model',
    id: 'my-org/gated-model',
    readme: '---\nlicense: other\nlicense_name: house-licence\n---\n# Gated\n',
    facts: { gated: 'manual', likes: 7, downloads: 90 },
  },
  {
    type: 'model',
    id: 'my-org/pickled-model',
    readme: '# No licence here\n',
    files: { 'weights.pkl': 'cposix\nsystem\n(S"id"\ntR.' },
    facts: { downloads: 11 },
  },
  {
    type: 'model',
    id: 'other-org/their-model',
    readme: '---\nlicense: cc-by-4.0\n---\n# Theirs\n',
    facts: { likes: 3 },
  },
  {
    type: 'model',
    id: 'google-bert/bert-base-uncased',
    readme: '---\nlicense: apache-2.0\n---\n# BERT\n',
    facts: { likes: 2000, downloads: 60_000_000 },
  },
  {
    type: 'dataset',
    id: 'my-org/my-dataset',
    readme: '---\nlicense: cc-by-4.0\npretty_name: My dataset\nsize_categories: n<1K\n---\n# My dataset\n',
    files: { 'data/train.csv': 'text,label\nhello,1\n', 'data/test.csv': 'text,label\nbye,0\n' },
    facts: { likes: 4, downloads: 120 },
  },
  { type: 'dataset', id: 'ada/notes', readme: '# Notes\n', facts: { visibility: 'private' } },
  {
    type: 'space',
    id: 'my-org/my-space',
    readme: '---\ntitle: My Space\nsdk: gradio\napp_file: app.py\nmodels:\n- my-org/my-model\n---\n# My Space\n',
    files: { 'app.py': 'import gradio as gr\n' },
    facts: { sdk: 'gradio', likes: 9 },
  },
  {
    type: 'space',
    id: 'other-org/page',
    readme: '---\ntitle: Page\nsdk: static\n---\n',
    files: { 'index.html': '<p>Hello</p>\n' },
    facts: { sdk: 'static' },
  },
];

function seedRepository(store: Store, seeded: Seeded): void {
  const [namespace = '', name = ''] = seeded.id.split('/');
  const files = new Map([['README.md', Buffer.from(seeded.readme)]]);
  for (const [path, text] of Object.entries(seeded.files ?? {})) files.set(path, Buffer.from(text));
  const repository = newRepository({
    type: seeded.type,
    namespace,
    name,
    createdBy: 'ada',
    id: store.identifiers.next(),
    now: SEED_DATE,
    files,
    facts: seeded.facts ?? {},
  });
  if (seeded.type === 'space') repository.space.stage = 'RUNNING';
  store.add(repository);
}

/** Fills the Hub with a few people, two organisations and something for every operation to show. */
export function seedAccounts(store: Store): void {
  const people = [
    ['ada', 'Ada Lovelace'],
    ['grace', 'Grace Hopper'],
    ['linus', 'Linus Pauling'],
    ['mallory', 'Mallory'],
  ] as const;
  for (const [name, fullname] of people) store.users.set(name, person(name, fullname));
  store.organizations.set(
    'my-org',
    organization('my-org', 'My Organization', 'enterprise', { ada: 'admin', grace: 'contributor', linus: 'read' }),
  );
  store.organizations.set(
    'other-org',
    organization('other-org', 'Other Organization', undefined, { grace: 'admin', ada: 'write' }),
  );
  store.organizations.set('google-bert', organization('google-bert', 'BERT community', undefined, {}));
  const scope = {
    entity: { type: 'model', name: 'my-org/my-model' } as const,
    permissions: ['repo.write', 'repo.content.read', 'discussion.write'],
  };
  const tokens = [
    token(SEEDED_TOKENS.ada, 'ada', 'write'),
    token(SEEDED_TOKENS.adaReadOnly, 'ada', 'read'),
    token(SEEDED_TOKENS.adaFineGrained, 'ada', 'fineGrained', [scope]),
    token(SEEDED_TOKENS.grace, 'grace', 'write'),
    token(SEEDED_TOKENS.linus, 'linus', 'write'),
    token(SEEDED_TOKENS.mallory, 'mallory', 'write'),
  ];
  for (const one of tokens) store.tokens.set(one.value, one);
  for (const one of REPOSITORIES) seedRepository(store, one);
  store.addAlias('model', 'bert-base-uncased', 'google-bert/bert-base-uncased');
  seedDiscussions(store, SEED_DATE);
  seedCollections(store, SEED_DATE);
  seedPapers(store, SEED_DATE);
}
