import { z } from 'zod';
import { privateFlag, repository, repositoryType, resourceGroup, textList, visibility } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { spaceHardware } from '../space-parameters.ts';

/**
 * The most that Hugging Face's own client puts into one commit where it splits a folder (`COMMIT_SIZE_SCALE` of
 * huggingface_hub 2.4). The Hub's page on storage limits advises about 100, as it may take longer over larger ones than
 * a request may last. But each further commit is one more moment at which the branch holds a release in part.
 */
const usualFilesPerCommit = 1000;

const globs = () => textList();

/** Settings as the Hub's own route takes them; each may be left out. */
const settings = z
  .strictObject({
    visibility: z.enum(['public', 'private', 'protected']),
    private: z.boolean(),
    gated: z.union([z.enum(['auto', 'manual']), z.literal(false)]),
    orgMembersGated: z.boolean(),
    gatedNotificationsEmail: z.email(),
    gatedNotificationsMode: z.enum(['bulk', 'real-time']),
    discussionsDisabled: z.boolean(),
    discussionsSorting: z.enum(['recently-created', 'trending', 'reactions']),
  })
  .partial();

const announcement = z.strictObject({
  title: z.string().min(3).max(200),
  description: z.string().min(1).max(65_536),
});

/** What `publish` takes, in the order in which its documentation explains it. */
export const publishParameters = z.object({
  repository: repository('The repository to publish to, `namespace/name`.'),
  type: repositoryType(),
  folder: parameter(z.string().min(1).default('.'), 'The folder to publish: a path in the workspace.'),
  include: parameter(
    globs().optional(),
    'Only files that match one of these globs. A pattern without a slash matches a name at any depth; one that names a folder takes all below it.',
  ),
  exclude: parameter(
    globs().optional(),
    'Leaves out what matches one of these globs. `.git`, `.github` and files that look like secrets are left out by default, each named in the log; to publish one all the same, name it in `include` without wildcards.',
  ),
  pathInRepository: parameter(
    z.string().min(1).optional(),
    'The folder of the repository that receives the files; its root by default.',
    { aliases: ['pathInRepo'] },
  ),
  revision: parameter(z.string().min(1).default('main'), 'The branch to publish to.', { aliases: ['branch'] }),
  createRevision: parameter(z.boolean().default(false), 'Makes that branch, off `main`, if it does not exist.', {
    aliases: ['createBranch'],
  }),
  create: parameter(z.boolean().default(false), 'Creates the repository if it does not exist.'),
  visibility: visibility('With `create`: who sees the new repository.'),
  private: privateFlag('With `create`: `true` for a private repository, the older way to say `visibility`.'),
  sdk: parameter(z.enum(['gradio', 'docker', 'static']).optional(), 'With `create`, for a Space: its SDK.'),
  sdkVersion: parameter(z.string().min(1).optional(), 'With `create`, for a Space: the version of its SDK.'),
  hardware: parameter(z.enum(spaceHardware).optional(), 'With `create`, for a Space: its hardware.'),
  region: parameter(z.enum(['us', 'eu']).optional(), 'With `create`: where the files are kept.'),
  resourceGroupId: resourceGroup(),
  settings: parameter(
    settings.optional(),
    'Settings to bring in line first: `visibility`, `gated`, `discussions-disabled` and the others of `update-model-settings`.',
  ),
  delete: parameter(
    z.union([z.enum(['none', 'missing']), globs()]).default('none'),
    'What to delete on the Hub: `none`, `missing` (files of the repository that the folder does not have: a mirror) or globs. What `include` and `exclude` leave out, and `.gitattributes`, is never `missing`.',
  ),
  message: parameter(z.string().min(1).max(500).optional(), "The commit's title."),
  description: parameter(z.string().max(65_536).optional(), "The commit's longer text."),
  asPullRequest: parameter(
    z.boolean().default(false),
    'Opens a pull request instead of committing to the branch; an open one with the same title by the same account is kept up instead.',
    { aliases: ['createPr', 'pullRequest'] },
  ),
  tag: parameter(z.string().min(1).max(255).optional(), 'A tag to put on what was published.'),
  tagMessage: parameter(z.string().min(1).optional(), "The tag's message."),
  discussion: parameter(
    announcement.optional(),
    'A discussion that announces it, `title` and `description`: opened unless the same account has opened one with that title.',
  ),
  card: parameter(
    z.record(z.string(), z.json()).optional(),
    "Values to set in README.md's front matter: license, tags, base_model, … Everything else in the file stays as it is; the file in the workspace is not changed.",
  ),
  allowEmpty: parameter(z.boolean().default(false), 'Goes on where the folder has no files to publish.'),
  filesPerCommit: parameter(
    z.int().min(1).max(25_000).default(usualFilesPerCommit),
    'Files added or changed in one commit at most; 10 MB of a request end a commit too. More commits show a release in parts. The Hub advises 100: set that if it takes too long over larger commits.',
  ),
});

export type PublishParameters = z.output<typeof publishParameters>;
export type RepositorySettings = z.output<typeof settings>;
export type Announcement = z.output<typeof announcement>;
