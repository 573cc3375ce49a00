package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Classifies the postings of one account in one currency. */
final class AccountEntries {

    private final Map<String, Timeline> products;
    private final Timeline whole;
    private final Succession succession;
    private final List<LedgerEntry> entries = new ArrayList<>();

    private AccountEntries(Map<String, Timeline> products, Timeline whole, Succession succession) {
        this.products = products;
        this.whole = whole;
        this.succession = succession;
    }

    static List<LedgerEntry> of(List<Posting> postings, int gapDays, Succession succession) {
        Map<String, List<Posting>> byProduct = new TreeMap<>();
        postings.forEach(posting -> byProduct
                .computeIfAbsent(posting.product(), product -> new ArrayList<>())
                .add(posting));
        Map<String, Timeline> products = new TreeMap<>();
        byProduct.forEach((product, of) -> products.put(product, Timeline.of(of, gapDays)));
        AccountEntries account =
                new AccountEntries(products, Timeline.together(List.copyOf(products.values()), gapDays), succession);
        TreeSet<LocalDate> days = new TreeSet<>();
        products.values().forEach(timeline -> days.addAll(timeline.days()));
        days.forEach(account::day);
        return account.entries;
    }

    private void day(LocalDate day) {
        Standing customer = new Standing(whole.at(day) > 0, whole.hadBefore(day), whole.after(day) > 0);
        products.forEach((product, timeline) -> {
            List<Posting> postings = timeline.postingsOf(day);
            if (!postings.isEmpty()) {
                entry(timeline, postings, customer).ifPresent(entries::add);
            }
        });
    }

    /** What the account is on a day: in the morning, ever before, in the evening. */
    private record Standing(boolean before, boolean ever, boolean after) {}

    private Optional<LedgerEntry> entry(Timeline timeline, List<Posting> postings, Standing customer) {
        Posting first = postings.get(0);
        long before = timeline.at(first.on());
        long after = timeline.after(first.on());
        RenewalTiming timing = timing(postings);
        boolean renewed = (timing != null && before > 0 && after > 0)
                || postings.stream().anyMatch(posting -> posting.cause() == Cause.RENEWED);
        if (before == after && !renewed) {
            return Optional.empty();
        }
        long price = postings.stream()
                .filter(posting -> posting.cause() == Cause.PRICE)
                .mapToLong(Posting::minor)
                .sum();
        long uplift = customer.before() ? Math.max(0, Math.min(price, after - before)) : 0;
        return Optional.of(new LedgerEntry(
                first.accountId(),
                first.product(),
                first.on(),
                first.currency(),
                before,
                after,
                kind(before, after, uplift, customer),
                uplift,
                renewed,
                renewed ? timing : null,
                List.copyOf(postings)));
    }

    private static EntryKind kind(long before, long after, long uplift, Standing customer) {
        if (after < before) {
            if (after > 0) {
                return EntryKind.CONTRACTION;
            }
            return customer.after() ? EntryKind.CHURN_PARTIAL : EntryKind.CHURN_FINAL;
        }
        if (after == before) {
            return EntryKind.RENEWAL;
        }
        if (customer.before()) {
            return uplift == after - before ? EntryKind.UPLIFT : EntryKind.EXPANSION;
        }
        return customer.ever() ? EntryKind.REACTIVATION : EntryKind.NEW;
    }

    private @Nullable RenewalTiming timing(List<Posting> postings) {
        for (Posting ended : postings) {
            for (Posting started : postings) {
                if (ended.cause() == Cause.END && started.cause() == Cause.START) {
                    Optional<RenewalTiming> timing = succession.timing(ended.contractId(), started.contractId());
                    if (timing.isPresent()) {
                        return timing.get();
                    }
                }
            }
        }
        return null;
    }
}
