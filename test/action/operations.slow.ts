import { playOperations } from './play-operations.ts';

playOperations('renamed', ['cli']);
playOperations('none', ['cli']);
