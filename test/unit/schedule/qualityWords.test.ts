// What can be checked and what cannot, as people write it.
import { describe, expect, test } from 'vitest';
import { isCheckable } from '../../../src/schedule/qualityWords';

describe('can be checked', () => {
  test.each([
    'Five templates approved by the client',
    'Contrast at least 4.5 to 1 everywhere',
    'No error in the first days',
    'A test order arrives in the accounts of Acme',
    'What is in and what is out is written down',
    'The privacy notice is signed',
    'Fehlerfrei bei zwei Bestellungen',
    'Die Startseite ist vom Kunden abgenommen',
    'Die Texte sind geprüft',
    'Keine offenen Fehler',
    'La page est livrée et validée',
    'Le contrat est signé',
    'Aucune erreur au démarrage',
    'El diseño está aprobado por el cliente',
    'Los textos se entregan',
    'Sin errores abiertos',
    '٥ صفحات',
  ])('%s', (text) => expect(isCheckable(text)).toBe(true));
});

describe('cannot be checked', () => {
  test.each([
    'Looks good',
    'The design is modern and appealing',
    'Users are happy',
    'Acceptable quality',
    'Significantly faster',
    'Everything works',
    'Sieht gut aus',
    'Die Seite ist schnell und schön',
    'Une belle présentation',
    'Le site est rapide',
    'Buena calidad',
    'El diseño es atractivo',
    '',
    '…',
  ])('%s', (text) => expect(isCheckable(text)).toBe(false));
});

describe('is not judged, because it is in another language', () => {
  test.each(['デザインが良い', 'Дизайн хороший', 'Projekt wygląda dobrze, piękny układ', '設計很好', 'עיצוב טוב'])(
    '%s',
    (text) => expect(isCheckable(text)).toBe(true),
  );
});

test('costs no more for a text of any length', () => {
  expect(isCheckable('looks '.repeat(200_000))).toBe(false);
});
