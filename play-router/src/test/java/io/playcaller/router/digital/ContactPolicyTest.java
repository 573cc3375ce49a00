package io.playcaller.router.digital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPolicyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final ContactPolicy POLICY = ContactPolicy.STANDARD;

    @Test
    void whoAllowsItIsWrittenToByDay() {
        assertThat(POLICY.judge(contact(List.of()), NOON))
                .isEqualTo(new Permission(true, "granted", "They may be written to.", null));
    }

    @ParameterizedTest
    @CsvSource({
        "true,true,acme,false,false,unsubscribed",
        "false,false,acme,false,false,no-consent",
        "true,false,,false,false,no-account",
        "true,false,acme,false,true,severe-ticket",
        "true,false,acme,true,false,human-play"
    })
    void whatNoTimeAloneChangesHasNoNextInstant(
            boolean may, boolean refused, String account, boolean human, boolean severe, String reason) {
        Permission permission =
                POLICY.judge(new Contact(may, refused, account, BERLIN, List.of(), human, severe), NOON);

        assertThat(permission.granted()).isFalse();
        assertThat(permission.reason()).isEqualTo(reason);
        assertThat(permission.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T16:59:59Z,",
        "2026-03-02T17:00:00Z,2026-03-03T07:00:00Z",
        "2026-03-03T06:59:59Z,2026-03-03T07:00:00Z",
        "2026-03-03T07:00:00Z,",
        // The clocks go forward in the night to the 29th.
        "2026-03-28T20:00:00Z,2026-03-29T06:00:00Z"
    })
    void theNightIsTheirs(Instant now, Instant next) {
        assertThat(POLICY.judge(contact(List.of()), now).next()).isEqualTo(next);
    }

    @Test
    void aThirdMessageWaitsUntilTheFirstIsSevenDaysOldAndTheDayHasBegun() {
        Instant first = Instant.parse("2026-02-25T16:59:00Z");
        List<Instant> written = List.of(Instant.parse("2026-02-27T10:00:00Z"), first);

        Permission permission = POLICY.judge(contact(written), NOON);

        assertThat(permission.reason()).isEqualTo("too-many");
        assertThat(permission.next()).isEqualTo(Instant.parse("2026-03-04T16:59:00Z"));
        assertThat(POLICY.judge(contact(written), permission.next()).granted()).isTrue();
        assertThat(POLICY.judge(contact(List.of(NOON, first.plusSeconds(3_600))), NOON)
                        .next())
                .as("an evening later")
                .isEqualTo(Instant.parse("2026-03-05T07:00:00Z"));
    }

    /** Whoever asks whenever, and writes whenever they may: never too often, never by night, and at the instant that was named. */
    @Property
    void nobodyIsWrittenToTooOftenOrByNight(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 2_000) Integer> minutes) {
        List<Instant> written = new ArrayList<>();
        Instant now = Instant.parse("2026-03-20T00:00:00Z");
        for (int wait : minutes) {
            now = now.plus(Duration.ofMinutes(wait));
            Permission permission = POLICY.judge(contact(newestFirst(written)), now);
            if (permission.granted()) {
                written.add(now);
            } else {
                assertThat(permission.next()).isAfter(now);
                assertThat(POLICY.judge(contact(newestFirst(written)), permission.next())
                                .granted())
                        .isTrue();
            }
        }

        for (Instant last : written) {
            assertThat(written.stream()
                            .filter(one -> !one.isAfter(last) && one.isAfter(last.minus(Duration.ofDays(7)))))
                    .hasSizeLessThanOrEqualTo(2);
            assertThat(last.atZone(BERLIN).toLocalTime())
                    .isAfterOrEqualTo(LocalTime.of(8, 0))
                    .isBefore(LocalTime.of(18, 0));
        }
    }

    private static List<Instant> newestFirst(List<Instant> written) {
        return written.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static Contact contact(List<Instant> written) {
        return new Contact(true, false, "acme", BERLIN, written, false, false);
    }
}
