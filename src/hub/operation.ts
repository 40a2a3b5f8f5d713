import type { z } from 'zod';
import type { InputProblem } from '../input-problem.ts';
import type { ProxyRequest } from '../membrane/client.ts';
import type { Existence } from './existence.ts';
import type { Host } from './host.ts';
import type { InputMapping } from './input-value.ts';
import type { JsonObject } from './json.ts';
import type { Keep } from './keyed-discussion/keep.ts';
import type { OperationRequest } from './operation-request.ts';
import type { OperationResult } from './operation-result.ts';
import { type Parameter, readParameters } from './parameters.ts';
import type { Look, Recognition, Verdict } from './read-back/verdict.ts';
import type { RunContext } from './run-context.ts';
import type { Repeat } from './safe-repeat/repeat.ts';

export type OperationEffect = 'read' | 'write' | 'destroy';

/**
 * How a list goes on (the Hub has three ways): `link` by a cursor in the header Link, `page-of-count` by `p` until
 * `start` and the page reach `count` of the body, `page-limit` by `p` until a page is shorter than `limit`.
 */
export type Paging = 'link' | 'page-of-count' | 'page-limit';

/** A column of the summary's table: its heading, and where an item holds it. */
export interface Column {
  readonly heading: string;
  /** Tried in turn: actions of a workspace may name a field in another way than the Hub. */
  readonly paths: readonly (readonly string[])[];
}

export function column(heading: string, ...paths: string[]): Column {
  return { heading, paths: paths.map((path) => path.split('.')) };
}

/** Where an answer, the Hub's own or an action's, holds what becomes outputs. */
export interface AnswerShape {
  /** Keys of the answer that may hold its identifier, best first. */
  readonly id?: readonly string[];
  /** For lists: keys that may hold the items where the answer is not the list itself. */
  readonly items?: readonly string[];
  /** For lists: dotted paths that tell one item from another, best first; without them only equal items are one. */
  readonly identity?: readonly string[];
  /** For an answer of several lists: keys whose lists are the items together, as branches and tags are references. */
  readonly together?: readonly string[];
}

/** What the input `confirm` must repeat before anything leaves the runner. */
export interface Confirmation {
  /** In words, for the documentation: `the repository's full name`. */
  readonly what: string;
  /** Undefined where these parameters destroy nothing. */
  text(params: JsonObject): string | undefined;
}

/** Reads the Hub and answers the body. Throws OperationError. */
export type HubRead = (request: ProxyRequest) => Promise<unknown>;

interface OperationBase {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly effect: OperationEffect;
  readonly parameters: readonly Parameter[];
  /** What no single parameter can say: two that exclude each other, one that needs another. */
  check(params: JsonObject, written?: InputMapping): readonly InputProblem[];
  /** Missing where nothing is to be confirmed. */
  readonly confirm?: Confirmation | undefined;
}

/** An operation of the Hub: by an action of the workspace, or by the Hub's own documented route. */
export interface HubOperation extends OperationBase {
  readonly kind: 'hub';
  readonly family: string;
  /** What the workspace's actions are searched for: at most 200 characters. */
  readonly intent: string;
  readonly paging: Paging | undefined;
  readonly columns: readonly Column[];
  readonly answer: AnswerShape;
  /** Begins the sentence that says what was done: `Created`, `Listed`. */
  readonly done: string;
  /** What it was done to: `model my-org/my-model`. */
  describe(params: JsonObject): string;
  /** The Hub's own request. */
  route(params: JsonObject): ProxyRequest;
  /** What else must be sent after it, in order, where the Hub has a route for each part; each may be sent twice. */
  also(params: JsonObject): readonly ProxyRequest[];
  /** Fills in what the Hub alone knows, before anything is planned: an item's id for its name. `null` takes away. */
  readonly complete?: ((params: JsonObject, read: HubRead, host: Host) => Promise<JsonObject>) | undefined;
  /** For a question whether something is there: the answer made of what was seen, also of nothing. */
  readonly existence?: ((params: JsonObject, seen: Existence) => unknown) | undefined;
  /** The page of the object on the Hub, where the answer does not say it. */
  page(params: JsonObject, answer: unknown): string | undefined;
  /** Reads the present state of what a write is about to change; missing for reads. */
  readonly current?: ((params: JsonObject) => ProxyRequest) | undefined;
  /** How one thing is kept up to date instead of made again, where the parameters ask for that. */
  readonly keep?: Keep | undefined;
  /** How a write is compared with what is there; without it, it is sent whatever there is. */
  readonly repeat?: Repeat | undefined;
  /** How a write whose answer was lost is found again on the Hub; without it such a write stays an open question. */
  readonly recognise?: Recognition | undefined;
}

/** An operation of this action's own. */
export interface BuiltInOperation extends OperationBase {
  readonly kind: 'built-in';
  /** Secrets deeper inside than in a parameter that is one. */
  secrets?(written: InputMapping): readonly string[];
  run(request: OperationRequest, context: RunContext): Promise<OperationResult>;
}

/** An operation of the step itself, beside all those that run on a connection: `run` carries it out. */
export interface StepOperation extends OperationBase {
  readonly kind: 'step';
}

export type Operation = HubOperation | BuiltInOperation | StepOperation;

type Params<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/** A row of the catalogue as its author writes it; `params` is typed by the row's own parameters. */
export interface HubOperationDefinition<Shape extends z.ZodRawShape> {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly family: string;
  readonly effect: OperationEffect;
  readonly intent: string;
  readonly parameters: z.ZodObject<Shape>;
  readonly paging?: Paging;
  readonly columns?: readonly Column[];
  readonly answer?: AnswerShape;
  readonly done: string;
  describe(params: Params<Shape>): string;
  route(params: Params<Shape>): ProxyRequest;
  also?(params: Params<Shape>): readonly ProxyRequest[];
  complete?(params: Params<Shape>, read: HubRead, host: Host): Promise<JsonObject>;
  existence?(params: Params<Shape>, seen: Existence): unknown;
  page?(params: Params<Shape>, answer: unknown): string | undefined;
  current?(params: Params<Shape>): ProxyRequest;
  readonly keep?: Keep<Params<Shape>>;
  readonly repeat?: Repeat<Params<Shape>>;
  readonly recognise?: {
    readonly safeTwice: boolean;
    where(params: Params<Shape>): string;
    tell(params: Params<Shape>, look: Look): Promise<Verdict>;
  };
  readonly confirm?: { readonly what: string; text(params: Params<Shape>): string | undefined };
  check?(params: Params<Shape>): readonly InputProblem[];
}

/** Makes a row: what it says of `params` is given values that its own parameters have checked. */
export function defineOperation<Shape extends z.ZodRawShape>(row: HubOperationDefinition<Shape>): HubOperation {
  const { current, confirm, recognise, repeat, keep, complete, existence } = row;
  const read = (params: JsonObject) => row.parameters.parse(params);
  return {
    ...row,
    kind: 'hub',
    parameters: readParameters(row.parameters),
    paging: row.paging,
    columns: row.columns ?? [],
    answer: row.answer ?? {},
    describe: (params) => row.describe(read(params)),
    route: (params) => row.route(read(params)),
    also: (params) => row.also?.(read(params)) ?? [],
    complete: complete && ((params, ask, host) => complete(read(params), ask, host)),
    existence: existence && ((params, seen) => existence(read(params), seen)),
    page: (params, answer) => row.page?.(read(params), answer),
    check: checkWith(row.parameters, row.check),
    current: current && ((params) => current(read(params))),
    keep: keep && {
      ...keep,
      run: (params, tools) => keep.run(read(params), tools),
    },
    repeat: repeat && {
      ...repeat,
      present: (params, hub) => repeat.present(read(params), hub),
      needs: (params) => repeat.needs?.(read(params)) ?? [],
    },
    recognise: recognise && {
      safeTwice: recognise.safeTwice,
      where: (params) => recognise.where(read(params)),
      tell: (params, look) => recognise.tell(read(params), look),
    },
    confirm: confirm && { what: confirm.what, text: (params) => confirm.text(read(params)) },
  };
}

/** A built-in row as its author writes it. */
export interface BuiltInDefinition<Shape extends z.ZodRawShape> {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly effect: OperationEffect;
  readonly parameters: z.ZodObject<Shape>;
  check?(params: Params<Shape>, written: InputMapping): readonly InputProblem[];
  secrets?(written: InputMapping): readonly string[];
  run(params: Params<Shape>, context: RunContext, request: OperationRequest): Promise<OperationResult>;
}

export function defineBuiltIn<Shape extends z.ZodRawShape>(row: BuiltInDefinition<Shape>): BuiltInOperation {
  return {
    ...row,
    kind: 'built-in',
    parameters: readParameters(row.parameters),
    check: checkWith(row.parameters, row.check),
    run: (request, context) => row.run(row.parameters.parse(request.params), context, request),
  };
}

/** A row of the step itself, as its author writes it. */
export interface StepDefinition<Shape extends z.ZodRawShape> {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly parameters: z.ZodObject<Shape>;
}

export function defineStepOperation<Shape extends z.ZodRawShape>(row: StepDefinition<Shape>): StepOperation {
  // Nothing on the Hub changes.
  return { ...row, kind: 'step', effect: 'read', parameters: readParameters(row.parameters), check: () => [] };
}

/** A rule over several parameters says nothing while one of them is still wrong by itself. */
function checkWith<Shape extends z.ZodRawShape>(
  parameters: z.ZodObject<Shape>,
  check: ((params: Params<Shape>, written: InputMapping) => readonly InputProblem[]) | undefined,
): (params: JsonObject, written?: InputMapping) => readonly InputProblem[] {
  return (params, written = new Map()) => {
    const read = parameters.safeParse(params);
    return check && read.success ? check(read.data, written) : [];
  };
}
