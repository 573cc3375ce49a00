package io.playcaller.cli.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({"90s,PT90S", "30m,PT30M", "4h,PT4H", "3d,PT72H", "2w,PT336H", "1d12h,PT36H"})
    void peopleWriteLengthsInTheirOwnWay(String text, Duration expected) {
        assertThat(Spans.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "d", "3 d", "-3d", "3d!", "0s"})
    void whatIsNoLengthIsRefused(String text) {
        assertThatThrownBy(() -> Spans.parse(text)).hasMessageContaining("is no length of time");
    }

    @Test
    void lengthsReadAsTheyAreWritten() {
        assertThat(Spans.words(Duration.ofHours(36))).isEqualTo("1d12h");
        assertThat(Spans.words(Duration.ZERO)).isEqualTo("0");
    }
}
