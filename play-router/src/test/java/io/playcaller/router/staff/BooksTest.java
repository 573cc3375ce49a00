package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import io.playcaller.router.staff.Book.Fill;
import io.playcaller.router.staff.Books.Count;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Books books = new Books(
            new Directory(List.of(
                    Somebody.called("ana").role("csm").build(),
                    Somebody.called("gone").role("csm").leavesAt(NOW).build(),
                    Somebody.called("kim").pools("csm").build(),
                    Somebody.called("lou").pools("csm").build())),
            TestRules.read().roles(),
            Team.shipped(),
            NOW);

    @Test
    void aBookOfTwoTiersIsAsFullAsItsPartsTogether() {
        Book book = only(books.of(List.of(new Count("enterprise", "ana", 9), new Count("mid-market", "ana", 15))));

        assertThat(book.percent()).as("9 of 15 and 15 of 50").isEqualTo(90);
        assertThat(book.fill()).isEqualTo(Fill.NEAR);
        assertThat(book.isTooMuch()).isFalse();
    }

    @Test
    void oneAccountMoreThanTheBandHoldsIsAboveIt() {
        assertThat(only(books.of(List.of(new Count("enterprise", "ana", 15)))).fill())
                .isEqualTo(Fill.NEAR);
        assertThat(only(books.of(List.of(new Count("enterprise", "ana", 16)))).fill())
                .isEqualTo(Fill.ABOVE);
        assertThat(only(books.of(List.of(new Count("enterprise", "ana", 4)))).fill())
                .isEqualTo(Fill.BELOW);
    }

    @Test
    void aPoolSharesItsAccountsWhoeverIsNamed() {
        Book book = only(books.of(List.of(new Count("pooled", null, 200), new Count("pooled", "ana", 10))));

        assertThat(book.key()).isEqualTo("pool/pooled");
        assertThat(book.people()).isEqualTo(2);
        assertThat(book.percent()).as("105 each of 150").isEqualTo(70);
        assertThat(book.fill()).isEqualTo(Fill.WITHIN);
    }

    @Test
    void accountsOfNobodyAndOfSomebodyWhoLeftStandTogether() {
        Book book = only(books.of(List.of(new Count("enterprise", null, 2), new Count("enterprise", "gone", 1))));

        assertThat(book.key()).isEqualTo("nobody/enterprise");
        assertThat(book.accounts()).containsEntry("enterprise", 3);
        assertThat(book.isTooMuch()).isTrue();
    }

    private static Book only(List<Book> books) {
        assertThat(books).hasSize(1);
        return books.get(0);
    }
}
