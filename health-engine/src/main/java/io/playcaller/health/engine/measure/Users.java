package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.UsageFacts;
import org.jspecify.annotations.Nullable;

/** Distinct people who used it over a window; those of one role by their contacts. */
final class Users {

    private Users() {}

    /** Why nothing is said of who used it; null where something can be. */
    static @Nullable String unknown(@Nullable ContactRole role, Context context, long until) {
        if (role != null && Relationship.contacts(context.view(), role, true).isEmpty()) {
            return "No " + Signs.word(role) + " is known";
        }
        UsageFacts usage = context.usage();
        if (Signs.unnamed(usage.firstPersonDay(), context, until)) {
            return "No use by a named person yet";
        }
        boolean sampled = role != null && usage.people().estimated(Signs.window(context, until), UsageFacts.PEOPLE);
        return sampled ? "More people use it than are told apart" : null;
    }

    static long count(@Nullable ContactRole role, Context context, int days) {
        long mask = mask(context, days);
        if (role == null) {
            return context.usage().people().count(mask, UsageFacts.PEOPLE);
        }
        return Relationship.contacts(context.view(), role, true).stream()
                .filter(person -> (context.usage().people().of(person) & mask) != 0)
                .count();
    }

    static String phrase(@Nullable ContactRole role, Context context, int days) {
        long count = count(role, context, days);
        boolean about = context.usage().people().estimated(mask(context, days), UsageFacts.PEOPLE);
        String who = role != null ? Words.count(count, Signs.word(role)) : count == 1 ? "1 person" : count + " people";
        return (about ? "about " : "") + who + " used it in " + Words.count(days, "day");
    }

    private static long mask(Context context, int days) {
        long yesterday = context.view().day(Feed.USAGE) - 1;
        return context.usage().mask(yesterday - days + 1, yesterday);
    }
}
