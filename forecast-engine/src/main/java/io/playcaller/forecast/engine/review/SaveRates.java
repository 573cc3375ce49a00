package io.playcaller.forecast.engine.review;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.estimate.ClusteredShare;
import io.playcaller.forecast.engine.estimate.Estimate;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.review.SaveRule.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much of what was at risk was saved, by reason. A contract at risk for two reasons counts with each, and once in the total. */
public final class SaveRates {

    /**
     * A contract that was at risk when its turn came.
     *
     * @param customer the account of the contract, or the one that it is merged into
     */
    public record Item(Turn turn, String customer, Fate fate, Set<Reason> reasons) {}

    /** How many, and their ARR before the turn in minor units. */
    public record Sum(int contracts, long arr) {
        Sum plus(long more) {
            return new Sum(contracts + 1, Math.addExact(arr, more));
        }
    }

    /**
     * The save rate of one reason in one currency.
     *
     * @param reason null for the total of all reasons
     * @param byCount saved contracts ÷ all that were at risk; the interval takes contracts of one customer together
     * @param byAmount the same of their ARR
     */
    public record SaveRate(
            @Nullable Reason reason, String currency, Map<Fate, Sum> sums, Estimate byCount, Estimate byAmount) {}

    private record Group(String code, @Nullable Reason reason, String currency) implements Comparable<Group> {

        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::code).thenComparing(Group::currency);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private SaveRates() {}

    /**
     * The contracts of which one of {@code turns}, those of a period, decided and was at risk, each by the last such turn: one that renews every
     * month is saved once, and lost when it then ends. In order of these turns.
     */
    public static List<Item> items(
            Collection<Turn> turns, Collection<RiskEpisode> episodes, AccountTree accounts, SaveRule rule) {
        RisksBefore risks = RisksBefore.of(episodes, accounts, rule);
        Map<String, Item> byContract = new HashMap<>();
        for (Turn turn : turns) {
            Set<Reason> reasons = risks.of(turn.accountId(), turn.on());
            if (turn.decides() && !reasons.isEmpty()) {
                Item item = new Item(turn, accounts.account(turn.accountId()), rule.of(turn), reasons);
                byContract.merge(turn.contractId(), item, SaveRates::later);
            }
        }
        return byContract.values().stream()
                .sorted(Comparator.comparing((Item item) -> item.turn().on())
                        .thenComparing(item -> item.turn().contractId()))
                .toList();
    }

    private static Item later(Item one, Item other) {
        return other.turn().on().isBefore(one.turn().on()) ? one : other;
    }

    /** The rates over {@code items}: the totals first, then by code of reason, each by currency. */
    public static List<SaveRate> of(Collection<Item> items) {
        Map<Group, List<Item>> groups = new TreeMap<>();
        for (Item item : items) {
            add(groups, null, item);
            item.reasons().forEach(reason -> add(groups, reason, item));
        }
        return groups.entrySet().stream()
                .map(entry -> rate(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void add(Map<Group, List<Item>> groups, @Nullable Reason reason, Item item) {
        Group group = new Group(
                reason == null ? "" : reason.code(), reason, item.turn().currency());
        groups.computeIfAbsent(group, none -> new ArrayList<>()).add(item);
    }

    private static SaveRate rate(Group group, List<Item> items) {
        Map<Fate, Sum> sums = new EnumMap<>(Fate.class);
        ClusteredShare byCount = new ClusteredShare();
        ClusteredShare byAmount = new ClusteredShare();
        for (Fate fate : Fate.values()) {
            sums.put(fate, new Sum(0, 0));
        }
        for (Item item : items) {
            long arr = item.turn().before();
            sums.computeIfPresent(item.fate(), (fate, sum) -> sum.plus(arr));
            boolean saved = item.fate() == Fate.SAVED;
            byCount.add(item.customer(), saved ? 1 : 0, 1);
            byAmount.add(item.customer(), saved ? (double) arr : 0, (double) arr);
        }
        return new SaveRate(
                group.reason(),
                group.currency(),
                sums,
                byCount.estimate().orElseThrow(),
                byAmount.estimate().orElseThrow());
    }
}
