/** What a member may do in an organisation, from least to most. */
export type Role = 'no_access' | 'read' | 'contributor' | 'write' | 'admin';

/** A person. */
export interface User {
  readonly _id: string;
  readonly name: string;
  readonly fullname: string;
  readonly email: string;
  readonly isPro: boolean;
  readonly createdAt: Date;
}

/** A person's place in an organisation. */
export interface Membership {
  role: Role;
  readonly twoFactor: boolean;
}

/** A named set of members and repositories with roles of its own. */
export interface ResourceGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly members: Map<string, Role>;
}

/** An organisation; members by user name, in the order they joined. */
export interface Organization {
  readonly _id: string;
  readonly name: string;
  readonly fullname: string;
  readonly plan: 'team' | 'enterprise' | undefined;
  readonly members: Map<string, Membership>;
  readonly resourceGroups: Map<string, ResourceGroup>;
  readonly hasPrivateMembersList: boolean;
  /** New repositories are private unless told otherwise. */
  readonly defaultPrivate: boolean;
}

/** One grant of a fine-grained token. */
export interface TokenScope {
  readonly entity: { readonly type: 'user' | 'org' | 'model' | 'dataset' | 'space'; readonly name: string };
  readonly permissions: readonly string[];
}

/** An access token. */
export interface AccessToken {
  readonly value: string;
  readonly user: string;
  readonly displayName: string;
  readonly role: 'read' | 'write' | 'fineGrained';
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  expiresAt: Date | undefined;
}

/** Who makes a request: a person and the token that stands for them. */
export interface Viewer {
  readonly user: User;
  readonly token: AccessToken;
}

/** A picture's address; nothing is served there. */
export function avatarUrl(name: string): string {
  return `/avatars/${encodeURIComponent(name)}.svg`;
}
