package io.playcaller.ingest.register;

import io.playcaller.contracts.Money;
import io.playcaller.ingest.identity.MergedAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a merge of an account into another would do.
 *
 * @param leadsTo the account that would take what is accepted for it: the other, or the end of the chain that it is in
 * @param unchanged whether it is merged so already, and nothing would change
 * @param effects on each kind of thing
 */
public record MergePreview(String accountId, String into, String leadsTo, boolean unchanged, List<Effect> effects) {

    /** What becomes of things. */
    public enum Becomes {
        /** What is accepted from then on goes to the other account. */
        MOVES,
        /** It is not touched, and leads to the other account while the merge is in force. */
        LEADS,
        /** It is not touched. */
        STAYS,
        /** It is over with the merge. */
        ENDS
    }

    /**
     * What becomes of one kind of thing.
     *
     * @param count how many there are; null of what is counted elsewhere, or not at all
     * @param named the first of them, where they have names
     * @param arr of contracts that are open, by currency
     */
    public record Effect(
            String what, Becomes becomes, @Nullable Long count, List<String> named, List<Money> arr, String why) {

        private static Effect of(String what, Becomes becomes, @Nullable Long count, String why) {
            return new Effect(what, becomes, count, List.of(), List.of(), why);
        }
    }

    /** It is so already. */
    public static MergePreview unchanged(String accountId, String into, MergedAccounts inForce) {
        return new MergePreview(accountId, into, inForce.of(into), true, List.of());
    }

    /** @param inForce the merges before this one */
    public static MergePreview of(String accountId, String into, MergedAccounts inForce, AccountHoldings holdings) {
        String target = inForce.of(into);
        List<Effect> effects = new ArrayList<>();
        effects.add(Effect.of(
                "events",
                Becomes.MOVES,
                null,
                ("what is accepted for %s from then on goes to %s, in other replicas a few seconds later; what was"
                                + " accepted before stays")
                        .formatted(accountId, target)));
        effects.add(chained(accountId, target, inForce));
        effects.add(people(accountId, target, holdings.people()));
        effects.add(new Effect(
                "domains",
                Becomes.LEADS,
                holdings.claims(),
                holdings.domains(),
                List.of(),
                "who writes from them is of %s, and their events go to %s".formatted(accountId, target)));
        effects.add(contracts(accountId, target, holdings));
        onRecord(accountId, holdings, effects);
        elsewhere(accountId, effects);
        return new MergePreview(accountId, into, target, false, List.copyOf(effects));
    }

    private static Effect chained(String accountId, String target, MergedAccounts inForce) {
        List<String> before = inForce.into().entrySet().stream()
                .filter(merge -> merge.getValue().equals(accountId))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new Effect(
                "merged accounts",
                Becomes.MOVES,
                (long) before.size(),
                before.stream().limit(AccountHoldings.MOST_NAMED).toList(),
                List.of(),
                "are merged into %s: what is accepted for them goes to %s, too".formatted(accountId, target));
    }

    private static Effect people(String accountId, String target, AccountHoldings.People people) {
        return Effect.of(
                "people",
                Becomes.LEADS,
                people.all(),
                "are of %s as before; events that name no account go to %s for the %d who are there now; %d are of both"
                        .formatted(accountId, target, people.here(), people.ofTheOther()));
    }

    private static Effect contracts(String accountId, String target, AccountHoldings holdings) {
        return new Effect(
                "contracts",
                Becomes.STAYS,
                holdings.count("contract"),
                List.of(),
                holdings.amounts(),
                ("%d of them are open; their revenue stays with %s, and none moves to %s: to carry it over, end the"
                                + " contract and put a new one under the other account")
                        .formatted(holdings.openContracts(), accountId, target));
    }

    private static void onRecord(String accountId, AccountHoldings holdings, List<Effect> effects) {
        String why = "stay under %s, and can be changed there".formatted(accountId);
        effects.add(Effect.of("owners", Becomes.STAYS, holdings.count("owners"), why));
        effects.add(Effect.of("invoices", Becomes.STAYS, holdings.count("invoice"), why));
        effects.add(Effect.of("opportunities", Becomes.STAYS, holdings.count("opportunity"), why));
        effects.add(Effect.of("loss reviews", Becomes.STAYS, holdings.count("loss-review"), why));
        effects.add(Effect.of("references", Becomes.STAYS, holdings.count("references"), why));
    }

    /** What other services hold of it is not counted here. */
    private static void elsewhere(String accountId, List<Effect> effects) {
        effects.add(Effect.of(
                "score",
                Becomes.STAYS,
                null,
                "that of %s stays as it stood, its measures frozen; scores of the past do not change"
                        .formatted(accountId)));
        effects.add(Effect.of(
                "signals",
                Becomes.ENDS,
                null,
                "nothing opens for %s any more, and what is open is cleared".formatted(accountId)));
        effects.add(Effect.of(
                "tasks",
                Becomes.ENDS,
                null,
                "those that nobody accepted are withdrawn; of those that somebody accepted it is noted"));
        effects.add(Effect.of(
                "forecast",
                Becomes.STAYS,
                null,
                "contracts are forecast under %s, by its score as it stood".formatted(accountId)));
    }
}
