package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.UsageRecorded;

/** Usage: only what is meaningful counts, in the UTC day in which it happened. */
final class UsageFold {

    private UsageFold() {}

    static Folded fold(Facts facts, Arrival arrival, UsageRecorded used) {
        if (!used.meaningful()) {
            return Folded.unchanged(facts);
        }
        long day = Days.of(arrival.at());
        UsageFacts before = facts.usage();
        UsageFacts after = before.use(day, used.quantity(), key(used.personId()), key(used.feature()))
                .of(used.productId(), day, used.quantity());
        boolean onlyCounted = before.count(day) > 0
                && after.people().equals(before.people())
                && after.features().equals(before.features())
                && after.products().days().equals(before.products().days())
                && day == before.anchor();
        return new Folded(facts.usage(after), Days.start(1 + before.known().changedFrom(day)), !onlyCounted);
    }

    private static long key(@org.jspecify.annotations.Nullable String id) {
        return id == null || id.isEmpty() ? -1 : Fingerprint.of(id);
    }
}
