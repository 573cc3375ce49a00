package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Contact;
import io.playcaller.health.engine.fact.DayBits;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.KeyContacts;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.Version;
import java.util.Map;

/**
 * Use by the customer's people of one role: contacts and use name a person by the same id. Who is not among the people that
 * are told apart is not missed, so where more than {@link UsageFacts#PEOPLE} used it in 28 days, or {@link KeyContacts#EACH} contacts
 * of the role are known, nobody is. Nor is one who came in a single week, or whose customer pauses each month: of one person no more days are known than tell the one from the other. (ADR 0065)
 */
public final class KeyUsers {

    /** The value while a contact who used it has just left. */
    public static final long LEFT = UsageFacts.RING;

    /** Days of use of the 12 up to the last one that make somebody regular: the days before are not known to late facts. */
    private static final int REGULAR_DAYS = 3;

    private static final int REGULAR_OF = 12;

    /** So many days the first of them lies before the last: whoever comes in one week of a month comes back in the next. */
    private static final int IN_TWO_WEEKS = 7;

    private static final int TWO_WEEKS = 14;

    /** A loss is found when it happens: for so many days, so that no tick is too late for it. */
    private static final int NEWS_DAYS = 2;

    private KeyUsers() {}

    /**
     * Finished days since anybody of {@code role} used it, from when on one who used it regularly is missed; {@link #LEFT}
     * when they left and there is no other. 0 where there is no contact of that role, {@link Reading#MISSING} while nothing
     * is known of what any of them does, or where it is no news.
     */
    public static long lost(Context context, ContactRole role) {
        Role people = people(context, role, TWO_WEEKS + NEWS_DAYS);
        if (!people.known || Adoption.ended(context)) {
            return 0;
        }
        boolean certain = people.whole && certain(context);
        if (people.last != Long.MIN_VALUE) {
            long days = daysSince(context, people.last);
            boolean told = days < TWO_WEEKS || (people.regular && certain && !pauses(context));
            return told ? days : Reading.MISSING;
        }
        return people.left && certain ? LEFT : Reading.MISSING;
    }

    public static String sentence(Context context, ContactRole role) {
        String who = role == ContactRole.ADMIN ? "administrator" : "power user";
        Role people = people(context, role, Long.SIZE);
        if (people.last == Long.MIN_VALUE) {
            return "No " + who + " who is still there is known to use it";
        }
        long days = daysSince(context, people.last);
        return days < TWO_WEEKS
                ? "A known " + who + " last used it on " + Days.date(people.last)
                : "No known " + who + " used it for " + Words.count(days, "day") + ", the last on "
                        + Days.date(people.last) + (Adoption.usedLately(context) ? "; others do" : "");
    }

    /**
     * What is known of the people of a role.
     *
     * @param last when one of them who is there used it last; {@link Long#MIN_VALUE} when they did not
     * @param regular whether one of them who is there used it regularly then, in more than one week
     * @param left whether one who did has just left
     * @param whole whether there is none of whom nothing is known
     */
    private record Role(boolean known, long last, boolean regular, boolean left, boolean whole) {}

    /** @param reach days before today that are looked at */
    private static Role people(Context context, ContactRole role, long reach) {
        int known = 0;
        boolean regular = false;
        boolean left = false;
        long last = Long.MIN_VALUE;
        for (Map.Entry<String, History<Contact>> entry :
                context.view().facts().register().contacts().byId().entrySet()) {
            Version<Contact> told = entry.getValue().toldBy(context.view().seen());
            if (told == null || told.value().role() != role) {
                continue;
            }
            known++;
            long key = Long.parseLong(entry.getKey(), Character.MAX_RADIX);
            long used = lastUse(context.usage(), key, yesterday(context), reach);
            long days = used == Long.MIN_VALUE ? 0 : days(context.usage(), key, used);
            boolean often = Long.bitCount(days) >= REGULAR_DAYS;
            if (told.value().active()) {
                last = Math.max(last, used);
                regular |= often && spread(days) >= IN_TWO_WEEKS;
            } else {
                left |= often && context.view().day() - Days.of(told.at()) <= NEWS_DAYS;
            }
        }
        return new Role(known > 0, last, regular, left, known < KeyContacts.EACH);
    }

    private static long lastUse(UsageFacts usage, long key, long yesterday, long reach) {
        long days = usage.people().of(key) & usage.mask(yesterday - reach, yesterday);
        return days == 0 ? Long.MIN_VALUE : usage.known().day(Long.numberOfTrailingZeros(days));
    }

    private static long days(UsageFacts usage, long key, long last) {
        return usage.people().of(key) & usage.mask(last - REGULAR_OF + 1, last);
    }

    private static int spread(long days) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(days) - Long.numberOfTrailingZeros(days);
    }

    private static long daysSince(Context context, long last) {
        long yesterday = yesterday(context);
        return yesterday - last - context.usage().known().unknown(last + 1, yesterday);
    }

    private static boolean pauses(Context context) {
        return UsageFall.known(context) && UsageFall.of(context).rhythm();
    }

    private static boolean certain(Context context) {
        long yesterday = yesterday(context);
        long window = context.usage().mask(yesterday - DayBits.WINDOW + 1, yesterday);
        return !context.usage().people().estimated(window, UsageFacts.PEOPLE);
    }

    private static long yesterday(Context context) {
        return context.view().day(Feed.USAGE) - 1;
    }
}
