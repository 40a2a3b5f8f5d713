import { z } from 'zod';
import { repositoryPage } from '../hub-request.ts';
import { defineBuiltIn } from '../operation.ts';
import { revision } from '../operations/reference-parameters.ts';
import { repository, repositoryType, textOfForm } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

const plainPath = () =>
  textOfForm(
    /^(?!\.{0,2}(?:\/|$))(?!.*\/\.{0,2}(?:\/|$)).+$/,
    "a file's path without '..' and without a slash at its ends",
  );

export const downloadFile = defineBuiltIn({
  key: 'download-file',
  title: 'Download a file',
  description:
    'Brings a file of a repository into the workspace and checks it against its hash. The CLI carries text and files of Git LFS only; for others `auto` takes the API.',
  effect: 'read',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    path: parameter(plainPath(), 'The file, from the root of the repository.', {
      aliases: ['file', 'filename', 'pathInRepo'],
    }),
    revision: revision(),
    to: parameter(
      z.string().min(1).optional(),
      'Where it goes in the workspace; without it, the same path as in the repository. A file that is there is replaced.',
      { aliases: ['destination', 'target', 'output', 'localPath'] },
    ),
  }),
  async run({ to, ...file }, context) {
    const { runDownload } = await import('../download/run-download.ts');
    const { commit, size, hash, place } = await runDownload(file, to ?? file.path, context);
    const { repository: name, type, path } = file;
    return {
      status: 'succeeded',
      changed: false,
      output: { repository: name, type, path, commit, size, [hash.kind]: hash.hex, file: place },
      id: hash.hex,
      url: `${repositoryPage(type, name)}/blob/${commit}/${encodeURI(path)}`,
      headline: `Downloaded ${path} of ${type} ${name} (${size} bytes)`,
    };
  },
});
