package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.ingest.catalogue.Exclusion;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.Environment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a door.
 *
 * @param environment {@code test} when a test key sent it: what is said of the items is what would have become of them, and
 *     nothing is stored or kept; null otherwise
 * @param accepted items that are stored
 * @param held items that wait until somebody says which account their person belongs to
 * @param duplicates items that had been stored before
 * @param skipped items that are not for Playcaller, as they say themselves
 * @param excluded items among the accepted and held ones that are not the customer's use: of own people and bots
 * @param refused items that cannot be used, each with why; they are kept in the dead letters
 * @param assigned the ids that were given to items without one
 * @param items what became of every item, where the caller wants to know
 */
public record DoorAnswer(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String environment,
        int accepted,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int held,
        int duplicates,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int skipped,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int excluded,
        List<RefusedItem> refused,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AssignedId> assigned,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AnsweredItem> items) {

    /** One refused item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefusedItem(int index, @Nullable String id, Problem problem) {}

    /** The id of an item that came without. */
    public record AssignedId(int index, String id) {}

    /**
     * What became of one item: {@code accepted}, {@code held}, {@code duplicate}, {@code skipped} or {@code refused}.
     *
     * @param excluded {@code staff}, {@code bot} or {@code impersonation} where it is stored and not the customer's use
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AnsweredItem(
            int index,
            @Nullable String id,
            String outcome,
            @Nullable Problem problem,
            @Nullable String excluded,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TreatedField> treated) {}

    /**
     * A property to which something was done before anything of its item was kept.
     *
     * @param field JSON pointer into the item; of a CloudEvent as in structured mode
     * @param treatment {@code dropped}, {@code masked} or {@code hashed}
     */
    public record TreatedField(String field, String treatment) {

        static List<TreatedField> of(Item item) {
            return item.raw().treated().stream()
                    .map(property -> new TreatedField(
                            property.field(), property.treatment().done()))
                    .toList();
        }
    }

    static DoorAnswer of(Environment environment, Receipt receipt, boolean everyItem) {
        return new DoorAnswer(
                environment == Environment.LIVE ? null : environment.word(),
                receipt.accepted(),
                receipt.held(),
                receipt.duplicates(),
                receipt.skipped(),
                receipt.excluded().size(),
                receipt.refused().stream()
                        .map(item -> new RefusedItem(item.index(), item.id(), Problems.of(item.refusal())))
                        .toList(),
                assigned(receipt.items()),
                everyItem ? items(receipt) : null);
    }

    private static List<AssignedId> assigned(List<Item> items) {
        List<AssignedId> assigned = new ArrayList<>();
        for (Item item : items) {
            if (item.idAssigned() && item.id() != null) {
                assigned.add(new AssignedId(item.index(), item.id()));
            }
        }
        return assigned;
    }

    private static List<AnsweredItem> items(Receipt receipt) {
        List<AnsweredItem> items = new ArrayList<>();
        for (Item item : receipt.items()) {
            Outcome outcome = receipt.outcomes().get(items.size());
            Problem problem = outcome instanceof Outcome.Refused no ? Problems.of(no.refusal()) : null;
            String excluded = word(receipt.excluded().get(items.size()));
            items.add(
                    new AnsweredItem(item.index(), item.id(), word(outcome), problem, excluded, TreatedField.of(item)));
        }
        return items;
    }

    private static @Nullable String word(@Nullable Exclusion excluded) {
        return excluded == null ? null : excluded.word();
    }

    /** What the answer calls it. */
    static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return "accepted";
        }
        if (outcome instanceof Outcome.Held) {
            return "held";
        }
        if (outcome instanceof Outcome.Duplicate) {
            return "duplicate";
        }
        if (outcome instanceof Outcome.Skipped) {
            return "skipped";
        }
        if (outcome instanceof Outcome.Refused) {
            return "refused";
        }
        throw new IllegalArgumentException("what is not stored is not answered for: " + outcome);
    }
}
