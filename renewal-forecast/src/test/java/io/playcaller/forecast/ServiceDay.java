package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static org.awaitility.Awaitility.await;

import io.playcaller.testkit.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The business day of the service under test. It does not end while a test looks: in the last hour of a real day business time is an hour
 * ahead. Whoever goes on to a later day comes back from it.
 */
public final class ServiceDay {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LONGEST_RUN = Duration.ofHours(1);
    private static final String TODAY = "(playcaller_now() at time zone 'UTC')::date";
    private static final SettableClock CLOCK = SettableClock.of("forecast");
    private static final Duration AHEAD = ahead(Instant.now());

    private static boolean later;

    static {
        CLOCK.set(AHEAD);
    }

    private ServiceDay() {}

    /** Business time where no test went on. */
    public static Instant now() {
        return Instant.now().plus(AHEAD);
    }

    public static LocalDate today() {
        return day(now());
    }

    /** It is so many days later than {@link #today()}. */
    public static void goOn(long days) {
        later = true;
        CLOCK.set(AHEAD.plusDays(days));
    }

    /**
     * It is today again, and nothing is under way any more that began on a later day: it would say of the next test's later day that all is done.
     */
    public static void comeBack() throws SQLException {
        if (!later) {
            return;
        }
        CLOCK.set(AHEAD);
        execute("update forecast_day set day = '0001-01-01'");
        // Sweeps follow each other: when one of today has forecast all, none of a later day is left.
        await().atMost(LIMIT).until(() -> {
            execute("update forecast_day set day = '0001-01-01' where day > " + TODAY);
            return count("forecast_day where day = " + TODAY) == 1;
        });
        execute("delete from memory_day where day > " + TODAY);
        later = false;
    }

    private static Duration ahead(Instant now) {
        return day(now.plus(LONGEST_RUN)).equals(day(now)) ? Duration.ZERO : LONGEST_RUN;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
