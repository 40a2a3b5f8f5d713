import { inputError } from '../../input-problem.ts';
import type { Log } from '../../log.ts';
import { readCard } from './card.ts';
import { publishProblems } from './check-parameters.ts';
import type { PublishContext } from './context.ts';
import { type LeftOut, type LocalTree, scanFolder } from './local-tree.ts';
import type { PublishParameters } from './parameters.ts';
import { counted } from './shown.ts';

const namedFiles = 20;

export interface PreparedFolder extends LocalTree {
  /** The text of its card, as the workspace has it. */
  readonly card: string | undefined;
}

/** The folder, read and checked without a call to anywhere. @throws OperationError that names all problems */
export function prepareFolder(parameters: PublishParameters, context: PublishContext): PreparedFolder {
  const early = publishProblems(parameters);
  const scanned = scanFolder({
    workspace: context.workspace,
    folder: parameters.folder,
    include: parameters.include,
    exclude: parameters.exclude,
    prefix: parameters.pathInRepository ?? '',
  });
  if (!scanned.ok) throw inputError([...early, ...scanned.problems]);
  const { tree } = scanned;
  const card = readCard(tree.files);
  const problems = [...early, ...(card?.ok === false ? [card.problem] : [])];
  if (tree.files.length === 0 && !parameters.allowEmpty && parameters.card === undefined) {
    const message = "holds no file to publish. Set 'allow-empty: true' if that is meant.";
    problems.push({ name: 'input.folder', message });
  }
  if (problems.length > 0) throw inputError(problems);
  tellLeftOut(tree.leftOut, context.log);
  return { ...tree, card: card?.ok === true ? card.text : undefined };
}

function tellLeftOut(leftOut: readonly LeftOut[], log: Log): void {
  const secrets = leftOut.filter(({ why }) => why === 'secret');
  const others = leftOut.filter(({ why }) => why !== 'secret');
  if (others.length > 0) log.info(`Left out by default: ${named(others)}.`);
  if (secrets.length > 0) {
    log.warning(
      `Left out, as ${secrets.length === 1 ? 'it looks' : 'they look'} like secrets: ${named(secrets)}. To publish one all the same, name it in 'include'.`,
    );
  }
}

function named(files: readonly LeftOut[]): string {
  const names = files.slice(0, namedFiles).map((file) => file.path);
  const more = files.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')} and ${counted(more, 'other')}`;
}
