import type { DiscussionEvent } from './store/discussion.ts';
import type { Repository } from './store/repository.ts';
import type { Store } from './store/store.ts';

const DAY = 86_400_000;

function comment(store: Store, author: string, raw: string, date: Date): DiscussionEvent {
  return {
    id: store.identifiers.next(),
    createdAt: date,
    author,
    type: 'comment',
    data: {},
    comment: { raw, updatedAt: date, edits: [], hiddenBy: undefined },
  };
}

function discuss(store: Store, repository: Repository | undefined, author: string, title: string, date: Date): void {
  repository?.discussions.add({
    _id: store.identifiers.next(),
    title,
    status: 'open',
    author,
    createdAt: date,
    pinned: false,
    locked: false,
    events: [comment(store, author, `About: ${title}`, date)],
    pullRequest: undefined,
  });
}

/** Two conversations on the model, one on the dataset. */
export function seedDiscussions(store: Store, date: Date): void {
  const model = store.repository('model', 'my-org/my-model');
  discuss(store, model, 'grace', 'Which data was this trained on?', date);
  discuss(store, model, 'linus', 'Typo in the card', new Date(date.getTime() + DAY));
  discuss(store, store.repository('dataset', 'my-org/my-dataset'), 'grace', 'A label is missing', date);
}

/** One public and one private collection of my-org. */
export function seedCollections(store: Store, date: Date): void {
  const collections = [
    {
      title: 'Best of my org',
      private: false,
      theme: 'blue',
      items: [
        ['model', 'my-org/my-model'],
        ['dataset', 'my-org/my-dataset'],
      ] as const,
    },
    { title: 'Not yet', private: true, theme: 'pink', items: [['model', 'my-org/private-model']] as const },
  ];
  for (const { items, ...rest } of collections) {
    const _id = store.identifiers.next();
    store.collections.set(_id, {
      ...rest,
      _id,
      namespace: 'my-org',
      description: undefined,
      position: store.collections.size,
      upvotes: 0,
      lastUpdated: date,
      items: items.map(([type, id]) => ({ _id: store.identifiers.next(), type, id, note: undefined })),
      resourceGroup: undefined,
    });
  }
}

/** Sixty papers over twenty days, three a day. */
export function seedPapers(store: Store, lastDay: Date): void {
  for (let index = 0; index < 60; index += 1) {
    const day = new Date(lastDay.getTime() - Math.floor(index / 3) * DAY);
    store.papers.push({
      id: `2601.${String(index + 1).padStart(5, '0')}`,
      title: `Paper number ${index + 1}`,
      summary: `What we found out about the ${index + 1}th question.`,
      authors: ['Ada Lovelace', 'Grace Hopper'],
      publishedAt: new Date(day.getTime() - DAY),
      submittedOnDailyAt: day,
      submittedBy: index % 2 === 0 ? 'ada' : 'grace',
      upvotes: (index * 7) % 50,
      numComments: index % 4,
      discussionId: store.identifiers.next(),
      githubRepo: index % 5 === 0 ? `https://github.com/example/paper-${index + 1}` : undefined,
    });
  }
}
