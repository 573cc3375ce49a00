package io.playcaller.ingest.bulk;

import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.register.Change;

/** What became of a row; of a rehearsed one, what would. */
public sealed interface RowOutcome {

    /** Its record was not there before. */
    record Created() implements RowOutcome {}

    /** Its record is another version now. */
    record Changed() implements RowOutcome {}

    /** Exactly this was stored already. */
    record Unchanged() implements RowOutcome {}

    /** The writer has seen another version than the stored one; only answered, as nothing is wrong with the row. */
    record Outdated(long stored, long seen) implements RowOutcome {}

    /** The mapping does not take it; nothing of it is kept. */
    record LeftOut() implements RowOutcome {}

    /** Cannot be used; kept in the dead letters. */
    record Refused(Refusal refusal) implements RowOutcome {}

    /** Of a row that ends here. */
    static RowOutcome of(Refusal refusal) {
        return refusal.code().equals(Refusal.LEFT_OUT) ? new LeftOut() : new Refused(refusal);
    }

    /** @param what the word for the record in a refusal */
    static RowOutcome of(Change change, String what) {
        if (change instanceof Change.Next next) {
            return stored(next.entry().version());
        }
        if (change instanceof Change.Outdated outdated) {
            return new Outdated(outdated.stored(), outdated.seen());
        }
        return change instanceof Change.Refused no ? new Refused(no.refusal(what)) : new Unchanged();
    }

    /** Of what became that version. */
    static RowOutcome stored(long version) {
        return version == 1 ? new Created() : new Changed();
    }
}
