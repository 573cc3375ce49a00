package io.playcaller.ingest.register.app;

import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.register.Merge;
import io.playcaller.ingest.register.MergePreview;
import io.playcaller.ingest.register.Origin;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Merges of accounts, and their end. */
public interface AccountMerges {

    /** What a change came to. */
    sealed interface Result {

        /** So it is; also when it was so before. */
        record Done(AccountRecord account) implements Result {}

        /** So it would be, if it were not only asked. */
        record Foreseen(MergePreview preview) implements Result {}

        /** The register has no such account, or it is in no merge. */
        record Unknown(String what, String id) implements Result {}

        /** It contradicts the merges that are in force. */
        record Refused(Refusal refusal) implements Result {}
    }

    /**
     * From now on what is accepted for the account goes to the other. In one transaction: the merge, and the account's next
     * version with its outbox rows. Two who merge come one after the other. Replicas follow as {@code MergesInForce} says.
     */
    Uni<Result> merge(String accountId, String into, String reason, String by, Origin origin);

    /** From now on it goes to the account itself again. */
    Uni<Result> undo(String accountId, String by, Origin origin);

    /** Those that the account was ever in, the newest first. */
    Uni<List<Merge>> of(String accountId);
}
