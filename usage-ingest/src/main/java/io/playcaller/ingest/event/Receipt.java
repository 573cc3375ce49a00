package io.playcaller.ingest.event;

import io.playcaller.ingest.catalogue.Exclusion;
import io.playcaller.ingest.event.Outcome.Accepted;
import io.playcaller.ingest.event.Outcome.Duplicate;
import io.playcaller.ingest.event.Outcome.Held;
import io.playcaller.ingest.event.Outcome.NotStored;
import io.playcaller.ingest.event.Outcome.Refused;
import io.playcaller.ingest.event.Outcome.Skipped;
import io.playcaller.ingest.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery, item by item.
 *
 * @param excluded those that were taken and are not the customer's use, by their place
 */
public record Receipt(List<Item> items, List<Outcome> outcomes, Map<Integer, Exclusion> excluded) {

    public Receipt {
        items = List.copyOf(items);
        outcomes = List.copyOf(outcomes);
        excluded = Map.copyOf(excluded);
        if (items.size() != outcomes.size()) {
            throw new IllegalArgumentException(items.size() + " items, " + outcomes.size() + " outcomes");
        }
    }

    /** Nothing of it was stored. */
    public static Receipt unstored(List<Item> items, String why) {
        return new Receipt(items, Collections.nCopies(items.size(), new NotStored(why)), Map.of());
    }

    /** One refused item. */
    public record RefusedItem(int index, @Nullable String id, Refusal refusal) {}

    public int accepted() {
        return count(Accepted.class);
    }

    public int held() {
        return count(Held.class);
    }

    public int duplicates() {
        return count(Duplicate.class);
    }

    public int skipped() {
        return count(Skipped.class);
    }

    public List<RefusedItem> refused() {
        List<RefusedItem> refused = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (outcomes.get(i) instanceof Refused no) {
                Item item = items.get(i);
                refused.add(new RefusedItem(item.index(), item.id(), no.refusal()));
            }
        }
        return List.copyOf(refused);
    }

    /** Why the sender must send the delivery again; empty when it need not. */
    public Optional<String> unstored() {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof NotStored no) {
                return Optional.of(no.why());
            }
        }
        return Optional.empty();
    }

    private int count(Class<? extends Outcome> kind) {
        int count = 0;
        for (Outcome outcome : outcomes) {
            count += kind.isInstance(outcome) ? 1 : 0;
        }
        return count;
    }
}
