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
 * Who may take back what was told. A key that may send events and nothing else stands in pages: whoever reads it there must not
 * unsay what others said. A withdrawal takes the usage of all sources away, so that the right to write to a topic is not enough
 * for it either.
 */
public final class CorrectionRights {

    private CorrectionRights() {}

    /** The same items, but for corrections that the holder may not make. */
    public static List<Item> allowed(KeyHolder holder, List<Item> items) {
        return holder.may(Scope.REGISTER)
                ? items
                : items.stream()
                        .map(item -> without(Statement.Correction.class, item, "sent with a key for events"))
                        .toList();
    }

    /** The same item, but for a withdrawal: who writes to a topic has no key. */
    public static Item keyless(Item item) {
        return without(Statement.Withdrawal.class, item, "sent without a key");
    }

    private static Item without(Class<? extends Statement.Correction> refused, Item item, String actual) {
        return item.draft() instanceof Step.Kept<Draft> kept
                        && refused.isInstance(kept.value().statement())
                ? Item.refused(item.index(), item.id(), item.raw(), refusal(kept.value(), actual))
                : item;
    }

    private static Refusal refusal(Draft draft, String actual) {
        return Refusal.field(
                Refusal.CORRECTION_SCOPE,
                draft.places().ofData(""),
                "sent with a key that has the scope register too, or to POST /v1/retractions with a token",
                actual);
    }
}
