// The digest that binds a consent to what was agreed: SHA-256 over canonical JSON (RFC 8785) of a contract. Knows no milestone.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Contract } from './contract';

const prefix = 'v1:sha256:';

/** `v1:sha256:` and 64 hexadecimal digits. */
export function digestOf(contract: Contract): string {
  return prefix + bytesToHex(sha256(utf8ToBytes(canonicalize(contract) ?? '')));
}

/** The first ten digits, as people write them in a reply; `undefined` for what is no digest of ours. */
export function shortCodeOf(digest: string): string | undefined {
  return /^v1:sha256:([0-9a-f]{10})[0-9a-f]{54}$/.exec(digest)?.[1];
}

/** Whether what somebody wrote in a file stands for this digest: the whole of it, or its short code with or without what stands before it. */
export function isDigest(written: string, digest: string): boolean {
  const digits = written.trim().toLowerCase();
  const code = shortCodeOf(digest);
  return digits === digest || (code !== undefined && (digits === code || digits === prefix + code));
}
