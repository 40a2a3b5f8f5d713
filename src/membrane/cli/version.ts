/** The published package. */
export const cliPackage = '@membranehq/cli';

/** The name of its program. */
export const cliBinary = 'membrane';

/**
 * The version that is installed where `cli-version` is not given. Of the line of late 2026; it could not be checked
 * against the registry where this was written.
 */
export const defaultCliVersion = '1.18.0';

/**
 * The integrity (`sha512-…`) that a version must have, whatever the registry says; for versions that were looked at.
 * None could be where this was written, so none is held yet: what npm verified against the registry then counts.
 */
export const heldIntegrity: Readonly<Record<string, string>> = {};
