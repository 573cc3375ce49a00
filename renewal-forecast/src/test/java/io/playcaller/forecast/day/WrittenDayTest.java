package io.playcaller.forecast.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

    @Test
    void aDayHasAYearOfFourDigits() {
        assertThat(WrittenDay.read("2026-03-01")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(WrittenDay.is(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(WrittenDay.is(LocalDate.MAX)).isFalse();
        assertThat(WrittenDay.is(LocalDate.MIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "2026-3-1", "2026-02-30", "", "+12026-1-1"})
    void anythingElseIsNone(String text) {
        assertThatThrownBy(() -> WrittenDay.read(text)).isInstanceOf(DateTimeException.class);
    }
}
