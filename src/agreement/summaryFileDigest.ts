// The digest of a text, by which a file is known again whatever line ends it has. Knows no plan.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `v1:sha256:` and 64 hexadecimal digits, over the text with LF line ends and without a byte order mark. */
export function textDigest(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return `v1:sha256:${bytesToHex(sha256(utf8ToBytes(lines)))}`;
}
