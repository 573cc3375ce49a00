package io.playcaller.ingest.letter.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.letter.Attempt;
import io.playcaller.ingest.letter.Became;
import io.playcaller.ingest.letter.Correction;
import io.playcaller.ingest.letter.Letter;
import io.playcaller.ingest.letter.LetterHead;
import io.playcaller.ingest.letter.Replayed;
import io.playcaller.ingest.letter.Way;
import io.playcaller.ingest.letter.app.LetterWays;
import io.playcaller.ingest.letter.app.Letters;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Letters as they are shown. */
public final class LetterViews {

    private LetterViews() {}

    /** A letter in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Brief(
            String letterId,
            String place,
            @Nullable String source,
            String reason,
            @Nullable String detail,
            @Nullable String accountId,
            Instant receivedAt,
            Instant writtenAt,
            String state) {

        static Brief of(LetterHead head) {
            return new Brief(
                    head.letterId(),
                    head.place().name().toLowerCase(Locale.ROOT),
                    head.source(),
                    head.reason(),
                    head.detail(),
                    head.accountId(),
                    head.receivedAt(),
                    head.writtenAt(),
                    head.state().word());
        }
    }

    /**
     * A letter, whole.
     *
     * @param notReplayable why it cannot be replayed; absent when it can
     * @param content absent once a person of it was forgotten
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Whole(
            Brief letter,
            @Nullable String notReplayable,
            @Nullable DeadLetter content,
            List<AttemptView> attempts) {

        static Whole of(Letter letter, LetterWays ways) {
            return new Whole(
                    Brief.of(letter.head()),
                    notReplayable(letter, ways),
                    letter.content(),
                    letter.attempts().stream().map(AttemptView::of).toList());
        }

        private static @Nullable String notReplayable(Letter letter, LetterWays ways) {
            DeadLetter content = letter.content();
            if (content == null) {
                return "what it held was deleted, because a person of it was forgotten";
            }
            return ways.of(content) instanceof Way.None none ? none.why() : null;
        }
    }

    /**
     * One replay.
     *
     * @param became the word of a state; waiting where nothing was decided; absent while it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptView(
            int number,
            Instant at,
            String by,
            @Nullable Correction correction,
            @Nullable String became,
            @Nullable String reason,
            @Nullable String detail) {

        static AttemptView of(Attempt attempt) {
            Became became = attempt.became();
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.by(),
                    attempt.correction(),
                    became == null ? null : became.state().word(),
                    became == null ? null : became.reason(),
                    became == null ? null : became.detail());
        }
    }

    /**
     * A round of replays, or what one would be.
     *
     * @param matching letters that the filter finds, by reason; only of a preview
     * @param replayable how many of them can be replayed at all; only of a preview
     * @param replayed what became of each, by the word of its state; waiting where nothing was decided
     * @param notReplayable letters that are not replayed
     * @param inWork letters that another replay has not ended with
     * @param next hand it back as {@code cursor} for what follows; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoundView(
            @Nullable Map<String, Long> matching,
            @Nullable Long replayable,
            @Nullable Map<String, Long> replayed,
            @Nullable Long notReplayable,
            @Nullable Long inWork,
            @Nullable String next) {

        static RoundView preview(List<Letters.Count> counts) {
            Map<String, Long> byReason = new TreeMap<>();
            long replayable = 0;
            for (Letters.Count count : counts) {
                byReason.merge(count.reason(), count.letters(), Long::sum);
                replayable += count.replayable() ? count.letters() : 0;
            }
            return new RoundView(byReason, replayable, null, null, null, null);
        }

        static RoundView of(List<Replayed> answers, @Nullable String next) {
            Map<String, Long> became = new TreeMap<>();
            for (Replayed answer : answers) {
                if (answer instanceof Replayed.Ended ended) {
                    became.merge(ended.became().state().word(), 1L, Long::sum);
                }
            }
            return new RoundView(
                    null,
                    null,
                    became,
                    count(answers, Replayed.Impossible.class),
                    count(answers, Replayed.InWork.class),
                    next);
        }

        private static long count(List<Replayed> answers, Class<? extends Replayed> kind) {
            return answers.stream().filter(kind::isInstance).count();
        }
    }
}
