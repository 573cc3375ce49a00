package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.Feed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Facts as they stood at a time, without what was taken back. What happened is seen up to {@code seen}; what did not happen is judged up to
 * {@code now}, or up to where the feed's sources were last alive.
 *
 * @param now the log's time, milliseconds
 * @param seen not before {@code now}; {@link Long#MAX_VALUE} sees everything that arrived
 * @param settled whether only finished UTC days of usage count; otherwise the unfinished one may raise, never lower
 */
public record View(Facts facts, Freeze freeze, long now, long seen, boolean settled) {

    public View {
        facts = facts.standing();
    }

    /** Everything that arrived, at the log's time. */
    public static View current(Facts facts, Freeze freeze, long now) {
        return new View(facts, freeze, now, Long.MAX_VALUE, false);
    }

    /** As signals are judged: only by what a later fact of the same day cannot undo. */
    public static View settled(Facts facts, Freeze freeze, long now, long seen) {
        return new View(facts, freeze, now, seen, true);
    }

    /** How far the absence of what {@code feed} delivers is real: of a merged account until then, for it is delivered elsewhere. */
    public long time(Feed feed) {
        return Math.min(now, through(feed));
    }

    private long through(Feed feed) {
        return Math.min(freeze.through(feed), itself());
    }

    /** Until when the account was itself. */
    private long itself() {
        Merge merge = lastMerge();
        return merge.holdsAt(seen) ? merge.since() : Long.MAX_VALUE;
    }

    public long day(Feed feed) {
        return Days.of(time(feed));
    }

    public long day() {
        return Days.of(now);
    }

    public boolean frozen(Feed feed) {
        return through(feed) < now;
    }

    public boolean anyFrozen() {
        return itself() < now || freeze.aliveThrough().values().stream().anyMatch(through -> through < now);
    }

    /** As if all that {@code feed} delivers were not alive any more. */
    public View without(Feed feed) {
        return new View(facts, freeze.and(feed, now - 1), now, seen, settled);
    }

    /**
     * One view for each product that is told apart, as if the account used no other. Use of one product is not waited for: when
     * it would have been heard of is not known.
     */
    public List<View> products() {
        return facts.usage().apart(day(Feed.USAGE) - Products.DAYS + 1, lastUsageDay()).stream()
                .map(usage -> new View(facts.usage(usage), freeze.unheard(), now, seen, settled))
                .toList();
    }

    /** How many products more were used than are told apart; estimated. */
    public long moreProducts() {
        UsageFacts usage = facts.usage();
        return usage.products().beyond(usage.mask(day(Feed.USAGE) - Products.DAYS + 1, lastUsageDay()));
    }

    private long lastUsageDay() {
        return settled ? day(Feed.USAGE) - 1 : day(Feed.USAGE);
    }

    /** The contracts as they stood. */
    public Holdings holdings() {
        return Holdings.on(day(), seen, facts.register().contracts());
    }

    /** The merge that the account is in; empty when it is itself. */
    public Optional<Merge> merge() {
        return Optional.of(lastMerge()).filter(merge -> merge.holdsAt(seen));
    }

    /** When the account's last merge ended; empty when it was in none, or is. */
    public OptionalLong mergeEnded() {
        Merge merge = lastMerge();
        return merge.endedBy(seen) ? OptionalLong.of(merge.until()) : OptionalLong.empty();
    }

    private Merge lastMerge() {
        History<Account> account = facts.register().account();
        return account == null ? Merge.NONE : account.at(seen).value().merge();
    }
}
