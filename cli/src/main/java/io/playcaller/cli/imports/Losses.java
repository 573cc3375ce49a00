package io.playcaller.cli.imports;

import io.playcaller.mapping.RowFault;
import io.playcaller.mapping.Section;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which loss explains the end of which contract: of one account, the nearest in time first, each loss for one contract
 * and each contract by one loss.
 */
final class Losses {

    private final Map<String, List<Loss>> byAccount = new HashMap<>();
    private final Map<String, List<Ended>> endedByAccount = new HashMap<>();
    private final Map<String, Loss> byContract = new HashMap<>();
    private final Map<Loss, String> taken = new HashMap<>();

    /**
     * @param section whose row it is
     * @param reason code; null when nobody said
     */
    record Loss(
            Section section,
            String id,
            String account,
            LocalDate on,
            @Nullable String reason) {}

    private record Ended(String contract, LocalDate on) {}

    private record Pair(Loss loss, Ended ended, long days) {}

    void add(Loss loss) {
        byAccount.computeIfAbsent(loss.account(), key -> new ArrayList<>()).add(loss);
    }

    void ended(String account, String contract, LocalDate on) {
        endedByAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(new Ended(contract, on));
    }

    /** Call once, when all are known. */
    void match() {
        byAccount.forEach((account, losses) -> {
            List<Pair> pairs = new ArrayList<>();
            for (Loss loss : losses) {
                for (Ended ended : endedByAccount.getOrDefault(account, List.of())) {
                    long days = Math.abs(ChronoUnit.DAYS.between(loss.on(), ended.on()));
                    if (days <= loss.section().withinDays()) {
                        pairs.add(new Pair(loss, ended, days));
                    }
                }
            }
            pairs.sort(Comparator.comparingLong(Pair::days)
                    .thenComparing(pair -> pair.loss().id())
                    .thenComparing(pair -> pair.ended().contract()));
            take(pairs);
        });
    }

    private void take(List<Pair> pairs) {
        Set<Loss> used = new HashSet<>();
        for (Pair pair : pairs) {
            if (!byContract.containsKey(pair.ended().contract()) && used.add(pair.loss())) {
                byContract.put(pair.ended().contract(), pair.loss());
                taken.put(pair.loss(), pair.ended().contract());
            }
        }
    }

    Optional<Loss> ofContract(String contract) {
        return Optional.ofNullable(byContract.get(contract));
    }

    /** The contract that a loss explains; it must explain one. */
    String contractOf(Loss loss) {
        return Objects.requireNonNull(taken.get(loss), "the loss explains nothing");
    }

    /** Why a loss explains nothing; empty when it does. */
    Optional<RowFault> fault(Loss loss) {
        if (taken.containsKey(loss)) {
            return Optional.empty();
        }
        boolean any = endedByAccount.containsKey(loss.account());
        return Optional.of(
                any
                        ? RowFault.ofRow(
                                "loss.unmatched",
                                "no contract of %s ended within %d days of %s that another loss does not explain"
                                        .formatted(
                                                loss.account(), loss.section().withinDays(), loss.on()))
                        : RowFault.ofRow(
                                "loss.nothing-ended", "no contract of %s ended at all".formatted(loss.account())));
    }
}
