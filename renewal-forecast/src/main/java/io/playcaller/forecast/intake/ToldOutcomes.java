package io.playcaller.forecast.intake;

import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What one batch told of how things ended. It moves no forecast; a loss review ends a signal. Filled by one thread, in the order of the batch. */
public final class ToldOutcomes {

    private final Map<String, PlayEnded> playEnds = new TreeMap<>();
    private final Map<String, PlayLookedBack> looks = new TreeMap<>();
    private final Map<String, LossReviewRecord> lossReviews = new TreeMap<>();
    private final Map<String, ReferencesRecord> references = new TreeMap<>();

    /**
     * Takes what says how something ended; anything else is for others. Looks back from the end of a run, of a writer before there were
     * looks from its start, are nobody's.
     */
    public void take(Record data) {
        if (data instanceof PlayEnded ended) {
            if (ended.daysAfter() == 0) {
                playEnds.put(ended.playRunId().toString(), ended);
            }
        } else if (data instanceof PlayLookedBack look) {
            looks.put(look.playRunId() + " " + look.daysAfter(), look);
        } else if (data instanceof LossReviewRecord review) {
            lossReviews.merge(
                    review.contractId() + '\0' + review.reviewedOn(),
                    review,
                    (old, next) -> next.version() >= old.version() ? next : old);
        } else if (data instanceof ReferencesRecord told) {
            references.merge(told.accountId(), told, (old, next) -> next.version() >= old.version() ? next : old);
        }
    }

    public Collection<PlayEnded> playEnds() {
        return playEnds.values();
    }

    public Collection<PlayLookedBack> looks() {
        return looks.values();
    }

    public Collection<LossReviewRecord> lossReviews() {
        return lossReviews.values();
    }

    public Collection<ReferencesRecord> references() {
        return references.values();
    }

    public boolean isEmpty() {
        return playEnds.isEmpty() && looks.isEmpty() && lossReviews.isEmpty() && references.isEmpty();
    }
}
