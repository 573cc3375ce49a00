package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.sla.SlaTargets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that several files write in the same way. */
final class Reading {

    private static final Map<String, Clock> TARGETS = new LinkedHashMap<>();

    private static final String NONE = "none";

    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d");

    static {
        TARGETS.put("accept", Clock.ACCEPT);
        TARGETS.put("first-touch", Clock.FIRST_TOUCH);
        TARGETS.put("update", Clock.UPDATE);
        TARGETS.put("complete", Clock.COMPLETE);
    }

    private static final Map<String, SignalKind> KINDS = Map.of(
            "risk", SignalKind.RISK,
            "expansion", SignalKind.EXPANSION,
            "lifecycle", SignalKind.LIFECYCLE,
            "forecast", SignalKind.FORECAST,
            "advocacy", SignalKind.ADVOCACY,
            "data-quality", SignalKind.DATA_QUALITY);

    private Reading() {}

    /** The targets written in {@code map}; a clock that is not written, or {@code none}, does not run. */
    static SlaTargets targets(YamlMap map) {
        Map<Clock, BusinessTime> targets = new EnumMap<>(Clock.class);
        TARGETS.forEach((key, clock) -> businessTime(map, key).ifPresent(amount -> targets.put(clock, amount)));
        return new SlaTargets(targets);
    }

    /** A clock as targets call it. */
    static Optional<Clock> clock(YamlMap map, String key, String word) {
        known(map, key, word, TARGETS.keySet(), "clock");
        return Optional.ofNullable(TARGETS.get(word));
    }

    /** The clocks that {@code map} says do not run. */
    static Set<Clock> off(YamlMap map) {
        Set<Clock> off = EnumSet.noneOf(Clock.class);
        TARGETS.forEach(
                (key, clock) -> map.optionalText(key).filter(NONE::equals).ifPresent(none -> off.add(clock)));
        return off;
    }

    static Optional<BusinessTime> businessTime(YamlMap map, String key) {
        Optional<String> written = map.optionalText(key).filter(text -> !text.equals(NONE));
        Optional<BusinessTime> amount = written.flatMap(BusinessTime::parse);
        if (written.isPresent() && amount.isEmpty()) {
            String wrong = written.get().startsWith("-") ? "is negative" : "is no business time";
            map.problem(key, wrong + ": " + written.get(), "write " + BusinessTime.GRAMMAR + ", or none");
        }
        return amount;
    }

    /** Whether {@code key} is written as days of the calendar, such as {@code 90d}. */
    static boolean isDays(YamlMap map, String key) {
        return map.optionalText(key)
                .filter(text -> DAYS.matcher(text).matches())
                .isPresent();
    }

    /** Days of the calendar, such as {@code 90d}. */
    static Optional<Integer> days(YamlMap map, String key) {
        Optional<String> written = map.optionalText(key);
        Optional<Integer> days = written.map(DAYS::matcher)
                .filter(Matcher::matches)
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(number -> number > 0);
        if (written.isPresent() && days.isEmpty()) {
            map.problem(key, "is no number of days: " + written.get(), "write 90d");
        }
        return days;
    }

    static Set<String> words(YamlMap map, String key) {
        return map.has(key) ? Set.copyOf(map.texts(key)) : Set.of();
    }

    static Set<Reason> reasons(YamlMap map, String key) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (String code : map.has(key) ? map.texts(key) : Set.<String>of()) {
            Optional<Reason> reason = Reason.ofCode(code).filter(known -> known != Reason.UNKNOWN);
            reason.ifPresent(reasons::add);
            if (reason.isEmpty()) {
                map.problem(key, "there is no reason " + code, "docs/reasons.md lists them");
            }
        }
        return reasons;
    }

    static Set<SignalKind> kinds(YamlMap map, String key) {
        Set<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
        for (String word : map.has(key) ? map.texts(key) : Set.<String>of()) {
            known(map, key, word, KINDS.keySet(), "kind of signal");
            Optional.ofNullable(KINDS.get(word)).ifPresent(kinds::add);
        }
        return kinds;
    }

    /** Reports a word that is none of {@code known}. */
    static String known(YamlMap map, String key, String word, Collection<String> known, String what) {
        if (!word.isEmpty() && !known.contains(word)) {
            map.problem(key, "there is no " + what + " " + word, "known: " + String.join(", ", new TreeSet<>(known)));
        }
        return word;
    }

    static @Nullable LocalDate date(YamlMap map, String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            if (!text.isEmpty()) {
                map.problem(key, "is no date: " + text, "write it as 2026-12-31");
            }
            return null;
        }
    }
}
