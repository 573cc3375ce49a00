package io.playcaller.health.engine;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.health.engine.fact.Days;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What declared measures of {@link DeclaredAlgebraTest} should say, from all facts at once and by nothing of the engine. It
 * speaks of those alone whose answer does not hang on how much was known when.
 *
 * @param today UTC day
 */
record DeclaredOracle(List<Event<?>> facts, long today) {

    static boolean merge(Event<?> fact) {
        return fact.data() instanceof AccountRecord account && account.mergedInto() != null;
    }

    /** Thousandths by measure; null where there is none to be said. */
    Map<String, Long> values() {
        Map<String, Long> values = new HashMap<>();
        values.put("champion-met", championMet());
        values.put("touch-days", touchDays());
        if (uses().map(this::day).anyMatch(day -> day <= today - 42)) {
            values.put(
                    "feature-seen",
                    since(uses().filter(use -> "f-1".equals(data(use).feature()))));
            values.put("admin-seen", adminSeen());
            values.put(
                    "feature-days",
                    days(uses().filter(use -> "f-2".equals(data(use).feature())), 28));
            values.put("uses", in(uses(), 1, 42).count() * 1000);
            values.put("people", distinct(in(uses(), 1, 28).map(use -> data(use).personId())));
            Set<String> asked = Set.of("f-0", "f-1", "f-9");
            values.put(
                    "features",
                    distinct(in(uses(), 1, 14).map(use -> data(use).feature()).filter(asked::contains)));
            values.put("use-change", change());
        }
        return values;
    }

    private Long championMet() {
        Set<String> champions = contacts(ContactRole.CHAMPION);
        List<Event<?>> touches = touches().toList();
        if (champions.isEmpty() || touches.isEmpty()) {
            return null;
        }
        long first = touches.stream().mapToLong(this::day).min().orElseThrow();
        long last = touches.stream()
                .filter(touch ->
                        ((TouchRecorded) touch.data()).personIds().stream().anyMatch(champions::contains))
                .mapToLong(this::day)
                .max()
                .orElse(first);
        return (today - last) * 1000;
    }

    private Long touchDays() {
        return touches().findAny().isEmpty() ? null : days(touches(), 60);
    }

    private Long adminSeen() {
        Set<String> admins = contacts(ContactRole.ADMIN);
        return admins.isEmpty()
                ? null
                : since(uses().filter(use -> admins.contains(data(use).personId())));
    }

    private Long change() {
        long now = in(uses(), 1, 14).count();
        long before = in(uses(), 15, 42).count();
        return before < 12 ? null : (Long) (Math.floorDiv((now * 28 - before * 14) * 100, before * 14) * 10);
    }

    /** Of use: after 28 days it is known no better. */
    private long since(Stream<Event<?>> uses) {
        return Math.min(28, today - uses.mapToLong(this::day).max().orElse(Long.MIN_VALUE / 2)) * 1000;
    }

    private long days(Stream<Event<?>> facts, int days) {
        return distinct(in(facts, 1, days).map(this::day));
    }

    private static long distinct(Stream<?> things) {
        return things.distinct().count() * 1000;
    }

    /** From so many days ago to so many. */
    private Stream<Event<?>> in(Stream<Event<?>> facts, int nearest, int furthest) {
        return facts.filter(fact -> day(fact) <= today - nearest && day(fact) >= today - furthest);
    }

    private long day(Event<?> fact) {
        return Days.of(fact.envelope().time().toEpochMilli());
    }

    private Stream<Event<?>> touches() {
        return facts.stream().filter(fact -> fact.data() instanceof TouchRecorded);
    }

    private Stream<Event<?>> uses() {
        return facts.stream().filter(fact -> fact.data() instanceof UsageRecorded);
    }

    private static UsageRecorded data(Event<?> use) {
        return (UsageRecorded) use.data();
    }

    /** Who is there in that role, by the highest version of each. */
    private Set<String> contacts(ContactRole role) {
        Map<String, ContactChanged> newest = new TreeMap<>();
        facts.stream()
                .map(Event::data)
                .filter(ContactChanged.class::isInstance)
                .map(ContactChanged.class::cast)
                .forEach(contact -> newest.merge(
                        contact.personId(), contact, (one, other) -> one.version() > other.version() ? one : other));
        Collection<ContactChanged> told = newest.values();
        return told.stream()
                .filter(contact -> contact.role() == role && contact.active())
                .map(ContactChanged::personId)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
