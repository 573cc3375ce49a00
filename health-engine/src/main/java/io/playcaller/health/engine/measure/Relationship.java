package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Contact;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Met;
import io.playcaller.health.engine.fact.Touch;
import io.playcaller.health.engine.fact.Touches;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.profile.Commercial;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who of the customer we are in touch with. */
public final class Relationship {

    private static final int THREAD_DAYS = 90;
    private static final ContactRole SPONSOR = ContactRole.SPONSOR;

    private Relationship() {}

    static long sponsorMet(View view) {
        Set<Long> sponsors = contacts(view, SPONSOR, true);
        long last = lastTouch(view, sponsors);
        long since = last == Long.MIN_VALUE ? firstTouch(view) : last;
        if (since == Long.MIN_VALUE) {
            return Reading.MISSING;
        }
        return Math.max(0, view.day(Feed.SUCCESS) - Days.of(since)) * 1000;
    }

    static long contactsTouched(Context context) {
        return contactsTouched(context.view(), context.days(MeasureKind.CONTACTS_TOUCHED));
    }

    private static long contactsTouched(View view, int days) {
        if (firstTouch(view) == Long.MIN_VALUE) {
            return Reading.MISSING;
        }
        long contacts = view.facts().engagement().touches().met().byId().values().stream()
                .filter(history -> within(days, history.toldBy(view.seen()), view))
                .count();
        return contacts * 1000;
    }

    private static boolean within(int days, @Nullable Version<Met> last, View view) {
        return last != null && view.day(Feed.SUCCESS) - Days.of(last.at()) <= days;
    }

    /** Days since a sponsor who is there took part in a touch, or since any touch if none ever did; missing without both. */
    public static long sponsorCold(View view) {
        return contacts(view, SPONSOR, true).isEmpty() ? Reading.MISSING : whole(sponsorMet(view));
    }

    /** Contacts who took part in a touch of the last 90 days; missing without any. */
    public static long threads(View view) {
        long contacts = whole(contactsTouched(view, THREAD_DAYS));
        return contacts == 0 ? Reading.MISSING : contacts;
    }

    /**
     * Days since one of ours was last in touch, at most those since the open run of contracts began; missing without a contract,
     * and where no touch was ever told.
     */
    public static long untouched(Context context) {
        long last = lastTouch(context.view());
        Commercial commercial = context.commercial();
        if (last == Long.MIN_VALUE || !commercial.open()) {
            return Reading.MISSING;
        }
        long since = Math.max(Days.of(last), commercial.openSince());
        return Math.max(0, context.view().day(Feed.SUCCESS) - since);
    }

    private static long whole(long thousandths) {
        return thousandths == Reading.MISSING ? thousandths : thousandths / 1000;
    }

    /** Whether one of ours ever was in touch. */
    static boolean inTouch(View view) {
        return firstTouch(view) != Long.MIN_VALUE;
    }

    public static String coldSentence(View view) {
        long last = lastTouch(view, contacts(view, SPONSOR, true));
        String ago = Words.count(Math.max(0, sponsorCold(view)), "day");
        return last == Long.MIN_VALUE
                ? "The sponsor took part in no touch in the " + ago + " since the first one"
                : "The sponsor was last met on " + Days.date(Days.of(last)) + ", " + ago + " ago";
    }

    public static String untouchedSentence(Context context) {
        long days = untouched(context);
        if (days == Reading.MISSING) {
            return context.commercial().open() ? "No touch is known any more" : "No contract is open any more";
        }
        long last = Days.of(lastTouch(context.view()));
        long began = context.commercial().openSince();
        return began > last
                ? "Nobody was in touch in the " + Words.count(days, "day") + " since the contract began on "
                        + Days.date(began)
                : "One of ours was last in touch on " + Days.date(last) + ", " + Words.count(days, "day") + " ago";
    }

    public static String threadsSentence(View view) {
        long contacts = threads(view);
        return contacts == Reading.MISSING
                ? "No contact was in touch in 90 days"
                : Words.count(contacts, "contact") + " in touch in 90 days";
    }

    /** Whether a sponsor has left and no other is there. */
    public static boolean sponsorLeft(View view) {
        return contacts(view, SPONSOR, true).isEmpty()
                && !contacts(view, SPONSOR, false).isEmpty();
    }

    /** When one of ours was last in touch, milliseconds; {@link Long#MIN_VALUE} when never. */
    public static long lastTouch(View view) {
        return lastTouch(view, Set.of());
    }

    /** The same of touches in which one of these people took part; of any where nobody is named. */
    static long lastTouch(View view, Set<Long> with) {
        Touches touches = view.facts().engagement().touches();
        if (with.isEmpty()) {
            Touch last = touches.newest().newest(view.seen());
            return last == null ? Long.MIN_VALUE : last.at();
        }
        Keyed<Contact> contacts = view.facts().register().contacts();
        return with.stream()
                .mapToLong(person -> touches.lastWith(person, view.seen(), contacts))
                .max()
                .orElse(Long.MIN_VALUE);
    }

    static long firstTouch(View view) {
        long first = view.facts().engagement().touches().firstAt();
        return first > view.seen() || first == UsageFacts.NONE ? Long.MIN_VALUE : first;
    }

    /**
     * Contacts of a role as they were told, by their fingerprints.
     *
     * @param active whether those who are there, or those who left
     */
    static Set<Long> contacts(View view, ContactRole role, boolean active) {
        Set<Long> contacts = new HashSet<>();
        for (Map.Entry<String, History<Contact>> entry :
                view.facts().register().contacts().byId().entrySet()) {
            Version<Contact> told = entry.getValue().toldBy(view.seen());
            if (told != null && told.value().role() == role && told.value().active() == active) {
                contacts.add(Long.parseLong(entry.getKey(), Character.MAX_RADIX));
            }
        }
        return contacts;
    }

    /** Whether any contact was told of. */
    static boolean anyContact(View view) {
        return view.facts().register().contacts().byId().values().stream()
                .anyMatch(history -> history.toldBy(view.seen()) != null);
    }

    static String sentence(MeasureKind kind, Context context, long value) {
        if (value == Reading.MISSING) {
            return "No touch yet";
        }
        if (kind == MeasureKind.CONTACTS_TOUCHED) {
            return Words.count(value / 1000, "contact") + " in touch in " + Words.count(context.days(kind), "day");
        }
        String who = contacts(context.view(), SPONSOR, true).isEmpty() ? "anybody" : "a sponsor";
        return Words.count(value / 1000, "day") + " since the last touch with " + who;
    }
}
