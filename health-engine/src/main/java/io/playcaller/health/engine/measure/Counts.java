package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.model.Expression.Contacts;
import io.playcaller.health.engine.model.Expression.Count;
import io.playcaller.health.engine.model.Expression.DaysWith;
import io.playcaller.health.engine.model.Expression.Features;
import io.playcaller.health.engine.model.Expression.People;
import io.playcaller.health.engine.model.Expression.Summed;
import io.playcaller.health.engine.model.Expression.Uses;
import org.jspecify.annotations.Nullable;

/** Numbers of something, as a model declares them; windows end with the last finished UTC day. */
final class Counts {

    private Counts() {}

    /** Why there is no number; null where there is one. */
    static @Nullable String unknown(Count count, Context context) {
        if (count instanceof Summed summed) {
            return unknown(summed, context, summed.days());
        }
        if (count instanceof People people) {
            String collecting = Signs.collecting(context, people.days());
            return collecting != null ? collecting : Users.unknown(people.role(), context, yesterday(people, context));
        }
        if (count instanceof Features features) {
            String collecting = Signs.collecting(context, features.days());
            return collecting != null ? collecting : Signs.unknownFeatures(context, yesterday(features, context));
        }
        if (count instanceof Contacts) {
            return Relationship.anyContact(context.view()) ? null : "No contact is known";
        }
        return context.commercial().seats() <= 0 ? "No open contract with paid seats" : null;
    }

    /** The same over more days than its window. */
    static @Nullable String unknown(Summed summed, Context context, int needed) {
        return summed instanceof DaysWith with
                ? Signs.unknown(with.sign(), context, needed, yesterday(with, context))
                : Signs.collecting(context, needed);
    }

    /** Thousandths; only where it is not unknown. */
    static long value(Count count, Context context) {
        return number(count, context) * 1000;
    }

    private static long number(Count count, Context context) {
        if (count instanceof Summed summed) {
            long yesterday = yesterday(summed, context);
            return sum(summed, context, yesterday - summed.days() + 1, yesterday);
        }
        if (count instanceof People people) {
            return Users.count(people.role(), context, people.days());
        }
        if (count instanceof Features features) {
            return used(features, context);
        }
        if (count instanceof Contacts contacts) {
            return Relationship.contacts(context.view(), contacts.role(), true).size();
        }
        return context.commercial().seats();
    }

    static long sum(Summed summed, Context context, long first, long last) {
        return summed instanceof DaysWith with
                ? Signs.days(with.sign(), context, first, last)
                : context.usage().sum(first, last);
    }

    static long yesterday(Count count, Context context) {
        return context.view().day(count.feed()) - 1;
    }

    private static long used(Features features, Context context) {
        UsageFacts usage = context.usage();
        long yesterday = context.view().day(Feed.USAGE) - 1;
        long mask = usage.mask(yesterday - features.days() + 1, yesterday);
        return features.of().stream()
                .filter(feature -> (usage.features().of(Fingerprint.of(feature)) & mask) != 0)
                .count();
    }

    /** The number in words; only where it is not unknown. */
    static String phrase(Count count, Context context) {
        if (count instanceof People people) {
            return Users.phrase(people.role(), context, people.days());
        }
        long number = number(count, context);
        if (count instanceof DaysWith with) {
            return Signs.noun(with.sign()) + " on " + number + " of " + Words.count(with.days(), "day");
        }
        if (count instanceof Uses uses) {
            return Words.count(number, "use") + " in " + Words.count(uses.days(), "day");
        }
        if (count instanceof Features features) {
            return number + " of " + Words.count(features.of().size(), "feature") + " used in "
                    + Words.count(features.days(), "day");
        }
        return count instanceof Contacts contacts
                ? Words.count(number, Signs.word(contacts.role()))
                : Words.count(number, "paid seat");
    }
}
