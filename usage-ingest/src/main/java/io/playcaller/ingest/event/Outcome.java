package io.playcaller.ingest.event;

import io.playcaller.ingest.refusal.Refusal;

/** What became of one item. */
public sealed interface Outcome {

    /** Stored. */
    record Accepted() implements Outcome {}

    /** Waits in the holding area until somebody says which account its person belongs to; it will be stored then. */
    record Held() implements Outcome {}

    /** Was stored before. */
    record Duplicate() implements Outcome {}

    /** Cannot be used; kept in the dead letters. */
    record Refused(Refusal refusal) implements Outcome {}

    /** Is not for us, as its sender or the mapping of its webhook says; nothing of it is kept. */
    record Skipped() implements Outcome {}

    /** Not stored; the sender must send it again, which is safe. */
    record NotStored(String why) implements Outcome {}

    /** Of an item that ends here. */
    static Outcome of(Refusal refusal) {
        return switch (refusal.code()) {
            case Refusal.SWITCHED_OFF, Refusal.LEFT_OUT -> new Skipped();
            default -> new Refused(refusal);
        };
    }
}
