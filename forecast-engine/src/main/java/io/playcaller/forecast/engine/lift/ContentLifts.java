package io.playcaller.forecast.engine.lift;

import java.util.Collection;
import java.util.List;

/**
 * The lift of content, by intention to treat, as far as a lot that knows plays alone can tell it.
 *
 * <p>Whom a text reached says nothing about it: it reaches those who are still silent a week later. So all accounts count whose run of
 * a play that used it began between the first and the last run that did, in the arm that the lot gave them, whether it reached them or not.
 * They count where they count in that play: by their first run of it.
 * What is measured is the play while it had that content. Two texts of one play at one time have the same lift; only a lot between
 * them could tell them apart.
 */
public final class ContentLifts {

    private ContentLifts() {}

    /** By content, days after, metric and currency, in that order; {@link PlayLift#play} is the key of the content. */
    public static List<PlayLift> of(Collection<Look> looks, Collection<ContentSpan> spans, LiftRule rule) {
        List<Look> ofPlays = PlayLifts.counted(looks).toList();
        List<Look> byContent = spans.stream()
                .flatMap(span -> ofPlays.stream()
                        .filter(span::covers)
                        .map(look -> new Look(
                                span.content(),
                                look.reason(),
                                look.runId(),
                                look.accountId(),
                                look.arm(),
                                look.holdoutPercent(),
                                look.startedAt(),
                                look.daysAfter(),
                                look.seen())))
                .toList();
        return PlayLifts.of(byContent, rule);
    }
}
