package io.playcaller.router.finding;

import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding that was told, as the signal of our own that tells it.
 *
 * @param episodeId of that signal
 * @param transition that was told last
 * @param said the news that was told last
 * @param earlier words of news before that the last lacks; empty where there are none
 * @param accountId that it concerns; null where it concerns none
 */
public record ToldFinding(
        String key,
        UUID episodeId,
        int transition,
        Reason reason,
        Instant since,
        String said,
        String earlier,
        @Nullable String accountId) {

    /** Who says so, where a signal names the version of the model that made it. */
    private static final String SETUP = "play-router/set-up";

    /**
     * What is to be done.
     *
     * @param after null once it is over
     */
    public record Step(@Nullable ToldFinding after, SignalChanged signal) {}

    /**
     * The step from what was told to what is.
     *
     * @param told null while nothing was
     * @param found null when it is not so any more
     * @param episodeId of the signal, should nothing have been told
     * @param transition of the signal then: 1, or the next where it had been open before
     * @return empty when there is nothing new
     */
    public static Optional<Step> step(
            @Nullable ToldFinding told, @Nullable Finding found, UUID episodeId, int transition, Instant now) {
        if (found == null) {
            return Optional.ofNullable(told).map(open -> open.over(now));
        }
        if (told == null) {
            Finding.About about = found.about();
            String accountId = about == null ? null : about.accountId();
            ToldFinding first = new ToldFinding(
                    found.key(), episodeId, transition, found.reason(), now, found.news(), "", accountId);
            return Optional.of(new Step(first, first.signal(SignalState.OPENED, found, now, false)));
        }
        if (told.said().equals(found.news())) {
            return Optional.empty();
        }
        ToldFinding next = told.next(found.news());
        return Optional.of(new Step(next, next.signal(SignalState.UPDATED, found, now, told.isOfMore(found))));
    }

    private ToldFinding next(String news) {
        Set<String> lacks = words();
        lacks.removeAll(List.of(news.split(" ")));
        return new ToldFinding(key, episodeId, transition + 1, reason, since, news, String.join(" ", lacks), accountId);
    }

    private boolean isOfMore(Finding found) {
        Set<String> told = words();
        List<String> words = List.of(found.news().split(" "));
        return words.stream().anyMatch(told::contains) && !told.containsAll(words);
    }

    /** All that were ever told of it. */
    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(earlier, said)
                .filter(news -> !news.isEmpty())
                .forEach(news -> words.addAll(List.of(news.split(" "))));
        return words;
    }

    private Step over(Instant now) {
        Finding nothing = new Finding(key, reason, reason.severity(), "", reason.sentence() + ": no more", List.of());
        return new Step(null, next(said).signal(SignalState.CLEARED, nothing, now, false));
    }

    private SignalChanged signal(SignalState state, Finding found, Instant now, boolean more) {
        Finding.About about = found.about();
        SignalDraft draft = SignalDraft.of(episodeId, reason, since, found.sentence(), SETUP)
                .step(transition, state, now)
                .severity(found.severity())
                .evidence(found.details().stream()
                        .map(detail -> new Evidence(detail, null, now))
                        .toList())
                .accountId(accountId)
                .ofMore(more);
        return (about == null ? draft : draft.account(about.account(), about.valueAtRisk())).build();
    }
}
