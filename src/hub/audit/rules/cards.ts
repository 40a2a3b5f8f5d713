import { z } from 'zod';
import { isFilled, type RepositoryRecord } from '../repository-record.ts';
import { defineRepositoryRule } from '../rule.ts';

function hasCard(record: RepositoryRecord): boolean {
  return record.files?.includes('README.md') === true;
}

export const cardMissing = defineRepositoryRule({
  id: 'card-missing',
  title: 'Every repository has a card',
  severity: 'medium',
  protects: 'Whoever wants to know what the repository is and how to use it.',
  mend: 'Add a README.md.',
  recommended: true,
  types: ['model', 'dataset', 'space'],
  reads: ['files'],
  options: {},
  prepare() {
    return (record) =>
      record.files === undefined || hasCard(record)
        ? []
        : [{ message: 'It has no README.md.', evidence: [`files: ${record.files.length}`] }];
  },
});

export const cardSectionMissing = defineRepositoryRule({
  id: 'card-section-missing',
  title: 'Cards have the required sections',
  severity: 'low',
  protects: 'The parts of a card that a review looks for: intended use, limits, training data.',
  mend: 'Write the section into the README.',
  types: ['model', 'dataset'],
  reads: ['files'],
  options: {
    sections: z
      .array(z.string().min(1))
      .min(1)
      .describe('Headings every card must have; case does not count, and a longer heading that begins so will do.'),
  },
  needs: {
    fact: 'card',
    inQuestion: hasCard,
    stillHolds: ({ sameCommit }) => sameCommit,
  },
  prepare({ sections }) {
    const wanted = sections.map((section) => ({ section, plain: section.trim().toLowerCase() }));
    return (record, { card }) => {
      if (!card || !hasCard(record)) return [];
      const missing = wanted.filter(({ plain }) => !card.sections.some((heading) => heading.startsWith(plain)));
      return missing.map(({ section, plain }) => ({
        message: `Its card has no section '${section}'.`,
        evidence: [`sections: ${card.sections.length}`],
        detail: plain,
        path: 'README.md',
      }));
    };
  },
});

/** What a card is asked for, and where it says it. */
const metadataFields: Readonly<Record<string, (record: RepositoryRecord) => boolean>> = {
  base_model: (record) => record.baseModels.length > 0,
  evaluation: (record) => record.evaluated,
  library_name: (record) => record.libraryName !== undefined || isFilled(record.cardData?.library_name),
  license: (record) => record.licenses.length > 0,
  pipeline_tag: (record) => record.pipelineTag !== undefined,
};

export const cardMetadataMissing = defineRepositoryRule({
  id: 'card-metadata-missing',
  title: 'Cards carry the required metadata',
  severity: 'low',
  protects: 'Search, filters and automatic checks: they read the metadata, not the prose.',
  mend: 'Add the field to the front matter of the README.',
  types: ['model', 'dataset', 'space'],
  reads: ['cardData', 'tags', 'baseModels', 'evaluated', 'libraryName', 'licenses', 'pipelineTag'],
  options: {
    fields: z
      .array(z.string().min(1))
      .min(1)
      .describe(
        'Keys of the front matter, such as `language`, `datasets`, `base_model`, `pipeline_tag`, `evaluation`.',
      ),
  },
  prepare({ fields }) {
    return (record) => {
      const missing = fields.filter(
        (field) => !(metadataFields[field]?.(record) ?? isFilled(record.cardData?.[field])),
      );
      return missing.map((field) => ({
        message: `Its card does not say ${field}.`,
        evidence: [`${field}: none`],
        detail: field,
        path: 'README.md',
      }));
    };
  },
});
