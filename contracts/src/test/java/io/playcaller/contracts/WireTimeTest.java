package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK is the oracle. */
class WireTimeTest {

    private static final String SIGNS = "0123456789-:.TtZz+ ";

    static Stream<String> timesThatTheJdkReads() {
        return Stream.of(
                "2026-03-01T09:00:00Z",
                "2026-03-01T09:00:00.1Z",
                "2026-03-01T09:00:00.000Z",
                "2026-03-01T09:00:00.123456789Z",
                "2026-03-01T09:00:00.000000001Z",
                "2026-03-01T09:00Z",
                "2026-03-01T09:00:00.Z",
                "2026-03-01t09:00:00z",
                "2026-03-01T09:00:00.5+02:30",
                "2024-02-29T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "9999-12-31T23:59:59.999999999Z",
                "+12026-03-01T09:00:00Z",
                "-0001-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("timesThatTheJdkReads")
    void aTimeIsReadAsTheJdkReadsIt(String text) {
        assertThat(WireTime.read(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01T09:00:00",
                "2026-03-01T09:00:00.1234567891Z",
                "2026-02-30T09:00:00Z",
                "2025-02-29T09:00:00Z",
                "2026-13-01T09:00:00Z",
                "2026-00-01T09:00:00Z",
                "2026-03-00T09:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:60:00Z",
                "2026-03-01T09:00:60Z",
                "2026-03-01 09:00:00Z",
                "2026-3-01T09:00:000Z",
                "２026-03-01T09:00:00Z"
            })
    void whatTheJdkRefusesIsRefused(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WireTime.read(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void whateverIsWrongInATimeIsWrongForBoth() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder("2026-03-01T09:00:00.123Z");
            for (int mistakes = random.nextInt(4); mistakes > 0; mistakes--) {
                mutate(text, random);
            }
            assertThat(outcome(() -> WireTime.read(text.toString())))
                    .as(text.toString())
                    .isEqualTo(outcome(() -> OffsetDateTime.parse(text).toInstant()));
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(at, sign);
            case 1 -> text.insert(at, sign);
            default -> text.deleteCharAt(at);
        }
    }

    private static String outcome(Supplier<Instant> reading) {
        try {
            return reading.get().toString();
        } catch (DateTimeException e) {
            return "refused";
        }
    }

    @Test
    void aTimeIsWrittenAsTheJdkWritesIt() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long second = random.nextLong(-70_000_000_000L, 260_000_000_000L);
            int nano = random.nextInt(1_000) * (random.nextBoolean() ? 1_000_000 : random.nextBoolean() ? 1_000 : 1);
            Instant time = Instant.ofEpochSecond(second, nano);
            assertThat(WireTime.write(time)).isEqualTo(time.toString());
        }
        assertThat(WireTime.write(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(WireTime.write(Instant.MAX)).isEqualTo(Instant.MAX.toString());
        assertThat(WireTime.write(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    }
}
