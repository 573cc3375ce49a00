package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.forecast.engine.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an entry stands in the ledger, whatever comes and goes before it. */
record EntryPlace(String accountId, String product, LocalDate on, String currency) implements Comparable<EntryPlace> {

    private static final Comparator<EntryPlace> ORDER = Comparator.comparing(EntryPlace::accountId)
            .thenComparing(EntryPlace::product)
            .thenComparing(EntryPlace::on)
            .thenComparing(EntryPlace::currency);

    private static final String SEPARATOR = " ";
    private static final int PARTS = 3;

    static EntryPlace of(LedgerEntry entry) {
        return new EntryPlace(entry.accountId(), entry.product(), entry.on(), entry.currency());
    }

    /**
     * What {@link #cursor} wrote.
     *
     * @throws IllegalArgumentException for what is no place
     * @throws java.time.DateTimeException for what is no day
     */
    static EntryPlace read(String value, String id) {
        String[] parts = value.split(SEPARATOR, -1);
        int length = parts.length == PARTS ? Integer.parseInt(parts[2]) : -1;
        if (length < 0 || length > id.length()) {
            throw new IllegalArgumentException("no place of an entry: " + value);
        }
        return new EntryPlace(id.substring(0, length), id.substring(length), LocalDate.parse(parts[0]), parts[1]);
    }

    /** A page of {@code all}, which are in order. */
    static Page<LedgerEntry> page(List<LedgerEntry> all, @Nullable EntryPlace after, int limit) {
        List<LedgerEntry> found = all.stream()
                .filter(entry -> after == null || after.compareTo(of(entry)) < 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, last -> of(last).cursor());
    }

    /** Ids of accounts and products may hold any character, so where the one ends is said by a number. */
    private Cursor cursor() {
        return new Cursor(on + SEPARATOR + currency + SEPARATOR + accountId.length(), accountId + product);
    }

    @Override
    public int compareTo(EntryPlace other) {
        return ORDER.compare(this, other);
    }
}
