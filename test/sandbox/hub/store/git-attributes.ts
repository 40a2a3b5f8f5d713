import ignore from 'ignore';

const LFS_ENDINGS = [
  '*.7z',
  '*.arrow',
  '*.bin',
  '*.bz2',
  '*.ckpt',
  '*.ftz',
  '*.gz',
  '*.h5',
  '*.joblib',
  '*.lfs.*',
  '*.mlmodel',
  '*.model',
  '*.msgpack',
  '*.npy',
  '*.npz',
  '*.onnx',
  '*.ot',
  '*.parquet',
  '*.pb',
  '*.pickle',
  '*.pkl',
  '*.pt',
  '*.pth',
  '*.rar',
  '*.safetensors',
  'saved_model/**/*',
  '*.tar.*',
  '*.tar',
  '*.tflite',
  '*.tgz',
  '*.wasm',
  '*.xz',
  '*.zip',
  '*.zst',
  '*tfevents*',
];

/** The file a new repository starts with: which names are kept by LFS. */
export const DEFAULT_GIT_ATTRIBUTES = LFS_ENDINGS.map(
  (pattern) => `${pattern} filter=lfs diff=lfs merge=lfs -text\n`,
).join('');

/** Tells whether a path is kept by LFS according to the text of a .gitattributes file. */
export function lfsMatcher(gitAttributes: string): (path: string) => boolean {
  const matcher = ignore();
  for (const line of gitAttributes.split('\n')) {
    const [pattern, ...attributes] = line.trim().split(/\s+/);
    if (pattern === undefined || pattern === '' || pattern.startsWith('#')) continue;
    if (attributes.includes('filter=lfs')) matcher.add(pattern);
    else if (attributes.includes('-filter') || attributes.includes('!filter')) matcher.add(`!${pattern}`);
  }
  return (path) => matcher.ignores(path);
}

/** Tells whether a path is ignored according to the text of a .gitignore file. */
export function ignoreMatcher(gitIgnore: string): (path: string) => boolean {
  const matcher = ignore().add(gitIgnore);
  return (path) => matcher.ignores(path);
}
