package io.playcaller.ingest.person;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.contracts.register.SaidIn;

/**
 * What a person wrote, as it is kept and put on {@code people}. One per event: the same event makes the same again.
 *
 * @param envelope of its record on the topic
 * @param factId of the fact that it was said with; unique within its source
 */
public record Said(PersonSaid text, Envelope envelope, String factId) {

    private static final long ONLY_VERSION = 1;

    /**
     * @param fact the envelope of the fact that was said with it
     * @param in where
     * @param ref of the ticket, or of the survey's answer
     */
    public static Said with(Envelope fact, String accountId, String personId, SaidIn in, String ref, FreeText text) {
        String textId = Ids.derived("text", fact.source(), fact.id(), personId).toString();
        PersonSaid said = new PersonSaid(
                textId,
                personId,
                accountId,
                in,
                ref,
                fact.source(),
                fact.time(),
                text.subject(),
                text.body(),
                text.comment(),
                text.cut());
        return new Said(
                said,
                new Envelope(
                        textId, fact.source(), fact.time(), accountId, fact.origin(), fact.receivedAt(), ONLY_VERSION),
                fact.id());
    }

    /** Its key on the topic. */
    public String key() {
        return PersonSaid.key(text.personId(), text.textId());
    }
}
