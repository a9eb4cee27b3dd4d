/** What can be wrong with a bundle. */
export type Wrong =
  | 'notABundle'
  | 'noKeys'
  | 'keysNotSigned'
  | 'otherRoot'
  | 'altered'
  | 'missing'
  | 'repeated'
  | 'reordered'
  | 'notChained'
  | 'otherSubject'
  | 'noReceipt'
  | 'otherReceipt'
  | 'wrongSignature'
  | 'wrongConfirmation'
  | 'unknownKey'
  | 'keyNotInUse'
  | 'notSealed'
  | 'sealNotSigned'
  | 'lastMissing'
  | 'lastAdded'
  | 'lastChanged'
  | 'chainMissing'
  | 'chainAdded'
  | 'notAsSealed'
  | 'checkpointNotSigned'
  | 'checkpointChanged'
  | 'notACheckpoint'
  | 'otherCheckpoint'
  | 'notInCheckpoint'
  | 'otherThanInCheckpoint';

export interface Finding {
  readonly what: Wrong;
  readonly subject?: string;
  readonly epoch?: number;
  readonly seq?: number;
  readonly detail?: string;
}

const SENTENCES: Readonly<Record<Wrong, string>> = {
  notABundle: 'this file is not a verifiable record',
  noKeys: 'the file holds no public keys: nothing in it is signed',
  keysNotSigned: 'the public keys were not signed by their root key',
  otherRoot: 'the root key is another than the one you named',
  altered: 'the event was changed: it is not what its hash says',
  missing: 'an event is missing before this one',
  repeated: 'the event stands twice',
  reordered: 'the event stands in the wrong place',
  notChained: 'the event does not follow the one before it: one of the two was put in another’s place',
  otherSubject: 'the event belongs to something else',
  noReceipt: 'the event names a person and carries no receipt',
  otherReceipt: 'the receipt is of another decision',
  wrongSignature: 'the signature of the receipt is wrong',
  wrongConfirmation: 'the passkey in the receipt did not confirm this decision',
  unknownKey: 'the receipt was signed with a key that was never published',
  keyNotInUse: 'the receipt was signed with a key that was not in use at its time',
  notSealed: 'the file does not carry the installation’s signature',
  sealNotSigned: 'the installation’s signature on the file is wrong',
  lastMissing: 'events are missing from here on',
  lastAdded: 'the event was added after the file was handed out',
  lastChanged: 'the last event is not the one that was handed out',
  chainMissing: 'all its events are missing',
  chainAdded: 'its events were added after the file was handed out',
  notAsSealed: 'the file is not as it was handed out',
  checkpointNotSigned: 'the signature of the checkpoint is wrong',
  checkpointChanged: 'the checkpoint in the file is not the one that was kept',
  notACheckpoint: 'the second file is not a checkpoint',
  otherCheckpoint: 'the file holds no proofs for this checkpoint: download it for that day',
  notInCheckpoint: 'it was not in the checkpoint as it stands here',
  otherThanInCheckpoint: 'at the time of the checkpoint it was another',
};

/** A finding in words, with the event it is about first. */
export function sentenceOf({ what, subject, epoch, seq, detail }: Finding): string {
  const event =
    seq === undefined ? '' : `, event ${seq}${epoch !== undefined && epoch > 1 ? ` (epoch ${epoch})` : ''}`;
  const place = subject === undefined ? '' : `${subject}${event}: `;
  return `${place}${SENTENCES[what]}${detail === undefined ? '' : ` (${detail})`}`;
}
