package io.playcaller.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private record Place(LocalDate day, String id) {

        Cursor cursor() {
            return new Cursor(day.toString(), id);
        }

        static Place of(String value, String id) {
            return new Place(LocalDate.parse(value), id);
        }
    }

    private static final Place FIRST = new Place(LocalDate.parse("2026-03-01"), "a\nb");
    private static final Place SECOND = new Place(LocalDate.parse("2026-03-02"), "");

    @Test
    void oneMoreThanTheLimitIsNotShownAndLeadsOn() {
        Page<Place> page = Page.of(List.of(FIRST, SECOND), 1, Place::cursor);

        assertThat(page.items()).containsExactly(FIRST);
        assertThat(Cursor.read(page.next(), Place::of)).isEqualTo(FIRST);
        assertThat(page.map(Place::id)).isEqualTo(new Page<>(List.of("a\nb"), page.next()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "12345678901234567890123456789012345678901", "much"})
    void aNumberThatNoListHasIsNoCursor(String value) {
        String text = new Cursor(value, "id").text();

        assertThatThrownBy(() -> Cursor.read(text, (number, id) -> Cursor.number(number)))
                .isInstanceOf(ProblemException.class);
        BigDecimal listed = Cursor.read(new Cursor("12.50", "id").text(), (number, id) -> Cursor.number(number));
        assertThat(listed).isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void theLastPageLeadsNowhere() {
        assertThat(Page.of(List.of(FIRST, SECOND), 2, Place::cursor)).isEqualTo(Page.whole(List.of(FIRST, SECOND)));
        assertThat(Page.whole(List.of()).next()).isNull();
    }

    @Test
    void withoutACursorItIsTheFirstPage() {
        assertThat(Cursor.read(null, Place::of)).isNull();
        assertThat(Cursor.read("", Place::of)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AAAA", "bm8gZGF5Cng", "MjAyNi0wMy0wMQoA"})
    void whatIsNoCursorOfTheListIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.read(text, Place::of)).isInstanceOfSatisfying(ProblemException.class, no -> {
            assertThat(no.problem().field()).isEqualTo("cursor");
            assertThat(no.problem().actual()).isEqualTo(text);
        });
    }
}
