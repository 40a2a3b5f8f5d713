import { z } from 'zod';
import { textOfForm } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

/** What git allows in the name of a branch or a tag (`git check-ref-format`); `refs/…` the Hub keeps for itself. */
const referenceForm =
  /^(?![-/.]|refs\/)(?!.*(?:\.\.|\/\/|\/\.|@\{|[\p{Cc}\s~^:?*[\\]))(?!.*(?:[/.]|\.lock)$)(?!@$).{1,250}$/u;

const referenceName = () =>
  textOfForm(referenceForm, "a name that git allows, such as 'v1.0' or 'feature/x', without 'refs/'");

export const branchName = (doc: string) =>
  parameter(referenceName(), doc, { aliases: ['branchName', 'name', 'ref', 'newBranch'] });

export const tagName = (doc: string) =>
  parameter(referenceName(), doc, { aliases: ['tagName', 'name', 'ref', 'version'] });

export const startingPoint = (doc: string) =>
  parameter(z.string().min(1).max(250).optional(), doc, {
    aliases: ['from', 'revision', 'source', 'base', 'sha', 'commit', 'startPoint'],
  });

export const revision = () =>
  parameter(z.string().min(1).max(250).default('main'), 'A branch, a tag, a commit or `refs/pr/N`.', {
    aliases: ['rev', 'ref', 'branch', 'sha', 'commit'],
  });
