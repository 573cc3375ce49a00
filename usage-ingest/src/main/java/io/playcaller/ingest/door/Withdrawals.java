package io.playcaller.ingest.door;

import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.Scope;
import java.util.List;

/**
 * A withdrawal takes the usage of all sources away: a key that may send events and nothing else, as those in pages, is not
 * enough for it, nor is the right to write to a topic.
 */
public final class Withdrawals {

    private Withdrawals() {}

    /** The same items, but for withdrawals that the holder may not make. */
    public static List<Item> allowed(KeyHolder holder, List<Item> items) {
        return holder.may(Scope.REGISTER)
                ? items
                : items.stream()
                        .map(item -> withoutWithdrawal(item, "sent with a key for events"))
                        .toList();
    }

    /** The same item, but for a withdrawal: who writes to a topic has no key. */
    public static Item keyless(Item item) {
        return withoutWithdrawal(item, "sent without a key");
    }

    private static Item withoutWithdrawal(Item item, String actual) {
        return item.draft() instanceof Step.Kept<Draft> kept && kept.value().statement() instanceof Statement.Withdrawal
                ? Item.refused(item.index(), item.id(), item.raw(), refusal(kept.value(), actual))
                : item;
    }

    private static Refusal refusal(Draft draft, String actual) {
        return Refusal.field(
                Refusal.WITHDRAWAL_SCOPE,
                draft.places().ofData(""),
                "sent with a key that has the scope register too, or to POST /v1/retractions with a token",
                actual);
    }
}
