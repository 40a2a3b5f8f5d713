import * as core from '@actions/core';

/** Shorter pieces would blank out half of the log and protect nothing. */
const shortestPiece = 6;

/**
 * Masks a secret in every log that follows: whole, each of its lines, and as it looks inside JSON. PEM headers are
 * left alone, they are the same in every key.
 */
export function maskSecret(secret: string): void {
  for (const form of secretForms(secret)) core.setSecret(form);
}

/** The forms of one secret that must not be shown. */
export function secretForms(secret: string): string[] {
  const trimmed = secret.trim();
  if (trimmed === '') return [];
  const pieces = trimmed.split(/[\r\n]+/).flatMap((line) => [line.trim(), jsonEscaped(line.trim())]);
  const worthHiding = pieces.filter((piece) => piece.length >= shortestPiece && !/^-----[A-Z ]+-----$/.test(piece));
  return [...new Set([trimmed, jsonEscaped(trimmed), ...worthHiding])];
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
