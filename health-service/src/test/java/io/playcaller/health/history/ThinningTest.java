package io.playcaller.health.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTest {

    private static final Instant MORNING = Instant.parse("2026-01-10T08:00:00Z");

    @Test
    void ofADayWithoutAChangeOfAPointTheFirstAndTheLastStay() {
        List<Said> day = List.of(at(1, 0, 70_000), at(2, 1, 70_400), at(3, 2, 69_900), at(4, 3, 70_100));

        assertThat(Thinning.superfluous(null, day)).containsExactly(2L, 3L);
    }

    @Test
    void smallChangesThatAddUpToAPointStayOnceTheyDo() {
        List<Said> day =
                List.of(at(1, 0, 70_000), at(2, 1, 70_600), at(3, 2, 71_000), at(4, 3, 71_100), at(5, 4, 71_200));

        assertThat(Thinning.superfluous(null, day)).containsExactly(2L, 4L);
    }

    @Test
    void aChangeOfGradeStays() {
        List<Said> day = List.of(at(1, 0, 80_100), at(2, 1, 79_900), at(3, 2, 79_800), at(4, 3, 79_700));

        assertThat(Thinning.superfluous(null, day)).containsExactly(3L);
    }

    @Test
    void theLastOfEachDayStays() {
        List<Said> days = List.of(at(1, 0, 70_000), at(2, 1, 70_001), at(3, 23, 70_002), at(4, 24, 70_003));

        assertThat(Thinning.superfluous(at(0, -24, 70_000), days)).containsExactly(1L, 2L);
    }

    @Test
    void whatSpeaksOfAnEarlierTimeStays() {
        Instant early = MORNING.minus(Duration.ofDays(3));
        Said late = new Said(2, early, MORNING.plusSeconds(60), 70_001, Grade.B);
        List<Said> day = List.of(at(1, 0, 70_000), late, at(3, 1, 70_002), at(4, 2, 70_003));

        assertThat(Thinning.superfluous(null, day)).containsExactly(3L);
    }

    /** The promise to whoever asks for the past, at every pair of times that could tell the two apart. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyAnswerStaysWithinAPointAndKeepsItsGrade(int seed) {
        List<Said> whole = history(new Random(seed));

        List<Said> thin = without(whole, Thinning.superfluous(null, whole));

        assertThat(thin).hasSizeLessThan(whole.size());
        List<Instant> times = Stream.concat(
                        whole.stream().map(Said::validFrom), whole.stream().map(Said::knownAt))
                .toList();
        for (Instant asOf : times) {
            for (Instant knownAt : times) {
                Optional<Said> before = answer(whole, asOf, knownAt);
                Optional<Said> after = answer(thin, asOf, knownAt);
                assertThat(after.map(Said::grade)).isEqualTo(before.map(Said::grade));
                before.ifPresent(said -> assertThat(
                                Math.abs(said.score() - after.orElseThrow().score()))
                        .isLessThan(Thinning.POINT));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatIsThinStaysAsItIsAndDaysMayBeThinnedOneByOne(int seed) {
        List<Said> whole = history(new Random(seed));
        List<Said> thin = without(whole, Thinning.superfluous(null, whole));

        List<Said> byDay = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            Instant from = Instant.parse("2026-01-10T00:00:00Z").plus(Duration.ofDays(day));
            List<Said> ofDay = whole.stream()
                    .filter(said ->
                            !said.knownAt().isBefore(from) && said.knownAt().isBefore(from.plus(Duration.ofDays(1))))
                    .toList();
            byDay.addAll(without(ofDay, Thinning.superfluous(last(byDay), ofDay)));
        }

        assertThat(Thinning.superfluous(null, thin)).isEmpty();
        assertThat(byDay).isEqualTo(thin);
    }

    private static @Nullable Said last(List<Said> said) {
        return said.isEmpty() ? null : said.get(said.size() - 1);
    }

    private static Optional<Said> answer(List<Said> history, Instant asOf, Instant knownAt) {
        return history.stream()
                .filter(said ->
                        !said.validFrom().isAfter(asOf) && !said.knownAt().isAfter(knownAt))
                .max(Comparator.comparingLong(Said::rev));
    }

    private static List<Said> without(List<Said> said, List<Long> gone) {
        Set<Long> revisions = new HashSet<>(gone);
        return said.stream().filter(one -> !revisions.contains(one.rev())).toList();
    }

    /** Four days of small moves and a few large ones; every seventh fact comes late. */
    private static List<Said> history(Random random) {
        List<Said> history = new ArrayList<>();
        long score = 70_000;
        for (int i = 0; i < 80; i++) {
            Instant known = Instant.parse("2026-01-10T00:00:00Z").plus(Duration.ofMinutes(70L * i));
            Instant valid = i % 7 == 3 ? known.minus(Duration.ofHours(random.nextInt(40))) : known.plusSeconds(3);
            score += random.nextInt(10) == 0 ? random.nextInt(9_000) - 4_500 : random.nextInt(400) - 200;
            score = Math.max(0, Math.min(100_000, score));
            history.add(new Said(i + 1, valid, known, score, gradeOf(score)));
        }
        return history;
    }

    private static Said at(long rev, int hour, long score) {
        Instant at = MORNING.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(hour));
        return new Said(rev, at, at, score, gradeOf(score));
    }

    private static Grade gradeOf(long score) {
        return score >= 80_000 ? Grade.A : score >= 65_000 ? Grade.B : score >= 50_000 ? Grade.C : Grade.D;
    }
}
