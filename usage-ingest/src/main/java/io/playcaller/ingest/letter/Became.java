package io.playcaller.ingest.letter;

import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to.
 *
 * @param state the letter's state after it; waiting where nothing was decided, and it may be replayed again
 * @param reason the code of a new refusal; else null
 * @param detail why, for people; null where there is nothing to say
 */
public record Became(
        LetterState state,
        @Nullable String reason,
        @Nullable String detail) {

    /** Its record was written once more. */
    public static final Became REPUBLISHED = new Became(LetterState.REPUBLISHED, null, null);

    /** Nothing was decided. */
    public static Became undecided(String why) {
        return new Became(LetterState.WAITING, null, why);
    }

    /** From the receipt of a delivery with one item. */
    public static Became of(Receipt receipt) {
        Outcome outcome = receipt.outcomes().get(0);
        if (outcome instanceof Outcome.Accepted) {
            return new Became(LetterState.ACCEPTED, null, null);
        }
        if (outcome instanceof Outcome.Duplicate) {
            return new Became(LetterState.DUPLICATE, null, "it was counted before");
        }
        if (outcome instanceof Outcome.Refused refused) {
            Refusal refusal = refused.refusal();
            return new Became(LetterState.REFUSED, refusal.code(), refusal.detail());
        }
        if (outcome instanceof Outcome.NotStored not) {
            return undecided(not.why());
        }
        return new Became(
                LetterState.REFUSED,
                Refusal.SWITCHED_OFF,
                "it is not for us, as its sender or the mapping of its webhook says");
    }
}
