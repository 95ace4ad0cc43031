// Whether a criterion names anything that can be checked: a number, or something a person does to prove it. Knows words, no plan.

/** More of a text says nothing more about it. */
const longest = 500;

/**
 * Whether a text has a digit, a number written out, or a verb of checking in English, German, French or Spanish. What is written in letters these
 * languages do not have is taken for checkable: better no hint than a wrong one.
 */
export function isCheckable(text: string): boolean {
  const start = text.length > longest ? text.slice(0, longest) : text;
  if (/\p{N}|[%€$£]/u.test(start)) return true;
  const lower = start.toLowerCase();
  const plain = /[^\0-\x7f]/.test(lower) ? withoutMarks(lower) : lower;
  if (plain === undefined) return true;
  for (const [word] of plain.matchAll(/[a-z]+/g)) if (isTelling(word)) return true;
  return false;
}

function withoutMarks(text: string): string | undefined {
  if (foreign.test(text)) return undefined;
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

/** A letter that none of the four languages has. */
const foreign = /(?![a-zäöüßàâçéèêëîïôùûÿœæáíóúñ])\p{L}\p{M}*/iu;

function isTelling(word: string): boolean {
  if (numbers.has(word) || verbs.has(word)) return true;
  for (let length = shortest; length <= word.length; length++) if (stems.has(word.slice(0, length))) return true;
  return false;
}

const list = (text: string) => text.trim().split(/\s+/);

/** Numbers up to a dozen and the round ones, "none" and "twice" among them. Articles such as `ein` and `un` are no numbers here. */
const numbers = new Set([
  ...list(`zero no none never one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
    hundred hundreds thousand thousands million dozen half both once twice single double`),
  ...list(`null kein keine keinen keiner keinem eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig
    dreissig vierzig funfzig hundert tausend million dutzend halb halbe halben beide beiden einmal zweimal doppelt`),
  ...list(`aucun aucune sans deux trois quatre cinq sept huit neuf dix onze douze vingt trente quarante cinquante cent
    cents mille million douzaine moitie jamais`),
  ...list(`cero ningun ninguna ninguno sin dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta
    cuarenta cincuenta cien ciento cientos mil millon docena mitad ambos ambas nunca`),
]);

/** Whole words, where a stem would take in words that say nothing, such as `acceptable` or `significant`. */
const verbs = new Set([
  ...list(`accepted accepts accept pass passes passed sign signs signed signoff test tests tested testing check checks
    checked exist exists load loads loaded live opens opened closed closes run runs show shows shown send sends sent
    arrive arrives arrived receive received return returns import imports imported export exports exported build builds
    built start starts write written answer answers answered reply replies print prints save saves saved fixed merged
    paid pays trained read log logged handed agreed decided chosen moved shipped ships backed restored counted`),
  ...list(`abgenommen nimmt abnahme freigabe getestet test tests testet besteht bestanden bestehen misst gemessen liegt
    vorliegt liefert zeigt gezeigt offnet ladt geladen startet erhalt erhalten gesendet versendet geschrieben
    geschult bezahlt gedruckt ubergeben eingereicht angenommen unterschreibt hochgeladen gespeichert behoben gebaut
    entschieden vereinbart beantwortet importiert exportiert erreichbar online`),
  ...list(`recu recue recus recues signe signee signes signees ecrit ecrite ecrits lu lue paye payee ouvre charge affiche
    accepte acceptee acceptes passe passent reussi reussie reussis envoye envoyee forme formee demarre
    corrige corrigee termine terminee repond`),
  ...list(`firma firmado firmada firman probado probada probados prueba pruebas pasa pasan mide miden medido escrito
    escrita leido pagado abre carga muestra acepta aceptado aceptada recibe recibido recibida enviado enviada
    corregido corregida formado responde cerrado cerrada subido subida`),
]);

const stemList = [
  ...list(`approv confirm verif measur deliver publish deploy install review released documented translated validat
    inspect demonstrat compil complies archiv migrat redirect audited certif invoiced recorded reported scanned`),
  ...list(`genehmig freigegeben geprueft gepruft pruf bestatig unterschrieben unterzeichnet geliefert veroffentlich
    installier dokumentier ubersetzt nachgewiesen nachweis zertifizier verabschied abgezeichnet migrier archivier
    weitergeleitet eingerichtet`),
  ...list('approuv valid teste testes mesur livr publie install confirme documente traduit certifi deploye archive'),
  ...list(`aprob aprueb verific entreg publicad publican instalad confirmad documentad traducid certific desplegad
    validad migrad`),
];
const stems = new Set(stemList);
const shortest = Math.min(...stemList.map((stem) => stem.length));
