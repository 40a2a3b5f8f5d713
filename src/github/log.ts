import * as core from '@actions/core';
import type { Log } from '../log.ts';
import { forLine, forLog, shortened } from '../text/harmless-text.ts';

/** The runner cuts an annotation's message at 4,096 characters (actions/runner, ExecutionContext.cs). */
const annotationLimit = 4_096;

/** The runner keeps ten annotations of a kind for a step and drops the rest (actions/runner, ExecutionContext.cs). */
const annotationsPerKind = 10;

/** The log of the step. Whatever is passed in cannot become a workflow command. */
export function createLog(): Log {
  const limited = { notice: countedAnnotations(core.notice), warning: countedAnnotations(core.warning) };
  return {
    debug: (message) => core.debug(forLine(message)),
    info: (message) => core.info(forLog(message)),
    notice: limited.notice,
    warning: limited.warning,
  };
}

/** The error that ended the step, as an annotation. */
export function annotateError(title: string, message: string): void {
  core.error(shortened(forLog(message), annotationLimit), { title: shortened(forLine(title), 200) });
}

/** Annotations the page would not show go to the log instead, so that nothing is lost without a word. */
function countedAnnotations(annotate: (message: string) => void): (message: string) => void {
  let count = 0;
  return (message) => {
    count += 1;
    if (count < annotationsPerKind) annotate(shortened(forLog(message), annotationLimit));
    else core.info(forLog(message));
  };
}
