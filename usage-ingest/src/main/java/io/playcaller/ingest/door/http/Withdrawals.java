package io.playcaller.ingest.door.http;

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
 * enough for it.
 */
final class Withdrawals {

    private Withdrawals() {}

    /** The same items, but for withdrawals that the holder may not make. */
    static List<Item> allowed(KeyHolder holder, List<Item> items) {
        return holder.may(Scope.REGISTER)
                ? items
                : items.stream().map(Withdrawals::withoutWithdrawal).toList();
    }

    private static Item withoutWithdrawal(Item item) {
        return item.draft() instanceof Step.Kept<Draft> kept && kept.value().statement() instanceof Statement.Withdrawal
                ? Item.refused(item.index(), item.id(), item.raw(), refusal(kept.value()))
                : item;
    }

    private static Refusal refusal(Draft draft) {
        return Refusal.field(
                Refusal.WITHDRAWAL_SCOPE,
                draft.places().ofData(""),
                "sent with a key that has the scope register too, or to POST /v1/retractions with a token",
                "sent with a key for events");
    }
}
