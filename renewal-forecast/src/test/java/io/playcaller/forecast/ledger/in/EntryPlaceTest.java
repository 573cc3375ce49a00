package io.playcaller.forecast.ledger.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.engine.ledger.EntryKind;
import io.playcaller.forecast.engine.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryPlaceTest {

    private static final LedgerEntry FIRST = entry("acme", "core", "EUR");
    private static final LedgerEntry SECOND = entry("acme", "plus\n1", "EUR");
    private static final LedgerEntry THIRD = entry("acme", "plus\n1", "USD");
    private static final LedgerEntry FOURTH = entry("bolt", "core", "EUR");

    @Test
    void aPageGoesOnAfterTheLastEntryThoughOneBeforeItIsGone() {
        Page<LedgerEntry> page = EntryPlace.page(List.of(FIRST, SECOND, THIRD, FOURTH), null, 2);
        EntryPlace after = Cursor.read(page.next(), EntryPlace::read);

        assertThat(page.items()).containsExactly(FIRST, SECOND);
        assertThat(EntryPlace.page(List.of(SECOND, THIRD, FOURTH), after, 2))
                .isEqualTo(Page.whole(List.of(THIRD, FOURTH)));
        assertThat(EntryPlace.page(List.of(THIRD, FOURTH), after, 2)).isEqualTo(Page.whole(List.of(THIRD, FOURTH)));
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        for (Cursor cursor : List.of(
                new Cursor("200", ""),
                new Cursor("2026-01-01 EUR 9", "acmecore"),
                new Cursor("2026-01-01 EUR -1", "acmecore"),
                new Cursor("yesterday EUR 4", "acmecore"))) {
            assertThatThrownBy(() -> Cursor.read(cursor.text(), EntryPlace::read))
                    .isInstanceOf(ProblemException.class);
        }
    }

    private static LedgerEntry entry(String account, String product, String currency) {
        LocalDate on = LocalDate.of(2026, 1, 1);
        return new LedgerEntry(account, product, on, currency, 0, 100, EntryKind.NEW, 0, false, null, List.of());
    }
}
