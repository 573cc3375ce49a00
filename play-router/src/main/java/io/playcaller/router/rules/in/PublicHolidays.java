package io.playcaller.router.rules.in;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.playcaller.router.calendar.HolidayRegion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of countries and states as Jollyday knows them; not those that only banks keep, nor days that are only
 * observed. A region is worked out when it is first asked for.
 */
final class PublicHolidays {

    /** Before it there are none. */
    static final int FIRST_YEAR = 2024;

    /** After it there are none. */
    static final int LAST_YEAR = 2045;

    /** Of the library; with another one other days may be off. */
    static final String VERSION = version();

    private static final Map<String, Optional<HolidayRegion>> REGIONS = new ConcurrentHashMap<>();

    /** The base of the bundles, which is English; a locale without a bundle would fall back to that of the machine. */
    private static final Locale ENGLISH = Locale.ROOT;

    private PublicHolidays() {}

    /** Whether it knows holidays of the country of {@code id}. */
    static boolean hasCountryOf(String id) {
        String country = id.split("-", 2)[0];
        return country.equals(country.toLowerCase(Locale.ROOT))
                && HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT));
    }

    /**
     * Empty when there is no such country or state.
     *
     * @param id as in {@link HolidayRegion}
     */
    static Optional<HolidayRegion> of(String id) {
        return REGIONS.computeIfAbsent(id, PublicHolidays::read);
    }

    private static Optional<HolidayRegion> read(String id) {
        if (!hasCountryOf(id)) {
            return Optional.empty();
        }
        List<String> parts = List.of(id.split("-", -1));
        HolidayManager manager = manager(parts.get(0));
        List<String> states = parts.subList(1, parts.size());
        return isPart(manager.getCalendarHierarchy(), states)
                ? Optional.of(new HolidayRegion(id, days(manager, states)))
                : Optional.empty();
    }

    /** The library finds its files and its parser by the class loader of the thread, which may be any. */
    private static HolidayManager manager(String country) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
        try {
            return HolidayManager.getInstance(ManagerParameters.create(country));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The library takes a state that it does not know for the whole country. */
    private static boolean isPart(CalendarHierarchy country, List<String> states) {
        @Nullable CalendarHierarchy at = country;
        for (String state : states) {
            at = at == null ? null : at.getChildren().get(state);
        }
        return at != null;
    }

    private static Map<LocalDate, String> days(HolidayManager manager, List<String> states) {
        List<Holiday> holidays = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year ->
                        manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, states.toArray(String[]::new)))
                .flatMap(year -> year.stream())
                .sorted(Comparator.comparing(Holiday::getActualDate).thenComparing(PublicHolidays::name))
                .toList();
        Map<LocalDate, String> days = new TreeMap<>();
        holidays.forEach(holiday -> days.merge(holiday.getActualDate(), name(holiday), PublicHolidays::both));
        holidays.forEach(holiday -> days.putIfAbsent(holiday.getDate(), name(holiday) + " (observed)"));
        return days;
    }

    private static String name(Holiday holiday) {
        return holiday.getDescription(ENGLISH);
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + ", " + other;
    }

    private static String version() {
        Properties properties = new Properties();
        String file = "/META-INF/maven/de.focus-shift/jollyday-core/pom.properties";
        try (InputStream in = Objects.requireNonNull(HolidayManager.class.getResourceAsStream(file), file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), file);
    }
}
