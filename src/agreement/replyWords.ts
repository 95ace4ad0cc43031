// The words with which people decide, in seven languages: what approves, what objects, and what makes of a decision one that is not made. No grammar.
import type { Approval } from '../model/plan';

/** `changes` counts only beside a code or at the head of a line: alone it is a word like any other. `no-objection` is said besides and decides nothing. */
export type Said = Approval['decision'] | 'changes' | 'wish' | 'no-objection';

const approved = `
approved|i approve|we approve|i do approve|i hereby approve|we hereby approve|hereby approved|accepted|i accept|we accept|agreed|i agree|we agree|signed off|we sign off|i sign off
lgtm|looks good to me|good to go|go ahead|you have my approval|you have our approval|approval granted|approval given|happy to approve|fine by me|fine with me|thumbs up
freigegeben|gebe ich frei|geben wir frei|gebe ich hiermit frei|geben wir hiermit frei|hiermit freigegeben|gebe frei|geben frei|gebe es frei|gebe das frei|gebe hiermit frei|freigabe erteilt|erteile ich die freigabe|erteilen wir die freigabe|erteile die freigabe|meine freigabe
genehmigt|genehmige ich|genehmigen wir|ich genehmige|einverstanden|akzeptiert|passt so|passt fur mich|passt fur uns|abgenommen|nehme ich ab|nehmen wir ab|ich stimme zu|wir stimmen zu|stimme zu|stimmen zu|zugestimmt
approuve|approuvee|approuves|approuvees|j approuve|nous approuvons|accepte|acceptee|acceptes|acceptees|j accepte|nous acceptons|d accord|bon pour accord|valide|validee|valides|validees|je valide|nous validons|c est bon pour moi|c est bon pour nous|feu vert
aprobado|aprobada|aprobados|aprobadas|apruebo|aprobamos|aceptado|aceptada|acepto|aceptamos|de acuerdo|conforme|visto bueno|doy el visto bueno|damos el visto bueno|se aprueba|queda aprobado|queda aprobada
approvato|approvata|approvo|approviamo|accettato|accetto|accettiamo|d intesa|va bene per me|va bene per noi
akkoord|goedgekeurd|ik keur goed|wij keuren goed|goedkeuring verleend
aprovado|aprovada|aprovo|aprovamos|aceito|aceitamos`;

const wish = `
approved with changes|approve with changes|approved with comments|changes requested|change requested|changes required|change required|request changes|requesting changes|request a change|changes needed|need changes|needs changes|needs some changes|need some changes|needs work|needs more work|please change|please revise|please rework|please correct|not yet approved|not approved yet|not quite there|cannot approve yet|can t approve yet
anderungen gewunscht|anderungen notig|anderungen erforderlich|anderungswunsche|anderungswunsch|aenderungen gewuenscht|aenderungen noetig|aenderungen erforderlich|aenderungswuensche|bitte andern|bitte aendern|bitte uberarbeiten|bitte ueberarbeiten|bitte anpassen|bitte korrigieren|noch nicht freigegeben|noch nicht genehmigt|mit anderungen freigegeben|freigegeben mit anderungen|nachbesserung|nachbesserungen
modifications demandees|modification demandee|changements demandes|modifications souhaitees|a modifier|a revoir|veuillez modifier|merci de modifier|merci de corriger|veuillez corriger|approuve avec modifications|pas encore approuve|pas encore valide
cambios solicitados|solicito cambios|solicitamos cambios|pido cambios|cambios necesarios|por favor cambien|por favor cambie|por favor cambia|por favor corrijan|por favor corrija|aprobado con cambios|necesita cambios|todavia no aprobado|aun no aprobado
modifiche richieste|richiedo modifiche|da modificare|approvato con modifiche|wijzigingen gevraagd|wijzigingen nodig|graag aanpassen|nog niet akkoord|alteracoes solicitadas|solicito alteracoes|favor alterar|aprovado com alteracoes`;

const rejected = `
not approved|do not approve|don t approve|cannot approve|can t approve|can not approve|will not approve|won t approve|unable to approve|not accepted|cannot accept|can t accept|can not accept|do not accept|don t accept|won t accept|will not accept|i reject|we reject|rejected|reject|declined|decline|i decline|we decline|not agreed|do not agree|don t agree|cannot agree|can t agree|disagree|disapproved|disapprove|turned down|no approval|no go
nicht freigegeben|nicht freigeben|nicht genehmigt|nicht genehmigen|nicht einverstanden|keine freigabe|gebe ich nicht frei|geben wir nicht frei|abgelehnt|lehne ab|lehnen ab|lehne ich ab|lehnen wir ab|lehne das ab|lehne es ab|ich lehne|wir lehnen|nicht akzeptiert|nicht akzeptieren|nicht abgenommen|stimme nicht zu|stimmen nicht zu|stimme ich nicht zu|zuruckgewiesen|verweigert
pas approuve|pas approuvee|non approuve|non approuvee|n approuve pas|n approuvons pas|refuse|refusee|refuses|refusees|rejete|rejetee|je refuse|nous refusons|pas d accord|non valide|pas valide|ne valide pas|ne validons pas|n accepte pas|n acceptons pas|desaccord
no aprobado|no aprobada|no apruebo|no aprobamos|no se aprueba|no lo apruebo|rechazado|rechazada|rechazo|rechazamos|no estoy de acuerdo|no estamos de acuerdo|no de acuerdo|no acepto|no aceptamos|no aceptado|no conforme|denegado
non approvato|non approvo|non approviamo|rifiutato|rifiutata|rifiuto|respinto|non accetto|non sono d accordo|niet akkoord|afgekeurd|afgewezen|niet goedgekeurd|geen akkoord
nao aprovado|nao aprovada|nao aprovo|nao aprovamos|rejeitado|rejeitada|recusado|nao aceito`;

/** Words of a request, not of an answer: "please approve" is what the other side wrote. */
const noObjection = `
no objections|no objection|no changes|no change|no further changes|no more changes|no changes needed|no changes required|no remarks|no comments|no further comments|no concerns|no problem|no problems|no issues|no questions|no worries|without changes|without reservation|nothing to add|not a problem|why not|not bad|please approve|not only|only the first|saw the changes|without hesitation|without comments|without further changes|without any changes|without conditions|as agreed|as we agreed|i agree that|we agree that|we agreed to|we agreed that|we agreed on
keine einwande|keine einwaende|keinen einwand|keine anderungen|keine aenderungen|keine weiteren anderungen|keine anderungswunsche|keine anmerkungen|keine fragen|kein problem|nichts einzuwenden|nichts hinzuzufugen|ohne anderungen|ohne anderung|ohne vorbehalt|ohne einwande|nur das erste|ohne einschrankung|ohne einschrankungen|ohne weitere anderungen|ohne anmerkungen|bitte freigeben|bitte um freigabe|nicht schlecht
aucune remarque|aucune modification|aucun changement|aucune objection|pas de modification|pas de modifications|pas de changement|pas de changements|pas de remarque|pas d objection|pas de probleme|sans reserve|sans modification|sans modifications|rien a redire|rien a ajouter|pas mal
sin cambios|sin objeciones|sin objecion|sin reservas|solo el primero|sin condiciones|sin comentarios|no tengo objeciones|no hay cambios|no hay problema|ningun problema|ningun cambio
nessuna modifica|nessuna obiezione|senza modifiche|senza riserve|nessun problema|geen wijzigingen|geen bezwaar|geen opmerkingen|zonder wijzigingen|sem alteracoes|sem objecoes|nenhuma alteracao`;

const changes =
  'changes|change|anderungen|anderung|aenderungen|aenderung|modifications|modification|changements|cambios|cambio|modifiche|wijzigingen|alteracoes';

const decides: readonly (readonly [Said, string])[] = [
  ['approved', approved],
  ['wish', wish],
  ['rejected', rejected],
  ['no-objection', noObjection],
  ['changes', changes],
];

export interface Phrase {
  readonly said: Said;
  readonly words: readonly string[];
}

/** By their first word, the longest first: "not approved" is found before "approved". */
export const phrases: ReadonlyMap<string, readonly Phrase[]> = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const all = new Map<string, Phrase[]>();
  for (const [said, lines] of decides) {
    for (const phrase of lines.split(/[|\n]/).filter((each) => each !== '')) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      all.set(first, [...(all.get(first) ?? []), { said, words }]);
    }
  }
  for (const same of all.values()) same.sort((a, b) => b.words.length - a.words.length);
  return all;
}

const set = (words: string) => new Set(words.split(' '));

/** In the clause of an approval, or at the head of the clause beside it, they make it depend on something. */
export const conditions = set(
  'if once when unless until till provided providing assuming subject before after pending soon ' +
    'wenn sobald falls sofern bevor nachdem vorausgesetzt vorbehaltlich erst ' +
    'si quand lorsque condition sous pourvu avant apres ' +
    'cuando siempre antes despues purche appena condizione prima mits zodra indien tenzij nadat desde caso',
);

/** The same, where they cannot be mistaken: also at the head of a sentence of their own. */
export const strongConditions =
  /^(but |however |aber |jedoch |mais |pero |ma |maar |mas )?(only (if|when|once|after)|but if|provided|providing|subject to|on (the )?condition|under the condition|as long as|with the condition|(aber )?nur (wenn|falls|unter|sofern)|aber (wenn|falls|erst)|vorausgesetzt|vorbehaltlich|unter der (bedingung|voraussetzung)|sofern|mais (seulement )?si|seulement (si|quand)|uniquement si|a condition|sous reserve|pourvu que|(pero )?solo (si|cuando)|pero si|siempre que|a condicion|con la condicion|solo se|ma se|a condizione|purche|alleen als|maar als|mits|so se|desde que|mas se|with one exception|mit einer ausnahme)\b/;

/** Anywhere in the clause of a decision they leave open whether it was made. */
export const denials = set(
  't dont didnt isnt wasnt havent hasnt doesnt wont cant none nothing zero wrong ' +
    'not never no nobody nor neither hardly nicht nie niemals nein kein keine keinen nichts niemand falsch wird werden ' +
    'pas jamais aucun aucune rien ne n nunca jamas nada ni tampoco non niente mai niet niets nooit geen nao nem',
);

/** Before a decision in its clause they put it off. */
export const modals = set(
  'would could should might may will shall want wanted waiting wait must need needs cannot can let going hope hoping be yet then ' +
    'werde werden wird wurde wurden konnte konnten kann konnen muss mussen soll sollen mochte warten hoffe darf durfen ' +
    'pourrais pourrait pourrions serait sera vais va allons doit dois peux attends espere ' +
    'podria podriamos seria sera voy vamos debe puedo espero kan zou moet',
);

/** With one of them at its head, a clause of a sentence that ends with a question mark asks. */
export const askers = set(
  'is are was were has have had do does did can could should shall may will would who what when where why how which am ' +
    'ist sind war hat haben habt wird werden kann konnen darf soll wer was wann wo warum wie ' +
    'est es sont ont peut pouvez qui que quoi quand pourquoi comment esta estan ha han puede pueden quien cuando sono hanno is zijn heeft kan',
);

/** A line of one of them and a code decides; anywhere else they are politeness. */
export const yes = set(
  'ok okay oki yes yep yeah ja jawohl oui si passt okey sim ack check done super perfect perfekt parfait',
);
export const noes = set('no nope nein non nee nao');
