package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.DayBits;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.Touch;
import io.playcaller.health.engine.fact.Touches;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.Sign;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * On which UTC days a sign was seen. Of who and what is not told apart from others nothing is concluded: where more people, or
 * more features, are in use than are kept, nothing is said of one of them.
 */
final class Signs {

    /** It was never seen, or so long ago that it is no longer known. */
    static final long NEVER = Long.MIN_VALUE;

    private Signs() {}

    /**
     * Why nothing is said of it yet; null where something can be.
     *
     * @param needed finished days for which use must be known
     * @param until the last day that counts
     */
    static @Nullable String unknown(Sign sign, Context context, int needed, long until) {
        if (sign instanceof Sign.TouchWith touch) {
            return untold(touch.role(), context.view());
        }
        String collecting = collecting(context, needed);
        if (collecting != null) {
            return collecting;
        }
        if (sign instanceof Sign.UseBy by) {
            return Users.unknown(by.role(), context, until);
        }
        return sign instanceof Sign.UseOf ? unknownFeatures(context, until) : null;
    }

    private static @Nullable String untold(@Nullable ContactRole role, View view) {
        if (role != null && Relationship.contacts(view, role, true).isEmpty()) {
            return "No " + word(role) + " is known";
        }
        return Relationship.inTouch(view) ? null : "No touch yet";
    }

    static @Nullable String collecting(Context context, int needed) {
        UsageSpan span = UsageSpan.of(context);
        if (!span.known()) {
            return "No use yet";
        }
        return span.days() < needed ? span.collecting(needed) : null;
    }

    static @Nullable String unknownFeatures(Context context, long until) {
        UsageFacts usage = context.usage();
        if (unnamed(usage.firstFeatureDay(), context, until)) {
            return "No use of a named feature yet";
        }
        boolean sampled = usage.features().estimated(window(context, until), UsageFacts.FEATURES);
        return sampled ? "More features are used than are told apart" : null;
    }

    /** Whether there is use, and it names nobody or nothing. */
    static boolean unnamed(long firstNamed, Context context, long until) {
        return context.usage().firstDay() <= until && firstNamed > until;
    }

    /** The day on which it was seen last; {@link #NEVER} where that is not known. */
    static long last(Sign sign, Context context) {
        if (sign instanceof Sign.TouchWith touch) {
            long at = Relationship.lastTouch(context.view(), people(touch.role(), context.view()));
            return at == Long.MIN_VALUE ? NEVER : Days.of(at);
        }
        if (sign instanceof Sign.Use) {
            long last = context.usage().lastUse(until(context));
            return last == -UsageFacts.NONE ? NEVER : last;
        }
        long bits = bits(sign, context) & window(context, until(context));
        return bits == 0 ? NEVER : context.usage().known().day(Long.numberOfTrailingZeros(bits));
    }

    /** The day before it could have been seen first. */
    static long base(Sign sign, Context context) {
        if (sign.feed() == Feed.SUCCESS) {
            return Days.of(Relationship.firstTouch(context.view()));
        }
        return Math.max(UsageSpan.of(context).first() - 1, UsageAbsence.separatedOn(context.view()));
    }

    /** Days from {@code first} to {@code last} on which it was seen. */
    static int days(Sign sign, Context context, long first, long last) {
        if (sign instanceof Sign.TouchWith touch) {
            return touchDays(people(touch.role(), context.view()), context.view(), first, last);
        }
        UsageFacts usage = context.usage();
        return sign instanceof Sign.Use
                ? usage.usedDays(first, last)
                : Long.bitCount(bits(sign, context) & usage.mask(first, last));
    }

    private static int touchDays(Set<Long> with, View view, long first, long last) {
        return (int) touched(with, view.facts().engagement().touches())
                .filter(at -> at <= view.seen())
                .map(Days::of)
                .filter(day -> day >= first && day <= last)
                .distinct()
                .count();
    }

    private static LongStream touched(Set<Long> with, Touches touches) {
        return with.isEmpty()
                ? touches.newest().list().stream().mapToLong(Touch::at)
                : with.stream().flatMapToLong(touches::timesWith);
    }

    private static long bits(Sign sign, Context context) {
        if (sign instanceof Sign.UseOf use) {
            return context.usage().features().of(Fingerprint.of(use.feature()));
        }
        long bits = 0;
        if (sign instanceof Sign.UseBy by) {
            for (long person : Relationship.contacts(context.view(), by.role(), true)) {
                bits |= context.usage().people().of(person);
            }
        }
        return bits;
    }

    /** Empty where anybody will do. */
    private static Set<Long> people(@Nullable ContactRole role, View view) {
        return role == null ? Set.of() : Relationship.contacts(view, role, true);
    }

    /** The days of which it is known who did what, up to the last one that counts. */
    static long window(Context context, long until) {
        return context.usage().mask(context.view().day(Feed.USAGE) - DayBits.WINDOW, until);
    }

    /** The unfinished day may tell that something was seen, and not that it was not. */
    static long until(Context context) {
        long today = context.view().day(Feed.USAGE);
        return context.view().settled() ? today - 1 : today;
    }

    static String noun(Sign sign) {
        if (sign instanceof Sign.UseBy by) {
            return "use by " + one(by.role());
        }
        if (sign instanceof Sign.UseOf use) {
            return "use of " + use.feature();
        }
        if (sign instanceof Sign.TouchWith touch && touch.role() != null) {
            return "touch with " + one(touch.role());
        }
        return sign instanceof Sign.TouchWith ? "touch" : "use";
    }

    private static String one(ContactRole role) {
        return (role == ContactRole.ADMIN || role == ContactRole.UNKNOWN ? "an " : "a ") + word(role);
    }

    static String word(ContactRole role) {
        return role == ContactRole.ADMIN
                ? "administrator"
                : role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
