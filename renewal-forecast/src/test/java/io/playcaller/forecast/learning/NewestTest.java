package io.playcaller.forecast.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.trial.Lesson;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void theLatestEndingsStayWhateverCameFirst() {
        Newest newest = new Newest(3);

        for (int day : List.of(5, 1, 9, 2, 8, 3, 7, 4, 6)) {
            newest.add(List.of(lesson(day)));
        }

        assertThat(newest.all().stream().map(lesson -> lesson.ending().on().getDayOfMonth()))
                .containsExactly(10, 9, 8);
    }

    @Test
    void withRoomForAllAllStay() {
        Newest newest = new Newest(10);

        newest.add(List.of(lesson(1), lesson(2)));

        assertThat(newest.all()).hasSize(2);
    }

    private static Lesson lesson(int day) {
        Ending ending = new Ending("acme", "c" + day, FIRST.minusYears(1), FIRST.plusDays(day), 1);
        return new Lesson(ending, 90, 100, false, List.of(), new Lesson.Said(0.9, 0.1, 0.1));
    }
}
