package io.playcaller.health.engine.fact;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * When one of ours was in touch, and with whom. Of each contact it is known when they last took part, however often others did
 * since and however many took part with them. Beyond {@link #CONTACTS} contacts, those in whose role a signal may be interested
 * are known first, and then who took part last.
 *
 * @param newest the newest touches, whoever took part
 * @param met by contact, when they took part: the newest times of each
 * @param first the first touches
 */
public record Touches(Marks<Touch> newest, Keyed<Met> met, Firsts first) {

    static final int NEWEST = 32;

    /** Contacts of whom it is known when they took part. */
    public static final int CONTACTS = 48;

    static final int TIMES = 16;

    public static final Touches NONE = new Touches(Marks.empty(), Keyed.empty(), Firsts.NONE);

    /** @param contacts as far as the register told of them */
    public Touches with(Touch touch, List<Long> people, Keyed<Contact> contacts) {
        Comparator<String> leastNeeded = Comparator.<String, Boolean>comparing(key -> KeyContacts.key(contacts, key))
                .thenComparing(Comparator.naturalOrder());
        List<String> keys = people.stream()
                .map(Fingerprint::key)
                .distinct()
                .sorted(leastNeeded.reversed())
                .limit(CONTACTS)
                .toList();
        Keyed<Met> all = met;
        for (String key : keys) {
            all = all.with(key, new Version<>(touch.at(), touch.at(), touch.tie(), Met.MET), TIMES);
        }
        return new Touches(
                newest.with(touch, NEWEST),
                all.atMost(CONTACTS, any -> true, leastNeeded(contacts)),
                first.with(touch.at(), touch.tie()));
    }

    private static Comparator<Map.Entry<String, History<Met>>> leastNeeded(Keyed<Contact> contacts) {
        return Comparator.<Map.Entry<String, History<Met>>, Boolean>comparing(
                        entry -> KeyContacts.key(contacts, entry.getKey()))
                .thenComparingLong(entry -> entry.getValue().newest().at());
    }

    /** When the first was, milliseconds; {@link UsageFacts#NONE} without one. */
    public long firstAt() {
        long known =
                newest.list().isEmpty() ? UsageFacts.NONE : newest.list().get(0).at();
        return first.list().isEmpty()
                ? known
                : Math.min(known, first.list().get(0).at());
    }

    /**
     * When a contact last took part, as it was at {@code seen}; {@link Long#MIN_VALUE} when never. Of one who is not among those
     * that are known, the latest that it can have been: nobody is missed who may have been met.
     */
    public long lastWith(long person, long seen, Keyed<Contact> contacts) {
        History<Met> history = met.byId().get(Fingerprint.key(person));
        if (history == null) {
            return met.byId().size() < CONTACTS ? Long.MIN_VALUE : Math.min(seen, othersUntil(contacts));
        }
        Version<Met> last = history.toldBy(seen);
        return last == null ? Long.MIN_VALUE : last.at();
    }

    /** When a contact took part, oldest first, as far as it is known. */
    public LongStream timesWith(long person) {
        History<Met> history = met.byId().get(Fingerprint.key(person));
        return history == null
                ? LongStream.empty()
                : history.versions().stream().mapToLong(Version::at);
    }

    /** Who is not known did not take part after the first of those that are known for that alone. */
    private long othersUntil(Keyed<Contact> contacts) {
        return met.byId().entrySet().stream()
                .min(leastNeeded(contacts))
                .orElseThrow()
                .getValue()
                .newest()
                .at();
    }

    /** Without the touches of these ties from before {@code end}. */
    Touches without(long end, IntPredicate gone) {
        return new Touches(newest.without(end, gone), met.withoutVersions(end, gone), first.without(end, gone));
    }
}
