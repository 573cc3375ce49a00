package io.playcaller.ingest.source.health;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Ways of sources, by local time in Berlin: it is an hour earlier in UTC from the end of March to the end of October. */
final class Rates {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Rates() {}

    static SourceLife.Rate steady(double anHour) {
        return time -> anHour;
    }

    /** So many in the 20 minutes after four in the morning, and nothing else. */
    static SourceLife.Rate nightly(double items) {
        return time -> {
            ZonedDateTime local = time.atZone(BERLIN);
            return local.getHour() == 4 && local.getMinute() < 20 ? items * 3 : 0;
        };
    }

    /** From eight to six, from Monday to Friday. */
    static SourceLife.Rate officeHours(double anHour) {
        return time -> {
            ZonedDateTime local = time.atZone(BERLIN);
            boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
            return !weekend && local.getHour() >= 8 && local.getHour() < 18 ? anHour : 0;
        };
    }

    /** Less and less, by a part each week. */
    static SourceLife.Rate declining(SourceLife.Rate rate, Instant from, double partAWeek) {
        return time -> {
            double weeks = Duration.between(from, time).toMinutes()
                    / (double) ChronoUnit.WEEKS.getDuration().toMinutes();
            return rate.at(time) * Math.pow(1 - partAWeek, weeks);
        };
    }

    static SourceLife.Rate part(double part, SourceLife.Rate rate) {
        return time -> part * rate.at(time);
    }
}
