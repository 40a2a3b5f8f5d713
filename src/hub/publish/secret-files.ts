import { matchGlobs } from './globs.ts';

/** Never part of what is published, whatever `include` says: git's own folder holds credentials and history. */
export const neverPublished = '.git';

/** The workflow's own folder: it says how the repository on GitHub is run, not what is published. */
const workflowFolder = '.github';

/** Names that files with credentials have, by the tools that write them. */
const secretNames = [
  '.env',
  '.env.*',
  '*.env',
  '.netrc',
  '_netrc',
  '.npmrc',
  '.yarnrc.yml',
  '.pypirc',
  '.git-credentials',
  '.htpasswd',
  '.pgpass',
  '.my.cnf',
  '.dockercfg',
  '.docker/config.json',
  '.kube/config',
  '.aws/credentials',
  '.azure',
  '.config/gcloud',
  '.ssh',
  '.gnupg',
  '.membrane',
  '.cache/huggingface',
  '.huggingface',
  'credentials.json',
  'gha-creds-*.json',
  'service[-_]account*.json',
  'id_rsa',
  'id_dsa',
  'id_ecdsa',
  'id_ed25519',
  '*.pem',
  '*.key',
  '*.p12',
  '*.pfx',
  '*.jks',
  '*.keystore',
  '*.kdbx',
  '*.ppk',
  '*.tfstate',
];

/** Templates that tools ask to be published in place of the real file. */
const harmlessNames = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'example.env', 'sample.env'];

const looksSecret = matchGlobs(secretNames.flatMap((name) => (name.includes('/') ? [`**/${name}`] : [name])));
const isHarmless = matchGlobs(harmlessNames);
const inWorkflowFolder = matchGlobs([`/${workflowFolder}/**`]);
const inGitFolder = matchGlobs([neverPublished]);

export type DefaultExclusion = 'git' | 'workflows' | 'secret';

/** Why a path is left out without having been asked for; `path` is relative to the folder that is published. */
export function defaultExclusion(path: string): DefaultExclusion | undefined {
  if (inGitFolder(path)) return 'git';
  if (path === workflowFolder || inWorkflowFolder(path)) return 'workflows';
  return looksSecret(path) && !isHarmless(path) ? 'secret' : undefined;
}
