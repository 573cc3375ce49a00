package io.playcaller.forecast.engine.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** The meetings, and the days on which they are unless people met on another. Public holidays are not known here. */
public enum MeetingKind {
    /** The stand-up about risks and expansion, on Mondays. */
    WEEKLY("weekly") {
        @Override
        LocalDate begins(LocalDate day) {
            return day.minusDays(day.getDayOfWeek().getValue() - 1L);
        }

        @Override
        LocalDate of(LocalDate beginning) {
            return beginning;
        }
    },
    /** The revenue council, on the first working day of a month. */
    MONTHLY("monthly") {
        @Override
        LocalDate begins(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate of(LocalDate beginning) {
            return workingDay(beginning, 1);
        }
    },
    /** The review with the board's page, on the fifth working day of a quarter. */
    QUARTERLY("quarterly") {
        @Override
        LocalDate begins(LocalDate day) {
            return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
        }

        @Override
        LocalDate of(LocalDate beginning) {
            return workingDay(beginning, 5);
        }
    };

    private final String key;

    MeetingKind(String key) {
        this.key = key;
    }

    /** The word in paths. */
    public String key() {
        return key;
    }

    /** The kind of a word. */
    public static Optional<MeetingKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** The last regular day before {@code day}. */
    public LocalDate before(LocalDate day) {
        LocalDate beginning = begins(day);
        while (!of(beginning).isBefore(day)) {
            beginning = begins(beginning.minusDays(1));
        }
        return of(beginning);
    }

    /** The first day of the period that {@code day} lies in. */
    abstract LocalDate begins(LocalDate day);

    /** The regular day in the period that begins so. */
    abstract LocalDate of(LocalDate beginning);

    private static LocalDate workingDay(LocalDate first, int number) {
        LocalDate day = first;
        int left = number;
        while (true) {
            boolean works = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
            if (works && --left == 0) {
                return day;
            }
            day = day.plusDays(1);
        }
    }
}
