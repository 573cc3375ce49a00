package io.playcaller.router.staff;

import io.playcaller.router.staff.TierCoverage.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who serves how many accounts, worked out from counts. */
public record Books(Directory directory, RoleChains chains, Coverage coverage, Instant now) {

    /**
     * Accounts under contract.
     *
     * @param staffId who has them in the role that serves their tier; null for nobody
     */
    public record Count(String tier, @Nullable String staffId, int accounts) {}

    /** Those of people by staff id, then those of pools, then what nobody has. */
    public List<Book> of(List<Count> counts) {
        Map<String, Map<String, Integer>> named = new TreeMap<>();
        Map<String, Integer> shared = new TreeMap<>();
        Map<String, Integer> nobodys = new TreeMap<>();
        for (Count count : counts) {
            TierCoverage tier = coverage.tiers().get(count.tier());
            if (tier == null) {
                continue;
            }
            if (tier.kind() != Kind.NAMED) {
                shared.merge(count.tier(), count.accounts(), Integer::sum);
            } else if (count.staffId() == null || !isHere(count.staffId())) {
                nobodys.merge(count.tier(), count.accounts(), Integer::sum);
            } else {
                named.computeIfAbsent(count.staffId(), first -> new TreeMap<>())
                        .merge(count.tier(), count.accounts(), Integer::sum);
            }
        }
        List<Book> books = new ArrayList<>();
        named.forEach((staffId, accounts) -> books.add(Book.of("person/" + staffId, staffId, accounts, 1, coverage)));
        shared.forEach((tier, accounts) ->
                books.add(Book.of("pool/" + tier, null, Map.of(tier, accounts), peopleOf(tier), coverage)));
        nobodys.forEach(
                (tier, accounts) -> books.add(Book.of("nobody/" + tier, null, Map.of(tier, accounts), 0, coverage)));
        return books;
    }

    private boolean isHere(String staffId) {
        return directory.person(staffId).filter(person -> !person.hasLeft(now)).isPresent();
    }

    private int peopleOf(String tier) {
        return coverage.tier(tier)
                .map(TierCoverage::servedBy)
                .map(role -> directory.serving(role, chains).stream()
                        .filter(person -> !person.hasLeft(now))
                        .count())
                .orElse(0L)
                .intValue();
    }
}
